/** The permanent of a square matrix, in every domain: the determinant without signs. */
import type { Field } from '../numbers/field.ts';
import { scalar, type Tensor } from '../numbers/tensor.ts';
import { arg, extent } from './entries.ts';
import type { Operator } from './operator.ts';
import { called, operatorName } from './printing.ts';
import { requireSquare } from './shapes.ts';

/**
 * Row by row: for each set of columns, as bits, the permanent of the first rows in these columns.
 */
const permanent = <T>(field: Field<T>, a: Tensor<T>): T => {
  const [n] = extent(a.shape);
  let sets = new Map<number, T>([[0, field.one]]);
  for (let i = 0; i < n; i++) {
    const next = new Map<number, T>();
    for (const [columns, value] of sets)
      for (let j = 0; j < n; j++) {
        if ((columns & (1 << j)) !== 0) continue;
        const to = columns | (1 << j);
        const term = field.mul(value, a.data[i * n + j] as T);
        const old = next.get(to);
        next.set(to, old === undefined ? term : field.add(old, term));
      }
    sets = next;
  }
  return sets.get((1 << n) - 1) as T;
};

export const per: Operator = {
  name: 'per',
  called: true,
  arity: 1,
  summary: 'permanent of a square matrix: the determinant without its signs',
  shape: ([a = []], dims) => {
    requireSquare(a, dims, 'per');
    return [];
  },
  evaluate: <T>(field: Field<T>, args: readonly Tensor<T>[]) =>
    scalar(permanent(field, arg(args, 0))),
  printed: called('per', 1, operatorName('per')),
};
