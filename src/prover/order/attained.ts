/**
 * Inequalities between largest eigenvalues, at a unit vector where one of them is attained: λ₁(M) =
 * v'M v ≤ …
 */
import { number } from '../../kernel/graph.ts';
import type { FormulaOf } from '../../kernel/formula.ts';
import { one } from '../../kernel/ratio.ts';
import { fact, type Theorem } from '../../kernel/theorem.ts';
import type { Term } from '../../kernel/term.ts';
import { writeTerm } from '../../kernel/write.ts';
import { minus } from '../graphs/small-terms.ts';
import { appliedIn } from '../rewriting/congruence.ts';
import type { Context } from '../known/context.ts';
import { passed } from '../agenda/effort.ts';
import { withFact } from '../known/facts.ts';
import { freed } from '../derived/known.ts';
import type { Prove } from '../known/strategy.ts';

/** The matrices whose largest eigenvalue the goal bounds from above. */
export const boundedIn = ({ left, right }: FormulaOf<'less'>): Term[] =>
  minus(right, left).monomials.flatMap(({ coefficient, factors: [only, ...more] }) =>
    coefficient.num < 0n &&
    only?.head.kind === 'operation' &&
    only.head.name === 'lambda.1' &&
    more.length === 0
      ? [only.head.arg]
      : [],
  );

/** `order` proves the goal where an eigenvector is known: first of what the goal bounds. */
export function byAttainment(
  goal: FormulaOf<'less'>,
  ctx: Context,
  prove: Prove,
  order: (ctx: Context) => Theorem | null,
): Theorem | null {
  const first = new Set(boundedIn(goal).map((t) => writeTerm(t)));
  const isFirst = (t: Term): number => (first.has(writeTerm(t)) ? 0 : 1);
  const all = appliedIn(goal.left, goal.right)
    .filter((a) => a.symbol === 'lambda.1')
    .map((a) => a.argument)
    .toSorted((a, b) => isFirst(a) - isFirst(b));
  for (const argument of all.slice(0, 3)) {
    const mark = `an eigenvector of ${writeTerm(argument)}`;
    if (ctx.replaced.some((r) => r.startsWith('an eigenvector')) || passed(ctx.deadline)) continue;
    const existence = freed(fact('an eigenvalue is attained', number(one), argument), (f) =>
      prove(f, ctx),
    );
    if (existence.conclusion.kind !== 'exists') continue;
    const t = withFact(
      { ...ctx, replaced: [...ctx.replaced, mark] },
      { theorem: existence, name: 'an eigenvalue is attained' },
      order,
    );
    if (t) return t;
  }
  return null;
}
