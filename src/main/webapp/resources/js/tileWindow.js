/** A grid of square tiles of which only those near the visible part are in the document, however many there are. */

const SCREENS_AROUND = 1;

export class TileWindow {
  #nodes = new Map();
  #keys = [];
  #frame = 0;
  #width = 0;

  /**
   * @param {HTMLElement} root its width is shared by the columns; its height becomes that of all rows
   * @param {HTMLElement} scroller in which root is scrolled
   * @param {{least: number, gap: number}} sizes least width of a column and the room between two, in pixels
   * @param {(index: number, node: ?HTMLElement) => HTMLElement} draw makes a tile, or brings its node up to date
   */
  constructor(root, scroller, { least, gap }, draw) {
    Object.assign(this, { root, scroller, least, gap, draw });
    root.classList.add('tile-window');
    scroller.addEventListener('scroll', () => this.#later(), { passive: true });
    new ResizeObserver(() => this.#later()).observe(scroller);
    new ResizeObserver(() => root.clientWidth !== this.#width && this.#later()).observe(root);
  }

  get columns() {
    return Math.max(1, Math.floor((this.root.clientWidth + this.gap) / (this.least + this.gap)));
  }

  /** Shows other tiles. @param {string[]} keys name them; a tile keeps its node as long as its key is there */
  show(keys) {
    this.#keys = keys;
    const kept = new Set(keys);
    for (const [key, node] of this.#nodes) {
      if (!kept.has(key)) {
        node.remove();
        this.#nodes.delete(key);
      }
    }
    this.#arrange();
  }

  /** The node of a tile, scrolled into view and made if it was not there. */
  reveal(index) {
    const step = this.#step();
    const top = this.#offset() + Math.floor(index / this.columns) * step;
    const view = this.scroller.clientHeight;
    if (top < 0 || top + step > view) {
      this.scroller.scrollTop += top < 0 ? top - this.gap : top + step - view + this.gap;
    }
    this.#arrange();
    return this.#nodes.get(this.#keys[index]);
  }

  #later() {
    this.#frame ||= requestAnimationFrame(() => {
      this.#frame = 0;
      this.#arrange();
    });
  }

  #size() {
    return (this.root.clientWidth - (this.columns - 1) * this.gap) / this.columns;
  }

  #step() {
    return this.#size() + this.gap;
  }

  /** Where the grid begins, seen from the top of the visible part. */
  #offset() {
    return this.root.getBoundingClientRect().top - this.scroller.getBoundingClientRect().top;
  }

  #arrange() {
    this.#width = this.root.clientWidth;
    if (!this.#width) {
      return;
    }
    const { columns } = this;
    const size = this.#size();
    const step = size + this.gap;
    const around = this.scroller.clientHeight * SCREENS_AROUND;
    const offset = this.#offset();
    const first = Math.max(0, Math.floor((-offset - around) / step)) * columns;
    const last = Math.min(this.#keys.length, Math.ceil((-offset + this.scroller.clientHeight + around) / step) * columns);
    const rows = Math.ceil(this.#keys.length / columns);
    this.root.style.height = `${Math.max(0, rows * step - this.gap)}px`;
    const wanted = new Set(this.#keys.slice(first, last));
    for (const [key, node] of this.#nodes) {
      // Who has the focus keeps it, wherever the wheel goes.
      if (!wanted.has(key) && !node.contains(document.activeElement)) {
        node.remove();
        this.#nodes.delete(key);
      }
    }
    for (let index = first; index < last; index += 1) {
      this.#place(index, columns, size, step);
    }
  }

  #place(index, columns, size, step) {
    const key = this.#keys[index];
    const node = this.draw(index, this.#nodes.get(key) || null);
    const place = `translate(${(index % columns) * step}px, ${Math.floor(index / columns) * step}px)`;
    if (node.style.transform !== place) {
      node.style.transform = place;
    }
    node.style.width = node.style.height = `${size}px`;
    if (!node.isConnected) {
      this.#nodes.set(key, node);
      this.root.append(node);
    }
  }
}
