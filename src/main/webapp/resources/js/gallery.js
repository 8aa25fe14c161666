/** Images as a grid, newest first and without an end, with places for what is being made. */

import { element } from './dom.js';
import { favour, favourites } from './favourites.js';
import { GalleryNote } from './galleryNote.js';
import { ImageFeed } from './imageFeed.js';
import { throwAway, trash } from './imageTrash.js';
import { openLightbox } from './lightbox.js';
import { imageTile, placeTile } from './tile.js';
import { TileWindow } from './tileWindow.js';

const AHEAD = '1200px';
const STEPS = { ArrowLeft: () => -1, ArrowRight: () => 1, ArrowUp: (columns) => -columns, ArrowDown: (columns) => columns };

export class Gallery {
  #places = [];
  #active = 0;
  #window;
  #note;
  #end;
  /** Tells once more whether the end is in sight: an observer tells changes only. */
  #lookAgain;

  /**
   * @param {HTMLElement} root data-empty is said where there is nothing
   * @param {{use: (image: object, what: string) => void}} actions what can be done with an image elsewhere
   * @param {?Selection} selection where images can be selected
   */
  constructor(root, actions, selection = null) {
    Object.assign(this, { root, actions, selection, feed: new ImageFeed() });
    root.setAttribute('role', 'list');
    const scroller = root.closest('[data-scroller]') || document.getElementById('content');
    this.#note = new GalleryNote(root, this.feed);
    this.#end = element('div', { class: 'gallery-end', 'aria-hidden': 'true' });
    root.after(this.#note.node, this.#end);
    this.#window = new TileWindow(root, scroller, { least: Number(root.dataset.least || 130), gap: 12 }, (index, node) => this.#draw(index, node));
    const watch = new IntersectionObserver(([entry]) => entry.isIntersecting && this.#more(), { root: scroller, rootMargin: AHEAD });
    watch.observe(this.#end);
    this.#lookAgain = () => {
      watch.unobserve(this.#end);
      watch.observe(this.#end);
    };
    this.feed.addEventListener('change', () => this.#show());
    selection?.addEventListener('change', () => this.#show());
    trash.addEventListener('gone', ({ detail }) => this.#gone(detail));
    trash.addEventListener('back', ({ detail }) => this.feed.restore(detail));
    favourites.addEventListener('change', ({ detail }) => this.feed.replace(detail));
    root.addEventListener('click', (event) => this.#click(event));
    root.addEventListener('keydown', (event) => this.#key(event));
    root.addEventListener('focusin', (event) => this.#focused(event));
  }

  get images() {
    return this.feed.images;
  }

  /** @param {object} filter which images, in parameters of GET /api/images */
  load(filter) {
    this.#active = 0;
    this.selection?.clear();
    return this.feed.load(filter);
  }

  /** Shows a place for each picture that jobs still have to make. */
  expect(jobs) {
    this.#places = jobs.flatMap((job) => Array.from({ length: Math.max(0, job.n - (job.images || []).length) }, (_, place) => ({ job, key: `job-${job.id}-${place}` })));
    this.#show();
  }

  /** Opens an image at full size, among all that are here. */
  open(image) {
    openLightbox(this.feed, image, this.actions);
  }

  #gone(ids) {
    this.selection?.drop(ids);
    this.feed.remove(ids);
  }

  async #more() {
    if (this.feed.hasMore && this.feed.state === 'ready') {
      await this.feed.more();
    }
  }

  #show() {
    this.#active = Math.max(0, Math.min(this.#active, this.images.length - 1));
    this.#window.show([...this.#places.map(({ key }) => key), ...this.images.map((image) => `image-${image.id}`)]);
    this.root.setAttribute('aria-busy', String(this.feed.state === 'loading'));
    this.#note.show(this.#places.length > 0);
    if (this.feed.state === 'ready') {
      this.#lookAgain();
    }
  }

  #draw(index, node) {
    const position = index - this.#places.length;
    if (position < 0) {
      return placeTile(node, this.#places[index].job);
    }
    const image = this.images[position];
    return imageTile(node, image, {
      picked: Boolean(this.selection?.has(image.id)), active: position === this.#active, selectable: Boolean(this.selection), position,
    });
  }

  #at(target) {
    const id = Number(target.closest('.tile')?.dataset.id);
    return this.images.find((image) => image.id === id);
  }

  #click(event) {
    const image = this.#at(event.target);
    if (!image) {
      return;
    }
    if (event.target.closest('.star')) {
      favour([image], !image.favourite);
    } else if (event.target.closest('.pick') || event.target.closest('.thumb')) {
      this.#pressed(image, event);
    }
  }

  #pressed(image, event) {
    const picking = event.target.closest('.pick') || event.ctrlKey || event.metaKey;
    if (this.selection && event.shiftKey) {
      this.selection.extendTo(image, this.images);
    } else if (this.selection && (picking || this.selection.size)) {
      this.selection.toggle(image);
    } else {
      this.open(image);
    }
  }

  #focused(event) {
    const image = this.#at(event.target);
    const position = this.images.indexOf(image);
    if (image && position !== this.#active) {
      this.#active = position;
      this.#show();
    }
  }

  #key(event) {
    const image = this.#at(event.target);
    if (!image || event.ctrlKey || event.metaKey || event.altKey) {
      return;
    }
    const step = STEPS[event.key]?.(this.#window.columns);
    if (step) {
      this.#go(this.#active + step, event.shiftKey);
    } else if (event.key === 'Home' || event.key === 'End') {
      this.#go(event.key === 'Home' ? 0 : this.images.length - 1, event.shiftKey);
    } else if (event.key === '.') {
      favour([image], !image.favourite);
    } else if (event.key === 'x' && this.selection) {
      this.selection.toggle(image);
    } else if (event.key === 'Delete') {
      this.#removeAt(image);
    } else {
      return;
    }
    event.preventDefault();
  }

  #go(to, selecting) {
    if (to < 0 || to >= this.images.length) {
      return;
    }
    if (selecting) {
      this.selection?.extendTo(this.images[this.#active], this.images);
      this.selection?.extendTo(this.images[to], this.images);
    }
    this.#active = to;
    this.#show();
    this.#window.reveal(to + this.#places.length)?.querySelector('.thumb').focus({ preventScroll: true });
    if (to > this.images.length - 2 * this.#window.columns) {
      this.#more();
    }
  }

  async #removeAt(image) {
    const chosen = this.selection?.has(image.id) ? this.selection.among(this.images) : [image];
    if (await throwAway(chosen) && this.images.length) {
      this.#window.reveal(this.#active + this.#places.length)?.querySelector('.thumb').focus({ preventScroll: true });
    }
  }
}
