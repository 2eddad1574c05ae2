/** Reads and replaces the matrix of a name at a point. */
import type { Assignment } from '../../evaluate/assignment.ts';
import type { Matrix } from '../../networks/matrix.ts';
import { tensor } from '../../numbers/tensor.ts';
import type { Q } from '../../numbers/rational.ts';

/** The matrix of a name, a vector as one column; null for another value. */
export const matrixAt = (at: Assignment<Q>, name: string): Matrix | null => {
  const value = at.values.get(name);
  if (value?.kind !== 'tensor' || value.tensor.shape.length === 0 || value.tensor.shape.length > 2)
    return null;
  return tensor([value.tensor.shape[0] ?? 1, value.tensor.shape[1] ?? 1], value.tensor.data);
};

/** The point with other numbers for a name, in the shape it had. */
export const withMatrix = (at: Assignment<Q>, name: string, to: Matrix): Assignment<Q> => {
  const old = at.values.get(name);
  const shape = old?.kind === 'tensor' ? old.tensor.shape : to.shape;
  return {
    dims: at.dims,
    values: new Map(at.values).set(name, { kind: 'tensor', tensor: tensor(shape, to.data) }),
  };
};
