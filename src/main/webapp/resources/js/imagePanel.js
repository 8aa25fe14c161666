/** The panel beside a conversation in which its images are made and shown. */

import { ImageDesk } from './images.js';
import { SidePanel } from './sidePanel.js';

const ROOM_FOR_BOTH = '(min-width: 1200px)';

export class ImagePanel {
  #desk;
  #panel;

  /** @param {() => string} words what to describe when the panel is opened from the composer */
  constructor(page, chatId, words) {
    const desk = document.getElementById('imageDesk');
    this.#desk = new ImageDesk(desk, { chat_id: chatId });
    this.#panel = new SidePanel(page, 'with-images', desk, document.getElementById('toggleImages'), () => this.#desk.open());
    document.getElementById('makeImage').addEventListener('click', () => {
      this.#panel.show(true);
      this.#desk.describe(words());
    });
  }

  /** Opens the panel, or closes it. */
  toggle() {
    this.#panel.show(!this.#panel.open);
  }

  /** Opens the panel where the address asks for it, or where there are images and room for them. */
  async openIfWanted() {
    const asked = new URLSearchParams(location.search).has('images');
    if (asked || (await this.#desk.hasImages() && matchMedia(ROOM_FOR_BOTH).matches)) {
      this.#panel.show(true);
    }
  }
}
