/*
 * Holds a running Pixazo against OpenAI's own JavaScript library. Pixazo asks the fake upstreams of
 * src/test/java/org/pixazo/testing, which answer "You said: …" and fail as a message tells them. See README.md here.
 */
import assert from 'node:assert/strict';
import OpenAI, {
  AuthenticationError, BadRequestError, InternalServerError, NotFoundError, PermissionDeniedError, RateLimitError,
} from 'openai';

const { PIXAZO_URL = 'http://localhost:8080', PIXAZO_KEY, PIXAZO_LIMITED_KEY } = process.env;
const MODEL = 'grok-4';

const client = clientOf(PIXAZO_KEY);

function clientOf(apiKey) {
  return new OpenAI({ baseURL: `${PIXAZO_URL}/v1`, apiKey, maxRetries: 0 });
}

function saying(content, more = {}) {
  return { model: MODEL, messages: [{ role: 'user', content }], ...more };
}

async function chunksOf(request) {
  const chunks = [];
  for await (const chunk of await client.chat.completions.create({ ...request, stream: true })) {
    chunks.push(chunk);
  }
  return chunks;
}

const text = (chunks) => chunks.map((chunk) => chunk.choices[0]?.delta.content ?? '').join('');

async function fails(call, type, code) {
  await assert.rejects(call, (error) => {
    assert.ok(error instanceof type, `${error.constructor.name} instead of ${type.name}: ${error.message}`);
    if (code !== undefined) {
      assert.equal(error.code, code);
    }
    return true;
  });
}

const checks = {
  async models() {
    const ids = (await client.models.list()).data.map((model) => model.id);
    assert.ok(ids.includes(MODEL) && ids.includes('sdxl'), ids.join());
    assert.equal((await client.models.retrieve('sdxl')).owned_by, 'pixazo');
  },

  async 'a plain answer'() {
    const answer = await client.chat.completions.create(saying('hello'));
    assert.equal(answer.choices[0].message.content, 'You said: hello');
    assert.equal(answer.usage.total_tokens, 12);
  },

  async 'a streaming answer'() {
    const chunks = await chunksOf(saying('one two three'));
    assert.equal(text(chunks), 'You said: one two three');
    assert.ok(chunks.every((chunk) => chunk.choices.length === 1));
  },

  async 'usage in the stream'() {
    const chunks = await chunksOf(saying('one two', { stream_options: { include_usage: true } }));
    assert.equal(text(chunks), 'You said: one two');
    assert.equal(chunks.at(-1).choices.length, 0);
    assert.equal(chunks.at(-1).usage.prompt_tokens, 7);
  },

  async tools() {
    const tools = [{ type: 'function', function: { name: 'weather', parameters: { type: 'object' } } }];
    const answer = await client.chat.completions.create(saying('Bern', { tools }));
    assert.equal(answer.choices[0].finish_reason, 'tool_calls');
    const { name, arguments: given } = answer.choices[0].message.tool_calls[0].function;
    assert.deepEqual([name, JSON.parse(given)], ['weather', { said: 'Bern' }]);
    const streamed = await chunksOf(saying('Bern', { tools }));
    assert.equal(streamed[0].choices[0].delta.tool_calls[0].function.name, 'weather');
  },

  async 'JSON mode'() {
    const answer = await client.chat.completions.create(saying('json', { response_format: { type: 'json_object' } }));
    assert.deepEqual(JSON.parse(answer.choices[0].message.content), { said: 'json' });
  },

  async 'an image as link'() {
    const { data } = await client.images.generate({ prompt: 'a fox for JavaScript', size: '256x256' });
    const file = await fetch(data[0].url);
    assert.equal(file.status, 200);
    assert.equal(file.headers.get('content-type'), 'image/png');
  },

  async 'an image as Base64'() {
    const { data } = await client.images.generate({
      prompt: 'a fox for JavaScript', response_format: 'b64_json', output_format: 'webp', seed: 7,
    });
    assert.equal(Buffer.from(data[0].b64_json, 'base64').toString('latin1', 8, 12), 'WEBP');
  },

  async abort() {
    const stream = await client.chat.completions.create(saying('slow and long', { stream: true }));
    let seen = 0;
    for await (const chunk of stream) {
      seen += chunk.choices.length;
      stream.controller.abort();
    }
    assert.ok(seen < 10, `${seen} chunks came after the abort`);
  },

  async 'a wrong key'() {
    await fails(() => clientOf('pxz_wrong').models.list(), AuthenticationError, 'invalid_api_key');
  },

  async 'a key without the scope'() {
    assert.ok(PIXAZO_LIMITED_KEY, 'PIXAZO_LIMITED_KEY is a key with the scope images only');
    await fails(() => clientOf(PIXAZO_LIMITED_KEY).chat.completions.create(saying('hello')), PermissionDeniedError);
  },

  async 'an unknown model'() {
    await fails(() => client.models.retrieve('gpt-9'), NotFoundError, 'model_not_found');
    await fails(() => client.chat.completions.create(saying('hello', { model: 'gpt-9' })), NotFoundError, 'model_not_found');
    await fails(() => client.images.generate({ prompt: 'a fox', model: 'dall-e-3' }), NotFoundError, 'model_not_found');
  },

  async 'a bad request'() {
    await fails(() => client.images.generate({ prompt: 'a fox', n: 9 }), BadRequestError);
    await fails(() => client.chat.completions.create(saying('fail-400')), BadRequestError);
  },

  async 'a rate limit'() {
    await fails(() => client.images.generate({ prompt: 'fail-429' }), RateLimitError, 'rate_limit_exceeded');
    await fails(() => client.chat.completions.create(saying('fail-429')), RateLimitError);
  },

  async 'an upstream that fails'() {
    await fails(() => client.images.generate({ prompt: 'fail-500' }), InternalServerError);
    await fails(() => client.chat.completions.create(saying('fail-500')), InternalServerError);
  },
};

let failed = 0;
for (const [name, check] of Object.entries(checks)) {
  try {
    await check();
    console.log(`ok      ${name}`);
  } catch (error) {
    failed += 1;
    console.log(`FAILED  ${name}: ${error.message}`);
  }
}
console.log(`${Object.keys(checks).length - failed} of ${Object.keys(checks).length} checks passed`);
process.exitCode = failed ? 1 : 0;
