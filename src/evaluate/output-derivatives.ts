/** Derivatives of a function with several outputs. */
import type { Field } from '../numbers/field.ts';
import { type Recipe, nthDerivative } from './derivatives.ts';

/** The derivative of each output of a function of one number. */
export const outputDerivatives = <T>(
  field: Field<T>,
  recipe: Recipe<T>,
  order: number,
  x: T,
): readonly T[] => {
  const outputs = recipe<T>(field, (v) => v, [x]).length;
  return Array.from({ length: outputs }, (_, k) =>
    nthDerivative(
      field,
      <U>(f: Field<U>, lift: (v: T) => U, y: readonly U[]) => [recipe<U>(f, lift, y)[k] as U],
      order,
      x,
    ),
  );
};
