/** Opens a dialog over the page. */

/**
 * Nothing outside of a modal dialog can be seen or pressed; so what is said at the corner of the page moves into it as long
 * as it is open. A click beside the dialog closes it.
 */
export function openModal(dialog) {
  const toasts = document.getElementById('toasts');
  dialog.showModal();
  dialog.append(toasts);
  dialog.onclick = (event) => {
    // The backdrop belongs to the dialog element itself.
    if (event.target === dialog) {
      dialog.close();
    }
  };
  dialog.addEventListener('close', () => (document.querySelector('dialog[open]') || document.body).append(toasts), { once: true });
}
