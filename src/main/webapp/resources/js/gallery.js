/** Thumbnails, newest first, with places for what is being made. */

import { api } from './api.js';
import { element, icon, iconButton } from './dom.js';
import { openLightbox } from './lightbox.js';

export class Gallery {
  #images = [];
  #jobs = new Map();
  #cursor = null;
  #query = null;

  /** @param {{use: (image: object) => void, cancel?: (job: object) => void, again?: (job: object) => void}} actions */
  constructor(root, actions) {
    this.root = root;
    this.actions = actions;
    this.more = element('button', { type: 'button', class: 'button more', hidden: true, onclick: () => this.loadMore() }, 'Show more');
    root.after(this.more);
  }

  get empty() {
    return !this.#images.length && !this.#jobs.size;
  }

  /** @param {object} query which images, in parameters of GET /api/images */
  async load(query, limit = 40) {
    this.#query = { ...query, limit };
    const page = await api.get(this.#path(null));
    this.#images = page.items;
    this.#turn(page);
  }

  async loadMore() {
    const page = await api.get(this.#path(this.#cursor));
    this.#images.push(...page.items);
    this.#turn(page);
  }

  #path(cursor) {
    const given = Object.entries({ ...this.#query, cursor }).filter(([, value]) => value);
    return `/api/images?${new URLSearchParams(given)}`;
  }

  #turn(page) {
    this.#cursor = page.next_cursor;
    this.more.hidden = !this.#cursor;
    this.#show();
  }

  /** Shows a place for each picture of a job that is not there yet, or why it failed. */
  showJob(job) {
    this.#jobs.set(job.id, job);
    this.#show();
  }

  endJob(job) {
    this.#jobs.delete(job.id);
    this.#show();
  }

  add(image) {
    if (!this.#images.some((other) => other.id === image.id)) {
      this.#images.unshift(image);
      this.#show();
    }
  }

  #remove(image) {
    this.#images = this.#images.filter((other) => other.id !== image.id);
    this.#show();
  }

  #show() {
    const jobs = [...this.#jobs.values()].sort((a, b) => b.id - a.id);
    const waiting = jobs.flatMap((job) => (job.status === 'failed' || job.status === 'cancelled'
      ? [this.#failure(job)]
      : Array.from({ length: job.n - (job.images || []).length }, (_, place) => this.#place(job, place))));
    this.root.replaceChildren(...waiting, ...this.#images.map((image) => this.#thumbnail(image)));
    if (this.empty && this.root.dataset.empty) {
      this.root.append(element('p', { class: 'strip-empty' }, this.root.dataset.empty));
    }
  }

  #thumbnail(image) {
    return element('button', {
      type: 'button', class: 'thumb', title: image.prompt, 'data-image': image.id,
      onclick: () => openLightbox(this.#images, image, { use: this.actions.use, removed: (gone) => this.#remove(gone) }),
    }, element('img', { src: image.thumbnail_url, alt: image.prompt, width: image.width, height: image.height, loading: 'lazy' }));
  }

  #place(job, place) {
    return element('div', { class: 'thumb making', 'data-job': job.id, title: job.prompt },
      element('span', { class: 'making-text' }, job.status === 'queued' ? 'Waiting' : 'Painting'),
      place === 0 && this.actions.cancel ? iconButton('times', 'Cancel', () => this.actions.cancel(job)) : null);
  }

  #failure(job) {
    return element('div', { class: 'thumb failed', 'data-job': job.id, role: 'alert' },
      element('span', {}, icon('exclamation-triangle'), job.status === 'cancelled' ? ' Cancelled.' : ` ${job.error || 'This could not be made.'}`),
      element('span', { class: 'buttons' },
        this.actions.again ? element('button', { type: 'button', class: 'button small', onclick: () => this.actions.again(job) }, 'Try again') : null,
        element('button', { type: 'button', class: 'button quiet small', onclick: () => this.endJob(job) }, 'Dismiss')));
  }
}
