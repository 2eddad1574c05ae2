/**
 * How fast a function of standard Gaussians grows: |v| ≤ c e^(r s) with s = Σ |z_k|, and |v| ≤ a +
 * b s where that is known.
 * A value with a growth has a mean; quadrature.ts says how much of it lies far out.
 */
import { Unsupported, type Field, type ScalarFunction } from '../numbers/field.ts';

/** At most c e^(r s). */
export interface Bound<T> {
  readonly c: T;
  readonly r: T;
}
export interface Growth<T> extends Bound<T> {
  /** The value itself, where it depends on nothing random. */
  readonly value: T | null;
  readonly linear: { readonly a: T; readonly b: T } | null;
  readonly nonnegative: boolean;
  /** The bound of 1/v, where it is known; v is then never 0. */
  readonly inverse: Bound<T> | null;
}

const bounded: ReadonlySet<ScalarFunction> = new Set<ScalarFunction>([
  'tanh',
  'erf',
  'sigmoid',
  'sin',
  'cos',
  'sign',
  'step',
  'leakystep',
]);
/** |φ(u)| ≤ |u|. */
const contracting: ReadonlySet<ScalarFunction> = new Set<ScalarFunction>([
  'abs',
  'relu',
  'leakyrelu',
  'silu',
  'gelu',
]);
const neverNegative: ReadonlySet<ScalarFunction> = new Set<ScalarFunction>([
  'abs',
  'relu',
  'sigmoid',
  'softplus',
  'exp',
  'step',
  'leakystep',
]);

const unknown = (what: string): Unsupported =>
  new Unsupported(`the mean of ${what} of a random variable is not computed`);

export interface GrowthField<T> extends Field<Growth<T>> {
  lift(value: T): Growth<T>;
  /** mean + deviation z. */
  gaussian(mean: T, deviation: T): Growth<T>;
}

export const growths = <T>(base: Field<T>): GrowthField<T> => {
  type G = Growth<T>;
  const abs = (x: T): T => base.apply('abs', x);
  const lift = (value: T): G => {
    const sign = base.sign(value);
    const [c, r] = [abs(value), base.zero];
    return {
      value,
      linear: { a: c, b: r },
      c,
      r,
      nonnegative: sign === 1 || sign === 0,
      inverse: sign === 1 || sign === -1 ? { c: base.div(base.one, c), r } : null,
    };
  };
  const one = lift(base.one);
  const exactly = (p: G, q: G, f: (x: T, y: T) => T): G | null =>
    p.value === null || q.value === null ? null : lift(f(p.value, q.value));
  /** The larger of two rates; their sum where they cannot be distinguished. */
  const faster = (x: T, y: T): T => {
    const sign = base.sign(base.sub(x, y));
    return sign === null ? base.add(x, y) : sign >= 0 ? x : y;
  };
  const joined = (p: Bound<T>, q: Bound<T>): Bound<T> => ({
    c: base.mul(p.c, q.c),
    r: base.add(p.r, q.r),
  });
  const add = (p: G, q: G): G =>
    exactly(p, q, base.add) ?? {
      value: null,
      linear:
        p.linear && q.linear
          ? { a: base.add(p.linear.a, q.linear.a), b: base.add(p.linear.b, q.linear.b) }
          : null,
      c: base.add(p.c, q.c),
      r: faster(p.r, q.r),
      nonnegative: p.nonnegative && q.nonnegative,
      // p + q is at least p, and at least q
      inverse: p.nonnegative && q.nonnegative ? (p.inverse ?? q.inverse) : null,
    };
  const scaled = (by: T, { linear }: G): G['linear'] =>
    linear && { a: base.mul(abs(by), linear.a), b: base.mul(abs(by), linear.b) };
  const mul = (p: G, q: G): G =>
    exactly(p, q, base.mul) ?? {
      value: null,
      linear: p.value !== null ? scaled(p.value, q) : q.value !== null ? scaled(q.value, p) : null,
      ...joined(p, q),
      nonnegative: p === q || (p.nonnegative && q.nonnegative),
      inverse: p.inverse && q.inverse && joined(p.inverse, q.inverse),
    };
  const neg = (p: G): G =>
    p.value === null ? { ...p, nonnegative: false } : lift(base.neg(p.value));
  const reciprocal = (p: G): G => {
    if (p.value !== null) return lift(base.div(base.one, p.value));
    if (p.inverse === null) throw unknown('a quotient by a function');
    const { c, r } = p.inverse;
    return {
      value: null,
      linear: base.sign(r) === 0 ? { a: c, b: r } : null,
      c,
      r,
      nonnegative: p.nonnegative,
      inverse: { c: p.c, r: p.r },
    };
  };
  const exp = (p: G): G => {
    if (p.linear === null)
      throw new Unsupported(
        'the mean of exp of what may grow faster than linearly is not computed',
      );
    const { a, b } = p.linear;
    const bound = { c: base.apply('exp', a), r: b };
    return { value: null, linear: null, ...bound, nonnegative: true, inverse: bound };
  };
  const apply = (fn: ScalarFunction, p: G): G => {
    if (p.value !== null) return lift(base.apply(fn, p.value));
    const nonnegative = neverNegative.has(fn);
    if (bounded.has(fn)) return { ...one, value: null, nonnegative, inverse: null };
    if (contracting.has(fn)) return { ...p, nonnegative, inverse: fn === 'abs' ? p.inverse : null };
    if (fn === 'exp') return exp(p);
    const more = { ...add(one, p), nonnegative: true, inverse: null };
    // softplus(u) ≤ 1 + |u| and √u ≤ 1 + u
    if (fn === 'softplus' || (fn === 'sqrt' && p.nonnegative)) return more;
    // |log u| ≤ u + 1/u
    if (fn === 'log' && p.nonnegative && p.inverse)
      return { ...add(p, reciprocal(p)), nonnegative: false, inverse: null };
    throw unknown(fn);
  };
  const pi = base.constant && ((name: 'pi') => lift((base.constant as (n: 'pi') => T)(name)));
  return {
    name: `growths over ${base.name}`,
    exact: base.exact,
    zero: lift(base.zero),
    one,
    lift,
    add,
    mul,
    neg,
    apply,
    sub: (p, q) => (p === q ? lift(base.zero) : add(p, neg(q))),
    fromInteger: (k) => lift(base.fromInteger(k)),
    fromRational: (q) => lift(base.fromRational(q)),
    div: (p, q) => mul(p, reciprocal(q)),
    sign: (p) => {
      if (p.value !== null) return base.sign(p.value);
      if (p.nonnegative && p.inverse) return 1;
      throw unknown('an inverse, or of what depends on the sign,');
    },
    isZero: (p) => p.value !== null && base.sign(p.value) === 0,
    ...(pi ? { constant: pi } : {}),
    gaussian: (mean, deviation) => {
      const [a, b] = [abs(mean), abs(deviation)];
      // a + b s ≤ (a + b) e^s
      return {
        value: null,
        linear: { a, b },
        c: base.add(a, b),
        r: base.one,
        nonnegative: false,
        inverse: null,
      };
    },
  };
};
