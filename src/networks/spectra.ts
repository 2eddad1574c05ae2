/** Draws matrices by class of spectrum or structure. */
import type { Q } from '../numbers/rational.ts';
import { rationals } from '../numbers/rationals.ts';
import { once, pick, type Dice } from './dice.ts';
import { drawNonzero, drawNumber, type Style } from './entries.ts';
import { fraction } from './fraction.ts';
import {
  diagonalOf,
  identity,
  matrixOf,
  plus,
  product,
  scaled,
  transposed,
  type Matrix,
} from './matrix.ts';
import { drawOrthogonal, signedPermutation } from './orthogonal.ts';

/**
 * Classes of matrices by spectrum and structure: what the search goes through as edge cases and
 * counts as coverage.
 */
export const matrixClasses = [
  'zero',
  'identity',
  'ones',
  'diagonal',
  'permutation',
  'nilpotent',
  'jordan',
  'rank-one',
  'low-rank',
  'singular',
  'nearly-singular',
  'ill-conditioned',
  'repeated',
  'nearly-repeated',
  'spectrum',
  'symmetric',
  'antisymmetric',
  'triangular',
  'sparse',
  'dense',
] as const;
/** A class of matrices by spectrum or structure. */
export type MatrixClass = (typeof matrixClasses)[number];

const randomMatrix = (random: Dice, m: number, n: number, style: Style): Matrix =>
  matrixOf(m, n, () => drawNumber(random, style));

/**
 * U D V' with the singular values given, U and V rational orthogonal; unrotated half of the time,
 * which reads best.
 */
const withSingularValues = (random: Dice, m: number, n: number, values: readonly Q[]): Matrix => {
  const d = diagonalOf(m, n, values);
  if (once(random, 2)) return d;
  const u = drawOrthogonal(random, m);
  // The same rotation on both sides keeps a square matrix symmetric, another one does not.
  const v = m === n && once(random, 2) ? u : drawOrthogonal(random, n);
  return product(product(u, d), transposed(v));
};

const tiny = (random: Dice): Q => fraction(1, pick(random, [100, 1024, 1_000_000, 1_000_000_000]));

/** The singular values of a class that is described by them; null for any other class. */
const singularValuesOf = (
  random: Dice,
  kind: MatrixClass,
  count: number,
  style: Style,
): Q[] | null => {
  const list = (make: (i: number) => Q): Q[] => Array.from({ length: count }, (_, i) => make(i));
  const last = count - 1;
  switch (kind) {
    case 'singular':
      return list((i) => (i === last ? fraction(0) : drawNonzero(random, style)));
    case 'nearly-singular':
      return list((i) => (i === last ? tiny(random) : drawNonzero(random, 'small')));
    // a condition of 1e12, one half from above and one from below
    case 'ill-conditioned':
      return list((i) =>
        i === 0
          ? fraction(1_000_000)
          : i === last
            ? fraction(1, 1_000_000)
            : drawNonzero(random, 'small'),
      );
    case 'repeated': {
      const value = drawNonzero(random, style);
      return list((i) => (i < 2 || once(random, 2) ? value : drawNonzero(random, style)));
    }
    case 'nearly-repeated': {
      const value = drawNonzero(random, 'small');
      return list((i) => (i === 1 ? rationals.add(value, tiny(random)) : value));
    }
    case 'spectrum':
      return list(() => drawNonzero(random, style));
    default:
      return null;
  }
};

/** A matrix of the class; square-only classes fall back to their rectangular likeness. */
export const drawOfClass = (
  random: Dice,
  kind: MatrixClass,
  m: number,
  n: number,
  style: Style,
): Matrix => {
  const r = Math.min(m, n);
  const values = singularValuesOf(random, kind, r, style);
  if (values !== null) return withSingularValues(random, m, n, values);
  switch (kind) {
    case 'zero':
      return matrixOf(m, n, () => fraction(0));
    case 'identity': {
      const ones = Array.from({ length: r }, () => fraction(1));
      const factor = once(random, 2) ? fraction(1) : drawNonzero(random, style);
      return scaled(diagonalOf(m, n, ones), factor);
    }
    case 'ones':
      return matrixOf(m, n, () => fraction(1));
    case 'diagonal': {
      const entries = Array.from({ length: r }, () => drawNumber(random, style));
      return diagonalOf(m, n, entries);
    }
    case 'permutation':
      return m === n
        ? signedPermutation(random, n, once(random, 2))
        : matrixOf(m, n, (i, j) => fraction(i % r === j % r ? 1 : 0));
    case 'nilpotent':
      return matrixOf(m, n, (i, j) =>
        j === i + 1 || (j > i && once(random, 3)) ? drawNonzero(random, 'tiny') : fraction(0),
      );
    case 'jordan': {
      const value = drawNumber(random, style);
      return matrixOf(m, n, (i, j) => (i === j ? value : fraction(j === i + 1 ? 1 : 0)));
    }
    case 'rank-one':
      return product(randomMatrix(random, m, 1, style), randomMatrix(random, 1, n, 'tiny'));
    case 'low-rank': {
      const k = Math.max(1, random.nextInt(1, Math.max(1, r - 1)));
      return product(randomMatrix(random, m, k, style), randomMatrix(random, k, n, 'tiny'));
    }
    case 'symmetric':
      return symmetrised(randomMatrix(random, m, n, style));
    case 'antisymmetric':
      return antisymmetrised(randomMatrix(random, m, n, style));
    case 'triangular':
      return matrixOf(m, n, (i, j) =>
        j < i ? fraction(0) : i === j ? drawNonzero(random, style) : drawNumber(random, style),
      );
    case 'sparse':
      return matrixOf(m, n, () => (once(random, 3) ? drawNonzero(random, style) : fraction(0)));
    default:
      return randomMatrix(random, m, n, style);
  }
};

/** The upper triangle mirrored, where the matrix is square. */
export const symmetrised = (a: Matrix): Matrix => mirrored(a, (x) => x);
export const antisymmetrised = (a: Matrix): Matrix => mirrored(a, rationals.neg, true);

const mirrored = (a: Matrix, below: (x: Q) => Q, zeroDiagonal = false): Matrix => {
  const n = a.shape[1] ?? 1;
  if (a.shape[0] !== n) return a;
  const at = (i: number, j: number): Q => a.data[i * n + j] ?? rationals.zero;
  return matrixOf(n, n, (i, j) =>
    i === j ? (zeroDiagonal ? rationals.zero : at(i, i)) : i < j ? at(i, j) : below(at(j, i)),
  );
};

/** A A', plus a multiple of I if it must be definite. */
export const gram = (a: Matrix, shift: Q | null): Matrix => {
  const g = product(a, transposed(a));
  return shift === null ? g : plus(g, scaled(identity(a.shape[0] ?? 1), shift));
};
