/** The list of boards at the side: choose, make, rename, delete. */

import { api } from './api.js';
import { confirm, element, icon, iconButton, toast } from './dom.js';

/** Stands for the pictures that the person brought in. */
export const UPLOADS = 'uploads';

const AT_ONCE = 500;

/** What is no board but stands among them. */
const FIXED = [{ id: '', name: 'All images', icon: 'images' }, { id: UPLOADS, name: 'Uploads', icon: 'upload' }];

/** Fires "choose" when another board is to be shown, and "change" when there are others. */
export class Boards extends EventTarget {
  #boards = [];
  #chosen = '';

  constructor(root) {
    super();
    this.list = root.querySelector('[data-boards]');
    this.form = root.querySelector('form');
    this.form.addEventListener('submit', (event) => {
      event.preventDefault();
      this.#add(this.form.elements.name);
    });
  }

  get all() {
    return this.#boards;
  }

  /** Id of the board that is shown; empty where all images are. */
  get chosen() {
    return this.#chosen;
  }

  async load(chosen = this.#chosen) {
    this.#boards = (await api.all('/api/boards')).sort((a, b) => a.name.localeCompare(b.name));
    this.#chosen = [...FIXED, ...this.#boards].some(({ id }) => String(id) === String(chosen)) ? String(chosen) : '';
    this.#show();
  }

  choose(id) {
    this.#chosen = String(id);
    this.#show();
    this.dispatchEvent(new Event('choose'));
  }

  /** Makes a board; a fault is said to the person. @returns {Promise<?object>} */
  async create(name) {
    const board = await said(api.post('/api/boards', { name }));
    await said(this.load());
    return board;
  }

  /** Puts images on a board. */
  async put(board, ids) {
    for (let from = 0; from < ids.length; from += AT_ONCE) {
      if (!await said(api.post(`/api/boards/${board.id}/images`, { ids: ids.slice(from, from + AT_ONCE) }))) {
        return;
      }
    }
    if (await said(this.load()) !== undefined) {
      toast(`${ids.length === 1 ? 'The image is' : `${ids.length} images are`} on “${board.name}”.`);
    }
  }

  /** Takes images off the board that is shown; resolves to whether they are. */
  async take(ids) {
    for (const id of ids) {
      if (await said(api.remove(`/api/boards/${this.#chosen}/images/${id}`)) === undefined) {
        return false;
      }
    }
    await said(this.load());
    return true;
  }

  async #add(field) {
    const name = field.value.trim();
    if (name && await this.create(name)) {
      field.value = '';
    }
  }

  #show() {
    this.list.replaceChildren(
      ...FIXED.map((board) => this.#entry(board)),
      ...this.#boards.map((board) => this.#entry(board)));
    this.dispatchEvent(new Event('change'));
  }

  #entry(board) {
    const chosen = String(board.id) === this.#chosen;
    const entry = element('li', { class: chosen ? 'board chosen' : 'board', 'data-board': board.id },
      element('button', { type: 'button', class: 'board-name', 'aria-current': chosen ? 'true' : null, onclick: () => this.choose(board.id) },
        icon(board.icon || 'bookmark'), element('span', {}, board.name), board.icon ? null : element('small', {}, board.images)));
    if (!board.icon) {
      entry.append(
        iconButton('pencil', `Rename ${board.name}`, () => this.#rename(board, entry)),
        iconButton('trash', `Delete ${board.name}`, () => this.#remove(board)));
    }
    return entry;
  }

  #rename(board, entry) {
    const field = element('input', { type: 'text', value: board.name, maxlength: 200, 'aria-label': `New name of ${board.name}` });
    const form = element('form', { class: 'board-rename' }, field);
    const end = async (save) => {
      const name = field.value.trim();
      if (save && name && name !== board.name && !await said(api.put(`/api/boards/${board.id}`, { name }))) {
        return;
      }
      await said(this.load());
    };
    form.addEventListener('submit', (event) => {
      event.preventDefault();
      end(true);
    });
    field.addEventListener('keydown', (event) => event.key === 'Escape' && end(false));
    entry.replaceChildren(form);
    field.select();
  }

  async #remove(board) {
    const sure = await confirm({ title: `Delete the board “${board.name}”?`, text: 'Its images stay where they are; only the board goes.', action: 'Delete board' });
    if (sure && await said(api.remove(`/api/boards/${board.id}`)) !== undefined) {
      await said(this.load());
      if (this.#chosen === '') {
        this.dispatchEvent(new Event('choose'));
      }
    }
  }
}

/** The result, or undefined after the fault was said. */
async function said(promise) {
  try {
    return await promise ?? null;
  } catch (failure) {
    toast(failure.message, true);
    return undefined;
  }
}
