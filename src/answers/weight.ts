/** How long an answer is, for choosing among equal ones. */

/** The length of an answer, for choosing among equal ones: its characters, spaces aside. */
export const weight = (text: string): number =>
  text
    .replaceAll(/\s/g, '')
    // a slope that has a form of its own is written in it
    .replaceAll(/\b(tanh|sigmoid|softplus)'/g, "$1'++++++++++")
    .replaceAll(/\|[^|]*\|\^2/g, 'vv')
    // s^2 is read at once, s s is not
    .replaceAll(/\^\d+/g, '').length +
  summandsAtTop(text) / 2;

/**
 * Signs between summands outside all brackets: of forms of one length, that with fewer summands is
 * read more easily.
 */
const summandsAtTop = (text: string): number => {
  let depth = 0;
  let count = 0;
  for (const c of text) {
    if ('([{'.includes(c)) depth += 1;
    else if (')]}'.includes(c)) depth -= 1;
    else if (depth === 0 && '+-'.includes(c)) count += 1;
  }
  return count;
};
