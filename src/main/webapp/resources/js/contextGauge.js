/** How full the model's window is and what the branch has cost: briefly at the composer, at length in the settings. */

import { api } from './api.js';
import { element } from './dom.js';

const NEARLY_FULL = 80;
const short = new Intl.NumberFormat('en', { notation: 'compact', maximumFractionDigits: 1 });
const long = new Intl.NumberFormat('en');
const dollars = new Intl.NumberFormat('en-US', { style: 'currency', currency: 'USD', maximumFractionDigits: 4 });

export class ContextGauge {
  #path;
  #brief = document.getElementById('gauge');
  #place = document.getElementById('gaugeFacts');
  #leftOut;
  #asked = 0;
  #soon = 0;

  /**
   * @param {(count: number) => void} leftOut is told how many messages of the branch the model would not be sent
   * @param {() => void} open shows all
   */
  constructor(chatId, leftOut, open) {
    this.#path = `/api/chats/${chatId}/context`;
    this.#leftOut = leftOut;
    this.#brief.addEventListener('click', open);
  }

  /** Something has changed; several changes one after the other are asked for once. */
  changed() {
    clearTimeout(this.#soon);
    this.#soon = setTimeout(() => this.#read().catch((failure) => console.warn(failure)), 200);
  }

  async #read() {
    const turn = ++this.#asked;
    const gauge = await api.get(this.#path);
    if (turn === this.#asked) {
      this.#show(gauge);
    }
  }

  #show(gauge) {
    const window = gauge.context_window ?? gauge.assumed_window;
    const percent = Math.min(100, Math.round(gauge.tokens / window * 100));
    const full = gauge.left_out > 0 || percent >= NEARLY_FULL;
    const cost = gauge.cost === null ? null : `${gauge.cost_complete ? '' : 'at least '}${dollars.format(gauge.cost)}`;
    this.#brief.hidden = gauge.messages === 0;
    this.#brief.classList.toggle('warn', full);
    this.#brief.replaceChildren(meter(percent), element('span', {}, `${percent} %`),
      cost && gauge.cost > 0 ? element('span', { class: 'wide-only' }, cost) : '',
      gauge.left_out ? element('span', { class: 'wide-only' }, `${gauge.left_out} left out`) : '');
    this.#brief.setAttribute('aria-label', `The model's window is ${percent} % full. Chat settings`);
    this.#place.replaceChildren(
      meter(percent),
      element('dl', {},
        fact('Sent with the next message', `≈ ${long.format(gauge.tokens)} of ${gauge.context_window === null ? '≈ ' : ''}${short.format(window)} tokens`),
        gauge.context_window === null ? fact('Window', 'not known of this model; assumed') : null,
        fact('Left out, the oldest first', gauge.left_out ? `${gauge.left_out} of ${gauge.messages} messages` : 'nothing'),
        fact('This branch so far', `${long.format(gauge.prompt_tokens)} in, ${long.format(gauge.completion_tokens)} out`),
        fact('Its cost', cost ?? 'no price is known')));
    this.#place.classList.toggle('warn', full);
    this.#leftOut(gauge.left_out);
  }
}

const fact = (name, value) => element('div', {}, element('dt', {}, name), element('dd', {}, value));

function meter(percent) {
  const bar = document.createElementNS('http://www.w3.org/2000/svg', 'svg');
  bar.setAttribute('class', 'meter');
  bar.setAttribute('viewBox', '0 0 100 6');
  bar.setAttribute('preserveAspectRatio', 'none');
  bar.setAttribute('aria-hidden', 'true');
  for (const [width, name] of [[100, 'all'], [percent, 'used']]) {
    const part = document.createElementNS('http://www.w3.org/2000/svg', 'rect');
    part.setAttribute('width', String(width));
    part.setAttribute('height', '6');
    part.setAttribute('class', name);
    bar.append(part);
  }
  return bar;
}
