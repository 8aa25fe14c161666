/** The last images of a place in one row. */

import { element } from './dom.js';
import { favourites } from './favourites.js';
import { trash } from './imageTrash.js';
import { openLightbox } from './lightbox.js';
import { ImageFeed } from './imageFeed.js';

export class Strip {
  /**
   * @param {HTMLElement} root data-empty is said where there is nothing
   * @param {{use: (image: object, what: string) => void}} actions
   */
  constructor(root, actions) {
    this.root = root;
    this.actions = actions;
    this.feed = new ImageFeed();
    this.feed.addEventListener('change', () => this.#show());
    favourites.addEventListener('change', ({ detail }) => this.feed.replace(detail));
    trash.addEventListener('gone', ({ detail }) => this.feed.remove(detail));
    trash.addEventListener('back', ({ detail }) => this.feed.restore(detail));
  }

  load(filter) {
    return this.feed.load(filter);
  }

  #show() {
    const { images, state, reason } = this.feed;
    this.root.replaceChildren(...images.map((image) => element('button', {
      type: 'button', class: 'thumb', title: image.prompt, 'data-image': image.id, onclick: () => openLightbox(this.feed, image, this.actions),
    }, element('img', { src: image.thumbnail_url, alt: image.prompt, width: image.width, height: image.height, loading: 'lazy' }))));
    if (!images.length && state !== 'loading') {
      this.root.append(element('p', { class: 'strip-empty' }, state === 'failed' ? reason : this.root.dataset.empty));
    }
  }
}
