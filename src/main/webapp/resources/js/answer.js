/** Follows one answer to its end, through losses of the network. */

import { api, NetworkLoss, Problem } from './api.js';

const LONGEST_PAUSE = 10_000;
const FIRST_TRIES = 4;

/**
 * @typedef {object} Listener
 * @property {(message: object) => void} message the stored question
 * @property {(reply: object) => void} reply the answer begins
 * @property {() => void} restart what came so far comes again, as the next piece
 * @property {(piece: string) => void} piece more text
 * @property {(lost: boolean) => void} lost the connection is lost, or there again
 */

/**
 * Asks and follows. Sent again after a loss of the network, the request is the same one to the server if it has an
 * idempotency key; without one only an answer that has begun is followed further.
 *
 * @param {{path: string, body?: object, key?: string}} request
 * @param {Listener} listener
 * @returns {Promise<object|null>} the problem with which the answer ended, or null
 */
export async function ask(chatId, request, listener, signal) {
  const headers = request.key ? { 'Idempotency-Key': request.key } : {};
  let replyId = null;
  for (let attempt = 0; ; attempt++) {
    try {
      for await (const { event, data } of api.stream('POST', request.path, { body: request.body, headers, signal })) {
        if (event === 'message') {
          listener.message(data);
        } else if (event === 'reply') {
          replyId = data.id;
          listener.reply(data);
        } else if (event === 'delta') {
          listener.piece(data.content);
        } else {
          return event === 'error' ? data : null;
        }
      }
    } catch (failure) {
      if (!(failure instanceof NetworkLoss)) {
        throw failure;
      }
      if (!replyId && (!request.key || attempt + 1 >= FIRST_TRIES)) {
        throw failure;
      }
    }
    if (replyId) {
      return join(chatId, replyId, listener, signal);
    }
    await pause(attempt, signal);
  }
}

/** Joins an answer under way. */
export async function join(chatId, replyId, listener, signal) {
  const path = `/api/chats/${chatId}/messages/${replyId}`;
  for (let attempt = 0; ; attempt++) {
    let begun = false;
    try {
      for await (const { event, data } of api.stream('GET', `${path}/events`, { signal })) {
        if (!begun) {
          begun = true;
          attempt = 0;
          listener.lost(false);
          listener.restart();
        }
        if (event === 'delta') {
          listener.piece(data.content);
        } else if (event === 'done' || event === 'error') {
          return event === 'error' ? data : null;
        }
      }
    } catch (failure) {
      // 503: another server receives the answer; it can be read here when it is complete.
      const again = failure instanceof NetworkLoss || (failure instanceof Problem && failure.status >= 500);
      if (!again) {
        throw failure;
      }
      listener.lost(failure instanceof NetworkLoss);
    }
    await pause(attempt, signal);
  }
}

/** Waits longer each time, but no longer than until the network is there again. */
function pause(attempt, signal) {
  const time = Math.min(LONGEST_PAUSE, 400 * 2 ** attempt);
  return new Promise((resolve, reject) => {
    const end = () => {
      clearTimeout(timer);
      removeEventListener('online', end);
      signal?.removeEventListener('abort', end);
      if (signal?.aborted) {
        reject(signal.reason);
      } else {
        resolve();
      }
    };
    const timer = setTimeout(end, time);
    addEventListener('online', end);
    signal?.addEventListener('abort', end);
  });
}
