/**
 * Gaussian elimination in float64, in place: determinant, inverse and rank with a gap that says
 * whether it is clear.
 */

/** By partial pivoting; destroys the matrix. */
export const determinant = (a: Float64Array, n: number): number => {
  let det = 1;
  for (let k = 0; k < n; k++) {
    let p = k;
    let most = Math.abs(a[k * n + k] as number);
    for (let i = k + 1; i < n; i++) {
      const x = Math.abs(a[i * n + k] as number);
      if (x > most) [p, most] = [i, x];
    }
    if (most === 0) return 0;
    if (p !== k) {
      for (let j = k; j < n; j++) {
        const x = a[k * n + j] as number;
        a[k * n + j] = a[p * n + j] as number;
        a[p * n + j] = x;
      }
      det = -det;
    }
    const pivot = a[k * n + k] as number;
    det *= pivot;
    for (let i = k + 1; i < n; i++) {
      const f = (a[i * n + k] as number) / pivot;
      if (f === 0) continue;
      for (let j = k + 1; j < n; j++)
        a[i * n + j] = (a[i * n + j] as number) - f * (a[k * n + j] as number);
    }
  }
  return det;
};

/** By Gauss and Jordan with partial pivoting; NaN where a pivot is zero. Destroys the matrix. */
export const invert = (a: Float64Array, n: number, out: Float64Array): void => {
  for (let i = 0; i < n * n; i++) out[i] = i % (n + 1) === 0 ? 1 : 0;
  for (let k = 0; k < n; k++) {
    let p = k;
    for (let i = k + 1; i < n; i++)
      if (Math.abs(a[i * n + k] as number) > Math.abs(a[p * n + k] as number)) p = i;
    const pivot = a[p * n + k] as number;
    if (pivot === 0) {
      out.fill(Number.NaN, 0, n * n);
      return;
    }
    for (let j = 0; j < n; j++) {
      const [x, y] = [a[k * n + j] as number, out[k * n + j] as number];
      a[k * n + j] = (a[p * n + j] as number) / pivot;
      out[k * n + j] = (out[p * n + j] as number) / pivot;
      if (p !== k) {
        a[p * n + j] = x;
        out[p * n + j] = y;
      }
    }
    for (let i = 0; i < n; i++) {
      const f = a[i * n + k] as number;
      if (i === k || f === 0) continue;
      for (let j = 0; j < n; j++) {
        a[i * n + j] = (a[i * n + j] as number) - f * (a[k * n + j] as number);
        out[i * n + j] = (out[i * n + j] as number) - f * (out[k * n + j] as number);
      }
    }
  }
};

/** An entry this small relative to the first pivot is rounding; a larger one is a pivot. */
export const noise = 1e-11;
export const clear = 1e-8;

/**
 * Row echelon form with partial pivoting; NaN where a pivot is neither clearly rounding nor clearly
 * none. Destroys the matrix.
 */
export const rankOf = (a: Float64Array, rows: number, cols: number): number => {
  let [first, sum] = [0, 0];
  for (let i = 0; i < rows * cols; i++) {
    const x = Math.abs(a[i] as number);
    sum += x;
    if (x > first) first = x;
  }
  if (sum === 0) return 0;
  if (!(sum < Infinity)) return Number.NaN;
  let rank = 0;
  for (let c = 0; c < cols && rank < rows; c++) {
    let p = rank;
    let most = 0;
    for (let i = rank; i < rows; i++) {
      const x = Math.abs(a[i * cols + c] as number);
      if (x > most) {
        p = i;
        most = x;
      }
    }
    if (most <= noise * first) continue;
    if (most < clear * first) return Number.NaN;
    const top = rank * cols;
    if (p !== rank) {
      for (let j = c; j < cols; j++) {
        const x = a[top + j] as number;
        a[top + j] = a[p * cols + j] as number;
        a[p * cols + j] = x;
      }
    }
    rank++;
    const over = 1 / (a[top + c] as number);
    for (let row = rank * cols; row < rows * cols; row += cols) {
      const f = (a[row + c] as number) * over;
      if (f !== 0)
        for (let j = c + 1; j < cols; j++)
          a[row + j] = (a[row + j] as number) - f * (a[top + j] as number);
    }
  }
  return rank;
};
