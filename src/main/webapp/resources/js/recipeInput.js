/** The ways in which a file with parameters comes into the form of images: dropped, pasted or chosen. */

import { pictureIn, pictureZone, readRecipe } from './recipeFile.js';

export class RecipeInput {
  /**
   * @param {HTMLFormElement} form
   * @param {(recipe: object) => void} take is given what a file tells
   */
  constructor(form, take) {
    const read = async (file) => {
      const recipe = await readRecipe(file);
      if (recipe) {
        take(recipe);
      }
    };
    const file = form.querySelector('[data-recipe-file]');
    form.querySelector('[data-recipe]').addEventListener('click', () => file.click());
    file.addEventListener('change', () => {
      read(file.files[0]);
      file.value = '';
    });
    // On the gallery as well, where a browser would open the file in the place of the page.
    pictureZone(form.closest('#imageDesk'), read);
    form.addEventListener('paste', (event) => {
      const picture = pictureIn(event.clipboardData);
      if (picture) {
        event.preventDefault();
        read(picture);
      }
    });
  }
}
