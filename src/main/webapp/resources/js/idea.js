/** Remembers the words from which an enhanced prompt came, as long as there is a prompt, and gives them back. */

import { element } from './dom.js';

export class Idea {
  /**
   * @param {HTMLFormElement} form
   * @param {(values: object) => void} set fills fields of the form
   */
  constructor(form, set) {
    this.place = form.querySelector('[data-idea]');
    this.fields = form.elements;
    this.set = set;
    this.fields.prompt.addEventListener('input', () => {
      if (!this.fields.prompt.value.trim()) {
        this.set({ idea: '', enhanced: '' });
      }
    });
  }

  show() {
    const idea = this.fields.idea.value;
    this.place.hidden = !idea;
    this.place.replaceChildren('Enhanced from ', element('q', {}, idea), ' ',
      element('button', { type: 'button', class: 'link', 'data-my-words': true, onclick: () => this.set({ prompt: idea, idea: '', enhanced: '' }) }, 'Back to my words'));
  }
}
