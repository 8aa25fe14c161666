/** The strip of images on the page of a workspace. */

import { Strip } from './strip.js';

const strip = document.getElementById('gallery');
const { workspace } = strip.dataset;

new Strip(strip, {
  use: (image, what) => location.assign(`/images?${new URLSearchParams({ workspace, use: image.id, take: what })}`),
}).load({ workspace_id: workspace });
