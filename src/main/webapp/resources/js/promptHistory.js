/** The dialog of a prompt's versions: what each changed, and the way back to it. */

import { api } from './api.js';
import { ago, element, exactly, toast } from './dom.js';
import { openModal } from './modal.js';
import { textDiff } from './textDiff.js';

const PARTS = [
  ['Title', (version) => version.title],
  ['Prompt', (version) => version.content],
  ['Tags', (version) => version.tags.join(', ')],
  ['Description', (version) => version.description ?? ''],
];

export class PromptHistory {
  #dialog = document.getElementById('history');
  #list = document.getElementById('versions');
  #restore = document.getElementById('restoreVersion');
  #prompt = null;
  #versions = [];
  #shown = null;

  /** @param {(prompt: object) => void} restored */
  constructor(restored) {
    document.getElementById('closeHistory').addEventListener('click', () => this.#dialog.close());
    this.#restore.addEventListener('click', async () => {
      try {
        const prompt = await api.post(`/api/prompts/${this.#prompt.id}/versions/${this.#shown.number}/restore`);
        this.#dialog.close();
        toast(`Version ${this.#shown.number} is back, as version ${prompt.version}.`);
        restored(prompt);
      } catch (failure) {
        toast(failure.message, true);
      }
    });
  }

  async open(prompt) {
    this.#prompt = prompt;
    this.#versions = await api.all(`/api/prompts/${prompt.id}/versions`);
    document.getElementById('historyTitle').textContent = `Versions of ${prompt.title}`;
    this.#list.replaceChildren(...this.#versions.map((version) => element('li', {},
      element('button', { type: 'button', onclick: () => this.#show(version) },
        `Version ${version.number}`,
        element('small', { title: exactly(version.created_at) }, ago(version.created_at))))));
    await this.#show(this.#versions[0]);
    openModal(this.#dialog, false);
  }

  /** What a version changed as against the one before it. */
  async #show(version) {
    this.#shown = version;
    const index = this.#versions.indexOf(version);
    const before = this.#versions[index + 1];
    [...this.#list.querySelectorAll('button')].forEach((button, other) => button.setAttribute('aria-current', String(other === index)));
    this.#restore.disabled = index === 0;
    document.getElementById('versionNote').textContent = before ? `Against version ${before.number}: green came, red went.` : 'The first version.';
    const parts = [];
    for (const [name, text] of PARTS) {
      const changed = !before || text(before) !== text(version);
      if (text(version) || (before && text(before))) {
        parts.push(element('h3', {}, changed ? name : `${name} (as before)`));
        parts.push(element('div', {}, before && changed ? await textDiff(text(before), text(version)) : text(version)));
      }
    }
    document.getElementById('diff').replaceChildren(...parts);
  }
}
