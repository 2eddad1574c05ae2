/**
 * What holds of sums over the members of families: tangents at each of them, weights that are not
 * negative, squares.
 */
import type { Term } from '../../kernel/term.ts';
import { add, contract, dimension, inverse } from '../../kernel/graph.ts';
import type { Formula } from '../../kernel/formula.ts';
import { atEntries } from '../../kernel/laws.ts';
import { one } from '../../kernel/ratio.ts';
import { fact, inverseOf, positiveValue, weak, type Theorem } from '../../kernel/theorem.ts';
import { positiveSizes } from '../derived/dimension-signs.ts';
import { absolute } from '../derived/absolute.ts';
import { flipped } from '../derived/equations.ts';
import { alike, nothing, orderBy, summand } from '../derived/labelled.ts';
import { fromSquares } from '../derived/lengths.ts';
import { namedIn } from '../graphs/named-functions.ts';
import { partsIn } from '../graphs/parts-of-graphs.ts';
import { minus, negated, nought, times } from '../graphs/small-terms.ts';
import { difference } from '../graphs/sum.ts';
import { termsOf } from '../graphs/formula-terms.ts';
import { bookOf, type Context } from '../known/context.ts';
import { safely } from '../known/strategy.ts';
import { positiveEntry } from '../rewriting/entry-signs.ts';
import { nonzero } from '../rewriting/invertible.ts';
import { reciprocals } from './candidates.ts';
import { at, knownAt, placeIn, summed, type Place } from './coordinate-facts.ts';
import { belowSum, guarded, logSumExps, pointOfShare } from './entries-and-sums.ts';
import {
  pointOfExp,
  pointOfLog,
  pointOfReciprocal,
  positiveAt,
  quotientTangent,
  tangentAt,
  turnedTangent,
  type Point,
} from './tangents.ts';

/** Both forms of the tangents: times the value at the base, and over it. */
export interface Base {
  readonly point: Point;
  readonly inverted: Theorem | null;
  readonly sign: Theorem | null;
}

export function baseOf(point: Point, ctx: Context): Base {
  // exp(a) has the reciprocal exp(−a)
  if (alike(point.value, atEntries('exp', point.log))) return { point, inverted: null, sign: null };
  const positive = positiveAt(point);
  const near = { ...ctx, facts: [{ theorem: positive, name: 'positive' }, ...ctx.facts] };
  const known = nonzero(point.value, near);
  const [sign = null] = reciprocals(
    difference(inverse(point.value), nought(), nothing),
    [positive],
    near,
  );
  return { point, inverted: known && inverseOf(known), sign };
}

export const tangentsOf = (p: Point, bases: readonly Base[]): Theorem[] =>
  bases
    .flatMap(({ point, inverted, sign }) => [
      tangentAt(p, point) ?? [],
      turnedTangent(p, point) ?? [],
      (inverted && sign && quotientTangent(p, point, inverted, sign)) ?? [],
    ])
    .flat();

/** Reciprocals of numbers, and of the entries of vectors, in the terms. */
export function inverted(terms: readonly Term[]): Term[] {
  const found: Term[] = [];
  for (const { head } of terms.flatMap((t) => t.monomials.flatMap((m) => m.factors)))
    if (head.kind === 'inverse' && !head.matrix && !found.some((t) => alike(t, head.arg)))
      found.push(head.arg);
  return found;
}

/**
 * The logarithm of an entry of a product or quotient of what is positive, as one of the entries of
 * its factors: summed over all coordinates, both are the same.
 */
function pointOfEntries(x: Term, place: Place, ctx: Context): Point[] {
  const { e, guard, name, dim } = place;
  const axis = { e, guard, bound: { kind: 'tensor', name, shape: [dim] } } as const;
  const found = safely(() => positiveEntry(x, [axis], ctx, ctx.search.prove));
  return found ? [pointOfLog(found.entry, found.sign)] : [];
}

/** The same at an arbitrary member of the families of a dimension. */
function pointsAt(place: Place, goal: Formula, signs: readonly Theorem[], ctx: Context): Point[] {
  const terms = termsOf(goal);
  const positive = (x: Term): Theorem | undefined =>
    signs.find(
      ({ conclusion: f }) =>
        f.kind === 'less' && f.strict && f.left.monomials.length === 0 && alike(f.right, x),
    );
  const ofNamed = namedIn(terms).flatMap(({ name, argument, order }): Point[] => {
    if (order > 0 || argument.shape.join() !== place.dim) return [];
    const x = at(argument, place);
    if (name === 'exp') return [pointOfExp(x)];
    if (name !== 'log') return [];
    const sign = positive(x);
    return sign ? [pointOfLog(x, sign)] : pointOfEntries(argument, place, ctx);
  });
  const ofReciprocals = inverted(terms).flatMap((t): Point[] => {
    const x = t.shape.join() === place.dim ? at(t, place) : null;
    const sign = x && positive(x);
    const point = x && sign ? pointOfReciprocal(x, sign, ctx) : null;
    return point ? [point] : [];
  });
  return [...ofNamed, ...ofReciprocals];
}

export const product = (...facts: readonly Theorem[]): Theorem => {
  const values = facts.map(({ conclusion: f }) =>
    f.kind === 'less' ? add(f.right, negated(f.left)) : nought(),
  );
  const strict = facts.every(({ conclusion: f }) => f.kind === 'less' && f.strict);
  return orderBy(nought(), times(...values), strict, [summand(facts)]);
};
const squareOf = (s: Term): Theorem =>
  orderBy(nought(), times(s, s), false, [summand([], one, [s])]);

