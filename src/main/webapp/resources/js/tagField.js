/** Tags in a field: each can be taken out, and what is typed becomes one by Enter or a comma. */

import { element, icon } from './dom.js';

export class TagField {
  #root;
  #input;
  #tags = [];
  #changed;

  /**
   * @param {HTMLElement} root holds the input, before which the tags are put
   * @param {(tags: string[]) => void} changed
   */
  constructor(root, changed) {
    this.#root = root;
    this.#input = root.querySelector('input');
    this.#changed = changed;
    this.#input.addEventListener('keydown', (event) => {
      if (event.isComposing) {
        return;
      }
      if (event.key === 'Enter' || event.key === ',') {
        event.preventDefault();
        this.#add();
      } else if (event.key === 'Backspace' && !this.#input.value && this.#tags.length) {
        this.#set(this.#tags.slice(0, -1));
      }
    });
    this.#input.addEventListener('blur', () => this.#add());
    root.addEventListener('click', (event) => event.target === root && this.#input.focus());
  }

  set tags(tags) {
    this.#tags = tags;
    this.#root.querySelectorAll('.tag').forEach((shown) => shown.remove());
    this.#input.before(...tags.map((tag) => element('span', { class: 'tag badge' }, tag,
      element('button', { type: 'button', 'aria-label': `Remove the tag ${tag}`, title: 'Remove', onclick: () => {
        this.#set(this.#tags.filter((each) => each !== tag));
        this.#input.focus();
      } }, icon('times')))));
  }

  #add() {
    // Pasted text may hold several.
    const typed = this.#input.value.split(',').map((tag) => tag.trim()).filter(Boolean);
    this.#input.value = '';
    const more = [...new Set(typed)].filter((tag) => !this.#tags.includes(tag));
    if (more.length) {
      this.#set([...this.#tags, ...more]);
    }
  }

  #set(tags) {
    this.tags = tags;
    this.#changed(tags);
  }
}
