/** The exact rational numbers as a domain. */
import { type Field, type ScalarFunction, Undefined, Unsupported, leakySlope } from './field.ts';
import { exactSqrt } from './integer-root.ts';
import {
  type Q,
  abs,
  add,
  denominator,
  div,
  fromRational,
  mul,
  neg,
  numerator,
  ratio,
  sign,
  sub,
} from './rational.ts';
import { rationalText } from './rational-text.ts';

const slope = fromRational(leakySlope);

/** √a of the square of a rational; `Undefined` below zero, `Unsupported` for any other number. */
export const rationalSqrt = (a: Q): Q => {
  if (sign(a) < 0) throw new Undefined(`square root of ${rationalText(a)}`);
  const [num, den] = [exactSqrt(numerator(a)), exactSqrt(denominator(a))];
  if (num === null || den === null)
    throw new Unsupported(`the square root of ${rationalText(a)} is irrational`);
  return ratio(num, den);
};

/**
 * f(at) where that is rational; elsewhere the values are irrational (Lindemann–Weierstrass) or not
 * known to be rational.
 */
const onlyAt =
  (fn: ScalarFunction, at: Q, value: Q) =>
  (a: Q): Q => {
    if (a !== at)
      throw new Unsupported(
        `${fn}(${rationalText(a)}) is not computed over the rationals; use brackets`,
      );
    return value;
  };

const offKink =
  (fn: ScalarFunction, below: Q, above: Q) =>
  (a: Q): Q => {
    if (a === 0) throw new Undefined(`${fn} at its kink 0`);
    return sign(a) > 0 ? above : below;
  };

const functions: Readonly<Record<ScalarFunction, (a: Q) => Q>> = {
  abs,
  sign,
  relu: (a) => (sign(a) > 0 ? a : 0),
  step: offKink('step', 0, 1),
  leakyrelu: (a) => (sign(a) > 0 ? a : mul(slope, a)),
  leakystep: offKink('leakystep', slope, 1),
  sqrt: rationalSqrt,
  exp: onlyAt('exp', 0, 1),
  log: (a) => {
    if (sign(a) <= 0) throw new Undefined(`logarithm of ${rationalText(a)}`);
    return onlyAt('log', 1, 0)(a);
  },
  tanh: onlyAt('tanh', 0, 0),
  sigmoid: onlyAt('sigmoid', 0, ratio(1n, 2n)),
  softplus: (a) => {
    throw new Unsupported(`softplus(${rationalText(a)}) is irrational; use brackets`);
  },
  erf: onlyAt('erf', 0, 0),
  gelu: onlyAt('gelu', 0, 0),
  silu: onlyAt('silu', 0, 0),
  sin: onlyAt('sin', 0, 0),
  cos: onlyAt('cos', 0, 1),
};

/** The exact field of rational numbers. `fromInteger` takes safe integers. */
export const rationals: Field<Q> = {
  name: 'rational',
  exact: true,
  zero: 0,
  one: 1,
  fromInteger: (value) => {
    if (!Number.isSafeInteger(value)) throw new RangeError(`${value} is not a safe integer`);
    return value + 0;
  },
  fromRational,
  add,
  sub,
  mul,
  neg,
  div,
  sign,
  apply: (fn, a) => functions[fn](a),
};
