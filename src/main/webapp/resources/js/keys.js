/** Keys that do something, the page that tells which, and what else can be done on a page. No key is one of a browser's. */

import { element, memory } from './dom.js';
import { openModal, topModal } from './modal.js';

const typing = (target) => target.closest('textarea, select, input:not([type=checkbox], [type=radio], [type=range])') !== null;

/** The keys of this page, by title. */
const ofPage = [];

/** Those that every page has; where a page has the same key, it is the page's. */
const ofAll = [];

const sections = () => [...ofPage, ...ofAll];

/** Whether keys of one sign act; people who dictate, or whose hand slips, turn them off. */
const SIGNS = 'singleKeys';
const signsAct = () => memory.get(SIGNS) !== 'off';

/**
 * Lets keys act on the page, or in a dialog while it is on top, but not while somebody types. Where nothing has the focus,
 * as after a focused button is gone, they act too.
 *
 * @param {HTMLElement} target the body or a dialog
 * @param {{key?: string, shown?: string, does: string, run?: () => void, mod?: boolean|string, typing?: boolean}[]} keys run
 *     returns false where there is nothing to do; mod is "ctrl" where Command means something to a browser; typing says that
 *     the key acts while somebody types as well; without a key it can be done by the palette alone
 */
export function listen(target, title, keys) {
  if (target === document.body) {
    ofPage.push({ title, keys });
    return showPageKeys;
  }
  return hear(target, () => [{ title, keys }]);
}

/** Lets keys act on every page. */
export function listenEverywhere(title, keys) {
  ofAll.push({ title, keys });
}

/** All that can be done on the page, its own before what every page has. */
export const actions = () => sections().flatMap(({ keys }) => keys.filter((each) => each.run));

/** Shows the keys of the page. */
export const showPageKeys = () => showKeys(sections());

hear(document.body, sections);

function hear(target, told) {
  const show = () => showKeys(told());
  const help = { key: '?', does: 'Show these keys', run: show };
  const listener = (event) => {
    if (!target.isConnected) {
      document.removeEventListener('keydown', listener);
      return;
    }
    if (event.defaultPrevented || event.altKey || event.isComposing
      || (event.target.closest('dialog') || topModal()) !== target.closest('dialog')) {
      return;
    }
    const held = event.metaKey ? 'meta' : event.ctrlKey && 'ctrl';
    const meant = [...told().flatMap(({ keys }) => keys), help].filter((each) => each.run && each.key === event.key
      && (each.mod === true ? held : (each.mod || false) === held)
      && (each.typing || !typing(event.target)) && (held || event.key.length > 1 || signsAct()));
    if (meant.some((each) => each.run(event) !== false)) {
      event.preventDefault();
    }
  };
  document.addEventListener('keydown', listener);
  return show;
}

/** How a key is written. */
export const keyName = ({ key, shown, mod }) => shown || (mod ? `Ctrl+${key.toUpperCase()}` : key);

function showKeys(shown) {
  const seen = new Set();
  const signs = element('input', { type: 'checkbox', checked: signsAct() });
  signs.addEventListener('change', () => memory.set(SIGNS, signs.checked ? null : 'off'));
  const dialog = element('dialog', { 'aria-label': 'Keys', class: 'keys' },
    shown.flatMap(({ title, keys }) => [
      element('h2', {}, title),
      element('dl', {}, ...keys.filter((each) => (each.key || each.shown) && !seen.has(keyName(each))).flatMap((each) => {
        seen.add(keyName(each));
        return [element('dt', {}, element('kbd', {}, keyName(each))), element('dd', {}, each.does)];
      }))]),
    element('label', { class: 'check' }, signs, 'Keys of a single sign act while nobody types'),
    element('form', { method: 'dialog', class: 'buttons' }, element('button', { class: 'button', autofocus: true }, 'Close')));
  dialog.addEventListener('close', () => dialog.remove());
  document.body.append(dialog);
  openModal(dialog);
}
