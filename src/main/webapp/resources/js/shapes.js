/** Aspect ratios to choose from: those that the model can do. */

import { element } from './dom.js';

const SHAPES = ['1:1', '5:4', '4:3', '3:2', '16:9', '21:9', '4:5', '3:4', '2:3', '9:16'];
const GRID = 64;
const NEAR = .03;

const parts = (shape) => shape.split(':').map(Number);

/** As many pixels as the model has by default, in a shape, on a grid that models like; null where its limits forbid it. */
function sizeOf(shape, { limits, defaults }) {
  const [across, down] = parts(shape);
  const pixels = (defaults?.width || 1024) * (defaults?.height || 1024);
  const side = (part, other) => Math.round(Math.sqrt(pixels * part / other) / GRID) * GRID;
  const size = [side(across, down), side(down, across)];
  const fits = !limits || (Math.min(...size) >= limits.min_side && Math.max(...size) <= limits.max_side && size[0] * size[1] <= limits.max_pixels);
  return fits ? size : null;
}

export class Shapes {
  #model = {};

  /** @param {HTMLElement} root place of the choices @param {HTMLFormControlsCollection} fields with width and height */
  constructor(root, fields) {
    this.root = root;
    this.fields = fields;
  }

  /** Offers what a model can do. */
  offer(model) {
    this.#model = model;
    this.root.replaceChildren(...SHAPES.filter((shape) => sizeOf(shape, model)).map((shape) => {
      const box = element('span', { class: 'shape-box' });
      box.style.aspectRatio = shape.replace(':', '/');
      return element('label', { class: 'shape', title: `${shape}, ${sizeOf(shape, model).join(' × ')}` },
        element('input', { type: 'radio', name: 'shape', value: shape }), box, element('span', {}, shape));
    }));
    this.mark();
  }

  get chosen() {
    return this.root.querySelector('input:checked')?.value || '';
  }

  /** Sets width and height. */
  choose(shape) {
    const size = sizeOf(shape, this.#model);
    if (size) {
      [this.fields.width.value, this.fields.height.value] = size;
    }
    this.mark();
  }

  /** Marks the shape that width and height are near to, if there is one. */
  mark() {
    const ratio = this.fields.width.value / this.fields.height.value;
    for (const choice of this.root.querySelectorAll('input')) {
      const [across, down] = parts(choice.value);
      choice.checked = Math.abs(ratio / (across / down) - 1) < NEAR;
    }
  }

  /** Lays a portrait on its side, and puts a landscape upright. */
  turn() {
    const { width, height } = this.fields;
    [width.value, height.value] = [height.value, width.value];
    this.mark();
  }
}
