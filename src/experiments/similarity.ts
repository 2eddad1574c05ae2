/** Measures how similar two matrices are, and how close one is to a multiple of I. */
import { symmetricEigen } from '../numbers/decompositions.ts';
import { tensor } from '../numbers/tensor.ts';
import { inner, trace, zeros } from './matrix.ts';
import type { Matrix } from './matrix.ts';

/** How alike two matrices are, and how near to a multiple of the identity one is. */

/** ⟨A, B⟩ / (‖A‖ ‖B‖) with Frobenius norms; 0 where one is 0. For psd matrices from 0 to 1. */
export function cosine(a: Matrix, b: Matrix): number {
  const scale = Math.sqrt(inner(a, a)) * Math.sqrt(inner(b, b));
  return scale === 0 ? 0 : inner(a, b) / scale;
}

/**
 * Pearson's correlation of the entries: the cosine once each matrix has lost the mean of its
 * entries.
 */
export const correlation = (a: Matrix, b: Matrix): number => cosine(centred(a), centred(b));

function centred(a: Matrix): Matrix {
  const shift = a.data.reduce((sum, x) => sum + x, 0) / a.data.length;
  return { ...a, data: a.data.map((x) => x - shift) };
}

/**
 * tr(Q)² / (m ‖Q‖²), from 1/m for rank one to 1 for a multiple of I: the squared cosine with I, and
 * the effective rank as a share of m.
 */
export function isotropy(q: Matrix): number {
  const norm = inner(q, q);
  return norm === 0 ? 0 : trace(q) ** 2 / (q.rows * norm);
}

/** The psd square root of a psd matrix; what rounding made negative counts as 0. */
export function squareRoot(a: Matrix): Matrix {
  const n = a.rows;
  const { values, vectors } = symmetricEigen(tensor([n, n], [...a.data]));
  const made = zeros(n, n);
  for (let k = 0; k < n; k += 1) {
    const root = Math.sqrt(Math.max(0, values[k]!));
    if (root === 0) continue;
    for (let i = 0; i < n; i += 1) {
      const factor = root * vectors.data[i * n + k]!;
      for (let j = 0; j < n; j += 1)
        made.data[i * n + j] = made.data[i * n + j]! + factor * vectors.data[j * n + k]!;
    }
  }
  return made;
}
