/**
 * Inequalities whose converse, with what is known, would make a sum of nonnegative terms negative.
 */
import type { Term } from '../../kernel/term.ts';
import { factorTerm } from '../../kernel/graph.ts';
import { less, type FormulaOf } from '../../kernel/formula.ts';
import { negative as negativeOf, one } from '../../kernel/ratio.ts';
import {
  assume,
  asymmetry,
  cases,
  classical,
  comparable,
  type Summand,
  type Theorem,
} from '../../kernel/theorem.ts';
import { valueOf, type Candidate } from './combined.ts';
import type { Context } from '../known/context.ts';
import { passed } from '../agenda/effort.ts';
import { orderBy } from '../derived/labelled.ts';
import { nonnegativeCombination } from '../derived/linear-program.ts';
import { nought, times } from '../graphs/small-terms.ts';
import type { Sum } from '../graphs/sum.ts';

/** l ≤ r, or l < r, because the converse would make a sum of nonnegative terms negative. */
export function byRefutation(goal: FormulaOf<'less'>, ctx: Context): Theorem | null {
  const { left, right, strict } = goal;
  if (passed(ctx.deadline)) return null;
  const beyond = assume(less(right, left, !strict));
  const scalars = scalarsIn(left, right);
  const bounds = ctx.facts
    .filter(({ theorem: { conclusion: f } }) => f.kind === 'less')
    .map((f) => f.theorem)
    .slice(0, 16);
  const squares = [
    ...scalars,
    ...scalars.flatMap((s, i) => scalars.slice(i + 1).map((t) => times(s, t))),
  ].slice(0, 10);
  const known = [beyond, ...bounds];
  const all: Candidate[] = [
    ...known.map((t) => ({ facts: [t], squares: [] })),
    ...known.flatMap((t) => squares.map((s) => ({ facts: [t], squares: [s] }))),
    ...known
      .slice(0, 8)
      .flatMap((s, i) => known.slice(i, 8).map((t) => ({ facts: [s, t], squares: [] }))),
    ...squares.map((s) => ({ facts: [], squares: [s] })),
  ];
  const sizes = bounds
    .filter(({ conclusion: f }) => f.kind === 'less' && f.strict)
    .toSorted((s, t) => sidesBelow(s) - sidesBelow(t))
    .slice(0, 4);
  const certain = strict
    ? sizes.map((s) => [s])
    : [[beyond], [beyond, beyond], ...sizes.map((s) => [beyond, s])];
  for (const sure of certain.map((facts): Candidate => ({ facts, squares: [] }))) {
    const target: Sum = new Map(
      [...valueOf(sure)].map(([text, e]) => [
        text,
        { ...e, coefficient: negativeOf(e.coefficient) },
      ]),
    );
    const found = nonnegativeCombination(target, all.map(valueOf), ctx.deadline);
    if (!found) continue;
    const summands: Summand[] = [
      { coefficient: one, ...sure },
      ...found.map(({ index, coefficient }) => ({ coefficient, ...(all[index] as Candidate) })),
    ];
    const impossible = classical(goal, asymmetry(orderBy(nought(), nought(), true, summands)));
    return strict
      ? cases(comparable(right, left), impossible, assume(goal))
      : cases(comparable(left, right), assume(goal), impossible);
  }
  return null;
}

/** 0 of 0 < s. */
const sidesBelow = ({ conclusion: f }: Theorem): number =>
  f.kind === 'less' ? f.left.monomials.length : 0;

/** Scalar names in the terms. */
const scalarsIn = (...terms: readonly Term[]): Term[] =>
  [
    ...new Map(
      terms.flatMap((t) =>
        t.monomials.flatMap((m) =>
          m.factors.flatMap((f) =>
            f.slots.length === 0 && f.head.kind === 'variable'
              ? [[f.head.name, factorTerm(f)] as const]
              : [],
          ),
        ),
      ),
    ).values(),
  ].slice(0, 4);
