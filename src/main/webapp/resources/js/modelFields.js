/** The fields of an image model's form: what each is called, where it stands in the JSON, and how it is read. */

import { element } from './dom.js';

const number = (text) => (text === '' ? null : Number(text));
const word = (text) => text.trim() || null;
const list = (text) => text.split(',').map((one) => one.trim()).filter(Boolean);

/** Lines as "width = width", ours at the left. */
const pairs = {
  read: (text) => Object.fromEntries(text.split('\n').map((line) => line.split('=').map((side) => side.trim())).filter(([ours, theirs]) => ours && theirs)),
  show: (map) => Object.entries(map).map(([ours, theirs]) => `${ours} = ${theirs}`).join('\n'),
};

const json = {
  read(text) {
    try {
      return JSON.parse(text.trim() || '{}');
    } catch {
      throw new Error('Always sent: this is not JSON.');
    }
  },
  show: (value) => JSON.stringify(value, null, 1),
};

const TAKES = ['none', 'optional', 'required'];

/** [path, label, kind, default, hint] */
const FIELDS = [
  ['name', 'Name', 'text', ''],
  ['description', 'Description', 'text', '', 'One sentence: what it is good at. Advice on models reads it.'],
  ['per_image', 'US dollars an image', 'number', 0, '0 for a free model; empty where the price is unknown.'],
  ['route.path', 'Path', 'text', '/', 'Behind the address of the gateway, as in /flux-1-schnell/v1/getData.'],
  ['route.status_path', 'Path of the status', 'text', null, 'Where {"requestId"} is posted to ask how far it is; empty for none.'],
  ['route.result_path', 'Place of the picture in the answer', 'text', null, 'As in data.0.url; empty to look in all usual places.'],
  ['route.fields', 'Names of the fields', 'pairs', { width: 'width', height: 'height', seed: 'seed' },
    'One a line, ours = theirs. Ours: negative_prompt, width, height, aspect_ratio, num_steps, guidance_scale, seed, reference_image, mask_image, strength. What is not named is not sent.'],
  ['route.aspect_ratios', 'Aspect ratios', 'list', [], 'As in 1:1, 16:9, for a model that takes a ratio and no size.'],
  ['route.defaults', 'Always sent', 'json', {}, 'JSON with the vendor’s names; a field above replaces the same name.'],
  ['limits.min_side', 'Least side', 'number', 256],
  ['limits.max_side', 'Greatest side', 'number', 2048],
  ['limits.max_pixels', 'Most pixels', 'number', 4194304],
  ['limits.min_steps', 'Least steps', 'number', null],
  ['limits.max_steps', 'Most steps', 'number', null],
  ['limits.min_guidance', 'Least guidance', 'number', null],
  ['limits.max_guidance', 'Most guidance', 'number', null],
  ['defaults.width', 'Usual width', 'number', 1024],
  ['defaults.height', 'Usual height', 'number', 1024],
  ['defaults.num_steps', 'Usual steps', 'number', null],
  ['defaults.guidance_scale', 'Usual guidance', 'number', null],
  ['limits.reference_image', 'Reference image', 'takes', 'none'],
  ['limits.mask_image', 'Mask', 'takes', 'none'],
  ['limits.negative_prompt', 'Takes a negative prompt', 'flag', false],
  ['limits.seed', 'Takes a seed', 'flag', true],
  ['limits.strength', 'Takes a strength', 'flag', false],
];

const id = (path) => 'model-' + path.replace('.', '-');
const at = (model, path) => path.split('.').reduce((value, name) => value?.[name], model);

/** Puts the fields of a model into an element; of a new one with what most have. */
export function showFields(place, model) {
  const made = FIELDS.map(([path, label, kind, usual, hint]) => {
    const value = model ? at(model, path) : usual;
    return field(path, label, control(kind, path, value), kind, hint);
  });
  const of = (...paths) => made.filter((one) => paths.some((path) => one.dataset.path.startsWith(path)));
  place.replaceChildren(
    element('div', {}, of('name', 'description', 'per_image')),
    element('fieldset', {}, element('legend', {}, 'How it is asked'), of('route.')),
    element('fieldset', {}, element('legend', {}, 'What it takes'),
      element('div', { class: 'row' }, of('limits.m').filter((one) => !one.dataset.path.endsWith('_image'))),
      element('div', { class: 'row' }, of('defaults.')),
      element('div', { class: 'row' }, of('limits.reference_image', 'limits.mask_image')),
      element('ul', { class: 'checks' }, of('limits.negative_prompt', 'limits.seed', 'limits.strength'))));
}

/** The model that the fields say; throws where a text cannot be read. */
export function readFields() {
  const model = { limits: {}, defaults: {}, route: {} };
  for (const [path, , kind] of FIELDS) {
    const steps = path.split('.');
    const last = steps.pop();
    at({ root: model }, ['root', ...steps].join('.'))[last] = read(kind, document.getElementById(id(path)), path);
  }
  return model;
}

/** The field that a fault of the server names, to be marked; null for none. */
export function fieldOf(fault) {
  return FIELDS.map(([path]) => path).filter((path) => fault.replace(/^model\./, '').startsWith(path))
    .map((path) => document.getElementById(id(path))).pop() ?? null;
}

function field(path, label, input, kind, hint) {
  const text = hint && element('div', { class: 'under' }, element('span', { class: 'hint', id: id(path) + '-hint' }, hint));
  if (hint) {
    input.setAttribute('aria-describedby', id(path) + '-hint');
  }
  return kind === 'flag'
    ? element('li', { 'data-path': path }, input, element('label', { for: id(path) }, label))
    : element('div', { class: 'field', 'data-path': path }, element('label', { for: id(path) }, label), input, text);
}

function control(kind, path, value) {
  const common = { id: id(path) };
  switch (kind) {
    case 'flag':
      return element('input', { ...common, type: 'checkbox', checked: value });
    case 'takes':
      return element('select', common, TAKES.map((one) => element('option', { selected: one === value }, one)));
    case 'pairs':
      return element('textarea', { ...common, rows: 6, spellcheck: 'false' }, pairs.show(value));
    case 'json':
      return element('textarea', { ...common, rows: 4, spellcheck: 'false' }, json.show(value));
    case 'list':
      return element('input', { ...common, type: 'text', value: value.join(', ') });
    default:
      return element('input', { ...common, type: kind, value: value ?? '', step: kind === 'number' ? 'any' : null });
  }
}

function read(kind, input, path) {
  switch (kind) {
    case 'flag': return input.checked;
    case 'takes': return input.value;
    case 'pairs': return pairs.read(input.value);
    case 'json': return json.read(input.value);
    case 'list': return list(input.value);
    case 'number': return number(input.value);
    default: return path.endsWith('_path') ? word(input.value) : input.value.trim();
  }
}
