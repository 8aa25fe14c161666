/** Fields that depend on the model: what it takes is offered, within its limits. */

export class ModelLimits {
  /** @param {HTMLFormElement} form */
  constructor(form) {
    this.form = form;
    this.fields = form.elements;
  }

  offer({ limits, defaults, description }) {
    for (const name of ['width', 'height']) {
      this.fields[name].min = limits?.min_side ?? '';
      this.fields[name].max = limits?.max_side ?? '';
    }
    this.#range('num_steps', limits?.min_steps, limits?.max_steps, defaults?.num_steps, 1);
    this.#range('guidance_scale', limits?.min_guidance, limits?.max_guidance, defaults?.guidance_scale, 'any');
    this.#show('negative_prompt', limits?.negative_prompt !== false);
    this.#show('seed', limits?.seed !== false);
    this.form.querySelector('[data-model-note]').textContent =
      [description, limits ? `${limits.min_side} to ${limits.max_side} px a side.` : ''].filter(Boolean).join(' ');
  }

  #range(name, least, most, usual, step) {
    const there = most !== null && most !== undefined;
    this.#show(name, there);
    Object.assign(this.fields[name], { min: least ?? '', max: most ?? '', step, placeholder: usual ?? '' });
    const label = this.form.querySelector(`label[for="${this.fields[name].id}"] small`);
    if (label) {
      label.textContent = there ? ` ${least}–${most}` : '';
    }
  }

  #show(name, offered) {
    this.fields[name].closest('.field').hidden = !offered;
  }
}
