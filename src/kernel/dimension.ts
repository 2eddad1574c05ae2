/**
 * Dimensions: a name, a positive literal, or a product of these in the one form that equal products have: the literal
 * first unless it is 1, then the names in order. `m*n*2` is `2*m*n`.
 */

import type { Dim } from './term.ts';

// a name that every object inherits, as __proto__, would be lost as the key of a power
const isAtom = (d: string): boolean => !(d in Object.prototype) && /^([1-9][0-9]*|[\p{L}_#][^\s:,;(){}<>|+^*]*)$/u.test(d);
export const literal = (d: Dim): bigint | null => (/^[0-9]+$/.test(d) ? BigInt(d) : null);
/** A name alone: no number, no product. */
export const isDimName = (d: unknown): d is Dim => typeof d === 'string' && isAtom(d) && literal(d) === null;

/** The factors of a dimension: names and at most one literal. */
export const factorsOf = (d: Dim): readonly Dim[] => d.split('*');

/** The product of dimensions, in its one form. */
export function productDim(...dims: readonly Dim[]): Dim {
  const names: Dim[] = [];
  let number = 1n;
  for (const f of dims.flatMap(factorsOf)) {
    const value = literal(f);
    if (value === null) names.push(f);
    else number *= value;
  }
  return [...(number === 1n && names.length > 0 ? [] : [`${number}`]), ...names.sort()].join('*');
}

const known = new Map<string, boolean>();
export function isDim(d: unknown): d is Dim {
  if (typeof d !== 'string') return false;
  let answer = known.get(d);
  if (answer === undefined) known.set(d, (answer = factorsOf(d).every(isAtom) && productDim(d) === d));
  return answer;
}

/** d renamed: each name of a product by itself. */
export const renamedDim = (d: Dim, name: (n: Dim) => Dim): Dim => productDim(...factorsOf(d).map((f) => (literal(f) === null ? name(f) : f)));
