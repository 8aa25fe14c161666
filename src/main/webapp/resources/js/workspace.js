/** The page of a workspace: its strip of images, and the import of chats. */

import { ChatImport } from './chatImport.js';
import { Strip } from './strip.js';

const gallery = document.getElementById('gallery');
const { workspace } = gallery.dataset;

const strip = new Strip(gallery, {
  use: (image, what) => location.assign(`/images?${new URLSearchParams({ workspace, use: image.id, take: what })}`),
});
const images = { workspace_id: workspace };
strip.load(images);

document.getElementById('importChats').addEventListener('click', () => new ChatImport(workspace, () => {
  document.getElementById('showImported').click();
  document.dispatchEvent(new Event('pixazo:chats'));
  strip.load(images);
}).open());
