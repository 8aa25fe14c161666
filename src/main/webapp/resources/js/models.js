/** The models of the catalogue in a list to choose from. */

import { api } from './api.js';
import { element } from './dom.js';

/**
 * Fills a select with the models of a kind; those that cannot be used are there, disabled, with their reason.
 *
 * @param {?string} none label of the first entry, which stands for no model
 * @returns {Promise<Map<string, object>>} the models by id
 */
export async function fillModels(select, kind, none, chosen) {
  const models = (await api.get(`/api/models?kind=${kind}`)).items;
  const options = models.map((model) => element('option', {
    value: model.id,
    disabled: !model.available,
    title: model.reason || model.description || null,
  }, model.name + (model.available ? '' : ' (not connected)')));
  if (none) {
    options.unshift(element('option', { value: '' }, none));
  }
  if (chosen && !models.some((model) => model.id === chosen)) {
    options.push(element('option', { value: chosen }, chosen));
  }
  select.replaceChildren(...options);
  if (chosen) {
    select.value = chosen;
  }
  return new Map(models.map((model) => [model.id, model]));
}
