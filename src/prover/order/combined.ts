/**
 * An inequality as a combination, with coefficients that are not negative, of what is known, of
 * products of two, and of squares.
 */
import { add, contract } from '../../kernel/graph.ts';
import { write, type FormulaOf } from '../../kernel/formula.ts';
import { negative as negativeOf, one, ratio, type Ratio } from '../../kernel/ratio.ts';
import { weak, type Summand, type Theorem } from '../../kernel/theorem.ts';
import type { Term } from '../../kernel/term.ts';
import { squareTerms } from './square-candidates.ts';
import type { Context } from '../known/context.ts';
import { passed } from '../agenda/effort.ts';
import { flipped } from '../derived/equations.ts';
import { nothing, orderBy } from '../derived/labelled.ts';
import { nonnegativeCombination } from '../derived/linear-program.ts';
import { nought, negated, squareOf } from '../graphs/small-terms.ts';
import { accumulate, difference, type Sum } from '../graphs/sum.ts';

export interface Candidate {
  readonly facts: readonly Theorem[];
  readonly squares: readonly Term[];
}

const ofOne = new WeakMap<Theorem, Sum>();
const ofTwo = new WeakMap<Theorem, WeakMap<Theorem, Sum>>();
const ofSquare = new WeakMap<Term, Sum>();

/**
 * What a candidate adds to right − left; worked out once for each theorem, square, and product of
 * two theorems.
 */
export function valueOf(candidate: Candidate): Sum {
  const { facts, squares } = candidate;
  const [first, second, ...more] = facts;
  const [square] = squares;
  if (more.length + squares.length > 1 || (first && square)) return worked(candidate);
  if (square) return noted(ofSquare, square, () => worked(candidate));
  if (!first) return worked(candidate);
  if (!second) return noted(ofOne, first, () => worked(candidate));
  const products = noted(ofTwo, first, () => new WeakMap<Theorem, Sum>());
  return noted(products, second, () => worked(candidate));
}

function noted<K extends WeakKey, V>(notes: WeakMap<K, V>, key: K, work: () => V): V {
  const known = notes.get(key);
  if (known !== undefined) return known;
  const made = work();
  notes.set(key, made);
  return made;
}

function worked({ facts, squares }: Candidate): Sum {
  const factors = facts.map(({ conclusion: f }) =>
    f.kind === 'less' ? add(f.right, negated(f.left)) : nought(),
  );
  const all = [...factors, ...squares.map(squareOf)];
  const sum: Sum = new Map();
  accumulate(
    sum,
    contract(
      all,
      all.map(() => ''),
      '',
    ),
    one,
    nothing,
  );
  return sum;
}

/** The orders and equations of numbers that are known, each once. */
function knownOrders(ctx: Context): Theorem[] {
  const bounds = ctx.facts.map((f) => f.theorem).filter(({ conclusion: f }) => f.kind === 'less');
  const equations = ctx.equations
    .filter((e) => e.left.shape.length === 0)
    .flatMap((e) => [weak(e.theorem), weak(flipped(e.theorem))]);
  const each = [...equations.slice(0, 30), ...bounds].map((t) => [write(t.conclusion), t] as const);
  return [...new Map(each).values()].slice(0, 90);
}

/** The known sign of one product: 0 ≤ a, 0 < a b. */
const isSign = ({ conclusion: f }: Theorem): boolean =>
  f.kind === 'less' && f.left.monomials.length === 0 && f.right.monomials.length === 1;

/** An order of two products, as 0 < 1 − ‖A‖ and 0 < x·x. */
const isShort = ({ conclusion: f }: Theorem): boolean =>
  f.kind === 'less' &&
  f.left.monomials.length + f.right.monomials.length === 2 &&
  f.left.monomials.length > 0;

const ofFacts = (...facts: readonly Theorem[]): Candidate => ({ facts, squares: [] });

