/** A panel beside the conversation. One of them is open at a time. */

let open = null;

export class SidePanel {
  #page;
  #name;
  #panel;
  #toggle;
  #shown;

  /**
   * @param {HTMLElement} page gets a class of the panel's name while it is open
   * @param {HTMLElement} toggle opens and closes it
   * @param {() => void} shown is called when it has been opened
   */
  constructor(page, name, panel, toggle, shown) {
    this.#page = page;
    this.#name = name;
    this.#panel = panel;
    this.#toggle = toggle;
    this.#shown = shown;
    toggle.addEventListener('click', () => this.show(!this.open));
    panel.querySelector('[data-close]').addEventListener('click', () => this.#leave());
    panel.addEventListener('keydown', (event) => {
      if (event.key === 'Escape' && !event.defaultPrevented) {
        event.preventDefault();
        this.#leave();
      }
    });
  }

  get open() {
    return open === this;
  }

  show(wanted) {
    if (wanted && open && open !== this) {
      open.show(false);
    }
    if (wanted || this.open) {
      open = wanted ? this : null;
    }
    this.#page.classList.toggle(this.#name, wanted);
    this.#toggle.setAttribute('aria-expanded', String(wanted));
    if (wanted) {
      this.#panel.focus({ preventScroll: true });
      this.#shown();
    }
  }

  #leave() {
    this.show(false);
    this.#toggle.focus();
  }
}
