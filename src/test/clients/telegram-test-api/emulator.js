// telegram-test-api behind what it lacks of the Bot API and the bot cannot do without: README.md lists that.
import http from 'node:http';
import TelegramServer from 'telegram-test-api';

/** The emulator, which answers with milliseconds as the date and with the request's fields as they came, as strings. */
class Emulator extends TelegramServer {
  addBotMessage(message, token) {
    const { message_id, date, chat, text, caption } = super.addBotMessage(message, token);
    return { message_id, date: Math.floor(date / 1000), chat, text, caption };
  }
}

const server = new Emulator();
const lacking = {
  getUpdates: longPoll,
  setMyCommands: () => true,
  sendChatAction: () => true,
  sendPhoto: file,
  sendDocument: file,
};
const refused = [];

/** A long poll as the Bot API has it; the emulator's own answers at once. */
async function longPoll(request, token) {
  const { timeout = '0' } = Object.fromEntries(await form(request));
  const first = server.getUpdates(token);
  if (first.length > 0) {
    return first;
  }
  let timer;
  const late = new Promise((resolve) => { timer = setTimeout(resolve, Number(timeout) * 1000); });
  await Promise.race([server.waitUserMessage(), late]);
  clearTimeout(timer);
  return server.getUpdates(token);
}

/** A message with a file, which the emulator then keeps as it keeps texts. */
async function file(request, token, method) {
  const message = Object.fromEntries(await form(request));
  const kind = method === 'sendPhoto' ? 'photo' : 'document';
  const bytes = Buffer.from(await message[kind].arrayBuffer());
  return server.addBotMessage({ ...message, [kind]: { name: message[kind].name, bytes } }, token);
}

async function form(request) {
  const chunks = [];
  for await (const chunk of request) {
    chunks.push(chunk);
  }
  const type = request.headers['content-type'] ?? 'application/x-www-form-urlencoded';
  return new Response(Buffer.concat(chunks), { headers: { 'content-type': type } }).formData();
}

function answer(response, status, body) {
  response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body));
}

const known = ['getMe', 'sendMessage', 'editMessageText', 'deleteMessage', 'deleteWebhook', 'answerCallbackQuery'];

async function handle(request, response) {
  const [, token, method] = /^\/bot([^/]+)\/(\w+)$/.exec(request.url) ?? [];
  if (method && lacking[method]) {
    answer(response, 200, { ok: true, result: await lacking[method](request, token, method) });
  } else if (method && !known.includes(method)) {
    refused.push(method);
    answer(response, 404, { ok: false, error_code: 404, description: 'Not Found' });
  } else {
    server.webServer(request, response);
  }
}

/** Starts it at any free port. */
export async function start() {
  const front = http.createServer((request, response) => handle(request, response).catch((error) => {
    console.error(error);
    answer(response, 500, { ok: false, error_code: 500, description: String(error) });
  }));
  await new Promise((resolve) => { front.listen(0, 'localhost', resolve); });
  server.config.apiURL = `http://localhost:${front.address().port}`;
  return {
    url: server.config.apiURL,
    client: (token, options) => server.getClient(token, options),
    /** What the bot has sent to a chat and not removed, oldest first. */
    messages: (chat) => server.storage.botMessages
      .filter((sent) => Number(sent.message.chat_id) === chat)
      .map((sent) => ({ id: sent.messageId, ...sent.message })),
    /** Methods that the bot tried in vain. */
    refused,
    stop: () => { front.closeAllConnections(); front.close(); },
  };
}
