/** The picture that a model works on and the mask of what may change, for models that take them. */

import { api } from './api.js';
import { element, icon, iconButton, toast } from './dom.js';
import { paintMask } from './maskPainter.js';
import { pictureIn, pictureZone } from './recipeFile.js';

const TYPES = ['image/png', 'image/jpeg', 'image/webp'];
const NONE = 'none';

/** Whether a model works on pictures. */
export const takesReference = (model) => Boolean(model?.limits?.reference_image) && model.limits.reference_image !== NONE;

export class Reference {
  #limits = {};
  #images = new Map();

  /**
   * @param {HTMLFormElement} form
   * @param {(values: object) => void} set fills fields of the form
   */
  constructor(form, set) {
    this.root = form.querySelector('[data-reference]');
    this.fields = form.elements;
    this.set = set;
    for (const [kind, field] of [['reference', 'reference_image_id'], ['mask', 'mask_image_id']]) {
      const file = this.root.querySelector(`[data-${kind}-file]`);
      const zone = this.root.querySelector(`[data-${kind}-zone]`);
      file.addEventListener('change', () => {
        this.#upload(field, file.files[0]);
        file.value = '';
      });
      pictureZone(zone, (dropped) => this.#upload(field, dropped));
    }
    form.addEventListener('paste', (event) => this.#paste(event));
    this.fields.strength.addEventListener('input', () => this.#shown());
  }

  /** Offers what a model takes. */
  offer({ limits }) {
    this.#limits = limits || {};
    const there = (what) => Boolean(this.#limits[what]) && this.#limits[what] !== NONE;
    this.root.hidden = !there('reference_image');
    this.root.querySelector('[data-mask]').hidden = !there('mask_image');
    this.root.querySelector('[data-strength]').hidden = !this.#limits.strength;
    this.show();
  }

  /** What the form says of pictures, as far as the model takes it. */
  get spec() {
    const spec = {};
    if (!this.root.hidden) {
      for (const [name, limit] of [['reference_image_id', 'reference_image'], ['mask_image_id', 'mask_image']]) {
        if (this.fields[name].value && this.#limits[limit] !== NONE) {
          spec[name] = Number(this.fields[name].value);
        }
      }
      if (this.#limits.strength && spec.reference_image_id) {
        spec.strength = Number(this.fields.strength.value);
      }
    }
    return spec;
  }

  async show() {
    if (!this.root.hidden) {
      await Promise.all([this.#zone('reference', 'reference_image_id'), this.#zone('mask', 'mask_image_id')]);
      this.#shown();
    }
  }

  #shown() {
    this.root.querySelector('[data-strength-shown]').textContent = `${Math.round(this.fields.strength.value * 100)} %`;
  }

  async #zone(kind, field) {
    const zone = this.root.querySelector(`[data-${kind}-zone]`);
    const choose = () => this.root.querySelector(`[data-${kind}-file]`).click();
    const image = await this.#image(field);
    const paint = kind === 'mask' && this.fields.reference_image_id.value
      ? element('button', { type: 'button', class: 'button small', 'data-paint': true, onclick: () => this.#paint() }, icon('pencil'), image ? 'Paint anew' : 'Paint it') : null;
    zone.replaceChildren(...(image
      ? [element('img', { src: image.thumbnail_url, alt: `${kind === 'mask' ? 'Mask' : 'Reference'}: image ${image.id}` }),
        element('span', { class: 'grow' }, `Image ${image.id}, ${image.width} × ${image.height}`),
        paint,
        iconButton('times', 'Take it away', () => this.set({ [field]: '', ...(kind === 'reference' ? { mask_image_id: '' } : {}) }))]
      : [icon(kind === 'mask' ? 'eraser' : 'image'),
        element('span', { class: 'grow' }, kind === 'mask' ? 'White where the picture may change: ' : 'Drop or paste a picture, or '),
        paint, element('button', { type: 'button', class: 'button small', onclick: choose }, 'Choose a file')]).filter(Boolean));
  }

  async #image(field) {
    const id = this.fields[field].value;
    if (!id) {
      return null;
    }
    if (!this.#images.has(id)) {
      try {
        this.#images.set(id, await api.get(`/api/images/${id}`));
      } catch (failure) {
        if (failure.status === 404) {
          this.set({ [field]: '' });
        }
        return null;
      }
    }
    return this.#images.get(id);
  }

  #paste(event) {
    const picture = pictureIn(event.clipboardData);
    if (picture && !this.root.hidden) {
      event.preventDefault();
      event.stopImmediatePropagation();
      this.#upload('reference_image_id', picture);
    }
  }

  async #upload(field, file) {
    const type = TYPES.includes(file.type) ? file.type : 'application/octet-stream';
    const zone = this.root.querySelector(field === 'mask_image_id' ? '[data-mask-zone]' : '[data-reference-zone]');
    zone.setAttribute('aria-busy', 'true');
    try {
      const image = await api.upload('/api/images/upload', new Blob([file], { type }));
      this.#images.set(String(image.id), image);
      this.set({ [field]: image.id, ...(field === 'reference_image_id' ? { mask_image_id: '' } : {}) });
    } catch (failure) {
      toast(failure.message, true);
    } finally {
      zone.removeAttribute('aria-busy');
    }
  }

  async #paint() {
    const mask = await paintMask(await this.#image('reference_image_id'));
    if (mask) {
      await this.#upload('mask_image_id', mask);
    }
  }
}
