/** Buttons that copy what stands beside them. */

import { copy } from './dom.js';

document.addEventListener('click', ({ target }) => {
  const button = target.closest('[data-copies]');
  if (button) {
    copy(document.getElementById(button.dataset.copies).textContent);
  }
});
