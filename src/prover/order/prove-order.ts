/**
 * Inequalities between scalars: right − left as a sum, with positive coefficients, of quantities known to be positive,
 * products of two of them, values of definite forms, and sums of squares.
 */
import { add } from '../../kernel/graph.ts';
import { equal, less, not, write, type FormulaOf } from '../../kernel/formula.ts';
import {
  type Summand,
  type Theorem,
  assume,
  cases,
  classical,
  comparable,
  explode,
  weak,
} from '../../kernel/theorem.ts';
import { one } from '../../kernel/ratio.ts';
import { rewritten } from '../rewriting/arguments.ts';
import { byAttainment } from './attained.ts';
import { byAbsolute, byBothSigns } from './by-absolute.ts';
import { byRefutation } from './by-refutation.ts';
import {
  positivePowers,
  relevant,
  rewrittenSquares,
  squareTerms,
  strictFrom,
  simplifiedSquares,
  definiteForms,
  reciprocals,
  symmetricSquares,
} from './candidates.ts';
import { byClearingOrder } from './cleared-order.ts';
import { combinations } from '../derived/combination.ts';
import { combined, isCertain, valueOf, type Candidate, withCertain } from './combined.ts';
import { appliedIn } from '../rewriting/congruence.ts';
import type { Context } from '../known/context.ts';
import { tracesOfTwo } from '../bounds/definite-bounds.ts';
import { passed } from '../agenda/effort.ts';
import { proveEqual } from '../equality/equality.ts';
import { increases } from './increasing.ts';
import { nonzero } from '../rewriting/invertible.ts';
import {
  formsOfMatrices,
  summedOverBasis,
  formsOf,
  squaredNorms,
  closings,
  formsWhereNotZero,
} from './known-forms.ts';
import { nothing, orderBy, byFacts, summand } from '../derived/labelled.ts';
import { withLaws, withRoots, signsIn } from '../rewriting/laws.ts';
import { fromSquares, squareRootOf } from '../derived/lengths.ts';
import { nonnegativeCombination } from '../derived/linear-program.ts';
import { byDimensions } from './order-by-dimensions.ts';
import { nought, negated, times } from '../graphs/small-terms.ts';
import type { Prove } from '../known/strategy.ts';
import { subgraph } from '../graphs/subgraph.ts';
import { type Sum, difference } from '../graphs/sum.ts';
import { boundsOn } from '../bounds/bounds.ts';

/** `unequal`: that the two sides are equal was tried before. */
export function proveOrder(
  goal: FormulaOf<'less'>,
  given: Context,
  prove: Prove,
  unequal = false,
): Theorem | null {
  const { left, right, strict } = goal;
  const direct = combined(goal, given, false);
  if (direct) return direct;
  const ctx = withRoots(withLaws(given, left, right), prove, left, right);
  if (!strict && !unequal) {
    const same = proveEqual(left, right, ctx);
    if (same) return weak(same);
  }
  const counted = byDimensions(goal, ctx) ?? byDenial(goal, ctx);
  if (counted) return counted;
  return (
    proveGap(goal, ctx, prove) ??
    throughSimplerGap(goal, ctx, prove) ??
    byClearingOrder(goal, ctx, prove) ??
    byBounds(goal, ctx, prove) ??
    bySummation(goal, ctx) ??
    byRefutation(goal, withForms(ctx, prove)) ??
    byAttainment(goal, ctx, prove, (c) => byBounds(goal, c, prove)) ??
    (strict ? strictly(goal, ctx, prove) : null) ??
    proveGap(goal, ctx, prove, true) ??
    throughSimplerGap(goal, ctx, prove, true) ??
    (ctx.equations.some((e) => e.left.shape.length === 0) ? combined(goal, ctx) : null)
  );
}

/** With the forms, and the equations closed to numbers, at the vectors that are known not to be 0. */
function withForms(ctx: Context, prove: Prove): Context {
  if (ctx.bounding) return ctx;
  const known = [...closings(ctx), ...formsWhereNotZero(ctx, prove)];
  return known.length === 0
    ? ctx
    : { ...ctx, facts: [...known.map((theorem) => ({ theorem, name: 'forms' })), ...ctx.facts] };
}

/** l ≤ r because r < l is denied. */
function byDenial(goal: FormulaOf<'less'>, ctx: Context): Theorem | null {
  const converse = less(goal.right, goal.left, !goal.strict);
  const denied = ctx.facts.find(
    ({ theorem: { conclusion: f } }) => f.kind === 'not' && write(f.body) === write(converse),
  );
  if (!denied) return null;
  const split = goal.strict ? comparable(goal.right, goal.left) : comparable(goal.left, goal.right);
  const impossible = classical(goal, explode(assume(converse), denied.theorem));
  return goal.strict
    ? cases(split, impossible, assume(goal))
    : cases(split, assume(goal), impossible);
}

/** By what holds for every vector or member of a family, summed. */
function bySummation(goal: FormulaOf<'less'>, ctx: Context): Theorem | null {
  const root = goal.left.monomials.length === 0 && !goal.strict ? squareRootOf(goal.right) : null;
  if (root) return orderBy(goal.left, goal.right, false, [summand([], one, [root])]);
  const sums = summedOverBasis(ctx);
  const stated =
    sums.length > 0 || ctx.facts.some(({ theorem: { conclusion: f } }) => f.kind === 'less');
  return !stated
    ? null
    : combined(goal, {
        ...ctx,
        facts: [...sums.map((theorem) => ({ theorem, name: 'sum' })), ...ctx.facts],
      });
}

