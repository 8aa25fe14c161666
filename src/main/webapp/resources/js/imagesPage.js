/** The page of all images. */

import { api } from './api.js';
import { element, memory, toast } from './dom.js';
import { ImageDesk } from './images.js';

const parameters = new URLSearchParams(location.search);
const where = document.getElementById('workspace');
const search = document.getElementById('search');
const desk = new ImageDesk(document.getElementById('imageDesk'), {});

function query() {
  const q = search.value.trim();
  return { ...(where.value ? { workspace_id: where.value } : {}), ...(q ? { q } : {}) };
}

function turn() {
  desk.place = where.value ? { workspace_id: Number(where.value) } : {};
  if (where.value) {
    memory.set('workspace', where.value);
  }
  desk.show(query()).catch((failure) => toast(failure.message, true));
}

let typing = 0;
search.addEventListener('input', () => {
  clearTimeout(typing);
  typing = setTimeout(turn, 250);
});
where.addEventListener('change', turn);

try {
  const workspaces = await api.all('/api/workspaces');
  where.append(...workspaces.map((workspace) => element('option', { value: workspace.id }, workspace.name)));
  where.value = parameters.get('workspace') || '';
  desk.place = where.value ? { workspace_id: Number(where.value) } : {};
  await desk.open();
  if (parameters.get('from')) {
    await desk.form.use(await api.get(`/api/images/${Number(parameters.get('from'))}`));
  }
} catch (failure) {
  toast(failure.message, true);
}
