/**
 * Numbers that are equal because their squares are and neither is negative: |t| = r because t·t = r
 * r and 0 ≤ r.
 */
import type { Term } from '../../kernel/term.ts';
import { bareHead } from '../../kernel/graph.ts';
import { less, type FormulaOf } from '../../kernel/formula.ts';
import { one } from '../../kernel/ratio.ts';
import { writeTerm } from '../../kernel/write.ts';
import {
  antisymmetry,
  fact,
  first,
  modusPonens,
  rootOf,
  second,
  weak,
  type Theorem,
} from '../../kernel/theorem.ts';
import type { Context } from '../known/context.ts';
import { flipped } from '../derived/equations.ts';
import { orderBy, restated, summand } from '../derived/labelled.ts';
import {
  fromSquares,
  lengthAbove,
  lengthBelow,
  lengthOf,
  squareRootOf,
} from '../derived/lengths.ts';
import { argumentOf } from '../graphs/named-functions.ts';
import { inner, nought, times } from '../graphs/small-terms.ts';
import type { Prove } from '../known/strategy.ts';

/** t where the number is |t|. */
function lengthIn(s: Term): Term | null {
  const square = argumentOf('sqrt', bareHead(s));
  return square ? squareRootOf(square) : null;
}

/** 0 ≤ det A of a matrix that is known to be psd. */
function determinantSign(r: Term, ctx: Context): Theorem | null {
  const head = bareHead(r);
  if (head?.kind !== 'operation' || head.name !== 'det' || head.params.length > 0) return null;
  const psd = ctx.facts.find(
    ({ theorem: { conclusion: f } }) =>
      f.kind === 'is' && f.predicate === 'psd' && writeTerm(f.subject) === writeTerm(head.arg),
  );
  return psd ? modusPonens(first(fact('det of a definite matrix', head.arg)), psd.theorem) : null;
}

/** √s = r because r r = s and 0 ≤ r, for an s that shows no length. */
function byRoot(length: Term, r: Term, ctx: Context, prove: Prove): Theorem | null {
  const s = argumentOf('sqrt', bareHead(length));
  if (!s || s.shape.length > 0 || s.monomials.length > 2) return null;
  const square = ctx.equality(times(r, r), s, ctx);
  const sign = square && (determinantSign(r, ctx) ?? prove(less(nought(), r, false), ctx));
  if (!square || !sign) return null;
  const positive = orderBy(nought(), s, false, [summand([], one, [r]), summand([weak(square)])]);
  const both = rootOf(positive);
  const compared = (a: Term, b: Term, ...parts: readonly Theorem[]): Theorem =>
    orderBy(
      times(a, a),
      times(b, b),
      false,
      parts.map((t) => summand([t])),
    );
  const below = compared(length, r, weak(first(both)), weak(flipped(square)));
  const above = compared(r, length, weak(square), weak(flipped(first(both))));
  return antisymmetry(
    fromSquares(length, r, sign, below),
    fromSquares(r, length, second(both), above),
  );
}

export function byLength(goal: FormulaOf<'equal'>, ctx: Context, prove: Prove): Theorem | null {
  for (const [length, r] of [
    [goal.left, goal.right],
    [goal.right, goal.left],
  ] as const) {
    const t = lengthIn(length);
    if (!t) {
      const root = byRoot(length, r, ctx, prove);
      if (root) return restated(length === goal.left ? root : flipped(root), goal);
      continue;
    }
    const square = ctx.equality(inner(t, t), times(r, r), ctx);
    const sign = square && prove(less(nought(), r, false), ctx);
    if (!sign) continue;
    const own = lengthOf(t);
    return restated(
      antisymmetry(
        lengthBelow(own, r, sign, weak(square)),
        lengthAbove(r, own, weak(flipped(square))),
      ),
      goal,
    );
  }
  return null;
}

/** a = b because a² = b² by the equations, 0 ≤ a and 0 ≤ b. */
export function byEqualSquares(
  goal: FormulaOf<'equal'>,
  equations: Context,
  ctx: Context,
  prove: Prove,
): Theorem | null {
  const { left: a, right: b } = goal;
  const square = ctx.equality(times(a, a), times(b, b), equations);
  const [first, second] = square ? [a, b].map((s) => prove(less(nought(), s, false), ctx)) : [];
  return square && first && second
    ? antisymmetry(
        fromSquares(a, b, second, weak(square)),
        fromSquares(b, a, first, weak(flipped(square))),
      )
    : null;
}
