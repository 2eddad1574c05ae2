/**
 * Inequalities by what the norms, lengths, eigenvalues and ranks in them invite, and by sums over a
 * basis or a family.
 */
import { proveGap, throughSimplerGap } from './gap.ts';
import { less, type FormulaOf } from '../../kernel/formula.ts';
import { type Theorem } from '../../kernel/theorem.ts';
import { one } from '../../kernel/ratio.ts';
import { byAbsolute, byBothSigns } from './by-absolute.ts';
import { byRefutation } from './by-refutation.ts';
import { combined } from './combined.ts';
import { appliedIn } from '../rewriting/congruence.ts';
import type { Context } from '../known/context.ts';
import { tracesOfTwo } from '../bounds/definite-bounds.ts';
import { passed } from '../agenda/effort.ts';
import {
  summedOverBasis,
  formsOf,
  squaredNorms,
  closings,
  formsWhereNotZero,
} from './known-forms.ts';
import { orderBy, summand } from '../derived/labelled.ts';
import { fromSquares, squareRootOf } from '../derived/lengths.ts';
import { nought, times } from '../graphs/small-terms.ts';
import type { Prove } from '../known/strategy.ts';
import { boundsOn } from '../bounds/bounds.ts';
import { askedFor, firstAskedFor } from '../known/purposes.ts';

/**
 * With the forms, and the equations closed to numbers, at the vectors that are known not to be 0.
 */
export function withForms(ctx: Context, prove: Prove): Context {
  const inside = firstAskedFor(ctx, 'bounds');
  const known = inside ? [...closings(ctx), ...formsWhereNotZero(inside, prove)] : [];
  return known.length === 0
    ? ctx
    : { ...ctx, facts: [...known.map((theorem) => ({ theorem, name: 'forms' })), ...ctx.facts] };
}

/** By what holds for every vector or member of a family, summed. */
export function bySummation(goal: FormulaOf<'less'>, ctx: Context): Theorem | null {
  const root = goal.left.monomials.length === 0 && !goal.strict ? squareRootOf(goal.right) : null;
  if (root) return orderBy(goal.left, goal.right, false, [summand([], one, [root])]);
  const sums = summedOverBasis(ctx);
  const stated =
    sums.length > 0 || ctx.facts.some(({ theorem: { conclusion: f } }) => f.kind === 'less');
  return !stated
    ? null
    : combined(goal, {
        ...ctx,
        facts: [...sums.map((theorem) => ({ theorem, name: 'sum' })), ...ctx.facts],
      });
}

/**
 * By what the norms, lengths, eigenvalues and ranks in the goal invite, as a combination of however
 * many inequalities.
 */
export function byBounds(goal: FormulaOf<'less'>, given: Context, prove: Prove): Theorem | null {
  const { left, right, strict } = goal;
  const numbers = given.equations.filter((e) => e.left.shape.length === 0).slice(0, 4);
  const stated = [
    ...given.facts.flatMap(({ theorem: { conclusion: f } }) =>
      f.kind === 'less' ? [f.left, f.right] : [],
    ),
    ...numbers.flatMap((e) => [e.left, e.right]),
  ];
  if (
    passed(given.deadline) ||
    (appliedIn(left, right, ...stated).length === 0 && tracesOfTwo(left, right).length === 0)
  )
    return null;
  const ctx = askedFor(given, 'bounds');
  const forms = formsOf(goal, stated, ctx, prove);
  const squares = squaredNorms(ctx);
  const bounds = boundsOn([left, right, ...stated], ctx, prove);
  const also = (theorems: readonly Theorem[]): Context => ({
    ...ctx,
    facts: [...ctx.facts, ...theorems.map((theorem) => ({ theorem, name: 'bounds' }))],
  });
  // what is known of the goal's own forms is often enough
  if (forms.standing.length > 0) {
    const near = combined(goal, also([...squares, ...forms.standing, ...bounds]), false);
    if (near) return near;
  }
  const more = also([
    ...summedOverBasis(ctx),
    ...closings(ctx),
    ...formsWhereNotZero(ctx, prove),
    ...squares,
    ...forms.further(),
    ...bounds,
  ]);
  return (
    combined(goal, more) ??
    (strict
      ? byBothSigns(goal, { ...more, purposes: given.purposes }, prove)
      : (byAbsolute(goal, { ...more, purposes: given.purposes }, prove) ??
        bySquares(goal, more, prove) ??
        (more.facts.length > given.facts.length ? byRefutation(goal, more) : null)))
  );
}

/** l ≤ r because 0 ≤ r and l² ≤ r²: where roots stand, their squares are simpler. */
function bySquares(goal: FormulaOf<'less'>, ctx: Context, prove: Prove): Theorem | null {
  const { left, right } = goal;
  const sign = combined(less(nought(), right, false), ctx);
  if (!sign) return null;
  const squared = less(times(left, left), times(right, right), false);
  const squares =
    combined(squared, ctx) ??
    proveGap(squared, ctx, prove) ??
    throughSimplerGap(squared, ctx, prove) ??
    proveGap(squared, ctx, prove, true);
  return squares && fromSquares(left, right, sign, squares);
}
