/** Images beside each other, one over the other, or as a grid of variants and seeds, with what differs between them. */

import { compareGrid } from './compareGrid.js';
import { differences, sideBySide, slider } from './compareViews.js';
import { element, iconButton } from './dom.js';
import { favourites } from './favourites.js';
import { listen } from './keys.js';
import { openModal } from './modal.js';

const MOST_AT_ONCE = 4;

const MODES = {
  slider: { label: 'Slider', fits: (count) => count === 2, view: slider },
  side: { label: 'Side by side', fits: (count) => count <= MOST_AT_ONCE, view: sideBySide },
  grid: { label: 'Grid', fits: () => true, view: compareGrid },
};

/**
 * @param {object[]} images two or more
 * @param {{use: (image: object, what: string) => void}} actions
 */
export function openCompare(images, actions) {
  new Compare(images, actions);
}

class Compare {
  constructor(images, actions) {
    this.images = [...images];
    this.actions = { use: (image) => this.#use(image, actions) };
    this.modes = Object.keys(MODES).filter((mode) => MODES[mode].fits(images.length));
    this.mode = this.modes[0];
    this.tabs = element('div', { class: 'compare-modes', role: 'group', 'aria-label': 'View' });
    this.stage = element('div', { class: 'compare-stage' });
    this.dialog = element('dialog', { class: 'compare', 'aria-label': 'Compare images' },
      element('div', { class: 'compare-head' }, element('h2', {}, 'Compare'), this.tabs, element('span', { class: 'grow' }),
        images.length === 2 ? iconButton('arrow-right-arrow-left', 'Swap (c)', () => this.#swap(), { 'data-swap': true }) : null,
        iconButton('question-circle', 'Keys (?)', () => showKeys()),
        iconButton('times', 'Close', () => this.dialog.close())),
      this.stage);
    const showKeys = listen(this.dialog, 'Keys of the comparison', [
      { key: 'm', does: 'Next view', run: () => this.#turn(this.modes[(this.modes.indexOf(this.mode) + 1) % this.modes.length]) },
      { key: 'c', does: 'Swap the two images', run: () => this.#swap() },
      { key: 'Escape', shown: 'Esc', does: 'Close', run: () => this.dialog.close() },
    ]);
    const changed = ({ detail }) => {
      this.images = this.images.map((image) => (image.id === detail.id ? detail : image));
      this.#show();
    };
    favourites.addEventListener('change', changed);
    this.dialog.addEventListener('close', () => {
      favourites.removeEventListener('change', changed);
      this.dialog.remove();
    });
    document.body.append(this.dialog);
    this.#show();
    openModal(this.dialog);
  }

  #turn(mode) {
    this.mode = mode;
    this.#show();
  }

  #swap() {
    this.images.reverse();
    this.#show();
  }

  #use(image, actions) {
    document.querySelectorAll('dialog[open]').forEach((dialog) => dialog.close());
    actions.use(image, 'all');
  }

  #show() {
    const focused = document.activeElement?.dataset.compare;
    this.tabs.replaceChildren(...this.modes.map((mode) => element('button', {
      type: 'button', class: 'button small', 'data-compare': mode, 'aria-pressed': String(mode === this.mode), onclick: () => this.#turn(mode),
    }, MODES[mode].label)));
    this.stage.replaceChildren(MODES[this.mode].view(this.images, this.actions));
    if (this.images.length <= MOST_AT_ONCE) {
      this.stage.append(differences(this.images));
    }
    this.dialog.querySelector(`[data-compare="${CSS.escape(focused || '')}"]`)?.focus();
  }
}
