/**
 * Sums of definite matrices with weights t and 1 − t, where 0 ≤ t ≤ 1: one of the weights is at
 * least 1/2.
 */
import type { Term } from '../../kernel/term.ts';
import { number, variable } from '../../kernel/graph.ts';
import { less, type Formula, type FormulaOf } from '../../kernel/formula.ts';
import { one, ratio } from '../../kernel/ratio.ts';
import { assume, cases, comparable } from '../../kernel/theorem.ts';
import { alike } from '../derived/labelled.ts';
import { nought } from '../graphs/small-terms.ts';
import type { Context } from '../known/context.ts';
import { assuming } from '../known/facts.ts';
import { ask, strategyFor, type Attempt } from '../known/strategy.ts';

const mark = 'weights between 0 and 1';
const half = number(ratio(1n, 2n));

const isKnown = (low: Term, high: Term, known: Context): boolean =>
  known.facts.some(
    ({ theorem: { conclusion: f } }) =>
      f.kind === 'less' && alike(f.left, low) && alike(f.right, high),
  );

/** The weight among the numbers of a matrix: 0 ≤ t and t ≤ 1 are known. */
function weightIn(t: Term, known: Context): Term | null {
  for (const { head, slots } of t.monomials.flatMap((m) => m.factors)) {
    if (head.kind !== 'variable' || slots.length > 0) continue;
    const s = variable(head.name, []);
    if (isKnown(nought(), s, known) && isKnown(s, number(one), known)) return s;
  }
  return null;
}

export const weightedDefinite = strategyFor('is', {
  name: mark,
  summary: 't A + (1 - t) B is pd for 0 <= t <= 1, because t or 1 - t is at least 1/2',
  promise: ({ predicate, subject }: FormulaOf<'is'>, known) =>
    predicate === 'pd' &&
    !known.replaced.includes(mark) &&
    subject.monomials.length > 1 &&
    weightIn(subject, known)
      ? 0.9
      : null,
  *prove(goal, given): Attempt {
    const known: Context = { ...given, replaced: [...given.replaced, mark] };
    const t = weightIn(goal.subject, known);
    if (!t) return null;
    const split = comparable(t, half);
    const under = (f: Formula): Attempt =>
      assuming(known, [{ theorem: assume(f), name: mark }], (c) => ask(goal, c));
    const below = yield* under(less(t, half, false));
    const above = below && (yield* under(less(half, t, true)));
    return below && above && cases(split, below, above);
  },
});
