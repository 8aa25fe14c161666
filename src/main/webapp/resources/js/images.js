/** A form that makes images, the jobs that it began, and a gallery: in a chat, and on the page of all images. */

import { api } from './api.js';
import { openCompare } from './compare.js';
import { toast } from './dom.js';
import { Gallery } from './gallery.js';
import { ImageForm } from './imageForm.js';
import { ImageJobs, underWay } from './imageJobs.js';
import { JobsPanel } from './jobsPanel.js';
import { offer } from './offer.js';

export class ImageDesk {
  #root;
  #opened = null;

  /**
   * @param {HTMLElement} root holds the form and the places of jobs and gallery
   * @param {{chat_id?: number, workspace_id?: number}} place where new images belong
   * @param {?import('./selection.js').Selection} selection where images can be selected
   */
  constructor(root, place, selection = null) {
    this.#root = root;
    this.place = place;
    this.jobs = new ImageJobs(() => this.place);
    this.form = new ImageForm(root.querySelector('[data-image-form]'), place.chat_id ? `chat${place.chat_id}` : 'all', (spec, images) => this.#order(spec, images));
    this.gallery = new Gallery(root.querySelector('[data-gallery]'), { use: (image, what) => this.form.use(image, what) }, selection);
    new JobsPanel(root.querySelector('[data-jobs]'), this.jobs, (job) => this.form.use(job));
    this.jobs.addEventListener('change', () => this.gallery.expect(this.jobs.all.filter(underWay)));
    this.jobs.addEventListener('batch', ({ detail }) => offer('The batch is done.', 'Compare', () => this.#compare(detail)));
    this.jobs.addEventListener('image', ({ detail }) => this.gallery.feed.add(detail));
  }

  /** Fills form and gallery, once, and goes on with jobs that are under way. */
  open() {
    this.#opened ||= Promise.all([this.form.fill(), this.show(this.place), this.jobs.resume()])
      .catch((failure) => toast(failure.message, true));
    return this.#opened;
  }

  /** Shows other images than those of its own place. */
  show(filter) {
    return this.gallery.load(filter);
  }

  async hasImages() {
    const page = await api.get(`/api/images?${new URLSearchParams({ ...this.place, limit: 1 })}`).catch(() => ({ items: [] }));
    return page.items.length > 0;
  }

  #order(spec, images) {
    const sent = this.jobs.send(spec, images);
    // Below a long form nobody would see that something has begun.
    this.#root.querySelector('[data-jobs]').scrollIntoView({ block: 'nearest' });
    return sent;
  }

  async #compare(batch) {
    try {
      const { items } = await api.get(`/api/images?${new URLSearchParams({ batch_id: batch, limit: 100 })}`);
      openCompare(items, { use: (image, what) => this.form.use(image, what) });
    } catch (failure) {
      toast(failure.message, true);
    }
  }

  /** Takes over a text as prompt where there is none yet. */
  async describe(text) {
    await this.open();
    this.form.prompt = this.form.prompt || text.trim();
  }
}
