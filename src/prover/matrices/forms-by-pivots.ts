/**
 * Quadratic forms with written entries that are not negative, by their pivots: p x'S x =
 * (c·x)² + x'R x, where c is the column of the pivot p > 0 and R, of the other places, is smaller.
 */
import type { Term } from '../../kernel/term.ts';
import { add, number } from '../../kernel/graph.ts';
import { less } from '../../kernel/formula.ts';
import { one, ratio, type Ratio } from '../../kernel/ratio.ts';
import type { Theorem } from '../../kernel/theorem.ts';
import { divided } from '../derived/divided.ts';
import { nothing, orderBy, summand } from '../derived/labelled.ts';
import { minus, nought, times } from '../graphs/small-terms.ts';
import { difference } from '../graphs/sum.ts';
import type { Context } from '../known/context.ts';
import type { Ask } from '../known/strategy.ts';

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
export interface Step {
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
export interface Pivots {
  readonly theorem: Theorem;
  readonly form: Term;
  readonly step: Step | null;
}

/** The quadratic form of a matrix at numbers x_i. */
export const formOf = (s: readonly (readonly Term[])[], x: readonly Term[]): Term =>
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
export function* pivots(
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
