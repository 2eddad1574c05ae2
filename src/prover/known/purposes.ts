/**
 * What a subgoal is asked for, where that rules strategies out: a strategy lists in `notFor` the
 * purposes for which the search does not try it.
 */

/**
 * - `bounds`: bounds on norms, eigenvalues or ranks are collected, and this is a condition of one.
 *   Strategies that collect bounds themselves would do so for each condition again.
 * - `conditions`: a strategy proves a side condition on the spot; only the search sets this one.
 *   Strategies that replace the goal by a larger one would cost more than such a proof is worth.
 * - `kernels`: a matrix is shown to send only 0 to 0. Strategies that look for inverses would ask for
 *   the same again.
 * - `orders`: an inequality is shown by an equation. Strategies that show an equation by two
 *   inequalities would ask for that inequality again.
 * - `squares`: an equation is shown by a sum of squares that vanishes. Strategies that replace an
 *   equation by such a sum would go round.
 */
export type Purpose = 'bounds' | 'conditions' | 'kernels' | 'orders' | 'squares';

interface Purposeful {
  /** What the goals around this one are asked for. */
  readonly purposes: readonly Purpose[];
}

/** The same knowledge, for goals that are asked for this purpose. */
export const askedFor = <K extends Purposeful>(known: K, purpose: Purpose): K =>
  known.purposes.includes(purpose)
    ? known
    : { ...known, purposes: [...known.purposes, purpose].toSorted() };

/** The same, null where something is asked for this purpose already: that would go round. */
export const firstAskedFor = <K extends Purposeful>(known: K, purpose: Purpose): K | null =>
  known.purposes.includes(purpose) ? null : askedFor(known, purpose);
