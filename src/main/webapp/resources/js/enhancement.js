/** Makes a prompt richer, and lets the person take or discard what came. */

import { api } from './api.js';
import { element, icon, toast } from './dom.js';

export class Enhancement {
  /**
   * @param {HTMLFormElement} form
   * @param {(result: {original: string, prompt: string}) => void} take
   */
  constructor(form, take) {
    this.fields = form.elements;
    this.place = form.querySelector('[data-enhanced]');
    this.button = form.querySelector('[data-enhance]');
    this.take = take;
    this.button.addEventListener('click', () => this.#ask());
  }

  async #ask() {
    const prompt = this.fields.prompt.value.trim();
    if (!prompt) {
      this.fields.prompt.focus();
      return;
    }
    this.button.disabled = true;
    this.button.lastChild.textContent = 'Enhancing…';
    try {
      this.#show(await api.post('/api/prompts/enhance', { prompt, ...(this.fields.style.value ? { style: this.fields.style.value } : {}) }));
    } catch (failure) {
      toast(failure.message, true);
    } finally {
      this.button.disabled = false;
      this.button.lastChild.textContent = 'Enhance';
    }
  }

  #show(result) {
    const close = () => {
      this.place.hidden = true;
      this.fields.prompt.focus();
    };
    const take = () => {
      this.take(result);
      close();
    };
    this.place.replaceChildren(
      element('p', { class: 'enhanced-text' }, ...marked(result.original, result.prompt)),
      element('p', { class: 'hint' }, result.source === 'rules' ? 'Expanded by rules, without an AI model.' : `By ${result.model}.`),
      element('div', { class: 'buttons' },
        element('button', { type: 'button', class: 'button primary small', 'data-take': true, onclick: take }, icon('check'), 'Use this'),
        element('button', { type: 'button', class: 'button quiet small', onclick: close }, 'Discard')));
    this.place.hidden = false;
    this.place.querySelector('[data-take]').focus();
  }
}

/** The words of a text, those marked that another text does not have. */
function marked(before, after) {
  const known = new Set(before.toLowerCase().match(/[\p{L}\p{N}]+/gu) || []);
  return after.split(/([\p{L}\p{N}]+)/u).map((word) => (/[\p{L}\p{N}]/u.test(word) && !known.has(word.toLowerCase()) ? element('ins', {}, word) : word));
}
