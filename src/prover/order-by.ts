/** The kernel's rule for inequalities with the labels that it asks for, and the small terms that gaps are written with. */
import type { Term } from '../kernel/term.ts';
import { scale, zeros } from '../kernel/graph.ts';
import { negative, one } from '../kernel/ratio.ts';
import { order, orderResidue, type Summand, type Theorem } from '../kernel/theorem.ts';
import { canonical } from './labelling.ts';

export const nothing = new Map();
export const negated = (t: Term): Term => scale(negative(one), t);
export const nought = (): Term => zeros([]);

/** The kernel's `order`, with its labels. */
export function orderBy(left: Term, right: Term, strict: boolean, summands: readonly Summand[]): Theorem {
  return order(left, right, strict, summands, orderResidue(left, right, summands).map((m) => canonical(m, nothing).label));
}
export const byFacts = (left: Term, right: Term, strict: boolean, facts: readonly Theorem[]): Theorem =>
  orderBy(left, right, strict, facts.map((fact) => ({ coefficient: one, facts: [fact], squares: [] })));

