/** Functions of quotients of named numbers: roots and logarithms by primes, the rest by e^x. */
import type { Bracket } from './bracket.ts';
import { type ScalarFunction, Undefined, Unsettled, leakySlope } from './field.ts';
import { type Formal, type FormalRing, lift, named, one, rational, text } from './formal-ring.ts';
import { constant, rationalOf, single, sumOf, sumText, timesOf, type Sum } from './formal-terms.ts';
import {
  type Q,
  denominator,
  div,
  fromRational,
  integer,
  min,
  mul,
  neg,
  numerator,
  ratio,
  sign,
} from './rational.ts';
import { rationals } from './rationals.ts';

/** Primes below this are split off under roots and logarithms. */
const primesTo = 1000n;

/** A whole number as powers of primes, the last of them perhaps composite. */
const primePowers = (n: bigint): [bigint, number][] => {
  const found: [bigint, number][] = [];
  let rest = n;
  for (let p = 2n; p < primesTo && p * p <= rest; p += p === 2n ? 1n : 2n) {
    let k = 0;
    while (rest % p === 0n) [rest, k] = [rest / p, k + 1];
    if (k > 0) found.push([p, k]);
  }
  return rest > 1n ? [...found, [rest, 1]] : found;
};

/** e^q of a rational q by its exponent; of all else by a name, and e^-x as 1/e^x. */
const exp = (ring: FormalRing, a: Formal): Formal => {
  const q = rational(a);
  if (q !== null)
    return { num: single({ exponent: q, atoms: [] }), den: one, value: ring.base.apply('exp', q) };
  const { of, turned } = ring.turned(a);
  return turned ? ring.over(lift(1), ring.atom('exp', of)) : ring.atom('exp', of);
};

/** The logarithm of a positive whole number, by those of its primes, times a factor. */
const logOfWhole = (n: bigint, by: Q): Sum =>
  primePowers(n)
    .map(([p, k]) =>
      single({ exponent: 0, atoms: [[{ name: `log(${p})`, square: null }, 1]] }, mul(by, k)),
    )
    .reduce((x, y) => sumOf(x, y), constant(0));

const log = (ring: FormalRing, a: Formal): Formal => {
  const value = ring.base.apply('log', a.value);
  const [only, ...more] = a.num.values();
  const under = rationalOf(a.den);
  if (only === undefined || under === null) return named(`log(${text(a)})`, value);
  if (more.length > 0 || only.of.atoms.length > 0) {
    // log(1 + e^-x) is log(e^x + 1) - x
    const least = [...a.num.values()].map((t) => t.of.exponent).reduce(min);
    const shifted = timesOf(a.num, single({ exponent: neg(least), atoms: [] }, div(1, under)));
    const { num } = named(`log(${sumText(shifted)})`, value);
    return { num: sumOf(num, constant(least)), den: one, value };
  }
  const q = div(only.factor, under);
  const parts = sumOf(logOfWhole(numerator(q), 1), logOfWhole(denominator(q), -1));
  return { num: sumOf(parts, constant(only.of.exponent)), den: one, value };
};

/** The bracket of a denominator, where it is not known to be positive. */
const denominatorValue = ({ den }: Formal): Bracket => {
  const q = rationalOf(den);
  if (q !== null) return q;
  // sums of e^q with positive factors are positive
  const isPositive = [...den.values()].every(
    ({ factor, of }) => sign(factor) > 0 && of.atoms.every(([x]) => x.square !== null),
  );
  if (isPositive) return 1;
  throw new Unsettled('a denominator of unknown sign');
};

const sqrt = (ring: FormalRing, a: Formal): Formal => {
  const value = ring.base.apply('sqrt', a.value);
  const below = ring.known({ ...a, num: a.den, den: one, value: denominatorValue(a) });
  // √(n/d) is √(n d)/|d|
  const radicand = timesOf(a.num, a.den);
  const under = below < 0 ? timesOf(constant(-1), a.den) : a.den;
  const q = rationalOf(radicand);
  if (q === null)
    return { num: named(`sqrt(${sumText(radicand)})`, value, radicand).num, den: under, value };
  if (sign(q) < 0) throw new Undefined('square root of a negative number');
  const [n, d] = [numerator(q), denominator(q)];
  let root = constant(ratio(1n, d));
  for (const [p, k] of primePowers(n * d)) {
    const whole = integer(p ** BigInt(k >> 1));
    root = timesOf(root, constant(whole));
    const prime = { name: `sqrt(${p})`, square: constant(integer(p)) };
    if (k % 2 === 1) root = timesOf(root, single({ exponent: 0, atoms: [[prime, 1]] }));
  }
  return { num: root, den: under, value };
};

const tanh = (ring: FormalRing, a: Formal): Formal => {
  const t = exp(ring, ring.plus(a, a));
  const quotient = ring.over(ring.plus(t, lift(-1)), ring.plus(t, lift(1)));
  return { ...quotient, value: ring.base.apply('tanh', a.value) };
};

const sigmoid = (ring: FormalRing, a: Formal): Formal => {
  const t = exp(ring, a);
  const quotient = ring.over(t, ring.plus(t, lift(1)));
  return { ...quotient, value: ring.base.apply('sigmoid', a.value) };
};

const gelu = (ring: FormalRing, a: Formal): Formal => {
  const half = ring.times(lift(ratio(1n, 2n)), a);
  const under = ring.over(a, sqrt(ring, lift(2)));
  const sum = ring.plus(half, ring.times(half, ring.odd('erf', under)));
  return { ...sum, value: ring.base.apply('gelu', a.value) };
};

type ByTerms = (ring: FormalRing, a: Formal) => Formal;

export const formalFunctions: Readonly<Record<ScalarFunction, ByTerms>> = {
  abs: (ring, a) => (ring.known(a) < 0 ? ring.negative(a) : a),
  sign: (ring, a) => lift(ring.known(a)),
  relu: (ring, a) => (ring.known(a) > 0 ? a : lift(0)),
  step: (ring, a) => lift(rationals.apply('step', ring.known(a))),
  leakyrelu: (ring, a) => (ring.known(a) > 0 ? a : ring.times(lift(fromRational(leakySlope)), a)),
  leakystep: (ring, a) => lift(rationals.apply('leakystep', ring.known(a))),
  sqrt,
  exp,
  log,
  tanh,
  sigmoid,
  softplus: (ring, a) => ({
    ...log(ring, ring.plus(lift(1), exp(ring, a))),
    value: ring.base.apply('softplus', a.value),
  }),
  silu: (ring, a) => ring.times(a, sigmoid(ring, a)),
  erf: (ring, a) => ring.odd('erf', a),
  gelu,
  sin: (ring, a) => ring.odd('sin', a),
  cos: (ring, a) => ring.atom('cos', ring.turned(a).of),
};
