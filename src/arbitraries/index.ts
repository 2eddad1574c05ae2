/**
 * fast-check arbitraries of the search, for property tests of one's own numeric code:
 * `import * as arbitraries from 'elenchus/arbitraries'`. They draw small exact numbers and the degenerate cases at
 * which claims about matrices break, and shrink to small matrices of zeros and ones.
 */
import type { Arbitrary } from 'fast-check';
import { asClaim, type ClaimLike } from '../library/claim.ts';
import type { Attribute } from '../language/ast.ts';
import { impossible } from '../networks/attributes.ts';
import { tensorSampler } from '../networks/tensors.ts';
import type { MatrixClass } from '../networks/spectra.ts';
import { mapAssignment } from '../evaluate/lift.ts';
import type { Q } from '../numbers/rational.ts';
import { toRational } from '../numbers/rational.ts';
import { parseRational } from '../numbers/rational-text.ts';
import type { Tensor } from '../numbers/tensor.ts';
import { assignmentJson, type Json } from '../records/value-json.ts';
import { exactRows, floatRows, floats } from './plain.ts';
import { pointsSampler } from './points.ts';
import { sampled } from './sampled.ts';
import { singularValuesSampler } from './singular-values.ts';

export { matrixClasses } from '../networks/spectra.ts';
export type { MatrixClass } from '../networks/spectra.ts';
export type { Attribute } from '../language/ast.ts';

/** Which matrices are drawn. */
export interface MatrixOptions {
  /** Attributes of the claim language, as `['symmetric', 'invertible']`, each met exactly. */
  readonly attributes?: readonly Attribute[];
  /**
   * One class of matrices, as `'nearly-singular'` or `'low-rank'`, if the attributes allow it; all
   * classes by default.
   */
  readonly kind?: MatrixClass;
}

/**
 * A point at which the hypotheses of a claim hold: a size for each dimension, an exact value for
 * each declared name.
 */
export interface Point {
  readonly dims: Readonly<Record<string, number>>;
  /** Rationals as texts in nested lists; functions and activations as in a filed counterexample. */
  readonly values: Readonly<Record<string, Json>>;
}

const mostSize = 64;

function checked(...sizes: readonly number[]): void {
  for (const size of sizes)
    if (!Number.isInteger(size) || size < 1 || size > mostSize)
      throw new RangeError(`a size is a whole number from 1 to ${mostSize}, not ${size}`);
}

function matrices(
  rows: number,
  columns: number,
  { attributes = [], kind }: MatrixOptions,
): Arbitrary<Tensor<Q>> {
  checked(rows, columns);
  const wrong = impossible(rows, columns, attributes);
  if (wrong !== null) throw new RangeError(`no ${rows}×${columns} matrix is ${wrong}`);
  return sampled(tensorSampler([rows, columns], attributes, kind ?? null));
}

/**
 * Matrices as rows of float64 numbers. Throws `RangeError` where no matrix of that shape has the
 * attributes.
 */
export const matrix = (
  rows: number,
  columns: number,
  options: MatrixOptions = {},
): Arbitrary<number[][]> => matrices(rows, columns, options).map(floatRows);

/** Matrices as rows of exact rationals, as `[['1', '-3/2']]`. Throws as `matrix` does. */
export const exactMatrix = (
  rows: number,
  columns: number,
  options: MatrixOptions = {},
): Arbitrary<string[][]> => matrices(rows, columns, options).map(exactRows);

/**
 * Vectors of float64 numbers; of the attributes, `positive nonnegative nonzero unit` are for
 * vectors.
 */
export function vector(length: number, attributes: readonly Attribute[] = []): Arbitrary<number[]> {
  checked(length);
  return sampled(tensorSampler([length], attributes)).map(floats);
}

/**
 * Matrices with these singular values, exactly before the entries are rounded to float64: U D V'
 * with rational orthogonal U and V. A value may be a rational text, as `'1/3'`. Square unless a
 * shape is given; missing values are 0.
 */
export function withSingularValues(
  values: readonly (number | string)[],
  rows: number = values.length,
  columns: number = rows,
): Arbitrary<number[][]> {
  checked(rows, columns);
  if (values.length > Math.min(rows, columns))
    throw new RangeError(
      `a ${rows}×${columns} matrix has ${Math.min(rows, columns)} singular values, but ${values.length} were given`,
    );
  return sampled(
    singularValuesSampler(
      rows,
      columns,
      values.map((value) => parseRational(String(value))),
    ),
  ).map(floatRows);
}

/**
 * Points that meet all hypotheses of a claim, exactly, where possible by construction. Throws
 * `IllTyped`; drawing throws `RangeError` where the hypotheses are met too rarely.
 */
export const pointsOf = (claim: ClaimLike): Arbitrary<Point> =>
  sampled(pointsSampler(asClaim(claim))).map((at) => assignmentJson(mapAssignment(at, toRational)));
