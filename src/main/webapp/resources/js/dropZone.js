/** Takes files that are dropped on the page. */

import { toast } from './dom.js';

/**
 * Takes files that are dropped on an element; while one hovers it has the class "dropping".
 *
 * @param {(data: DataTransfer) => ?File} choose the file that is meant, or null where there is none
 * @param {(file: File) => void} taken
 * @param {string} otherwise said where there is none
 */
export function dropZone(target, choose, taken, otherwise) {
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
    const file = choose(event.dataTransfer);
    if (carriesFile(event)) {
      event.preventDefault();
      event.stopPropagation();
      if (file) {
        taken(file);
      } else {
        toast(otherwise, true);
      }
    }
  });
}
