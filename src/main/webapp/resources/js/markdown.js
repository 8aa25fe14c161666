/** Markdown of models as safe HTML, rendered piece by piece while it grows. */

import { diagram } from './diagram.js';
import { element, copy } from './dom.js';
import { math, typeset } from './math.js';
import { highlighter, marked, purifier } from './vendor.js';

const LARGEST_LIVE_CODE = 8_000;

const ALLOWED = {
  ALLOWED_TAGS: ['a', 'b', 'blockquote', 'br', 'code', 'del', 'em', 'h1', 'h2', 'h3', 'h4', 'h5', 'h6', 'hr', 'i', 'img', 'input', 'li',
    'ol', 'p', 'pre', 's', 'strong', 'sub', 'sup', 'table', 'tbody', 'td', 'th', 'thead', 'tr', 'u', 'ul', 'details', 'summary', 'kbd'],
  ALLOWED_ATTR: ['href', 'title', 'align', 'start', 'class', 'src', 'alt', 'type', 'checked', 'disabled'],
  RETURN_DOM_FRAGMENT: true,
};

const DIRECTED = new Set(['UL', 'OL', 'BLOCKQUOTE', 'TABLE']);
const HARMLESS_TAGS = /<(\/?(?:br|sub|sup|kbd|details|summary|b|i|u|s|del|em|strong)\s*\/?)>|[<>"']/gi;
const ESCAPES = { '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' };

const escaped = (text) => text.replace(/&/g, '&amp;').replace(/[<>"']/g, (sign) => ESCAPES[sign]);

marked.use({
  gfm: true,
  breaks: true,
  extensions: math,
  renderer: {
    // Other HTML than a few bare tags is shown as text: nobody writes it to have it rendered, and the browser would
    // report each piece of it that the page's policy forbids, even though it never gets into the page.
    html: ({ text }) => text.replace(HARMLESS_TAGS, (found, tag) => (tag ? found : ESCAPES[found])),
    // As marked does it, but for the words, which it leaves unescaped.
    image: ({ href, title, text }) => `<img src="${escaped(href)}" alt="${escaped(text)}"${title ? ` title="${escaped(title)}"` : ''}>`,
  },
});

const purify = await purifier();

purify.addHook('afterSanitizeAttributes', (node) => {
  if (node.tagName === 'A') {
    node.setAttribute('rel', 'noopener noreferrer nofollow');
    node.setAttribute('target', '_blank');
  } else if (node.tagName === 'IMG' && !own(node.getAttribute('src'))) {
    // Pictures of other sites would tell them who reads this, so they become links.
    const source = node.getAttribute('src');
    node.replaceWith(/^https?:/i.test(source || '')
      ? element('a', { href: source, rel: 'noopener noreferrer nofollow', target: '_blank' }, node.alt || source)
      : node.alt);
  } else if (node.tagName === 'INPUT') {
    if (node.type === 'checkbox') {
      node.disabled = true;
    } else {
      node.remove();
    }
  } else if (DIRECTED.has(node.tagName)) {
    // Their marks and columns begin at the side at which their words do.
    node.dir = 'auto';
  }
});

const own = (source) => (source || '').startsWith('/api/images/');

/**
 * Shows a text that may still grow. Blocks that are complete stay as they are in the page, so that nothing flickers and
 * selections hold; only the blocks behind the last complete one are made anew.
 */
export class MarkdownView {
  #root;
  #blocks = [];

  constructor(root) {
    this.#root = root;
  }

  /** @param {boolean} final whether nothing more comes */
  show(text, final) {
    const tokens = marked.lexer(text);
    const visible = tokens.filter((token) => token.type !== 'space' && token.type !== 'def');
    visible.forEach((token, index) => {
      const settled = final || index < visible.length - 1;
      const known = this.#blocks[index];
      if (known && known.raw === token.raw && (known.settled || !settled)) {
        return;
      }
      const made = this.#block(token, tokens.links, settled);
      if (known) {
        known.node.replaceWith(made);
      } else {
        this.#root.append(made);
      }
      this.#blocks[index] = { raw: token.raw, settled, node: made };
    });
    this.#blocks.splice(visible.length).forEach((block) => block.node.remove());
  }

  #block(token, links, settled) {
    const block = element('div', { class: 'block' });
    block.append(purify.sanitize(marked.parser(Object.assign([token], { links })), ALLOWED));
    for (const code of block.querySelectorAll('code.math')) {
      typeset(code, code.textContent, code.classList.contains('display'), settled);
    }
    for (const code of block.querySelectorAll('pre > code')) {
      dress(code, settled);
    }
    for (const table of block.querySelectorAll('table')) {
      const frame = element('div', { class: 'table-frame', tabindex: '0', role: 'group', 'aria-label': 'Table' });
      table.replaceWith(frame);
      frame.append(table);
    }
    return block;
  }
}

/** Gives a code block its language, its colours and a button to copy it. */
function dress(code, settled) {
  const pre = code.parentElement;
  const language = (code.className.match(/language-([\w+#-]+)/) || [])[1] || '';
  const frame = element('div', { class: 'code' },
    element('div', { class: 'code-head' },
      element('span', {}, language || 'text'),
      element('button', { type: 'button', class: 'button quiet small', onclick: () => copy(code.textContent) }, 'Copy')));
  pre.replaceWith(frame);
  pre.tabIndex = 0;
  frame.append(pre);
  if (language === 'mermaid') {
    if (settled) {
      draw(frame, code.textContent);
    }
    return;
  }
  if (settled || code.textContent.length < LARGEST_LIVE_CODE) {
    colour(code, language);
  }
}

/** Puts a diagram above the text that describes it; what cannot be drawn stays text. */
function draw(frame, text) {
  diagram(text).then((image) => {
    image.classList.add('diagram');
    frame.querySelector('.code-head').after(image);
    const source = element('details', {}, element('summary', {}, 'Source'));
    frame.append(source);
    source.append(frame.querySelector('pre'));
  }, (failure) => {
    frame.append(element('p', { class: 'hint not-drawn' }, `Not drawn: ${failure.message}`));
  });
}

let hljs = null;

function colour(code, language) {
  if (hljs) {
    if (hljs.getLanguage(language)) {
      // Its output holds nothing but the escaped text and spans with classes.
      code.innerHTML = hljs.highlight(code.textContent, { language, ignoreIllegals: true }).value;
    }
    return;
  }
  highlighter().then((loaded) => {
    hljs = loaded;
    colour(code, language);
  }, (failure) => console.warn(failure));
}
