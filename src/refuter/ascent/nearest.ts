/** How near a climb came to refuting a claim. */

/** The nearest that the climbs of a search came. */
export interface Nearest {
  /** At most 0, relative to the sides of the conclusion. */
  readonly violation: number;
  /** The sizes at which it was. */
  readonly sizes: Readonly<Record<string, number>>;
}

/** The nearer of two, the first where they are alike. */
export const nearer = (a: Nearest | null, b: Nearest | null): Nearest | null => {
  if (a === null || b === null) return a ?? b;
  return b.violation > a.violation ? b : a;
};
