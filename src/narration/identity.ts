/** Statements that say nothing. */

/** a = a says nothing. */
export const isIdentity = (text: string): boolean => {
  const sides = text.replace(/ for all .*$/, '').split(/ (?:=|<=) /);
  return sides.length === 2 && sides[0] === sides[1];
};
