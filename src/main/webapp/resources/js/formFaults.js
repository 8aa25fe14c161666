/** What is wrong with a form, each fault beside its field. */

export class FormFaults {
  constructor(form) {
    this.form = form;
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
      place.textContent = '';
      this.form.elements[place.dataset.error]?.removeAttribute?.('aria-invalid');
    }
    for (const { field, message } of errors) {
      const place = this.form.querySelector(`[data-error="${CSS.escape(field)}"]`);
      if (place) {
        place.textContent = `${place.dataset.name} ${message}.`;
        this.form.elements[field]?.setAttribute?.('aria-invalid', 'true');
        place.closest('details')?.setAttribute('open', '');
      } else {
        rest.push(`${field} ${message}`);
      }
    }
    this.form.querySelector('[data-problem]').textContent = errors.length ? rest.join('; ') : detail;
  }
}
