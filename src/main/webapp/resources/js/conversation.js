/** The conversation of a chat: shows one of its branches, asks, follows answers, and holds several tabs together. */

import { ask, join } from './answer.js';
import { api, idempotencyKey, NetworkLoss } from './api.js';
import { BranchView } from './branchView.js';
import { toast } from './dom.js';
import { Thread } from './thread.js';

const SHORT_PAUSE = 150;
const LONGEST_PAUSE = 5_000;

/**
 * Fires "shown" when something of the branch has changed, "settled" when the server has the same, "chat" with what the
 * server says of the chat as detail, and "ended" with the stored answer as detail, which is null where it is gone.
 */
export class Conversation extends EventTarget {
  #chatId;
  #path;
  #thread = new Thread();
  #view;
  #announcer = document.getElementById('announcer');
  /** Ids of the answers that this tab follows. */
  #followed = new Set();
  #asking = false;
  /** Settles when the server has what was asked last, or when it is clear that it does not get it. */
  #asked = Promise.resolve();
  /** Settles when the server shows the same branch as this page. */
  #moved = Promise.resolve();
  #tabs;
  #reloading = 0;
  /** Settles when the newest reading has ended. */
  #loading = null;

  /** @param {object} actions what else can be done with a message, as in MessageView */
  constructor(chatId, actions) {
    super();
    this.#chatId = chatId;
    this.#path = `/api/chats/${chatId}/messages`;
    this.#view = new BranchView({
      regenerate: (message) => this.regenerate(message),
      goOn: (message) => this.goOn(message),
      save: (message, text) => this.save(message, text),
      rerun: (message, text) => this.rerun(message, text),
      choose: (id, step) => {
        this.choose(id);
        this.#view.of(id).focusArrow(step);
      },
      ...actions,
    });
    this.#tabs = new BroadcastChannel(`pixazo.chat.${chatId}`);
    this.#tabs.addEventListener('message', () => this.reloadSoon());
    addEventListener('online', () => this.reloadSoon());
    document.addEventListener('visibilitychange', () => document.hidden || this.reloadSoon());
  }

  /** Whether an answer of this chat is under way, be it in the branch that is shown or in another one. */
  get running() {
    return this.#asking || this.#thread.streaming.length > 0;
  }

  /** Resolves when what was asked last is with the server, or does not come there. */
  get asked() {
    return this.#asked;
  }

  /** The messages that are shown, the first one first. */
  get shown() {
    return this.#thread.branch().map(({ message }) => message);
  }

  /** The last message that is shown and has siblings; undefined where none has. */
  get forked() {
    return this.#thread.branch().findLast(({ siblings }) => siblings.length > 1)?.message;
  }

  /** How a message is shown; undefined where it is not. */
  view(id) {
    return this.#view.of(id);
  }

  /** How many messages follow one, in all branches. */
  below(id) {
    return this.#thread.below(id).length;
  }

  /* Showing */

  #show() {
    this.#view.show(this.#thread.branch());
    this.dispatchEvent(new Event('shown'));
  }

  /** Shows the branch of a message, which then is the one that the chat goes on with. */
  choose(id) {
    const place = this.shown.findIndex((message) => message.parent_id === this.#thread.get(id).parent_id);
    this.#view.replace(this.shown[place]?.id, id, () => {
      this.#thread.choose(id);
      this.#show();
    });
    // The newest one that is shown, so that the server does not choose among its children otherwise.
    const tip = this.shown.at(-1).id;
    this.#moved = this.#moved.then(() => api.post(`${this.#path}/${tip}/choose`)).then(() => this.#settled(), (failure) => {
      toast(failure.message, true);
      this.reloadSoon();
    });
  }

  /** Brings a message into sight, whatever branch it is in. @returns {boolean} whether it is there */
  open(id) {
    if (!this.#thread.get(id)) {
      return false;
    }
    if (!this.#view.of(id)) {
      this.choose(id);
    }
    this.#view.find(id);
    return true;
  }

  /** Draws a line below the oldest messages, which the model is not sent. */
  leaveOut(count) {
    this.#view.leaveOut(count);
  }

  /* Reading */

  /** Shows what the server has. Of several at a time the newest does it for all. */
  load() {
    const loading = this.#read(() => loading === this.#loading);
    this.#loading = loading;
    return loading;
  }

  async #read(isNewest) {
    let chat;
    let messages;
    let changes;
    do {
      await this.#moved;
      changes = this.#thread.changes;
      [chat, messages] = await Promise.all([api.get(`/api/chats/${this.#chatId}`), api.all(this.#path)]);
      if (!isNewest()) {
        return this.#loading;
      }
      // What was said, came or went here meanwhile, the list may not know.
    } while (changes !== this.#thread.changes);
    // What this tab follows is newer here than in the list.
    this.#thread.replace(messages.map((message) => (this.#followed.has(message.id) && this.#thread.get(message.id)) || message));
    if (chat.current_message_id) {
      this.#thread.choose(chat.current_message_id);
    }
    this.dispatchEvent(new CustomEvent('chat', { detail: chat }));
    this.#show();
    this.dispatchEvent(new Event('settled'));
    for (const message of messages) {
      if (message.status === 'streaming' && !this.#followed.has(message.id)) {
        this.#follow(message.id, (listener) => join(this.#chatId, message.id, listener)).catch((failure) => toast(failure.message, true));
      }
    }
  }

  /** Takes up what others have done to the chat, when the server can be reached. */
  reloadSoon(pause = SHORT_PAUSE) {
    clearTimeout(this.#reloading);
    this.#reloading = setTimeout(() => this.load().catch((failure) => {
      console.warn(failure);
      if (failure instanceof NetworkLoss) {
        this.reloadSoon(Math.min(3 * pause, LONGEST_PAUSE));
      }
    }), pause);
  }

  tellTabs() {
    this.#tabs.postMessage('changed');
  }

  #settled() {
    this.tellTabs();
    this.dispatchEvent(new Event('settled'));
  }

  /** Follows an answer, new or under way, and shows how it ends. */
  async #follow(id, begin) {
    let replyId = id;
    if (replyId) {
      this.#followed.add(replyId);
    }
    const listener = {
      message: (message) => {
        this.#thread.put(message);
        this.#thread.choose(message.id);
        this.#show();
        this.tellTabs();
      },
      reply: (reply) => {
        replyId = reply.id;
        this.#followed.add(replyId);
        this.#thread.put(reply);
        this.#thread.choose(reply.id);
        this.#asking = false;
        this.#show();
        this.tellTabs();
      },
      restart: () => this.#view.of(replyId)?.restart(),
      piece: (piece) => this.#view.of(replyId)?.append(piece),
      lost: (lost) => this.#view.of(replyId)?.lost(lost),
    };
    try {
      return await begin(listener);
    } finally {
      this.#asking = false;
      if (replyId) {
        await this.#ended(replyId);
      }
      this.#show();
    }
  }

  async #ended(replyId) {
    let stored = null;
    try {
      stored = await api.get(`${this.#path}/${replyId}`);
    } catch (failure) {
      if (failure.status !== 404) {
        // What is shown of it stays until the server says what became of it.
        this.#followed.delete(replyId);
        this.reloadSoon();
        return;
      }
    }
    this.#followed.delete(replyId);
    if (stored) {
      this.#thread.put(stored);
    } else if (this.#thread.get(replyId)) {
      this.#thread.remove(replyId);
    }
    this.#show();
    this.#settled();
    this.#announcer.textContent = stored ? `Answer ${stored.status}.` : '';
    this.dispatchEvent(new CustomEvent('ended', { detail: stored }));
  }

  /* Doing */

  /** Says something. Like what follows, resolves when it is stored and the answer begins, and rejects where it is not. */
  say(text) {
    return this.#ask({ path: this.#path, body: { content: text }, key: idempotencyKey() });
  }

  /** Has a question answered once more, beside the answers that it has. */
  regenerate(message) {
    return this.#ask({ path: `${this.#path}/${message.id}/regenerate` }).catch((failure) => toast(failure.message, true));
  }

  /** Has an answer gone on with that was cut off; the longer one stands beside it. */
  goOn(message) {
    return this.#ask({ path: `${this.#path}/${message.id}/continue` }).catch((failure) => toast(failure.message, true));
  }

  /** Asks something else in the place of a question, which stays beside it. */
  rerun(message, text) {
    return this.#ask({ path: `${this.#path}/${message.id}/edit`, body: { content: text } });
  }

  /** Lets a message say something else in its place. */
  async save(message, text) {
    this.#thread.put(await api.put(`${this.#path}/${message.id}`, { content: text }));
    this.#show();
    this.#settled();
  }

  #ask(request) {
    this.#asking = true;
    this.#view.toEnd();
    this.dispatchEvent(new Event('shown'));
    const asked = new Promise((resolve, reject) => {
      let stored = false;
      const begin = async (listener) => {
        await this.#moved;
        return ask(this.#chatId, request, {
          ...listener,
          message(message) {
            stored = true;
            listener.message(message);
            resolve();
          },
          reply(reply) {
            listener.reply(reply);
            resolve();
          },
        });
      };
      this.#follow(null, begin).then(resolve, (failure) => {
        if (stored) {
          toast(failure.message, true);
          return;
        }
        if (failure instanceof NetworkLoss) {
          // It may have arrived nevertheless.
          this.reloadSoon();
        }
        reject(failure);
      });
    });
    this.#asked = asked.catch(() => {});
    return asked;
  }

  /** Ends the answer that is shown, or else the newest one of another branch. */
  async stop() {
    const streaming = this.shown.find((message) => message.status === 'streaming') || this.#thread.streaming.at(-1);
    if (streaming) {
      try {
        await api.post(`${this.#path}/${streaming.id}/stop`);
      } catch (failure) {
        toast(failure.message, true);
      }
    }
  }

  /** @param {boolean} all whether what follows it goes as well */
  async remove(message, all) {
    await api.remove(`${this.#path}/${message.id}${all ? '?subtree=true' : ''}`);
    if (all) {
      this.#thread.removeBranch(message.id);
    } else {
      this.#thread.remove(message.id);
    }
    this.#show();
    this.#settled();
  }
}
