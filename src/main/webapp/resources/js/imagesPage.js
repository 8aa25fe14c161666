/** The page of all images. */

import { api } from './api.js';
import { Boards } from './boards.js';
import { BulkBar } from './bulkBar.js';
import { element, memory } from './dom.js';
import { Filters } from './filters.js';
import { fitPanel } from './fitPanel.js';
import { ImageDesk } from './images.js';
import { listen } from './keys.js';
import { openLightbox } from './lightbox.js';
import { QueueSwitch } from './queueSwitch.js';
import { Selection } from './selection.js';

const NARROW = '(max-width: 1000px)';

const root = document.getElementById('imageDesk');
const gallery = root.querySelector('[data-gallery]');
const parameters = new URLSearchParams(location.search);
const filters = new Filters(document.getElementById('filters'));
const boards = new Boards(document.getElementById('boards'));
const selection = new Selection();
const desk = new ImageDesk(root, {}, selection);
const nothing = gallery.dataset.empty;

new BulkBar(document.getElementById('bulkBar'), desk.gallery, boards);

function turn() {
  desk.place = filters.place;
  if (filters.place.workspace_id) {
    memory.set('workspace', filters.place.workspace_id);
  }
  gallery.dataset.empty = filters.any ? 'No image fits these filters.' : nothing;
  return desk.show(filters.filter);
}

filters.addEventListener('change', turn);
boards.addEventListener('choose', () => {
  filters.board = boards.chosen;
});
desk.gallery.feed.addEventListener('change', () => filters.see(desk.gallery.images));

/* The form can be folded where there is no room beside the gallery. */

const studio = root.querySelector('.studio');
const toggle = document.getElementById('toggleForm');

function fold(folded) {
  studio.classList.toggle('folded', folded);
  toggle.setAttribute('aria-expanded', String(!folded));
}

toggle.addEventListener('click', () => fold(!studio.classList.contains('folded')));
root.addEventListener('taken', () => fold(false));

fitPanel(document.getElementById('newImage'), document.getElementById('content'), NARROW);

const showKeys = listen(document.body, 'Keys on this page', [
  { key: 'a', mod: true, shown: 'Ctrl+A', does: 'Select all images that are here', run: () => selection.all(desk.gallery.images) },
  { key: 'Escape', shown: 'Esc', does: 'Select nothing', run: () => (selection.size ? selection.clear() : false) },
  { key: '/', does: 'Search', run: () => filters.fields.q.focus() },
  { key: 'n', does: 'Describe a new image', run: () => { fold(false); desk.form.fields.prompt.focus(); } },
  { shown: '← ↑ → ↓', does: 'Go through the images' },
  { shown: 'Enter', does: 'Open the image' },
  { shown: 'x', does: 'Select the image' },
  { shown: 'Shift+arrow', does: 'Select on the way' },
  { shown: '.', does: 'Favourite' },
  { shown: 'Del', does: 'Delete, with a way back' },
]);
document.getElementById('galleryKeys').addEventListener('click', showKeys);

try {
  await desk.form.fill();
  await Promise.all([
    filters.fill([...desk.form.models.values()], desk.form.styles.all),
    boards.load(parameters.get('board') || ''),
    new QueueSwitch(document.getElementById('queueSwitch')).start(),
  ]);
  await Promise.all([turn(), desk.jobs.resume()]);
  fold(matchMedia(NARROW).matches && desk.gallery.images.length > 0);
  if (parameters.get('use')) {
    await desk.form.use(await api.get(`/api/images/${Number(parameters.get('use'))}`), parameters.get('take') || 'all');
  }
  if (parameters.get('show')) {
    openLightbox(desk.gallery.feed, await api.get(`/api/images/${Number(parameters.get('show'))}`), desk.gallery.actions);
  }
  if (parameters.get('use') || parameters.get('show')) {
    // A reload must not take them over anything that was typed since.
    ['use', 'take', 'show'].forEach((name) => parameters.delete(name));
    history.replaceState(null, '', parameters.size ? `?${parameters}` : location.pathname);
  }
} catch (failure) {
  gallery.before(element('p', { class: 'notice bad', role: 'alert' }, failure.message));
}
