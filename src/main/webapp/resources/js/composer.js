/** The box in which people write, and what waits to be said while an answer runs. */

import { element, grow, icon, iconButton, memory } from './dom.js';
import { offerPrompts } from './promptInsert.js';

export class Composer {
  #waiting = [];
  #running = false;
  /** Whether the running answer was stopped to go on with what waits. */
  #hurry = false;

  /** @param {{say: (text: string) => void, stop: () => void}} actions */
  constructor(chatId, actions) {
    this.actions = actions;
    this.draftKey = `draft.${chatId}`;
    this.queueKey = `queue.${chatId}`;
    this.form = document.getElementById('composer');
    this.box = document.getElementById('prompt');
    this.sendButton = document.getElementById('send');
    this.stopButton = document.getElementById('stop');
    this.error = document.getElementById('composerError');
    this.queue = document.getElementById('queue');

    this.box.value = memory.get(this.draftKey) || '';
    this.#waiting = JSON.parse(memory.get(this.queueKey, sessionStorage) || '[]');
    this.form.addEventListener('submit', (event) => {
      event.preventDefault();
      this.#submit();
    });
    this.box.addEventListener('input', () => this.#changed());
    this.box.addEventListener('keydown', (event) => {
      // While an input method composes, Enter belongs to it.
      if (event.key === 'Enter' && !event.shiftKey && !event.isComposing) {
        event.preventDefault();
        this.#submit();
      }
    });
    offerPrompts(this.box);
    this.stopButton.addEventListener('click', () => actions.stop());
    this.#changed();
    this.#showQueue();
  }

  focus() {
    this.box.focus({ preventScroll: true });
  }

  get text() {
    return this.box.value;
  }

  /** Puts back what could not be said, before what was typed since. */
  giveBack(text, reason) {
    this.box.value = this.box.value.trim() ? `${text}\n\n${this.box.value}` : text;
    this.error.textContent = reason;
    this.#changed();
    this.focus();
  }

  running(running) {
    this.#running = running;
    this.stopButton.hidden = !running;
    this.#changed();
  }

  /** What waits is said as one when the answer before it is complete, or ended because somebody wanted to go on. */
  answered(complete) {
    if (complete || this.#hurry) {
      this.#sayWaiting();
    }
    this.#hurry = false;
  }

  #sayNow() {
    if (this.#running) {
      this.#hurry = true;
      this.actions.stop();
    } else {
      this.#sayWaiting();
    }
  }

  #sayWaiting() {
    if (this.#waiting.length) {
      const text = this.#waiting.join('\n\n');
      this.#setWaiting([]);
      this.actions.say(text);
    }
  }

  #submit() {
    const text = this.box.value.trim();
    if (!text) {
      return;
    }
    this.box.value = '';
    this.error.textContent = '';
    this.#changed();
    if (this.#running) {
      this.#setWaiting([...this.#waiting, text]);
    } else {
      this.actions.say(text);
    }
  }

  #changed() {
    memory.set(this.draftKey, this.box.value);
    grow(this.box, 260);
    this.sendButton.disabled = !this.box.value.trim();
    this.sendButton.title = this.#running ? 'Say it after this answer (Enter)' : 'Send (Enter)';
  }

  #setWaiting(texts) {
    this.#waiting = texts;
    memory.set(this.queueKey, texts.length ? JSON.stringify(texts) : null, sessionStorage);
    this.#showQueue();
  }

  #showQueue() {
    this.queue.hidden = !this.#waiting.length;
    this.queue.replaceChildren(...this.#waiting.map((text, index) => element('li', {},
      icon('clock'),
      element('span', { class: 'text' }, text),
      index === 0 ? iconButton('send', 'Say it now', () => this.#sayNow()) : null,
      iconButton('pencil', 'Edit what waits', () => {
        this.#setWaiting(this.#waiting.filter((_, other) => other !== index));
        this.giveBack(text, '');
      }),
      iconButton('times', 'Do not say it', () => this.#setWaiting(this.#waiting.filter((_, other) => other !== index))))));
  }
}
