/** Marks images as favourites. */

import { api } from './api.js';
import { toast } from './dom.js';

/** Fires "change" with the new state of an image as detail, to whoever shows images on this page. */
export const favourites = new EventTarget();

/** @param {boolean} favourite whether they shall be favourites */
export async function favour(images, favourite) {
  try {
    for (const image of images.filter((each) => each.favourite !== favourite)) {
      const detail = await api.put(`/api/images/${image.id}`, { favourite });
      favourites.dispatchEvent(new CustomEvent('change', { detail }));
    }
  } catch (failure) {
    toast(failure.message, true);
  }
}
