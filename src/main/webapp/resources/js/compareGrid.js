/** Images as a grid: a row for each variant of prompt, model and style, a column for each seed. */

import { element, icon, iconButton } from './dom.js';
import { favour } from './favourites.js';

/** @param {{use: (image: object) => void}} actions */
export function compareGrid(images, { use }) {
  const variants = [...new Set(images.map(variant))];
  const seeds = [...new Set(images.map((image) => image.seed))].sort((a, b) => a - b);
  // Where no seed comes twice, columns of seeds would be nearly empty: then images stand in their order.
  const bySeed = seeds.length < images.length;
  const rows = variants.map((name) => {
    const row = images.filter((image) => variant(image) === name).sort((a, b) => a.id - b.id);
    return { image: row[0], cells: bySeed ? seeds.map((seed) => row.filter((image) => image.seed === seed)) : row.map((image) => [image]) };
  });
  const columns = bySeed ? seeds.map((seed) => `Seed ${seed}`) : Array.from({ length: Math.max(...rows.map(({ cells }) => cells.length)) }, (_, column) => String(column + 1));
  return element('div', { class: 'table-scroll', tabindex: 0, role: 'region', 'aria-label': 'Variants and seeds' },
    element('table', { class: 'batch-grid' },
      element('thead', {}, element('tr', {}, element('th', { scope: 'col' }, 'Variant'), ...columns.map((name) => element('th', { scope: 'col' }, name)))),
      element('tbody', {}, ...rows.map(({ image, cells }) => element('tr', {},
        element('th', { scope: 'row' }, image.prompt, element('small', {}, [image.model, image.style].filter(Boolean).join(' · '))),
        ...columns.map((_, column) => element('td', {}, ...(cells[column] || []).map((each) => cell(each, use)))))))));
}

const variant = (image) => JSON.stringify([image.prompt, image.model, image.style, image.negative_prompt]);

function cell(image, use) {
  return element('div', { class: 'batch-cell', 'data-cell': image.id },
    element('img', { src: image.thumbnail_url, alt: `${image.prompt}, seed ${image.seed}`, loading: 'lazy' }),
    element('div', { class: 'batch-tools' },
      iconButton(image.favourite ? 'star-fill' : 'star', `Favourite: image ${image.id}`, () => favour([image], !image.favourite), { 'aria-pressed': String(image.favourite), class: 'icon-button star', 'data-compare': `star-${image.id}` }),
      element('button', { type: 'button', class: 'button small', 'data-winner': image.id, onclick: () => use(image) }, icon('trophy'), 'Reuse winner')));
}
