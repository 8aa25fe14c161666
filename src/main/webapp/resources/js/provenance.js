/** Where an image comes from: the steps from an idea to what was made of the image, each of which can be gone to. */

import { api } from './api.js';
import { openCompare } from './compare.js';
import { element, toast } from './dom.js';

let shown = 0;

/**
 * Fills a list with the steps.
 *
 * @param {{use: (what: string, image: object) => void, open: (image: object) => void}} go
 */
export async function showOrigin(list, image, go) {
  shown = image.id;
  const told = image.provenance || {};
  const words = (prompt) => () => go.use('prompt', { ...image, prompt, provenance: null });
  list.replaceChildren(...[
    told.idea ? step('Idea', told.idea, words(told.idea)) : null,
    told.enhanced ? step('Enhanced', told.enhanced, words(told.enhanced)) : null,
    told.template ? step('Variants', told.template, words(told.template)) : null,
    image.prompt && image.prompt !== told.enhanced ? step('Prompt', image.prompt, words(image.prompt)) : null,
    told.parent_image_id ? step('From image', `Image ${told.parent_image_id}`, () => tried(async () => go.open(await api.get(`/api/images/${told.parent_image_id}`)))) : null,
    image.batch_id ? step('Batch', `Batch ${image.batch_id}`, () => tried(() => openBatch(image.batch_id, go))) : null,
    image.job_id ? step('Job', `Job ${image.job_id}`, () => tried(() => openJob(image.job_id, go))) : null,
    step(image.uploaded ? 'Upload' : 'Image', `Image ${image.id}`, null),
  ].filter(Boolean));
  const { items } = await api.get(`/api/images?${new URLSearchParams({ parent_image_id: image.id, limit: 100 })}`).catch(() => ({ items: [] }));
  // Another image may be shown by now.
  if (items.length && shown === image.id) {
    list.append(step(items.length === 1 ? 'Edit' : `${items.length} edits`, items[0].prompt, () => (items.length === 1 ? go.open(items[0]) : compare(items, go))));
  }
}

const step = (name, title, go) => element('li', {}, go
  ? element('button', { type: 'button', title, onclick: go }, name)
  : element('span', { title, 'aria-current': 'step' }, name));

const compare = (images, go) => openCompare(images, { use: (winner, what) => go.use(what, winner) });

async function openJob(id, go) {
  const { images } = await api.get(`/api/image-jobs/${id}`);
  if (images.length > 1) {
    compare(await Promise.all(images.map((each) => api.get(`/api/images/${each}`))), go);
  } else {
    toast('The job made this image only.');
  }
}

async function openBatch(id, go) {
  const { items } = await api.get(`/api/images?${new URLSearchParams({ batch_id: id, limit: 100 })}`);
  if (items.length > 1) {
    compare(items, go);
  } else {
    toast('This image is all that is left of the batch.');
  }
}

async function tried(action) {
  try {
    await action();
  } catch (failure) {
    toast(failure.status === 404 ? 'That is gone by now.' : failure.message, true);
  }
}
