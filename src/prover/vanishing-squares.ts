/** A sum of squares is positive unless what is squared is 0, and what is squared is 0 where it vanishes. */
import type { Term } from '../kernel/term.ts';
import { add, contract, scale, variable, zeros } from '../kernel/graph.ts';
import { less } from '../kernel/formula.ts';
import { negative, one } from '../kernel/ratio.ts';
import { antisymmetry, assume, cases, classical, comparable, explode, hole, linear, order, orderResidue, residue, squares, type Theorem } from '../kernel/theorem.ts';
import { addEquation, type Context } from './context.ts';
import { equation } from './equations.ts';
import { letters } from './indices.ts';
import { canonical } from './labelling.ts';

const nothing = new Map();
const minus = (a: Term, b: Term): Term => (b.monomials.length === 0 ? a : add(a, scale(negative(one), b)));
export const sumOfSquares = (t: Term): Term => contract([t, t], [letters(t.shape.length), letters(t.shape.length)], '');

/** 0 ≤ t·t. */
function notNegative(t: Term): Theorem {
  const summands = [{ coefficient: one, facts: [], squares: [t] }];
  return order(zeros([]), sumOfSquares(t), false, summands, orderResidue(zeros([]), sumOfSquares(t), summands).map((m) => canonical(m, nothing).label));
}

/** The traces of the equations between square matrices: A'A + B'B = 0 gives |A|² + |B|² = 0. */
export function withTraces(ctx: Context): Context {
  const square = ctx.equations.filter(({ left: { shape: [m, n, ...more] } }) => m !== undefined && m === n && more.length === 0).slice(0, 4);
  return square.reduce((c, { theorem, left, right, name }) => {
    const traced = (t: Term): Term => contract([t], ['ii'], '');
    const uses = [{ equation: theorem, context: traced(variable(hole, left.shape)) }];
    const [l, r] = [traced(left), traced(right)];
    return addEquation(c, equation(linear(l, r, uses, residue(l, r, uses).map((m) => canonical(m, nothing).label)), name));
  }, ctx);
}

/** left = right, from (left − right)·(left − right) ≤ 0. */
export function fromVanishing(left: Term, right: Term, vanishing: Theorem): Theorem {
  const gap = minus(left, right);
  const uses = [{ equation: squares(gap, antisymmetry(vanishing, notNegative(gap))), context: variable(hole, gap.shape) }];
  return linear(left, right, uses, residue(left, right, uses).map((m) => canonical(m, nothing).label));
}

/** From left ≠ right: 0 < (left − right)·(left − right). Null for what is not the denial of an equation, or is long. */
export function positiveSquare(denied: Theorem): Theorem | null {
  const f = denied.conclusion;
  if (f.kind !== 'not' || f.body.kind !== 'equal') return null;
  const { left, right } = f.body;
  const gap = minus(left, right);
  if (gap.monomials.length > 2) return null;
  const square = sumOfSquares(gap);
  const vanishing = less(square, zeros([]), false);
  const impossible = explode(fromVanishing(left, right, assume(vanishing)), denied);
  const positive = less(zeros([]), square, true);
  return cases(comparable(square, zeros([])), classical(positive, impossible), assume(positive));
}
