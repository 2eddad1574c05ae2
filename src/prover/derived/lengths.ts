/**
 * Lengths |t| = √(t·t) of vectors and matrices: squares compared, Cauchy and Schwarz, the triangle
 * inequality.
 */
import type { Term } from '../../kernel/term.ts';
import { add, contract, permute, scale, zeros } from '../../kernel/graph.ts';
import { less } from '../../kernel/formula.ts';
import { one, ratio, times as product, type Ratio } from '../../kernel/ratio.ts';
import { root } from '../../kernel/laws.ts';
import {
  assume,
  asymmetry,
  cases,
  classical,
  comparable,
  first,
  rootOf,
  second,
  weak,
  type Theorem,
} from '../../kernel/theorem.ts';
import { flipped } from './equations.ts';
import { letters } from '../graphs/indices.ts';
import { nothing, orderBy, summand } from './labelled.ts';
import { nought, minus, times, inner } from '../graphs/small-terms.ts';
import { cuts, subgraph } from '../graphs/subgraph.ts';
import { difference, termOf, type Sum } from '../graphs/sum.ts';

/**
 * From 0 ≤ r and l² ≤ r²: l ≤ r. Otherwise r < l, and (l − r)² + 2 r (l − r) = l² − r² would be
 * positive.
 */
export function fromSquares(l: Term, r: Term, sign: Theorem, squares: Theorem): Theorem {
  const split = comparable(l, r);
  const f = split.conclusion;
  if (f.kind !== 'or') throw new TypeError('comparable is a disjunction');
  const beyond = assume(f.right);
  const absurd = asymmetry(
    orderBy(nought(), nought(), true, [
      summand([beyond, beyond]),
      summand([sign, beyond], ratio(2n)),
      summand([squares]),
    ]),
  );
  return cases(split, assume(f.left), classical(less(l, r, false), absurd));
}

/**
 * From 0 ≤ r and l² < r²: l < r. Otherwise r ≤ l, and (l − r)² + 2 r (l − r) = l² − r² would not be
 * negative.
 */
export function fromStrictSquares(l: Term, r: Term, sign: Theorem, squares: Theorem): Theorem {
  const split = comparable(r, l);
  const f = split.conclusion;
  if (f.kind !== 'or') throw new TypeError('comparable is a disjunction');
  const beyond = assume(f.left);
  const absurd = asymmetry(
    orderBy(nought(), nought(), true, [
      summand([beyond, beyond]),
      summand([sign, beyond], ratio(2n)),
      summand([squares]),
    ]),
  );
  return cases(split, classical(less(l, r, true), absurd), assume(f.right));
}

/** |t| with what is known of it at once. */
export interface Length {
  readonly of: Term;
  readonly value: Term;
  /** 0 ≤ |t|. */
  readonly sign: Theorem;
  /** |t| |t| = t·t. */
  readonly square: Theorem;
}

export function lengthOf(t: Term): Length {
  const s = inner(t, t);
  const both = rootOf(orderBy(nought(), s, false, [summand([], one, [t])]));
  return { of: t, value: root(s), sign: second(both), square: first(both) };
}

const squareRoots = new WeakMap<Term, { readonly root: Term | null }>();

/**
 * t with t·t = s, where s shows it: a sum of halves of its squares. Looked for once in each term.
 */
export function squareRootOf(s: Term): Term | null {
  const known = squareRoots.get(s);
  if (known) return known.root;
  const root = lookForRoot(s);
  squareRoots.set(s, { root });
  return root;
}

/** Small fractions c with c² a = b, for two graphs that are alike but for their coefficients. */
function scalesBetween(square: Sum, whole: Sum): Ratio[] {
  const [[text, a] = [], ...more] = [...square];
  const b = text === undefined ? undefined : whole.get(text);
  if (!a || !b || more.length > 0) return [];
  return [1n, 2n, 3n].flatMap((c) =>
    [1n, 2n, 3n].flatMap((d) => {
      const scaled = product(ratio(c * c, d * d), a.coefficient);
      const same = scaled.num * b.coefficient.den === b.coefficient.num * scaled.den;
      return same ? [ratio(c, d)] : [];
    }),
  );
}

