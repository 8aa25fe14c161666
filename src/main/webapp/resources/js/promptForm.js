/** The text of a saved prompt, its variables asked for in a dialog. */

import { api } from './api.js';
import { element } from './dom.js';
import { FormFaults } from './formFaults.js';
import { openModal } from './modal.js';

const FIELDS = { map: 'text', number: 'number', range: 'range', checkbox: 'checkbox', date: 'date', 'datetime-local': 'datetime-local', time: 'time', month: 'month', color: 'color', email: 'email', url: 'url', tel: 'tel' };

/** @returns {Promise<?string>} null where the person does not go on */
export async function fillIn(prompt) {
  if (!prompt.variables.length) {
    return prompt.system_variables.length ? render(prompt, {}) : prompt.content;
  }
  return ask(prompt);
}

async function render(prompt, values) {
  const clipboard = prompt.system_variables.includes('CLIPBOARD') ? { CLIPBOARD: await clipboardText() } : {};
  const { text } = await api.post(`/api/prompts/${prompt.id}/render`, {
    values: { ...values, ...clipboard },
    time_zone: Intl.DateTimeFormat().resolvedOptions().timeZone,
    language: navigator.language,
  });
  return text;
}

/** Empty where the browser does not give it away. */
async function clipboardText() {
  try {
    return await navigator.clipboard.readText();
  } catch {
    return '';
  }
}

function ask(prompt) {
  return new Promise((resolve) => {
    let text = null;
    const form = element('form', { novalidate: true, autocomplete: 'off' },
      element('h2', {}, prompt.title),
      prompt.variables.map(field),
      element('div', { class: 'field-error', 'data-problem': true, role: 'alert' }),
      element('div', { class: 'buttons' },
        element('button', { type: 'button', class: 'button', onclick: () => dialog.close() }, 'Cancel'),
        element('button', { type: 'submit', class: 'button primary' }, 'Insert')));
    const dialog = element('dialog', { class: 'prompt-form', 'aria-label': `Variables of ${prompt.title}` }, form);
    const faults = new FormFaults(form);
    form.addEventListener('submit', async (event) => {
      event.preventDefault();
      faults.clear();
      try {
        text = await render(prompt, Object.fromEntries(prompt.variables.map((variable, index) => [variable.name, value(form.elements[`v${index}`])])));
        dialog.close();
      } catch (failure) {
        faults.show((failure.errors || []).map(({ field: path, message }) => {
          const index = prompt.variables.findIndex((variable) => path === `values.${variable.name}`);
          return { field: index < 0 ? path : `v${index}`, message };
        }), failure.message);
      }
    });
    dialog.addEventListener('close', () => {
      resolve(text);
      dialog.remove();
    });
    document.body.append(dialog);
    openModal(dialog, false);
  });
}

const value = (input) => (input.type === 'checkbox' ? String(input.checked) : input.value);

function field(variable, index) {
  const id = `variable${index}`;
  const name = variable.label || variable.name;
  return element('div', { class: 'field' },
    element('label', { for: id }, name + (variable.required ? ' *' : '')),
    input(variable, { id, name: `v${index}`, 'aria-required': String(variable.required) }),
    element('div', { class: 'field-error', 'data-error': `v${index}`, 'data-name': name, role: 'alert' }));
}

function input(variable, properties) {
  const { type, default_value: usual, placeholder } = variable;
  if (type === 'select') {
    return element('select', properties,
      variable.required && usual ? null : element('option', { value: '' }, placeholder || 'Choose…'),
      variable.options.map((option) => element('option', { value: option, selected: option === usual }, option)));
  }
  if (type === 'textarea' || type === 'text') {
    const made = element('textarea', { ...properties, rows: type === 'text' ? '1' : '5', placeholder });
    made.value = usual ?? '';
    return made;
  }
  const made = element('input', { ...properties, type: FIELDS[type] || 'text', placeholder, value: usual, checked: usual === 'true',
    min: variable.min, max: variable.max, step: variable.step ?? (type === 'number' ? 'any' : null) });
  if (type !== 'range') {
    return made;
  }
  const shown = element('output', { for: properties.id }, made.value);
  made.addEventListener('input', () => { shown.textContent = made.value; });
  return element('div', { class: 'range' }, made, shown);
}
