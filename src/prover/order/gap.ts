/**
 * Inequalities by the sign of right − left: a sum, with positive coefficients, of what is known not
 * to be negative.
 */
import { add } from '../../kernel/graph.ts';
import { equal, less, not, type FormulaOf } from '../../kernel/formula.ts';
import { type Summand, type Theorem, weak } from '../../kernel/theorem.ts';
import { rewritten } from '../rewriting/arguments.ts';
import { positivePowers, relevant, definiteForms, reciprocals } from './candidates.ts';
import { squareTerms, simplifiedSquares, symmetricSquares } from './square-candidates.ts';
import { combinations } from '../derived/combination.ts';
import { isCertain, valueOf, type Candidate, withCertain } from './combined.ts';
import type { Context } from '../known/context.ts';
import { passed } from '../agenda/effort.ts';
import { increases } from './increasing.ts';
import { nonzero } from '../rewriting/invertible.ts';
import { formsOfMatrices } from './known-forms.ts';
import { nothing, orderBy, byFacts } from '../derived/labelled.ts';
import { signsIn } from '../rewriting/laws.ts';
import { strictFrom } from '../rewriting/reciprocal-signs.ts';
import { nonnegativeCombination } from '../derived/linear-program.ts';
import { nought, negated } from '../graphs/small-terms.ts';
import type { Prove } from '../known/strategy.ts';
import { subgraph } from '../graphs/subgraph.ts';
import { type Sum, difference } from '../graphs/sum.ts';

/** l < r because l ≤ r and r − l is not 0. */
export function strictly(goal: FormulaOf<'less'>, ctx: Context, prove: Prove): Theorem | null {
  const gap = add(goal.right, negated(goal.left));
  const sign = less(nought(), gap, false);
  const known = nonzero(gap, ctx) ?? prove(not(equal(gap, nought())), ctx);
  const weakly = known && (proveGap(sign, ctx, prove) ?? prove(sign, ctx));
  const positive = weakly && strictFrom(gap, weakly, known);
  return positive && byFacts(goal.left, goal.right, true, [positive]);
}

/** right − left rewritten by what is known, when that changes it: its sign decides. */
export function throughSimplerGap(
  goal: FormulaOf<'less'>,
  ctx: Context,
  prove: Prove,
): Theorem | null {
  const simpler = rewritten(add(goal.right, negated(goal.left)), ctx);
  if (!simpler) return null;
  const inner = less(nought(), simpler.term, goal.strict);
  const sign = proveGap(inner, ctx, prove) ?? (goal.strict ? strictly(inner, ctx, prove) : null);
  return sign && byFacts(goal.left, goal.right, goal.strict, [sign, weak(simpler.equation)]);
}

/** `wide`: forms and squares are taken at sums and differences of vectors too. */
export function proveGap(
  goal: FormulaOf<'less'>,
  ctx: Context,
  prove: Prove,
  wide = false,
): Theorem | null {
  const { left, right, strict } = goal;
  const gap = difference(right, left, nothing);
  const bounds = ctx.facts
    .filter(({ theorem: { conclusion: f } }) => f.kind === 'less')
    .map((f) => f.theorem);
  const known = [
    ...bounds,
    ...definiteForms(gap, ctx, prove, wide),
    ...formsOfMatrices(gap, ctx),
    ...reciprocals(gap, bounds, ctx),
    ...simplifiedSquares(gap, ctx, wide),
    ...symmetricSquares(gap, ctx),
    ...increases([left, right], ctx, prove),
    ...signsIn(ctx, prove, left, right),
  ].slice(0, 24);
  const squares = squareTerms(gap);
  const sizes = positivePowers(gap);
  const products = (): Candidate[] =>
    known
      .slice(0, 8)
      .flatMap((s, i) => known.slice(i, 8).map((t) => ({ facts: [s, t], squares: [] })));
  const single: Candidate[] = [
    { facts: [], squares: [] },
    ...known.map((t) => ({ facts: [t], squares: [] })),
    ...squares.flatMap((t) => sizes.map((f) => ({ facts: [f], squares: [t] }))),
    ...known.slice(0, 8).flatMap((t) => sizes.map((f) => ({ facts: [f, t], squares: [] }))),
    ...squares.flatMap((t) => [
      { facts: [], squares: [t] },
      ...known.slice(0, 4).map((f) => ({ facts: [f], squares: [t] })),
    ]),
  ].filter((c) => relevant(valueOf(c), gap));
  // products of two last: they are many
  for (const more of [(): Candidate[] => [], products]) {
    const further = more().filter((c) => relevant(valueOf(c), gap));
    if (more === products && passed(ctx.deadline)) return null;
    const candidates = [...single, ...further];
    if (single.length < candidates.length || more !== products)
      for (const combination of combinations(gap, candidates.map(valueOf))) {
        const summands = combination.map(
          ({ index, coefficient }): Summand => ({
            coefficient,
            ...(candidates[index] as Candidate),
          }),
        );
        if (!strict || summands.some(isCertain)) return orderBy(left, right, strict, summands);
        if (passed(ctx.deadline)) return null;
      }
  }
  return wide ? null : throughSquares(goal, gap, known, ctx);
}

/**
 * The gap by what is known, and by squares and products of positive numbers that stand there, not
 * in the gap: v'A v = v'(A − B'B) v + |B v|², and v'A v = v'(A − c I) v + c |v|².
 */
function throughSquares(
  { left, right, strict }: FormulaOf<'less'>,
  gap: Sum,
  known: readonly Theorem[],
  ctx: Context,
): Theorem | null {
  const single = known
    .map((t): Candidate => ({ facts: [t], squares: [] }))
    .filter((c) => relevant(valueOf(c), gap));
  const near: Sum = new Map([...single.flatMap((c) => [...valueOf(c)]), ...gap]);
  if (near.size === gap.size) return null;
  const simple = (t: Theorem): number =>
    t.conclusion.kind === 'less' ? t.conclusion.right.monomials.length : 9;
  const signs = known
    .filter(({ conclusion: f }) => f.kind === 'less' && f.left.monomials.length === 0)
    .toSorted((s, t) => simple(s) - simple(t))
    .slice(0, 6);
  const products = signs.flatMap((s, i) =>
    signs.slice(i).map((t): Candidate => ({ facts: [s, t], squares: [] })),
  );
  const scaled = squareTerms(withoutNumbers(near)).flatMap((t) =>
    signs.map((s): Candidate => ({ facts: [s], squares: [t] })),
  );
  const all = [
    ...single,
    ...squareTerms(near).map((t): Candidate => ({ facts: [], squares: [t] })),
    ...[...products, ...scaled].filter((c) => relevant(valueOf(c), near)),
  ];
  const summands = strict
    ? withCertain(gap, all, all.map(valueOf), ctx)
    : nonnegativeCombination(gap, all.map(valueOf), ctx.deadline)?.map(
        ({ index, coefficient }): Summand => ({ coefficient, ...(all[index] as Candidate) }),
      );
  return summands ? orderBy(left, right, strict, summands) : null;
}

/** The graphs without the numbers that they are multiplied by. */
const withoutNumbers = (sum: Sum): Sum =>
  new Map(
    [...sum.values()].flatMap(({ monomial: m }) => [
      ...difference(
        subgraph(
          { ...m, powers: {} },
          m.factors.filter((f) => f.slots.length > 0),
          m.free,
        ),
        nought(),
        nothing,
      ),
    ]),
  );
