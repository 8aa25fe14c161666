/** The dialog in which a prompt is written: its variables shown while one types, its wording enhanced on wish. */

import { api } from './api.js';
import { element, toast } from './dom.js';
import { FormFaults } from './formFaults.js';
import { openModal } from './modal.js';
import { textDiff } from './textDiff.js';

const PAUSE = 350;

export class PromptEditor {
  #dialog = document.getElementById('editor');
  #form = document.getElementById('editorForm');
  #fields = this.#form.elements;
  #faults = new FormFaults(this.#form);
  #variables = document.getElementById('variables');
  #enhanced = document.getElementById('enhancedPrompt');
  #prompt = null;
  #typing = 0;

  /** @param {(prompt: object) => void} saved */
  constructor(saved) {
    this.saved = saved;
    document.getElementById('closeEditor').addEventListener('click', () => this.#dialog.close());
    document.getElementById('enhancePrompt').addEventListener('click', (event) => this.#enhance(event.currentTarget));
    this.#form.addEventListener('submit', (event) => {
      event.preventDefault();
      this.#save();
    });
    this.#fields.content.addEventListener('input', () => {
      clearTimeout(this.#typing);
      this.#typing = setTimeout(() => this.#showVariables(), PAUSE);
    });
  }

  places(workspaces) {
    this.#fields.workspace_id.append(...workspaces.map((workspace) => element('option', { value: workspace.id }, workspace.name)));
  }

  /** @param {?object} prompt null for a new one */
  open(prompt, workspaceId = null) {
    this.#prompt = prompt;
    document.getElementById('editorTitle').textContent = prompt ? 'Edit prompt' : 'New prompt';
    this.#fields.title.value = prompt?.title ?? '';
    this.#fields.content.value = prompt?.content ?? '';
    this.#fields.tags.value = (prompt?.tags ?? []).join(', ');
    this.#fields.workspace_id.value = prompt ? prompt.workspace_id ?? '' : workspaceId ?? '';
    this.#fields.description.value = prompt?.description ?? '';
    this.#enhanced.hidden = true;
    this.#faults.clear();
    this.#showVariables();
    openModal(this.#dialog, false);
    this.#fields.title.focus();
  }

  async #save() {
    const { title, content, tags, workspace_id: place, description } = this.#fields;
    const body = {
      title: title.value,
      content: content.value,
      tags: tags.value.split(',').map((tag) => tag.trim()).filter(Boolean),
      workspace_id: place.value ? Number(place.value) : null,
      description: description.value.trim() || null,
    };
    try {
      const prompt = await (this.#prompt ? api.put(`/api/prompts/${this.#prompt.id}`, body) : api.post('/api/prompts', body));
      this.#dialog.close();
      if (prompt.duplicates.length) {
        toast('Saved. Another prompt of yours has the same content.');
      }
      this.saved(prompt);
    } catch (failure) {
      this.#faults.show(failure.errors || [], failure.message);
    }
  }

  async #showVariables() {
    const content = this.#fields.content.value;
    let found = { variables: [], system_variables: [] };
    if (content.includes('{{')) {
      try {
        found = await api.post('/api/prompts/variables', { content });
      } catch (failure) {
        console.warn(failure);
      }
    }
    this.#variables.replaceChildren(
      ...found.variables.map((variable) => element('span', { class: 'badge', title: variable.placeholder || null },
        `${variable.name}: ${variable.type}${variable.options.length ? ` (${variable.options.join(', ')})` : ''}${variable.required ? ', required' : ''}${variable.default_value === null ? '' : ` = ${variable.default_value}`}`)),
      ...found.system_variables.map((name) => element('span', { class: 'badge warn', title: 'Fills itself' }, name)));
  }

  async #enhance(button) {
    const original = this.#fields.content.value;
    if (!original.trim()) {
      this.#faults.show([{ field: 'content', message: 'is needed before it can be enhanced' }], '');
      return;
    }
    button.disabled = true;
    try {
      const result = await api.post('/api/prompts/enhance', { prompt: original, variants: 2 });
      const close = () => {
        this.#enhanced.hidden = true;
        this.#fields.content.focus();
      };
      const choices = await Promise.all(result.variants.map(async (variant) => element('div', { class: 'variant' },
        element('p', { class: 'enhanced-text' }, await textDiff(original, variant)),
        element('div', { class: 'buttons' }, element('button', { type: 'button', class: 'button small', 'data-take': true, onclick: () => {
          this.#fields.content.value = variant;
          this.#showVariables();
          close();
        } }, 'Take and edit')))));
      this.#enhanced.replaceChildren(...choices,
        element('p', { class: 'hint' }, result.source === 'rules' ? 'Expanded by rules, without an AI model.' : `By ${result.model}.`),
        element('button', { type: 'button', class: 'button quiet small', onclick: close }, 'Discard'));
      this.#enhanced.hidden = false;
    } catch (failure) {
      toast(failure.message, true);
    } finally {
      button.disabled = false;
    }
  }
}
