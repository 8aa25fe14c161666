/** Says something at the corner of the page, with something to do about it. */

import { element, iconButton } from './dom.js';

const SHOWN = 10_000;

/** @param {() => void} run is called at most once */
export function offer(text, action, run) {
  const close = () => {
    clearTimeout(end);
    made.remove();
  };
  const made = element('div', { class: 'toast offer', 'data-text': text },
    element('span', {}, text),
    element('button', { type: 'button', class: 'button small', onclick: () => { close(); run(); } }, action),
    iconButton('times', 'Dismiss', close));
  const place = document.getElementById('toasts');
  // The same once more is about the newer event.
  place.querySelector(`[data-text="${CSS.escape(text)}"]`)?.remove();
  place.append(made);
  const end = setTimeout(close, SHOWN);
}
