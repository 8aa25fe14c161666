/** Paints a mask over a picture: white where the picture may change. */

import { element } from './dom.js';
import { openModal } from './modal.js';

const PAINT = '#ffffff';
const SMALLEST = 4;

/** @returns {Promise<?Blob>} a PNG file as large as the picture, or null */
export function paintMask(image) {
  return new Promise((resolve) => {
    const canvas = element('canvas', { width: image.width, height: image.height, 'aria-label': 'Paint here what may change' });
    const size = element('input', { type: 'range', min: SMALLEST, max: Math.round(image.width / 3), value: Math.round(image.width / 10), 'aria-label': 'Width of the brush' });
    const dialog = element('dialog', { class: 'painter', 'aria-label': 'Paint what may change' },
      element('h2', {}, 'Paint what may change'),
      element('div', { class: 'painter-frame' }, element('img', { src: image.image_url, alt: image.prompt || 'The reference image', width: image.width, height: image.height }), canvas),
      element('form', { method: 'dialog', class: 'buttons' },
        element('label', { class: 'keep' }, 'Brush', size),
        element('button', { type: 'button', class: 'button', onclick: () => fill(canvas) }, 'All'),
        element('button', { type: 'button', class: 'button', onclick: () => clear(canvas) }, 'Clear'),
        element('span', { class: 'grow' }),
        element('button', { type: 'button', class: 'button', onclick: () => dialog.close() }, 'Cancel'),
        element('button', { class: 'button primary', value: 'done' }, 'Use this mask')));
    brush(canvas, () => Number(size.value));
    dialog.addEventListener('close', () => {
      dialog.remove();
      if (dialog.returnValue === 'done') {
        onBlack(canvas).toBlob(resolve, 'image/png');
      } else {
        resolve(null);
      }
    });
    document.body.append(dialog);
    openModal(dialog, false);
  });
}

function brush(canvas, width) {
  const pen = canvas.getContext('2d');
  const at = (event) => [event.offsetX * canvas.width / canvas.clientWidth, event.offsetY * canvas.height / canvas.clientHeight];
  const draw = (event) => {
    pen.lineTo(...at(event));
    pen.stroke();
  };
  canvas.addEventListener('pointerdown', (event) => {
    canvas.setPointerCapture(event.pointerId);
    Object.assign(pen, { lineWidth: width(), lineCap: 'round', lineJoin: 'round', strokeStyle: PAINT });
    pen.beginPath();
    pen.moveTo(...at(event));
    draw(event);
  });
  canvas.addEventListener('pointermove', (event) => event.buttons && draw(event));
}

function fill(canvas) {
  const pen = canvas.getContext('2d');
  pen.fillStyle = PAINT;
  pen.fillRect(0, 0, canvas.width, canvas.height);
}

const clear = (canvas) => canvas.getContext('2d').clearRect(0, 0, canvas.width, canvas.height);

function onBlack(canvas) {
  const mask = element('canvas', { width: canvas.width, height: canvas.height });
  const pen = mask.getContext('2d');
  pen.fillRect(0, 0, mask.width, mask.height);
  pen.drawImage(canvas, 0, 0);
  return mask;
}
