/**
 * The kernel's rules for equations and inequalities, with the labels of graphs that they ask for.
 */
import type { Term } from '../../kernel/term.ts';
import { variable } from '../../kernel/graph.ts';
import type { Formula } from '../../kernel/formula.ts';
import { one } from '../../kernel/ratio.ts';
import {
  asymmetry,
  hole,
  linear,
  order,
  orderResidue,
  residue,
  type Summand,
  type Theorem,
} from '../../kernel/theorem.ts';
import { canonical } from '../graphs/labelling.ts';
import { nought } from '../graphs/small-terms.ts';
import { difference } from '../graphs/sum.ts';

/** No symmetries of functions are known. */
export const nothing = new Map();

/** The kernel's `order`, with its labels. */
export function orderBy(
  left: Term,
  right: Term,
  strict: boolean,
  summands: readonly Summand[],
): Theorem {
  return order(
    left,
    right,
    strict,
    summands,
    orderResidue(left, right, summands).map((m) => canonical(m, nothing).label),
  );
}
export const summand = (
  facts: readonly Theorem[],
  coefficient = one,
  squares: readonly Term[] = [],
): Summand => ({ coefficient, facts, squares });
/** left ≤ right, or <, as the sum of inequalities. */
export const byFacts = (
  left: Term,
  right: Term,
  strict: boolean,
  facts: readonly Theorem[],
): Theorem =>
  orderBy(
    left,
    right,
    strict,
    facts.map((fact) => summand([fact])),
  );
/** 0 < 0 from facts whose sum says so. */
export const absurd = (facts: readonly Theorem[]): Theorem =>
  asymmetry(byFacts(nought(), nought(), true, facts));

/** The kernel's `linear`, with its labels. */
export function linearBy(left: Term, right: Term, uses: Parameters<typeof linear>[2]): Theorem {
  return linear(
    left,
    right,
    uses,
    residue(left, right, uses).map((m) => canonical(m, nothing).label),
  );
}
export const alike = (a: Term, b: Term): boolean =>
  a.shape.join() === b.shape.join() && difference(a, b, nothing).size === 0;
/** left = right where both read the same up to the order of factors; throws where they do not. */
export const retell = (left: Term, right: Term): Theorem => linearBy(left, right, []);
/** The same equation with its sides told in the order of another. */
export function restated(t: Theorem, goal: Formula): Theorem {
  const f = t.conclusion;
  if (f.kind !== 'equal' || goal.kind !== 'equal') throw new TypeError('equations are wanted');
  return linearBy(goal.left, goal.right, [{ equation: t, context: variable(hole, f.left.shape) }]);
}
