/** The style in the form of images: a list by category, and the way to the picker. */

import { element } from './dom.js';
import { pickStyle } from './stylePicker.js';

export class StyleChoice {
  /**
   * @param {HTMLFormElement} form
   * @param {import('./styles.js').Styles} styles
   * @param {(id: string) => void} choose
   */
  constructor(form, styles, choose) {
    this.select = form.elements.style;
    this.styles = styles;
    styles.addEventListener('change', () => this.#offer());
    form.querySelector('[data-pick-style]').addEventListener('click', () => pickStyle(styles, this.select.value, choose));
  }

  /** Keeps the style that is chosen, if it is still there. */
  #offer() {
    const { value } = this.select;
    this.select.replaceChildren(element('option', { value: '' }, 'None'), ...[...this.styles.categories].map(([name, styles]) =>
      element('optgroup', { label: name }, ...styles.map((style) => element('option', { value: style.id, title: style.description || null }, style.name)))));
    this.select.value = this.styles.find(value) ? value : '';
  }
}
