/** Which model and which styles suit a prompt, with the reason, to be taken by a press. */

import { api } from './api.js';
import { element, toast } from './dom.js';

const SOURCE = { rules: 'By rules, without an AI model.', model: 'By the text model.' };

export class Advice {
  /**
   * @param {HTMLFormElement} form
   * @param {{models: () => Map<string, object>, styles: () => object[], take: (field: string, value: string) => void}} lists
   */
  constructor(form, lists) {
    this.fields = form.elements;
    this.place = form.querySelector('[data-advice]');
    this.lists = lists;
    form.querySelector('[data-advise-model]').addEventListener('click', (event) => this.#ask(event.currentTarget, '/api/images/recommend-model', (advice) => this.#models(advice)));
    form.querySelector('[data-advise-style]').addEventListener('click', (event) => this.#ask(event.currentTarget, '/api/images/suggest-styles', (advice) => this.#styles(advice)));
  }

  async #ask(button, path, show) {
    const prompt = this.fields.prompt.value.trim();
    if (!prompt) {
      toast('Say first what the picture shows.');
      this.fields.prompt.focus();
      return;
    }
    button.disabled = true;
    this.place.hidden = false;
    this.place.replaceChildren(element('p', { class: 'hint' }, 'Thinking about it…'));
    try {
      show(await api.post(path, { prompt }));
    } catch (failure) {
      this.place.hidden = true;
      toast(failure.message, true);
    } finally {
      button.disabled = false;
    }
  }

  #models({ model, reason, alternatives, source }) {
    this.#show(reason, source, [model, ...alternatives].map((id) => this.#choice('model', id, this.lists.models().get(id)?.name || id, null)));
  }

  #styles({ styles, source }) {
    const name = (id) => this.lists.styles().find((style) => style.id === id)?.name || id;
    this.#show(styles[0].reason, source, styles.map(({ id, reason }) => this.#choice('style', id, name(id), reason)));
  }

  #choice(field, id, name, reason) {
    return element('button', { type: 'button', class: 'button small', title: reason, 'data-suggest': id, onclick: () => this.#take(field, id) }, name);
  }

  #take(field, id) {
    this.lists.take(field, id);
    this.place.hidden = true;
    this.fields[field].focus();
  }

  #show(reason, source, choices) {
    this.place.replaceChildren(
      element('p', {}, reason),
      element('div', { class: 'buttons' }, ...choices,
        element('button', { type: 'button', class: 'button quiet small', onclick: () => { this.place.hidden = true; } }, 'Dismiss')),
      element('p', { class: 'hint' }, SOURCE[source]));
  }
}
