/** The chat page: shows the conversation, asks, follows answers, and holds several tabs together. */

import { ask, join } from './answer.js';
import { api, idempotencyKey } from './api.js';
import { ChatName } from './chatName.js';
import { Composer } from './composer.js';
import { confirm, toast } from './dom.js';
import { ImagePanel } from './imagePanel.js';
import { MessageView } from './message.js';
import { fillModels } from './models.js';
import { Thread } from './thread.js';

const NEAR_THE_END = 80;

const page = document.getElementById('chat');
const chatId = Number(page.dataset.chat);
const path = `/api/chats/${chatId}/messages`;
const log = document.getElementById('log');
const scroller = document.getElementById('scroller');
const toEnd = document.getElementById('toEnd');
const announcer = document.getElementById('announcer');
const thread = new Thread();
const views = new Map();
/** Ids of the answers that this tab follows. */
const followed = new Set();
const tabs = new BroadcastChannel(`pixazo.chat.${chatId}`);
const name = new ChatName(chatId, page.dataset.name);
let model = page.dataset.model || null;
let atEnd = true;
let asking = false;

const composer = new Composer(chatId, { say, stop });

/* Showing */

function show() {
  const branch = thread.branch();
  const shown = new Set(branch.map(({ message }) => message.id));
  for (const [id, view] of views) {
    if (!shown.has(id)) {
      view.node.remove();
      views.delete(id);
    }
  }
  let before = null;
  for (const { message, siblings } of branch) {
    let view = views.get(message.id);
    if (!view) {
      view = new MessageView(message, { regenerate, remove, choose, drawn });
      views.set(message.id, view);
    }
    if (view.message !== message || view.siblings.length !== siblings.length) {
      view.update(message, siblings);
    }
    if (view.node.previousElementSibling !== before || view.node.parentElement !== log) {
      if (before) {
        before.after(view.node);
      } else {
        log.prepend(view.node);
      }
    }
    before = view.node;
  }
  document.getElementById('start').hidden = branch.length > 0;
  composer.running(running());
  drawn();
}

const running = () => asking || thread.branch().some(({ message }) => message.status === 'streaming');

function drawn() {
  if (atEnd) {
    scroller.scrollTop = scroller.scrollHeight;
  }
  toEnd.hidden = atEnd;
}

scroller.addEventListener('scroll', () => {
  atEnd = scroller.scrollHeight - scroller.scrollTop - scroller.clientHeight < NEAR_THE_END;
  toEnd.hidden = atEnd;
}, { passive: true });

toEnd.addEventListener('click', () => {
  scroller.scrollTo({ top: scroller.scrollHeight, behavior: 'smooth' });
});

function choose(id) {
  thread.choose(id);
  show();
}

/* Reading */

async function load() {
  const [chat, messages] = await Promise.all([api.get(`/api/chats/${chatId}`), api.all(path)]);
  name.is(chat.name);
  model = chat.model;
  // What this tab follows is newer here than in the list.
  thread.replace(messages.map((message) => (followed.has(message.id) && thread.get(message.id)) || message));
  if (chat.current_message_id) {
    thread.choose(chat.current_message_id);
  }
  show();
  for (const message of messages) {
    if (message.status === 'streaming' && !followed.has(message.id)) {
      follow(message.id, (listener) => join(chatId, message.id, listener));
    }
  }
}

/** Follows an answer, new or under way, and shows how it ends. */
async function follow(id, begin) {
  let replyId = id;
  if (replyId) {
    followed.add(replyId);
  }
  const listener = {
    message(message) {
      thread.put(message);
      thread.choose(message.id);
      show();
      tellTabs();
    },
    reply(reply) {
      replyId = reply.id;
      followed.add(replyId);
      thread.put(reply);
      thread.choose(reply.id);
      asking = false;
      show();
      tellTabs();
    },
    restart: () => views.get(replyId)?.restart(),
    piece: (piece) => views.get(replyId)?.append(piece),
    lost: (lost) => views.get(replyId)?.lost(lost),
  };
  try {
    return await begin(listener);
  } finally {
    asking = false;
    if (replyId) {
      await ended(replyId);
    }
    show();
  }
}

async function ended(replyId) {
  const stored = await api.get(`${path}/${replyId}`).catch((failure) => {
    if (failure.status !== 404) {
      toast(failure.message, true);
    }
    return null;
  });
  followed.delete(replyId);
  if (stored) {
    thread.put(stored);
  } else if (thread.get(replyId)) {
    thread.remove(replyId);
  }
  show();
  tellTabs();
  announcer.textContent = stored ? `Answer ${stored.status}.` : '';
  composer.answered(stored?.status === 'complete');
}

/* Doing */

async function say(text) {
  asking = true;
  atEnd = true;
  composer.running(true);
  let stored = false;
  try {
    await follow(null, (listener) => ask(chatId, { path, body: { content: text }, key: idempotencyKey() }, {
      ...listener,
      message(message) {
        stored = true;
        listener.message(message);
        name.byFirst(text);
      },
    }));
  } catch (failure) {
    if (stored) {
      toast(failure.message, true);
    } else {
      composer.giveBack(text, `Not sent: ${failure.message}`);
    }
  }
}

async function regenerate(message) {
  atEnd = true;
  asking = true;
  composer.running(true);
  try {
    await follow(null, (listener) => ask(chatId, { path: `${path}/${message.id}/regenerate` }, listener));
  } catch (failure) {
    toast(failure.message, true);
  }
}

async function stop() {
  const streaming = thread.branch().find(({ message }) => message.status === 'streaming');
  if (streaming) {
    try {
      await api.post(`${path}/${streaming.message.id}/stop`);
    } catch (failure) {
      toast(failure.message, true);
    }
  }
}

async function remove(message) {
  const sure = await confirm({ title: 'Delete this message?', text: 'It cannot be brought back. What follows it stays.', action: 'Delete' });
  if (!sure) {
    return;
  }
  try {
    await api.remove(`${path}/${message.id}`);
    thread.remove(message.id);
    show();
    tellTabs();
  } catch (failure) {
    toast(failure.message, true);
  }
}

document.addEventListener('keydown', (event) => {
  if (event.key === 'Escape' && !event.defaultPrevented && !document.querySelector('dialog[open]') && running()) {
    stop();
  }
});

for (const idea of document.querySelectorAll('#start [data-say]')) {
  idea.addEventListener('click', () => say(idea.dataset.say));
}

/* Other tabs, and this one when it comes back */

const tellTabs = () => tabs.postMessage('changed');
let reloading = 0;

function reloadSoon() {
  clearTimeout(reloading);
  reloading = setTimeout(() => load().catch((failure) => console.warn(failure)), 150);
}

tabs.addEventListener('message', reloadSoon);
addEventListener('online', reloadSoon);
document.addEventListener('visibilitychange', () => {
  if (!document.hidden) {
    reloadSoon();
  }
});

/* Model and images */

const picker = document.getElementById('model');
picker.addEventListener('change', async () => {
  try {
    ({ model } = await api.put(`/api/chats/${chatId}`, { model: picker.value || null }));
  } catch (failure) {
    picker.value = model || '';
    toast(failure.message, true);
  }
});

const images = new ImagePanel(page, chatId, () => composer.text);

try {
  await Promise.all([
    load(),
    fillModels(picker, 'text', 'Default model', page.dataset.model || null),
  ]);
  if (matchMedia('(hover: hover)').matches) {
    // On a phone, focus would cover half of the conversation with the keyboard.
    composer.focus();
  }
} catch (failure) {
  toast(failure.message, true);
}
await images.openIfWanted();
