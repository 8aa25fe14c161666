/** The box in which people write. What stands in it is kept in this browser until it is said. */

import { grow, memory } from './dom.js';
import { Enhancement } from './enhancement.js';
import { offerPrompts } from './promptInsert.js';

const HIGHEST = 260;

export class Composer {
  #busy = false;
  /** How many questions back the box shows; null where it shows none. */
  #back = null;

  /**
   * @param {{say: (text: string) => void, stop: () => void, said: () => string[]}} actions said gives what was said before,
   *     the newest last
   */
  constructor(chatId, actions) {
    this.actions = actions;
    this.draftKey = `draft.${chatId}`;
    this.form = document.getElementById('composer');
    this.box = document.getElementById('prompt');
    this.sendButton = document.getElementById('send');
    this.stopButton = document.getElementById('stop');
    this.error = document.getElementById('composerError');

    this.box.value = memory.get(this.draftKey) || '';
    this.form.addEventListener('submit', (event) => {
      event.preventDefault();
      this.#submit();
    });
    this.box.addEventListener('input', () => {
      this.#back = null;
      this.#changed();
    });
    offerPrompts(this.box);
    this.box.addEventListener('keydown', (event) => this.#key(event));
    new Enhancement(this.form, ({ prompt }) => { this.text = prompt; });
    this.stopButton.addEventListener('click', () => actions.stop());
    this.#changed();
  }

  focus() {
    this.box.focus({ preventScroll: true });
  }

  get text() {
    return this.box.value;
  }

  set text(text) {
    this.box.value = text;
    this.#changed();
  }

  /** Puts back what could not be said, before what was typed since. */
  giveBack(text, reason = '') {
    this.text = this.box.value.trim() ? `${text}\n\n${this.box.value}` : text;
    this.error.textContent = reason;
    this.focus();
  }

  /**
   * @param {boolean} running whether an answer is under way
   * @param {boolean} busy whether what is said now must wait
   */
  running(running, busy) {
    this.#busy = busy;
    this.stopButton.hidden = !running;
    this.sendButton.title = busy ? 'Say it after this answer (Enter)' : 'Send (Enter)';
  }

  #key(event) {
    // While an input method composes, its keys belong to it.
    if (event.isComposing || event.altKey || event.ctrlKey || event.metaKey) {
      return;
    }
    if (event.key === 'Enter' && !event.shiftKey) {
      event.preventDefault();
      this.#submit();
    } else if (event.key === 'ArrowUp' && (!this.box.value || this.#back !== null)) {
      this.#recall(event, 1);
    } else if (event.key === 'ArrowDown' && this.#back !== null) {
      this.#recall(event, -1);
    }
  }

  /** Puts an earlier question into the box, or a later one; in front of them all it is empty. */
  #recall(event, step) {
    const said = this.actions.said();
    const back = (this.#back ?? 0) + step;
    if (back > said.length) {
      return;
    }
    event.preventDefault();
    this.#back = back > 0 ? back : null;
    this.text = back > 0 ? said.at(-back) : '';
  }

  #submit() {
    const text = this.box.value.trim();
    if (!text) {
      return;
    }
    this.#back = null;
    this.text = '';
    this.error.textContent = '';
    this.actions.say(text, this.#busy);
  }

  #changed() {
    memory.set(this.draftKey, this.box.value);
    grow(this.box, HIGHEST);
    this.sendButton.disabled = !this.box.value.trim();
  }
}
