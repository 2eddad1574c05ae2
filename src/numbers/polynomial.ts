/** Multivariate polynomials over the rationals as a domain. */
import { type Field, Undefined, Unsupported } from './field.ts';
import { type Q, add, div, mul, neg, sign } from './rational.ts';
import { rationals } from './rationals.ts';

/** Coefficients by monomial; the key is the list of exponents, zero coefficients are left out. */
export interface Polynomial {
  readonly terms: ReadonlyMap<string, Q>;
}

export interface PolynomialRing extends Field<Polynomial> {
  readonly variables: number;
  lift(value: Q): Polynomial;
  /** The i-th variable, from 0. */
  variable(i: number): Polynomial;
  /** The value where the variables have these values. */
  evaluate(a: Polynomial, at: readonly Q[]): Q;
}

const accumulate = (terms: Map<string, Q>, key: string, value: Q): void => {
  const sum = add(terms.get(key) ?? 0, value);
  if (sign(sum) === 0) terms.delete(key);
  else terms.set(key, sum);
};

const sum = (a: Polynomial, b: Polynomial): Polynomial => {
  const terms = new Map(a.terms);
  for (const [key, value] of b.terms) accumulate(terms, key, value);
  return { terms };
};

const scaled = (a: Polynomial, by: Q): Polynomial =>
  sign(by) === 0
    ? { terms: new Map() }
    : { terms: new Map([...a.terms].map(([key, value]) => [key, mul(by, value)])) };

const exponents = (key: string): number[] => (key === '' ? [] : key.split(',').map(Number));

/** Each term of one times each term of the other. */
const expanded = (a: Polynomial, b: Polynomial): Polynomial => {
  const factors = [...b.terms].map(([key, value]) => ({ powers: exponents(key), value }));
  const terms = new Map<string, Q>();
  for (const [key, value] of a.terms) {
    const powers = exponents(key);
    for (const factor of factors) {
      accumulate(
        terms,
        powers.map((p, i) => p + (factor.powers[i] ?? 0)).join(','),
        mul(value, factor.value),
      );
    }
  }
  return { terms };
};

const valueAt = (a: Polynomial, at: readonly Q[]): Q => {
  let total: Q = 0;
  for (const [key, value] of a.terms) {
    let term = value;
    for (const [i, power] of exponents(key).entries()) {
      for (let k = 0; k < power; k += 1) term = mul(term, at[i] ?? 0);
    }
    total = add(total, term);
  }
  return total;
};

/**
 * Polynomials in n variables over the rationals: an identity for all values holds exactly where
 * `sign` answers 0.
 * `sign` is null for a non-constant polynomial; only constants divide (`Unsupported` otherwise).
 */
export const polynomials = (n: number): PolynomialRing => {
  const unit = Array.from({ length: n }, () => 0).join(',');
  const lift = (value: Q): Polynomial => ({
    terms: sign(value) === 0 ? new Map() : new Map([[unit, value]]),
  });
  const zero = lift(0);

  /** The value of a constant polynomial, null for any other. */
  const constantOf = (a: Polynomial): Q | null => {
    if (a.terms.size === 0) return 0;
    return a.terms.size === 1 ? (a.terms.get(unit) ?? null) : null;
  };

  const product = (a: Polynomial, b: Polynomial): Polynomial => {
    const [left, right] = [constantOf(a), constantOf(b)];
    if (left !== null) return scaled(b, left);
    return right === null ? expanded(a, b) : scaled(a, right);
  };

  return {
    name: 'polynomial',
    exact: true,
    variables: n,
    zero,
    one: lift(1),
    lift,
    variable: (i) => {
      if (!(Number.isInteger(i) && i >= 0 && i < n))
        throw new RangeError(`no variable ${i} among ${n}`);
      return {
        terms: new Map([[Array.from({ length: n }, (_, j) => (j === i ? 1 : 0)).join(','), 1]]),
      };
    },
    evaluate: valueAt,
    fromInteger: (value) => lift(rationals.fromInteger(value)),
    fromRational: (value) => lift(rationals.fromRational(value)),
    add: sum,
    sub: (a, b) => sum(a, scaled(b, -1)),
    mul: product,
    neg: (a) => ({ terms: new Map([...a.terms].map(([key, value]) => [key, neg(value)])) }),
    div: (a, b) => {
      const divisor = constantOf(b);
      if (divisor === null) throw new Unsupported('a polynomial is divided by constants only');
      if (sign(divisor) === 0) throw new Undefined('division by zero');
      return scaled(a, div(1, divisor));
    },
    sign: (a) => {
      const value = constantOf(a);
      return value === null ? null : sign(value);
    },
    isZero: (a) => a.terms.size === 0,
    apply: (fn, a) => {
      const value = constantOf(a);
      if (value === null) throw new Unsupported(`${fn} of a polynomial is not a polynomial`);
      return lift(rationals.apply(fn, value));
    },
  };
};