/** s ≤ |s| and −s ≤ |s|. */
function beside(s: Term): Theorem[] {
  const size = absolute(s);
  return [s, negated(s)].map((t) =>
    fromSquares(
      t,
      size.value,
      size.sign,
      orderBy(times(t, t), times(size.value, size.value), false, [
        summand([weak(flipped(size.square))]),
      ]),
    ),
  );
}

/** 0 < softmax(u) at e, told as exp(u_e) / Σ exp(u). */
function softmaxAt(place: Place, goal: Formula, ctx: Context): Theorem[] {
  return namedIn(termsOf(goal)).flatMap(({ name, argument }) => {
    if (name !== 'softmax' || argument.shape.join() !== place.dim) return [];
    const total = contract([atEntries('exp', argument)], ['i'], '');
    const sum = fact('a sum of exponentials', argument);
    const over = reciprocals(difference(inverse(total), nought(), nothing), [sum], {
      ...ctx,
      facts: [{ theorem: sum, name: 'sum' }, ...ctx.facts],
    });
    return over.map((t) => product(positiveValue('exp', at(argument, place)), t));
  });
}

/** Is it made of numbers and dimensions alone? */
export const isSize = (t: Term): boolean => t.monomials.every((m) => m.factors.length === 0);

/** What holds of a sum over the members of the families of a dimension. */
export function sumsOver(
  place: Place,
  goal: Formula & { readonly kind: 'less' },
  bases: readonly Base[],
  ctx: Context,
): Theorem[] {
  const signs = knownAt(place, ctx);
  const weights = [
    ...signs.filter(({ conclusion: f }) => f.kind === 'less' && f.left.monomials.length === 0),
    ...softmaxAt(place, goal, ctx),
    ...signs.flatMap((t) => belowSum(t, place) ?? []),
  ].slice(0, 5);
  // without weights, no entry is compared with the sum
  const totals = signs.length > 0 ? logSumExps(goal, place) : [];
  const points = [
    ...pointsAt(place, goal, signs, ctx),
    ...totals.flatMap((u) => pointOfShare(u, place, ctx) ?? []),
  ].slice(0, 5);
  const sizes = bases.map(({ point }) => point).filter(({ value }) => isSize(value));
  const tangents = [
    ...totals.map((u) => guarded(fact('an entry below the log-sum-exp', u, place.e), place)),
    ...points.flatMap((p) => tangentsOf(p, bases)),
    ...points
      .filter(({ log, value }) => !alike(value, atEntries('exp', log)))
      .flatMap((a) => [...points, ...sizes].flatMap((p) => tangentAt(p, a) ?? [])),
  ];
  const absolutes = namedIn(termsOf(goal)).flatMap(({ name, argument, order }) =>
    name === 'abs' && order === 0 && argument.shape.join() === place.dim
      ? beside(at(argument, place))
      : [],
  );
  const gap = difference(goal.right, goal.left, nothing);
  const vectors = partsIn(gap, bookOf(ctx).map, 16).filter((t) => t.shape.join() === place.dim);
  const entries = vectors.slice(0, 4).map((t) => at(t, place));
  const centred = weights.flatMap((w) => aboveMean(w, place));
  return [
    ...tangents,
    ...tangents.flatMap((t) => weights.map((w) => product(w, t))),
    ...points.map(positiveAt),
    ...absolutes,
    ...weights,
    ...weights.flatMap((w, i) => weights.slice(i).map((v) => product(w, v))),
    ...weights.flatMap((w) => entries.map((x) => product(w, squareOf(x)))),
    ...centred,
  ].flatMap((t) => summedOrNone(t, place));
}

/**
 * 0 ≤ (x − a)² x and 0 ≤ (x − a)² a for the mean a of nonnegative numbers: x³ − a³ − 3 a² (x − a)
 * is the first and twice the second.
 */
function aboveMean(w: Theorem, place: Place): Theorem[] {
  const f = w.conclusion;
  const [m, ...more] = f.kind === 'less' ? f.right.monomials : [];
  if (f.kind !== 'less' || !m || more.length > 0 || m.factors.length !== 2) return [];
  const total = summed(w, place);
  const size = positiveSizes(dimension(place.dim, -1));
  const g = total.conclusion;
  if (g.kind !== 'less' || !size) return [];
  const mean = times(g.right, dimension(place.dim, -1));
  const sign = product(total, size);
  const spread = squareOf(minus(f.right, mean));
  return [product(w, spread), product(sign, spread), spread];
}

/** Σ_ij w_i w_j (t_i − t_j)². */
export function pairsOver(
  place: Place,
  goal: Formula & { readonly kind: 'less' },
  ctx: Context,
): Theorem[] {
  const other = placeIn(place.dim, ctx, '#f');
  const gap = difference(goal.right, goal.left, nothing);
  const vectors = partsIn(gap, bookOf(ctx).map, 16).filter((t) => t.shape.join() === place.dim);
  const [first, second] = [knownAt(place, ctx), knownAt(other, ctx)];
  return first.slice(0, 3).flatMap((w, i) =>
    vectors.slice(0, 4).flatMap((t) => {
      const v = second[i];
      const moved = minus(at(t, place), at(t, other));
      if (!v) return [];
      const both = product(w, v, squareOf(moved));
      return summedOrNone(both, place).flatMap((s) => summedOrNone(s, other));
    }),
  );
}

function summedOrNone(t: Theorem, place: Place): Theorem[] {
  const zero = t.conclusion.kind === 'less' && t.conclusion.right.monomials.length === 0;
  return zero ? [] : [summed(t, place)];
}
