/**
 * Exact values in the forms that programs use: floats for numeric code, rational texts for what
 * must not be rounded.
 */
import type { Q } from '../numbers/rational.ts';
import { rationalText, toFloat } from '../numbers/rational-text.ts';
import type { Tensor } from '../numbers/tensor.ts';

/** Nested as its shape: a scalar is one entry, a vector a list, a matrix a list of rows. */
const rowsOf = <T>(t: Tensor<Q>, entry: (x: Q) => T): T[][] => {
  const [m = 1, n = 1] = t.shape;
  return Array.from({ length: m }, (_, i) => t.data.slice(i * n, (i + 1) * n).map(entry));
};

/** Rows of the nearest float64 numbers; the values are chosen so that most are exact. */
export const floatRows = (t: Tensor<Q>): number[][] => rowsOf(t, toFloat);

/** Rows of exact rationals, as `-3/2`. */
export const exactRows = (t: Tensor<Q>): string[][] => rowsOf(t, rationalText);

export const floats = (t: Tensor<Q>): number[] => t.data.map(toFloat);
