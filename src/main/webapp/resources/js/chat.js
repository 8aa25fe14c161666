/** The chat page: the conversation with all that stands around it. */

import { api } from './api.js';
import { chatKeys } from './chatKeys.js';
import { ChatName } from './chatName.js';
import { ChatRecord } from './chatRecord.js';
import { Composer } from './composer.js';
import { ContextGauge } from './contextGauge.js';
import { Conversation } from './conversation.js';
import { toast } from './dom.js';
import { ImagePanel } from './imagePanel.js';
import { askFork, askRemoval, showVersions } from './messageDialogs.js';
import { fillModels } from './models.js';
import { fillIn } from './promptForm.js';
import { SettingsPanel } from './settingsPanel.js';
import { Waiting } from './waiting.js';

const page = document.getElementById('chat');
const chatId = Number(page.dataset.chat);

/** Does what may fail, and says so where it does. */
const attempt = (action) => async (...given) => {
  try {
    await action(...given);
  } catch (failure) {
    toast(failure.message, true);
  }
};

const conversation = new Conversation(chatId, { remove: attempt(remove), fork: attempt(fork), versions: attempt(showVersions) });
const composer = new Composer(chatId, { say, stop: () => conversation.stop(), said });
const waiting = new Waiting(chatId, {
  stop: () => conversation.stop(),
  giveBack: (text) => composer.giveBack(text),
  running: () => conversation.running,
});
const record = new ChatRecord(chatId);
const name = new ChatName(record);
const settings = new SettingsPanel(page, record);
const gauge = new ContextGauge(chatId, (count) => conversation.leaveOut(count), () => settings.open());
const images = new ImagePanel(page, chatId, () => composer.text);

conversation.addEventListener('shown', showRunning);
conversation.addEventListener('settled', attempt(async () => {
  gauge.changed();
  await waiting.look();
  showRunning();
}));
waiting.addEventListener('asked', () => conversation.reloadSoon());
waiting.addEventListener('changed', () => conversation.tellTabs());
conversation.addEventListener('chat', ({ detail }) => record.is(detail));
conversation.addEventListener('ended', attempt(async ({ detail }) => {
  if (record.chat?.auto_title && detail?.status === 'complete') {
    await name.await();
    conversation.tellTabs();
  }
}));
record.addEventListener('changed', () => {
  gauge.changed();
  conversation.tellTabs();
});

function showRunning() {
  composer.running(conversation.running, conversation.running || waiting.any);
}

/** What the person has said in the branch that is shown. */
function said() {
  return conversation.shown.filter((message) => message.role === 'user').map((message) => message.content);
}

/** @param {boolean} later whether it must wait for an answer that is under way */
async function say(text, later = false) {
  try {
    if (later) {
      // Sooner, it could overtake what was said before.
      await conversation.asked;
      await waiting.add(text);
      return;
    }
    await conversation.say(text);
    if (record.chat?.auto_title) {
      // Until the model has given it a name, the first line is one.
      await record.read();
    }
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

chatKeys(conversation, { composer, settings, images, picker: chooseModel, fork: attempt(fork) });

document.addEventListener('pixazo:prompt', (event) => {
  event.preventDefault();
  takePrompt(event.detail);
});

const takePrompt = attempt(async (id) => {
  const text = await fillIn(await api.get(`/api/prompts/${id}`));
  if (text !== null) {
    composer.text = composer.text.trim() ? `${composer.text}\n\n${text}` : text;
    await api.post(`/api/prompts/${id}/use`);
  }
  composer.focus();
});

for (const idea of document.querySelectorAll('#start [data-say]')) {
  idea.addEventListener('click', () => say(idea.dataset.say));
}

/* The model, at the top and in the settings */

const pickers = [document.getElementById('model'), document.getElementById('chatModel')];
pickers[0].addEventListener('change', async () => {
  try {
    await record.change({ model: pickers[0].value || null });
  } catch (failure) {
    pickers[0].value = record.chat?.model || '';
    toast(failure.message, true);
  }
});
record.addEventListener('change', () => { pickers[0].value = record.chat.model || ''; });

function chooseModel() {
  const [atTop, inSettings] = pickers;
  if (!atTop.offsetParent) {
    settings.open();
  }
  (atTop.offsetParent ? atTop : inSettings).focus();
}

/** Shows the message that the address names. @returns {boolean} whether it names one */
function openWanted() {
  const wanted = new URLSearchParams(location.search).get('message');
  if (!wanted) {
    return false;
  }
  // A reload must not lead back to it, nor to its branch.
  history.replaceState(null, '', `?id=${chatId}`);
  if (!conversation.open(Number(wanted))) {
    toast('This message is no longer here.', true);
  }
  return true;
}

try {
  await Promise.all(pickers.map((picker) => fillModels(picker, 'text', 'Default model', page.dataset.model || null)));
  await conversation.load();
  if (!openWanted() && matchMedia('(hover: hover)').matches) {
    // On a phone, focus would cover half of the conversation with the keyboard.
    composer.focus();
  }
} catch (failure) {
  toast(failure.message, true);
}
await images.openIfWanted();
