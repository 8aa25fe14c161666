/** The form that describes images: reads and fills its fields, shows limits and prices, and what is wrong. */

import { api } from './api.js';
import { element, memory, toast } from './dom.js';
import { fillModels } from './models.js';
import { offerPrompts } from './promptInsert.js';

const SHAPES = { '1:1': [1, 1], '4:3': [4, 3], '3:2': [3, 2], '16:9': [16, 9], '3:4': [3, 4], '2:3': [2, 3], '9:16': [9, 16] };
const GRID = 64;
const NUMBERS = ['width', 'height', 'n', 'seed', 'num_steps', 'guidance_scale'];

export class ImageForm {
  #models = new Map();
  #filled = false;

  /** @param {(spec: object) => Promise<void>} generate throws what the server says */
  constructor(form, generate) {
    this.form = form;
    this.generate = generate;
    this.fields = form.elements;
    form.addEventListener('submit', (event) => {
      event.preventDefault();
      this.#submit();
    });
    form.addEventListener('change', (event) => this.#changed(event.target));
    form.querySelector('[data-enhance]').addEventListener('click', () => this.#enhance());
    form.querySelector('[data-random-seed]').addEventListener('click', () => {
      this.fields.seed.value = '';
      this.fields.keepSeed.checked = false;
    });
    offerPrompts(this.fields.prompt, 'imagePrompt');
    this.fields.prompt.addEventListener('keydown', (event) => {
      if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) {
        event.preventDefault();
        this.#submit();
      }
    });
  }

  /** Fills the lists, once. */
  async fill() {
    if (this.#filled) {
      return;
    }
    this.#filled = true;
    const [styles, me] = await Promise.all([api.get('/api/styles'), api.get('/api/me')]);
    // Last, so that nobody can choose a model before the usual one is set.
    const models = await fillModels(this.fields.model, 'image', null, null);
    this.#models = models;
    this.fields.style.append(...styles.items.map((style) => element('option', { value: style.id, title: style.description || null }, style.name)));
    const available = (id) => models.get(id)?.available;
    const first = [...models.values()].find((model) => model.available);
    this.fields.model.value = [memory.get('imageModel'), me.default_image_model].find(available) || first?.id || '';
    this.fields.style.value = me.default_style || '';
    this.#shape('1:1');
    this.#changed(this.fields.model);
  }

  get prompt() {
    return this.fields.prompt.value.trim();
  }

  set prompt(text) {
    this.fields.prompt.value = text;
    this.fields.prompt.focus();
  }

  /** Takes the parameters of an image or of a job. */
  async use(image) {
    await this.fill();
    for (const name of ['prompt', 'negative_prompt', 'style', 'width', 'height', 'seed', 'num_steps', 'guidance_scale']) {
      if (this.fields[name]) {
        this.fields[name].value = image[name] ?? '';
      }
    }
    if (this.#models.get(image.model)?.available) {
      this.fields.model.value = image.model;
    }
    this.fields.keepSeed.checked = true;
    this.#limits();
    this.#markShape();
    this.form.scrollIntoView({ block: 'nearest' });
    this.fields.prompt.focus();
  }

  #spec() {
    const spec = {};
    for (const name of ['prompt', 'negative_prompt', 'model', 'style', ...NUMBERS]) {
      const field = this.fields[name];
      const value = field.value.trim?.() ?? field.value;
      if (value !== '' && !field.disabled && !field.closest?.('[hidden]')) {
        spec[name] = NUMBERS.includes(name) ? Number(value) : value;
      }
    }
    return spec;
  }

  async #submit() {
    this.#faults([], '');
    const button = this.form.querySelector('[type=submit]');
    if (!this.prompt) {
      this.#faults([{ field: 'prompt', message: 'is needed: say what the picture shows' }], '');
      this.fields.prompt.focus();
      return;
    }
    button.disabled = true;
    try {
      await this.generate(this.#spec());
      memory.set('imageModel', this.fields.model.value);
      if (!this.fields.keepSeed.checked) {
        this.fields.seed.value = '';
      }
    } catch (failure) {
      this.#faults(failure.errors || [], failure.message);
    } finally {
      button.disabled = false;
    }
  }

