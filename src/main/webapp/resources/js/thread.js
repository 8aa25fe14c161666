/** The messages of a chat as a tree, of which one branch is shown. Knows nothing of the page. */

export class Thread {
  #messages = new Map();
  #chosen = new Map();

  /** Takes what the server has; keeps which siblings were chosen. */
  replace(messages) {
    this.#messages = new Map(messages.map((message) => [message.id, message]));
  }

  put(message) {
    this.#messages.set(message.id, message);
  }

  get(id) {
    return this.#messages.get(id);
  }

  remove(id) {
    const gone = this.#messages.get(id);
    this.#messages.delete(id);
    for (const message of this.#messages.values()) {
      if (message.parent_id === id) {
        message.parent_id = gone.parent_id;
      }
    }
  }

  /** Shows the branch in which a message is. */
  choose(id) {
    for (let message = this.get(id); message; message = this.get(message.parent_id)) {
      this.#chosen.set(this.#parent(message), message.id);
    }
  }

  /** The messages of the branch that is shown, each with its siblings, itself included. */
  branch() {
    const children = new Map();
    for (const message of this.#messages.values()) {
      const parent = this.#parent(message);
      children.set(parent, [...(children.get(parent) || []), message]);
    }
    const branch = [];
    let siblings = children.get(null);
    while (siblings) {
      const chosen = this.#chosen.get(this.#parent(siblings[0]));
      const message = siblings.find((sibling) => sibling.id === chosen) || siblings[siblings.length - 1];
      branch.push({ message, siblings });
      siblings = children.get(message.id);
    }
    return branch;
  }

  #parent(message) {
    return this.#messages.has(message.parent_id) ? message.parent_id : null;
  }
}
