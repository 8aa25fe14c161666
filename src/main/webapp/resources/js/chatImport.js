/** The dialog that brings the chats of a file into a workspace. */

import { api, idempotencyKey } from './api.js';
import { element, fileSize, icon, toast } from './dom.js';
import { dropZone } from './dropZone.js';
import { openModal } from './modal.js';

/** What becomes of a conversation, in words; what a person should look at comes first. */
const STATES = { partly_readable: 'partly readable', new: 'new', already_here: 'already here' };
const ORDER = Object.keys(STATES);

/** How many lines of a long list are made at a time, more than are in sight. */
const LINES = 200;

const number = new Intl.NumberFormat('en');
const count = (many, one) => `${number.format(many)} ${many === 1 ? one : `${one}s`}`;

export class ChatImport {
  #sending = new AbortController();
  #busy = false;
  #storing = false;

  /**
   * @param {string} workspace its id
   * @param {() => void} came called after chats came
   */
  constructor(workspace, came) {
    this.path = `/api/workspaces/${workspace}/chats/import`;
    this.came = came;
    this.chooser = element('input', { type: 'file', accept: '.json,.jsonl,.ndjson,.zip', hidden: true, 'aria-label': 'File of chats', onchange: () => this.#chosen() });
    this.place = element('div', { class: 'import-place' },
      icon('upload'),
      element('p', {}, 'Drop a file here, or ', element('button', { type: 'button', class: 'link', autofocus: true, onclick: () => this.chooser.click() }, 'choose one'), '.'),
      element('p', { class: 'hint' }, 'Exports of Pixazo, ChatGPT, Open WebUI and LibreChat, or messages as programs for OpenAI keep them. JSON, one chat a line, or a zip file, up to 1 GB.'),
      this.chooser);
    this.bar = element('progress', { 'aria-label': 'Progress' });
    this.doing = element('span', { class: 'hint' });
    this.progress = element('div', { class: 'import-progress', hidden: true }, this.bar, this.doing);
    this.summary = element('p', { class: 'import-summary', role: 'status' });
    this.list = element('ul', { class: 'import-list', tabindex: 0, 'aria-label': 'Conversations of the file', hidden: true });
    this.problem = element('div', { class: 'field-error', role: 'alert' });
    this.leave = element('button', { type: 'button', class: 'button', onclick: () => this.dialog.close() }, 'Cancel');
    this.go = element('button', { type: 'button', class: 'button primary', hidden: true });
    this.dialog = element('dialog', { class: 'chat-import', 'aria-label': 'Import chats' },
      element('h2', {}, 'Import chats'), this.place, this.progress, this.summary, this.list, this.problem,
      element('div', { class: 'buttons' }, this.leave, this.go));
    dropZone(this.dialog, (data) => (data.files.length === 1 && !this.#busy ? data.files[0] : null), (file) => this.#tryOut(file), 'One file at a time, please.');
    // Once the server stores, it goes on whether somebody looks or not; so the dialog stays to say what came. A browser may
    // close it all the same, at a second Escape.
    this.dialog.addEventListener('cancel', (event) => this.#storing && event.preventDefault());
    this.dialog.addEventListener('close', () => {
      if (!this.#storing) {
        this.#sending.abort();
      }
      this.dialog.remove();
    });
  }

  open() {
    document.body.append(this.dialog);
    // A click beside must not lose what was read of a large file.
    openModal(this.dialog, false);
  }

  #chosen() {
    const [file] = this.chooser.files;
    this.chooser.value = '';
    if (file) {
      this.#tryOut(file);
    }
  }

  async #tryOut(file) {
    this.list.hidden = true;
    this.go.hidden = true;
    this.summary.textContent = '';
    const report = await this.#send(file, '?dry_run=true', {}, 'reads the file');
    if (report) {
      this.#show(file, report);
    }
  }

  /** Says what an import would bring. */
  #show(file, { imported, messages, already_here: already, partly_readable: partly, conversations }) {
    this.summary.textContent = [
      `${file.name}, ${fileSize(file.size)}: ${count(imported, 'conversation')} to import with ${count(messages, 'message')}`,
      partly ? `${number.format(partly)} of them only partly readable` : '',
      already ? `${number.format(already)} already here` : '',
      imported + already > conversations.length ? `the first ${number.format(conversations.length)} are listed` : '',
    ].filter(Boolean).join('; ') + '.';
    this.#list(conversations);
    this.go.hidden = !imported;
    this.go.textContent = `Import ${count(imported, 'conversation')}`;
    // The server knows by the key an import that it has made, though its answer got lost.
    const key = idempotencyKey();
    this.go.onclick = () => this.#import(file, key);
    (imported ? this.go : this.leave).focus();
  }

  #list(conversations) {
    const rest = ORDER.flatMap((state) => conversations.filter(({ status }) => status === state));
    const more = () => this.list.append(...rest.splice(0, LINES).map(line));
    this.list.replaceChildren();
    more();
    this.list.onscroll = () => {
      if (this.list.scrollTop + 2 * this.list.clientHeight > this.list.scrollHeight) {
        more();
      }
    };
    this.list.hidden = !conversations.length;
    this.list.scrollTop = 0;
  }

  async #import(file, key) {
    this.go.disabled = true;
    const report = await this.#send(file, '', { 'Idempotency-Key': key }, 'stores the chats', true);
    this.go.disabled = false;
    if (!report) {
      return;
    }
    const { imported, messages, already_here: already } = report;
    this.summary.textContent = `${count(imported, 'conversation')} with ${count(messages, 'message')} came${already ? `; ${number.format(already)} were already here` : ''}.`;
    if (!this.dialog.open) {
      toast(this.summary.textContent);
    }
    this.place.hidden = true;
    this.list.hidden = true;
    this.go.hidden = true;
    this.leave.textContent = 'Done';
    this.leave.classList.add('primary');
    this.leave.focus();
    this.came();
  }

  /**
   * Sends the file, says how far that is, and what is wrong.
   *
   * @returns {Promise<?object>} the report, or null where there is none
   */
  async #send(file, query, headers, work, stores = false) {
    this.#busy = true;
    this.problem.textContent = '';
    this.place.hidden = true;
    this.progress.hidden = false;
    this.leave.focus();
    this.#sent(0, file, work, false);
    try {
      return await api.watchedUpload(this.path + query, file, {
        headers: { 'Content-Type': 'application/octet-stream', ...headers },
        signal: this.#sending.signal,
        sent: (part) => this.#sent(part, file, work, stores),
      });
    } catch (failure) {
      if (this.dialog.open) {
        this.problem.textContent = failure.message;
      } else if (!this.#sending.signal.aborted) {
        toast(failure.message, true);
      }
      return null;
    } finally {
      this.#busy = false;
      this.#storing = false;
      this.place.hidden = false;
      this.progress.hidden = true;
      this.leave.disabled = false;
    }
  }

  #sent(part, file, work, stores) {
    if (part < 1) {
      this.bar.value = part;
      this.doing.textContent = `${Math.floor(part * 100)} % of ${fileSize(file.size)} sent`;
    } else {
      this.bar.removeAttribute('value');
      this.doing.textContent = `The server ${work} …`;
      this.#storing = stores;
      this.leave.disabled = stores;
    }
  }
}

function line({ name, status, messages, reasons }) {
  return element('li', {},
    element('span', { class: 'name' }, name),
    element('span', { class: status === 'partly_readable' ? 'badge warn' : 'badge' }, STATES[status]),
    element('small', {}, [count(messages, 'message'), ...reasons].join('; ')));
}
