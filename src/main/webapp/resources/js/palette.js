/** Finds chats, messages, prompts, images, workspaces and what can be done, by what one types, and opens what is chosen. */

import { api } from './api.js';
import { element, icon, memory } from './dom.js';
import { actions, keyName } from './keys.js';
import { openModal } from './modal.js';

const PAUSE = 150;
const MOST_ACTIONS = 6;
const MOST_WORKSPACES = 5;
const MOST_RECENT = 8;
const KINDS = { chat: ['Chats', 'comments'], message: ['Messages', 'comment'], prompt: ['Prompts', 'bookmark'], image: ['Images', 'image'] };

const input = element('input', {
  type: 'text', role: 'combobox', 'aria-label': 'Search and do', 'aria-expanded': 'true', 'aria-controls': 'paletteList',
  'aria-autocomplete': 'list', autocomplete: 'off', spellcheck: 'false', placeholder: 'Search chats, prompts, images, or what to do',
});
const list = element('div', { role: 'listbox', id: 'paletteList', 'aria-label': 'Found' });
const note = element('p', { class: 'hint', role: 'status' });
const dialog = element('dialog', { class: 'palette', 'aria-label': 'Search' },
  element('div', { class: 'palette-head' }, icon('search'), input),
  list,
  note,
  element('p', { class: 'palette-foot hint' }, '“side by side”, begin*, ', ...['model:', 'tag:', 'workspace:', 'after:2026-01-31', 'before:'].flatMap((filter) => [element('code', {}, filter), ' '])));

let workspaces = [];
let recent = [];
let hits = [];
let cursor = null;
let chosen = 0;
let running = new AbortController();
let soon = 0;

document.body.append(dialog);
input.addEventListener('input', () => {
  hits = [];
  cursor = null;
  draw();
  clearTimeout(soon);
  soon = setTimeout(search, PAUSE);
});
dialog.addEventListener('keydown', (event) => {
  const options = list.querySelectorAll('[role=option]');
  const to = { ArrowDown: chosen + 1, ArrowUp: chosen - 1 }[event.key];
  if (event.isComposing) {
    return;
  }
  if (to !== undefined && options.length) {
    event.preventDefault();
    choose((to + options.length) % options.length);
  } else if (event.key === 'Enter') {
    event.preventDefault();
    options[chosen]?.click();
  }
});

/** Opens the palette; what was typed before is selected. */
export async function openPalette() {
  if (dialog.open) {
    return;
  }
  openModal(dialog);
  input.select();
  draw();
  const here = document.getElementById('sidebar').dataset.workspace || memory.get('workspace');
  try {
    [workspaces, recent] = await Promise.all([
      api.all('/api/workspaces'),
      here ? api.get(`/api/workspaces/${here}/chats?limit=${MOST_RECENT}`).then((page) => page.items, () => []) : [],
    ]);
    draw();
    await search();
  } catch (failure) {
    note.textContent = failure.message;
  }
}

const words = () => input.value.toLowerCase().split(/\s+/).filter(Boolean);

const fits = (text) => words().every((word) => text.toLowerCase().includes(word));

/* Finding */

async function search() {
  running.abort();
  running = new AbortController();
  const { signal } = running;
  const q = input.value.trim();
  note.textContent = '';
  if (!q) {
    return;
  }
  try {
    const page = await api.get(`/api/search?${new URLSearchParams({ q, limit: '20' })}`, { signal });
    hits = page.items;
    cursor = page.next_cursor;
    draw();
    const found = list.querySelectorAll('[role=option]').length;
    note.textContent = found ? '' : 'Nothing is found.';
  } catch (failure) {
    if (!signal.aborted) {
      note.textContent = failure.message;
    }
  }
}

async function more() {
  const { signal } = running;
  try {
    const page = await api.get(`/api/search?${new URLSearchParams({ q: input.value.trim(), limit: '20', cursor })}`, { signal });
    hits = [...hits, ...page.items];
    cursor = page.next_cursor;
    draw(chosen);
  } catch (failure) {
    if (!signal.aborted) {
      note.textContent = failure.message;
    }
  }
}

