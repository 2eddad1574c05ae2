/**
 * Existence of an eigenvector of a symmetric matrix: each of its eigenvalues is attained at a unit
 * vector.
 */
import { number } from '../../kernel/graph.ts';
import type { FormulaOf } from '../../kernel/formula.ts';
import { ratio } from '../../kernel/ratio.ts';
import { fact } from '../../kernel/theorem.ts';
import { appliedIn } from '../rewriting/congruence.ts';
import { type Context } from '../known/context.ts';
import { termsOf } from '../graphs/formula-terms.ts';
import { fromExistence } from '../known/from-existence.ts';
import { freed } from '../derived/known.ts';
import type { Attempt } from '../known/strategy.ts';

const eigenvalue = /^lambda\.([1-9][0-9]*)$/;
const attained = 'an eigenvalue is attained';

/** Does the statement mention an eigenvalue? */
export const speaksOfEigenvalues = ({ body }: FormulaOf<'exists'>): boolean =>
  appliedIn(...termsOf(body)).some(({ symbol }) => eigenvalue.test(symbol));

/** ∃v φ(v) where φ mentions λ_k(A), at a unit vector with A v = λ_k(A) v. */
export function* byEigenvector(goal: FormulaOf<'exists'>, ctx: Context): Attempt {
  const { bound } = goal;
  if (bound.kind !== 'tensor' || bound.shape.length !== 1) return null;
  for (const { symbol, argument } of appliedIn(...termsOf(goal.body))) {
    const k = eigenvalue.exec(symbol)?.[1];
    if (k === undefined || argument.shape[0] !== bound.shape[0]) continue;
    const said = freed(fact(attained, number(ratio(BigInt(k))), argument), (f) =>
      ctx.search.prove(f, ctx),
    );
    const t = yield* fromExistence(goal, said, attained, ctx, { share: 200 });
    if (t) return t;
  }
  return null;
}
