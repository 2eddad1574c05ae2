/**
 * Eigenvalues and eigenvectors of small symmetric matrices in float64 by Jacobi's rotations. For
 * leads, not for verdicts.
 */

const sweeps = 30;

/**
 * Diagonalises the symmetric part of an n×n matrix, in place: eigenvalues on its diagonal,
 * eigenvectors in the columns of
 * `v`. Golub and Van Loan, 8.5.
 */
const rotate = (a: Float64Array, v: Float64Array | null, n: number): void => {
  for (let i = 0; i < n; i++)
    for (let j = 0; j < i; j++)
      a[i * n + j] = a[j * n + i] = ((a[i * n + j] as number) + (a[j * n + i] as number)) / 2;
  if (v !== null) for (let k = 0; k < n * n; k++) v[k] = k % (n + 1) === 0 ? 1 : 0;
  for (let sweep = 0; sweep < sweeps; sweep++) {
    let [off, all] = [0, 0];
    for (let i = 0; i < n; i++)
      for (let j = 0; j < n; j++) {
        const x = a[i * n + j] as number;
        all += x * x;
        if (i !== j) off += x * x;
      }
    // a number that is not finite ends it too
    if (!(off > 1e-32 * all)) return;
    for (let p = 0; p < n - 1; p++)
      for (let q = p + 1; q < n; q++) {
        const x = a[p * n + q] as number;
        if (x === 0) continue;
        const theta = ((a[q * n + q] as number) - (a[p * n + p] as number)) / (2 * x);
        const t = (theta < 0 ? -1 : 1) / (Math.abs(theta) + Math.sqrt(theta * theta + 1));
        const c = 1 / Math.sqrt(t * t + 1);
        const s = t * c;
        for (let k = 0; k < n; k++) {
          const [x1, x2] = [a[k * n + p] as number, a[k * n + q] as number];
          a[k * n + p] = c * x1 - s * x2;
          a[k * n + q] = s * x1 + c * x2;
        }
        for (let k = 0; k < n; k++) {
          const [x1, x2] = [a[p * n + k] as number, a[q * n + k] as number];
          a[p * n + k] = c * x1 - s * x2;
          a[q * n + k] = s * x1 + c * x2;
        }
        if (v === null) continue;
        for (let k = 0; k < n; k++) {
          const [x1, x2] = [v[k * n + p] as number, v[k * n + q] as number];
          v[k * n + p] = c * x1 - s * x2;
          v[k * n + q] = s * x1 + c * x2;
        }
      }
  }
};

/** Puts the eigenvalues in falling order into `d`, and the columns of `v` into the same order. */
const sorted = (a: Float64Array, v: Float64Array | null, d: Float64Array, n: number): void => {
  for (let i = 0; i < n; i++) d[i] = a[i * n + i] as number;
  for (let i = 0; i < n; i++) {
    let best = i;
    for (let j = i + 1; j < n; j++) if ((d[j] as number) > (d[best] as number)) best = j;
    if (best === i) continue;
    [d[i], d[best]] = [d[best] as number, d[i] as number];
    if (v === null) continue;
    for (let k = 0; k < n; k++)
      [v[k * n + i], v[k * n + best]] = [v[k * n + best] as number, v[k * n + i] as number];
  }
};

/**
 * Eigenvalues in falling order into `d`, and where `v` is given an orthonormal eigenvector to each
 * into its columns. Destroys `a`.
 */
export const diagonalise = (
  a: Float64Array,
  n: number,
  d: Float64Array,
  v: Float64Array | null,
): void => {
  rotate(a, v, n);
  sorted(a, v, d, n);
};

/** Eigenvalues in falling order. */
export const eigenvalues = (a: Float64Array, n: number): Float64Array => {
  const d = new Float64Array(n);
  diagonalise(Float64Array.from(a), n, d, null);
  return d;
};
