/** What the server says of the open chat: its name, its model, its settings. Fires "change" when that is new. */

import { api } from './api.js';

export class ChatRecord extends EventTarget {
  #path;
  #chat = null;
  #changed = Promise.resolve();

  constructor(chatId) {
    super();
    this.#path = `/api/chats/${chatId}`;
  }

  /** Null until the server has said something. */
  get chat() {
    return this.#chat;
  }

  /** Takes what the server has said. */
  is(chat) {
    const renamed = this.#chat && this.#chat.name !== chat.name;
    this.#chat = chat;
    this.dispatchEvent(new Event('change'));
    if (renamed) {
      document.dispatchEvent(new Event('pixazo:chats'));
    }
  }

  async read() {
    this.is(await api.get(this.#path));
  }

  /** Changes some fields, after all changes before: two at once would be two changes of the same version. */
  change(fields) {
    const done = this.#changed.then(async () => {
      this.is(await this.#put(fields));
      document.dispatchEvent(new Event('pixazo:chats'));
      this.dispatchEvent(new Event('changed'));
    });
    this.#changed = done.catch(() => { /* Whoever asked for the change hears of it. */ });
    return done;
  }

  /** Again where an answer has moved the chat on at the same moment. */
  async #put(fields, tries = 3) {
    try {
      return await api.put(this.#path, fields);
    } catch (failure) {
      if (failure.status !== 409 || tries === 1) {
        throw failure;
      }
      return this.#put(fields, tries - 1);
    }
  }
}
