/** The strip of images on the page of a workspace. */

import { Gallery } from './gallery.js';
import { toast } from './dom.js';

const strip = document.getElementById('gallery');
const workspace = strip.dataset.workspace;
const gallery = new Gallery(strip, {
  use: (image) => location.assign(`/images?workspace=${workspace}&from=${image.id}`),
});

gallery.load({ workspace_id: workspace }, 20).catch((failure) => toast(failure.message, true));
