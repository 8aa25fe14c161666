/** One message on the page. */

import { ago, copy, element, exactly, icon, iconButton } from './dom.js';
import { MarkdownView } from './markdown.js';
import { draftOf, MessageEditor } from './messageEditor.js';

const STATES = {
  stopped: { label: 'Stopped', kind: 'warn', icon: 'stop-circle', text: () => 'You stopped this answer. What had come is kept.' },
  failed: { label: 'Failed', kind: 'bad', icon: 'exclamation-triangle', text: (message) => message.error || 'The model could not answer.' },
  interrupted: { label: 'Interrupted', kind: 'warn', icon: 'bolt', text: () => 'The server ended in the middle of this answer. What had come is kept.' },
  cut: { label: 'Cut off', kind: 'warn', icon: 'minus-circle', text: () => 'The answer has reached the most tokens that it may have.' },
  empty: { label: 'Empty', kind: 'warn', icon: 'circle', text: () => 'The model answered nothing.' },
};

function stateOf({ role, status, finish_reason: reason, content }) {
  if (status !== 'complete') {
    return STATES[status];
  }
  if (reason === 'length') {
    return STATES.cut;
  }
  return role === 'assistant' && !content.trim() ? STATES.empty : undefined;
}

export class MessageView {
  #message;
  #text = '';
  #restarting = false;
  #markdown;
  #frame = 0;
  #editor = null;

  /**
   * @param {object} actions what the reader can do: regenerate, goOn, save, rerun, fork, remove, versions, each with the
   *     message, and choose with the id of a sibling; and drawn, which follows a drawing
   */
  constructor(message, actions) {
    this.actions = actions;
    this.prose = element('div', { class: message.role === 'assistant' ? 'prose' : 'said' });
    this.note = element('p', { class: 'left-out hint', hidden: true });
    this.line = element('p', { class: 'context-line', hidden: true });
    this.state = element('div', { class: 'message-state', hidden: true });
    this.foot = element('div', { class: 'message-foot' });
    this.node = element('article', { class: `message ${message.role}`, id: `message-${message.id}`, 'data-id': message.id, tabindex: '-1' },
      this.line, this.note, this.prose, this.state, this.foot);
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
    this.#showNote();
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

  /** Says that the model is sent nothing that is above this message. */
  beginContext(begins, leftOut) {
    this.line.hidden = !begins;
    this.line.textContent = begins ? `The model no longer sees the ${leftOut === 1 ? 'message' : `${leftOut} messages`} above` : '';
  }

  /** Lets the reader write the message anew, where more of it does not come. */
  edit() {
    if (this.#editor || this.#message.status === 'streaming') {
      return;
    }
    const message = this.#message;
    this.#editor = new MessageEditor(message, {
      save: (text) => this.actions.save(message, text),
      rerun: message.role === 'user' ? (text) => this.actions.rerun(message, text) : null,
      close: () => {
        this.#editor = null;
        this.node.classList.remove('editing');
        this.#showFoot();
        this.foot.querySelector('.edit')?.focus({ preventScroll: true });
      },
    });
    this.node.classList.add('editing');
    this.prose.after(this.#editor.node);
    this.#editor.open();
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

  #draw() {
    if (this.#message.role === 'assistant') {
      this.#markdown.show(this.#text, this.#message.status !== 'streaming');
      this.node.classList.toggle('waiting', this.#message.status === 'streaming' && !this.#text);
    } else {
      this.prose.textContent = this.#text;
    }
    this.actions.drawn();
  }

  #showNote() {
    const { left_out: count } = this.#message;
    this.note.hidden = !count;
    this.note.replaceChildren(...(count ? [icon('filter-slash'), ` Answered without the oldest ${count === 1 ? 'message' : `${count} messages`}, which did not fit.`] : []));
  }

  #showState() {
    const message = this.#message;
    const state = stateOf(message);
    this.state.hidden = !state;
    this.state.replaceChildren();
    if (state) {
      this.state.append(
        element('span', { class: `badge ${state.kind}` }, icon(state.icon), state.label),
        element('span', { class: 'why' }, state.text(message)),
        element('button', { type: 'button', class: 'button small', onclick: () => this.actions.regenerate(message) }, icon('refresh'), 'Regenerate'));
      if (message.content) {
        this.state.append(element('button', { type: 'button', class: 'button small go-on', onclick: () => this.actions.goOn(message) }, icon('forward'), 'Continue'));
      }
    }
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
      const draft = draftOf(message) !== null;
      this.foot.append(
        iconButton('copy', 'Copy', () => copy(message.content), { class: 'icon-button copy' }),
        iconButton('pencil', draft ? 'Edit (you left an edit unsaved)' : 'Edit', () => this.edit(), { class: `icon-button edit${draft ? ' drafted' : ''}` }));
      if (message.role === 'assistant') {
        this.foot.append(iconButton('refresh', 'Regenerate', () => this.actions.regenerate(message), { class: 'icon-button regenerate' }));
      }
      this.foot.append(
        iconButton('share-alt', 'New chat from here', () => this.actions.fork(message), { class: 'icon-button fork' }),
        iconButton('trash', 'Delete', () => this.actions.remove(message), { class: 'icon-button remove' }));
    }
    this.foot.append(this.#facts());
  }

  #facts() {
    const { role, model, usage, edited_at: edited, created_at: created } = this.#message;
    const facts = [];
    if (role === 'assistant' && model) {
      facts.push(model);
    }
    if (usage) {
      facts.push(`${usage.estimated ? '≈ ' : ''}${usage.total_tokens.toLocaleString()} tokens`);
    }
    return element('span', { class: 'facts' }, facts.join(' · '), facts.length ? ' · ' : '',
      element('time', { datetime: created, title: exactly(created) }, ago(created)),
      edited ? [' · ', element('button', { type: 'button', class: 'link', title: `Edited ${exactly(edited)}`, onclick: () => this.actions.versions(this.#message) }, 'edited')] : null);
  }
}
