/** Exact matrices: construction, products, transposes. */
import { spend } from '../numbers/counted-work.ts';
import type { Q } from '../numbers/rational.ts';
import { rationals } from '../numbers/rationals.ts';
import { tensor, type Tensor } from '../numbers/tensor.ts';
import { fraction } from './fraction.ts';

/** Exact matrices as the arbitraries build them. */
export type Matrix = Tensor<Q>;

export const matrixOf = (
  rows: number,
  columns: number,
  entry: (i: number, j: number) => Q,
): Matrix => {
  spend((rows * columns) / 64);
  const data: Q[] = [];
  for (let i = 0; i < rows; i++) for (let j = 0; j < columns; j++) data.push(entry(i, j));
  return tensor([rows, columns], data);
};

export const rowsOf = (a: Matrix): number => a.shape[0] ?? 1;
export const columnsOf = (a: Matrix): number => a.shape[1] ?? 1;

export const entry = (a: Matrix, i: number, j: number): Q =>
  a.data[i * columnsOf(a) + j] ?? rationals.zero;

export const identity = (n: number): Matrix => matrixOf(n, n, (i, j) => fraction(i === j ? 1 : 0));

export const transposed = (a: Matrix): Matrix =>
  matrixOf(columnsOf(a), rowsOf(a), (i, j) => entry(a, j, i));

export const plus = (a: Matrix, b: Matrix): Matrix =>
  tensor(
    a.shape,
    a.data.map((x, i) => rationals.add(x, b.data[i] ?? rationals.zero)),
  );

export const scaled = (a: Matrix, by: Q): Matrix =>
  tensor(
    a.shape,
    a.data.map((x) => rationals.mul(x, by)),
  );

export const product = (a: Matrix, b: Matrix): Matrix =>
  matrixOf(rowsOf(a), columnsOf(b), (i, j) => {
    let sum = rationals.zero;
    for (let k = 0; k < columnsOf(a); k++)
      sum = rationals.add(sum, rationals.mul(entry(a, i, k), entry(b, k, j)));
    return sum;
  });

/** A rectangular diagonal matrix. */
export const diagonalOf = (rows: number, columns: number, values: readonly Q[]): Matrix =>
  matrixOf(rows, columns, (i, j) => (i === j ? (values[i] ?? rationals.zero) : rationals.zero));