/* Showing */

function draw(stay = 0) {
  const typed = input.value.trim() !== '';
  const doable = actions().filter((each) => fits(each.does));
  const groups = typed
    ? [
      ['To do', doable.slice(0, MOST_ACTIONS).map(action)],
      ['Workspaces', workspaces.filter((each) => fits(each.name)).slice(0, MOST_WORKSPACES).map(workspace)],
      ...Object.entries(KINDS).map(([type, [title]]) => [title, hits.filter((hit) => hit.type === type).map(found)]),
      ['', cursor ? [option(icon('angle-down'), [element('span', { class: 'name' }, 'Find more')], more, true)] : []],
    ]
    : [
      ['Chats here', recent.map((chat) => option(icon('comments'), [element('span', { class: 'name' }, chat.name)], () => location.assign(`/chat?id=${chat.id}`)))],
      ['To do', doable.map(action)],
      ['Workspaces', workspaces.slice(0, MOST_WORKSPACES).map(workspace)],
    ];
  list.replaceChildren(...groups.filter(([, options]) => options.length).map(([title, options], index) =>
    element('div', { role: 'group', 'aria-labelledby': title ? `paletteGroup${index}` : null, 'aria-label': title ? null : 'More' },
      title ? element('div', { id: `paletteGroup${index}`, class: 'group-title', role: 'presentation' }, title) : null, options)));
  list.querySelectorAll('[role=option]').forEach((each, index) => { each.id = `paletteOption${index}`; });
  choose(stay);
}

function choose(index) {
  chosen = index;
  const options = list.querySelectorAll('[role=option]');
  options.forEach((each, place) => each.setAttribute('aria-selected', String(place === index)));
  if (options[index]) {
    input.setAttribute('aria-activedescendant', options[index].id);
    options[index].scrollIntoView({ block: 'nearest' });
  } else {
    input.removeAttribute('aria-activedescendant');
  }
}

function option(sign, parts, run, stays = false) {
  return element('div', { role: 'option', onclick: () => {
    if (!stays) {
      dialog.close();
    }
    run();
  } }, sign, element('span', { class: 'words' }, parts));
}

const action = (each) => {
  const made = option(icon('bolt'), [element('span', { class: 'name' }, each.does)], each.run);
  if (each.key || each.shown) {
    made.append(element('kbd', {}, keyName(each)));
  }
  return made;
};

const workspace = ({ id, name }) => option(icon('th-large'), [element('span', { class: 'name' }, name)], () => location.assign(`/workspace?id=${id}`));

function found(hit) {
  return option(icon(KINDS[hit.type][1]), [
    element('span', { class: 'name' }, hit.title),
    hit.snippet && hit.snippet !== hit.title ? element('span', { class: 'snippet' }, marked(hit)) : null,
  ], () => open(hit));
}

/** The snippet with the words that were looked for marked. */
function marked({ snippet, marks }) {
  const parts = [];
  let from = 0;
  for (const { start, end } of marks) {
    parts.push(snippet.slice(from, start), element('mark', {}, snippet.slice(start, end)));
    from = end;
  }
  return [...parts, snippet.slice(from)];
}

/* Opening */

function open(hit) {
  if (hit.type === 'prompt') {
    // A page on which one writes takes it.
    const taken = !document.dispatchEvent(new CustomEvent('pixazo:prompt', { detail: hit.id, cancelable: true }));
    if (!taken) {
      location.assign(`/prompts?${new URLSearchParams({ q: hit.title })}`);
    }
  } else if (hit.type === 'image') {
    location.assign(`/images?show=${hit.id}`);
  } else {
    location.assign(`/chat?id=${hit.chat_id}${hit.type === 'message' ? `&message=${hit.id}` : ''}`);
  }
}
