/** Sums, products and comparisons of matrices in every domain. */
import { spend } from './counted-work.ts';
import { type Field, Unsettled, vanishes } from './field.ts';
import { type Tensor, tensor } from './tensor.ts';

/** Entries that are placed in a unit of work. */
const entriesPerUnit = 32;

/** Rows and columns; a vector is one column, a scalar one entry. */
export const extent = (a: Tensor<unknown>): readonly [number, number] => {
  if (a.shape.length > 2)
    throw new RangeError(`a matrix is wanted, the shape is ${a.shape.join('×')}`);
  return [a.shape[0] ?? 1, a.shape[1] ?? 1];
};

/** The side of a square matrix; throws a `RangeError` for any other shape. */
export const side = (a: Tensor<unknown>): number => {
  const [m, n] = extent(a);
  if (m !== n) throw new RangeError(`a square matrix is wanted, the shape is ${m}×${n}`);
  return n;
};

/** The entries row by row, copied. */
export const toRows = <T>(a: Tensor<T>): T[][] => {
  const [m, n] = extent(a);
  return Array.from({ length: m }, (_, i) => a.data.slice(i * n, (i + 1) * n));
};

/** A matrix from its rows, which have one length; `columns` gives it where there is no row. */
export const fromRows = <T>(
  rows: readonly (readonly T[])[],
  columns: number = rows[0]?.length ?? 0,
): Tensor<T> => {
  if (rows.some((row) => row.length !== columns)) throw new RangeError('rows of different lengths');
  return tensor([rows.length, columns], rows.flat());
};

const sameShape = (a: Tensor<unknown>, b: Tensor<unknown>): void => {
  if (a.shape.length !== b.shape.length || a.shape.some((d, i) => d !== b.shape[i])) {
    throw new RangeError(`shapes ${a.shape.join('×')} and ${b.shape.join('×')} differ`);
  }
};

export const identity = <T>(field: Field<T>, n: number): Tensor<T> =>
  tensor(
    [n, n],
    Array.from({ length: n * n }, (_, i) => (i % (n + 1) === 0 ? field.one : field.zero)),
  );

export const add = <T>(field: Field<T>, a: Tensor<T>, b: Tensor<T>): Tensor<T> => {
  sameShape(a, b);
  return tensor(
    a.shape,
    a.data.map((x, i) => field.add(x, b.data[i] as T)),
  );
};

export const subtract = <T>(field: Field<T>, a: Tensor<T>, b: Tensor<T>): Tensor<T> => {
  sameShape(a, b);
  return tensor(
    a.shape,
    a.data.map((x, i) => field.sub(x, b.data[i] as T)),
  );
};

export const scale = <T>(field: Field<T>, by: T, a: Tensor<T>): Tensor<T> =>
  tensor(
    a.shape,
    a.data.map((x) => field.mul(by, x)),
  );

/** m×n to n×m; a vector of n becomes the row 1×n, a row the matrix n×1. */
export const transpose = <T>(a: Tensor<T>): Tensor<T> => {
  const [m, n] = extent(a);
  return tensor(
    [n, m],
    Array.from({ length: m * n }, (_, i) => a.data[(i % m) * n + Math.floor(i / m)] as T),
  );
};

/** m×n times n×k; a vector of n as second factor gives a vector of m. */
export const matmul = <T>(field: Field<T>, a: Tensor<T>, b: Tensor<T>): Tensor<T> => {
  const [m, inner] = extent(a);
  const [rows, k] = extent(b);
  if (inner !== rows)
    throw new RangeError(`${m}×${inner} times ${rows}×${k}: inner dimensions differ`);
  const data: T[] = [];
  for (let i = 0; i < m; i += 1) {
    for (let j = 0; j < k; j += 1) {
      let sum = field.zero;
      for (let l = 0; l < inner; l += 1) {
        sum = field.add(sum, field.mul(a.data[i * inner + l] as T, b.data[l * k + j] as T));
      }
      data.push(sum);
    }
  }
  return tensor(b.shape.length === 1 ? [m] : [m, k], data);
};

export const trace = <T>(field: Field<T>, a: Tensor<T>): T => {
  const n = side(a);
  let sum = field.zero;
  for (let i = 0; i < n; i += 1) sum = field.add(sum, a.data[i * (n + 1)] as T);
  return sum;
};

/** Kronecker product, m×n with p×q to mp×nq; block (i, j) is a_ij b. */
export const kron = <T>(field: Field<T>, a: Tensor<T>, b: Tensor<T>): Tensor<T> => {
  const [m, n] = extent(a);
  const [p, q] = extent(b);
  // counted before it is made: a product of products grows without a large matrix in the claim
  spend((m * n * p * q) / entriesPerUnit);
  const entry = (index: number): T => {
    const [row, column] = [Math.floor(index / (n * q)), index % (n * q)];
    const left = a.data[Math.floor(row / p) * n + Math.floor(column / q)] as T;
    return field.mul(left, b.data[(row % p) * q + (column % q)] as T);
  };
  return tensor(
    [m * p, n * q],
    Array.from({ length: m * n * p * q }, (_, i) => entry(i)),
  );
};

/** Whether a' = a, by exact comparison; throws `Unsettled` where brackets cannot tell. */
export const isSymmetric = <T>(field: Field<T>, a: Tensor<T>): boolean => {
  const n = side(a);
  for (let i = 0; i < n; i += 1) {
    for (let j = 0; j < i; j += 1) {
      const [below, above] = [a.data[i * n + j] as T, a.data[j * n + i] as T];
      // one and the same bracket is one number, though its difference with itself is not known to
      // be zero
      if (below === above) continue;
      const difference = field.sub(below, above);
      if (vanishes(field, difference)) continue;
      if (field.sign(difference) === null)
        throw new Unsettled('entries that may differ from their mirror images; ask for more bits');
      return false;
    }
  }
  return true;
};
