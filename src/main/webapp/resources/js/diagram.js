/**
 * Diagrams as images. Mermaid works in a sandboxed frame of an origin of its own, where the style elements that it writes
 * are allowed and nothing else is, and what it draws is shown as an image file, in which no script runs and nothing loads.
 */

import { element } from './dom.js';
import { DIAGRAMS } from './vendor.js';

const PATIENCE = 20_000;
const LARGEST = 2_000_000;

let frame = null;
let last = 0;
const waiting = new Map();

/** @returns {Promise<HTMLImageElement>} fails where the text describes no diagram */
export async function diagram(text) {
  frame = frame || open();
  const sandbox = await frame;
  const id = ++last;
  const { svg, width, fault } = await new Promise((resolve) => {
    waiting.set(id, resolve);
    setTimeout(() => resolve({ fault: 'it takes too long' }), PATIENCE);
    sandbox.contentWindow.postMessage({ id, text, library: DIAGRAMS }, '*');
  });
  waiting.delete(id);
  if (typeof svg !== 'string' || svg.length > LARGEST) {
    throw new Error(String(fault || 'the diagram is too large'));
  }
  return element('img', { src: `data:image/svg+xml;charset=utf-8,${encodeURIComponent(svg)}`, alt: `Diagram: ${text.trim().slice(0, 200)}`, width: Math.ceil(Number(width)) || null });
}

function open() {
  return new Promise((resolve, reject) => {
    const sandbox = element('iframe', { src: '/resources/diagram/frame.html', sandbox: 'allow-scripts', class: 'diagrams', title: 'Draws diagrams', 'aria-hidden': 'true', tabindex: '-1' });
    addEventListener('message', (event) => {
      if (event.source !== sandbox.contentWindow) {
        return;
      }
      if (event.data.ready) {
        resolve(sandbox);
      } else {
        waiting.get(event.data.id)?.(event.data);
      }
    });
    setTimeout(() => reject(new Error('the sandbox does not answer')), PATIENCE);
    document.body.append(sandbox);
  });
}
