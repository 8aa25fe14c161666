/** Keys that do something, and the page that tells which. */

import { element } from './dom.js';
import { openModal } from './modal.js';

const typing = (target) => target.closest('textarea, select, input:not([type=checkbox], [type=radio])') !== null;

/**
 * Lets keys act within an element, but not while somebody types.
 *
 * @param {{key: string, shown?: string, does: string, run: () => void, mod?: boolean}[]} keys
 */
export function listen(target, title, keys) {
  const all = [...keys, { key: '?', does: 'Show these keys', run: () => showKeys(title, all) }];
  target.addEventListener('keydown', (event) => {
    if (event.target.closest('dialog') !== target.closest('dialog')) {
      return;
    }
    const mod = event.ctrlKey || event.metaKey;
    const found = all.find((each) => each.key === event.key && Boolean(each.mod) === mod);
    if (found?.run && !event.altKey && !event.defaultPrevented && !typing(event.target) && found.run(event) !== false) {
      event.preventDefault();
      event.stopPropagation();
    }
  });
  return () => showKeys(title, all);
}

function showKeys(title, keys) {
  const dialog = element('dialog', { 'aria-label': title, class: 'keys' },
    element('h2', {}, title),
    element('dl', {}, ...keys.flatMap(({ key, shown, does }) => [
      element('dt', {}, element('kbd', {}, shown || key)), element('dd', {}, does)])),
    element('form', { method: 'dialog', class: 'buttons' }, element('button', { class: 'button' }, 'Close')));
  dialog.addEventListener('close', () => dialog.remove());
  document.body.append(dialog);
  openModal(dialog);
}
