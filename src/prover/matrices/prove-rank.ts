/** Ranks: equal by equal kernels, full by one-sided inverses. */
import type { Dim, Term } from '../../kernel/term.ts';
import { bareHead, contract, permute, operation, variable, zeros } from '../../kernel/graph.ts';
import { equal, implies, is, type Formula, type FormulaOf } from '../../kernel/formula.ts';
import {
  first,
  generalise,
  hole,
  modusPonens,
  rankByKernel,
  rankOnto,
  rankTranspose,
  type Theorem,
} from '../../kernel/theorem.ts';
import { freshIn, type Context } from '../known/context.ts';
import { linearBy, alike, restated } from '../derived/labelled.ts';
import { negated } from '../graphs/small-terms.ts';
import type { Prove } from '../known/strategy.ts';

/** The argument of a bare `rank`. */
export function rankArgument(t: Term): Term | null {
  const head = bareHead(t);
  return head?.kind === 'operation' && head.name === 'rank' && head.params.length === 0
    ? head.arg
    : null;
}

/** rank A = rank B, rank A = rows or columns of A. */
export function proveRank(goal: FormulaOf<'equal'>, ctx: Context, prove: Prove): Theorem | null {
  const [a, b] = [rankArgument(goal.left), rankArgument(goal.right)];
  if (a && b) return sameRank(a, b, ctx, prove);
  const [matrix, size, flip] = a
    ? [a, goal.right, false]
    : b
      ? [b, goal.left, true]
      : [null, null, false];
  if (!matrix || !size) return null;
  const full = fullRank(matrix, size, ctx, prove);
  return full && flip ? restated(full, goal) : full;
}

/** rank A = its rows, or its columns. */
function fullRank(a: Term, size: Term, ctx: Context, prove: Prove): Theorem | null {
  const [m, n] = a.shape as [Dim, Dim];
  const sizeOf = (d: Dim): Term => contract([], [], '', { i: d });
  if (alike(size, sizeOf(m))) {
    const onto = prove(is('onto', a), ctx);
    if (onto) return restated(modusPonens(first(rankOnto(a)), onto), equal(rankOf(a), size));
  }
  if (!alike(size, sizeOf(n))) return null;
  const flipped = permute(a, [1, 0]);
  const onto = prove(is('onto', flipped), ctx);
  if (!onto) return null;
  const uses = [rankTranspose(a), modusPonens(first(rankOnto(flipped)), onto)];
  return chained(rankOf(a), size, [
    { t: uses[0] as Theorem, sign: -1n },
    { t: uses[1] as Theorem, sign: 1n },
  ]);
}
export const rankOf = (t: Term): Term => operation('rank', t);

/** left = right from scalar equations added with signs. */
export function chained(
  left: Term,
  right: Term,
  parts: readonly { t: Theorem; sign: 1n | -1n }[],
): Theorem {
  const uses = parts.map(({ t, sign }) => ({
    equation: t,
    context: sign === 1n ? variable(hole, []) : negated(variable(hole, [])),
  }));
  return linearBy(left, right, uses);
}

function sameRank(a: Term, b: Term, ctx: Context, prove: Prove): Theorem | null {
  const flip = (t: Term): Term => permute(t, [1, 0]);
  for (const [fa, fb] of [
    [false, false],
    [true, true],
    [false, true],
    [true, false],
  ] as const) {
    const [x, y] = [fa ? flip(a) : a, fb ? flip(b) : b];
    if (x.shape[1] !== y.shape[1]) continue;
    const t = byKernels(x, y, ctx, prove);
    if (!t) continue;
    const parts: { t: Theorem; sign: 1n | -1n }[] = [{ t, sign: 1n }];
    if (fa) parts.push({ t: rankTranspose(a), sign: -1n });
    if (fb) parts.push({ t: rankTranspose(b), sign: 1n });
    return chained(rankOf(a), rankOf(b), parts);
  }
  return null;
}

function byKernels(a: Term, b: Term, ctx: Context, prove: Prove): Theorem | null {
  const n = a.shape[1] as Dim;
  const name = freshIn(ctx, 'v#', a, b);
  const v = variable(name, [n]);
  const zeroOn = (t: Term): Formula =>
    equal(contract([t, v], ['ij', 'j'], 'i'), zeros([t.shape[0] as Dim]));
  const inclusion = (x: Term, y: Term): Theorem | null => {
    const t = prove(implies(zeroOn(x), zeroOn(y)), ctx);
    return t && generalise({ kind: 'tensor', name, shape: [n] }, t);
  };
  const there = inclusion(a, b);
  const back = there && inclusion(b, a);
  return there && back && rankByKernel(a, b, there, back);
}
