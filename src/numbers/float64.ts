/** Floating point numbers as a domain. */
import { erf, erfc } from './erf.ts';
import { fromRational } from './rational.ts';
import { toFloat } from './rational-text.ts';
import { type Field, type ScalarFunction, type Sign, Undefined, leakySlope } from './field.ts';

const slope = Number(leakySlope.num) / Number(leakySlope.den);

const sigmoid = (x: number): number => 1 / (1 + Math.exp(-x));

const offKink =
  (fn: ScalarFunction, below: number, above: number) =>
  (x: number): number => {
    if (x === 0) throw new Undefined(`${fn} at its kink 0`);
    return x > 0 ? above : below;
  };

const functions: Readonly<Record<ScalarFunction, (x: number) => number>> = {
  abs: Math.abs,
  sign: Math.sign,
  relu: (x) => (x > 0 ? x : 0),
  step: offKink('step', 0, 1),
  leakyrelu: (x) => (x > 0 ? x : slope * x),
  leakystep: offKink('leakystep', slope, 1),
  sqrt: (x) => {
    if (x < 0) throw new Undefined(`square root of ${x}`);
    return Math.sqrt(x);
  },
  exp: Math.exp,
  log: (x) => {
    if (x <= 0) throw new Undefined(`logarithm of ${x}`);
    return Math.log(x);
  },
  tanh: Math.tanh,
  sigmoid,
  softplus: (x) => Math.max(x, 0) + Math.log1p(Math.exp(-Math.abs(x))),
  erf,
  // x Φ(x); the complement keeps small values of Φ accurate
  gelu: (x) => (x === -Infinity ? 0 : (x / 2) * erfc(-x * Math.SQRT1_2)),
  silu: (x) => (x === -Infinity ? 0 : x * sigmoid(x)),
  sin: Math.sin,
  cos: Math.cos,
};

/** Floating point numbers. Not exact: what they show is a lead, never a verdict. */
export const float64: Field<number> = {
  name: 'float64',
  exact: false,
  zero: 0,
  one: 1,
  fromInteger: (value) => value,
  fromRational: (value) => toFloat(fromRational(value)),
  add: (a, b) => a + b,
  sub: (a, b) => a - b,
  mul: (a, b) => a * b,
  neg: (a) => -a,
  div: (a, b) => {
    if (b === 0) throw new Undefined('division by zero');
    return a / b;
  },
  sign: (a): Sign => {
    if (a > 0) return 1;
    if (a < 0) return -1;
    if (a === 0) return 0;
    throw new Undefined('not a number');
  },
  apply: (fn, a) => {
    const value = functions[fn](a);
    if (Number.isNaN(value)) throw new Undefined(`${fn}(${a}) is not a number`);
    return value;
  },
  constant: () => Math.PI,
};
