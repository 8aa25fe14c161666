/** The page of saved prompts. */

import { api } from './api.js';
import { ago, confirm, copy, element, exactly, iconButton, memory, toast } from './dom.js';
import { lastOrNewWorkspace } from './lastWorkspace.js';
import { PromptEditor } from './promptEditor.js';
import { fillIn } from './promptForm.js';
import { PromptHistory } from './promptHistory.js';

const search = document.getElementById('search');
const place = document.getElementById('place');
const tag = document.getElementById('tag');
const favourites = document.getElementById('favourites');
const list = document.getElementById('prompts');
const more = document.getElementById('more');
const workspaces = new Map();
const editor = new PromptEditor(() => show());
const history = new PromptHistory(() => show());
let turn = 0;

/* Showing */

function query(cursor) {
  const parameters = new URLSearchParams({ limit: '60' });
  const words = search.value.trim();
  for (const [name, value] of [['q', words], ['tag', tag.value], ['favourite', favourites.checked ? 'true' : ''], ['cursor', cursor || ''],
    ['personal', place.value === 'personal' ? 'true' : ''], ['workspace_id', place.value === 'personal' ? '' : place.value]]) {
    if (value) {
      parameters.set(name, value);
    }
  }
  return `/api/prompts?${parameters}`;
}

async function show(cursor = null) {
  const mine = ++turn;
  try {
    const page = await api.get(query(cursor));
    if (mine !== turn) {
      return;
    }
    const cards = page.items.map(card);
    if (cursor) {
      list.append(...cards);
    } else {
      list.replaceChildren(...cards);
    }
    document.getElementById('nothing').hidden = list.children.length > 0;
    more.hidden = !page.next_cursor;
    more.onclick = () => show(page.next_cursor);
    tags(page.items);
  } catch (failure) {
    toast(failure.message, true);
  }
}

/** Adds the tags that were not seen before to those to choose from. */
function tags(prompts) {
  const known = new Set([...tag.options].map((option) => option.value));
  const found = [...new Set(prompts.flatMap((prompt) => prompt.tags))].filter((name) => !known.has(name));
  tag.append(...found.sort((a, b) => a.localeCompare(b)).map((name) => element('option', { value: name }, name)));
}

function card(prompt) {
  const marked = prompt.favourite;
  return element('li', { class: 'card prompt-card', 'data-id': prompt.id },
    element('div', { class: 'head' },
      element('h2', {}, prompt.title),
      iconButton(marked ? 'star-fill' : 'star', marked ? 'No longer a favourite' : 'Make it a favourite', () => act(async () => {
        await api.put(`/api/prompts/${prompt.id}`, { favourite: !marked });
        await show();
      }), { 'aria-pressed': String(marked) })),
    prompt.description ? element('p', { class: 'about' }, prompt.description) : null,
    element('p', { class: 'excerpt' }, prompt.content.slice(0, 600)),
    element('div', { class: 'tags' },
      prompt.tags.map((name) => element('button', { type: 'button', class: 'badge', onclick: () => { tag.value = name; show(); } }, name)),
      prompt.variables.length ? element('span', { class: 'badge', title: prompt.variables.map((variable) => variable.name).join(', ') }, `${prompt.variables.length} to fill in`) : null,
      prompt.duplicates.length ? element('span', { class: 'badge warn', title: 'Another prompt has the same content' }, 'duplicate') : null),
    element('div', { class: 'foot' },
      element('span', { title: exactly(prompt.updated_at) },
        `${workspaces.get(prompt.workspace_id) || 'Personal'} · ${prompt.uses} ${prompt.uses === 1 ? 'use' : 'uses'} · ${ago(prompt.updated_at)}`),
      element('span', { class: 'tools' },
        iconButton('comments', 'Use in a chat', () => act(() => useInChat(prompt))),
        iconButton('image', 'Use for an image', () => act(() => useForImage(prompt))),
        iconButton('copy', 'Copy', () => act(() => copyText(prompt))),
        iconButton('history', `Versions (${prompt.version})`, () => act(() => history.open(prompt))),
        iconButton('pencil', 'Edit', () => editor.open(prompt)),
        iconButton('trash', 'Delete', () => act(() => remove(prompt))))));
}

/* Doing */

async function act(action) {
  try {
    await action();
  } catch (failure) {
    toast(failure.message, true);
  }
}

/** The prompt's text with its variables filled in, counted as a use; null where the person does not go on. */
async function used(prompt) {
  const text = await fillIn(prompt);
  if (text !== null) {
    await api.post(`/api/prompts/${prompt.id}/use`);
  }
  return text;
}

async function useInChat(prompt) {
  const text = await used(prompt);
  if (text === null) {
    return;
  }
  const where = prompt.workspace_id || (await lastOrNewWorkspace()).id;
  const chat = await api.post(`/api/workspaces/${where}/chats`, { name: 'New chat', auto_title: true });
  memory.set(`draft.${chat.id}`, text);
  location.assign(`/chat?id=${chat.id}`);
}

async function useForImage(prompt) {
  const text = await used(prompt);
  if (text !== null) {
    memory.set('imagePrompt', text, sessionStorage);
    location.assign(prompt.workspace_id ? `/images?workspace=${prompt.workspace_id}` : '/images');
  }
}

async function copyText(prompt) {
  const text = await used(prompt);
  if (text !== null) {
    await copy(text);
    await show();
  }
}

async function remove(prompt) {
  const sure = await confirm({ title: 'Delete this prompt?', text: `“${prompt.title}” and its versions cannot be brought back.`, action: 'Delete' });
  if (sure) {
    await api.remove(`/api/prompts/${prompt.id}`);
    await show();
  }
}

async function take(file) {
  let content;
  try {
    content = JSON.parse(await file.text());
  } catch {
    throw new Error(`${file.name} is not JSON.`);
  }
  const { imported, duplicates } = await api.post('/api/prompts/import', content);
  toast(`${file.name}: ${imported} ${imported === 1 ? 'prompt' : 'prompts'} imported${duplicates.length ? `, ${duplicates.length} of them with a content that was here already` : ''}.`);
  await show();
}

document.getElementById('newPrompt').addEventListener('click', () => editor.open(null, place.value === 'personal' ? null : place.value));
const chooser = document.getElementById('promptFile');
document.getElementById('importPrompts').addEventListener('click', () => chooser.click());
chooser.addEventListener('change', () => act(async () => {
  const [file] = chooser.files;
  chooser.value = '';
  if (file) {
    await take(file);
  }
}));

let typing = 0;
search.addEventListener('input', () => {
  clearTimeout(typing);
  typing = setTimeout(show, 250);
});
for (const filter of [place, tag, favourites]) {
  filter.addEventListener('change', () => show());
}

search.value = new URLSearchParams(location.search).get('q') || '';

await act(async () => {
  for (const workspace of await api.all('/api/workspaces')) {
    workspaces.set(workspace.id, workspace.name);
    place.append(element('option', { value: workspace.id }, workspace.name));
  }
  editor.places([...workspaces].map(([id, name]) => ({ id, name })));
  await show();
});
