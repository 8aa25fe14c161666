/** Makes a prompt richer, shows what changed, and lets the person take or discard it. */

import { api } from './api.js';
import { element, icon, toast } from './dom.js';
import { textDiff } from './textDiff.js';

export class Enhancement {
  /**
   * @param {HTMLFormElement} form has a field of the name or id "prompt", and perhaps one of the name "style"
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
    const style = this.fields.style?.value;
    this.button.disabled = true;
    this.button.lastChild.textContent = 'Enhancing…';
    try {
      await this.#show(await api.post('/api/prompts/enhance', { prompt, ...(style ? { style } : {}) }));
    } catch (failure) {
      toast(failure.message, true);
    } finally {
      this.button.disabled = false;
      this.button.lastChild.textContent = 'Enhance';
    }
  }

  async #show(result) {
    const close = () => {
      this.place.hidden = true;
      this.fields.prompt.focus();
    };
    const take = () => {
      this.take(result);
      close();
    };
    this.place.replaceChildren(
      element('p', { class: 'enhanced-text' }, ...await textDiff(result.original, result.prompt)),
      element('p', { class: 'hint' }, result.source === 'rules' ? 'Expanded by rules, without an AI model.' : `By ${result.model}.`),
      element('div', { class: 'buttons' },
        element('button', { type: 'button', class: 'button primary small', 'data-take': true, onclick: take }, icon('check'), 'Use this'),
        element('button', { type: 'button', class: 'button quiet small', onclick: close }, 'Discard')));
    this.place.hidden = false;
    this.place.querySelector('[data-take]').focus();
  }
}
