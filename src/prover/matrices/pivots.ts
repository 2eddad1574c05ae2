/**
 * Matrices written out by their entries, definite by their pivots: p x'M x = (c·x)² + x'S x, where
 * c is the column of the pivot p > 0 and S, of the other places, is smaller.
 */
import type { Term } from '../../kernel/term.ts';
import { add, contract, number, permute, variable, zeros } from '../../kernel/graph.ts';
import { equal, less, not, type FormulaOf } from '../../kernel/formula.ts';
import { negative, one, ratio, type Ratio } from '../../kernel/ratio.ts';
import { literal } from '../../kernel/dimension.ts';
import {
  antisymmetry,
  assume,
  both,
  classical,
  comparable,
  definition,
  cases,
  discharge,
  explode,
  generalise,
  hole,
  modusPonens,
  second,
  squares,
  weak,
  type Summand,
  type Theorem,
} from '../../kernel/theorem.ts';
import { divided } from '../derived/divided.ts';
import { equation, Ledger, symmetryBook } from '../derived/equations.ts';
import { linearBy, nothing, orderBy, summand } from '../derived/labelled.ts';
import { minus, nought, times } from '../graphs/small-terms.ts';
import { difference } from '../graphs/sum.ts';
import { bookOf, type Context } from '../known/context.ts';
import { strategyFor, type Ask, type Attempt } from '../known/strategy.ts';
import { writtenOut, type Written } from './written-out.ts';

const name = 'pivots';
const isZero = (t: Term): boolean => difference(t, nought(), nothing).size === 0;
/** The value of a term without names; null for any other. */
function valueOf(t: Term): Ratio | null {
  const [entry, ...more] = difference(t, nought(), nothing).values();
  if (!entry) return ratio(0n);
  const { factors, powers } = entry.monomial;
  return more.length === 0 && factors.length === 0 && Object.keys(powers).length === 0
    ? entry.coefficient
    : null;
}

/** x'S x = (c·x)² / p + x'R x, or p times it, with the form of R, its sign and its own pivots. */
interface Step {
  readonly place: number;
  readonly pivot: { readonly value: Ratio } | { readonly sign: Theorem; readonly term: Term };
  readonly column: readonly Term[];
  /** c·x. */
  readonly image: Term;
  /** The other entries of its row are 0. */
  readonly isAlone: boolean;
  readonly rest: Pivots;
}
/** 0 ≤ x'S x, and how. */
interface Pivots {
  readonly theorem: Theorem;
  readonly form: Term;
  readonly step: Step | null;
}

/** The quadratic form of a matrix at numbers x_i. */
const formOf = (s: readonly (readonly Term[])[], x: readonly Term[]): Term =>
  add(nought(), ...s.flatMap((row, i) => row.map((a, j) => times(a, x[i] as Term, x[j] as Term))));

/** A place whose pivot is positive: a number, or what is known to be positive. */
function* pivotOf(
  s: readonly (readonly Term[])[],
  left: readonly number[],
  known: Context,
): Generator<Ask, Pick<Step, 'place' | 'pivot'> | null, Theorem | null> {
  const at = (i: number): Term => s[i]?.[i] as Term;
  for (const place of left) {
    const value = valueOf(at(place));
    if (value && value.num > 0n) return { place, pivot: { value } };
  }
  for (const place of left) {
    if (valueOf(at(place))) continue;
    const sign = yield { goal: less(nought(), at(place), true), known, share: 150 };
    if (sign) return { place, pivot: { sign, term: at(place) } };
  }
  return null;
}

