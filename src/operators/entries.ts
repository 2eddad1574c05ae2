import { Unsupported, type Field } from '../numbers/field.ts';
import { tensor, type Tensor } from '../numbers/tensor.ts';

/** An argument that the arity guarantees. */
export const arg = <T>(args: readonly Tensor<T>[], i: number): Tensor<T> => {
  const found = args[i];
  if (!found) throw new Unsupported(`argument ${i + 1} is missing`);
  return found;
};

/** Rows and columns of a numeric shape read as a matrix: a scalar is 1×1, a vector n×1. */
export const extent = (shape: readonly number[]): readonly [number, number] => [shape[0] ?? 1, shape[1] ?? 1];

/** The same entries as an explicit matrix. */
export const asGrid = <T>(t: Tensor<T>): Tensor<T> => tensor(extent(t.shape), t.data);

/** The one number of a tensor with one entry. */
export const only = <T>(t: Tensor<T>): T => {
  if (t.data.length !== 1) throw new Unsupported(`a scalar was expected, not ${t.data.length} numbers`);
  return t.data[0] as T;
};

/** Σ a_i b_i over two lists of one length. */
export const inner = <T>(field: Field<T>, a: readonly T[], b: readonly T[]): T => {
  let sum = field.zero;
  for (let i = 0; i < a.length; i++) sum = field.add(sum, field.mul(a[i] as T, b[i] as T));
  return sum;
};

/** Matrix product of explicit matrices. */
export const multiply = <T>(field: Field<T>, a: Tensor<T>, b: Tensor<T>): Tensor<T> => {
  const [m, n] = extent(a.shape);
  const [, k] = extent(b.shape);
  const data: T[] = [];
  for (let i = 0; i < m; i++) {
    for (let j = 0; j < k; j++) {
      let sum = n === 0 ? field.zero : field.mul(a.data[i * n] as T, b.data[j] as T);
      for (let l = 1; l < n; l++) sum = field.add(sum, field.mul(a.data[i * n + l] as T, b.data[l * k + j] as T));
      data.push(sum);
    }
  }
  return tensor([m, k], data);
};

/** Transpose of an explicit matrix. */
export const flip = <T>(a: Tensor<T>): Tensor<T> => {
  const [m, n] = extent(a.shape);
  return tensor([n, m], Array.from({ length: m * n }, (_, k) => a.data[(k % m) * n + Math.floor(k / m)] as T));
};

/** The identity of size n. */
export const identity = <T>(field: Field<T>, n: number): Tensor<T> =>
  tensor([n, n], Array.from({ length: n * n }, (_, k) => (k % (n + 1) === 0 ? field.one : field.zero)));
