/** What the methods of the comparison have in common: a function of numbers to be made small. */
import type { Dice } from '../../../src/networks/dice.ts';

/** A method goes down from a point until it makes no progress; the function counts and stops it. */
export type Minimiser = (f: Counted, start: Float64Array, random: Dice) => void;

export interface Counted {
  value(x: Float64Array): number;
  /** At the point of the last evaluation. */
  gradient(into: Float64Array): void;
}

/** A climb ends where both sides are equal: nearer than this, and not a violation. */
export const equal = 1e-6;

/** Standard normal numbers by Box and Muller. */
export const normal = (random: Dice): number => {
  const uniform = (): number => (random.nextInt(0, (1 << 30) - 1) + 0.5) / (1 << 30);
  return Math.sqrt(-2 * Math.log(uniform())) * Math.cos(2 * Math.PI * uniform());
};

/** The root mean square of the entries, at least 1/10: the scale of the first steps. */
export const scaleOf = (x: Float64Array): number =>
  Math.max(0.1, Math.sqrt(x.reduce((sum, t) => sum + t * t, 0) / Math.max(1, x.length)));
