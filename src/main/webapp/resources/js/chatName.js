/** The name of the open chat: given by its first words, changed in a dialog. */

import { api } from './api.js';
import { toast } from './dom.js';

const UNNAMED = 'New chat';
const LONGEST = 60;

export class ChatName {
  #path;
  #name;

  constructor(chatId, name) {
    this.#path = `/api/chats/${chatId}`;
    this.#name = name;
    const dialog = document.getElementById('renameDialog');
    const field = document.getElementById('newName');
    document.getElementById('renameChat').addEventListener('click', () => {
      field.value = this.#name;
      dialog.returnValue = '';
      dialog.showModal();
    });
    dialog.addEventListener('close', () => {
      const wanted = field.value.trim();
      if (dialog.returnValue === 'save' && wanted) {
        this.#rename(wanted);
      }
    });
  }

  /** The name as the server has it, perhaps changed in another tab. */
  is(name) {
    this.#name = name;
  }

  /** Names a chat that has no name yet by the first thing said. */
  byFirst(text) {
    if (this.#name === UNNAMED) {
      const line = text.split('\n')[0].trim();
      this.#rename(line.length > LONGEST ? `${line.slice(0, LONGEST - 1).trimEnd()}…` : line);
    }
  }

  async #rename(wanted) {
    try {
      const chat = await api.put(this.#path, { name: wanted });
      this.#name = chat.name;
      document.title = `${chat.name} · Pixazo`;
      document.dispatchEvent(new Event('pixazo:chats'));
    } catch (failure) {
      toast(failure.message, true);
    }
    document.getElementById('chatName').textContent = this.#name;
  }
}
