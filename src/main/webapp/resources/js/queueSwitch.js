/** Tells that the queue is paused; administrators pause and resume it here. */

import { api } from './api.js';
import { element, icon, toast } from './dom.js';

const LOOKED_EVERY = 30_000;

export class QueueSwitch {
  constructor(root) {
    this.root = root;
  }

  async start() {
    this.administrator = (await api.get('/api/me')).role === 'admin';
    await this.#look();
    setInterval(() => document.hidden || this.#look().catch(() => { /* The next look may succeed. */ }), LOOKED_EVERY);
  }

  async #look() {
    this.#show((await api.get('/api/image-jobs/queue')).paused);
  }

  #show(paused) {
    this.root.replaceChildren();
    if (paused) {
      this.root.append(element('span', { class: 'badge warn', role: 'status' }, icon('pause'), this.administrator ? 'The queue is paused' : 'An administrator has paused the queue; what you order waits'));
    }
    if (this.administrator) {
      this.root.append(element('button', { type: 'button', class: 'button quiet small', 'data-queue': paused ? 'resume' : 'pause', onclick: () => this.#turn(!paused) },
        icon(paused ? 'play' : 'pause'), paused ? 'Resume the queue' : 'Pause the queue'));
    }
  }

  async #turn(pause) {
    try {
      this.#show((await api.post(`/api/image-jobs/${pause ? 'pause' : 'resume'}`)).paused);
      this.root.querySelector('button').focus();
    } catch (failure) {
      toast(failure.message, true);
    }
  }
}
