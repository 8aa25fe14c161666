/** What every page behind the login has: navigation, new chat, banner, times. */

import { api } from './api.js';
import { element, localTimes, memory, toast } from './dom.js';

const sidebar = document.getElementById('sidebar');
const opener = document.getElementById('openSidebar');

function showSidebar(open) {
  document.body.classList.toggle('sidebar-open', open);
  opener.setAttribute('aria-expanded', String(open));
  (open ? document.getElementById('closeSidebar') : opener).focus();
}

opener.addEventListener('click', () => showSidebar(true));
document.getElementById('closeSidebar').addEventListener('click', () => showSidebar(false));
document.getElementById('scrim').addEventListener('click', () => showSidebar(false));

// The workspace of this page, or the one that was last open.
const here = sidebar.dataset.workspace;
if (here) {
  memory.set('workspace', here);
}

async function workspace() {
  const remembered = memory.get('workspace');
  if (remembered) {
    try {
      return await api.get(`/api/workspaces/${remembered}`);
    } catch (failure) {
      if (failure.status !== 404) {
        throw failure;
      }
      memory.set('workspace', null);
    }
  }
  return (await api.get('/api/workspaces?limit=1')).items[0] || null;
}

async function newChat() {
  try {
    const where = await workspace() || await api.post('/api/workspaces', { name: 'My workspace' });
    const chat = await api.post(`/api/workspaces/${where.id}/chats`, { name: 'New chat', auto_title: true });
    location.assign(`/chat?id=${chat.id}`);
  } catch (failure) {
    toast(failure.message, true);
  }
}

document.getElementById('newChat').addEventListener('click', newChat);

document.addEventListener('keydown', (event) => {
  if ((event.ctrlKey || event.metaKey) && event.shiftKey && event.code === 'KeyO') {
    event.preventDefault();
    newChat();
  } else if (event.key === 'Escape' && document.body.classList.contains('sidebar-open')) {
    showSidebar(false);
  }
});

async function showRecent() {
  const recent = document.getElementById('recentChats');
  const where = await workspace();
  if (!where) {
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
if (banner && !memory.get('banner', sessionStorage)) {
  banner.hidden = false;
  document.getElementById('dismissBanner').addEventListener('click', () => {
    memory.set('banner', 'dismissed', sessionStorage);
    banner.hidden = true;
  });
}

localTimes();
// Parts of the page that Faces replaces bring times of their own.
new MutationObserver(() => localTimes()).observe(document.getElementById('content'), { childList: true, subtree: true });
