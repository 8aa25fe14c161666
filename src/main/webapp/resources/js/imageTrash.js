/** Deleting images so that it can be undone. */

import { api } from './api.js';
import { toast } from './dom.js';
import { offer } from './offer.js';

const AT_ONCE = 500;

/** Fires "gone" with ids and "back" with images, as detail, to whoever shows images on this page. */
export const trash = new EventTarget();

/** Deletes images, says so, and offers to undo it; resolves to whether they are gone. */
export async function throwAway(images) {
  const ids = images.map((image) => image.id);
  try {
    await inParts('/api/images/delete', ids);
  } catch (failure) {
    toast(failure.message, true);
    return false;
  }
  trash.dispatchEvent(new CustomEvent('gone', { detail: ids }));
  offer(ids.length === 1 ? 'Image deleted.' : `${ids.length} images deleted.`, 'Undo', async () => {
    try {
      await inParts('/api/images/restore', ids);
      trash.dispatchEvent(new CustomEvent('back', { detail: images }));
    } catch (failure) {
      toast(failure.message, true);
    }
  });
  return true;
}

async function inParts(path, ids) {
  for (let from = 0; from < ids.length; from += AT_ONCE) {
    await api.post(path, { ids: ids.slice(from, from + AT_ONCE) });
  }
}
