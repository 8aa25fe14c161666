/** Keeps the newest message in sight while it grows, unless the reader looks at something else. */

const NEAR_THE_END = 80;

export class LogScroll {
  #scroller = document.getElementById('scroller');
  #toEnd = document.getElementById('toEnd');
  #atEnd = true;
  #top = 0;

  constructor() {
    // A diagram that is drawn later, a box that grows, a phone's keyboard: each moves the end.
    const sizes = new ResizeObserver(() => this.drawn());
    sizes.observe(this.#scroller);
    sizes.observe(document.getElementById('log'));
    this.#scroller.addEventListener('scroll', () => this.#look(), { passive: true });
    this.#toEnd.addEventListener('click', () => {
      this.#scroller.scrollTo({ top: this.#scroller.scrollHeight, behavior: 'smooth' });
    });
  }

  /** From now on the end is kept in sight. */
  toEnd() {
    this.#atEnd = true;
  }

  /** Something has been drawn. */
  drawn() {
    if (this.#atEnd) {
      this.#scroller.scrollTop = this.#scroller.scrollHeight;
    }
    this.#toEnd.hidden = this.#atEnd;
  }

  /**
   * Leaves a place of the log where it is on the screen, whatever becomes of what is above and below.
   *
   * @param {Element} before what is there now
   * @param {() => Element} change gives what is there then
   */
  hold(before, change) {
    const top = before.getBoundingClientRect().top;
    this.#atEnd = false;
    const after = change();
    this.#scroller.scrollTop += after.getBoundingClientRect().top - top;
    this.#look();
  }

  /** Brings a message into sight. */
  show(node) {
    this.#atEnd = false;
    node.scrollIntoView({ block: 'center' });
    this.#look();
  }

  #look() {
    const { scrollTop, scrollHeight, clientHeight } = this.#scroller;
    // What has grown since the end was shown is no sign that the reader went away from it; to scroll back is.
    if (scrollHeight - scrollTop - clientHeight < NEAR_THE_END) {
      this.#atEnd = true;
    } else if (scrollTop < this.#top) {
      this.#atEnd = false;
    }
    this.#top = scrollTop;
    this.#toEnd.hidden = this.#atEnd;
  }
}
