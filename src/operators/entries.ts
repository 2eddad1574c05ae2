/** Access to the arguments of an operator as matrices and numbers. */
import type { Term } from '../kernel/term.ts';
import { Unsupported, type Field } from '../numbers/field.ts';
import { tensor, type Tensor } from '../numbers/tensor.ts';

/** An argument that the arity guarantees. */
export const arg = <T>(args: readonly Tensor<T>[], i: number): Tensor<T> => {
  const found = args[i];
  if (!found) throw new Unsupported(`argument ${i + 1} is missing`);
  return found;
};

/** An argument as a term of the kernel, which the arity guarantees. */
export const argTerm = (args: readonly Term[], i: number): Term => {
  const found = args[i];
  if (!found) throw new TypeError(`argument ${i + 1} is missing`);
  return found;
};

/** Rows and columns of a numeric shape read as a matrix: a scalar is 1×1, a vector n×1. */
export const extent = (shape: readonly number[]): readonly [number, number] => [
  shape[0] ?? 1,
  shape[1] ?? 1,
];

/** The same entries as an explicit matrix. */
export const asGrid = <T>(t: Tensor<T>): Tensor<T> => tensor(extent(t.shape), t.data);

/** The one number of a tensor with one entry. */
export const only = <T>(t: Tensor<T>): T => {
  if (t.data.length !== 1)
    throw new Unsupported(`a scalar was expected, not ${t.data.length} numbers`);
  return t.data[0] as T;
};

/** Σ a_i b_i over two lists of one length. */
export const inner = <T>(field: Field<T>, a: readonly T[], b: readonly T[]): T => {
  let sum = field.zero;
  for (let i = 0; i < a.length; i++) sum = field.add(sum, field.mul(a[i] as T, b[i] as T));
  return sum;
};
