/**
 * A sum of squares is positive unless what is squared is 0, and what is squared is 0 where it
 * vanishes.
 */
import type { Term } from '../../kernel/term.ts';
import { contract, variable } from '../../kernel/graph.ts';
import { less } from '../../kernel/formula.ts';
import { one } from '../../kernel/ratio.ts';
import {
  antisymmetry,
  assume,
  cases,
  classical,
  comparable,
  explode,
  hole,
  squares,
  type Theorem,
} from '../../kernel/theorem.ts';
import { addEquation, type Context } from './context.ts';
import { equation } from '../derived/equations.ts';
import { orderBy, summand, linearBy } from '../derived/labelled.ts';
import { nought, minus, squareOf } from '../graphs/small-terms.ts';

/** 0 ≤ t·t. */
const notNegative = (t: Term): Theorem =>
  orderBy(nought(), squareOf(t), false, [summand([], one, [t])]);

/** The traces of the equations between square matrices: A'A + B'B = 0 gives |A|² + |B|² = 0. */
export function withTraces(ctx: Context): Context {
  const square = ctx.equations
    .filter(
      ({
        left: {
          shape: [m, n, ...more],
        },
      }) => m !== undefined && m === n && more.length === 0,
    )
    .slice(0, 4);
  return square.reduce((c, { theorem, left, right, name }) => {
    const traced = (t: Term): Term => contract([t], ['ii'], '');
    const uses = [{ equation: theorem, context: traced(variable(hole, left.shape)) }];
    const [l, r] = [traced(left), traced(right)];
    return addEquation(c, equation(linearBy(l, r, uses), name));
  }, ctx);
}

/** left = right, from (left − right)·(left − right) ≤ 0. */
export function fromVanishing(left: Term, right: Term, vanishing: Theorem): Theorem {
  const gap = minus(left, right);
  const uses = [
    {
      equation: squares(gap, antisymmetry(vanishing, notNegative(gap))),
      context: variable(hole, gap.shape),
    },
  ];
  return linearBy(left, right, uses);
}

/**
 * From left ≠ right: 0 < (left − right)·(left − right). Null for any formula but the denial of a
 * short equation.
 */
export function positiveSquare(denied: Theorem): Theorem | null {
  const f = denied.conclusion;
  if (f.kind !== 'not' || f.body.kind !== 'equal') return null;
  const { left, right } = f.body;
  const gap = minus(left, right);
  if (gap.monomials.length > 2) return null;
  const square = squareOf(gap);
  const vanishing = less(square, nought(), false);
  const impossible = explode(fromVanishing(left, right, assume(vanishing)), denied);
  const positive = less(nought(), square, true);
  return cases(comparable(square, nought()), classical(positive, impossible), assume(positive));
}
