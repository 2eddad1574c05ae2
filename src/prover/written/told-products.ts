/**
 * An inequality, or a contradiction, from the few inequalities that a line names: a sum of these,
 * of products of two of them, and of equations.
 */
import { type Formula } from '../../kernel/formula.ts';
import { negative, one } from '../../kernel/ratio.ts';
import { asymmetry, weak, type Summand, type Theorem } from '../../kernel/theorem.ts';
import type { Deadline } from '../agenda/effort.ts';
import { flipped } from '../derived/equations.ts';
import { nothing, orderBy } from '../derived/labelled.ts';
import { nonnegativeCombination } from '../derived/linear-program.ts';
import { nought } from '../graphs/small-terms.ts';
import { difference, type Sum } from '../graphs/sum.ts';
import type { Context } from '../known/context.ts';
import { isCertain, valueOf, withCertain, type Candidate } from '../order/combined.ts';

/** Inequalities whose products are taken, and equations. */
const most = 10;

function candidatesOf(known: readonly Theorem[]): Candidate[] {
  const bounds = known.filter(({ conclusion: f }) => f.kind === 'less').slice(0, most);
  const equations = known
    .filter(({ conclusion: f }) => f.kind === 'equal' && f.left.shape.length === 0)
    .slice(0, most)
    .flatMap((t) => [weak(t), weak(flipped(t))]);
  const single = [...bounds, ...equations].map((t): Candidate => ({ facts: [t], squares: [] }));
  const pairs = bounds.flatMap((t, i) =>
    bounds.slice(i).map((u): Candidate => ({ facts: [t, u], squares: [] })),
  );
  return [...single, ...pairs];
}

const turned = (sum: Sum): Sum =>
  new Map([...sum].map(([text, e]) => [text, { ...e, coefficient: negative(e.coefficient) }]));

/** Null where no such sum is found. */
export function byProducts(f: Formula, known: readonly Theorem[], ctx: Context): Theorem | null {
  const candidates = candidatesOf(known);
  if (f.kind === 'false') return contradictory(candidates, ctx.deadline);
  if (f.kind !== 'less') return null;
  const gap = difference(f.right, f.left, nothing);
  const values = candidates.map(valueOf);
  const found = nonnegativeCombination(gap, values, ctx.deadline);
  const summands = found?.map(
    ({ index, coefficient }): Summand => ({ coefficient, ...(candidates[index] as Candidate) }),
  );
  if (!summands) return null;
  const enough = !f.strict || summands.some(isCertain);
  const all = enough ? summands : withCertain(gap, candidates, values, ctx);
  return all && orderBy(f.left, f.right, f.strict, all);
}

/** A sum that is more than 0 and equal to 0. */
function contradictory(candidates: readonly Candidate[], deadline: Deadline): Theorem | null {
  const values = candidates.map(valueOf);
  for (const strict of candidates.filter(isCertain)) {
    const found = nonnegativeCombination(turned(valueOf(strict)), values, deadline);
    if (!found) continue;
    const others = found.map(
      ({ index, coefficient }): Summand => ({ coefficient, ...(candidates[index] as Candidate) }),
    );
    const all = [{ coefficient: one, ...strict }, ...others];
    return asymmetry(orderBy(nought(), nought(), true, all));
  }
  return null;
}
