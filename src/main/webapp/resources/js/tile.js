/** One square of a gallery: a picture, or the place of one that is being made. */

import { element, icon, iconButton } from './dom.js';

const drawn = new WeakMap();

/**
 * A picture with what can be done to it at a glance.
 *
 * @param {?HTMLElement} node the tile as it was drawn before
 * @param {{picked: boolean, active: boolean, selectable: boolean, position: number}} state
 */
export function imageTile(node, image, state) {
  const tile = node || newTile(image, state.selectable);
  const [open, star, pick] = [tile.querySelector('.thumb'), tile.querySelector('.star'), tile.querySelector('.pick')];
  if (pick) {
    // The browser has turned it already where it was pressed.
    pick.checked = state.picked;
  }
  const before = drawn.get(tile);
  if (before && before.image === image && before.picked === state.picked && before.active === state.active && before.position === state.position) {
    return tile;
  }
  drawn.set(tile, { image, ...state });
  tile.setAttribute('aria-posinset', state.position + 1);
  tile.classList.toggle('picked', state.picked);
  tile.classList.toggle('favourite', image.favourite);
  open.tabIndex = state.active ? 0 : -1;
  star.setAttribute('aria-pressed', String(image.favourite));
  star.tabIndex = state.active ? 0 : -1;
  if (pick) {
    pick.tabIndex = state.active ? 0 : -1;
  }
  return tile;
}

function newTile(image, selectable) {
  const name = image.prompt || `Image ${image.id}`;
  return element('div', { class: 'tile', role: 'listitem', 'data-id': image.id },
    element('button', { type: 'button', class: 'thumb', title: name, 'data-image': image.id },
      element('img', { src: image.thumbnail_url, alt: name, decoding: 'async' })),
    selectable ? element('input', { type: 'checkbox', class: 'pick', 'aria-label': `Select ${short(name)}` }) : null,
    iconButton('star-fill', 'Favourite', null, { class: 'icon-button star' }));
}

const short = (text) => (text.length > 60 ? `${text.slice(0, 57)}…` : text);

/** The place of a picture that is being made. */
export function placeTile(node, job) {
  const tile = node || element('div', { class: 'tile making', role: 'listitem', 'data-job': job.id }, icon('image'), element('span', { class: 'making-text' }));
  tile.title = job.prompt;
  tile.lastElementChild.textContent = job.status === 'queued' ? 'Waiting' : job.status === 'running' ? 'Painting' : 'Sending';
  return tile;
}
