/** Matrices that are a number times the identity. */
import type { Term } from '../../kernel/term.ts';
import { contract, dimension, identity, inverse, number } from '../../kernel/graph.ts';
import { one, ratio, type Ratio } from '../../kernel/ratio.ts';
import type { Theorem } from '../../kernel/theorem.ts';
import { nought, times } from '../graphs/small-terms.ts';
import { positiveSizes } from './dimension-signs.ts';
import { alike, orderBy, summand } from './labelled.ts';

export const scaledIdentity = (s: Term, n: string): Term =>
  contract([s, identity(n)], ['', 'ij'], 'ij');

/** s where the matrix is s I. */
export function multipleOfIdentity(a: Term): Term | null {
  const n = a.shape[0] as string;
  const s = contract([a, dimension(n, -1)], ['ii', ''], '');
  return a.monomials.length > 0 && alike(a, scaledIdentity(s, n)) ? s : null;
}

/** A number as s = size t, with sizes and coefficients apart, and 1/s = value. */
export interface Divided {
  readonly size: Term;
  readonly of: Term;
  readonly value: Term;
}
export function dividedBySize(s: Term): Divided {
  const [m, ...more] = s.monomials;
  if (!m || more.length > 0) return { size: number(one), of: s, value: inverse(s) };
  const sizes = (sign: 1 | -1, c: Ratio): Term =>
    times(number(c), ...Object.entries(m.powers).map(([d, k]) => dimension(d, sign * k)));
  const over = sizes(-1, ratio(m.coefficient.den, m.coefficient.num));
  const of = times(s, over);
  return {
    size: sizes(1, m.coefficient),
    of,
    value: m.factors.length === 0 ? over : times(over, inverse(of)),
  };
}

/** 0 < s from 0 < t, where s = size t. */
export function positiveMultiple({ size, of }: Divided, positive: Theorem): Theorem | null {
  const over = positiveSizes(size);
  return over && orderBy(nought(), times(size, of), true, [summand([over, positive])]);
}
