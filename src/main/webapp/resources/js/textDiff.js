/** What changed between two texts, word by word, as text with insertions and deletions marked. */

import { element } from './dom.js';
import { differ } from './vendor.js';

const LONGEST_BY_WORDS = 20_000;

/** @returns {Promise<Node[]>} */
export async function textDiff(before, after) {
  const { diffWordsWithSpace, diffLines } = await differ();
  const parts = (before.length + after.length > LONGEST_BY_WORDS ? diffLines : diffWordsWithSpace)(before, after);
  return parts.map(({ added, removed, value }) => {
    if (added) {
      return element('ins', {}, value);
    }
    return removed ? element('del', {}, value) : document.createTextNode(value);
  });
}
