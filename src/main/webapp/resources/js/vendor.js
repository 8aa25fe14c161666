/** The libraries of the WAR. This is the one place that names their paths; the versions are those of pom.xml. */

import { marked } from '/webjars/marked/17.0.1/lib/marked.esm.js';

export { marked };

const scripts = new Map();

/** DOMPurify, which is a classic script. */
export const purifier = () => global('/webjars/dompurify/3.3.3/dist/purify.min.js', 'DOMPurify');

/** highlight.js, which is a classic script and large, so that it is loaded when the first code shows up. */
export const highlighter = () => global('/webjars/highlightjs/11.11.1/highlight.min.js', 'hljs');

/** KaTeX, a classic script with a style sheet and fonts, loaded when the first formula shows up. */
export const typesetter = () => {
  style('/webjars/katex/0.18.11/dist/katex.min.css');
  return global('/webjars/katex/0.18.11/dist/katex.min.js', 'katex');
};

/** Mermaid, 3 MB; only the sandbox of resources/diagram loads it, when the first diagram shows up. */
export const DIAGRAMS = '/webjars/mermaid/11.14.0/dist/mermaid.min.js';

/** jsdiff, which is a classic script. */
export const differ = () => global('/webjars/diff/5.1.0/dist/diff.min.js', 'Diff');

function style(href) {
  if (!document.head.querySelector(`link[href="${href}"]`)) {
    const link = document.createElement('link');
    link.rel = 'stylesheet';
    link.href = href;
    document.head.append(link);
  }
}

function global(src, name) {
  if (!scripts.has(src)) {
    scripts.set(src, new Promise((resolve, reject) => {
      const script = document.createElement('script');
      script.src = src;
      script.addEventListener('load', () => resolve(window[name]));
      script.addEventListener('error', () => reject(new Error(`${src} cannot be loaded`)));
      document.head.append(script);
    }));
  }
  return scripts.get(src);
}