/** By what the norms, lengths, eigenvalues and ranks in the goal invite, as a combination of however many inequalities. */
function byBounds(goal: FormulaOf<'less'>, given: Context, prove: Prove): Theorem | null {
  const { left, right, strict } = goal;
  const numbers = given.equations.filter((e) => e.left.shape.length === 0).slice(0, 4);
  const stated = [
    ...given.facts.flatMap(({ theorem: { conclusion: f } }) =>
      f.kind === 'less' ? [f.left, f.right] : [],
    ),
    ...numbers.flatMap((e) => [e.left, e.right]),
  ];
  if (
    given.bounding ||
    passed(given.deadline) ||
    (appliedIn(left, right, ...stated).length === 0 && tracesOfTwo(left, right).length === 0)
  )
    return null;
  const ctx: Context = { ...given, bounding: true };
  const bounds = [
    ...squaredNorms(ctx),
    ...formsOf(goal, stated, ctx, prove),
    ...boundsOn([left, right, ...stated], ctx, prove),
  ];
  const more: Context = {
    ...ctx,
    facts: [
      ...ctx.facts,
      ...[
        ...summedOverBasis(ctx),
        ...closings(ctx),
        ...formsWhereNotZero(ctx, prove),
        ...bounds,
      ].map((theorem) => ({ theorem, name: 'bounds' })),
    ],
  };
  return (
    combined(goal, more) ??
    (strict
      ? byBothSigns(goal, more, prove)
      : (byAbsolute(goal, more, prove) ??
        bySquares(goal, more, prove) ??
        (more.facts.length > given.facts.length ? byRefutation(goal, more) : null)))
  );
}

/** l ≤ r because 0 ≤ r and l² ≤ r²: where roots stand, their squares are simpler. */
function bySquares(goal: FormulaOf<'less'>, ctx: Context, prove: Prove): Theorem | null {
  const { left, right } = goal;
  const sign = combined(less(nought(), right, false), ctx);
  if (!sign) return null;
  const squared = less(times(left, left), times(right, right), false);
  const squares =
    combined(squared, ctx) ??
    proveGap(squared, ctx, prove) ??
    throughSimplerGap(squared, ctx, prove) ??
    proveGap(squared, ctx, prove, true) ??
    throughSimplerGap(squared, ctx, prove, true);
  return squares && fromSquares(left, right, sign, squares);
}

/** l < r because l ≤ r and r − l is not 0. */
function strictly(goal: FormulaOf<'less'>, ctx: Context, prove: Prove): Theorem | null {
  const gap = add(goal.right, negated(goal.left));
  const weakly = proveGap(less(nought(), gap, false), ctx, prove);
  if (!weakly) return null;
  const known = nonzero(gap, ctx) ?? prove(not(equal(gap, nought())), ctx, 4);
  const positive = known && strictFrom(gap, weakly, known);
  return positive && byFacts(goal.left, goal.right, true, [positive]);
}

/** right − left rewritten by what is known, when that changes it: its sign decides. */
function throughSimplerGap(
  goal: FormulaOf<'less'>,
  ctx: Context,
  prove: Prove,
  wide = false,
): Theorem | null {
  const simpler = rewritten(add(goal.right, negated(goal.left)), ctx);
  if (!simpler) return null;
  const inner = less(nought(), simpler.term, goal.strict);
  // squares of what stands in the gap before it was rewritten: |A z − A x|² where A'A x is A'y
  const before = wide
    ? rewrittenSquares(
        difference(goal.right, goal.left, nothing),
        difference(simpler.term, nought(), nothing),
        ctx,
      )
    : [];
  const near =
    before.length === 0
      ? ctx
      : {
          ...ctx,
          facts: [...before.map((theorem) => ({ theorem, name: 'squares' })), ...ctx.facts],
        };
  const sign =
    proveGap(inner, near, prove, wide) ?? (goal.strict ? strictly(inner, near, prove) : null);
  return sign && byFacts(goal.left, goal.right, goal.strict, [sign, weak(simpler.equation)]);
}

/** `wide`: forms and squares are taken at sums and differences of vectors too. */
function proveGap(
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
  const products = known
    .slice(0, 8)
    .flatMap((s, i) => known.slice(i, 8).map((t): Candidate => ({ facts: [s, t], squares: [] })));
  const candidates: Candidate[] = [
    { facts: [], squares: [] },
    ...known.map((t) => ({ facts: [t], squares: [] })),
    ...squares.flatMap((t) => sizes.map((f) => ({ facts: [f], squares: [t] }))),
    ...known.slice(0, 8).flatMap((t) => sizes.map((f) => ({ facts: [f, t], squares: [] }))),
    ...squares.flatMap((t) => [
      { facts: [], squares: [t] },
      ...known.slice(0, 4).map((f) => ({ facts: [f], squares: [t] })),
    ]),
    ...products,
  ].filter((c) => relevant(valueOf(c), gap));
  for (const combination of combinations(gap, candidates.map(valueOf))) {
    const summands = combination.map(
      ({ index, coefficient }): Summand => ({ coefficient, ...(candidates[index] as Candidate) }),
    );
    if (!strict || summands.some(isCertain)) return orderBy(left, right, strict, summands);
    if (passed(ctx.deadline)) return null;
  }
  return wide ? null : throughSquares(goal, gap, known, ctx);
}

/**
 * The gap by what is known, and by squares and products of positive numbers that stand there, not in the gap:
 * v'A v = v'(A − B'B) v + |B v|², and v'A v = v'(A − c I) v + c |v|².
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
