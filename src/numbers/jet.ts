/** First-order Taylor arithmetic over any domain (automatic differentiation). */
import { spend } from './counted-work.ts';
import { derivatives } from './derivatives.ts';
import { type Field, Unsupported, vanishes } from './field.ts';

/** A value and its first partial derivatives in n variables; `partials` null where all are zero. */
export interface Jet<T> {
  readonly value: T;
  readonly partials: readonly T[] | null;
}

/** Jets as a domain, with the ways in and out. Nest two for second derivatives. */
export interface JetField<T> extends Field<Jet<T>> {
  readonly base: Field<T>;
  readonly variables: number;
  isZero(a: Jet<T>): boolean;
  constant(name: 'pi'): Jet<T>;
  /** A value that no variable moves. */
  lift(value: T): Jet<T>;
  /** The i-th variable (from 0) at the given value. */
  variable(value: T, i: number): Jet<T>;
  /** The partial derivative by the i-th variable (from 0). */
  partial(a: Jet<T>, i: number): T;
}

const lift = <T>(value: T): Jet<T> => ({ value, partials: null });

/** value with the partials f·da + g·db, where f null means 1. */
type Combine<T> = (
  value: T,
  f: T | null,
  da: readonly T[] | null,
  g: T | null,
  db: readonly T[] | null,
) => Jet<T>;

/** Combinations of partials over a base domain in n variables. */
const combinations = <T>(base: Field<T>, n: number): Combine<T> => {
  /**
   * Drops partials that are zero in all their own parts: a nested partial of value zero may still
   * have a slope.
   */
  const jet = (value: T, partials: readonly T[]): Jet<T> =>
    partials.every((p) => vanishes(base, p)) ? lift(value) : { value, partials };

  return (value, f, da, g, db) => {
    if (da === null && db === null) return lift(value);
    spend(n / 64);
    const scaled = (by: T | null, d: readonly T[]): readonly T[] =>
      by === null ? d : d.map((x) => base.mul(by, x));
    if (da === null) return jet(value, scaled(g, db ?? []));
    if (db === null) return jet(value, scaled(f, da));
    const [left, right] = [scaled(f, da), scaled(g, db)];
    return jet(
      value,
      left.map((x, i) => base.add(x, right[i] as T)),
    );
  };
};

/**
 * Truncated Taylor arithmetic of first order over a base domain in n variables. Where the base
 * throws, so does this; a function is differentiated only at what the variables move, so a constant
 * may stand on a kink.
 */
export const jets = <T>(base: Field<T>, n: number): JetField<T> => {
  const combine = combinations(base, n);
  const zero = lift(base.zero);
  const one = lift(base.one);

  const negOne = base.neg(base.one);

  return {
    name: `jets over ${base.name}`,
    exact: base.exact,
    base,
    variables: n,
    zero,
    one,
    lift,
    variable: (value, i) => {
      if (!(Number.isInteger(i) && i >= 0 && i < n))
        throw new RangeError(`no variable ${i} among ${n}`);
      return {
        value,
        partials: Array.from({ length: n }, (_, j) => (j === i ? base.one : base.zero)),
      };
    },
    partial: (a, i) => {
      if (!(Number.isInteger(i) && i >= 0 && i < n))
        throw new RangeError(`no variable ${i} among ${n}`);
      return a.partials === null ? base.zero : (a.partials[i] as T);
    },
    fromInteger: (value) => lift(base.fromInteger(value)),
    fromRational: (value) => lift(base.fromRational(value)),
    add: (a, b) => combine(base.add(a.value, b.value), null, a.partials, null, b.partials),
    sub: (a, b) => combine(base.sub(a.value, b.value), null, a.partials, negOne, b.partials),
    mul: (a, b) => combine(base.mul(a.value, b.value), b.value, a.partials, a.value, b.partials),
    neg: (a) => combine(base.neg(a.value), negOne, a.partials, null, null),
    div: (a, b) => {
      const quotient = base.div(a.value, b.value);
      if (a.partials === null && b.partials === null) return lift(quotient);
      const inverse = base.div(base.one, b.value);
      // d(a/b) = (da − (a/b) db)/b
      const slope = b.partials === null ? null : base.neg(base.mul(quotient, inverse));
      return combine(quotient, inverse, a.partials, slope, b.partials);
    },
    /** Of the value: jets are compared where they stand. */
    sign: (a) => base.sign(a.value),
    isZero: (a) => a.partials === null && vanishes(base, a.value),
    apply: (fn, a) => {
      const value = base.apply(fn, a.value);
      return a.partials === null
        ? lift(value)
        : combine(value, derivatives[fn](base, a.value), a.partials, null, null);
    },
    constant: (name) => {
      if (base.constant === undefined) throw new Unsupported(`the ${base.name} domain has no π`);
      return lift(base.constant(name));
    },
  };
};
