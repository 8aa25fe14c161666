/** What waits in a chat until the answer under way has ended. The server keeps it, and asks it when its turn comes. */

import { api } from './api.js';
import { element, icon, iconButton, toast } from './dom.js';

const FIRST_LOOK = 300;
const LONGEST_PAUSE = 5_000;

/** Fires "asked" when something has had its turn, and "changed" when what waits is other than before by this page. */
export class Waiting extends EventTarget {
  #path;
  #actions;
  #items = [];
  #place = document.getElementById('queue');
  #next = 0;
  /** Settles when the server has all that this page has added. */
  #added = Promise.resolve();
  /** Ids of those that are taken back here, and so have not been asked. */
  #taken = new Set();

  /** @param {{stop: () => void, giveBack: (text: string) => void, running: () => boolean}} actions */
  constructor(chatId, actions) {
    super();
    this.#path = `/api/chats/${chatId}/queue`;
    this.#actions = actions;
  }

  /** Whether something waits for its turn only. */
  get any() {
    return this.#items.some((item) => !item.error);
  }

  /** Puts something behind all that waits. */
  async add(text) {
    // One after the other, since the network keeps no order.
    const adding = this.#added.then(() => api.post(this.#path, { content: text }));
    this.#added = adding.catch(() => {});
    const item = await adding;
    this.#show([...this.#items, item]);
    this.dispatchEvent(new Event('changed'));
    // Where nothing was under way any more, it is asked already.
    await this.look();
  }

  /** Looks what waits, and again until the turn of the next one has come, where nothing is under way. */
  async look(pause = FIRST_LOOK) {
    clearTimeout(this.#next);
    let items;
    try {
      ({ items } = await api.get(this.#path));
    } catch (failure) {
      if (this.any) {
        this.#lookLater(pause);
      }
      throw failure;
    }
    const here = new Set(items.map((item) => item.id));
    const asked = this.#items.some((item) => !here.has(item.id) && !this.#taken.has(item.id));
    this.#show(items);
    if (asked) {
      this.dispatchEvent(new Event('asked'));
    }
    if (this.any && !this.#actions.running()) {
      this.#lookLater(pause);
    }
  }

  #lookLater(pause) {
    this.#next = setTimeout(() => this.look(Math.min(2 * pause, LONGEST_PAUSE)).catch((failure) => console.warn(failure)), pause);
  }

  #show(items) {
    this.#items = items;
    this.#place.hidden = !items.length;
    this.#place.replaceChildren(...items.map((item, index) => element('li', { class: item.error ? 'held' : null },
      icon(item.error ? 'exclamation-triangle' : 'clock'),
      element('span', { class: 'text' }, item.content, item.error ? element('small', {}, item.error) : null),
      this.#hurry(item, index),
      iconButton('pencil', 'Take it back to edit it', () => this.#remove(item, true)),
      iconButton('times', 'Do not say it', () => this.#remove(item, false)))));
  }

  #hurry(item, index) {
    if (item.error) {
      return iconButton('send', 'Say it nevertheless', () => this.#free(item));
    }
    return index === 0 ? iconButton('send', 'Stop the answer and say it now', () => this.#actions.stop()) : null;
  }

  async #remove(item, giveBack) {
    this.#taken.add(item.id);
    // At once, so that the next press does not meet it.
    this.#show(this.#items.filter((each) => each !== item));
    try {
      await api.remove(`${this.#path}/${item.id}`);
      if (giveBack) {
        this.#actions.giveBack(item.content);
      }
    } catch (failure) {
      this.#taken.delete(item.id);
      toast(failure.status === 404 ? 'It has been asked already.' : failure.message, true);
    }
    await this.#changed();
  }

  /** Lets one go on that is held back. */
  async #free(item) {
    try {
      await api.put(`${this.#path}/${item.id}`, { content: item.content });
    } catch (failure) {
      toast(failure.message, true);
    }
    await this.#changed();
  }

  #changed() {
    this.dispatchEvent(new Event('changed'));
    return this.look().catch((failure) => toast(failure.message, true));
  }
}
