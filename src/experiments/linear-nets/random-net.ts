/** Random deep linear networks and data over a field, with and without biases. */
import type { Field } from '../../numbers/field.ts';
import { fromRows, matmul, toRows } from '../../numbers/matrix.ts';
import type { Tensor } from '../../numbers/tensor.ts';
import type { Data, LinearNet } from './hessian.ts';

export interface Architecture {
  /** Inputs, hidden units layer by layer, outputs. */
  readonly sizes: readonly number[];
  /** The rank of Σxx, or, with biases, of the covariance of x; at most the inputs. */
  readonly rank: number;
  readonly biases: boolean;
}

/**
 * A random network and random data whose inputs span `rank` dimensions. A bias is a column of
 * weights for an input that is 1: each hidden layer gets a fixed last row that hands the 1 on.
 */
export function randomNet<T>(
  field: Field<T>,
  { sizes, rank, biases }: Architecture,
  draw: () => T,
): { readonly net: LinearNet<T>; readonly data: Data<T> } {
  const matrix = (rows: number, columns: number): Tensor<T> =>
    fromRows(
      Array.from({ length: rows }, () => Array.from({ length: columns }, draw)),
      columns,
    );
  const [inputs, outputs] = [sizes[0]!, sizes.at(-1)!];
  const depth = sizes.length - 1;
  // more data than inputs and outputs together, so that the labels are in general position too
  const count = inputs + outputs + 1;
  const spanned =
    rank === inputs
      ? matrix(inputs, count)
      : matmul(field, matrix(inputs, rank), matrix(rank, count));
  const data = { x: biases ? withOnes(field, spanned) : spanned, y: matrix(outputs, count) };
  const layers = sizes.slice(1).map((units, l) => {
    const w = matrix(units, sizes[l]! + (biases ? 1 : 0));
    return biases && l < depth - 1 ? handingOn(field, w) : w;
  });
  return { net: { layers, free: sizes.slice(1) }, data };
}

const withOnes = <T>(field: Field<T>, x: Tensor<T>): Tensor<T> => {
  const rows = toRows(x);
  return fromRows([...rows, rows[0]!.map(() => field.one)]);
};

const handingOn = <T>(field: Field<T>, w: Tensor<T>): Tensor<T> => {
  const rows = toRows(w);
  return fromRows([
    ...rows,
    rows[0]!.map((_, j) => (j === rows[0]!.length - 1 ? field.one : field.zero)),
  ]);
};
