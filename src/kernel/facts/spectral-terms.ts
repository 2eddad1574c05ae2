/** The scalars that describe spectra, and the small statements in which their facts are written. */
import { forall, exists, implies, less, type Bound, type Formula } from '../formula.ts';
import { add, contract, dimension, number, operation, scale, variable } from '../graph.ts';
import { negative, one, ratio } from '../ratio.ts';
import { freshName } from '../rules/definitions.ts';
import { fail } from '../seal.ts';
import type { Dim, Term } from '../term.ts';
import { isSymmetric, matrix, square } from './fact.ts';

/** The largest singular value. */
export const norm = (a: Term): Term => operation('norm', matrix(a));
/** The smallest of the min(m, n) singular values of an m×n matrix. */
export const sigmaMin = (a: Term): Term => operation('sigma_min', matrix(a));
/** The sum of the singular values. */
export const nuclear = (a: Term): Term => operation('nuclear', matrix(a));
export const rank = (a: Term): Term => operation('rank', matrix(a));
/** The k-th largest eigenvalue of a symmetric n×n matrix, k ≤ n; meaningless for other matrices. */
export const lambda = (k: number, a: Term): Term => operation(`lambda.${k}`, square(a));

export const vector = (v: Term | undefined, n: Dim | undefined): Term =>
  v && v.shape.length === 1 && v.shape[0] === n ? v : fail(`a vector of dimension ${n} is wanted`);
/** The whole number ≥ 1 that a constant term denotes. */
export function whole(t: Term | undefined): number {
  const [m, ...more] = t && t.shape.length === 0 ? t.monomials : [];
  const plain =
    m &&
    more.length === 0 &&
    m.factors.length === 0 &&
    Object.keys(m.powers).length === 0 &&
    m.coefficient.den === 1n;
  return plain && m.coefficient.num >= 1n && m.coefficient.num <= 1000n
    ? Number(m.coefficient.num)
    : fail('a whole number from 1 to 1000 is wanted');
}
export const count = (k: number): Term => number(ratio(BigInt(k)));
export const size = (d: Dim): Term => dimension(d);

export const minus = (a: Term, b: Term): Term => add(a, scale(negative(one), b));
export const negated = (a: Term): Term => scale(negative(one), a);
export const mul = (...s: readonly Term[]): Term =>
  contract(
    s,
    s.map(() => ''),
    '',
  );
export const dot = (x: Term, y: Term): Term => contract([x, y], ['i', 'i'], '');
export const apply = (a: Term, v: Term): Term => contract([a, v], ['ij', 'j'], 'i');
export const form = (x: Term, a: Term, y: Term): Term => contract([x, a, y], ['i', 'ij', 'j'], '');
/** tr A'A, the sum of the squared entries. */
export const frobenius = (a: Term): Term => contract([a, a], ['ij', 'ij'], '');
/** |A v|². */
export const stretched = (a: Term, v: Term): Term => dot(apply(a, v), apply(a, v));

export const atMost = (a: Term, b: Term): Formula => less(a, b, false);
export const notNegative = (a: Term): Formula => less(number(ratio(0n)), a, false);
export const positive = (a: Term): Formula => less(number(ratio(0n)), a, true);

/** From several hypotheses a conclusion. */
export const given = (hypotheses: readonly Formula[], conclusion: Formula): Formula =>
  hypotheses.reduceRight((f, h) => implies(h, f), conclusion);
export const symmetric = (a: Term, conclusion: Formula): Formula =>
  implies(isSymmetric(square(a)), conclusion);

const bound = (
  stem: string,
  shape: readonly Dim[],
  of: readonly Term[],
): { bound: Bound; term: Term } => {
  const name = freshName(stem, ...of);
  return { bound: { kind: 'tensor', name, shape }, term: variable(name, shape) };
};
const quantified =
  (quantify: (b: Bound, body: Formula) => Formula) =>
  (
    stem: string,
    shape: readonly Dim[],
    of: readonly Term[],
    body: (x: Term) => Formula,
  ): Formula => {
    const x = bound(stem, shape, of);
    return quantify(x.bound, body(x.term));
  };
/** For all tensors of a shape, and for some, under a name that the given terms do not use. */
export const every = quantified(forall);
export const some = quantified(exists);
