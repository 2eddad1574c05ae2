/** Inequalities as sums of given ones and of those that are known, times numbers with a sign. */
import type { FormulaOf } from '../../kernel/formula.ts';
import type { Theorem } from '../../kernel/theorem.ts';
import { alike, orderBy, summand } from '../derived/labelled.ts';
import { minus, nought, times } from '../graphs/small-terms.ts';
import type { Context } from '../known/context.ts';
import { inverted } from './family-sums.ts';
import { byGathering } from './gathered-forms.ts';

/** 0 ≤ (b − a) s, from a ≤ b and 0 ≤ s. */
export function multiplied(t: Theorem, sign: Theorem): Theorem {
  const [f, g] = [t.conclusion, sign.conclusion];
  if (f.kind !== 'less' || g.kind !== 'less') return t;
  return orderBy(nought(), times(minus(f.right, f.left), g.right), false, [summand([t, sign])]);
}

/** From a ≤ 1/L and 0 < L: 0 ≤ L (1/L − a), a step size in the form that Taylor's theorem asks for. */
function timesDivisors(stated: readonly Theorem[]): Theorem[] {
  const positive = stated.filter(
    ({ conclusion: f }) => f.kind === 'less' && f.strict && f.left.monomials.length === 0,
  );
  return stated.flatMap((t) => {
    const f = t.conclusion;
    if (f.kind !== 'less') return [];
    const divisors = inverted([f.left, f.right]);
    return positive
      .filter(({ conclusion: g }) => divisors.some((d) => g.kind === 'less' && alike(d, g.right)))
      .map((sign) => multiplied(t, sign));
  });
}

/** The goal from these inequalities, however heavy, and those that are known. */
export function byInequalities(
  goal: FormulaOf<'less'>,
  known: Context,
  more: readonly Theorem[],
): Theorem | null {
  const stated = known.facts
    .map(({ theorem }) => theorem)
    .filter(({ conclusion: f }) => f.kind === 'less');
  const scalars = [...timesDivisors(stated), ...stated];
  return byGathering(goal, known, { sources: [], matrices: [], scalars, more, asHeavy: true });
}