function lookForRoot(s: Term): Term | null {
  const halves = new Map<string, Term>();
  const entries = [...difference(s, nought(), nothing).values()];
  for (const entry of entries) {
    const { monomial: m } = entry;
    const whole = difference(termOf(new Map([['', entry]]), []), nought(), nothing);
    for (const { chosen, free } of cuts(m, 8)) {
      if (chosen.length * 2 !== m.factors.length || free.length === 0) continue;
      const part = subgraph(m, chosen, free);
      const square = difference(inner(part, part), nought(), nothing);
      for (const c of scalesBetween(square, whole).slice(0, 1)) {
        const half = scale(c, part);
        const [text] = [...difference(half, zeros(half.shape), nothing).keys()];
        if (text !== undefined && !halves.has(`${text} ${half.shape.join()}`))
          halves.set(`${text} ${half.shape.join()}`, half);
      }
    }
  }
  const fits = (t: Term): boolean => difference(inner(t, t), s, nothing).size === 0;
  const all = [...halves.values()].slice(0, 6);
  const single = all.find(fits);
  if (single) return single;
  const turned = all.flatMap((t) =>
    t.shape.length === 2 && t.shape[0] === t.shape[1] ? [t, permute(t, [1, 0])] : [t],
  );
  const joined = (t: Term, from: number, left: number): Term | null => {
    if (fits(t)) return t;
    if (left === 0) return null;
    for (let i = from; i < turned.length; i++) {
      const next = turned[i] as Term;
      if (next.shape.join() !== t.shape.join()) continue;
      for (const more of [add(t, next), minus(t, next)]) {
        const found = joined(more, i + 1, left - 1);
        if (found) return found;
      }
    }
    return null;
  };
  for (const [i, t] of turned.entries()) {
    const found = joined(t, i + 1, 3);
    if (found) return found;
  }
  return null;
}

/** x·y ≤ |x| |y|. Source: Cauchy and Schwarz, by Lagrange's identity for x⊗y − y⊗x. */
export function cauchySchwarz(x: Length, y: Length): Theorem {
  const product = inner(x.of, y.of);
  const [a, b] = [
    letters(x.of.shape.length),
    letters(2 * x.of.shape.length).slice(x.of.shape.length),
  ];
  const wedge = minus(contract([x.of, y.of], [a, b], a + b), contract([x.of, y.of], [b, a], a + b));
  const right = times(x.value, y.value);
  const half = ratio(1n, 2n);
  // |x|²|y|² − (x·y)² = ½|x⊗y − y⊗x|² + (|x|² − x·x)|y|² + x·x (|y|² − y·y)
  const sign = orderBy(nought(), right, false, [summand([x.sign, y.sign])]);
  const squares = orderBy(times(product, product), times(right, right), false, [
    summand([], half, [wedge]),
    summand([upwards(x)], one, [y.value]),
    summand([upwards(y), orderBy(nought(), inner(x.of, x.of), false, [summand([], one, [x.of])])]),
  ]);
  return fromSquares(product, right, sign, squares);
}
/** t·t ≤ |t|². */
const upwards = (x: Length): Theorem =>
  orderBy(inner(x.of, x.of), times(x.value, x.value), false, [summand([weak(flipped(x.square))])]);
/** |x + y| ≤ |x| + |y|. */
export function triangle(x: Length, y: Length): { sum: Length; theorem: Theorem } {
  const sum = lengthOf(add(x.of, y.of));
  const right = add(x.value, y.value);
  const sign = orderBy(nought(), right, false, [summand([x.sign]), summand([y.sign])]);
  // (|x| + |y|)² − |x + y|² = 2(|x||y| − x·y) + (|x|² − x·x) + (|y|² − y·y) − (|x + y|² − (x +
  // y)·(x + y))
  const squares = orderBy(times(sum.value, sum.value), times(right, right), false, [
    summand([cauchySchwarz(x, y)], ratio(2n)),
    summand([upwards(x)]),
    summand([upwards(y)]),
    summand([weak(sum.square)]),
  ]);
  return { sum, theorem: fromSquares(sum.value, right, sign, squares) };
}

/** From |t|² ≤ r² told as t·t ≤ r r, and 0 ≤ r: |t| ≤ r. */
export function lengthBelow(t: Length, r: Term, sign: Theorem, squares: Theorem): Theorem {
  return fromSquares(
    t.value,
    r,
    sign,
    orderBy(times(t.value, t.value), times(r, r), false, [
      summand([weak(t.square)]),
      summand([squares]),
    ]),
  );
}
/** From l l ≤ t·t: l ≤ |t|. */
export function lengthAbove(l: Term, t: Length, squares: Theorem): Theorem {
  return fromSquares(
    l,
    t.value,
    t.sign,
    orderBy(times(l, l), times(t.value, t.value), false, [
      summand([squares]),
      summand([upwards(t)]),
    ]),
  );
}
export { upwards };
