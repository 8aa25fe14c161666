/** The messages of a chat as a tree, of which one branch is shown. Knows nothing of the page. */

export class Thread {
  #messages = new Map();
  #chosen = new Map();
  #changes = 0;

  /** Another number after each change but {@link replace}. */
  get changes() {
    return this.#changes;
  }

  /** Takes what the server has; keeps which siblings were chosen. */
  replace(messages) {
    this.#messages = new Map(messages.map((message) => [message.id, message]));
  }

  put(message) {
    this.#changes++;
    this.#messages.set(message.id, message);
  }

  get(id) {
    return this.#messages.get(id);
  }

  /** Those of which more comes. */
  get streaming() {
    return [...this.#messages.values()].filter((message) => message.status === 'streaming');
  }

  remove(id) {
    this.#changes++;
    const gone = this.#messages.get(id);
    this.#messages.delete(id);
    for (const message of this.#messages.values()) {
      if (message.parent_id === id) {
        message.parent_id = gone.parent_id;
      }
    }
  }

  /** Removes a message with all that follows it. */
  removeBranch(id) {
    this.#changes++;
    for (const gone of [id, ...this.below(id)]) {
      this.#messages.delete(gone);
    }
  }

  /** Ids of all that follow a message, in all branches. */
  below(id) {
    const children = this.#children();
    const found = (children.get(id) || []).map((message) => message.id);
    // Grows while it is walked.
    for (const each of found) {
      found.push(...(children.get(each) || []).map((message) => message.id));
    }
    return found;
  }

  /** Shows the branch in which a message is. */
  choose(id) {
    this.#changes++;
    for (let message = this.get(id); message; message = this.get(message.parent_id)) {
      this.#chosen.set(this.#parent(message), message.id);
    }
  }

  /** The messages of the branch that is shown, each with its siblings, itself included. */
  branch() {
    const children = this.#children();
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

  #children() {
    const children = new Map();
    for (const message of this.#messages.values()) {
      const parent = this.#parent(message);
      if (children.has(parent)) {
        children.get(parent).push(message);
      } else {
        children.set(parent, [message]);
      }
    }
    return children;
  }

  #parent(message) {
    return this.#messages.has(message.parent_id) ? message.parent_id : null;
  }
}
