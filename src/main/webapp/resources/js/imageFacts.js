/** All that is known of how an image was made, as terms and their descriptions. */

import { element, exactly, fileSize } from './dom.js';

/** Name, value and field of each parameter that an image has. */
export function parameters(image) {
  return [
    ['Prompt', image.prompt, 'prompt'],
    ['Negative prompt', image.negative_prompt, 'negative_prompt'],
    ['Model', image.model, 'model'],
    ['Style', image.style, 'style'],
    ['Size', `${image.width} × ${image.height}`, 'size'],
    ['Seed', image.seed, 'seed'],
    ['Steps', image.num_steps, 'num_steps'],
    ['Guidance', image.guidance_scale, 'guidance_scale'],
  ].filter(([, value]) => value !== null && value !== undefined && value !== '');
}

/** The content of a dl. */
export function facts(image) {
  return [
    ...parameters(image),
    ['File', `${image.media_type.replace('image/', '').toUpperCase()}, ${fileSize(image.bytes)}`],
    ['Made', exactly(image.created_at)],
  ].flatMap(([name, value]) => [element('dt', {}, name), element('dd', {}, String(value))]);
}
