/** Two to four images: one over the other, side by side, and the table of what differs. */

import { element, icon } from './dom.js';
import { parameters } from './imageFacts.js';

const full = (image) => element('img', { src: image.image_url, alt: image.prompt, width: image.width, height: image.height });

const winner = (image, { use }) => element('button', { type: 'button', class: 'button small', 'data-winner': image.id, onclick: () => use(image) }, icon('replay'), 'Use this one');

/** The second image over the first, uncovered by a slider. */
export function slider([under, over], actions) {
  const above = full(over);
  const line = element('span', { class: 'slider-line', 'aria-hidden': 'true' });
  const frame = element('div', { class: 'slider-frame' }, full(under), above, line);
  const range = element('input', { type: 'range', min: 0, max: 100, value: 50, step: 1, 'aria-label': 'How much of the second image is seen' });
  const cut = () => {
    above.style.clipPath = `inset(0 0 0 ${100 - range.value}%)`;
    line.style.left = `${100 - range.value}%`;
  };
  range.addEventListener('input', cut);
  frame.append(range);
  cut();
  return element('div', { class: 'slider-view' }, frame, element('div', { class: 'slider-ends' }, winner(under, actions), winner(over, actions)));
}

export function sideBySide(images, actions) {
  const view = element('div', { class: 'side-view' }, ...images.map((image) => element('figure', {}, full(image), element('figcaption', {}, winner(image, actions)))));
  view.dataset.count = images.length;
  return view;
}

/** All parameters of the images; rows in which they differ are marked. */
export function differences(images) {
  const fields = new Map();
  images.forEach((image, column) => parameters(image).forEach(([name, value]) => {
    fields.set(name, fields.get(name) || images.map(() => ''));
    fields.get(name)[column] = String(value);
  }));
  const rows = [...fields].map(([name, values]) => {
    const differs = new Set(values).size > 1;
    return element('tr', { class: differs ? 'differs' : null }, element('th', { scope: 'row' }, name, differs ? element('span', { class: 'sr' }, ' differs') : null),
      ...values.map((value) => element('td', {}, value || '–')));
  });
  return element('div', { class: 'table-scroll', tabindex: 0, role: 'region', 'aria-label': 'Parameters' },
    element('table', { class: 'table compare-table' },
      element('thead', {}, element('tr', {}, element('th', { scope: 'col' }, 'Parameter'), ...images.map((image) => element('th', { scope: 'col' }, `Image ${image.id}`)))),
      element('tbody', {}, ...rows)));
}
