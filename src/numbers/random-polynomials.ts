/**
 * Polynomials over any domain in the entries of random variables, with steps: θ(a) is 1 where the
 * polynomial a is positive and 0 where it is negative, so that relu(a) = a θ(a) and |a| = a (2θ(a)
 * − 1). Means are taken of them.
 */
import { spend } from './counted-work.ts';
import { type Field, type ScalarFunction, leakySlope, Unsupported, vanishes } from './field.ts';

/**
 * `coefficient · Π entry^power · Π θ(step)`: entries by number in rising order, steps by number,
 * each once.
 */
export interface RandomTerm<T> {
  readonly coefficient: T;
  readonly powers: readonly (readonly [entry: number, power: number])[];
  readonly steps: readonly number[];
}
export interface RandomPolynomial<T> {
  readonly terms: ReadonlyMap<string, RandomTerm<T>>;
}

/** The argument of a step; `bare` inside a derivative or a sign, which do not have a value at 0. */
export interface Step<T> {
  readonly of: RandomPolynomial<T>;
  readonly bare: boolean;
}

export interface RandomRing<T> extends Field<RandomPolynomial<T>> {
  readonly base: Field<T>;
  readonly steps: readonly Step<T>[];
  lift(value: T): RandomPolynomial<T>;
  entry(number: number): RandomPolynomial<T>;
  /** A polynomial from terms, like ones added up. */
  collect(terms: Iterable<RandomTerm<T>>): RandomPolynomial<T>;
}

/** Longer polynomials take seconds: smaller sizes show as much. */
const longest = 20_000;
const mostProducts = 200_000;

const keyOf = ({ powers, steps }: Omit<RandomTerm<never>, 'coefficient'>): string =>
  `${powers.map(([e, k]) => `${e}^${k}`).join(' ')}|${steps.join(' ')}`;

const product = <T>(base: Field<T>, a: RandomTerm<T>, b: RandomTerm<T>): RandomTerm<T> => {
  const powers: (readonly [number, number])[] = [];
  let [i, j] = [0, 0];
  while (i < a.powers.length || j < b.powers.length) {
    const [x, y] = [a.powers[i], b.powers[j]];
    if (x && y && x[0] === y[0]) {
      powers.push([x[0], x[1] + y[1]]);
      [i, j] = [i + 1, j + 1];
    } else if (x && (!y || x[0] < y[0])) {
      powers.push(x);
      i++;
    } else if (y) {
      powers.push(y);
      j++;
    }
  }
  const steps =
    a.steps.length === 0
      ? b.steps
      : b.steps.length === 0
        ? a.steps
        : [...new Set([...a.steps, ...b.steps])].sort((x, y) => x - y);
  return { coefficient: base.mul(a.coefficient, b.coefficient), powers, steps };
};

export const randomPolynomials = <T>(base: Field<T>): RandomRing<T> => {
  type P = RandomPolynomial<T>;
  const steps: Step<T>[] = [];
  const put = (into: Map<string, RandomTerm<T>>, term: RandomTerm<T>): void => {
    const key = keyOf(term);
    const before = into.get(key);
    const coefficient = before ? base.add(before.coefficient, term.coefficient) : term.coefficient;
    if (vanishes(base, coefficient)) into.delete(key);
    else into.set(key, { ...term, coefficient });
    if (into.size > longest)
      throw new Unsupported(`a mean over more than ${longest} products of random entries`);
  };
  const collect = (terms: Iterable<RandomTerm<T>>): P => {
    const into = new Map<string, RandomTerm<T>>();
    for (const term of terms) put(into, term);
    return { terms: into };
  };
  const lift = (value: T): P => collect([{ coefficient: value, powers: [], steps: [] }]);
  const [zero, one] = [lift(base.zero), lift(base.one)];
  const add = (a: P, b: P): P => {
    spend(1 + (a.terms.size + b.terms.size) / 8);
    return collect([...a.terms.values(), ...b.terms.values()]);
  };
  const scaled = (by: T, a: P): P =>
    collect([...a.terms.values()].map((t) => ({ ...t, coefficient: base.mul(by, t.coefficient) })));
  const neg = (a: P): P => scaled(base.neg(base.one), a);
  const mul = (a: P, b: P): P => {
    if (a.terms.size * b.terms.size > mostProducts)
      throw new Unsupported(`a mean over more than ${mostProducts} products of random entries`);
    spend(1 + (a.terms.size * b.terms.size) / 4);
    const into = new Map<string, RandomTerm<T>>();
    for (const x of a.terms.values())
      for (const y of b.terms.values()) put(into, product(base, x, y));
    return { terms: into };
  };
  /** The value of a polynomial without random entries; null for any other. */
  const constantOf = (a: P): T | null => {
    const [first] = a.terms.values();
    if (first === undefined) return base.zero;
    return a.terms.size === 1 && first.powers.length === 0 && first.steps.length === 0
      ? first.coefficient
      : null;
  };
  const theta = (a: P, bare: boolean): P => {
    const symbol = (k: number): P => {
      const step = steps[k] as Step<T>;
      if (bare && !step.bare) steps[k] = { ...step, bare };
      return collect([{ coefficient: base.one, powers: [], steps: [k] }]);
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
    const signed = (bare: boolean): P => add(scaled(base.fromInteger(2), theta(a, bare)), neg(one));
    switch (fn) {
      case 'relu':
        return mul(a, theta(a, false));
      case 'step':
        return theta(a, true);
      case 'abs':
        return mul(a, signed(false));
      case 'sign':
        return signed(true);
      case 'leakyrelu':
        return mul(a, leaky(false));
      case 'leakystep':
        return leaky(true);
      default:
        throw new Unsupported(`the mean of ${fn} of a random variable is not computed exactly`);
    }
  };
  return {
    name: `means over ${base.name}`,
    exact: base.exact,
    base,
    steps,
    zero,
    one,
    lift,
    collect,
    add,
    mul,
    neg,
    apply,
    entry: (k) => collect([{ coefficient: base.one, powers: [[k, 1]], steps: [] }]),
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
      if (value === null)
        throw new Unsupported(
          'the mean of an inverse of something random, or of what depends on its sign, is not computed',
        );
      return base.sign(value);
    },
    isZero: (a) => a.terms.size === 0,
  };
};
