/** The panel beside a conversation with its settings. Each is saved when it is changed. */

import { api } from './api.js';
import { confirm, element, memory, toast } from './dom.js';
import { FormFaults } from './formFaults.js';
import { SidePanel } from './sidePanel.js';
import { TagField } from './tagField.js';

/** What stands in a field, as the API takes it. */
const READ = {
  name: (field) => field.value.trim(),
  auto_title: (field) => field.checked,
  model: (field) => field.value || null,
  system_prompt: (field) => (field.value.trim() ? field.value : null),
  temperature: number,
  max_tokens: number,
  pinned: (field) => field.checked,
  archived: (field) => field.checked,
};

function number(field) {
  if (field.validity.badInput) {
    throw new Error('must be a number');
  }
  return field.value === '' ? null : Number(field.value);
}

export class SettingsPanel {
  #record;
  #panel;
  #form = document.getElementById('settingsForm');
  #faults = new FormFaults(this.#form);
  #saved = document.getElementById('settingsSaved');
  #tags;
  /** How many changes of a field are on their way. */
  #saving = new Map();

  constructor(page, record) {
    this.#record = record;
    const aside = document.getElementById('settings');
    this.#panel = new SidePanel(page, 'with-settings', aside, document.getElementById('toggleSettings'), () => this.#inherited());
    this.#tags = new TagField(document.getElementById('tagField'), (tags) => this.#save('tags', () => tags));
    this.#form.addEventListener('submit', (event) => event.preventDefault());
    this.#form.addEventListener('change', ({ target }) => READ[target.name] && this.#save(target.name, () => READ[target.name](target)));
    record.addEventListener('change', () => this.#fill());
    document.getElementById('renameChat').addEventListener('click', () => {
      this.open();
      this.#form.elements.name.focus();
      this.#form.elements.name.select();
    });
    document.getElementById('deleteChat').addEventListener('click', () => this.remove());
  }

  open() {
    this.#panel.show(true);
  }

  toggle() {
    this.#panel.show(!this.#panel.open);
  }

  /** Deletes the chat, if the person is sure. */
  async remove() {
    const { chat } = this.#record;
    const sure = await confirm({ title: 'Delete this chat?', text: `“${chat.name}” goes with all its messages and images. This cannot be undone.`, action: 'Delete chat' });
    if (!sure) {
      return;
    }
    try {
      await api.remove(`/api/chats/${chat.id}`);
      memory.set(`draft.${chat.id}`, null);
      location.assign(`/workspace?id=${chat.workspace_id}`);
    } catch (failure) {
      toast(failure.message, true);
    }
  }

  #fill() {
    const { chat } = this.#record;
    for (const name of Object.keys(READ)) {
      const field = this.#form.elements[name];
      // What somebody is about to change, or is not saved, is left alone.
      if (field === document.activeElement && field.type !== 'checkbox' || this.#saving.get(name) || this.#faults.at(name)) {
        continue;
      }
      if (field.type === 'checkbox') {
        field.checked = chat[name];
      } else {
        field.value = chat[name] ?? '';
      }
    }
    if (!this.#saving.get('tags')) {
      this.#tags.tags = chat.tags;
    }
  }

  /** Says what holds where the chat says nothing. */
  async #inherited() {
    const { chat } = this.#record;
    if (!chat) {
      return;
    }
    try {
      const { system_prompt: shared } = await api.get(`/api/workspaces/${chat.workspace_id}`);
      this.#form.elements.system_prompt.placeholder = shared ? `From the workspace: ${shared}` : 'What the model is told before everything else';
    } catch (failure) {
      toast(failure.message, true);
    }
  }

  async #save(name, read) {
    this.#faults.mend(name);
    this.#saved.textContent = '';
    this.#saving.set(name, (this.#saving.get(name) || 0) + 1);
    try {
      await this.#record.change({ [name]: read() });
      this.#saved.replaceChildren(element('span', { class: 'pi pi-check', 'aria-hidden': 'true' }), ' Saved');
    } catch (failure) {
      this.#faults.put(name, failure.errors?.length ? failure.errors.map(({ message }) => message).join('; ') : failure.message);
    } finally {
      this.#saving.set(name, this.#saving.get(name) - 1);
    }
  }
}