/** 0 ≤ x'S x by pivots at the places that are left; null where one is not positive. */
function* pivots(
  s: readonly (readonly Term[])[],
  left: readonly number[],
  x: readonly Term[],
  known: Context,
): Generator<Ask, Pivots | null, Theorem | null> {
  const form = formOf(s, x);
  if (s.every((row) => row.every(isZero)))
    return { theorem: orderBy(nought(), nought(), false, []), form, step: null };
  const found = yield* pivotOf(s, left, known);
  if (!found) return yield* onlyOne(s, left, x, known);
  const { place, pivot } = found;
  const column = s[place] as readonly Term[];
  const c = (i: number): Term => column[i] as Term;
  const isNumber = 'value' in pivot;
  // alone in its row and column, it needs no division
  const isAlone = column.every((a, i) => i === place || isZero(a));
  const over = number(isNumber ? ratio(pivot.value.den, pivot.value.num) : one);
  const smaller = s.map((row, i) =>
    row.map((a, j) => {
      if (i === place || j === place) return nought();
      if (isAlone) return a;
      return minus(isNumber ? a : times(c(place), a), times(over, c(i), c(j)));
    }),
  );
  const rest = yield* pivots(
    smaller,
    left.filter((i) => i !== place),
    x,
    known,
  );
  if (!rest) return null;
  const image = add(nought(), ...column.map((a, i) => times(a, x[i] as Term)));
  const step = { place, pivot, column, image, isAlone, rest };
  if (isNumber) {
    const square = summand([], ratio(pivot.value.den, pivot.value.num), [image]);
    const theorem = orderBy(nought(), form, false, [square, summand([rest.theorem])]);
    return { theorem, form, step };
  }
  if (isAlone) {
    const square = summand([pivot.sign], one, [x[place] as Term]);
    const theorem = orderBy(nought(), form, false, [square, summand([rest.theorem])]);
    return { theorem, form, step };
  }
  const whole = times(form, pivot.term);
  const sum = orderBy(nought(), whole, false, [summand([], one, [image]), summand([rest.theorem])]);
  return { theorem: divided(nought(), form, sum, pivot.sign), form, step };
}

/** What is left at one place, and not negative: 0 ≤ a x_i². */
function* onlyOne(
  s: readonly (readonly Term[])[],
  left: readonly number[],
  x: readonly Term[],
  known: Context,
): Generator<Ask, Pivots | null, Theorem | null> {
  const [place, ...more] = left.filter((i) => s[i]?.some((a) => !isZero(a)));
  const a = place === undefined ? undefined : s[place]?.[place];
  if (place === undefined || !a || more.length > 0) return null;
  const sign = yield { goal: less(nought(), a, false), known, share: 150 };
  if (!sign) return null;
  const form = formOf(s, x);
  const theorem = orderBy(nought(), form, false, [summand([sign], one, [x[place] as Term])]);
  return { theorem, form, step: null };
}

/** t = 0 from t² ≤ 0. */
const vanished = (t: Term, below: Theorem): Theorem =>
  squares(t, antisymmetry(below, orderBy(nought(), times(t, t), false, [summand([], one, [t])])));

/** (c·x)² ≤ 0 and x'R x ≤ 0, from x'S x ≤ 0. */
function partsBelow(
  { pivot, image, isAlone, place, rest }: Step,
  below: Theorem,
  x: readonly Term[],
) {
  const square = (summands: readonly Summand[]): Theorem =>
    orderBy(times(image, image), nought(), false, summands);
  const left = (summands: readonly Summand[]): Theorem =>
    orderBy(rest.form, nought(), false, summands);
  if ('value' in pivot) {
    const { value } = pivot;
    const by = ratio(value.den, value.num);
    return {
      square: square([summand([below], value), summand([rest.theorem], value)]),
      left: left([summand([below]), summand([], by, [image])]),
    };
  }
  const { sign } = pivot;
  const scaled = summand([below, sign]);
  if (isAlone)
    return {
      square: square([scaled, summand([rest.theorem, sign])]),
      left: left([summand([below]), summand([sign], one, [x[place] as Term])]),
    };
  return {
    square: square([scaled, summand([rest.theorem])]),
    left: left([scaled, summand([], one, [image])]),
  };
}

/** x_i = 0 from p x_i = 0. */
function ownIsZero(own: Term, { pivot }: Step, alone: Theorem): Theorem {
  const box = variable(hole, []);
  if ('value' in pivot) {
    const by = number(ratio(pivot.value.den, pivot.value.num));
    return linearBy(own, nought(), [{ equation: alone, context: times(by, box) }]);
  }
  const product = times(own, own, pivot.term);
  const none = linearBy(product, nought(), [{ equation: alone, context: times(own, box) }]);
  return vanished(own, divided(times(own, own), nought(), weak(none), pivot.sign));
}

