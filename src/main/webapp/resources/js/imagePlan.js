/** What pressing Generate will do: how many images, what they cost, how long they take. */

import { element } from './dom.js';

const ASKED_ABOVE = 6;

export class ImagePlan {
  /** @param {() => object} model of the catalogue that the form has */
  constructor(form, model) {
    this.line = form.querySelector('[data-price]');
    this.model = model;
  }

  show(spec) {
    this.line.textContent = this.#words(spec);
  }

  #words({ n = 1, width, height }) {
    const { price, prices } = this.model();
    const each = prices?.per_image;
    const cost = each ? `≈ $${Number((each * n).toPrecision(2))}` : each === 0 ? 'free' : price;
    return [`${n} ${n === 1 ? 'image' : 'images'} of ${width} × ${height}`, cost].filter(Boolean).join(' · ');
  }

  /** Asks the person about many images; resolves to whether they shall be made. */
  agreed(spec) {
    return (spec.n || 1) > ASKED_ABOVE ? ask(`Make ${spec.n} images?`, this.#words(spec)) : Promise.resolve(true);
  }
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
    dialog.showModal();
  });
}
