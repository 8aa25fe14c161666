/** Dialogs over the page. */

const open = [];

/** The dialog that is on top of all, or null. One that was just closed is told so only later, and does not count. */
export const topModal = () => open.findLast((dialog) => dialog.open) || null;

/**
 * Nothing outside of a modal dialog can be seen or pressed; so what is said at the corner of the page moves into it as long
 * as it is open.
 *
 * @param {boolean} light whether a click beside the dialog closes it, which it must not where something would be lost
 */
export function openModal(dialog, light = true) {
  const toasts = document.getElementById('toasts');
  dialog.showModal();
  open.push(dialog);
  dialog.append(toasts);
  // The backdrop belongs to the dialog element itself; a press that begins inside may end there.
  dialog.onpointerdown = (event) => {
    if (light && event.target === dialog && outside(dialog, event)) {
      dialog.close();
    }
  };
  // Before the dialog's own listeners, one of which may take the dialog away or say something.
  dialog.addEventListener('close', () => {
    open.splice(open.indexOf(dialog), 1);
    (topModal() || document.body).append(toasts);
  }, { once: true, capture: true });
}

function outside(dialog, { clientX, clientY }) {
  const { left, right, top, bottom } = dialog.getBoundingClientRect();
  return clientX < left || clientX > right || clientY < top || clientY > bottom;
}
