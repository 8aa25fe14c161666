/** What can be done with the selected images. */

import { api } from './api.js';
import { openCompare } from './compare.js';
import { element, toast } from './dom.js';
import { favour } from './favourites.js';
import { throwAway } from './imageTrash.js';
import { openModal } from './modal.js';

const MOST_IN_ZIP = 500;

export class BulkBar {
  /**
   * @param {HTMLElement} root the bar, hidden while nothing is selected
   * @param {import('./gallery.js').Gallery} gallery
   * @param {import('./boards.js').Boards} boards
   */
  constructor(root, gallery, boards) {
    Object.assign(this, { root, gallery, boards });
    gallery.selection.addEventListener('change', () => this.#show());
    boards.addEventListener('change', () => this.#offerBoards());
    root.querySelector('[data-favour]').addEventListener('click', () => this.#favour());
    root.querySelector('[data-zip]').addEventListener('click', (event) => this.#zip(event.currentTarget));
    root.querySelector('[data-compare]').addEventListener('click', () => openCompare(this.#chosen, gallery.actions));
    root.querySelector('[data-delete]').addEventListener('click', () => throwAway(this.#chosen));
    root.querySelector('[data-take]').addEventListener('click', () => this.#take());
    root.querySelector('[data-none]').addEventListener('click', () => gallery.selection.clear());
    this.board = root.querySelector('[data-board]');
    this.board.addEventListener('change', () => this.#put());
    root.querySelector('[data-all]').addEventListener('click', () => gallery.selection.all(gallery.images));
  }

  get #chosen() {
    return this.gallery.selection.among(this.gallery.images);
  }

  #show() {
    const { size } = this.gallery.selection;
    this.root.hidden = !size;
    this.root.querySelector('[data-count]').textContent = `${size} selected`;
    this.root.querySelector('[data-compare]').disabled = size < 2;
    const starred = this.#chosen.every((image) => image.favourite);
    this.root.querySelector('[data-favour]').lastChild.textContent = starred ? 'No favourite' : 'Favourite';
    this.root.querySelector('[data-take]').hidden = !this.boards.all.some(({ id }) => String(id) === this.boards.chosen);
  }

  #offerBoards() {
    this.board.replaceChildren(
      element('option', { value: '' }, 'Add to board…'),
      ...this.boards.all.map((board) => element('option', { value: board.id }, board.name)),
      element('option', { value: 'new' }, 'New board…'));
    this.#show();
  }

  #favour() {
    const images = this.#chosen;
    favour(images, !images.every((image) => image.favourite));
  }

  async #put() {
    const ids = this.#chosen.map((image) => image.id);
    const { value } = this.board;
    this.board.value = '';
    const board = value === 'new' ? await this.#newBoard() : this.boards.all.find((each) => String(each.id) === value);
    if (board) {
      await this.boards.put(board, ids);
    }
  }

  #newBoard() {
    return new Promise((resolve) => {
      const field = element('input', { type: 'text', id: 'boardOfSelection', maxlength: 200, required: true });
      const dialog = element('dialog', { 'aria-label': 'New board' },
        element('h2', {}, 'New board'),
        element('form', { method: 'dialog' },
          element('div', { class: 'field' }, element('label', { for: 'boardOfSelection' }, 'Name'), field),
          element('div', { class: 'buttons' },
            element('button', { type: 'button', class: 'button', onclick: () => dialog.close() }, 'Cancel'),
            element('button', { class: 'button primary', value: 'yes' }, 'Make board'))));
      dialog.addEventListener('close', () => {
        dialog.remove();
        const name = field.value.trim();
        resolve(dialog.returnValue === 'yes' && name ? this.boards.create(name) : null);
      });
      document.body.append(dialog);
      openModal(dialog, false);
      field.focus();
    });
  }

  async #take() {
    const ids = this.#chosen.map((image) => image.id);
    if (await this.boards.take(ids)) {
      this.gallery.selection.drop(ids);
      this.gallery.feed.remove(ids);
    }
  }

  async #zip(button) {
    const ids = this.#chosen.map((image) => image.id);
    if (ids.length > MOST_IN_ZIP) {
      toast(`One zip file takes at most ${MOST_IN_ZIP} images; ${ids.length} are selected.`, true);
      return;
    }
    button.disabled = true;
    try {
      const file = await api.file('/api/images/download', { ids });
      const address = URL.createObjectURL(file);
      element('a', { href: address, download: 'pixazo-images.zip' }).click();
      setTimeout(() => URL.revokeObjectURL(address), 60_000);
    } catch (failure) {
      toast(failure.message, true);
    } finally {
      button.disabled = false;
    }
  }
}
