/** The images that a filter finds, newest first, page after page. */

import { api } from './api.js';
import { given, matches } from './imageFilter.js';

const FIRST = 20;
const NEXT = 100;

/** Fires "change" whenever its images or its state are others. */
export class ImageFeed extends EventTarget {
  #images = [];
  #filter = {};
  #cursor = null;
  #round = 0;
  #asking = null;
  /** @type {'loading'|'ready'|'failed'} */
  state = 'loading';
  /** Why the last page could not be loaded. */
  reason = '';

  get images() {
    return this.#images;
  }

  get filter() {
    return this.#filter;
  }

  /** Whether there are images behind the last one that is here. */
  get hasMore() {
    return this.#cursor !== null;
  }

  /** Begins anew with another filter; an answer to an older question that comes later is dropped. */
  load(filter) {
    this.#round += 1;
    this.#filter = given(filter);
    this.#images = [];
    this.#cursor = null;
    this.#asking = null;
    return this.#page(FIRST);
  }

  /** Loads the next page, or the one that failed; resolves when it is there. */
  more() {
    if (this.state === 'failed' && !this.#images.length) {
      return this.#page(FIRST);
    }
    return this.hasMore ? this.#page(NEXT) : Promise.resolve();
  }

  #page(limit) {
    this.#asking ||= this.#ask(limit, this.#round).finally(() => {
      this.#asking = null;
    });
    return this.#asking;
  }

  async #ask(limit, round) {
    this.#turn('loading');
    try {
      const page = await api.get(`/api/images?${new URLSearchParams(given({ ...this.#filter, limit, cursor: this.#cursor }))}`);
      if (round === this.#round) {
        const known = new Set(this.#images.map((image) => image.id));
        this.#images.push(...page.items.filter((image) => !known.has(image.id)));
        this.#cursor = page.next_cursor;
        this.#turn('ready');
      }
    } catch (failure) {
      if (round === this.#round) {
        this.reason = failure.message;
        this.#turn('failed');
      }
    }
  }

  /** Takes in an image that is new, where it belongs to the filter. */
  add(image) {
    if (matches(image, this.#filter) && !this.#images.some((other) => other.id === image.id)) {
      this.restore([image]);
    }
  }

  /** Takes the new state of an image. */
  replace(image) {
    const place = this.#images.findIndex((other) => other.id === image.id);
    if (place >= 0) {
      this.#images[place] = image;
      this.#changed();
    }
  }

  remove(ids) {
    const gone = new Set(ids);
    this.#images = this.#images.filter((image) => !gone.has(image.id));
    this.#changed();
  }

  /** Puts images back to where they were. */
  restore(images) {
    const known = new Set(this.#images.map((image) => image.id));
    this.#images.push(...images.filter((image) => !known.has(image.id)));
    this.#images.sort((a, b) => b.id - a.id);
    this.#changed();
  }

  #turn(state) {
    this.state = state;
    this.#changed();
  }

  #changed() {
    this.dispatchEvent(new Event('change'));
  }
}
