/** Existence of an eigenvector of a symmetric matrix: each of its eigenvalues is attained at a unit vector. */
import { number, variable } from '../kernel/graph.ts';
import { substituteIn, type FormulaOf } from '../kernel/formula.ts';
import { ratio } from '../kernel/ratio.ts';
import { assume, fact, instance, unpack, type Theorem } from '../kernel/theorem.ts';
import { appliedIn } from './congruence.ts';
import { freshIn, termsOf, type Context } from './context.ts';
import { soon } from './effort.ts';
import { renameExistence, withFact } from './facts.ts';
import { freed } from './known.ts';
import type { Prove } from './strategy.ts';

const eigenvalue = /^lambda\.([1-9][0-9]*)$/;

/** ∃v φ(v) where φ speaks of λ_k(A), at a unit vector with A v = λ_k(A) v. */
export function byEigenvector(goal: FormulaOf<'exists'>, ctx: Context, depth: number, prove: Prove): Theorem | null {
  const { bound } = goal;
  if (bound.kind !== 'tensor' || bound.shape.length !== 1) return null;
  for (const { symbol, argument } of appliedIn(...termsOf(goal.body))) {
    const k = eigenvalue.exec(symbol)?.[1];
    if (k === undefined || argument.shape[0] !== bound.shape[0]) continue;
    const attained = freed(fact('an eigenvalue is attained', number(ratio(BigInt(k))), argument), (f) => prove(f, ctx, 4));
    const existence = renameExistence(attained, freshIn(ctx, 'v#', argument));
    const f = existence.conclusion;
    if (f.kind !== 'exists' || f.bound.kind !== 'tensor') continue;
    const v = variable(f.bound.name, f.bound.shape);
    const t = withFact(ctx, { theorem: assume(f.body), name: 'an eigenvalue is attained' }, (c) => {
      const body = prove(substituteIn(goal.body, bound.name, { kind: 'term', term: v }), { ...c, deadline: soon(c.deadline, 200) }, depth + 1);
      return body && unpack(existence, instance(goal, v, body));
    });
    if (t) return t;
  }
  return null;
}
