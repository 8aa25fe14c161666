/** A form that makes images beside the images that it made: in a chat, and on the page of all images. */

import { api, idempotencyKey } from './api.js';
import { toast } from './dom.js';
import { Gallery } from './gallery.js';
import { ImageForm } from './imageForm.js';
import { followJob, underWay } from './imageJobs.js';

export class ImageDesk {
  #opened = null;
  #followed = new Set();

  /**
   * @param {HTMLElement} root holds the form and the place of the gallery
   * @param {{chat_id?: number, workspace_id?: number}} place where new images belong
   */
  constructor(root, place) {
    this.place = place;
    this.form = new ImageForm(root.querySelector('[data-image-form]'), (spec) => this.#generate(spec));
    this.gallery = new Gallery(root.querySelector('[data-gallery]'), {
      use: (image) => this.form.use(image),
      again: (job) => this.#again(job),
      cancel: (job) => this.#cancel(job),
    });
  }

  /** Fills form and gallery, once, and goes on with jobs that are under way. */
  open() {
    this.#opened ||= Promise.all([this.form.fill(), this.show(this.place), this.#resume()])
      .catch((failure) => toast(failure.message, true));
    return this.#opened;
  }

  /** Shows other images than those of its own place. */
  show(query) {
    return this.gallery.load(query);
  }

  async hasImages() {
    const page = await api.get(`/api/images?${new URLSearchParams({ ...this.place, limit: 1 })}`).catch(() => ({ items: [] }));
    return page.items.length > 0;
  }

  /** Takes over a text as prompt where there is none yet. */
  describe(text) {
    if (!this.form.prompt && text.trim()) {
      this.form.prompt = text.trim();
    } else {
      this.form.prompt = this.form.prompt;
    }
  }

  async #generate(spec) {
    const { job } = await api.post('/api/images/generate', { ...spec, ...this.place }, { headers: { 'Idempotency-Key': idempotencyKey() } });
    // The job may finish long after; the form is free again at once.
    this.#follow(job);
  }

  async #follow(job) {
    if (this.#followed.has(job.id)) {
      return;
    }
    this.#followed.add(job.id);
    const shown = new Set();
    const changed = async (state) => {
      this.gallery.showJob(state);
      for (const id of state.images || []) {
        if (!shown.has(id)) {
          shown.add(id);
          this.gallery.add(await api.get(`/api/images/${id}`));
        }
      }
      if (state.status === 'succeeded') {
        this.gallery.endJob(state);
      }
    };
    try {
      await changed(job);
      let last = Promise.resolve();
      await followJob(job, (state) => {
        last = last.then(() => changed(state));
      });
      await last;
    } catch (failure) {
      this.gallery.endJob(job);
      toast(failure.message, true);
    }
  }

  async #resume() {
    const jobs = (await api.get('/api/image-jobs?limit=20')).items;
    const here = (job) => Object.entries(this.place).every(([key, value]) => job[key] === undefined || job[key] === value);
    jobs.filter((job) => underWay(job) && here(job)).forEach((job) => this.#follow(job));
  }

  async #again(job) {
    this.gallery.endJob(job);
    await this.form.use(job);
  }

  async #cancel(job) {
    try {
      await api.remove(`/api/image-jobs/${job.id}`);
    } catch (failure) {
      toast(failure.message, true);
    }
  }
}
