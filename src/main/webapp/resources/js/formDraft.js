/** What stands in a form, kept in this browser, so that a reload loses nothing. */

import { memory } from './dom.js';

export class FormDraft {
  #key = null;

  /** @param {string[]} names of the fields that are kept */
  constructor(form, names) {
    this.form = form;
    this.names = names;
    form.addEventListener('input', () => this.save());
    form.addEventListener('change', () => this.save());
  }

  /** Keeps the draft under a key from now on. @returns {?object} what was kept before */
  open(key) {
    this.#key = key;
    try {
      return JSON.parse(memory.get(key));
    } catch {
      return null;
    }
  }

  /** The values of the fields. */
  get values() {
    return Object.fromEntries(this.names.map((name) => {
      const field = this.form.elements[name];
      return [name, field.type === 'checkbox' ? field.checked : field.value];
    }));
  }

  /** Fills the fields with what is given; others keep what they have. */
  set values(values) {
    for (const [name, value] of Object.entries(values)) {
      const field = this.form.elements[name];
      if (field?.type === 'checkbox') {
        field.checked = value === true;
      } else if (field && this.names.includes(name) && (!field.options || [...field.options].some((option) => option.value === String(value)))) {
        field.value = value;
      }
    }
  }

  save() {
    if (this.#key) {
      memory.set(this.#key, JSON.stringify(this.values));
    }
  }
}