/** Squares of terms in the gap. Those in what is known count: |A|² + |B|² = 0 gives |A|² ≤ 0. */
function squaresNear(gap: Sum, ctx: Context): Candidate[] {
  const known = ctx.equations
    .filter((e) => e.left.shape.length === 0)
    .slice(0, 3)
    .flatMap((e) => [...difference(e.left, e.right, nothing)]);
  return squareTerms(new Map([...known, ...gap])).map((t) => ({ facts: [], squares: [t] }));
}

/** Products of known signs and short orders, with what is known and with squares. */
function productsOf(known: readonly Theorem[], gap: Sum, ctx: Context): Candidate[] {
  const signs = known.filter(isSign).slice(0, 8);
  const short = ctx.facts
    .map((f) => f.theorem)
    .filter(isShort)
    .slice(0, 6);
  return [
    ...signs.flatMap((s) => known.slice(0, 30).map((t) => ofFacts(s, t))),
    ...short.flatMap((s) => [
      ...signs.map((t) => ofFacts(s, t)),
      ...squareTerms(gap)
        .slice(0, 8)
        .map((t): Candidate => ({ facts: [s], squares: [t] })),
    ]),
  ];
}

/**
 * The gap as a combination with positive coefficients of known inequalities, and where these do not
 * do, of products of two and of squares.
 */
export function combined(goal: FormulaOf<'less'>, ctx: Context, far = true): Theorem | null {
  if (passed(ctx.deadline)) return null;
  const known = knownOrders(ctx);
  if (!far && known.length === 0) return null;
  const gap = difference(goal.right, goal.left, nothing);
  const near: Candidate[] = [ofFacts(), ...known.map((t) => ofFacts(t))];
  const found = combination(goal, gap, near, ctx);
  if (found || !far) return found;
  const more = [...squaresNear(gap, ctx), ...productsOf(known, gap, ctx)];
  return combination(goal, gap, [...near, ...more], ctx);
}

/** The goal as a sum of the candidates; of < a strict one has a part. */
function combination(
  { left, right, strict }: FormulaOf<'less'>,
  gap: Sum,
  all: readonly Candidate[],
  ctx: Context,
): Theorem | null {
  const values = all.map(valueOf);
  const found = nonnegativeCombination(gap, values, ctx.deadline);
  const summands = found?.map(
    ({ index, coefficient }): Summand => ({ coefficient, ...(all[index] as Candidate) }),
  );
  if (!summands) return null;
  if (!strict || summands.some(isCertain)) return orderBy(left, right, strict, summands);
  const certain = withCertain(gap, all, values, ctx);
  return certain && orderBy(left, right, strict, certain);
}

/** Is it a product of quantities that are known to be more than 0? */
export const isCertain = (c: Candidate): boolean =>
  c.squares.length === 0 && c.facts.every(({ conclusion: f }) => f.kind === 'less' && f.strict);

/**
 * The gap as a combination in which one strict inequality has a part: μ gap = strict + Σ λ a,
 * divided by μ.
 */
export function withCertain(
  gap: Sum,
  all: readonly Candidate[],
  values: readonly Sum[],
  ctx: Context,
): Summand[] | null {
  const turned = (sum: Sum): Sum =>
    new Map([...sum].map(([text, e]) => [text, { ...e, coefficient: negativeOf(e.coefficient) }]));
  for (const strict of all.filter(isCertain).slice(0, 6)) {
    const found = nonnegativeCombination(
      turned(valueOf(strict)),
      [...values, turned(gap)],
      ctx.deadline,
    );
    const share = found?.find(({ index }) => index === values.length)?.coefficient;
    if (!found || !share) continue;
    const part = (c: Ratio): Ratio => ratio(c.num * share.den, c.den * share.num);
    return [
      { coefficient: part(one), ...strict },
      ...found.flatMap(({ index, coefficient }): Summand[] =>
        index === values.length
          ? []
          : [{ coefficient: part(coefficient), ...(all[index] as Candidate) }],
      ),
    ];
  }
  return null;
}
