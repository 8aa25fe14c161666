/** Reads from a dropped, pasted or chosen file how its picture was made. */

import { api } from './api.js';
import { toast } from './dom.js';

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

/**
 * Takes files that are dropped on an element; while one hovers it has the class "dropping".
 *
 * @param {(file: File) => void} taken
 */
export function dropZone(target, taken) {
  const carriesFile = (event) => [...event.dataTransfer.types].includes('Files');
  target.addEventListener('dragover', (event) => {
    if (carriesFile(event)) {
      event.preventDefault();
      event.stopPropagation();
      target.classList.add('dropping');
    }
  });
  target.addEventListener('dragleave', (event) => !target.contains(event.relatedTarget) && target.classList.remove('dropping'));
  target.addEventListener('drop', (event) => {
    target.classList.remove('dropping');
    const file = pictureIn(event.dataTransfer);
    if (carriesFile(event)) {
      event.preventDefault();
      event.stopPropagation();
      if (file) {
        taken(file);
      } else {
        toast('Only pictures can be dropped here.', true);
      }
    }
  });
}
