/** The form of an own style. */

import { api } from './api.js';
import { element, memory } from './dom.js';
import { FormDraft } from './formDraft.js';
import { FormFaults } from './formFaults.js';
import { openModal } from './modal.js';

const PLACE = '{prompt}';
const FIELDS = ['name', 'category', 'description', 'prompt', 'negative_prompt', 'suggested_model', 'workspace_id'];

/** @param {?object} style whose fields are shown; with an id it is changed, without a new one is made */
export async function editStyle(styles, style) {
  const workspaces = await api.all('/api/workspaces').catch(() => []);
  const models = (await api.get('/api/models?kind=image').catch(() => ({ items: [] }))).items;
  const text = (name, label, hint, rows) => element('div', { class: 'field' },
    element('label', { for: `style-${name}` }, label),
    rows ? element('textarea', { id: `style-${name}`, name, rows }, style?.[name] || '') : element('input', { type: 'text', id: `style-${name}`, name, value: style?.[name] || '' }),
    element('div', { class: 'field-error', 'data-error': name, 'data-name': label, role: 'alert' }),
    hint ? element('span', { class: 'hint' }, hint) : null);
  const choice = (name, label, none, items) => element('div', { class: 'field' },
    element('label', { for: `style-${name}` }, label),
    element('select', { id: `style-${name}`, name },
      element('option', { value: '' }, none),
      ...items.map((item) => element('option', { value: item.id, selected: String(item.id) === String(style?.[name] ?? '') }, item.name))),
    element('div', { class: 'field-error', 'data-error': name, 'data-name': label, role: 'alert' }));
  const categories = element('datalist', { id: 'styleCategories' }, ...[...styles.categories.keys()].map((value) => element('option', { value })));
  const form = element('form', { novalidate: true },
    element('div', { class: 'row' }, text('name', 'Name'), text('category', 'Category')),
    text('description', 'Description'),
    text('prompt', 'Prompt', `${PLACE} is where the words of the person go.`, 3),
    text('negative_prompt', 'Negative prompt', null, 2),
    element('div', { class: 'row' },
      choice('suggested_model', 'Best model', 'Any', models),
      choice('workspace_id', 'Shared with', 'Nobody: only mine', workspaces)),
    element('div', { class: 'field-error', 'data-problem': true, role: 'alert' }),
    categories,
    element('div', { class: 'buttons' },
      element('button', { type: 'button', class: 'button', onclick: () => dialog.close() }, 'Cancel'),
      element('button', { type: 'submit', class: 'button primary' }, 'Save style')));
  form.elements.category.setAttribute('list', 'styleCategories');
  const title = style?.id ? 'Edit style' : 'New style';
  const dialog = element('dialog', { class: 'style-editor', 'aria-label': title }, element('h2', {}, title), form);
  const faults = new FormFaults(form);
  const key = `styleDraft.${(await api.get('/api/me')).id}.${style?.id || 'new'}`;
  const draft = new FormDraft(form, FIELDS);
  form.elements.prompt.value ||= PLACE;
  draft.values = draft.open(key) || {};
  form.addEventListener('submit', async (event) => {
    event.preventDefault();
    faults.clear();
    try {
      await styles.save(read(form), style?.id);
      memory.set(key, null);
      dialog.close();
    } catch (failure) {
      faults.show(failure.errors || [], failure.message);
    }
  });
  dialog.addEventListener('close', () => dialog.remove());
  document.body.append(dialog);
  openModal(dialog, false);
}

function read(form) {
  const fields = Object.fromEntries(FIELDS.map((name) => [name, form.elements[name].value.trim() || null]));
  fields.workspace_id &&= Number(fields.workspace_id);
  if (fields.prompt && !fields.prompt.includes(PLACE)) {
    fields.prompt = `${PLACE}, ${fields.prompt}`;
  }
  return fields;
}
