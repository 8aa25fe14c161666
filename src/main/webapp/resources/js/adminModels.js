/** The administrator's page of image models. */

import { api } from './api.js';
import { confirm, element, toast } from './dom.js';
import { fieldOf, readFields, showFields } from './modelFields.js';
import { openTrial } from './modelTrial.js';

const rows = document.getElementById('modelRows');
const editor = document.getElementById('modelEditor');
const faults = document.getElementById('modelFaults');
const remove = document.getElementById('removeModel');
const ID = 'modelId';
/** The model in the form; null for a new one. */
let edited = null;

const price = (perImage) => (perImage === null ? 'unknown' : perImage === 0 ? 'free' : `$${perImage}`);
const state = (one) => (one.built_in ? (one.changed ? 'changed here' : 'as shipped') : 'yours');
const small = (text, onclick, label) => element('button', { type: 'button', class: 'button small', onclick, 'aria-label': label }, text);

async function load() {
  const { items } = await api.get('/api/admin/models');
  rows.replaceChildren(...items.map((one) => element('tr', { 'data-model': one.id },
    element('th', { scope: 'row', title: one.model.name }, one.id),
    element('td', { class: 'words' }, one.model.route.path),
    element('td', { class: 'words' }, price(one.model.per_image)),
    element('td', { class: 'words' }, element('span', { class: 'badge' }, state(one))),
    element('td', {}, element('div', { class: 'buttons' },
      small('Edit', () => edit(one), `Edit ${one.id}`), small('Test', () => openTrial(one.id), `Test ${one.id}`))))));
}

function edit(one) {
  edited = one;
  faults.replaceChildren();
  const place = document.getElementById('modelFields');
  showFields(place, one?.model);
  if (!one) {
    place.prepend(element('div', { class: 'field' }, element('label', { for: ID }, 'Id'),
      element('input', { type: 'text', id: ID, spellcheck: 'false' }),
      element('div', { class: 'under' }, element('span', { class: 'hint' }, 'Name in requests: small letters, digits, hyphens.'))));
  }
  remove.hidden = !one || (one.built_in && !one.changed);
  remove.textContent = one?.built_in ? 'Back to what was shipped' : 'Delete';
  editor.hidden = false;
  const title = document.getElementById('editorTitle');
  title.textContent = one ? one.id : 'New model';
  title.focus();
}

function close() {
  editor.hidden = true;
  edited = null;
}

function tell(failure) {
  const errors = failure.errors?.length ? failure.errors : [{ field: '', message: failure.message }];
  editor.querySelectorAll('.invalid').forEach((input) => input.classList.remove('invalid'));
  errors.forEach(({ field }) => (field === 'id' ? document.getElementById(ID) : field && fieldOf(field))?.classList.add('invalid'));
  faults.replaceChildren(...errors.map(({ field, message }) => element('li', { class: 'notice bad' }, `${field} ${message}`.trim())));
}

document.getElementById('modelForm').addEventListener('submit', async (event) => {
  event.preventDefault();
  try {
    const model = readFields();
    await (edited
      ? api.put(`/api/admin/models/${edited.id}`, model)
      : api.post('/api/admin/models', { id: document.getElementById(ID).value.trim(), model }));
    close();
    toast('Saved.');
    await load();
  } catch (failure) {
    tell(failure);
  }
});

remove.addEventListener('click', async () => {
  const { id, built_in: builtIn } = edited;
  const text = builtIn ? 'It is asked again as the product shipped it.' : 'Jobs that wait for it fail; pictures stay.';
  if (await confirm({ title: `${remove.textContent}: ${id}?`, text, action: remove.textContent })) {
    try {
      await api.remove(`/api/admin/models/${id}`);
      close();
      await load();
    } catch (failure) {
      tell(failure);
    }
  }
});

document.getElementById('newModel').addEventListener('click', () => edit(null));
document.getElementById('cancelModel').addEventListener('click', close);

load().catch((failure) => toast(failure.message, true));
