/**
 * Scalar functions on intervals, to a relative width of about 2^-bits at points; wide intervals
 * give hulls.
 */
import { cos, sin } from './circular.ts';
import {
  type Dyadic,
  compareDyadic,
  dyadic,
  larger,
  negate,
  one,
  signOf,
  smaller,
  zero,
} from './dyadic.ts';
import { erf, gelu } from './error-function.ts';
import { exp, log, sigmoid, softplus, tanh } from './exponential.ts';
import { type ScalarFunction, Undefined, Unsettled, leakySlope } from './field.ts';
import {
  type Interval,
  enclose,
  exactly,
  hull,
  intervalSign,
  negative,
  over,
  root,
  times,
} from './interval.ts';
import { fromRational } from './rational.ts';

type PointFunction = (x: Dyadic, bits: number) => Interval;
export type IntervalFunction = (x: Interval, bits: number) => Interval;

const rising =
  (at: PointFunction): IntervalFunction =>
  (x, bits) => {
    const low = at(x.lo, bits);
    return x.lo === x.hi ? low : { lo: low.lo, hi: at(x.hi, bits).hi };
  };

/**
 * A function x F(x), with F positive and rising, that falls up to a single turn in (left, right),
 * below zero, and rises from there on. Its ends belong to the ends of x; on the stretch [p, q]
 * around the turn x F(x) >= p F(q).
 */
const valley =
  (at: PointFunction, [left, right]: readonly [Dyadic, Dyadic]): IntervalFunction =>
  (x, bits) => {
    const low = at(x.lo, bits);
    if (x.lo === x.hi) return low;
    const ends = hull(low, at(x.hi, bits));
    if (compareDyadic(x.lo, right) >= 0 || compareDyadic(x.hi, left) <= 0) return ends;
    const [p, q] = [larger(x.lo, left), smaller(x.hi, right)];
    const least = over(times(exactly(p), at(q, bits), bits), exactly(q), bits);
    return hull(ends, exactly(least.lo));
  };

/**
 * Around the turn of gelu, −0.75179…: gelu' = Φ + xφ falls up to −√2, rises up to √2 and stays
 * positive: one zero.
 */
export const geluTurn: readonly [Dyadic, Dyadic] = [dyadic(-12318n, -14), dyadic(-12317n, -14)];

/** Around the turn of silu, −1.27846…: silu' has the sign of 1 + e^x + x, which rises. */
export const siluTurn: readonly [Dyadic, Dyadic] = [dyadic(-20947n, -14), dyadic(-20946n, -14)];

/**
 * Throws `Undefined` where all of x lies outside the domain, `Unsettled` where a part of it may.
 */
const inDomain = (fn: string, x: Interval, reach: (sign: -1 | 0 | 1) => boolean): void => {
  if (!reach(signOf(x.hi))) throw new Undefined(`${fn} outside its domain`);
  if (!reach(signOf(x.lo)))
    throw new Unsettled(`${fn} of a bracket that may lie outside its domain; ask for more bits`);
};

const certain = (fn: string, x: Interval): -1 | 0 | 1 => {
  const sign = intervalSign(x);
  if (sign === null) throw new Unsettled(`${fn} of a bracket around its jump; ask for more bits`);
  return sign;
};

const offKink =
  (fn: string, below: Interval, above: Interval): IntervalFunction =>
  (x) => {
    const sign = certain(fn, x);
    if (sign === 0) throw new Undefined(`${fn} at its kink 0`);
    return sign > 0 ? above : below;
  };

const slope = (bits: number): Interval => enclose(fromRational(leakySlope), bits);
const nought = exactly(zero);
const unit = exactly(one);

/** Functions that keep what they can say exactly (abs, relu, …) work on the ends alone. */
export const intervalFunctions: Readonly<Record<ScalarFunction, IntervalFunction>> = {
  abs: (x) => {
    if (signOf(x.lo) >= 0) return x;
    return signOf(x.hi) <= 0 ? negative(x) : { lo: zero, hi: larger(x.hi, negate(x.lo)) };
  },
  sign: (x) => exactly(dyadic(BigInt(certain('sign', x)))),
  relu: (x) => ({ lo: larger(x.lo, zero), hi: larger(x.hi, zero) }),
  step: offKink('step', nought, unit),
  leakyrelu: (x, bits) => {
    const low = times(slope(bits), x, bits);
    return { lo: signOf(x.lo) > 0 ? x.lo : low.lo, hi: signOf(x.hi) > 0 ? x.hi : low.hi };
  },
  leakystep: (x, bits) => offKink('leakystep', slope(bits), unit)(x, bits),
  sqrt: (x, bits) => {
    inDomain('sqrt', x, (sign) => sign >= 0);
    return root(x, bits);
  },
  exp: rising(exp),
  log: (x, bits) => {
    inDomain('log', x, (sign) => sign > 0);
    return rising(log)(x, bits);
  },
  tanh: rising(tanh),
  sigmoid: rising(sigmoid),
  softplus: rising(softplus),
  erf: rising(erf),
  gelu: valley(gelu, geluTurn),
  silu: valley((x, bits) => times(exactly(x), sigmoid(x, bits), bits), siluTurn),
  sin,
  cos,
};
