/** Formulas in Markdown: $…$ and \(…\) in a line, $$…$$ and \[…\] on their own, set by KaTeX. */

import { typesetter } from './vendor.js';

const LONGEST = 5_000;
const BLOCK = /^ {0,3}(?:\$\$([\s\S]+?)\$\$|\\\[([\s\S]+?)\\\])[ \t]*(?:\n+|$)/;
const INLINE = /^(?:\$\$([^$]+?)\$\$|\\\(([\s\S]+?)\\\)|\\\[([\s\S]+?)\\\]|\$(?![\s$])((?:\\.|[^\\$\n`])*?[^\s\\$`])\$(?![\p{L}\d$]))/u;

const escape = (text) => text.replace(/[&<>"']/g, (sign) => `&#${sign.charCodeAt(0)};`);

const first = (text, signs) => {
  const index = text.search(signs);
  return index < 0 ? undefined : index;
};

/** Tokens for marked, which give code elements of the class math that {@link typeset} turns into formulas. */
export const math = [
  {
    name: 'mathBlock',
    level: 'block',
    start: (text) => first(text, /(?:^|\n) {0,3}(?:\$\$|\\\[)/),
    tokenizer(text) {
      const found = BLOCK.exec(text);
      return found && { type: 'mathBlock', raw: found[0], text: (found[1] ?? found[2]).trim() };
    },
    renderer: ({ text }) => `<p><code class="math display">${escape(text)}</code></p>`,
  },
  {
    name: 'mathInline',
    level: 'inline',
    start: (text) => first(text, /\$|\\\(|\\\[/),
    tokenizer(text) {
      const found = INLINE.exec(text);
      return found && { type: 'mathInline', raw: found[0], text: (found[1] ?? found[2] ?? found[3] ?? found[4]).trim(), display: !(found[2] || found[4]) };
    },
    renderer: ({ text, display }) => `<code class="math${display ? ' display' : ''}">${escape(text)}</code>`,
  },
];

/**
 * Sets a formula in place of its text. KaTeX builds elements and no markup; without trust it makes neither links nor
 * images nor attributes of the formula's own.
 */
export async function typeset(node, text, display, settled) {
  if (!settled || text.length > LONGEST) {
    return;
  }
  try {
    const katex = await typesetter();
    const place = document.createElement('span');
    katex.render(text, place, { displayMode: display, throwOnError: false, strict: 'ignore', trust: false, maxExpand: 200, maxSize: 40, errorColor: '#ff8a92' });
    place.className = display ? 'formula display' : 'formula';
    node.replaceWith(place);
  } catch (failure) {
    console.warn(failure);
  }
}
