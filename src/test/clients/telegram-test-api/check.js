// A person's walk through the bot, by the client of telegram-test-api. Ends with 1 at the first wrong answer.
import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import fs from 'node:fs';
import net from 'node:net';
import path from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { start } from './emulator.js';

const TOKEN = '123456:emulated';
const PATIENCE_MS = 30_000;

const emulator = await start();
const person = emulator.client(TOKEN, { userId: 7, chatId: 7, firstName: 'Ada', userName: 'ada' });
const pixazo = await startPixazo();
let seen = 0;

try {
  await walk();
  console.log(`All steps went well. Tried in vain: ${[...new Set(emulator.refused)].join(', ') || 'nothing'}.`);
} finally {
  const ended = once(pixazo, 'exit');
  pixazo.kill('SIGTERM');
  await ended;
  emulator.stop();
}

async function walk() {
  await step('/start', async () => {
    await says('/start');
    await sees(/Hello Ada! I am Pixazo/);
    await sees(/Write to me and I answer[\s\S]*\/image/);
  });
  await step('text', async () => {
    await says('a lighthouse & <storm>');
    const answer = await sees(/lighthouse/i, (message) => message.text && message.reply_markup);
    assert.match(JSON.stringify(answer.reply_markup), /"callback_data":"regen:/);
    assert.doesNotMatch(answer.text, /<storm>/, 'what the person wrote must be escaped');
  });
  await step('/new', async () => {
    await says('/new');
    await sees(/A new chat begins/);
  });
  await step('/model', async () => {
    await says('/model');
    const choice = await sees(/Which model shall answer\?/);
    await presses(choice, /Offline assistant/);
    await sees(/Offline assistant \(no AI\) answers from now on/);
  });
  await step('/image', async () => {
    await says('/image a red boat');
    const photo = await sees(/a red boat[\s\S]*#\d+/, (message) => message.photo);
    assert.deepEqual([...photo.photo.bytes.subarray(0, 4)], [0x89, 0x50, 0x4e, 0x47], 'the photo is a PNG');
    await until('the status message to go', () => !emulator.messages(7).some((message) => /^🎨/.test(message.text)));
    await presses(photo, /Original/);
    const original = await sees(/^$/, (message) => message.document);
    assert.match(original.document.name, /^pixazo-\d+\.png$/);
  });
  await step('/save', async () => {
    await says('/save Boat: a red boat in the morning');
    await sees(/^Saved: Boat$/);
  });
  await step('/prompts', async () => {
    await says('/prompts');
    await presses(await sees(/^Saved prompts:$/), /^Boat$/);
    await sees(/a red boat in the morning/);
  });
  await step('/export', async () => {
    await says('words for the file');
    await sees(/words for the file/i);
    await says('/export');
    const file = await sees(/Send me this file/, (message) => message.document);
    const content = JSON.parse(file.document.bytes.toString('utf8'));
    assert.equal(content.format, 'pixazo.chat');
    assert.match(JSON.stringify(content), /words for the file/);
    assert.doesNotMatch(JSON.stringify(content), /lighthouse/, 'the chat before /new is another one');
  });
  await step('/help', async () => {
    await says('/help');
    const help = await sees(/Write to me and I answer/);
    for (const command of ['new', 'model', 'image', 'enhance', 'save', 'prompts', 'export', 'help']) {
      assert.match(help.text, new RegExp(`/${command}\\b`));
    }
  });
}

async function step(name, work) {
  await work();
  console.log(`ok  ${name}`);
}

async function says(text) {
  if (text.startsWith('/')) {
    await person.sendCommand(person.makeCommand(text));
  } else {
    await person.sendMessage(person.makeMessage(text));
  }
}

async function presses(message, label) {
  const button = message.reply_markup.inline_keyboard.flat().find(({ text }) => label.test(text));
  assert.ok(button, `no button ${label}: ${JSON.stringify(message.reply_markup)}`);
  const query = person.makeCallbackQuery(button.callback_data);
  Object.assign(query.message, { message_id: message.id, date: query.date, text: message.text });
  await person.sendCallback(query);
}

/** The next message behind those that were seen which says something. */
async function sees(words, which = (message) => message.text) {
  let found;
  await until(`a message that says ${words}`, () => {
    found = emulator.messages(7).find((message) => message.id > seen && which(message)
      && words.test(plain(message.text ?? message.caption ?? '')));
    return found;
  });
  seen = found.id;
  return found;
}

function plain(html) {
  return html.replace(/<[^>]+>/g, '').replace(/&lt;/g, '<').replace(/&gt;/g, '>').replace(/&quot;/g, '"')
    .replace(/&amp;/g, '&');
}

async function until(what, condition) {
  for (const end = Date.now() + PATIENCE_MS; !condition(); await pause(50)) {
    if (Date.now() > end) {
      throw new Error(`Waited in vain for ${what}; there is\n${emulator.messages(7)
        .map((message) => `  ${message.id} ${message.text ?? message.caption ?? 'a file'}`).join('\n')}`);
    }
  }
}

async function startPixazo() {
  const port = await freePort();
  const process_ = spawn('java', ['-Xmx512m', '-jar', process.env.PIXAZO_JAR], {
    env: {
      ...process.env,
      PIXAZO_PORT: String(port),
      PIXAZO_DATA_DIR: path.resolve('data'),
      PIXAZO_ADMIN_USERNAME: 'root',
      PIXAZO_ADMIN_PASSWORD: 'a long password',
      PIXAZO_REGISTRATION: 'open',
      TELEGRAM_BOT_TOKEN: TOKEN,
      TELEGRAM_API_URL: emulator.url,
    },
  });
  const log = fs.createWriteStream('pixazo.log');
  process_.stderr.pipe(log);
  await new Promise((resolve, reject) => {
    process_.stdout.on('data', (data) => String(data).includes('Pixazo is ready at') && resolve());
    process_.once('exit', (code) => reject(new Error(`Pixazo ended with ${code}:\n${fs.readFileSync('pixazo.log')}`)));
  });
  return process_;
}

async function freePort() {
  const probe = net.createServer();
  await new Promise((resolve) => { probe.listen(0, 'localhost', resolve); });
  const { port } = probe.address();
  await new Promise((resolve) => { probe.close(resolve); });
  return port;
}
