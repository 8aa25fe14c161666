/** One message on the page. */

import { ago, copy, element, exactly, icon, iconButton } from './dom.js';
import { MarkdownView } from './markdown.js';

const STATES = {
  stopped: { label: 'Stopped', kind: 'warn', icon: 'stop-circle', text: () => 'You stopped this answer. What had come is kept.' },
  failed: { label: 'Failed', kind: 'bad', icon: 'exclamation-triangle', text: (message) => message.error || 'The model could not answer.' },
  interrupted: { label: 'Interrupted', kind: 'warn', icon: 'bolt', text: () => 'The server ended in the middle of this answer. What had come is kept.' },
};

export class MessageView {
  #message;
  #text = '';
  #restarting = false;
  #markdown;
  #frame = 0;

  /** @param {{regenerate, remove, choose, drawn}} actions what the reader can do, and what follows a drawing */
  constructor(message, actions) {
    this.actions = actions;
    this.prose = element('div', { class: message.role === 'assistant' ? 'prose' : 'said' });
    this.state = element('div', { class: 'message-state', hidden: true });
    this.foot = element('div', { class: 'message-foot' });
    this.node = element('article', { class: `message ${message.role}`, id: `message-${message.id}`, 'data-id': message.id, tabindex: '-1' },
      this.prose, this.state, this.foot);
    this.#markdown = new MarkdownView(this.prose);
    this.update(message, [message]);
  }

  get message() {
    return this.#message;
  }

  update(message, siblings) {
    const streaming = message.status === 'streaming';
    this.#message = message;
    this.siblings = siblings;
    this.node.dataset.status = message.status;
    this.node.setAttribute('aria-busy', String(streaming));
    this.node.setAttribute('aria-label', { user: 'You', assistant: `Answer of ${message.model || 'the model'}`, system: 'System message' }[message.role]);
    if (!streaming || message.content.length > this.#text.length) {
      this.#text = message.content;
    }
    this.#draw();
    this.#showState();
    this.#showFoot();
  }

  /** The next piece replaces what is shown, which stays until then. */
  restart() {
    this.#restarting = true;
  }

  append(piece) {
    this.#text = this.#restarting ? piece : this.#text + piece;
    this.#restarting = false;
    this.#frame ||= requestAnimationFrame(() => {
      this.#frame = 0;
      this.#draw();
    });
  }

  lost(lost) {
    this.node.classList.toggle('lost', lost);
  }

  #draw() {
    if (this.#message.role === 'assistant') {
      this.#markdown.show(this.#text, this.#message.status !== 'streaming');
      this.node.classList.toggle('waiting', this.#message.status === 'streaming' && !this.#text);
    } else {
      this.prose.textContent = this.#text;
    }
    this.actions.drawn();
  }

  #showState() {
    const state = STATES[this.#message.status];
    this.state.hidden = !state;
    this.state.replaceChildren();
    if (state) {
      this.state.append(
        element('span', { class: `badge ${state.kind}` }, icon(state.icon), state.label),
        element('span', { class: 'why' }, state.text(this.#message)),
        element('button', { type: 'button', class: 'button small', onclick: () => this.actions.regenerate(this.#message) }, icon('refresh'), 'Regenerate'));
    }
  }

  /** Shows the sibling that is so many places further. @returns {boolean} whether there is one */
  turn(step) {
    const index = this.siblings.findIndex((sibling) => sibling.id === this.#message.id);
    const other = this.siblings[index + step];
    if (other) {
      this.actions.choose(other.id, step);
    }
    return Boolean(other);
  }

  /** Sets the focus to the arrow of a direction, or to the other one at the end. */
  focusArrow(step) {
    const [back, on] = this.foot.querySelectorAll('.siblings button');
    const wanted = step < 0 ? back : on;
    (wanted.disabled ? (step < 0 ? on : back) : wanted).focus({ preventScroll: true });
  }

  #arrows() {
    const index = this.siblings.findIndex((sibling) => sibling.id === this.#message.id);
    const many = this.siblings.length;
    return element('span', { class: 'siblings', role: 'group', 'aria-label': `Version ${index + 1} of ${many}` },
      iconButton('chevron-left', 'Earlier version', () => this.turn(-1), { disabled: index === 0 }),
      element('span', {}, `${index + 1}/${many}`),
      iconButton('chevron-right', 'Later version', () => this.turn(1), { disabled: index === many - 1 }));
  }

  #showFoot() {
    const message = this.#message;
    this.foot.replaceChildren();
    this.foot.classList.toggle('forked', this.siblings.length > 1);
    if (this.siblings.length > 1) {
      this.foot.append(this.#arrows());
    }
    if (message.status !== 'streaming') {
      this.foot.append(iconButton('copy', 'Copy', () => copy(message.content)));
      if (message.role === 'assistant') {
        this.foot.append(iconButton('refresh', 'Regenerate', () => this.actions.regenerate(message), { class: 'icon-button regenerate' }));
      }
      this.foot.append(iconButton('trash', 'Delete', () => this.actions.remove(message)));
    }
    const facts = [];
    if (message.role === 'assistant' && message.model) {
      facts.push(message.model);
    }
    const usage = message.usage;
    if (usage) {
      facts.push(`${usage.estimated ? '≈ ' : ''}${usage.total_tokens.toLocaleString()} tokens`);
    }
    this.foot.append(element('span', { class: 'facts' }, facts.join(' · '), facts.length ? ' · ' : '',
      element('time', { datetime: message.created_at, title: exactly(message.created_at) }, ago(message.created_at))));
  }
}
