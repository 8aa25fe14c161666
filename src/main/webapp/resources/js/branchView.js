/** A branch of a chat as it is shown: its messages in their order, and the place that is in sight. */

import { LogScroll } from './logScroll.js';
import { MessageView } from './message.js';

const idOf = ({ id }) => id;

export class BranchView {
  #actions;
  #branch = [];
  #views = new Map();
  #scroll = new LogScroll();
  #log = document.getElementById('log');

  /** @param {object} actions what can be done with a message, as in MessageView */
  constructor(actions) {
    this.#actions = { ...actions, drawn: () => this.#scroll.drawn() };
  }

  /** How a message is shown; undefined where it is not. */
  of(id) {
    return this.#views.get(id);
  }

  /** @param {Array<{message: object, siblings: object[]}>} branch the first message first */
  show(branch) {
    this.#branch = branch;
    const shown = new Set(branch.map(({ message }) => message.id));
    for (const [id, view] of this.#views) {
      if (!shown.has(id)) {
        view.node.remove();
        this.#views.delete(id);
      }
    }
    let before = null;
    for (const { message, siblings } of branch) {
      let view = this.#views.get(message.id);
      if (!view) {
        view = new MessageView(message, this.#actions);
        this.#views.set(message.id, view);
      }
      if (view.message !== message || view.siblings.map(idOf).join() !== siblings.map(idOf).join()) {
        view.update(message, siblings);
      }
      if (view.node.previousElementSibling !== before || view.node.parentElement !== this.#log) {
        if (before) {
          before.after(view.node);
        } else {
          this.#log.prepend(view.node);
        }
      }
      before = view.node;
    }
    document.getElementById('start').hidden = branch.length > 0;
    this.#scroll.drawn();
  }

  /**
   * Shows another branch with the messages where they are.
   *
   * @param {number} replaced id of the message whose place another one takes; any where none does
   * @param {number} id of the one that takes it
   * @param {Function} show shows it
   */
  replace(replaced, id, show) {
    this.#scroll.hold(this.#views.get(replaced)?.node || this.#log, () => {
      show();
      return this.#views.get(id).node;
    });
  }

  /** Brings a message that is shown into sight. */
  find(id) {
    const { node } = this.#views.get(id);
    this.#scroll.show(node);
    node.classList.add('found');
    node.focus({ preventScroll: true });
  }

  /** Keeps the end in sight from now on. */
  toEnd() {
    this.#scroll.toEnd();
  }

  /** Draws a line below the oldest messages, which the model is not sent; neither empty ones nor the system's count. */
  leaveOut(count) {
    let counted = 0;
    for (const { message } of this.#branch) {
      const counts = message.role !== 'system' && message.content !== '';
      this.#views.get(message.id).beginContext(count > 0 && counts && counted === count, count);
      counted += counts ? 1 : 0;
    }
  }
}
