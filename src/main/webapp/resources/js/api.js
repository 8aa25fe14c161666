/** The REST API: requests, problems, and streams of events. */

/** An answer of the API that is an error, as RFC 9457 describes it. */
export class Problem extends Error {
  constructor(status, body) {
    super(body.detail || body.title || `The server answered ${status}.`);
    this.status = status;
    /** @type {{field: string, message: string}[]} faults by field, for invalid input */
    this.errors = body.errors || [];
  }
}

/** The server could not be reached or is not up yet, or the connection broke. */
export class NetworkLoss extends Error {
  constructor(cause) {
    super('The server cannot be reached.', { cause });
  }
}

const get = (path, options) => json('GET', path, undefined, options);
const post = (path, body, options) => json('POST', path, body, options);
const put = (path, body, options) => json('PUT', path, body, options);
const remove = (path, options) => json('DELETE', path, undefined, options);

/** All items of a list, page after page. */
async function all(path) {
  const items = [];
  let cursor = null;
  do {
    const url = new URL(path, location.origin);
    url.searchParams.set('limit', '100');
    if (cursor) {
      url.searchParams.set('cursor', cursor);
    }
    const page = await get(url.pathname + url.search);
    items.push(...page.items);
    cursor = page.next_cursor;
  } while (cursor);
  return items;
}

/** The file that a POST answers with. @returns {Promise<Blob>} */
async function file(path, body) {
  return (await send('POST', path, body, { accept: '*/*' })).blob();
}

/** Sends a file as it is. */
async function upload(path, blob, options = {}) {
  return (await send('POST', path, blob, { ...options, accept: 'application/json' })).json();
}

/**
 * Sends a file as it is, and tells how much of it the server has, which fetch cannot.
 *
 * @param {{headers?: object, signal: AbortSignal, sent: (part: number) => void}} options sent is told from 0 to 1
 */
async function watchedUpload(path, blob, { headers = {}, signal, sent }) {
  const request = new XMLHttpRequest();
  const response = await new Promise((resolve, reject) => {
    request.open('POST', path);
    request.responseType = 'blob';
    for (const [name, value] of Object.entries({ Accept: 'application/json', ...headers })) {
      request.setRequestHeader(name, value);
    }
    request.upload.onprogress = ({ loaded, total }) => sent(total ? loaded / total : 1);
    request.upload.onload = () => sent(1);
    request.onload = () => resolve(new Response(request.response, {
      status: request.status,
      headers: { 'Content-Type': request.getResponseHeader('Content-Type') || '' },
    }));
    request.onerror = () => reject(new NetworkLoss());
    request.onabort = () => reject(signal.reason);
    signal.addEventListener('abort', () => request.abort());
    request.send(blob);
  });
  return (await checked(response)).json();
}

export const api = { get, post, put, remove, all, stream, file, upload, watchedUpload };

async function json(method, path, body, options = {}) {
  const response = await send(method, path, body, { ...options, accept: 'application/json' });
  return response.status === 204 ? null : response.json();
}

/**
 * The events of a response of type text/event-stream.
 *
 * @param {{headers?: object, body?: object, signal?: AbortSignal}} options
 * @returns {AsyncGenerator<{event: string, data: any}>}
 */
async function* stream(method, path, options = {}) {
  const response = await send(method, path, options.body, { ...options, accept: 'text/event-stream' });
  const reader = response.body.pipeThrough(new TextDecoderStream()).getReader();
  let rest = '';
  try {
    for (;;) {
      const { value, done } = await reader.read().catch((failure) => {
        throw options.signal?.aborted ? failure : new NetworkLoss(failure);
      });
      if (done) {
        return;
      }
      const blocks = (rest + value).replace(/\r\n?/g, '\n').split('\n\n');
      rest = blocks.pop();
      for (const block of blocks) {
        const event = parse(block);
        if (event) {
          yield event;
        }
      }
    }
  } finally {
    reader.cancel().catch(() => { /* It is closed already. */ });
  }
}

function parse(block) {
  let event = 'message';
  const data = [];
  for (const line of block.split('\n')) {
    if (line.startsWith('data:')) {
      data.push(line.slice(line[5] === ' ' ? 6 : 5));
    } else if (line.startsWith('event:')) {
      event = line.slice(6).trim();
    }
  }
  return data.length ? { event, data: JSON.parse(data.join('\n')) } : null;
}

async function send(method, path, body, { accept, headers = {}, signal } = {}) {
  const raw = body === undefined || body instanceof Blob;
  let response;
  try {
    response = await fetch(path, {
      method,
      signal,
      credentials: 'same-origin',
      headers: { Accept: accept, ...(raw ? {} : { 'Content-Type': 'application/json' }), ...headers },
      body: raw ? body : JSON.stringify(body),
    });
  } catch (failure) {
    throw signal?.aborted ? failure : new NetworkLoss(failure);
  }
  return checked(response);
}

/** An answer that is no error. @throws {Problem} */
async function checked(response) {
  if (response.status === 401) {
    location.assign('/login?next=' + encodeURIComponent(location.pathname + location.search));
  }
  if (!response.ok) {
    if (isAbsent(response)) {
      throw new NetworkLoss(new Error(`${response.url}: ${response.status}`));
    }
    throw new Problem(response.status, await response.json().catch(() => ({})));
  }
  return response;
}

/** While Pixazo starts, the server answers 404 or 500 in its place, as proxies do 502 to 504; Pixazo's own have a document. */
function isAbsent(response) {
  return (response.status === 404 || response.status >= 500) && !(response.headers.get('Content-Type') || '').includes('json');
}

/** A key under which the server knows a request that is sent again. */
export function idempotencyKey() {
  // randomUUID exists only on https and localhost.
  return Array.from(crypto.getRandomValues(new Uint8Array(16)), (byte) => byte.toString(16).padStart(2, '0')).join('');
}
