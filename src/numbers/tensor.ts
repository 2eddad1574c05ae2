/**
 * A dense array of scalars of any domain, row-major. `shape` is `[]`, `[n]`, `[m, n]` or `[m, n,
 * k]`; a row is `[1, n]`.
 */
export interface Tensor<T> {
  readonly shape: readonly number[];
  readonly data: readonly T[];
}

export const tensor = <T>(shape: readonly number[], data: readonly T[]): Tensor<T> => ({
  shape,
  data,
});

export const scalar = <T>(value: T): Tensor<T> => ({ shape: [], data: [value] });

/** Number of entries of a shape; 1 for a scalar. */
export const size = (shape: readonly number[]): number =>
  shape.reduce((product, d) => product * d, 1);
