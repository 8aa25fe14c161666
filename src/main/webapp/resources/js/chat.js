/** The chat page: the conversation with all that stands around it. */

import { api } from './api.js';
import { ChatName } from './chatName.js';
import { Composer } from './composer.js';
import { Conversation } from './conversation.js';
import { toast } from './dom.js';
import { ImagePanel } from './imagePanel.js';
import { askFork, askRemoval, showVersions } from './messageDialogs.js';
import { fillModels } from './models.js';

const page = document.getElementById('chat');
const chatId = Number(page.dataset.chat);
const name = new ChatName(chatId, page.dataset.name);
let model = page.dataset.model || null;

/** Does what may fail, and says so where it does. */
const attempt = (action) => async (...given) => {
  try {
    await action(...given);
  } catch (failure) {
    toast(failure.message, true);
  }
};

const conversation = new Conversation(chatId, { remove: attempt(remove), fork: attempt(fork), versions: attempt(showVersions) });
const composer = new Composer(chatId, { say, stop: () => conversation.stop() });

conversation.addEventListener('shown', () => composer.running(conversation.running));
conversation.addEventListener('ended', ({ detail }) => composer.answered(detail?.status === 'complete'));
conversation.addEventListener('chat', ({ detail }) => {
  name.is(detail.name);
  model = detail.model;
});

async function say(text) {
  try {
    await conversation.say(text);
    name.byFirst(text);
  } catch (failure) {
    composer.giveBack(text, `Not sent: ${failure.message}`);
  }
}

async function remove(message) {
  const what = await askRemoval(conversation.below(message.id));
  if (what) {
    await conversation.remove(message, what === 'all');
  }
}

async function fork(message) {
  const wish = await askFork();
  if (wish) {
    const made = await api.post(`/api/chats/${chatId}/messages/${message.id}/fork`, wish);
    location.assign(`/chat?id=${made.id}`);
  }
}

document.addEventListener('keydown', (event) => {
  if (event.key === 'Escape' && !event.defaultPrevented && !document.querySelector('dialog[open]') && conversation.running) {
    conversation.stop();
  }
});

for (const idea of document.querySelectorAll('#start [data-say]')) {
  idea.addEventListener('click', () => say(idea.dataset.say));
}

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
    conversation.load(),
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
