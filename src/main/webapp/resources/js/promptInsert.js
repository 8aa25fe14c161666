/** Saved prompts by a slash: typing / at the beginning of a word offers them, and the chosen one takes its place. */

import { api } from './api.js';
import { element, memory, toast } from './dom.js';
import { fillIn } from './promptForm.js';

const BEGUN = /(?:^|\s)\/([^\s/][^/\n]{0,40}|)$/;
const MOST = 8;
const FRESH = 30_000;

let known = null;
let knownAt = 0;

/** The library, the favourites and the most used first. */
async function library() {
  if (!known || Date.now() - knownAt > FRESH) {
    knownAt = Date.now();
    known = (await api.all('/api/prompts')).sort((a, b) => b.favourite - a.favourite || b.uses - a.uses);
  }
  return known;
}

function matches(prompts, query) {
  const words = query.toLowerCase().split(/\s+/).filter(Boolean);
  return prompts.filter((prompt) => {
    const text = `${prompt.title} ${prompt.tags.join(' ')}`.toLowerCase();
    return words.every((word) => text.includes(word));
  }).slice(0, MOST);
}

/**
 * Offers saved prompts in a field of several lines.
 *
 * @param {?string} handover what another page left for this field under this name is put into it
 */
export function offerPrompts(area, handover = null) {
  const menu = element('ul', { class: 'prompt-menu', role: 'listbox', id: `${area.id}Prompts`, 'aria-label': 'Saved prompts', hidden: true });
  let offered = [];
  let chosen = 0;
  let asked = 0;
  document.body.append(menu);
  area.setAttribute('aria-autocomplete', 'list');
  area.setAttribute('aria-controls', menu.id);

  const left = handover && memory.get(handover, sessionStorage);
  if (left) {
    memory.set(handover, null, sessionStorage);
    area.value = left;
  }

  const begun = () => (area.selectionStart === area.selectionEnd ? BEGUN.exec(area.value.slice(0, area.selectionStart)) : null);

  function close() {
    asked++;
    menu.hidden = true;
    area.removeAttribute('aria-activedescendant');
  }

  async function look() {
    const found = begun();
    if (!found) {
      close();
      return;
    }
    const turn = ++asked;
    try {
      offered = matches(await library(), found[1]);
    } catch (failure) {
      toast(failure.message, true);
      return;
    }
    if (turn !== asked || !offered.length) {
      menu.hidden = true;
      return;
    }
    chosen = 0;
    show();
  }

  function show() {
    menu.replaceChildren(...offered.map((prompt, index) => element('li', {
      role: 'option',
      id: `${menu.id}${index}`,
      'aria-selected': String(index === chosen),
      // Before the field loses the focus.
      onmousedown: (event) => { event.preventDefault(); insert(prompt); },
    }, `${prompt.favourite ? '★ ' : ''}${prompt.title}`, element('small', {}, prompt.content.slice(0, 120)))));
    menu.hidden = false;
    area.setAttribute('aria-activedescendant', `${menu.id}${chosen}`);
    const place = area.getBoundingClientRect();
    const above = place.top > innerHeight - place.bottom;
    menu.style.left = `${Math.max(8, Math.min(place.left, innerWidth - menu.offsetWidth - 8))}px`;
    menu.style.top = above ? 'auto' : `${place.bottom + 6}px`;
    menu.style.bottom = above ? `${innerHeight - place.top + 6}px` : 'auto';
    menu.children[chosen]?.scrollIntoView({ block: 'nearest' });
  }

  async function insert(prompt) {
    const found = begun();
    const end = area.selectionStart;
    const start = end - (found ? found[1].length + 1 : 0);
    close();
    try {
      const text = await fillIn(prompt);
      area.focus();
      if (text === null) {
        return;
      }
      area.setRangeText(text, start, end, 'end');
      area.dispatchEvent(new Event('input', { bubbles: true }));
      close();
      known = null;
      await api.post(`/api/prompts/${prompt.id}/use`);
    } catch (failure) {
      toast(failure.message, true);
    }
  }

  area.addEventListener('input', look);
  area.addEventListener('blur', close);
  // First of all, so that Enter does not send and Escape does not stop while the list is open.
  area.addEventListener('keydown', (event) => {
    if (menu.hidden || event.isComposing) {
      return;
    }
    const move = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (move) {
      chosen = (chosen + move + offered.length) % offered.length;
      show();
    } else if (event.key === 'Enter' || event.key === 'Tab') {
      insert(offered[chosen]);
    } else if (event.key === 'Escape') {
      close();
    } else {
      return;
    }
    event.preventDefault();
    event.stopImmediatePropagation();
  }, true);
}
