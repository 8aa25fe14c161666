/** Where an image comes from: the steps from an idea to what was made of the image, each of which can be gone to. */

import { api } from './api.js';
import { openCompare } from './compare.js';
import { element, toast } from './dom.js';

/**
 * Fills a list with the steps.
 *
 * @param {{use: (what: string, image: object) => void, open: (image: object) => void}} go
 */
export function showOrigin(list, image, go) {
  const told = image.provenance || {};
  const words = (prompt) => () => go.use('prompt', { ...image, prompt });
  const steps = [
    told.idea ? step('Idea', told.idea, words(told.idea)) : null,
    told.template ? step('Variants', told.template, words(told.template)) : null,
    step(told.idea ? 'Enhanced' : 'Prompt', image.prompt, words(image.prompt)),
    told.parent_image_id ? step('Reference', `Image ${told.parent_image_id}`, () => openOne(told.parent_image_id, go)) : null,
    image.job_id ? step('Job', `Job ${image.job_id}`, () => openJob(image, go)) : null,
    step('Image', `Image ${image.id}`, null),
  ];
  list.replaceChildren(...steps.filter(Boolean));
}

const step = (name, title, go) => element('li', {}, go
  ? element('button', { type: 'button', title, onclick: go }, name)
  : element('span', { title, 'aria-current': 'step' }, name));

async function openOne(id, go) {
  try {
    go.open(await api.get(`/api/images/${id}`));
  } catch (failure) {
    toast(failure.status === 404 ? 'That image is gone.' : failure.message, true);
  }
}

async function openJob(image, go) {
  try {
    const { images } = await api.get(`/api/image-jobs/${image.job_id}`);
    if (images.length > 1) {
      openCompare(await Promise.all(images.map((id) => api.get(`/api/images/${id}`))), { use: (winner, what) => go.use(what, winner) });
    } else {
      toast('The job made this image only.');
    }
  } catch (failure) {
    toast(failure.status === 404 ? 'The job was cleared from the list.' : failure.message, true);
  }
}