/** x_i = 0 at every place with a pivot, from x'S x ≤ 0. */
function vanishing({ step }: Pivots, below: Theorem, x: readonly Term[]): Map<number, Theorem> {
  if (!step) return new Map();
  const { place, column, image, rest } = step;
  const { square, left } = partsBelow(step, below, x);
  const none = vanished(image, square);
  const others = vanishing(rest, left, x);
  const own = x[place] as Term;
  // c·x = 0 without its other terms: p x_i = 0
  const alone = linearBy(times(column[place] as Term, own), nought(), [
    { equation: none, context: variable(hole, []) },
    ...[...others].map(([i, t]) => ({
      equation: t,
      context: times(column[i] as Term, variable(hole, []), number(negative(one))),
    })),
  ]);
  return new Map([...others, [place, ownIsZero(own, step, alone)]]);
}

/** x = 0 because each of its coordinates is, where the places are all there are. */
function allZero(
  x: Term,
  zero: ReadonlyMap<number, Theorem>,
  { places }: Written,
  known: Context,
): Theorem | null {
  const size = literal(x.shape[0] as string);
  if (size !== BigInt(places.length) || zero.size !== places.length) return null;
  const whole = add(...places.map((e) => contract([e, e], ['i', 'j'], 'ij')));
  const parseval = known.equations.find(
    (e) =>
      e.left.monomials.length === places.length && difference(e.left, whole, nothing).size === 0,
  );
  if (!parseval) return null;
  const ledger = new Ledger(x, zeros(x.shape), symmetryBook([]));
  ledger.use(
    parseval,
    contract([variable(hole, parseval.left.shape), x], ['ij', 'j'], 'i'),
    negative(one),
  );
  for (const [i, t] of zero)
    ledger.use(
      equation(t, name),
      contract([variable(hole, []), places[i] as Term], ['', 'i'], 'i'),
    );
  return ledger.done ? ledger.theorem() : null;
}

/** 0 < x'M x for x ≠ 0: otherwise each pivot's part vanishes, and x does. */
function strictly(
  x: Term,
  form: Term,
  found: Pivots,
  at: readonly Term[],
  m: Written,
  known: Context,
) {
  const goal = less(nought(), form, true);
  const below = orderBy(found.form, nought(), false, [
    summand([assume(less(form, nought(), false))]),
  ]);
  const none = allZero(x, vanishing(found, below, at), m, known);
  if (!none) return null;
  const denied = assume(not(equal(x, zeros(x.shape))));
  return cases(comparable(form, nought()), classical(goal, explode(none, denied)), assume(goal));
}

export const pivotsOfMatrices = strategyFor('is', {
  name: 'the pivots of a matrix',
  summary: 'a matrix written out by its entries is psd, or pd, because its pivots are positive',
  promise: ({ predicate, subject }: FormulaOf<'is'>) =>
    (predicate === 'psd' || predicate === 'pd') && writtenOut(subject) ? 0.9 : null,
  *prove({ predicate, subject }, known): Attempt {
    const m = writtenOut(subject);
    const unfolding = second(definition(predicate, subject));
    const f = unfolding.conclusion;
    if (!m || f.kind !== 'implies' || f.left.kind !== 'and') return null;
    const all = f.left.right;
    if (all.kind !== 'forall' || all.bound.kind !== 'tensor') return null;
    const x = variable(all.bound.name, all.bound.shape);
    const at = m.places.map((e) => contract([e, x], ['i', 'i'], ''));
    const entries = at.map((_, i) => at.map((__, j) => m.entry(i, j)));
    const found = yield* pivots(entries, [...at.keys()], at, known);
    const symmetry = new Ledger(subject, permute(subject, [1, 0]), bookOf(known));
    if (!found || !symmetry.done) return null;
    const form = contract([x, subject, x], ['i', 'ij', 'j'], '');
    const value =
      predicate === 'psd'
        ? orderBy(nought(), form, false, [summand([found.theorem])])
        : strictly(x, form, found, at, m, known);
    if (!value) return null;
    const body = all.body.kind === 'implies' ? discharge(all.body.left, value) : value;
    return modusPonens(unfolding, both(symmetry.theorem(), generalise(all.bound, body)));
  },
});
