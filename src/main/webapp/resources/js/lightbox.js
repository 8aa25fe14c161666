/** An image at full size with all that made it. */

import { copy } from './dom.js';
import { favour, favourites } from './favourites.js';
import { facts } from './imageFacts.js';
import { throwAway } from './imageTrash.js';
import { listen } from './keys.js';
import { openModal } from './modal.js';
import { showOrigin } from './provenance.js';

const FORMATS = ['png', 'jpeg', 'webp'];

const part = (name) => document.getElementById(`lightbox${name}`);
const dialog = document.getElementById('lightbox');
const picture = part('Image');
const overlay = part('Overlay');
let feed = null;
let shown = null;
let actions = {};

/**
 * Opens on one of the images of a feed, among which the arrow keys move.
 *
 * @param {import('./imageFeed.js').ImageFeed} newFeed
 * @param {{use: (image: object, what: 'all'|'prompt'|'seed'|'remix'|'reference') => void}} newActions
 */
export function openLightbox(newFeed, image, newActions) {
  feed = newFeed;
  actions = newActions;
  show(image);
  if (!dialog.open) {
    openModal(dialog);
  }
}

function show(image) {
  shown = image;
  picture.src = image.image_url;
  picture.alt = image.prompt;
  picture.width = image.width;
  picture.height = image.height;
  part('Facts').replaceChildren(...facts(image));
  part('OverlayFacts').replaceChildren(...facts(image));
  for (const format of FORMATS) {
    part(`Download-${format}`).href = `${image.image_url}?format=${format}&download=true`;
  }
  part('Star').setAttribute('aria-pressed', String(image.favourite));
  part('Star').firstElementChild.className = `pi pi-star${image.favourite ? '-fill' : ''}`;
  part('Previous').disabled = !at(-1);
  part('Next').disabled = !at(1) && !feed.hasMore;
  part('Place').textContent = place();
  showOrigin(part('Origin'), image, { use, open: show });
}

function place() {
  const index = feed.images.findIndex((image) => image.id === shown.id);
  return index < 0 ? '' : `${index + 1} of ${feed.images.length}${feed.hasMore ? '+' : ''}`;
}

function at(step) {
  const index = feed.images.findIndex((image) => image.id === shown.id);
  return index < 0 ? null : feed.images[index + step];
}

async function move(step) {
  if (step > 0 && !at(step) && feed.hasMore) {
    await feed.more();
  }
  if (at(step)) {
    show(at(step));
  }
}

function use(what, image = shown) {
  dialog.close();
  actions.use(image, what);
}

const star = () => favour([shown], !shown.favourite);

async function remove() {
  const gone = shown;
  const next = at(1) || at(-1);
  if (await throwAway([gone]) && shown === gone) {
    if (next) {
      show(next);
    } else {
      dialog.close();
    }
  }
}

function information() {
  overlay.hidden = !overlay.hidden;
  part('Info').setAttribute('aria-pressed', String(!overlay.hidden));
}

const showKeys = listen(dialog, 'Keys in the lightbox', [
  { key: 'ArrowLeft', shown: '←', does: 'Newer image', run: () => move(-1) },
  { key: 'ArrowRight', shown: '→', does: 'Older image', run: () => move(1) },
  { key: '.', does: 'Favourite', run: star },
  { key: 'Delete', shown: 'Del', does: 'Delete, with a way back', run: remove },
  { key: 'i', does: 'All parameters over the image', run: information },
  { key: 'a', does: 'Use all parameters', run: () => use('all') },
  { key: 'p', does: 'Use the prompt', run: () => use('prompt') },
  { key: 's', does: 'Use the seed', run: () => use('seed') },
  { key: 'r', does: 'Remix: use all but the seed', run: () => use('remix') },
  { key: 'e', does: 'Edit: take the image as reference', run: () => use('reference') },
  { key: 'Escape', shown: 'Esc', does: 'Close', run: () => dialog.close() },
]);

part('Previous').addEventListener('click', () => move(-1));
part('Next').addEventListener('click', () => move(1));
part('Close').addEventListener('click', () => dialog.close());
part('Help').addEventListener('click', showKeys);
part('Star').addEventListener('click', star);
part('Info').addEventListener('click', information);
part('Edit').addEventListener('click', () => use('reference'));
part('Copy').addEventListener('click', () => copy(shown.prompt));
part('Delete').addEventListener('click', remove);
part('Use').addEventListener('click', () => use('all'));
part('UsePrompt').addEventListener('click', () => use('prompt'));
part('UseSeed').addEventListener('click', () => use('seed'));
part('Remix').addEventListener('click', () => use('remix'));
favourites.addEventListener('change', ({ detail }) => {
  if (detail.id === shown?.id) {
    show(detail);
  }
});
dialog.addEventListener('close', () => picture.removeAttribute('src'));
