/** Reads an order out of the form of images, and the values that an image gives to the form. */

import { ImagePlan } from './imagePlan.js';

export const NUMBERS = ['width', 'height', 'n', 'seed', 'num_steps', 'guidance_scale'];
export const TEXTS = ['prompt', 'negative_prompt', 'model', 'style', 'idea', 'enhanced'];
/** All fields of which a draft is kept. */
export const FIELDS = [...TEXTS, ...NUMBERS, 'keepSeed', 'macros', 'same_seed', 'reference_image_id', 'mask_image_id', 'strength'];

const RECIPE = ['prompt', 'negative_prompt', 'style', 'width', 'height', 'seed', 'num_steps', 'guidance_scale'];
const TAKEN = { all: RECIPE, remix: RECIPE.filter((name) => name !== 'seed'), prompt: ['prompt', 'negative_prompt'], seed: ['seed'] };

/** The body of POST /api/images/generate without what is empty or hidden. */
export function readSpec(fields) {
  const spec = {};
  for (const name of [...TEXTS, ...NUMBERS]) {
    const field = fields[name];
    const value = field.value.trim?.() ?? field.value;
    if (value !== '' && !field.closest?.('[hidden]')) {
      spec[name] = NUMBERS.includes(name) ? Number(value) : value;
    }
  }
  if (fields.macros.checked && ImagePlan.choices(spec.prompt || '')) {
    spec.macros = true;
    spec.same_seed = fields.same_seed.checked;
  }
  return spec;
}

/**
 * What the form takes over from an image, a job or a recipe.
 *
 * @param {'all'|'prompt'|'seed'|'remix'} what
 */
export function valuesOf(image, what) {
  const values = Object.fromEntries(TAKEN[what].map((name) => [name, image[name] ?? '']));
  if ('prompt' in values) {
    Object.assign(values, { idea: image.provenance?.idea || '', enhanced: image.provenance?.enhanced || '' });
    // The prompt of an image is one of the variants; braces in it mean themselves.
    values.macros = !ImagePlan.choices(values.prompt) || Boolean(image.provenance?.template === image.prompt);
  }
  if ('seed' in values) {
    values.keepSeed = values.seed !== '';
  } else if (what === 'remix') {
    Object.assign(values, { seed: '', keepSeed: false });
  }
  return values;
}
