/** The name of the open chat at the top of the page, and the wait for the one that the model gives it. */

const PATIENCE = [500, 1_500, 3_000, 6_000, 12_000];

export class ChatName {
  #record;
  #waiting = false;

  constructor(record) {
    this.#record = record;
    record.addEventListener('change', () => {
      const { name } = record.chat;
      document.getElementById('chatName').textContent = name;
      document.title = `${name} · Pixazo`;
    });
  }

  /** Looks for the name that a chat without one gets once it has an answer, until it is there or long overdue. */
  async await() {
    if (this.#waiting) {
      return;
    }
    this.#waiting = true;
    try {
      for (const pause of PATIENCE) {
        await new Promise((resolve) => { setTimeout(resolve, pause); });
        await this.#record.read();
        if (!this.#record.chat.auto_title) {
          return;
        }
      }
    } finally {
      this.#waiting = false;
    }
  }
}
