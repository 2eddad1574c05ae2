/**
 * The real line cut at the roots of some polynomials: a domain of numbers that depend on one
 * unknown, in which a sign is known because it is the same all over a cell. A fact of every cell
 * holds for every real number (Tarski 1951, for one unknown).
 */
import {
  type Field,
  type ScalarFunction,
  type Sign,
  Undefined,
  Unsupported,
  leakySlope,
} from './field.ts';
import { type Q, denominator, fromRational, numerator, ratio } from './rational.ts';
import { rationals } from './rationals.ts';
import {
  commonDivisor,
  degree,
  isolatedRoots,
  opposite,
  plus,
  primitive,
  product,
  quotient,
  rootsBetween,
  signAt,
  squareFree,
  sturmChain,
  type Univariate,
} from './univariate.ts';

/** A quotient of polynomials in the unknown; the denominator has no root in the cell. */
export interface Dependent {
  readonly over: Univariate;
  readonly under: Univariate;
}

/** An open interval of the line, or a single root. */
export interface Cell {
  /** A point of the interval, or one next to the root with no other root between. */
  readonly sample: Q;
  /** Two points with the root and no other between them; null for an interval. */
  readonly root: { readonly from: Q; readonly to: Q } | null;
}

/** The sign of this polynomial varies within a cell: the line must be cut at its roots too. */
export class Uncut extends Error {
  override readonly name = 'Uncut';
  readonly at: Univariate;
  constructor(at: Univariate) {
    super('a sign that changes inside a cell');
    this.at = at;
  }
}

/** The cells between the roots of a square-free polynomial, and the roots, in order. */
export function cellsOf(cuts: Univariate): readonly Cell[] {
  const roots = degree(cuts) > 0 ? isolatedRoots(cuts) : [];
  const first: Cell = { sample: roots[0]?.from ?? 0, root: null };
  return [
    first,
    ...roots.flatMap(({ from, to }): Cell[] => [
      { sample: from, root: { from, to } },
      { sample: to, root: null },
    ]),
  ];
}

/** Cuts at the roots of a further polynomial. */
export const cutAlso = (cuts: Univariate, at: Univariate): Univariate =>
  squareFree(product(cuts, at));

const constant = (value: Q): Dependent => ({
  over: numerator(value) === 0n ? [] : [numerator(value)],
  under: [denominator(value)],
});
const unknown: Dependent = { over: [0n, 1n], under: [1n] };

/**
 * Longer numbers are not computed with: their common divisors would take longer than a search has.
 */
const mostCoefficients = 24;
const mostBits = 256;
const tooLong = 1n << BigInt(mostBits);
const isLong = (c: bigint): boolean => c > tooLong || c < -tooLong;

/** Lowest terms, so that nothing grows without need. */
const reduced = (over: Univariate, under: Univariate): Dependent => {
  if (over.length === 0) return { over, under: [1n] };
  if (over.length + under.length > mostCoefficients || over.some(isLong) || under.some(isLong))
    throw new Unsupported('a quotient of polynomials of too high a degree');
  const shared = commonDivisor(over, under);
  const [p, q] =
    shared.length > 1 ? [exactly(over, shared), exactly(under, shared)] : [over, under];
  const content = primitive([...p, ...q]);
  return { over: content.slice(0, p.length), under: content.slice(p.length) };
};

/** a / b with the right factor, b primitive and a divisor of a. */
const exactly = (a: Univariate, b: Univariate): Univariate => {
  const rough = quotient(a, b);
  const [want, have] = [a.at(-1) as bigint, (rough.at(-1) as bigint) * (b.at(-1) as bigint)];
  return rough.map((c) => (c * want) / have);
};

export interface Line extends Field<Dependent> {
  readonly unknown: Dependent;
  readonly lift: (value: Q) => Dependent;
}

/** The sign of a polynomial in a cell of the line cut at the roots of `cuts`. */
const signsIn = (cuts: Univariate, cell: Cell): ((p: Univariate) => -1 | 0 | 1) => {
  const known = new Map<string, -1 | 0 | 1>();
  return (p: Univariate): -1 | 0 | 1 => {
    if (p.length <= 1) return p.length === 0 ? 0 : (p[0] as bigint) > 0n ? 1 : -1;
    const key = p.join();
    const before = known.get(key);
    if (before !== undefined) return before;
    const free = squareFree(p);
    const shared = degree(cuts) > 0 ? commonDivisor(free, cuts) : [1n];
    const rest = quotient(free, shared);
    if (degree(rest) > 0 && isolatedRoots(rest).length > 0) throw new Uncut(rest);
    const { root, sample } = cell;
    const vanishes =
      root !== null &&
      degree(shared) > 0 &&
      rootsBetween(sturmChain(shared), root.from, root.to) > 0;
    const sign = vanishes ? 0 : signAt(p, sample);
    known.set(key, sign);
    return sign;
  };
};

/**
 * The numbers of a cell of the line cut at the roots of `cuts`. `sign` throws `Uncut` where it is
 * not the same in all of the cell.
 */
export const lineAt = (cuts: Univariate, cell: Cell): Line => {
  const signOf = signsIn(cuts, cell);
  const sign = ({ over, under }: Dependent): -1 | 0 | 1 =>
    (signOf(over) * signOf(under)) as -1 | 0 | 1;
  const add = (a: Dependent, b: Dependent): Dependent =>
    reduced(plus(product(a.over, b.under), product(b.over, a.under)), product(a.under, b.under));
  const neg = (a: Dependent): Dependent => ({ over: opposite(a.over), under: a.under });
  const mul = (a: Dependent, b: Dependent): Dependent =>
    reduced(product(a.over, b.over), product(a.under, b.under));
  const one = constant(1);
  const zero = constant(0);
  const slope = constant(fromRational(leakySlope));
  const offKink = (fn: string, a: Dependent, below: Dependent, above: Dependent): Dependent => {
    const s = sign(a);
    if (s === 0) throw new Undefined(`${fn} at its kink 0`);
    return s > 0 ? above : below;
  };
  const apply = (fn: ScalarFunction, a: Dependent): Dependent => {
    if (a.over.length <= 1 && a.under.length === 1)
      return constant(rationals.apply(fn, ratio(a.over[0] ?? 0n, a.under[0] as bigint)));
    switch (fn) {
      case 'abs':
        return sign(a) < 0 ? neg(a) : a;
      case 'sign':
        return constant(sign(a));
      case 'relu':
        return sign(a) > 0 ? a : zero;
      case 'leakyrelu':
        return sign(a) > 0 ? a : mul(slope, a);
      case 'step':
        return offKink(fn, a, zero, one);
      case 'leakystep':
        return offKink(fn, a, slope, one);
      default:
        throw new Unsupported(`${fn} of an unknown is not rational`);
    }
  };
  return {
    name: 'line',
    exact: true,
    zero,
    one,
    unknown,
    lift: constant,
    fromInteger: (value) => constant(rationals.fromInteger(value)),
    fromRational: (value) => constant(fromRational(value)),
    add,
    sub: (a, b) => add(a, neg(b)),
    mul,
    neg,
    div: (a, b) => {
      if (sign(b) === 0) throw new Undefined('division by zero');
      return reduced(product(a.over, b.under), product(a.under, b.over));
    },
    sign: (a): Sign => sign(a),
    apply,
  };
};
