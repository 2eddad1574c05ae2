/**
 * Eigenvalues of small symmetric matrices in float64 (Householder's reduction, then implicit QL:
 * Golub and Van Loan, 8.3), and a vector to one of them by a step of inverse iteration. For leads,
 * not for verdicts.
 */

const mostSteps = 60;

/**
 * Brings the matrix to tridiagonal form, whose diagonal and lower neighbours it answers in d and e.
 * Destroys the matrix.
 */
const tridiagonal = (a: Float64Array, n: number, d: Float64Array, e: Float64Array): void => {
  for (let k = 0; k < n - 2; k++) {
    let tail = 0;
    for (let i = k + 2; i < n; i++) tail += (a[i * n + k] as number) * (a[i * n + k] as number);
    const x = a[(k + 1) * n + k] as number;
    if (tail === 0) {
      e[k] = x;
      continue;
    }
    const length = Math.sqrt(x * x + tail);
    const to = x > 0 ? -length : length;
    e[k] = to;
    // v = column below the diagonal, its first entry moved; H = I - v v'/h
    const v0 = x - to;
    a[(k + 1) * n + k] = v0;
    const h = -to * v0;
    // w = A v / h - (v' A v / 2h²) v, kept in e from k + 1 on
    let vw = 0;
    for (let i = k + 1; i < n; i++) {
      let sum = 0;
      for (let j = k + 1; j <= i; j++) sum += (a[i * n + j] as number) * (a[j * n + k] as number);
      for (let j = i + 1; j < n; j++) sum += (a[j * n + i] as number) * (a[j * n + k] as number);
      e[i] = sum / h;
      vw += (e[i] as number) * (a[i * n + k] as number);
    }
    const half = vw / (2 * h);
    for (let i = k + 1; i < n; i++) e[i] = (e[i] as number) - half * (a[i * n + k] as number);
    for (let i = k + 1; i < n; i++) {
      const [v, w] = [a[i * n + k] as number, e[i] as number];
      for (let j = k + 1; j <= i; j++)
        a[i * n + j] =
          (a[i * n + j] as number) - v * (e[j] as number) - w * (a[j * n + k] as number);
    }
  }
  for (let i = 0; i < n; i++) d[i] = a[i * n + i] as number;
  if (n > 1) e[n - 2] = a[(n - 1) * n + n - 2] as number;
  e[n - 1] = 0;
};

/** Eigenvalues of the tridiagonal matrix, in d, not in order; destroys e. */
const implicitQL = (d: Float64Array, e: Float64Array, n: number): void => {
  for (let l = 0; l < n; l++) {
    for (let step = 0; step < mostSteps; step++) {
      let m = l;
      for (; m < n - 1; m++) {
        const size = Math.abs(d[m] as number) + Math.abs(d[m + 1] as number);
        if (Math.abs(e[m] as number) <= 1.2e-16 * size) break;
      }
      if (m === l) break;
      let g = ((d[l + 1] as number) - (d[l] as number)) / (2 * (e[l] as number));
      let r = Math.sqrt(g * g + 1);
      g = (d[m] as number) - (d[l] as number) + (e[l] as number) / (g + (g < 0 ? -r : r));
      let [s, c, p] = [1, 1, 0];
      let i = m - 1;
      for (; i >= l; i--) {
        const f = s * (e[i] as number);
        const b = c * (e[i] as number);
        r = Math.sqrt(f * f + g * g);
        e[i + 1] = r;
        if (r === 0) {
          d[i + 1] = (d[i + 1] as number) - p;
          e[m] = 0;
          break;
        }
        s = f / r;
        c = g / r;
        g = (d[i + 1] as number) - p;
        r = ((d[i] as number) - g) * s + 2 * c * b;
        p = s * r;
        d[i + 1] = g + p;
        g = c * r - b;
      }
      if (r === 0 && i >= l) continue;
      d[l] = (d[l] as number) - p;
      e[l] = g;
      e[m] = 0;
    }
  }
};

let neighbours = new Float64Array(16);

/**
 * All eigenvalues of a symmetric matrix, descending, into `values`; NaN where an entry is not
 * finite. Destroys the matrix.
 */
export const symmetricValues = (a: Float64Array, n: number, values: Float64Array): void => {
  if (neighbours.length < n) neighbours = new Float64Array(2 * n);
  let sum = 0;
  for (let i = 0; i < n * n; i++) sum += Math.abs(a[i] as number);
  if (!(sum < Infinity)) {
    values.fill(Number.NaN, 0, n);
    return;
  }
  tridiagonal(a, n, values, neighbours);
  implicitQL(values, neighbours, n);
  for (let i = 1; i < n; i++) {
    const x = values[i] as number;
    let j = i - 1;
    for (; j >= 0 && (values[j] as number) < x; j--) values[j + 1] = values[j] as number;
    values[j + 1] = x;
  }
};

/**
 * A unit vector of the eigenspace of an eigenvalue, by a step of inverse iteration. Destroys the
 * matrix.
 */
export const eigenvectorOf = (
  a: Float64Array,
  n: number,
  value: number,
  out: Float64Array,
): void => {
  let size = Math.abs(value);
  for (let i = 0; i < n * n; i++) size = Math.max(size, Math.abs(a[i] as number));
  const least = size * 1e-15 || 1e-300;
  for (let i = 0; i < n; i++) {
    a[i * n + i] = (a[i * n + i] as number) - value;
    // no eigenvector is likely to be orthogonal to this one
    out[i] = 1 + 0.37 * Math.sin(3 * i + 1);
  }
  // elimination with partial pivoting leaves a triangle u; what stands to its left only turns the
  // start into another
  for (let k = 0; k < n; k++) {
    let p = k;
    for (let i = k + 1; i < n; i++)
      if (Math.abs(a[i * n + k] as number) > Math.abs(a[p * n + k] as number)) p = i;
    if (p !== k) {
      for (let j = k; j < n; j++) {
        const x = a[k * n + j] as number;
        a[k * n + j] = a[p * n + j] as number;
        a[p * n + j] = x;
      }
    }
    if (Math.abs(a[k * n + k] as number) < least) a[k * n + k] = least;
    for (let i = k + 1; i < n; i++) {
      const f = (a[i * n + k] as number) / (a[k * n + k] as number);
      if (f !== 0)
        for (let j = k + 1; j < n; j++)
          a[i * n + j] = (a[i * n + j] as number) - f * (a[k * n + j] as number);
    }
  }
  for (let i = n - 1; i >= 0; i--) {
    let sum = out[i] as number;
    for (let j = i + 1; j < n; j++) sum -= (a[i * n + j] as number) * (out[j] as number);
    out[i] = sum / (a[i * n + i] as number);
  }
  let length = 0;
  for (let i = 0; i < n; i++) length = Math.max(length, Math.abs(out[i] as number));
  let norm = 0;
  for (let i = 0; i < n; i++) {
    out[i] = (out[i] as number) / length;
    norm += (out[i] as number) * (out[i] as number);
  }
  norm = Math.sqrt(norm);
  for (let i = 0; i < n; i++) out[i] = (out[i] as number) / norm;
};
