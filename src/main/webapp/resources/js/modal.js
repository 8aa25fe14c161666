/** Dialogs over the page. */

const open = [];

/** The dialog that is on top of all, or null. */
export const topModal = () => open.at(-1) || null;

/**
 * Nothing outside of a modal dialog can be seen or pressed; so what is said at the corner of the page moves into it as long
 * as it is open. A click beside the dialog closes it.
 */
export function openModal(dialog) {
  const toasts = document.getElementById('toasts');
  dialog.showModal();
  open.push(dialog);
  dialog.append(toasts);
  dialog.onclick = (event) => {
    // The backdrop belongs to the dialog element itself.
    if (event.target === dialog) {
      dialog.close();
    }
  };
  dialog.addEventListener('close', () => {
    open.splice(open.indexOf(dialog), 1);
    (topModal() || document.body).append(toasts);
  }, { once: true });
}
