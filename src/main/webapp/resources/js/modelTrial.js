/** The test of an image model: what was sent, what came back, and the picture. */

import { api } from './api.js';
import { element } from './dom.js';

const panel = document.getElementById('modelTrial');
const form = document.getElementById('trialForm');
const result = document.getElementById('trialResult');
const run = document.getElementById('runTrial');
const value = (name) => document.getElementById(name).value;
let model = null;

/** Opens the test for a model. */
export function openTrial(chosen) {
  model = chosen;
  panel.hidden = false;
  result.replaceChildren();
  const title = document.getElementById('trialTitle');
  title.textContent = `Test of ${chosen}`;
  title.focus();
}

form.addEventListener('submit', async (event) => {
  event.preventDefault();
  run.disabled = true;
  result.replaceChildren(element('p', {}, 'Waiting for the gateway…'));
  try {
    show(await api.post(`/api/admin/models/${model}/test`, {
      prompt: value('trialPrompt'),
      reference_image_id: Number(value('trialReference')) || null,
      mask_image_id: Number(value('trialMask')) || null,
    }));
  } catch (failure) {
    result.replaceChildren(element('p', { class: 'notice bad' }, failure.message));
  } finally {
    run.disabled = false;
  }
});

function show(trial) {
  result.replaceChildren(
    element('p', { class: trial.ok ? 'notice good' : 'notice bad' },
      trial.ok ? `A picture came after ${trial.seconds} s.` : trial.error),
    trial.picture ? element('img', { src: trial.picture, alt: 'The picture of the test', class: 'trial-picture' }) : '',
    element('h3', {}, 'Sent'), element('pre', {}, trial.sent),
    ...trial.answers.flatMap((answer) => [element('h3', {}, `Answer with status ${answer.status}`), element('pre', {}, answer.body)]));
}
