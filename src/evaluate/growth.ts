/**
 * How fast a function of standard Gaussians grows: |v| ≤ c e^(r s) with s = Σ |z_k|, and |v| ≤ a +
 * b s where that is known.
 * A value with a growth has a mean; quadrature.ts says how much of it lies far out.
 */
import { Unsupported, type Field, type ScalarFunction, type Sign } from '../numbers/field.ts';

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

const abs = <T>(base: Field<T>, x: T): T => base.apply('abs', x);

/** The larger of two rates; their sum where they cannot be distinguished. */
const faster = <T>(base: Field<T>, x: T, y: T): T => {
  const sign = base.sign(base.sub(x, y));
  return sign === null ? base.add(x, y) : sign >= 0 ? x : y;
};

const joined = <T>(base: Field<T>, p: Bound<T>, q: Bound<T>): Bound<T> => ({
  c: base.mul(p.c, q.c),
  r: base.add(p.r, q.r),
});

const scaled = <T>(base: Field<T>, by: T, { linear }: Growth<T>): Growth<T>['linear'] =>
  linear && { a: base.mul(abs(base, by), linear.a), b: base.mul(abs(base, by), linear.b) };

const lifted = <T>(base: Field<T>, value: T): Growth<T> => {
  const sign = base.sign(value);
  const [c, r] = [abs(base, value), base.zero];
  return {
    value,
    linear: { a: c, b: r },
    c,
    r,
    nonnegative: sign === 1 || sign === 0,
    inverse: sign === 1 || sign === -1 ? { c: base.div(base.one, c), r } : null,
  };
};

/** mean + deviation z: a + b s ≤ (a + b) e^s. */
const gaussian = <T>(base: Field<T>, mean: T, deviation: T): Growth<T> => {
  const [a, b] = [abs(base, mean), abs(base, deviation)];
  return {
    value: null,
    linear: { a, b },
    c: base.add(a, b),
    r: base.one,
    nonnegative: false,
    inverse: null,
  };
};

const sumOf = <T>(base: Field<T>, p: Growth<T>, q: Growth<T>): Growth<T> =>
  p.value !== null && q.value !== null
    ? lifted(base, base.add(p.value, q.value))
    : {
        value: null,
        linear:
          p.linear && q.linear
            ? { a: base.add(p.linear.a, q.linear.a), b: base.add(p.linear.b, q.linear.b) }
            : null,
        c: base.add(p.c, q.c),
        r: faster(base, p.r, q.r),
        nonnegative: p.nonnegative && q.nonnegative,
        // p + q is at least p, and at least q
        inverse: p.nonnegative && q.nonnegative ? (p.inverse ?? q.inverse) : null,
      };

const productOf = <T>(base: Field<T>, p: Growth<T>, q: Growth<T>): Growth<T> => {
  if (p.value !== null && q.value !== null) return lifted(base, base.mul(p.value, q.value));
  const linear =
    p.value !== null
      ? scaled(base, p.value, q)
      : q.value !== null
        ? scaled(base, q.value, p)
        : null;
  return {
    value: null,
    linear,
    ...joined(base, p, q),
    nonnegative: p === q || (p.nonnegative && q.nonnegative),
    inverse: p.inverse && q.inverse && joined(base, p.inverse, q.inverse),
  };
};

const reciprocal = <T>(base: Field<T>, p: Growth<T>): Growth<T> => {
  if (p.value !== null) return lifted(base, base.div(base.one, p.value));
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

const exponential = <T>(base: Field<T>, p: Growth<T>): Growth<T> => {
  if (p.linear === null)
    throw new Unsupported('the mean of exp of what may grow faster than linearly is not computed');
  const { a, b } = p.linear;
  const bound = { c: base.apply('exp', a), r: b };
  return { value: null, linear: null, ...bound, nonnegative: true, inverse: bound };
};

const applied = <T>(base: Field<T>, fn: ScalarFunction, p: Growth<T>): Growth<T> => {
  if (p.value !== null) return lifted(base, base.apply(fn, p.value));
  const one = lifted(base, base.one);
  const nonnegative = neverNegative.has(fn);
  if (bounded.has(fn)) return { ...one, value: null, nonnegative, inverse: null };
  if (contracting.has(fn)) return { ...p, nonnegative, inverse: fn === 'abs' ? p.inverse : null };
  if (fn === 'exp') return exponential(base, p);
  const more = { ...sumOf(base, one, p), nonnegative: true, inverse: null };
  // softplus(u) ≤ 1 + |u| and √u ≤ 1 + u
  if (fn === 'softplus' || (fn === 'sqrt' && p.nonnegative)) return more;
  // |log u| ≤ u + 1/u
  if (fn === 'log' && p.nonnegative && p.inverse)
    return { ...sumOf(base, p, reciprocal(base, p)), nonnegative: false, inverse: null };
  throw unknown(fn);
};

const signOf = <T>(base: Field<T>, p: Growth<T>): Sign => {
  if (p.value !== null) return base.sign(p.value);
  if (p.nonnegative && p.inverse) return 1;
  throw unknown('an inverse, or of what depends on the sign,');
};

export const growths = <T>(base: Field<T>): GrowthField<T> => {
  const lift = (value: T): Growth<T> => lifted(base, value);
  const add = (p: Growth<T>, q: Growth<T>): Growth<T> => sumOf(base, p, q);
  const neg = (p: Growth<T>): Growth<T> =>
    p.value === null ? { ...p, nonnegative: false } : lift(base.neg(p.value));
  const pi = base.constant && ((name: 'pi') => lift((base.constant as (n: 'pi') => T)(name)));
  return {
    name: `growths over ${base.name}`,
    exact: base.exact,
    zero: lift(base.zero),
    one: lift(base.one),
    lift,
    add,
    mul: (p, q) => productOf(base, p, q),
    neg,
    apply: (fn, p) => applied(base, fn, p),
    sub: (p, q) => (p === q ? lift(base.zero) : add(p, neg(q))),
    fromInteger: (k) => lift(base.fromInteger(k)),
    fromRational: (q) => lift(base.fromRational(q)),
    div: (p, q) => productOf(base, p, reciprocal(base, q)),
    sign: (p) => signOf(base, p),
    isZero: (p) => p.value !== null && base.sign(p.value) === 0,
    ...(pi ? { constant: pi } : {}),
    gaussian: (mean, deviation) => gaussian(base, mean, deviation),
  };
};
