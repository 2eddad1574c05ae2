/** Eigenvalues and vectors of small symmetric matrices in float64, by Jacobi's rotations; for leads, not for verdicts. */

const sweeps = 12;
const order: number[] = [];

interface Spectrum {
  /** Descending. */
  readonly values: Float64Array;
  /** Columns in the order of the values; zeros where they were not wanted. */
  readonly vectors: Float64Array;
}

const held = new Map<number, { readonly values: Float64Array; readonly vectors: Float64Array; readonly turned: Float64Array }>();
const roomFor = (n: number): { readonly values: Float64Array; readonly vectors: Float64Array; readonly turned: Float64Array } => {
  let room = held.get(n);
  if (room === undefined) {
    room = { values: new Float64Array(n), vectors: new Float64Array(n * n), turned: new Float64Array(n * n) };
    held.set(n, room);
  }
  return room;
};

/** Destroys the matrix; the answer is overwritten by the next call of the same size. */
export const symmetricSpectrum = (a: Float64Array, n: number, wanted: boolean): Spectrum => {
  const { values, vectors, turned } = roomFor(n);
  if (wanted) {
    turned.fill(0);
    for (let i = 0; i < n; i++) turned[i * n + i] = 1;
  }
  let whole = 0;
  for (let i = 0; i < n * n; i++) whole += (a[i] as number) * (a[i] as number);
  const small = whole * 1e-30;
  for (let sweep = 0; sweep < sweeps; sweep++) {
    let off = 0;
    for (let p = 0; p < n; p++) for (let q = p + 1; q < n; q++) off += (a[p * n + q] as number) * (a[p * n + q] as number);
    if (!(off > small)) break;
    for (let p = 0; p < n - 1; p++) {
      for (let q = p + 1; q < n; q++) {
        const apq = a[p * n + q] as number;
        if (apq * apq <= small * 1e-4) continue;
        const theta = ((a[q * n + q] as number) - (a[p * n + p] as number)) / (2 * apq);
        const t = (theta < 0 ? -1 : 1) / (Math.abs(theta) + Math.sqrt(theta * theta + 1));
        const c = 1 / Math.sqrt(t * t + 1);
        const s = t * c;
        a[p * n + p] = (a[p * n + p] as number) - t * apq;
        a[q * n + q] = (a[q * n + q] as number) + t * apq;
        a[p * n + q] = 0;
        // only the upper triangle is kept up
        for (let i = 0; i < p; i++) {
          const [x, y] = [a[i * n + p] as number, a[i * n + q] as number];
          a[i * n + p] = c * x - s * y;
          a[i * n + q] = s * x + c * y;
        }
        for (let i = p + 1; i < q; i++) {
          const [x, y] = [a[p * n + i] as number, a[i * n + q] as number];
          a[p * n + i] = c * x - s * y;
          a[i * n + q] = s * x + c * y;
        }
        for (let i = q + 1; i < n; i++) {
          const [x, y] = [a[p * n + i] as number, a[q * n + i] as number];
          a[p * n + i] = c * x - s * y;
          a[q * n + i] = s * x + c * y;
        }
        if (!wanted) continue;
        for (let i = 0; i < n; i++) {
          const [x, y] = [turned[i * n + p] as number, turned[i * n + q] as number];
          turned[i * n + p] = c * x - s * y;
          turned[i * n + q] = s * x + c * y;
        }
      }
    }
  }
  order.length = n;
  for (let i = 0; i < n; i++) order[i] = i;
  order.sort((i, j) => (a[j * n + j] as number) - (a[i * n + i] as number));
  for (let k = 0; k < n; k++) {
    const from = order[k] as number;
    values[k] = a[from * n + from] as number;
    if (wanted) for (let i = 0; i < n; i++) vectors[i * n + k] = turned[i * n + from] as number;
  }
  return { values, vectors };
};
