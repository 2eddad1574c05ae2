/** Bounds on |s|, from those on s and on −s. */
import type { Term } from '../../kernel/term.ts';
import { bareHead } from '../../kernel/graph.ts';
import { less, type FormulaOf } from '../../kernel/formula.ts';
import { ratio } from '../../kernel/ratio.ts';
import {
  assume,
  cases,
  comparable,
  fact,
  modusPonens,
  weak,
  type Theorem,
} from '../../kernel/theorem.ts';
import { absolute } from '../derived/absolute.ts';
import type { Context } from '../known/context.ts';
import { flipped } from '../derived/equations.ts';
import { orderBy, byFacts, summand } from '../derived/labelled.ts';
import { fromSquares } from '../derived/lengths.ts';
import { nought, negated, times } from '../graphs/small-terms.ts';
import type { Prove } from '../known/strategy.ts';

/** s where the term is |s|. */
function insideAbsolute(t: Term): Term | null {
  const head = bareHead(t);
  return head?.kind === 'jet' &&
    head.fn.name === 'abs' &&
    head.params.length === 0 &&
    head.orders[0] === 0
    ? (head.args[0] ?? null)
    : null;
}

/** |s| < r because s < r and −s < r: |s| is one of them. */
export function byBothSigns(goal: FormulaOf<'less'>, ctx: Context, prove: Prove): Theorem | null {
  const s = insideAbsolute(goal.left);
  const up = s && prove(less(s, goal.right, true), ctx);
  const down = s && up && prove(less(negated(s), goal.right, true), ctx);
  if (!s || !up || !down) return null;
  const split = comparable(nought(), s);
  const f = split.conclusion;
  if (f.kind !== 'or') return null;
  const size = fact('abs of what is not negative', s);
  const turned = fact('abs of what is not negative', negated(s));
  const below = assume(f.right);
  const opposite = modusPonens(turned, byFacts(nought(), negated(s), false, [below]));
  return cases(
    split,
    byFacts(goal.left, goal.right, true, [weak(modusPonens(size, assume(f.left))), up]),
    byFacts(goal.left, goal.right, true, [
      weak(flipped(fact('abs of the negative', s))),
      weak(opposite),
      down,
    ]),
  );
}

/** |s| ≤ r because s ≤ r and −s ≤ r: then s² ≤ r². */
export function byAbsolute(goal: FormulaOf<'less'>, ctx: Context, prove: Prove): Theorem | null {
  const s = insideAbsolute(goal.left);
  if (!s) return null;
  const { right: r } = goal;
  const up = prove(less(s, r, false), ctx);
  const down = up && prove(less(negated(s), r, false), ctx);
  if (!up || !down) return null;
  const sign = orderBy(
    nought(),
    r,
    false,
    [up, down].map((fact) => summand([fact], ratio(1n, 2n))),
  );
  const size = absolute(s);
  const squares = orderBy(times(size.value, size.value), times(r, r), false, [
    summand([up, down]),
    summand([weak(size.square)]),
  ]);
  return fromSquares(goal.left, r, sign, squares);
}
