/** det(adj(A)) = det(A)^(n-1) and det(A) adj(adj(A)) = det(A)^(n-1) A, singular A too. */
import type { Term } from '../../kernel/term.ts';
import { variable } from '../../kernel/graph.ts';
import { write, type Formula, type FormulaOf } from '../../kernel/formula.ts';
import { readIndex, readMember } from '../../kernel/indices.ts';
import { fact, type Theorem } from '../../kernel/theorem.ts';
import { operationsIn } from '../graphs/heads.ts';
import { freed } from '../derived/known.ts';
import type { Context, Fact } from '../known/context.ts';
import { assuming } from '../known/facts.ts';
import { ask, strategyFor } from '../known/strategy.ts';

const mark = 'powers of determinants';

/** Members f[n-1] of families of numbers in the goal. */
function lastPowers(terms: readonly Term[], n: string): Term[] {
  const size = readIndex(n);
  const names = terms.flatMap((t) =>
    t.monomials.flatMap((m) =>
      m.factors.flatMap(({ head }) => {
        const found =
          head.kind === 'variable' && head.shape.length === 0 ? readMember(head.name) : null;
        return found && size && found.at.name === size.name && found.at.offset === size.offset - 1
          ? [(head as { readonly name: string }).name]
          : [];
      }),
    ),
  );
  return [...new Set(names)].slice(0, 3).map((name) => variable(name, []));
}

/** What the facts say, with the hypotheses that describe the powers taken from what is known. */
function statements({ left, right }: FormulaOf<'equal'>, known: Context): Theorem[] {
  const terms = [left, right];
  const stated = (f: Formula): Theorem | null =>
    known.facts.find((x) => write(x.theorem.conclusion) === write(f))?.theorem ?? null;
  return operationsIn(terms, 'adj')
    .slice(0, 3)
    .flatMap(({ arg, params }) =>
      params.length > 0
        ? []
        : lastPowers(terms, arg.shape[0] as string).flatMap((x) =>
            ['determinant of an adjugate', 'adjugate of an adjugate'].map((name) =>
              freed(fact(name, arg, x), stated),
            ),
          ),
    )
    .filter(({ conclusion }) => conclusion.kind === 'equal');
}

const isOpen = (goal: FormulaOf<'equal'>, known: Context): boolean =>
  !known.replaced.includes(mark) &&
  operationsIn([goal.left, goal.right], 'adj').some(
    ({ arg }) => lastPowers([goal.left, goal.right], arg.shape[0] as string).length > 0,
  );

export const adjugatePowers = strategyFor('equal', {
  name: mark,
  summary: 'det(adj(A)) = det(A)^(n-1) and det(A) adj(adj(A)) = det(A)^(n-1) A',
  promise: (goal, known) => (isOpen(goal, known) ? 0.97 : null),
  *prove(goal, given) {
    const known: Context = { ...given, replaced: [...given.replaced, mark] };
    const facts = statements(goal, known).map((theorem): Fact => ({ theorem, name: mark }));
    return facts.length === 0 ? null : yield* assuming(known, facts, (c) => ask(goal, c));
  },
});
