/** The styles that a person can use: those of the product, and own ones. */

import { api } from './api.js';

/** Fires "change" when there are others. */
export class Styles extends EventTarget {
  #styles = [];

  get all() {
    return this.#styles;
  }

  find(id) {
    return this.#styles.find((style) => style.id === id);
  }

  /** The styles by category, in the order of the list. @returns {Map<string, object[]>} */
  get categories() {
    return Map.groupBy ? Map.groupBy(this.#styles, category) : grouped(this.#styles);
  }

  async load() {
    this.#styles = (await api.get('/api/styles')).items;
    this.dispatchEvent(new Event('change'));
  }

  /** Makes a style, or changes the one of an id. */
  async save(fields, id) {
    const saved = await (id ? api.put(`/api/styles/${id}`, fields) : api.post('/api/styles', fields));
    await this.load();
    return saved;
  }

  async remove(style) {
    await api.remove(`/api/styles/${style.id}`);
    await this.load();
  }

  /** @param {string} text of an export @returns {Promise<number>} how many styles came */
  async import(text) {
    let file;
    try {
      file = JSON.parse(text);
    } catch {
      throw new Error('This file is no JSON: an export of styles is needed.');
    }
    const before = this.#styles.length;
    await api.post('/api/styles/import', file);
    await this.load();
    return this.#styles.length - before;
  }
}

const category = (style) => style.category || 'Styles';

function grouped(styles) {
  const groups = new Map();
  styles.forEach((style) => groups.set(category(style), [...(groups.get(category(style)) || []), style]));
  return groups;
}
