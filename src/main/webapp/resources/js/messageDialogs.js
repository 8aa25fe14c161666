/** What is asked before a message is deleted or forked, and what it said before it was edited. */

import { api } from './api.js';
import { choose, element, exactly, memory } from './dom.js';
import { openModal } from './modal.js';
import { textDiff } from './textDiff.js';

const SCOPES = [
  ['all', 'Everything up to here', 'with the other versions'],
  ['branches', 'The way here and what branches off it', 'before and behind this message'],
  ['path', 'The way here alone', 'what you see above, and this message'],
];

/**
 * @param {number} below how many messages follow it
 * @returns {Promise<?string>} "one", "all" with what follows, or null for none
 */
export function askRemoval(below) {
  return choose({
    title: 'Delete this message?',
    text: below ? `${below === 1 ? 'One message follows' : `${below} messages follow`} it. What is deleted cannot be brought back.` : 'It cannot be brought back.',
    actions: [
      { value: 'one', label: below ? 'Only this one' : 'Delete' },
      ...(below ? [{ value: 'all', label: 'With what follows' }] : []),
    ],
  });
}

/** @returns {Promise<?{scope: string, name: ?string}>} null where the person does not go on */
export function askFork() {
  return new Promise((resolve) => {
    const last = memory.get('forkScope') || 'all';
    const name = element('input', { type: 'text', id: 'forkName', maxlength: '200', placeholder: 'Named after this one' });
    const form = element('form', { method: 'dialog' },
      element('fieldset', { class: 'choices' }, element('legend', { class: 'label' }, 'Take along'),
        SCOPES.map(([value, label, hint]) => element('label', {},
          element('input', { type: 'radio', name: 'scope', value, checked: value === last }),
          element('span', {}, label, element('small', {}, hint))))),
      element('div', { class: 'field' }, element('label', { for: 'forkName' }, 'Name'), name),
      element('div', { class: 'buttons' },
        element('button', { type: 'button', class: 'button', onclick: () => dialog.close() }, 'Cancel'),
        element('button', { class: 'button primary', value: 'yes' }, 'Fork')));
    const dialog = element('dialog', { 'aria-label': 'New chat from here' }, element('h2', {}, 'New chat from here'), form);
    dialog.addEventListener('close', () => {
      const scope = form.elements.scope.value;
      dialog.remove();
      if (dialog.returnValue !== 'yes') {
        resolve(null);
        return;
      }
      memory.set('forkScope', scope);
      resolve({ scope, name: name.value.trim() || null });
    });
    document.body.append(dialog);
    openModal(dialog);
  });
}

/** Shows what a message said before, and what became of it. */
export async function showVersions(message) {
  const versions = (await api.get(`/api/chats/${message.chat_id}/messages/${message.id}/versions`)).items;
  const entries = await Promise.all(versions.map(async (version, index) => element('section', {},
    element('h3', {}, `Written ${exactly(version.written_at)}, and what changed then`),
    element('div', { class: 'diff', tabindex: '0' }, await textDiff(version.content, index ? versions[index - 1].content : message.content)))));
  const dialog = element('dialog', { class: 'versions', 'aria-label': 'Earlier texts of this message' },
    element('h2', {}, 'Earlier texts of this message'),
    entries,
    element('form', { method: 'dialog', class: 'buttons' }, element('button', { class: 'button' }, 'Close')));
  dialog.addEventListener('close', () => dialog.remove());
  document.body.append(dialog);
  openModal(dialog);
}
