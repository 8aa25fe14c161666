/** The keys of a conversation, and what the palette can do in it. */

import { copy } from './dom.js';
import { listen } from './keys.js';

/**
 * @param {import('./conversation.js').Conversation} conversation
 * @param {object} panels composer, settings, images, and fork, which takes a message
 */
export function chatKeys(conversation, { composer, settings, images, picker, fork }) {
  const last = (role) => conversation.shown.findLast((message) => message.role === role && message.status !== 'streaming');

  /** The message that has the focus, or else the last one. */
  const here = () => conversation.view(Number(document.activeElement?.closest('.message')?.dataset.id)) || conversation.view(conversation.shown.at(-1)?.id);

  const onLast = (role, run) => () => {
    const message = last(role);
    if (!message) {
      return false;
    }
    run(message);
    return true;
  };

  function step(by) {
    const { shown } = conversation;
    const id = Number(document.activeElement?.closest('.message')?.dataset.id);
    const index = shown.findIndex((message) => message.id === id);
    const next = shown[index < 0 ? (by < 0 ? shown.length - 1 : 0) : index + by];
    if (!next) {
      return false;
    }
    const { node } = conversation.view(next.id);
    node.focus({ preventScroll: true });
    node.scrollIntoView({ block: 'nearest' });
    return true;
  }

  function turn(by) {
    if (document.activeElement?.closest('pre, .table-frame')) {
      // What is too wide is scrolled by the same keys.
      return false;
    }
    const focused = here();
    const view = focused?.siblings.length > 1 ? focused : conversation.view(conversation.forked?.id);
    return view ? view.turn(by) : false;
  }

  function copyCode(message) {
    const blocks = conversation.view(message.id).node.querySelectorAll('.code code');
    if (blocks.length) {
      copy(blocks[blocks.length - 1].textContent);
    }
  }

  listen(document.body, 'Keys in a chat', [
    { key: 'm', does: 'Write a message', run: () => composer.focus() },
    { shown: 'Enter', does: 'Send; wait for the answer under way first' },
    { shown: '↑', does: 'In the empty box: what was said before' },
    { shown: '/', does: 'At the beginning of a word: put in a saved prompt' },
    { shown: 'Esc', does: 'Stop the answer, or leave the box' },
    { key: 'r', does: 'Ask for another answer', run: onLast('assistant', (message) => conversation.regenerate(message)) },
    { key: 'e', does: 'Edit the last question', run: onLast('user', (message) => conversation.view(message.id).edit()) },
    { shown: 'Ctrl+Enter', does: 'In an edit: save and rerun' },
    { shown: 'Ctrl+Shift+Enter', does: 'In an edit: save only' },
    { key: 'y', does: 'Copy the last answer', run: onLast('assistant', (message) => copy(message.content)) },
    { key: 'x', does: 'Copy the last code', run: onLast('assistant', copyCode) },
    { key: 'f', does: 'New chat from this message', run: () => (here() ? fork(here().message) : false) },
    { key: 'k', does: 'Message above', run: () => step(-1) },
    { key: 'j', does: 'Message below', run: () => step(1) },
    { key: 'ArrowLeft', shown: '←', does: 'Earlier version of the message', run: () => turn(-1) },
    { key: 'ArrowRight', shown: '→', does: 'Later version of the message', run: () => turn(1) },
    { key: 'o', does: 'Choose the model', run: () => picker() },
    { key: 's', does: 'Chat settings', run: () => settings.toggle() },
    { key: 'i', does: 'Images of this chat', run: () => images.toggle() },
    { key: 'Delete', shown: 'Del', does: 'Delete this chat', run: () => settings.remove() },
  ]);

  document.addEventListener('keydown', (event) => {
    if (event.key !== 'Escape' || event.defaultPrevented || document.querySelector('dialog[open]')) {
      return;
    }
    if (conversation.running) {
      conversation.stop();
    } else if (event.target === composer.box) {
      // Keys of one sign act from there.
      document.getElementById('scroller').focus();
    }
  });
}
