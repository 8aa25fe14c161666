/** Small helpers around the DOM. */

import { openModal } from './modal.js';

/**
 * Makes an element. Properties beginning with "on" are listeners, others are attributes; false and null leave one out.
 * Children are nodes or text, never markup.
 */
export function element(name, properties = {}, ...children) {
  const made = document.createElement(name);
  for (const [key, value] of Object.entries(properties)) {
    if (key.startsWith('on')) {
      made.addEventListener(key.slice(2), value);
    } else if (value !== false && value !== null && value !== undefined) {
      made.setAttribute(key, value === true ? '' : value);
    }
  }
  made.append(...children.flat().filter((child) => child !== null && child !== undefined && child !== false));
  return made;
}

export const icon = (name) => element('span', { class: `pi pi-${name}`, 'aria-hidden': 'true' });

export function iconButton(name, label, onclick, properties = {}) {
  return element('button', { type: 'button', class: 'icon-button', title: label, 'aria-label': label, onclick, ...properties }, icon(name));
}

/** Says something at the corner of the page for some seconds. */
export function toast(text, bad = false) {
  const made = element('div', { class: bad ? 'toast bad' : 'toast' }, text);
  document.getElementById('toasts').append(made);
  setTimeout(() => made.remove(), bad ? 9000 : 3500);
}

/**
 * Asks before something is lost.
 *
 * @param {{value: string, label: string}[]} actions what can be done
 * @returns {Promise<?string>} the value of what is to be done; null for nothing
 */
export function choose({ title, text, actions }) {
  return new Promise((resolve) => {
    const dialog = element('dialog', { 'aria-label': title, class: 'confirm' },
      element('h2', {}, title),
      element('p', {}, text),
      element('form', { method: 'dialog', class: 'buttons' },
        element('button', { class: 'button', value: '' }, 'Cancel'),
        actions.map(({ value, label }) => element('button', { class: 'button danger', value }, label))));
    dialog.addEventListener('close', () => {
      resolve(dialog.returnValue || null);
      dialog.remove();
    });
    document.body.append(dialog);
    openModal(dialog, false);
  });
}

/** Asks before something is lost; resolves to whether to go on. */
export async function confirm({ title, text, action }) {
  return await choose({ title, text, actions: [{ value: 'yes', label: action }] }) !== null;
}

/** Makes a field of several lines as high as its text, up to a limit. */
export function grow(area, most = 420) {
  area.style.height = 'auto';
  area.style.height = `${Math.min(area.scrollHeight + 2, most)}px`;
}

export async function copy(text) {
  try {
    await navigator.clipboard.writeText(text);
  } catch {
    // Plain http has no clipboard API.
    const area = element('textarea', { class: 'sr', 'aria-hidden': 'true' });
    area.value = text;
    (document.querySelector('dialog[open]') || document.body).append(area);
    area.select();
    document.execCommand('copy');
    area.remove();
  }
  toast('Copied.');
}

const relative = new Intl.RelativeTimeFormat('en', { numeric: 'auto' });
const day = new Intl.DateTimeFormat(undefined, { dateStyle: 'medium' });
const absolute = new Intl.DateTimeFormat(undefined, { dateStyle: 'medium', timeStyle: 'short' });
const UNITS = [['day', 86_400], ['hour', 3_600], ['minute', 60]];
const LONG_AGO = 14 * 86_400;

/** "5 minutes ago", or the date where that is long ago or in the future. */
export function ago(time) {
  const date = new Date(time);
  const seconds = Math.round((Date.now() - date) / 1000);
  if (seconds < -60 || seconds > LONG_AGO) {
    return day.format(date);
  }
  const unit = UNITS.find(([, length]) => seconds >= length);
  return unit ? relative.format(-Math.floor(seconds / unit[1]), unit[0]) : 'just now';
}

export const exactly = (time) => absolute.format(new Date(time));

export const fileSize = (bytes) => (bytes >= 1_000_000 ? `${(bytes / 1_000_000).toFixed(1)} MB` : `${Math.ceil(bytes / 1000)} kB`);

/** Shows the times of an element in the reader's zone; of one marked data-day, the day and not how long ago it was. */
export function localTimes(root = document) {
  for (const time of root.querySelectorAll('time[datetime]:not([title])')) {
    time.textContent = 'day' in time.dataset ? day.format(new Date(time.dateTime)) : ago(time.dateTime);
    time.title = exactly(time.dateTime);
  }
}

/** Remembers something in this browser; a browser that keeps nothing must not stop the page. */
export const memory = {
  get(key, area = localStorage) {
    try {
      return area.getItem('pixazo.' + key);
    } catch {
      return null;
    }
  },
  set(key, value, area = localStorage) {
    try {
      if (value === null || value === '') {
        area.removeItem('pixazo.' + key);
      } else {
        area.setItem('pixazo.' + key, value);
      }
    } catch {
      // Full or forbidden.
    }
  },
};
