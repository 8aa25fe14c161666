/** Keys that do something, and the page that tells which. */

import { element } from './dom.js';
import { openModal, topModal } from './modal.js';

const typing = (target) => target.closest('textarea, select, input:not([type=checkbox], [type=radio], [type=range])') !== null;

/**
 * Lets keys act on the page, or in a dialog while it is on top, but not while somebody types. Where nothing has the focus,
 * as after a focused button is gone, they act too.
 *
 * @param {HTMLElement} target the body or a dialog
 * @param {{key: string, shown?: string, does: string, run: () => void, mod?: boolean}[]} keys
 */
export function listen(target, title, keys) {
  const all = [...keys, { key: '?', does: 'Show these keys', run: () => showKeys(title, all) }];
  const hear = (event) => {
    if (!target.isConnected) {
      document.removeEventListener('keydown', hear);
      return;
    }
    if ((event.target.closest('dialog') || topModal()) !== target.closest('dialog')) {
      return;
    }
    const mod = event.ctrlKey || event.metaKey;
    const found = all.find((each) => each.key === event.key && Boolean(each.mod) === mod);
    if (found?.run && !event.altKey && !event.defaultPrevented && !typing(event.target) && found.run(event) !== false) {
      event.preventDefault();
    }
  };
  document.addEventListener('keydown', hear);
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
