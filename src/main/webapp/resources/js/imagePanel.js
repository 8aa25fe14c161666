/** The panel beside a conversation in which its images are made and shown. */

import { ImageDesk } from './images.js';

const ROOM_FOR_BOTH = '(min-width: 1200px)';

export class ImagePanel {
  #page;
  #desk;
  #toggle = document.getElementById('toggleImages');

  /** @param {() => string} words what to describe when the panel is opened from the composer */
  constructor(page, chatId, words) {
    this.#page = page;
    this.#desk = new ImageDesk(document.getElementById('imageDesk'), { chat_id: chatId });
    this.#toggle.addEventListener('click', () => this.#show(!page.classList.contains('with-images')));
    document.getElementById('closeImages').addEventListener('click', () => {
      this.#show(false);
      this.#toggle.focus();
    });
    document.getElementById('makeImage').addEventListener('click', () => {
      this.#show(true);
      this.#desk.describe(words());
    });
  }

  /** Opens the panel where the address asks for it, or where there are images and room for them. */
  async openIfWanted() {
    const asked = new URLSearchParams(location.search).has('images');
    if (asked || (await this.#desk.hasImages() && matchMedia(ROOM_FOR_BOTH).matches)) {
      this.#show(true);
    }
  }

  #show(open) {
    this.#page.classList.toggle('with-images', open);
    this.#toggle.setAttribute('aria-expanded', String(open));
    if (open) {
      this.#desk.open();
    }
  }
}
