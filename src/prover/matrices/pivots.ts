/**
 * Matrices written out by their entries, definite by the pivots of their forms: where the form is 0
 * or less, each square in it vanishes, and the vector does.
 */
import type { Term } from '../../kernel/term.ts';
import { add, contract, number, permute, variable, zeros } from '../../kernel/graph.ts';
import { equal, less, not, type FormulaOf } from '../../kernel/formula.ts';
import { negative, one, ratio } from '../../kernel/ratio.ts';
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
import { nought, times } from '../graphs/small-terms.ts';
import { difference } from '../graphs/sum.ts';
import { bookOf, type Context } from '../known/context.ts';
import { strategyFor, type Attempt } from '../known/strategy.ts';
import { pivots, type Pivots, type Step } from './forms-by-pivots.ts';
import { writtenOut, type Written } from './written-out.ts';

const name = 'pivots';
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
