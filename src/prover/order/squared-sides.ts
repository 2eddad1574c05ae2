/**
 * Inequalities between lengths and other products of roots: l ≤ r because 0 ≤ r and l² ≤ r², told
 * without the roots.
 */
import type { Factor, Term } from '../../kernel/term.ts';
import { contract, dimension, factorTerm, number } from '../../kernel/graph.ts';
import { less, type FormulaOf } from '../../kernel/formula.ts';
import { first, rootOf, second, weak, law, type Theorem } from '../../kernel/theorem.ts';
import { one } from '../../kernel/ratio.ts';
import { equation, flipped, Ledger, symmetryBook, type Equation } from '../derived/equations.ts';
import { positiveSizes } from '../derived/dimension-signs.ts';
import { orderBy, summand } from '../derived/labelled.ts';
import { fromSquares, fromStrictSquares, squareRootOf } from '../derived/lengths.ts';
import { close } from '../derived/membership.ts';
import { nought, times } from '../graphs/small-terms.ts';
import type { Context } from '../known/context.ts';
import type { Ask, Attempt, Strategy } from '../known/strategy.ts';

/** s where the factor is √s, or |s|. */
function inside({ head }: Factor, name: 'sqrt' | 'abs'): Term | null {
  const [s] = head.kind === 'jet' && head.fn.name === name && head.orders[0] === 0 ? head.args : [];
  return s && s.shape.length === 0 ? s : null;
}
const isRoot = (f: Factor): boolean => inside(f, 'sqrt') !== null || inside(f, 'abs') !== null;
export const rooted = (t: Term): boolean => t.monomials.some((m) => m.factors.some(isRoot));
/** Is it one graph, or free of roots? Then its square is. */
export const plain = (t: Term): boolean => t.monomials.length <= 1 || !rooted(t);

interface Squared {
  /** t t without roots. */
  readonly square: Term;
  readonly equation: Theorem;
  readonly signs: readonly Theorem[];
}

/** t² without roots, where what stands below them is known not to be negative. */
export function* squared(t: Term, known: Context): Generator<Ask, Squared | null, Theorem | null> {
  const equations: Equation[] = [];
  const signs: Theorem[] = [];
  const [m] = rooted(t) ? t.monomials : [];
  const values: Term[] = [];
  for (const f of m?.factors.filter(isRoot) ?? []) {
    const s = inside(f, 'sqrt');
    if (s) {
      const half = squareRootOf(s);
      const sign = half
        ? orderBy(nought(), s, false, [summand([], one, [half])])
        : yield { goal: less(nought(), s, false), known };
      if (!sign) return null;
      equations.push(equation(first(rootOf(sign)), 'root'));
      signs.push(second(rootOf(sign)));
      values.push(s);
    } else {
      const a = inside(f, 'abs') as Term;
      equations.push(equation(law('abs', a, 0), 'absolute value'));
      values.push(times(a, a));
    }
  }
  const others = m ? withoutRoots(t, m.factors.filter(isRoot)) : t;
  if (!others) return null;
  const square = times(others, others, ...values);
  const ledger = new Ledger(times(t, t), square, symmetryBook([]));
  if (!ledger.done && !close(ledger, equations)) return null;
  return { square, equation: ledger.theorem(), signs };
}

/** The one graph of a number without some of its factors that no wire joins. */
function withoutRoots(t: Term, roots: readonly Factor[]): Term | null {
  const [m] = t.monomials;
  if (!m) return null;
  const left = m.factors.filter((f) => !roots.includes(f));
  if (left.some((f) => f.slots.length > 0)) return null;
  const parts = [
    ...left.map(factorTerm),
    ...Object.entries(m.powers).map(([d, k]) => dimension(d, k)),
    number(m.coefficient),
  ];
  return contract(
    parts,
    parts.map(() => ''),
    '',
  );
}

/** 0 ≤ t, of a product by its factors. */
export function* notNegative(t: Term, known: Context): Attempt {
  const whole = yield { goal: less(nought(), t, false), known };
  const [m] = t.monomials;
  const isProduct = m && t.monomials.length === 1 && m.factors.every((f) => f.slots.length === 0);
  if (whole || !isProduct || m.factors.length < 2 || m.coefficient.num < 0n) return whole;
  const signs: Theorem[] = [];
  for (const f of m.factors) {
    const sign = yield { goal: less(nought(), factorTerm(f), false), known };
    if (!sign) return null;
    signs.push(sign);
  }
  const sizes = Object.entries(m.powers).map(([d, k]) => dimension(d, k));
  const over = sizes.length > 0 ? positiveSizes(times(...sizes)) : null;
  return orderBy(nought(), t, false, [summand([...(over ? [over] : []), ...signs], m.coefficient)]);
}

export const squaredSides: Strategy = {
  name: 'both sides squared',
  summary: 'l <= r because 0 <= r and l^2 <= r^2, where roots stand on either side',
  kinds: ['less'],
  promise: (goal) =>
    goal.kind === 'less' &&
    (rooted(goal.left) || rooted(goal.right)) &&
    plain(goal.left) &&
    plain(goal.right)
      ? 0.5
      : null,
  *prove(goal, known) {
    const { left, right, strict } = goal as FormulaOf<'less'>;
    const sign = yield* notNegative(right, known);
    const l = sign && (yield* squared(left, known));
    const r = l && (yield* squared(right, known));
    const inner = r && (yield { goal: less(l.square, r.square, strict), known });
    if (!sign || !l || !r || !inner) return null;
    const squares = orderBy(times(left, left), times(right, right), strict, [
      summand([inner]),
      summand([weak(l.equation)]),
      summand([weak(flipped(r.equation))]),
    ]);
    return (strict ? fromStrictSquares : fromSquares)(left, right, sign, squares);
  },
};

/** From 0 ≤ l ≤ r, where l is a product of roots: l² ≤ r², told without the roots. */
export function* squaredOrder(t: Theorem, known: Context): Attempt {
  const f = t.conclusion;
  if (f.kind !== 'less' || !rooted(f.left) || !plain(f.left) || !plain(f.right)) return null;
  const sign = yield* notNegative(f.left, known);
  const l = sign && (yield* squared(f.left, known));
  const r = l && (yield* squared(f.right, known));
  if (!sign || !l || !r) return null;
  const above = orderBy(nought(), f.right, false, [summand([sign]), summand([t])]);
  return orderBy(l.square, r.square, false, [
    summand([weak(flipped(l.equation))]),
    summand([t, sign]),
    summand([t, above]),
    summand([weak(r.equation)]),
  ]);
}
