/** What every page behind the login has: navigation, new chat, search, keys, banner, times. */

import { api } from './api.js';
import { element, localTimes, memory, toast } from './dom.js';
import { listenEverywhere, showPageKeys } from './keys.js';
import { lastOrNewWorkspace, lastWorkspace } from './lastWorkspace.js';
import { openPalette } from './palette.js';

const sidebar = document.getElementById('sidebar');
const opener = document.getElementById('openSidebar');

function showSidebar(open) {
  document.body.classList.toggle('sidebar-open', open);
  opener.setAttribute('aria-expanded', String(open));
  (open ? document.getElementById('closeSidebar') : opener).focus();
}

/** Where there is room, the navigation stays as it was left. */
const beside = matchMedia('(min-width: 861px)');

function foldSidebar(folded) {
  document.body.classList.toggle('sidebar-folded', folded);
  memory.set('sidebar', folded ? 'folded' : null);
}

function toggleSidebar() {
  if (beside.matches) {
    foldSidebar(!document.body.classList.contains('sidebar-folded'));
  } else {
    showSidebar(!document.body.classList.contains('sidebar-open'));
  }
}

foldSidebar(memory.get('sidebar') === 'folded');
opener.addEventListener('click', toggleSidebar);
document.getElementById('closeSidebar').addEventListener('click', () => showSidebar(false));
document.getElementById('scrim').addEventListener('click', () => showSidebar(false));

// The workspace of this page, or the one that was last open.
const here = sidebar.dataset.workspace;
if (here) {
  memory.set('workspace', here);
}

async function newChat() {
  try {
    const where = await lastOrNewWorkspace();
    const chat = await api.post(`/api/workspaces/${where.id}/chats`, { name: 'New chat', auto_title: true });
    location.assign(`/chat?id=${chat.id}`);
  } catch (failure) {
    toast(failure.message, true);
  }
}

document.getElementById('newChat').addEventListener('click', newChat);

document.getElementById('openPalette').addEventListener('click', openPalette);

const goTo = (page) => () => location.assign(page);

listenEverywhere('Keys on every page', [
  { key: '/', mod: 'ctrl', typing: true, does: 'Search, and find what to do', run: openPalette },
  { key: 'c', does: 'New chat', run: newChat },
  { key: 'b', does: 'Navigation', run: toggleSidebar },
  { key: 'Escape', shown: 'Esc', does: 'Close the navigation', run: () => (document.body.classList.contains('sidebar-open') ? showSidebar(false) : false) },
  { shown: '?', does: 'Show these keys' },
  { does: 'All workspaces', run: goTo('/workspaces') },
  { does: 'All images', run: goTo('/images') },
  { does: 'Prompt library', run: goTo('/prompts') },
  { does: 'Usage', run: goTo('/usage') },
  { does: 'Account, keys and preferences', run: goTo('/account') },
  { does: 'Keyboard', run: showPageKeys },
]);

async function showRecent() {
  const recent = document.getElementById('recentChats');
  const where = await lastWorkspace();
  if (!where) {
    recent.replaceChildren();
    return;
  }
  const path = `/api/workspaces/${where.id}/chats?limit=30`;
  const [pinned, newest] = await Promise.all([api.get(`${path}&pinned=true`), api.get(`${path}&pinned=false`)]);
  const chats = [...pinned.items, ...newest.items];
  const open = new URLSearchParams(location.search).get('id');
  recent.replaceChildren(
    element('h2', {}, element('a', { href: `/workspace?id=${where.id}`, title: `Workspace ${where.name}` }, where.name)),
    ...chats.map((chat) => element('a', {
      href: `/chat?id=${chat.id}`,
      title: chat.name,
      'aria-current': location.pathname === '/chat' && String(chat.id) === open ? 'page' : null,
    }, chat.pinned ? element('span', { class: 'pi pi-thumbtack', title: 'Pinned', 'aria-label': 'Pinned', role: 'img' }) : null, element('span', {}, chat.name))));
}

showRecent().catch((failure) => console.warn(failure));
document.addEventListener('pixazo:chats', () => showRecent().catch((failure) => console.warn(failure)));

const banner = document.getElementById('offlineBanner');
if (banner && memory.get('banner') !== banner.dataset.missing) {
  banner.hidden = false;
  document.getElementById('dismissBanner').addEventListener('click', () => {
    memory.set('banner', banner.dataset.missing);
    banner.hidden = true;
  });
}

localTimes();
// Parts of the page that Faces replaces bring times of their own.
new MutationObserver(() => localTimes()).observe(document.getElementById('content'), { childList: true, subtree: true });
