/** True, false, or null: defined, but the domain cannot tell which. */
export type Truth = boolean | null;

export const not = (a: Truth): Truth => (a === null ? null : !a);

export const both = (a: Truth, b: Truth): Truth => {
  if (a === false || b === false) return false;
  return a === null || b === null ? null : true;
};

export const either = (a: Truth, b: Truth): Truth => not(both(not(a), not(b)));

export const implied = (a: Truth, b: Truth): Truth => either(not(a), b);

export const same = (a: Truth, b: Truth): Truth => (a === null || b === null ? null : a === b);

export const every = (all: readonly Truth[]): Truth => all.reduce(both, true);
