/** The list of jobs: where each stands, how long it takes, why it failed, and what to do. */

import { element, icon, iconButton, toast } from './dom.js';
import { underWay } from './imageJobs.js';

const STORED_FOR = 6_000;
const TICK = 1_000;

export class JobsPanel {
  #rows = new Map();
  #stored = new Map();
  #tick = 0;

  /**
   * @param {HTMLElement} root
   * @param {import('./imageJobs.js').ImageJobs} jobs
   * @param {(job: object) => void} edit takes the parameters of a job into the form
   */
  constructor(root, jobs, edit) {
    Object.assign(this, { root, jobs, edit });
    this.summary = element('p', { class: 'jobs-summary', role: 'status' });
    this.list = element('ul', { class: 'jobs-list' });
    this.cancelAll = element('button', { type: 'button', class: 'button quiet small', onclick: () => this.#cancelAll() }, 'Cancel all');
    this.clear = element('button', { type: 'button', class: 'button quiet small', 'data-clear-jobs': true, onclick: () => this.#try(() => jobs.clear()) }, 'Clear finished');
    root.append(element('div', { class: 'jobs-head' }, this.summary, this.cancelAll, this.clear), this.list);
    jobs.addEventListener('change', () => this.#show());
    this.#show();
  }

  #show() {
    const jobs = this.jobs.all.filter((job) => this.#visible(job));
    this.root.hidden = !jobs.length;
    const kept = new Set(jobs.map((job) => job.id));
    for (const [id, row] of this.#rows) {
      if (!kept.has(id)) {
        row.node.remove();
        this.#rows.delete(id);
      }
    }
    jobs.forEach((job, place) => this.#place(job, place));
    const count = (status, word) => [jobs.filter((job) => job.status === status).length, word];
    this.summary.textContent = [count('running', 'painting'), count('queued', 'waiting'), count('sending', 'being sent'), count('failed', 'failed'), count('cancelled', 'cancelled'), count('succeeded', 'stored')]
      .filter(([number]) => number).map(([number, word]) => `${number} ${word}`).join(' · ');
    this.cancelAll.hidden = jobs.filter(underWay).length < 2;
    this.clear.hidden = !jobs.some((job) => !underWay(job));
    this.#count(jobs.some(underWay));
  }

  /** What is stored stays for a moment, since its images are in the gallery. */
  #visible(job) {
    if (job.status !== 'succeeded') {
      return true;
    }
    if (!this.#stored.has(job.id)) {
      this.#stored.set(job.id, Date.now());
      setTimeout(() => this.jobs.forget(job), STORED_FOR);
    }
    return true;
  }

  #place(job, place) {
    let row = this.#rows.get(job.id);
    if (row?.job !== job) {
      const node = this.#row(job);
      const focused = row?.node.contains(document.activeElement);
      row?.node.replaceWith(node);
      row = { job, node };
      this.#rows.set(job.id, row);
      if (focused) {
        node.querySelector('button')?.focus();
      }
    }
    if (this.list.children[place] !== row.node) {
      this.list.insertBefore(row.node, this.list.children[place] || null);
    }
  }

  #row(job) {
    const state = element('span', { class: 'job-state' }, this.#state(job));
    const painting = job.status === 'running' || job.status === 'queued';
    return element('li', { class: `job ${job.status}`, 'data-job-row': job.id },
      icon({ failed: 'exclamation-triangle', cancelled: 'ban', succeeded: 'check-circle', queued: 'clock' }[job.status] || 'spinner'),
      element('div', { class: 'job-text' },
        element('span', { class: 'job-prompt', title: job.prompt }, job.prompt), state,
        painting ? element('progress', { max: job.n, value: job.done || null, 'aria-label': `Images of ${job.prompt}` }) : null),
      this.#tools(job));
  }

  #tools(job) {
    const tools = element('span', { class: 'job-tools' });
    if (job.status === 'queued' || job.status === 'running') {
      tools.append(iconButton('times', 'Cancel', () => this.#try(() => this.jobs.cancel(job)), { 'data-cancel': true }));
    } else if (job.status === 'failed' || job.status === 'cancelled') {
      tools.append(
        element('button', { type: 'button', class: 'button small', 'data-retry': true, onclick: () => this.#try(() => this.jobs.retry(job)) }, 'Try again'),
        iconButton('pencil', 'Take its parameters into the form', () => this.edit(job)),
        iconButton('times', 'Dismiss', () => this.jobs.forget(job)));
    }
    return tools;
  }

  #state(job) {
    const of = job.n > 1 ? `${job.done || 0} of ${job.n}` : '';
    switch (job.status) {
      case 'sending': return 'Sending';
      case 'queued': return [job.position ? (job.position === 1 ? 'Next in the queue' : `Number ${job.position} in the queue`) : 'Waiting', of, this.#left(job), job.error ? `tried ${job.attempts}×: ${job.error}` : ''].filter(Boolean).join(' · ');
      case 'running': return ['Painting', of, this.#left(job)].filter(Boolean).join(' · ');
      case 'succeeded': return `${job.n === 1 ? 'Stored' : `${job.n} images stored`}`;
      case 'cancelled': return ['Cancelled', of && `${of} stored`].filter(Boolean).join(' · ');
      default: return [job.error || 'This could not be made.', job.done ? `${of} stored.` : ''].filter(Boolean).join(' ');
    }
  }

  #left(job) {
    if (job.estimated_seconds === null || job.estimated_seconds === undefined) {
      return '';
    }
    const left = Math.max(1, Math.round(job.estimated_seconds - (Date.now() - job.told) / 1000));
    return left < 90 ? `≈ ${left} s` : `≈ ${Math.round(left / 60)} min`;
  }

  #count(running) {
    if (running && !this.#tick) {
      this.#tick = setInterval(() => this.#rows.forEach(({ job, node }) => {
        const state = node.querySelector('.job-state');
        const words = this.#state(job);
        if (state.textContent !== words) {
          state.textContent = words;
        }
      }), TICK);
    } else if (!running) {
      clearInterval(this.#tick);
      this.#tick = 0;
    }
  }

  async #cancelAll() {
    for (const job of this.jobs.waiting.filter(({ status }) => status !== 'sending')) {
      await this.#try(() => this.jobs.cancel(job));
    }
  }

  async #try(action) {
    try {
      await action();
    } catch (failure) {
      toast(failure.message, true);
    }
  }
}
