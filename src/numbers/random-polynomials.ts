/**
 * Polynomials over any domain in the entries of random variables, with steps: θ(a) is 1 where the
 * polynomial a is positive and 0 where it is negative, so that relu(a) = a θ(a) and |a| = a (2θ(a)
 * − 1). Means are taken of them.
 */
import { spend } from './counted-work.ts';
import { type Field, type ScalarFunction, leakySlope, Unsupported, vanishes } from './field.ts';
import { monomials, type RandomMonomial } from './random-monomials.ts';

/** `Σ coefficient · Π entry^power · Π θ(step)`, no coefficient zero. */
export interface RandomPolynomial<T> {
  readonly terms: ReadonlyMap<RandomMonomial, T>;
}

/** The argument of a step; `bare` inside a derivative or a sign, which do not have a value at 0. */
export interface Step<T> {
  readonly of: RandomPolynomial<T>;
  readonly bare: boolean;
}

export interface RandomRing<T> extends Field<RandomPolynomial<T>> {
  readonly base: Field<T>;
  readonly steps: readonly Step<T>[];
  /** What a sign was taken of: sign(a) = 2θ(a) − 1 but for a = 0, where sign(0) = 0. */
  readonly signed: readonly RandomPolynomial<T>[];
  lift(value: T): RandomPolynomial<T>;
  entry(number: number): RandomPolynomial<T>;
  monomial(powers: RandomMonomial['powers'], steps: readonly number[]): RandomMonomial;
  /** A polynomial from terms, like ones added up. */
  collect(terms: Iterable<readonly [RandomMonomial, T]>): RandomPolynomial<T>;
}

/** Longer polynomials take seconds: smaller sizes show as much. */
const longest = 20_000;
const mostProducts = 200_000;

const ofUnknownSign =
  'the mean of an inverse of something random, or of what depends on its sign, is not computed';

type Terms<T> = Map<RandomMonomial, T>;

/** Sums and products, without steps. */
const sumsOver = <T>(base: Field<T>) => {
  type P = RandomPolynomial<T>;
  const { monomial, unit, times } = monomials();
  const put = (into: Terms<T>, of: RandomMonomial, by: T): void => {
    const before = into.get(of);
    const coefficient = before === undefined ? by : base.add(before, by);
    if (vanishes(base, coefficient)) into.delete(of);
    else into.set(of, coefficient);
    if (into.size > longest)
      throw new Unsupported(`a mean over more than ${longest} products of random entries`);
  };
  const collect = (terms: Iterable<readonly [RandomMonomial, T]>): P => {
    const into: Terms<T> = new Map();
    for (const [of, by] of terms) put(into, of, by);
    return { terms: into };
  };
  const lift = (value: T): P => collect([[unit, value]]);
  const [zero, one] = [lift(base.zero), lift(base.one)];
  const add = (a: P, b: P): P => {
    spend(1 + (a.terms.size + b.terms.size) / 8);
    if (a.terms.size === 0) return b;
    if (b.terms.size === 0) return a;
    const into: Terms<T> = new Map(a.terms);
    for (const [of, by] of b.terms) put(into, of, by);
    return { terms: into };
  };
  const scaled = (by: T, a: P): P => {
    const into: Terms<T> = new Map();
    for (const [of, coefficient] of a.terms) put(into, of, base.mul(by, coefficient));
    return { terms: into };
  };
  const neg = (a: P): P => scaled(base.neg(base.one), a);
  const mul = (a: P, b: P): P => {
    if (a.terms.size * b.terms.size > mostProducts)
      throw new Unsupported(`a mean over more than ${mostProducts} products of random entries`);
    spend(1 + (a.terms.size * b.terms.size) / 4);
    const into: Terms<T> = new Map();
    for (const [x, by] of a.terms)
      for (const [y, other] of b.terms) put(into, times(x, y), base.mul(by, other));
    return { terms: into };
  };
  /** The value of a polynomial without random entries; null for any other. */
  const constantOf = ({ terms }: P): T | null =>
    terms.size === 0 ? base.zero : terms.size === 1 ? (terms.get(unit) ?? null) : null;
  return { monomial, collect, lift, zero, one, add, scaled, neg, mul, constantOf };
};

/** θ of a polynomial, and the functions that follow from it; `steps` and `signed` list arguments. */
const stepsOver = <T>(
  base: Field<T>,
  {
    monomial,
    collect,
    lift,
    one,
    add,
    scaled,
    neg,
    mul,
    constantOf,
  }: ReturnType<typeof sumsOver<T>>,
) => {
  type P = RandomPolynomial<T>;
  const steps: Step<T>[] = [];
  const signed: P[] = [];
  const theta = (a: P, bare: boolean): P => {
    const symbol = (k: number): P => {
      const step = steps[k] as Step<T>;
      if (bare && !step.bare) steps[k] = { ...step, bare };
      return collect([[monomial([], [k]), base.one]]);
    };
    for (let k = 0; k < steps.length; k++) {
      const { of } = steps[k] as Step<T>;
      if (add(a, neg(of)).terms.size === 0) return symbol(k);
      if (add(a, of).terms.size === 0) return add(one, neg(symbol(k)));
    }
    steps.push({ of: a, bare });
    return symbol(steps.length - 1);
  };
  const apply = (fn: ScalarFunction, a: P): P => {
    const value = constantOf(a);
    if (value !== null) return lift(base.apply(fn, value));
    const slope = base.fromRational(leakySlope);
    const leaky = (bare: boolean): P =>
      add(lift(slope), scaled(base.sub(base.one, slope), theta(a, bare)));
    const both = (bare: boolean): P => add(scaled(base.fromInteger(2), theta(a, bare)), neg(one));
    switch (fn) {
      case 'relu':
        return mul(a, theta(a, false));
      case 'step':
        return theta(a, true);
      case 'abs':
        return mul(a, both(false));
      case 'sign':
        signed.push(a);
        return both(true);
      case 'leakyrelu':
        return mul(a, leaky(false));
      case 'leakystep':
        return leaky(true);
      default:
        throw new Unsupported(`the mean of ${fn} of a random variable is not computed exactly`);
    }
  };
  return { steps, signed, apply };
};

export const randomPolynomials = <T>(base: Field<T>): RandomRing<T> => {
  const sums = sumsOver(base);
  const { monomial, collect, lift, zero, one, add, scaled, neg, mul, constantOf } = sums;
  const { steps, signed, apply } = stepsOver(base, sums);
  return {
    name: `means over ${base.name}`,
    exact: base.exact,
    base,
    steps,
    signed,
    zero,
    one,
    lift,
    monomial,
    collect,
    add,
    mul,
    neg,
    apply,
    entry: (k) => collect([[monomial([[k, 1]], []), base.one]]),
    fromInteger: (value) => lift(base.fromInteger(value)),
    fromRational: (value) => lift(base.fromRational(value)),
    sub: (a, b) => add(a, neg(b)),
    div: (a, b) => {
      const divisor = constantOf(b);
      if (divisor === null)
        throw new Unsupported('the mean of a quotient by something random is not computed exactly');
      return scaled(base.div(base.one, divisor), a);
    },
    sign: (a) => {
      const value = constantOf(a);
      // more digits do not tell the sign of what is random
      if (value === null) throw new Unsupported(ofUnknownSign);
      return base.sign(value);
    },
    isZero: (a) => a.terms.size === 0,
  };
};
