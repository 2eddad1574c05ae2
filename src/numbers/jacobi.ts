/**
 * Spectra and singular values of small matrices by Jacobi's rotations: Golub and Van Loan, Matrix
 * Computations, sections 8.5 and 8.6. For browsers, where ml-matrix would be a large part of the one
 * file.
 */

type Rows = readonly (readonly number[])[];

/** Rounds through all pairs of columns; five or six are enough for matrices of side 40. */
const mostRounds = 60;
const unit = Number.EPSILON;

const zeros = (n: number, m: number): number[][] =>
  Array.from({ length: n }, () => Array<number>(m).fill(0));
const identity = (n: number): number[][] =>
  zeros(n, n).map((row, i) => row.map((_, j) => (i === j ? 1 : 0)));

/** Cosine and sine of the rotation that makes p x² + 2 q x y + r y² free of x y. */
function rotation(p: number, q: number, r: number): readonly [number, number] {
  const tau = (r - p) / (2 * q);
  const t = (tau < 0 ? -1 : 1) / (Math.abs(tau) + Math.hypot(1, tau));
  const c = 1 / Math.hypot(1, t);
  return [c, t * c];
}

/** Turns columns i and j. */
function turn(a: number[][], i: number, j: number, [c, s]: readonly [number, number]): void {
  for (const row of a) {
    const [x, y] = [row[i] as number, row[j] as number];
    row[i] = c * x - s * y;
    row[j] = s * x + c * y;
  }
}

const columnProduct = (a: Rows, i: number, j: number): number =>
  a.reduce((sum, row) => sum + (row[i] as number) * (row[j] as number), 0);

/** Runs rounds of `step` over all pairs below n until one round changes nothing. */
function rounds(n: number, step: (i: number, j: number) => boolean): void {
  for (let round = 0; round < mostRounds; round++) {
    let changed = false;
    for (let i = 0; i < n; i++) for (let j = i + 1; j < n; j++) if (step(i, j)) changed = true;
    if (!changed) return;
  }
}

/** Eigenvalues and eigenvectors, in columns, of a symmetric matrix; in no order. */
export function symmetricJacobi(rows: Rows): { values: number[]; vectors: number[][] } {
  const n = rows.length;
  const a = rows.map((row) => [...row]);
  const vectors = identity(n);
  const size = Math.hypot(...a.flat());
  rounds(n, (i, j) => {
    const q = a[i]![j] as number;
    if (Math.abs(q) <= (unit * size) / (8 * n)) return false;
    const by = rotation(a[i]![i] as number, q, a[j]![j] as number);
    turn(a, i, j, by);
    const [c, s] = by;
    const [x, y] = [a[i] as number[], a[j] as number[]];
    a[i] = x.map((value, k) => c * value - s * (y[k] as number));
    a[j] = x.map((value, k) => s * value + c * (y[k] as number));
    turn(vectors, i, j, by);
    return true;
  });
  return { values: a.map((row, i) => row[i] as number), vectors };
}

/** A unit vector at right angles to the columns given. */
function orthogonalTo(columns: readonly (readonly number[])[], length: number): number[] {
  let best: number[] = [];
  let largest = 0;
  for (let k = 0; k < length; k++) {
    let v: number[] = Array.from({ length }, (_, i) => (i === k ? 1 : 0));
    // twice, since once loses digits
    for (const u of [...columns, ...columns]) {
      const along = u.reduce((sum, x, i) => sum + x * (v[i] as number), 0);
      v = v.map((x, i) => x - along * (u[i] as number));
    }
    const norm = Math.hypot(...v);
    if (norm > largest) [best, largest] = [v.map((x) => x / norm), norm];
  }
  return best;
}

/** The thin singular value decomposition of a matrix with no fewer rows than columns. */
function tallJacobi(rows: Rows): { left: number[][]; values: number[]; right: number[][] } {
  const n = rows[0]?.length ?? 0;
  const a = rows.map((row) => [...row]);
  const right = identity(n);
  rounds(n, (i, j) => {
    const [p, q, r] = [columnProduct(a, i, i), columnProduct(a, i, j), columnProduct(a, j, j)];
    if (Math.abs(q) <= unit * Math.sqrt(p * r) || q === 0) return false;
    const by = rotation(p, q, r);
    turn(a, i, j, by);
    turn(right, i, j, by);
    return true;
  });
  const values = Array.from({ length: n }, (_, i) =>
    Math.hypot(...a.map((row) => row[i] as number)),
  );
  const least = unit * a.length * Math.max(...values, 0);
  const columns: number[][] = [];
  const order = values
    .map((_, i) => i)
    .toSorted((i, j) => (values[j] as number) - (values[i] as number));
  for (const i of order) {
    const value = values[i] as number;
    const column = a.map((row) => row[i] as number);
    columns[i] =
      value > least
        ? column.map((x) => x / value)
        : orthogonalTo(columns.filter(Boolean), a.length);
  }
  return { left: a.map((_, k) => columns.map((c) => c[k] as number)), values, right };
}

const flipped = (rows: Rows): number[][] =>
  (rows[0] ?? []).map((_, j) => rows.map((row) => row[j] as number));

/** The thin singular value decomposition a = left · diag(values) · right'; in no order. */
export function singularJacobi(rows: Rows): {
  left: number[][];
  values: number[];
  right: number[][];
} {
  if (rows.length >= (rows[0]?.length ?? 0)) return tallJacobi(rows);
  const { left, values, right } = tallJacobi(flipped(rows));
  return { left: right, values, right: left };
}
