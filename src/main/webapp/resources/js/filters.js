/** The bar that narrows the gallery. What it says stands in the address, so that a reload and a link keep it. */

import { api } from './api.js';
import { UPLOADS } from './boards.js';
import { element } from './dom.js';

const TYPING = 250;
const FIELDS = ['q', 'workspace', 'chat', 'model', 'style', 'size', 'from', 'to', 'favourite'];
const BEHIND = ['chat', 'model', 'style', 'size', 'from', 'to'];

/** Fires "change" when other images are wanted. */
export class Filters extends EventTarget {
  #typing = 0;
  #sizes = new Set();
  #board = '';

  constructor(form) {
    super();
    this.form = form;
    this.fields = form.elements;
    this.more = form.querySelector('[data-more]');
    this.count = form.querySelector('[data-count]');
    form.addEventListener('submit', (event) => event.preventDefault());
    this.fields.q.addEventListener('input', () => {
      clearTimeout(this.#typing);
      this.#typing = setTimeout(() => this.#changed(), TYPING);
    });
    form.addEventListener('change', (event) => event.target !== this.fields.q && this.#turned(event.target));
    form.querySelector('[data-clear]').addEventListener('click', () => this.clear());
  }

  /** Fills the lists and takes over what the address says. */
  async fill(models, styles) {
    const said = new URLSearchParams(location.search);
    const workspaces = await api.all('/api/workspaces');
    offer(this.fields.workspace, workspaces.map(({ id, name }) => [id, name]));
    offer(this.fields.model, models.map(({ id, name }) => [id, name]));
    offer(this.fields.style, styles.map(({ id, name }) => [id, name]));
    this.#set('workspace', said.get('workspace'));
    await this.#chats();
    FIELDS.forEach((name) => this.#set(name, said.get(name)));
    this.#board = said.get('board') || '';
    this.more.open = BEHIND.some((name) => this.#value(name));
    this.#mark();
  }

  get board() {
    return this.#board;
  }

  set board(id) {
    this.#board = String(id);
    this.#changed();
  }

  /** In parameters of GET /api/images. */
  get filter() {
    const [width, height] = this.#value('size').split('x');
    return {
      q: this.#value('q'),
      workspace_id: this.#value('workspace'),
      chat_id: this.#value('chat'),
      model: this.#value('model'),
      style: this.#value('style'),
      from: this.#value('from'),
      to: this.#value('to'),
      favourite: this.#value('favourite'),
      width,
      height,
      ...(this.#board === UPLOADS ? { uploaded: true } : { board_id: this.#board }),
    };
  }

  /** Where new images belong, as far as the filter names a place. */
  get place() {
    const [workspace, chat] = [Number(this.#value('workspace')), Number(this.#value('chat'))];
    return chat ? { chat_id: chat } : workspace ? { workspace_id: workspace } : {};
  }

  get any() {
    return FIELDS.some((name) => this.#value(name)) || this.#board !== '';
  }

  clear() {
    FIELDS.forEach((name) => this.#set(name, ''));
    this.#chats();
    this.#changed();
  }

  /** Offers the sizes of images that were seen. */
  see(images) {
    const before = this.#sizes.size;
    images.forEach(({ width, height }) => this.#sizes.add(`${width}x${height}`));
    if (this.#sizes.size > before) {
      const chosen = this.#value('size');
      offer(this.fields.size, [...this.#sizes].sort((a, b) => parseInt(a, 10) - parseInt(b, 10)).map((size) => [size, size.replace('x', ' × ')]));
      this.#set('size', chosen);
    }
  }

  async #turned(field) {
    if (field === this.fields.workspace) {
      this.#set('chat', '');
      await this.#chats();
    }
    this.#changed();
  }

  async #chats() {
    const workspace = this.#value('workspace');
    const chats = workspace ? await api.all(`/api/workspaces/${workspace}/chats`).catch(() => []) : [];
    offer(this.fields.chat, chats.map(({ id, name }) => [id, name]));
    this.fields.chat.disabled = !chats.length;
  }

  #value(name) {
    const field = this.fields[name];
    return field.type === 'checkbox' ? (field.checked ? 'true' : '') : field.value.trim();
  }

  #set(name, value) {
    const field = this.fields[name];
    if (field.type === 'checkbox') {
      field.checked = value === 'true';
      return;
    }
    if (value && field.tagName === 'SELECT' && ![...field.options].some((option) => option.value === value)) {
      field.append(element('option', { value }, value.replace('x', ' × ')));
    }
    field.value = value || '';
  }

  #changed() {
    clearTimeout(this.#typing);
    const said = new URLSearchParams(FIELDS.map((name) => [name, this.#value(name)]).filter(([, value]) => value));
    if (this.#board) {
      said.set('board', this.#board);
    }
    history.replaceState(null, '', said.size ? `?${said}` : location.pathname);
    this.#mark();
    this.dispatchEvent(new Event('change'));
  }

  #mark() {
    const behind = BEHIND.filter((name) => this.#value(name)).length;
    this.count.textContent = behind || '';
    this.form.querySelector('[data-clear]').hidden = !FIELDS.some((name) => this.#value(name));
  }
}

function offer(select, options) {
  select.replaceChildren(select.options[0], ...options.map(([value, name]) => element('option', { value }, name)));
}
