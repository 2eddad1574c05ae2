/**
 * Scalar functions in floating point and their slopes, not a number outside their domains: for the
 * tape.
 */
import { erf } from '../../numbers/erf.ts';
import { scalarFunctions, type ScalarFunction } from '../../numbers/field.ts';

const leak = 0.01;
const sigmoid = (x: number): number => 1 / (1 + Math.exp(-x));
const density = (x: number): number => Math.exp((-x * x) / 2) / Math.sqrt(2 * Math.PI);
const distribution = (x: number): number => (1 + erf(x * Math.SQRT1_2)) / 2;

interface Row {
  readonly value: (x: number) => number;
  /** From the argument and the value. */
  readonly slope: (x: number, y: number) => number;
}

const table: Readonly<Record<ScalarFunction, Row>> = {
  abs: { value: Math.abs, slope: (x) => Math.sign(x) },
  sign: { value: Math.sign, slope: () => 0 },
  relu: { value: (x) => (x > 0 ? x : 0), slope: (x) => (x > 0 ? 1 : 0) },
  step: { value: (x) => (x > 0 ? 1 : 0), slope: () => 0 },
  leakyrelu: { value: (x) => (x > 0 ? x : leak * x), slope: (x) => (x > 0 ? 1 : leak) },
  leakystep: { value: (x) => (x > 0 ? 1 : leak), slope: () => 0 },
  // near 0 the slope is cut off: there a step along it leads nowhere
  sqrt: { value: Math.sqrt, slope: (_, y) => (y > 1e-12 ? 0.5 / y : 0) },
  exp: { value: Math.exp, slope: (_, y) => y },
  log: { value: Math.log, slope: (x) => 1 / x },
  tanh: { value: Math.tanh, slope: (_, y) => 1 - y * y },
  sigmoid: { value: sigmoid, slope: (_, y) => y * (1 - y) },
  softplus: {
    value: (x) => Math.max(x, 0) + Math.log1p(Math.exp(-Math.abs(x))),
    slope: (x) => sigmoid(x),
  },
  erf: { value: erf, slope: (x) => (2 / Math.sqrt(Math.PI)) * Math.exp(-x * x) },
  gelu: { value: (x) => x * distribution(x), slope: (x) => distribution(x) + x * density(x) },
  silu: {
    value: (x) => x * sigmoid(x),
    slope: (x) => sigmoid(x) * (1 + x * (1 - sigmoid(x))),
  },
  sin: { value: Math.sin, slope: (x) => Math.cos(x) },
  cos: { value: Math.cos, slope: (x) => -Math.sin(x) },
};

/** By the place of the function in the table of scalar functions. */
export const values = scalarFunctions.map((fn) => table[fn].value);
export const slopes = scalarFunctions.map((fn) => table[fn].slope);
