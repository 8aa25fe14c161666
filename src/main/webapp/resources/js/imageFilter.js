/** Which images are shown: the parameters of GET /api/images. */

const DAY = 86_400_000;

/** The parameters that are set, without empty ones. */
export const given = (filter) => Object.fromEntries(Object.entries(filter)
  .filter(([, value]) => value !== null && value !== undefined && value !== ''));

/**
 * Whether an image that has just been made belongs among those that a filter finds. A board never has it: nobody has put it
 * there yet.
 */
export function matches(image, filter) {
  const same = ['workspace_id', 'chat_id', 'model', 'style', 'width', 'height', 'favourite', 'batch_id'];
  const wanted = given(filter);
  const made = Date.parse(image.created_at);
  return !wanted.board_id && !wanted.uploaded
    && same.every((name) => wanted[name] === undefined || String(image[name]) === String(wanted[name]))
    && (!wanted.q || image.prompt.toLowerCase().includes(wanted.q.trim().toLowerCase()))
    && (!wanted.from || made >= Date.parse(wanted.from))
    && (!wanted.to || made < Date.parse(wanted.to) + DAY);
}