  /** Puts each fault beside its field and the rest below the form; what was typed stays. */
  #faults(errors, detail) {
    const rest = [];
    for (const place of this.form.querySelectorAll('[data-error]')) {
      place.textContent = '';
      this.fields[place.dataset.error]?.removeAttribute?.('aria-invalid');
    }
    for (const { field, message } of errors) {
      const place = this.form.querySelector(`[data-error="${CSS.escape(field)}"]`);
      if (place) {
        place.textContent = `${place.dataset.name} ${message}.`;
        this.fields[field]?.setAttribute?.('aria-invalid', 'true');
        place.closest('details')?.setAttribute('open', '');
      } else {
        rest.push(`${field} ${message}`);
      }
    }
    this.form.querySelector('[data-problem]').textContent = errors.length ? rest.join('; ') : detail;
  }

  #changed(field) {
    if (field.name === 'shape') {
      this.#shape(field.value);
    } else if (field === this.fields.width || field === this.fields.height) {
      this.#markShape();
    } else if (field === this.fields.model) {
      this.#limits();
      if (this.fields.shape.value) {
        this.#shape(this.fields.shape.value);
      }
    } else if (field.name === 'n') {
      this.#price();
    }
  }

  /** As many pixels as the model has by default, in a shape, on a grid that models like. */
  #shape(name) {
    const { limits, defaults } = this.#model();
    const [across, down] = SHAPES[name];
    const pixels = (defaults?.width || 1024) * (defaults?.height || 1024);
    const side = (part, other) => {
      const ideal = Math.round(Math.sqrt(pixels * part / other) / GRID) * GRID;
      return Math.min(limits?.max_side || 2048, Math.max(limits?.min_side || GRID, ideal));
    };
    this.fields.width.value = side(across, down);
    this.fields.height.value = side(down, across);
    this.fields.shape.value = name;
    this.#price();
  }

  #markShape() {
    const ratio = this.fields.width.value / this.fields.height.value;
    const near = Object.entries(SHAPES).find(([, [across, down]]) => Math.abs(ratio / (across / down) - 1) < .03);
    for (const choice of this.fields.shape) {
      choice.checked = choice.value === near?.[0];
    }
    this.#price();
  }

  #model() {
    return this.#models.get(this.fields.model.value) || {};
  }

  #limits() {
    const { limits, defaults, description } = this.#model();
    for (const name of ['width', 'height']) {
      this.fields[name].min = limits?.min_side ?? '';
      this.fields[name].max = limits?.max_side ?? '';
    }
    this.#range('num_steps', limits?.min_steps, limits?.max_steps, defaults?.num_steps, 1);
    this.#range('guidance_scale', limits?.min_guidance, limits?.max_guidance, defaults?.guidance_scale, 'any');
    this.#offer('negative_prompt', limits?.negative_prompt !== false);
    this.#offer('seed', limits?.seed !== false);
    this.form.querySelector('[data-model-note]').textContent =
      [description, limits ? `${limits.min_side} to ${limits.max_side} px a side.` : ''].filter(Boolean).join(' ');
    this.#price();
  }

  #range(name, least, most, usual, step) {
    this.#offer(name, most !== null && most !== undefined);
    Object.assign(this.fields[name], { min: least ?? '', max: most ?? '', step, placeholder: usual ?? '' });
  }

  #offer(name, offered) {
    this.fields[name].closest('.field').hidden = !offered;
  }

  #price() {
    const n = Number(this.fields.n.value);
    const price = this.#model().price;
    const { width, height } = this.fields;
    this.form.querySelector('[data-price]').textContent =
      `${n} ${n === 1 ? 'image' : 'images'} of ${width.value} × ${height.value}${price ? ` · ${price}` : ''}`;
  }

  async #enhance() {
    const button = this.form.querySelector('[data-enhance]');
    const place = this.form.querySelector('[data-enhanced]');
    if (!this.prompt) {
      this.#faults([{ field: 'prompt', message: 'is needed before it can be enhanced' }], '');
      return;
    }
    button.disabled = true;
    try {
      const style = this.fields.style.value;
      const result = await api.post('/api/prompts/enhance', { prompt: this.prompt, ...(style ? { style } : {}) });
      const close = () => {
        place.hidden = true;
        this.fields.prompt.focus();
      };
      place.replaceChildren(
        element('p', { class: 'enhanced-text' }, result.prompt),
        element('p', { class: 'hint' }, result.source === 'rules' ? 'Expanded by rules, without an AI model.' : `By ${result.model}.`),
        element('div', { class: 'buttons' },
          element('button', { type: 'button', class: 'button primary small', 'data-take': true, onclick: () => { this.fields.prompt.value = result.prompt; close(); } }, 'Use this'),
          element('button', { type: 'button', class: 'button quiet small', onclick: close }, 'Discard')));
      place.hidden = false;
      place.querySelector('[data-take]').focus();
    } catch (failure) {
      toast(failure.message, true);
    } finally {
      button.disabled = false;
    }
  }
}
