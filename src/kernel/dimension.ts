/**
 * Dimensions: a name, a positive literal, a member `d[l]` of a family, or a product of these in the
 * one form that equal products have: the literal first unless it is 1, then the names in order.
 * `m*n*2` is `2*m*n`.
 */

import { text, texts } from './entry.ts';
import { isIndexName, readMember } from './indices.ts';
import type { Dim } from './term.ts';

const isAtom = (d: string): boolean =>
  /^[1-9][0-9]*$/.test(d) || isIndexName(d) || readMember(d) !== null;
export const literal = (d: Dim): bigint | null => (/^[0-9]+$/.test(text(d)) ? BigInt(d) : null);
/** A name alone: no number, no product, no member of a family. */
export const isDimName = (d: unknown): d is Dim => isIndexName(d);

/** The factors of a dimension: names and at most one literal. */
export const factorsOf = (d: Dim): readonly Dim[] => text(d).split('*');

/** The product of dimensions, in its one form. */
export function productDim(...dims: readonly Dim[]): Dim {
  const names: Dim[] = [];
  let number = 1n;
  for (const f of texts(dims).flatMap(factorsOf)) {
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
  if (answer === undefined)
    known.set(d, (answer = factorsOf(d).every(isAtom) && productDim(d) === d));
  return answer;
}
