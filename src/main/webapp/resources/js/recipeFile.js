/** Reads from a dropped, pasted or chosen file how its picture was made. */

import { api } from './api.js';
import { toast } from './dom.js';
import { dropZone } from './dropZone.js';

const TYPES = ['image/png', 'image/jpeg', 'image/webp'];

/** The picture among the files of a drop or of the clipboard. @returns {?File} */
export const pictureIn = (data) => [...(data?.files || [])].find((file) => file.type.startsWith('image/')) || null;

/** The recipe of a file, or null after it was said why there is none. */
export async function readRecipe(file) {
  try {
    const type = TYPES.includes(file.type) ? file.type : 'application/octet-stream';
    const recipe = await api.upload('/api/images/metadata', new Blob([file], { type }));
    if (recipe.source === 'none') {
      toast(`${file.name || 'This file'} does not tell how it was made.`, true);
      return null;
    }
    return recipe;
  } catch (failure) {
    toast(failure.message, true);
    return null;
  }
}

/** Takes pictures that are dropped on an element. @param {(file: File) => void} taken */
export const pictureZone = (target, taken) => dropZone(target, pictureIn, taken, 'Only pictures can be dropped here.');
