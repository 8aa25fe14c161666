/** The person's jobs that make images: sends them, follows them, cancels them, tries them again. */

import { api, idempotencyKey } from './api.js';
import { memory } from './dom.js';

const ENDED = new Set(['succeeded', 'failed', 'cancelled']);
const LOOKED_BACK = 100;
const PAUSE = 1_500;
const MOST_LOSSES = 40;
/** A browser opens six connections to a server; the others are for everything else. */
const STREAMS = 2;

const dismissed = () => JSON.parse(memory.get('dismissedJobs') || '[]');

export const underWay = (job) => !ENDED.has(job.status);

/**
 * Fires "change" when a job is in another state, "image" with each new image as detail, and "batch" with the id of a batch as
 * detail when the last of its jobs has ended.
 */
export class ImageJobs extends EventTarget {
  #jobs = new Map();
  #place;
  #streamed = new Set();
  #shown = new Map();
  #asking = 0;
  #sent = 0;

  /** @param {() => object} place where jobs belong, in fields of POST /api/images/generate */
  constructor(place) {
    super();
    this.#place = place;
  }

  /** Those of this page, newest first. */
  get all() {
    return [...this.#jobs.values()].sort((a, b) => (b.order || b.id) - (a.order || a.id));
  }

  get waiting() {
    return this.all.filter(underWay);
  }

  /** Takes up what is under way or has failed, of jobs that belong here. */
  async resume() {
    const place = Object.entries(this.#place());
    const here = (job) => place.every(([key, value]) => job[key] === undefined || job[key] === value);
    const { items } = await api.get(`/api/image-jobs?limit=${LOOKED_BACK}`);
    const forgotten = dismissed();
    items.filter((job) => here(job) && (underWay(job) || (job.status === 'failed' && !forgotten.includes(job.id)))).forEach((job) => this.#take(job));
  }

  /** Orders images; until the server has answered, a job of as many images is there already, as "sending". */
  async send(spec, images) {
    this.#sent += 1;
    const draft = { ...spec, n: images, id: `sending-${this.#sent}`, order: Number.MAX_SAFE_INTEGER, status: 'sending', done: 0, images: [] };
    this.#jobs.set(draft.id, draft);
    this.#changed();
    try {
      const answer = await api.post('/api/images/generate', { ...spec, ...this.#place() }, { headers: { 'Idempotency-Key': idempotencyKey() } });
      this.#jobs.delete(draft.id);
      (answer.jobs || [answer.job]).forEach((job) => this.#take(job));
    } finally {
      this.#jobs.delete(draft.id);
      this.#changed();
    }
  }

  async cancel(job) {
    this.#take(await api.remove(`/api/image-jobs/${job.id}`));
  }

  /** Makes the images that a failed or cancelled job lacks. */
  async retry(job) {
    this.#take(await api.post(`/api/image-jobs/${job.id}/retry`));
  }

  /** Takes a job off this page, and a failed one off all visits to come. */
  forget(job) {
    if (job.status === 'failed') {
      memory.set('dismissedJobs', JSON.stringify([job.id, ...dismissed()].slice(0, LOOKED_BACK)));
    }
    this.#jobs.delete(job.id);
    this.#changed();
  }

  /** Removes all jobs that have ended, here and at the server. */
  async clear() {
    await api.remove('/api/image-jobs');
    this.all.filter((job) => !underWay(job)).forEach((job) => this.#jobs.delete(job.id));
    this.#changed();
  }

  #take(job) {
    const before = this.#jobs.get(job.id);
    this.#jobs.set(job.id, { ...job, told: Date.now() });
    this.#images(job);
    if (job.batch_id && before && underWay(before) && !this.waiting.some((other) => other.batch_id === job.batch_id)) {
      this.dispatchEvent(new CustomEvent('batch', { detail: job.batch_id }));
    }
    this.#changed();
    this.#follow();
  }

  #images(job) {
    const shown = this.#shown.get(job.id) || new Set();
    this.#shown.set(job.id, shown);
    for (const id of (job.images || []).filter((each) => !shown.has(each))) {
      shown.add(id);
      api.get(`/api/images/${id}`).then((image) => this.dispatchEvent(new CustomEvent('image', { detail: image })), (failure) => {
        // Somebody deleted it meanwhile; another fault may pass.
        if (failure.status !== 404) {
          shown.delete(id);
        }
      });
    }
  }

  /** The next ones by events, as many as there are connections for, and the rest by asking. */
  #follow() {
    const waiting = this.waiting.filter((job) => job.status !== 'sending').sort((a, b) => a.id - b.id);
    waiting.filter((job) => !this.#streamed.has(job.id)).slice(0, STREAMS - this.#streamed.size).forEach((job) => this.#stream(job));
    if (waiting.some((job) => !this.#streamed.has(job.id)) && !this.#asking) {
      this.#asking = setTimeout(() => this.#ask(), 2 * PAUSE);
    }
  }

  async #stream(job) {
    this.#streamed.add(job.id);
    const path = `/api/image-jobs/${job.id}`;
    for (let losses = 0; this.#here(job) && losses <= MOST_LOSSES;) {
      try {
        for await (const { data } of api.stream('GET', `${path}/events`)) {
          if (data.status) {
            this.#take(data);
          }
        }
        losses = 0;
        if (this.#here(job)) {
          this.#take(await api.get(path));
        }
      } catch (failure) {
        losses += 1;
        if (failure.status === 404) {
          this.forget(job);
        }
      }
      if (this.#here(job)) {
        await new Promise((resolve) => setTimeout(resolve, PAUSE));
      }
    }
    this.#streamed.delete(job.id);
    this.#follow();
  }

  #here(job) {
    const known = this.#jobs.get(job.id);
    return known && underWay(known);
  }

  async #ask() {
    try {
      const { items } = await api.get(`/api/image-jobs?limit=${LOOKED_BACK}`);
      items.filter((job) => this.#here(job) && !this.#streamed.has(job.id)).forEach((job) => this.#take(job));
    } catch {
      // The next question may be answered.
    }
    this.#asking = 0;
    this.#follow();
  }

  #changed() {
    this.dispatchEvent(new Event('change'));
  }
}
