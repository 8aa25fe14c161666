/** The workspace that was last open in this browser. */

import { api } from './api.js';
import { memory } from './dom.js';

/** Where that one is gone, the first there is. @returns {Promise<?object>} null where there is none */
export async function lastWorkspace() {
  const remembered = memory.get('workspace');
  if (remembered) {
    try {
      return await api.get(`/api/workspaces/${remembered}`);
    } catch (failure) {
      if (failure.status !== 404) {
        throw failure;
      }
      memory.set('workspace', null);
    }
  }
  return (await api.get('/api/workspaces?limit=1')).items[0] || null;
}

/** Where there is none, a new one. */
export async function lastOrNewWorkspace() {
  return await lastWorkspace() || api.post('/api/workspaces', { name: 'My workspace' });
}
