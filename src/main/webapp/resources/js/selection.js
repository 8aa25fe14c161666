/** Which images of a list are selected. */

/** Fires "change" with every other selection. */
export class Selection extends EventTarget {
  #ids = new Set();
  #anchor = null;

  get size() {
    return this.#ids.size;
  }

  has(id) {
    return this.#ids.has(id);
  }

  /** The selected ones among some images, in their order. */
  among(images) {
    return images.filter((image) => this.#ids.has(image.id));
  }

  toggle(image) {
    if (!this.#ids.delete(image.id)) {
      this.#ids.add(image.id);
    }
    this.#anchor = image.id;
    this.#changed();
  }

  /** Selects all from the one that was last chosen to this one. */
  extendTo(image, images) {
    const to = images.findIndex((other) => other.id === image.id);
    const from = Math.max(0, images.findIndex((other) => other.id === (this.#anchor ?? image.id)));
    images.slice(Math.min(from, to), Math.max(from, to) + 1).forEach((other) => this.#ids.add(other.id));
    this.#anchor = image.id;
    this.#changed();
  }

  all(images) {
    this.#ids = new Set(images.map((image) => image.id));
    this.#changed();
  }

  clear() {
    this.#ids.clear();
    this.#anchor = null;
    this.#changed();
  }

  drop(ids) {
    ids.forEach((id) => this.#ids.delete(id));
    this.#changed();
  }

  #changed() {
    this.dispatchEvent(new Event('change'));
  }
}
