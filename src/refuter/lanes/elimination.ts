/** Gaussian elimination in float64, in place: determinant, inverse and rank with a gap that says whether it is clear. */

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
      for (let j = k + 1; j < n; j++) a[i * n + j] = (a[i * n + j] as number) - f * (a[k * n + j] as number);
    }
  }
  return det;
};

/** By Gauss and Jordan with partial pivoting; NaN where a pivot is zero. Destroys the matrix. */
export const invert = (a: Float64Array, n: number, out: Float64Array): void => {
  for (let i = 0; i < n * n; i++) out[i] = i % (n + 1) === 0 ? 1 : 0;
  for (let k = 0; k < n; k++) {
    let p = k;
    for (let i = k + 1; i < n; i++) if (Math.abs(a[i * n + k] as number) > Math.abs(a[p * n + k] as number)) p = i;
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

/** What is this small beside the first pivot is rounding; what is smaller than the first pivot by less is a pivot. */
export const noise = 1e-11;
export const clear = 1e-8;

/** The rank by complete pivoting; NaN where a pivot is neither clearly rounding nor clearly none. Destroys the matrix. */
export const rankOf = (a: Float64Array, rows: number, cols: number): number => {
  const most = Math.min(rows, cols);
  let [first, at, sum] = [0, 0, 0];
  for (let i = 0; i < rows * cols; i++) {
    const x = Math.abs(a[i] as number);
    sum += x;
    if (x > first) [first, at] = [x, i];
  }
  if (sum === 0) return 0;
  if (!(sum < Infinity)) return Number.NaN;
  let size = first;
  for (let k = 0; k < most; k++) {
    if (size <= noise * first) return k;
    if (size < clear * first) return Number.NaN;
    const [r, c] = [Math.floor(at / cols), at % cols];
    if (r !== k) {
      for (let j = k; j < cols; j++) {
        const x = a[k * cols + j] as number;
        a[k * cols + j] = a[r * cols + j] as number;
        a[r * cols + j] = x;
      }
    }
    if (c !== k) {
      for (let i = k; i < rows; i++) {
        const x = a[i * cols + k] as number;
        a[i * cols + k] = a[i * cols + c] as number;
        a[i * cols + c] = x;
      }
    }
    const pivot = a[k * cols + k] as number;
    [size, at] = [0, 0];
    for (let i = k + 1; i < rows; i++) {
      const row = i * cols;
      const f = (a[row + k] as number) / pivot;
      for (let j = k + 1; j < cols; j++) {
        const x = (a[row + j] as number) - f * (a[k * cols + j] as number);
        a[row + j] = x;
        const s = x < 0 ? -x : x;
        if (s > size) {
          size = s;
          at = row + j;
        }
      }
    }
  }
  return most;
};
