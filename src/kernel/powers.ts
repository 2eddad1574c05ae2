/** Powers of dimensions by name: an object without a prototype, so that no name is inherited. */
import { own, whole } from './entry.ts';
import { fail } from './refuse.ts';
import type { Dim } from './term.ts';

export type Powers = Record<Dim, number>;

export const noPowers = (): Powers => Object.create(null) as Powers;

/** The own powers of an object, each read once. */
export function copyPowers(given: unknown): Powers {
  if (typeof given !== 'object' || given === null) return fail('powers of dimensions are wanted');
  const powers = noPowers();
  for (const d of Object.keys(given)) powers[d] = whole(own(given, d));
  return powers;
}

/** The power of a dimension goes up, or down; what is 0 is left out. */
export function addPower(powers: Powers, d: Dim, by: number): void {
  const sum = (powers[d] ?? 0) + by;
  if (sum === 0) delete powers[d];
  else powers[d] = sum;
}
