/** The form that describes images. */

import { Advice } from './advice.js';
import { api } from './api.js';
import { element, memory } from './dom.js';
import { Enhancement } from './enhancement.js';
import { FormDraft } from './formDraft.js';
import { FormFaults } from './formFaults.js';
import { ImagePlan } from './imagePlan.js';
import { ModelFields } from './modelFields.js';
import { fillModels } from './models.js';
import { offer } from './offer.js';
import { dropZone, pictureIn, readRecipe } from './recipeFile.js';
import { Shapes } from './shapes.js';
import { pickStyle } from './stylePicker.js';
import { Styles } from './styles.js';

const NUMBERS = ['width', 'height', 'n', 'seed', 'num_steps', 'guidance_scale'];
const TEXTS = ['prompt', 'negative_prompt', 'model', 'style'];
const RECIPE = ['prompt', 'negative_prompt', 'style', 'width', 'height', 'seed', 'num_steps', 'guidance_scale'];
const TAKEN = { all: RECIPE, remix: RECIPE.filter((name) => name !== 'seed'), prompt: ['prompt', 'negative_prompt'], seed: ['seed'] };
const GREATEST_SEED = 2 ** 32;

export class ImageForm {
  #models = new Map();
  #filled = null;

  /**
   * @param {HTMLFormElement} form
   * @param {string} draft names what is kept of the form in this browser
   * @param {(spec: object) => Promise<void>} generate throws what the server says
   */
  constructor(form, draft, generate) {
    Object.assign(this, { form, fields: form.elements, draftName: draft, generate, styles: new Styles() });
    this.faults = new FormFaults(form);
    this.shapes = new Shapes(form.querySelector('[data-shapes]'), this.fields);
    this.modelFields = new ModelFields(form);
    this.plan = new ImagePlan(form, () => this.#model());
    this.draft = new FormDraft(form, [...TEXTS, ...NUMBERS, 'keepSeed']);
    new Enhancement(form, ({ prompt }) => this.#set({ prompt }));
    new Advice(form, { models: () => this.#models, styles: () => this.styles.all, take: (name, value) => this.#set({ [name]: value }) });
    this.#listen();
  }

  #listen() {
    const on = (name, run) => this.form.querySelector(`[data-${name}]`).addEventListener('click', run);
    this.form.addEventListener('submit', (event) => {
      event.preventDefault();
      this.#submit();
    });
    this.form.addEventListener('change', (event) => this.#changed(event.target));
    this.fields.prompt.addEventListener('input', () => this.#planned());
    this.fields.prompt.addEventListener('keydown', (event) => {
      if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) {
        event.preventDefault();
        this.#submit();
      }
    });
    on('dice', () => this.#set({ seed: Math.floor(Math.random() * GREATEST_SEED), keepSeed: true }));
    on('turn', () => {
      this.shapes.turn();
      this.#touched();
    });
    on('pick-style', () => pickStyle(this.styles, this.fields.style.value, (style) => this.#set({ style })));
    on('reset', () => this.#reset());
    const file = this.form.querySelector('[data-recipe-file]');
    on('recipe', () => file.click());
    file.addEventListener('change', () => {
      this.restore(file.files[0]);
      file.value = '';
    });
    dropZone(this.form, (dropped) => this.restore(dropped));
    this.form.addEventListener('paste', (event) => {
      const picture = pictureIn(event.clipboardData);
      if (picture) {
        event.preventDefault();
        this.restore(picture);
      }
    });
    this.styles.addEventListener('change', () => this.#offerStyles());
  }

  /** Fills the lists and what was kept, once. */
  fill() {
    this.#filled ||= this.#fill();
    return this.#filled;
  }

  async #fill() {
    const [me] = await Promise.all([api.get('/api/me'), this.styles.load()]);
    // Last, so that nobody can choose a model before the usual one is set.
    this.#models = await fillModels(this.fields.model, 'image', null, null);
    const kept = this.draft.open(`imageDraft.${me.id}.${this.draftName}`) || {};
    const available = (id) => this.#models.get(id)?.available;
    const first = [...this.#models.values()].find((model) => model.available);
    this.fields.model.value = [kept.model, memory.get('imageModel'), me.default_image_model].find(available) || first?.id || '';
    this.fields.style.value = me.default_style || '';
    this.#offerModel();
    this.shapes.choose('1:1');
    delete kept.model;
    // What somebody typed while the lists came is newer than what was kept.
    if (this.fields.prompt.value) {
      delete kept.prompt;
    }
    this.draft.values = kept;
    this.#touched();
  }

  /** The models that can be chosen, by id. */
  get models() {
    return this.#models;
  }

  get prompt() {
    return this.fields.prompt.value.trim();
  }

  set prompt(text) {
    this.#set({ prompt: text });
    this.fields.prompt.focus();
  }

  /**
   * Takes parameters of an image, of a job or of a file's recipe; they can be given back.
   *
   * @param {'all'|'prompt'|'seed'|'remix'} what
   */
  async use(image, what = 'all') {
    await this.fill();
    const before = this.draft.values;
    const names = TAKEN[what];
    const values = Object.fromEntries(names.map((name) => [name, image[name] ?? '']));
    if (names.includes('width') && this.#models.get(image.model)?.available) {
      values.model = image.model;
    }
    if (names.includes('seed')) {
      values.keepSeed = true;
    } else if (what === 'remix') {
      Object.assign(values, { seed: '', keepSeed: false });
    }
    this.#set(values);
    this.form.dispatchEvent(new CustomEvent('taken', { bubbles: true }));
    this.form.scrollIntoView({ block: 'nearest' });
    this.fields.prompt.focus();
    const elsewhere = values.model || !names.includes('width') || !image.model ? '' : ` Its model, ${image.model}, cannot be used here.`;
    offer(`Parameters taken over.${elsewhere}`, 'Undo', () => this.#set(before));
  }

  /** Takes all parameters that a file tells. */
  async restore(file) {
    const recipe = await readRecipe(file);
    if (recipe) {
      await this.use(recipe);
    }
  }

  #set(values) {
    this.draft.values = values;
    if ('model' in values) {
      this.#offerModel();
    }
    this.#touched();
  }

  #reset() {
    const before = this.draft.values;
    this.#set({ prompt: '', negative_prompt: '', style: '', seed: '', keepSeed: false, num_steps: '', guidance_scale: '', n: '1' });
    this.shapes.choose('1:1');
    this.faults.clear();
    this.#touched();
    offer('The form is empty.', 'Undo', () => this.#set(before));
  }

  #spec() {
    const spec = {};
    for (const name of [...TEXTS, ...NUMBERS]) {
      const field = this.fields[name];
      const value = field.value.trim?.() ?? field.value;
      if (value !== '' && !field.closest?.('[hidden]')) {
        spec[name] = NUMBERS.includes(name) ? Number(value) : value;
      }
    }
    return spec;
  }

  async #submit() {
    this.faults.clear();
    if (!this.prompt) {
      this.faults.show([{ field: 'prompt', message: 'is needed: say what the picture shows' }], '');
      this.fields.prompt.focus();
      return;
    }
    const button = this.form.querySelector('[type=submit]');
    button.disabled = true;
    try {
      const spec = this.#spec();
      if (await this.plan.agreed(spec)) {
        await this.generate(spec);
        memory.set('imageModel', this.fields.model.value);
        if (!this.fields.keepSeed.checked) {
          this.#set({ seed: '' });
        }
      }
    } catch (failure) {
      this.faults.show(failure.errors || [], failure.message);
    } finally {
      button.disabled = false;
    }
  }

  #changed(field) {
    if (field.name === 'shape') {
      this.shapes.choose(field.value);
    } else if (field === this.fields.model) {
      this.#offerModel();
      if (this.shapes.chosen) {
        this.shapes.choose(this.shapes.chosen);
      }
    }
    this.#touched();
  }

  #model() {
    return this.#models.get(this.fields.model.value) || {};
  }

  #offerModel() {
    this.modelFields.offer(this.#model());
    this.shapes.offer(this.#model());
  }

  #offerStyles() {
    const { value } = this.fields.style;
    this.fields.style.replaceChildren(element('option', { value: '' }, 'None'), ...[...this.styles.categories].map(([name, styles]) =>
      element('optgroup', { label: name }, ...styles.map((style) => element('option', { value: style.id, title: style.description || null }, style.name)))));
    this.fields.style.value = this.styles.find(value) ? value : '';
  }

  #touched() {
    this.shapes.mark();
    this.draft.save();
    this.#planned();
  }

  #planned() {
    this.plan.show(this.#spec());
  }
}
