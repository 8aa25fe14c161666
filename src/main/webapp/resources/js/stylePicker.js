/** Chooses a style among all, by category and by words; from here own ones are made, changed, exported and imported. */

import { confirm, element, icon, iconButton, toast } from './dom.js';
import { openModal } from './modal.js';
import { editStyle } from './styleEditor.js';

/**
 * @param {import('./styles.js').Styles} styles
 * @param {string} chosen id of the style that the form has; empty for none
 * @param {(id: string) => void} choose
 */
export function pickStyle(styles, chosen, choose) {
  new StylePicker(styles, chosen, choose);
}

class StylePicker {
  constructor(styles, chosen, choose) {
    Object.assign(this, { styles, chosen, choose });
    this.search = element('input', { type: 'search', placeholder: 'Search styles', 'aria-label': 'Search styles', oninput: () => this.#show() });
    this.list = element('div', { class: 'style-list' });
    this.file = element('input', { type: 'file', accept: 'application/json,.json', hidden: true, onchange: () => this.#import() });
    this.dialog = element('dialog', { class: 'styles', 'aria-label': 'Styles' },
      element('div', { class: 'styles-head' }, element('h2', {}, 'Styles'), this.search,
        iconButton('times', 'Close', () => this.dialog.close())),
      this.list,
      element('div', { class: 'buttons' },
        element('button', { type: 'button', class: 'button small', 'data-new-style': true, onclick: () => editStyle(styles, null) }, icon('plus'), 'New style'),
        element('a', { class: 'button small', href: '/api/styles/export', download: 'pixazo-styles.json' }, icon('download'), 'Export own'),
        element('button', { type: 'button', class: 'button small', onclick: () => this.file.click() }, icon('upload'), 'Import'), this.file,
        element('button', { type: 'button', class: 'button quiet small', onclick: () => this.#take('') }, 'No style')));
    const changed = () => this.#show();
    styles.addEventListener('change', changed);
    this.dialog.addEventListener('close', () => {
      styles.removeEventListener('change', changed);
      this.dialog.remove();
    });
    document.body.append(this.dialog);
    this.#show();
    openModal(this.dialog);
  }

  #show() {
    const words = this.search.value.trim().toLowerCase();
    const fits = (style) => [style.name, style.description, style.category, style.prompt].some((text) => (text || '').toLowerCase().includes(words));
    const groups = [...this.styles.categories].map(([name, styles]) => [name, styles.filter(fits)]).filter(([, styles]) => styles.length);
    this.list.replaceChildren(...groups.flatMap(([name, styles]) => [
      element('h3', {}, name),
      element('ul', { class: 'style-cards' }, ...styles.map((style) => this.#card(style)))]));
    if (!groups.length) {
      this.list.append(element('p', { class: 'strip-empty' }, 'No style has these words.'));
    }
  }

  #card(style) {
    const own = style.built_in === false;
    return element('li', { class: style.id === this.chosen ? 'style-card chosen' : 'style-card', 'data-style': style.id },
      element('button', { type: 'button', class: 'style-take', 'aria-pressed': String(style.id === this.chosen), title: style.prompt, onclick: () => this.#take(style.id) },
        element('strong', {}, style.name),
        element('span', {}, style.description || style.prompt),
        style.workspace_id ? element('span', { class: 'badge' }, 'Shared') : null),
      own ? iconButton('pencil', `Edit ${style.name}`, () => editStyle(this.styles, style)) : iconButton('clone', `Make an own style from ${style.name}`, () => editStyle(this.styles, { ...style, id: null, name: `${style.name}, mine`, category: null })),
      own ? iconButton('trash', `Delete ${style.name}`, () => this.#remove(style)) : null);
  }

  #take(id) {
    this.choose(id);
    this.dialog.close();
  }

  async #remove(style) {
    const sure = await confirm({ title: `Delete the style “${style.name}”?`, text: 'Pictures that were made with it stay as they are.', action: 'Delete style' });
    if (sure) {
      await this.styles.remove(style).catch((failure) => toast(failure.message, true));
    }
  }

  async #import() {
    try {
      const count = await this.styles.import(await this.file.files[0].text());
      toast(`${count} ${count === 1 ? 'style' : 'styles'} imported.`);
    } catch (failure) {
      toast([failure.message, ...(failure.errors || []).map(({ field, message }) => `${field} ${message}`)].join(' '), true);
    }
    this.file.value = '';
  }
}
