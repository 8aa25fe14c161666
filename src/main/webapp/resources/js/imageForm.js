/** The form that describes images. */

import { Advice } from './advice.js';
import { api } from './api.js';
import { memory, toast } from './dom.js';
import { Enhancement } from './enhancement.js';
import { FormDraft } from './formDraft.js';
import { FormFaults } from './formFaults.js';
import { Idea } from './idea.js';
import { ImagePlan } from './imagePlan.js';
import { FIELDS, readSpec, valuesOf } from './imageSpec.js';
import { ModelLimits } from './modelLimits.js';
import { fillModels } from './models.js';
import { offer } from './offer.js';
import { offerPrompts } from './promptInsert.js';
import { RecipeInput } from './recipeInput.js';
import { Reference, takesReference } from './reference.js';
import { Shapes } from './shapes.js';
import { StyleChoice } from './styleChoice.js';
import { Styles } from './styles.js';

const GREATEST_SEED = 2 ** 32;
const EMPTY = {
  prompt: '', negative_prompt: '', style: '', seed: '', keepSeed: false, num_steps: '', guidance_scale: '', n: '1',
  idea: '', enhanced: '', macros: true, same_seed: false, reference_image_id: '', mask_image_id: '',
};

export class ImageForm {
  #models = new Map();
  #filled = null;

  /**
   * @param {HTMLFormElement} form
   * @param {string} draft names what is kept of the form in this browser
   * @param {(spec: object, images: number) => Promise<void>} generate throws what the server says
   */
  constructor(form, draft, generate) {
    Object.assign(this, { form, fields: form.elements, draftName: draft, generate, styles: new Styles() });
    const set = (values) => this.#set(values);
    this.faults = new FormFaults(form);
    this.shapes = new Shapes(form.querySelector('[data-shapes]'), this.fields);
    this.limits = new ModelLimits(form);
    this.reference = new Reference(form, set);
    this.idea = new Idea(form, set);
    this.plan = new ImagePlan(form, () => this.#model());
    this.draft = new FormDraft(form, FIELDS);
    new Enhancement(form, ({ original, prompt }) => set({ prompt, idea: this.fields.idea.value || original, enhanced: prompt }));
    new Advice(form, { models: () => this.#models, styles: () => this.styles.all, take: (name, value) => this.#take(name, value) });
    new StyleChoice(form, this.styles, (style) => set({ style }));
    new RecipeInput(form, (recipe) => this.use(recipe));
    this.#listen();
  }

  #listen() {
    const on = (name, run) => this.form.querySelector(`[data-${name}]`).addEventListener('click', run);
    this.form.addEventListener('submit', (event) => {
      event.preventDefault();
      this.#submit();
    });
    this.form.addEventListener('change', (event) => this.#changed(event.target));
    offerPrompts(this.fields.prompt, 'imagePrompt');
    this.fields.prompt.addEventListener('input', () => this.#planned());
    this.form.addEventListener('keydown', (event) => {
      if (event.key === 'Enter' && (event.ctrlKey || event.metaKey) && !event.target.closest('dialog')) {
        event.preventDefault();
        this.#submit();
      }
    });
    on('dice', () => this.#set({ seed: Math.floor(Math.random() * GREATEST_SEED), keepSeed: true }));
    on('turn', () => {
      this.shapes.turn();
      this.#touched();
    });
    on('reset', () => this.#reset());
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
    const usual = [...this.#models.values()].filter((model) => model.available);
    const first = usual.find((model) => model.limits.reference_image !== 'required') || usual[0];
    this.fields.model.value = [kept.model, memory.get('imageModel'), me.default_image_model].find(available) || first?.id || '';
    this.fields.style.value = me.default_style || '';
    this.#offerModel();
    this.shapes.choose('1:1');
    delete kept.model;
    // What somebody typed while the lists came is newer than what was kept.
    if (this.fields.prompt.value) {
      delete kept.prompt;
    }
    this.#set(kept);
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
   * Takes parameters of an image, of a job or of a file's recipe, or the image itself as reference; they can be given back.
   *
   * @param {'all'|'prompt'|'seed'|'remix'|'reference'} what
   */
  async use(image, what = 'all') {
    await this.fill();
    const before = this.draft.values;
    const values = what === 'reference' ? this.#asReference(image) : valuesOf(image, what);
    if (!values) {
      return;
    }
    const wanted = 'width' in values ? image.model : null;
    const usable = this.#models.get(wanted)?.available;
    this.#set(usable ? { ...values, model: wanted } : values);
    this.form.dispatchEvent(new CustomEvent('taken', { bubbles: true }));
    this.form.scrollIntoView({ block: 'nearest' });
    this.fields.prompt.focus();
    offer(`Parameters taken over.${wanted && !usable ? ` Its model, ${wanted}, cannot be used here.` : ''}`, 'Undo', () => this.#set(before));
  }

  #asReference(image) {
    const model = takesReference(this.#model()) ? this.#model() : [...this.#models.values()].find((each) => each.available && takesReference(each));
    if (!model) {
      toast('No model here works on a picture.', true);
      return null;
    }
    return { reference_image_id: image.id, mask_image_id: '', model: model.id };
  }

  #take(name, value) {
    this.fields[name].value = value;
    this.#changed(this.fields[name]);
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
    this.shapes.choose('1:1');
    this.faults.clear();
    this.#set(EMPTY);
    offer('The form is empty.', 'Undo', () => this.#set(before));
  }

  #spec() {
    return { ...readSpec(this.fields), ...this.reference.spec };
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
      const plan = await this.plan.agreed(spec);
      if (plan) {
        await this.generate(spec, plan.images);
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
    const shape = field.name === 'shape' ? field.value : this.shapes.chosen;
    if (field === this.fields.model) {
      this.#offerModel();
    }
    if (shape && (field === this.fields.model || field.name === 'shape')) {
      this.shapes.choose(shape);
    }
    this.#touched();
  }

  #model() {
    return this.#models.get(this.fields.model.value) || {};
  }

  #offerModel() {
    this.limits.offer(this.#model());
    this.shapes.offer(this.#model());
    this.reference.offer(this.#model());
  }

  #touched() {
    this.shapes.mark();
    this.idea.show();
    this.reference.show();
    this.draft.save();
    this.#planned();
  }

  #planned() {
    this.plan.show(this.#spec());
  }
}
