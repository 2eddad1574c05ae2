/** What a statement's text shows: sides, plain numbers, conjuncts; and reasons that say little. */
import type { Formula } from '../kernel/formula.ts';
import type { Theorem } from '../kernel/theorem.ts';

/** 1 + 1 = 2 needs no line; 1 = 0 is the contradiction, which is stated as such. */
export const isOfNumbers = (text: string): boolean => /^[-+\d/ ]+ = [-+\d/ ]+$/.test(text);

/** A statement and all that it joins by `and`. */
export const conjuncts = (f: Formula): Formula[] =>
  f.kind === 'and' ? [f, ...conjuncts(f.left), ...conjuncts(f.right)] : [f];

/** How an equation follows for which nothing is named: entries take more than the laws of rings. */
export const workedOut = ({ derivation: { rule, from } }: Theorem): string =>
  rule === 'ring' || from.length === 0 ? 'by ring' : 'by writing both sides out';

/** Working both sides out; not mentioned if there is another reason. */
export const isRing = (reason: string): boolean =>
  ['by ring', 'by writing both sides out'].includes(reason) ||
  reason.startsWith('since both sides are ');

/** The two sides of an equation that the claim writes; null of anything else. */
export function equationSides(text: string | undefined): [string, string] | null {
  const sides = text?.split(' = ') ?? [];
  return sides.length === 2 ? [sides[0] as string, sides[1] as string] : null;
}
