/** What is wrong with a form: each fault stands beside its field, in the place marked data-error, until that is changed. */

export class FormFaults {
  constructor(form) {
    this.form = form;
    form.addEventListener('input', ({ target }) => this.mend(target.name));
  }

  clear() {
    this.show([], '');
  }

  /**
   * What was typed stays.
   *
   * @param {{field: string, message: string}[]} errors
   * @param {string} detail said below the form where no field is to blame
   */
  show(errors, detail) {
    const rest = [];
    for (const place of this.form.querySelectorAll('[data-error]')) {
      this.mend(place.dataset.error);
    }
    for (const { field, message } of errors) {
      // The fault of one tag, tags[1], stands at all of them.
      const name = field.replace(/\[.*/, '');
      if (this.#place(name)) {
        this.put(name, message);
      } else {
        rest.push(`${field} ${message}`);
      }
    }
    this.form.querySelector('[data-problem]').textContent = errors.length ? rest.join('; ') : detail;
  }

  /** Says what is wrong with one field. */
  put(field, message) {
    const place = this.#place(field);
    place.textContent = `${place.dataset.name} ${message}${/[.!]$/.test(message) ? '' : '.'}`;
    this.form.elements[field]?.setAttribute?.('aria-invalid', 'true');
    place.closest('details')?.setAttribute('open', '');
  }

  /** Takes back what is said of one field. */
  mend(field) {
    const place = this.#place(field);
    if (place?.textContent) {
      place.textContent = '';
      this.form.elements[field]?.removeAttribute?.('aria-invalid');
    }
  }

  /** Whether something is wrong with a field. */
  at(field) {
    return Boolean(this.#place(field).textContent);
  }

  #place(field) {
    return this.form.querySelector(`[data-error="${CSS.escape(field)}"]`);
  }
}
