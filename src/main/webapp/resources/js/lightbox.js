/** An image at full size with all that made it. */

import { api } from './api.js';
import { confirm, copy, element, exactly, toast } from './dom.js';

const dialog = document.getElementById('lightbox');
const picture = document.getElementById('lightboxImage');
const facts = document.getElementById('lightboxFacts');
let images = [];
let index = 0;
let actions = {};

/**
 * Opens on one of some images, among which the arrow keys move.
 *
 * @param {{use: (image: object) => void, removed: (image: object) => void}} newActions
 */
export function openLightbox(someImages, image, newActions) {
  images = [...someImages];
  index = images.findIndex((other) => other.id === image.id);
  actions = newActions;
  show();
  dialog.showModal();
}

function show() {
  const image = images[index];
  picture.src = image.image_url;
  picture.alt = image.prompt;
  picture.width = image.width;
  picture.height = image.height;
  const rows = [
    ['Prompt', image.prompt],
    ['Negative prompt', image.negative_prompt],
    ['Model', image.model],
    ['Style', image.style],
    ['Size', `${image.width} × ${image.height}`],
    ['Seed', image.seed],
    ['Steps', image.num_steps],
    ['Guidance', image.guidance_scale],
    ['File', `${(image.media_type || '').replace('image/', '').toUpperCase()}, ${size(image.bytes)}`],
    ['Made', exactly(image.created_at)],
  ];
  facts.replaceChildren(...rows
    .filter(([, value]) => value !== null && value !== undefined && value !== '')
    .flatMap(([name, value]) => [element('dt', {}, name), element('dd', {}, String(value))]));
  document.getElementById('lightboxDownload').href = `${image.image_url}?download=true`;
  document.getElementById('lightboxPrevious').disabled = index === 0;
  document.getElementById('lightboxNext').disabled = index === images.length - 1;
}

const size = (bytes) => (bytes >= 1_000_000 ? `${(bytes / 1_000_000).toFixed(1)} MB` : `${Math.ceil(bytes / 1000)} kB`);

function move(step) {
  if (images[index + step]) {
    index += step;
    show();
  }
}

document.getElementById('lightboxPrevious').addEventListener('click', () => move(-1));
document.getElementById('lightboxNext').addEventListener('click', () => move(1));
document.getElementById('lightboxClose').addEventListener('click', () => dialog.close());
document.getElementById('lightboxCopy').addEventListener('click', () => copy(images[index].prompt));
document.getElementById('lightboxUse').addEventListener('click', () => {
  dialog.close();
  actions.use(images[index]);
});
document.getElementById('lightboxDelete').addEventListener('click', async () => {
  const image = images[index];
  const sure = await confirm({ title: 'Delete this image?', text: 'The image and its file are removed for good.', action: 'Delete image' });
  if (!sure) {
    return;
  }
  try {
    await api.remove(`/api/images/${image.id}`);
  } catch (failure) {
    toast(failure.message, true);
    return;
  }
  actions.removed(image);
  images.splice(index, 1);
  if (images.length) {
    index = Math.min(index, images.length - 1);
    show();
  } else {
    dialog.close();
  }
});
dialog.addEventListener('keydown', (event) => {
  if (event.key === 'ArrowLeft') {
    move(-1);
  } else if (event.key === 'ArrowRight') {
    move(1);
  }
});
dialog.addEventListener('click', (event) => {
  // The backdrop belongs to the dialog element itself.
  if (event.target === dialog) {
    dialog.close();
  }
});
dialog.addEventListener('close', () => picture.removeAttribute('src'));
