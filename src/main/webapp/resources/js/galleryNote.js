/** What a gallery says below its images: that they are being loaded, could not be, or that there are none. */

import { element } from './dom.js';

const GHOSTS = 8;

export class GalleryNote {
  /**
   * @param {HTMLElement} root of the gallery; its data-empty is said where there is nothing
   * @param {import('./imageFeed.js').ImageFeed} feed
   */
  constructor(root, feed) {
    this.root = root;
    this.feed = feed;
    this.node = element('div', { class: 'gallery-note', role: 'status' });
  }

  /** @param {boolean} expecting whether images are being made */
  show(expecting) {
    const { state, images } = this.feed;
    this.node.className = `gallery-note ${state}`;
    this.node.replaceChildren(...this.#content(state, images.length, expecting));
  }

  #content(state, count, expecting) {
    if (state === 'failed') {
      return [element('p', {}, `The images could not be loaded: ${this.feed.reason}`),
        element('button', { type: 'button', class: 'button small', onclick: () => this.feed.more() }, 'Try again')];
    }
    if (state === 'loading') {
      return [element('p', { class: 'sr' }, 'Loading images'),
        ...Array.from({ length: count ? 0 : GHOSTS }, () => element('div', { class: 'tile ghost', 'aria-hidden': 'true' }))];
    }
    return count || expecting ? [] : [element('p', { class: 'strip-empty' }, this.root.dataset.empty)];
  }
}
