/** Matrices in floating point, for the fuzzer's evaluator alone. */

export interface Matrix {
  readonly r: number;
  readonly c: number;
  readonly d: readonly number[];
}

export const matrix = (r: number, c: number, at: (i: number, j: number) => number): Matrix => ({
  r,
  c,
  d: Array.from({ length: r * c }, (_, k) => at(Math.floor(k / c), k % c)),
});
export const scalar = (x: number): Matrix => ({ r: 1, c: 1, d: [x] });
export const get = (a: Matrix, i: number, j: number): number => {
  const x = a.d[i * a.c + j];
  if (x === undefined || i < 0 || j < 0 || j >= a.c) throw new Error('no such entry');
  return x;
};
export const identity = (n: number): Matrix => matrix(n, n, (i, j) => (i === j ? 1 : 0));
export const map = (a: Matrix, f: (x: number) => number): Matrix => ({ ...a, d: a.d.map(f) });
export const both = (a: Matrix, b: Matrix, f: (x: number, y: number) => number): Matrix => {
  if (a.r !== b.r || a.c !== b.c) throw new Error(`shapes ${a.r}×${a.c} and ${b.r}×${b.c}`);
  return { ...a, d: a.d.map((x, i) => f(x, b.d[i] as number)) };
};
export const add = (a: Matrix, b: Matrix): Matrix => both(a, b, (x, y) => x + y);
export const sub = (a: Matrix, b: Matrix): Matrix => both(a, b, (x, y) => x - y);
export const scaled = (s: number, a: Matrix): Matrix => map(a, (x) => s * x);
export const transposed = (a: Matrix): Matrix => matrix(a.c, a.r, (i, j) => get(a, j, i));

export function product(a: Matrix, b: Matrix): Matrix {
  if (a.c !== b.r) throw new Error(`product of ${a.r}×${a.c} and ${b.r}×${b.c}`);
  return matrix(a.r, b.c, (i, j) => {
    let sum = 0;
    for (let k = 0; k < a.c; k++) sum += get(a, i, k) * get(b, k, j);
    return sum;
  });
}

const without = (a: Matrix, i: number, j: number): Matrix =>
  matrix(a.r - 1, a.c - 1, (p, q) => get(a, p < i ? p : p + 1, q < j ? q : q + 1));

/** By cofactors: exact on small integers. */
export const det = (a: Matrix): number =>
  a.r === 0
    ? 1
    : a.r === 1
      ? get(a, 0, 0)
      : Array.from({ length: a.c }, (_, j) => {
          const x = get(a, 0, j);
          return x === 0 ? 0 : (j % 2 === 0 ? x : -x) * det(without(a, 0, j));
        }).reduce((s, x) => s + x, 0);

export const adjugate = (a: Matrix): Matrix =>
  matrix(a.r, a.c, (i, j) => ((i + j) % 2 === 0 ? 1 : -1) * det(without(a, j, i)));

export const largest = (a: Matrix): number => a.d.reduce((m, x) => Math.max(m, Math.abs(x)), 0);

/** Eigenvalues, falling, and vectors as columns, of a symmetric matrix: Jacobi's rotations. */
export function eigen(a: Matrix): { values: number[]; vectors: Matrix } {
  const n = a.r;
  const m = Array.from({ length: n }, (_, i) => Array.from({ length: n }, (__, j) => get(a, i, j)));
  const v = Array.from({ length: n }, (_, i) =>
    Array.from({ length: n }, (__, j) => (i === j ? 1 : 0)),
  );
  const x = (t: number[][], i: number, j: number): number => (t[i] as number[])[j] as number;
  const put = (t: number[][], i: number, j: number, y: number): void => {
    (t[i] as number[])[j] = y;
  };
  for (let sweep = 0; sweep < 60; sweep++)
    for (let p = 0; p < n; p++)
      for (let q = p + 1; q < n; q++) {
        if (Math.abs(x(m, p, q)) < 1e-300) continue;
        const angle = 0.5 * Math.atan2(2 * x(m, p, q), x(m, q, q) - x(m, p, p));
        const [c, s] = [Math.cos(angle), Math.sin(angle)];
        for (let k = 0; k < n; k++) {
          const [kp, kq] = [x(m, k, p), x(m, k, q)];
          put(m, k, p, c * kp - s * kq);
          put(m, k, q, s * kp + c * kq);
          const [vp, vq] = [x(v, k, p), x(v, k, q)];
          put(v, k, p, c * vp - s * vq);
          put(v, k, q, s * vp + c * vq);
        }
        for (let k = 0; k < n; k++) {
          const [pk, qk] = [x(m, p, k), x(m, q, k)];
          put(m, p, k, c * pk - s * qk);
          put(m, q, k, s * pk + c * qk);
        }
      }
  const order = Array.from({ length: n }, (_, i) => i).toSorted((i, j) => x(m, j, j) - x(m, i, i));
  return {
    values: order.map((i) => x(m, i, i)),
    vectors: matrix(n, n, (i, j) => x(v, i, order[j] as number)),
  };
}

/** Singular values, falling: min(r, c) of them. */
export function singular(a: Matrix): number[] {
  const t = a.r < a.c ? transposed(a) : a;
  return eigen(product(transposed(t), t)).values.map((x) => Math.sqrt(Math.max(x, 0)));
}

/** The rank, or null where it is too close to call. */
export function rank(a: Matrix): number | null {
  const s = singular(a);
  const scale = 1 + (s[0] ?? 0);
  if (s.some((x) => x > 1e-7 * scale && x < 1e-4 * scale)) return null;
  return s.filter((x) => x > 1e-5 * scale).length;
}

export function pseudoInverse(a: Matrix): Matrix {
  const gram = product(transposed(a), a);
  const { values, vectors } = eigen(gram);
  const top = 1 + (values[0] ?? 0);
  const part = matrix(a.c, a.c, (i, j) =>
    values.reduce(
      (s, l, k) => s + (l > 1e-9 * top ? (get(vectors, i, k) * get(vectors, j, k)) / l : 0),
      0,
    ),
  );
  return product(part, transposed(a));
}

export function exponential(a: Matrix): Matrix {
  const halvings = Math.max(0, Math.ceil(Math.log2(largest(a) * a.r + 1e-9)) + 4);
  const small = scaled(2 ** -halvings, a);
  let term = identity(a.r);
  let sum = term;
  for (let k = 1; k < 18; k++) sum = add(sum, (term = scaled(1 / k, product(term, small))));
  for (let k = 0; k < halvings; k++) sum = product(sum, sum);
  return sum;
}
