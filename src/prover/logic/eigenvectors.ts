/** Existence of an eigenvector of a symmetric matrix: each of its eigenvalues is attained at a unit vector. */
import { number } from '../../kernel/graph.ts';
import type { FormulaOf } from '../../kernel/formula.ts';
import { ratio } from '../../kernel/ratio.ts';
import { fact, type Theorem } from '../../kernel/theorem.ts';
import { appliedIn } from '../rewriting/congruence.ts';
import { type Context } from '../known/context.ts';
import { termsOf } from '../graphs/formula-terms.ts';
import { soon } from '../agenda/effort.ts';
import { fromExistence } from '../known/from-existence.ts';
import { freed } from '../derived/known.ts';
import type { Prove } from '../known/strategy.ts';

const eigenvalue = /^lambda\.([1-9][0-9]*)$/;
const attained = 'an eigenvalue is attained';

/** ∃v φ(v) where φ speaks of λ_k(A), at a unit vector with A v = λ_k(A) v. */
export function byEigenvector(
  goal: FormulaOf<'exists'>,
  ctx: Context,
  depth: number,
  prove: Prove,
): Theorem | null {
  const { bound } = goal;
  if (bound.kind !== 'tensor' || bound.shape.length !== 1) return null;
  for (const { symbol, argument } of appliedIn(...termsOf(goal.body))) {
    const k = eigenvalue.exec(symbol)?.[1];
    if (k === undefined || argument.shape[0] !== bound.shape[0]) continue;
    const known = freed(fact(attained, number(ratio(BigInt(k))), argument), (f) =>
      prove(f, ctx, 4),
    );
    const t = fromExistence(goal, known, attained, ctx, (f, c) =>
      prove(f, { ...c, deadline: soon(c.deadline, 200) }, depth + 1),
    );
    if (t) return t;
  }
  return null;
}
