/** Kantorovich's inequality: x'A x times x'inv(A) x, where A lies between two numbers. */
import type { Term } from '../../kernel/term.ts';
import { factorTerm } from '../../kernel/graph.ts';
import type { FormulaOf } from '../../kernel/formula.ts';
import { cite, modusPonens, type Theorem } from '../../kernel/theorem.ts';
import { byFacts } from '../derived/labelled.ts';
import type { Context } from '../known/context.ts';
import { strategyFor, type Attempt, type Strategy } from '../known/strategy.ts';

/** x'A x times x'inv(A) x, for an A between two numbers that stand in the goal. */
function instancesFor(goal: FormulaOf<'less'>): (() => Theorem)[] {
  if (goal.left.monomials.length !== 1) return [];
  const factors = goal.left.monomials.flatMap((m) => m.factors);
  const inverses = factors.flatMap(({ head }) =>
    head.kind === 'inverse' && head.matrix && head.params.length === 0 ? [head.arg] : [],
  );
  const named = (rank: number): Term[] => [
    ...new Map(
      factors.flatMap((f) =>
        f.head.kind === 'variable' && f.slots.length === rank
          ? [[f.head.name, factorTerm(f)] as const]
          : [],
      ),
    ).values(),
  ];
  const [numbers, vectors, [a]] = [named(0), named(1), inverses];
  if (!a || numbers.length !== 2) return [];
  const [s, t] = numbers as [Term, Term];
  return vectors
    .filter((x) => x.shape[0] === a.shape[0])
    .slice(0, 2)
    .flatMap((x) => [() => cite('Kantorovich', s, t, a, x), () => cite('Kantorovich', t, s, a, x)]);
}

/** The conclusion, where each hypothesis is seen soon. */
function* soonFreed(t: Theorem, known: Context): Attempt {
  const f = t.conclusion;
  if (f.kind !== 'implies') return t;
  const left = yield { goal: f.left, known, share: 60 };
  return left && (yield* soonFreed(modusPonens(t, left), known));
}

export const conditionBounds: Strategy = {
  ...strategyFor('less', {
    name: 'an inequality of Kantorovich',
    summary: "4 a b (x' A x) (x' inv(A) x) <= (a + b)^2 (x' x)^2, where a I <<= A <<= b I",
    notFor: ['bounds'],
    promise: (goal) => (instancesFor(goal).length === 0 ? null : 0.9),
    *prove(goal, known): Attempt {
      for (const make of instancesFor(goal)) {
        const t = yield* soonFreed(make(), known);
        if (t) return byFacts(goal.left, goal.right, goal.strict, [t]);
      }
      return null;
    },
  }),
  cites: true,
};
