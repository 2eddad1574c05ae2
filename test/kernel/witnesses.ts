/**
 * Numbers that a statement about matrices may be checked against: vectors for universal statements,
 * witnesses for existential ones.
 */
import { EigenvalueDecomposition, Matrix, SingularValueDecomposition } from 'ml-matrix';

export type Tensor = {
  readonly shape: readonly number[];
  readonly at: (index: readonly number[]) => number;
};

const tensor = (m: Matrix): Tensor => ({
  shape: [m.rows, m.columns],
  at: ([i, j]) => m.get(i as number, j as number),
});
const vector = (v: readonly number[]): Tensor => ({
  shape: [v.length],
  at: ([i]) => v[i as number] as number,
});
const symmetric = (m: Matrix): { vectors: Matrix; values: number[] } => {
  const e = new EigenvalueDecomposition(m, { assumeSymmetric: true });
  return { vectors: e.eigenvectorMatrix, values: e.realEigenvalues };
};
const isSquareSymmetric = (m: Matrix): boolean =>
  m.rows === m.columns &&
  m.to2DArray().every((r, i) => r.every((x, j) => Math.abs(x - m.get(j, i)) < 1e-9));
/** The symmetric root of what is positive semidefinite, rounding aside. */
const root = (m: Matrix): Matrix => {
  const { vectors, values } = symmetric(m);
  return vectors
    .mmul(Matrix.diag(values.map((x) => Math.sqrt(Math.max(0, x)))))
    .mmul(vectors.transpose());
};
/** X and d with X'A X = I and X'B X = diag(d), of a positive definite A and a symmetric B. */
function pencil(a: Matrix, b: Matrix): { turn: Matrix; values: number[] } | null {
  const { vectors, values } = symmetric(a);
  if (values.some((x) => x < 1e-9)) return null;
  const whitened = vectors.mmul(Matrix.diag(values.map((x) => 1 / Math.sqrt(x))));
  const turned = symmetric(whitened.transpose().mmul(b).mmul(whitened));
  return { turn: whitened.mmul(turned.vectors), values: turned.values };
}
/** A = L D R' with as many columns as the smaller side. */
function thin(m: Matrix): { left: Matrix; right: Matrix; values: number[] } {
  const s = new SingularValueDecomposition(m, { autoTranspose: true });
  const count = Math.min(m.rows, m.columns);
  const cut = (x: Matrix): Matrix => x.subMatrix(0, x.rows - 1, 0, count - 1);
  return {
    left: cut(s.leftSingularVectors),
    right: cut(s.rightSingularVectors),
    values: s.diagonal.slice(0, count),
  };
}
const padded = (m: Matrix, rows: number, columns: number): Matrix => {
  const out = Matrix.zeros(rows, columns);
  for (let i = 0; i < Math.min(rows, m.rows); i++)
    for (let j = 0; j < Math.min(columns, m.columns); j++) out.set(i, j, m.get(i, j));
  return out;
};

const made = new Map<string, readonly Tensor[]>();
/**
 * Tensors of the shape made of some matrices: eigenvectors and eigenvalues, roots, isometries,
 * factors of few dimensions. Made once: a quantifier inside another asks again and again.
 */
export function witnesses(
  shape: readonly number[],
  given: readonly number[][][],
): readonly Tensor[] {
  const key = JSON.stringify([shape, given]);
  let found = made.get(key);
  if (!found) made.set(key, (found = makeWitnesses(shape, given)));
  return found;
}

function makeWitnesses(shape: readonly number[], given: readonly number[][][]): Tensor[] {
  const all = given.map((rows) => new Matrix(rows));
  const found: Tensor[] = [];
  const keep = (m: Matrix): void =>
    void (m.rows === shape[0] && m.columns === shape[1] && found.push(tensor(m)));
  for (const m of all) {
    if (shape.length === 0) {
      const numbers = isSquareSymmetric(m) ? symmetric(m).values : [];
      for (const x of numbers) found.push({ shape: [], at: () => x });
      continue;
    }
    const gram = symmetric(m.transpose().mmul(m));
    if (shape.length === 1) {
      const columns = isSquareSymmetric(m) ? [gram.vectors, symmetric(m).vectors] : [gram.vectors];
      for (const c of columns)
        if (c.rows === shape[0])
          for (let j = 0; j < c.columns; j++) found.push(vector(c.getColumn(j)));
      if (isSquareSymmetric(m) && m.rows === shape[0]) found.push(vector(symmetric(m).values));
      // u = A v of a right singular vector v
      const images = m.mmul(gram.vectors);
      if (images.rows === shape[0])
        for (let j = 0; j < images.columns; j++) found.push(vector(images.getColumn(j)));
      continue;
    }
    const { left, right, values } = thin(m);
    keep(left.mmul(right.transpose()));
    keep(root(m.mmul(m.transpose())));
    if (isSquareSymmetric(m)) {
      keep(symmetric(m).vectors);
      keep(root(m));
    }
    const scaled = left.mmul(Matrix.diag(values));
    if (shape[0] === m.rows) keep(padded(scaled, m.rows, shape[1] as number));
    if (shape[1] === m.columns) keep(padded(right.transpose(), shape[0] as number, m.columns));
  }
  const symmetrics = all.filter(isSquareSymmetric);
  if (shape.length === 0) return found;
  for (const a of symmetrics)
    for (const b of symmetrics) {
      // what commutes has eigenvectors in common, those of this sum
      if (shape.length === 1 && a.rows === b.rows && a.rows === shape[0]) {
        const shared = symmetric(Matrix.add(a, Matrix.mul(b, 0.3719))).vectors;
        for (let j = 0; j < shared.columns; j++) found.push(vector(shared.getColumn(j)));
      }
      const both = a.rows === b.rows && a.rows === shape[0] ? pencil(a, b) : null;
      if (!both) continue;
      if (shape.length === 1) found.push(vector(both.values));
      else keep(both.turn);
    }
  return found;
}

/** Vectors with small whole entries, and those that some matrices stretch most and least. */
export function samples(size: number, given: readonly number[][][]): Tensor[] {
  const range = size > 2 ? [-2, -1, 0, 1, 2] : [-3, -2, -1, 0, 1, 2, 3];
  let grid: number[][] = [[]];
  for (let i = 0; i < size; i++) grid = grid.flatMap((v) => range.map((x) => [...v, x]));
  return [...grid.map(vector), ...witnesses([size], given)];
}
