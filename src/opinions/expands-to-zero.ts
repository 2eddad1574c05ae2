/**
 * The one door to nerdamer, for sums and products of letters and rationals: on those it was found
 * right.
 */

/** Longer ones take it seconds. */
export const longest = 3000;

/** Whether a polynomial text is zero when expanded. */
export const expandsToZero = async (text: string): Promise<boolean> => {
  if (/[^\dx+\-*()/]/.test(text))
    throw new RangeError(`not a polynomial of letters and rationals: ${text.slice(0, 60)}`);
  const { default: nerdamer } = await import('nerdamer');
  try {
    return nerdamer(text).expand().toString() === '0';
  } finally {
    // it keeps every expression it has seen
    nerdamer.flush();
  }
};
