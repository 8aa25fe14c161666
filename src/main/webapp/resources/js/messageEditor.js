/** A message that is written anew in its place. What was typed is kept in this browser until it is saved or dropped. */

import { element, grow, memory } from './dom.js';

export const draftOf = (message) => memory.get(keyOf(message));

const keyOf = (message) => `edit.${message.chat_id}.${message.id}`;

export class MessageEditor {
  #message;
  #area;
  #error = element('div', { class: 'field-error', role: 'alert' });
  #buttons;

  /**
   * @param {{save: (text: string) => Promise<void>, rerun: ?(text: string) => Promise<void>, close: () => void}} actions
   *     rerun is null where nothing can be asked
   */
  constructor(message, actions) {
    this.#message = message;
    this.actions = actions;
    const draft = draftOf(message);
    this.#area = element('textarea', { 'aria-label': 'Text of the message', rows: '2' });
    this.#area.value = draft ?? message.content;
    this.#buttons = element('div', { class: 'buttons' },
      this.#button('Cancel', 'Keep what you typed for later (Esc)', () => this.close()),
      this.#button('Save', actions.rerun ? 'Change the text; ask nobody (Ctrl+Shift+Enter)' : 'Change the text (Ctrl+Enter)', () => this.#submit(actions.save), !actions.rerun),
      actions.rerun ? this.#button('Save and rerun', 'Ask it anew; this one stays beside it (Ctrl+Enter)', () => this.#submit(actions.rerun), true) : null);
    this.node = element('div', { class: 'editor' }, this.#area, this.#error,
      element('div', { class: 'editor-foot' }, draft === null ? null : this.#kept(), this.#buttons));
    this.#area.addEventListener('input', () => this.#changed());
    this.node.addEventListener('keydown', (event) => this.#key(event));
  }

  /** To be called once the editor is in the page. */
  open() {
    grow(this.#area);
    this.#area.focus();
    this.#area.setSelectionRange(this.#area.value.length, this.#area.value.length);
  }

  close() {
    this.node.remove();
    this.actions.close();
  }

  #kept() {
    const note = element('span', { class: 'hint' }, 'As you left it. ',
      element('button', { type: 'button', class: 'link', onclick: () => {
        this.#area.value = this.#message.content;
        this.#changed();
        note.remove();
        this.#area.focus();
      } }, 'Back to the message'));
    return note;
  }

  #button(label, title, onclick, primary = false) {
    return element('button', { type: 'button', class: primary ? 'button small primary' : 'button small', title, onclick }, label);
  }

  #changed() {
    memory.set(keyOf(this.#message), this.#area.value === this.#message.content ? null : this.#area.value);
    grow(this.#area);
  }

  #key(event) {
    if (event.isComposing) {
      return;
    }
    const mod = event.ctrlKey || event.metaKey;
    if (event.key === 'Escape') {
      this.close();
    } else if (event.key === 'Enter' && mod && event.target === this.#area) {
      this.#submit(event.shiftKey ? this.actions.save : this.actions.rerun || this.actions.save);
    } else {
      return;
    }
    event.preventDefault();
    event.stopPropagation();
  }

  async #submit(how) {
    if (!this.#area.value.trim()) {
      this.#error.textContent = 'Write something, or cancel and delete the message.';
      this.#area.focus();
      return;
    }
    this.#error.textContent = '';
    this.#busy(true);
    try {
      await how(this.#area.value);
      memory.set(keyOf(this.#message), null);
      this.close();
    } catch (failure) {
      this.#error.textContent = `Not saved: ${failure.message}`;
      this.#busy(false);
      this.#area.focus();
    }
  }

  #busy(busy) {
    this.#area.readOnly = busy;
    this.#buttons.querySelectorAll('button').forEach((button) => { button.disabled = busy; });
  }
}
