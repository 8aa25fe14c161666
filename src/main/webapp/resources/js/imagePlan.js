/** What pressing Generate will do: which prompts, how many images, what they cost, how long they take. */

import { api } from './api.js';
import { element } from './dom.js';
import { openModal } from './modal.js';

const ASKED_ABOVE = 6;
const TYPING = 350;
const CHOICES = /\{[^{}]*\|/;

export class ImagePlan {
  #typing = 0;
  #round = 0;

  /** @param {() => object} model of the catalogue that the form has */
  constructor(form, model) {
    this.line = form.querySelector('[data-price]');
    this.variants = form.querySelector('[data-variants]');
    this.count = form.querySelector('[data-variants-count]');
    this.list = form.querySelector('[data-variants-list]');
    this.model = model;
  }

  /** Whether a prompt has choices in braces. */
  static choices(prompt) {
    return CHOICES.test(prompt);
  }

  /** Says at once what the catalogue tells, and soon what the server does. */
  show(spec) {
    clearTimeout(this.#typing);
    this.#round += 1;
    this.variants.hidden = !ImagePlan.choices(spec.prompt || '');
    this.#say(this.#guess(spec));
    if (spec.prompt && spec.model && (spec.reference_image_id || this.model().limits?.reference_image !== 'required')) {
      this.#typing = setTimeout(() => this.#ask(spec, this.#round), TYPING);
    }
  }

  /**
   * Asks the person about many images.
   *
   * @returns {Promise<?object>} the plan if the images shall be made
   * @throws what the server says against it
   */
  async agreed(spec) {
    if (!spec.macros && (spec.n || 1) <= ASKED_ABOVE) {
      return this.#guess(spec);
    }
    const plan = await api.post('/api/images/plan', spec);
    return !plan.confirm || await ask(`Make ${plan.images} images?`, words(plan)) ? plan : null;
  }

  async #ask(spec, round) {
    try {
      const plan = await api.post('/api/images/plan', spec);
      if (round === this.#round) {
        this.#say(plan);
      }
    } catch (failure) {
      // Without a status the server was not reached, which the person need not know yet.
      if (round === this.#round && failure.status) {
        this.line.classList.add('bad');
        this.line.textContent = failure.errors.map(({ field, message }) => `${field.replaceAll('_', ' ')} ${message}`).join('; ') || failure.message;
        this.#list([]);
      }
    }
  }

  #guess({ n = 1, width, height }) {
    const each = this.model().prices?.per_image ?? null;
    return { images: n, prompts: [], price_per_image: each, price: each === null ? null : each * n, estimated_seconds: null, width, height, words: this.model().price };
  }

  #say(plan) {
    this.line.classList.remove('bad');
    this.line.textContent = words({ words: this.model().price, ...plan });
    this.#list(plan.prompts);
  }

  #list(prompts) {
    this.count.textContent = prompts.length > 1 ? `${prompts.length} prompts` : 'One prompt';
    this.list.replaceChildren(...(prompts.length > 1 ? prompts : []).map((prompt) => element('li', {}, prompt)));
  }
}

function words({ images, price, words: known, estimated_seconds: seconds, width, height }) {
  const cost = price === null ? known : price === 0 ? 'free' : `≈ $${Number(price.toPrecision(2))}`;
  const time = seconds === null ? '' : seconds < 90 ? `≈ ${Math.max(1, seconds)} s` : `≈ ${Math.round(seconds / 60)} min`;
  return [`${images} ${images === 1 ? 'image' : 'images'}`, cost, time, `${width} × ${height}`].filter(Boolean).join(' · ');
}

function ask(title, text) {
  return new Promise((resolve) => {
    const dialog = element('dialog', { 'aria-label': title, class: 'confirm' },
      element('h2', {}, title),
      element('p', {}, text),
      element('form', { method: 'dialog', class: 'buttons' },
        element('button', { type: 'button', class: 'button', onclick: () => dialog.close() }, 'Cancel'),
        element('button', { class: 'button primary', value: 'yes', autofocus: true }, 'Make them')));
    dialog.addEventListener('close', () => {
      dialog.remove();
      resolve(dialog.returnValue === 'yes');
    });
    document.body.append(dialog);
    openModal(dialog, false);
  });
}
