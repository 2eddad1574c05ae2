/** Gradients, Jacobians and Hessians of a function of numbers, by jets. */
import type { DerivativeKind } from '../language/ast.ts';
import type { Field } from '../numbers/field.ts';
import { jets, type Jet } from '../numbers/jet.ts';

/**
 * A function of n numbers, written for every domain: `lift` takes what it holds fixed from T into
 * the domain it is run in.
 */
export type Recipe<T> = <U>(
  field: Field<U>,
  lift: (value: T) => U,
  x: readonly U[],
) => readonly U[];

/** All first partial derivatives of all outputs, outputs × inputs, row-major, in one pass. */
const jacobian = <T>(field: Field<T>, f: Recipe<T>, x: readonly T[]): readonly T[] => {
  const domain = jets(field, x.length);
  const outputs = f<Jet<T>>(
    domain,
    domain.lift,
    x.map((value, i) => domain.variable(value, i)),
  );
  return outputs.flatMap((y) => x.map((_, i) => domain.partial(y, i)));
};

/** All second partial derivatives of the one output, inputs × inputs, by jets over jets. */
const hessian = <T>(field: Field<T>, f: Recipe<T>, x: readonly T[]): readonly T[] =>
  jacobian<T>(
    field,
    <U>(outer: Field<U>, lift: (value: T) => U, at: readonly U[]) =>
      jacobian<U>(
        outer,
        <V>(inner: Field<V>, again: (value: U) => V, y: readonly V[]) =>
          f<V>(inner, (value) => again(lift(value)), y),
        at,
      ),
    x,
  );

/** The derivative of a function of one number, of any order. */
export const nthDerivative = <T>(field: Field<T>, f: Recipe<T>, order: number, x: T): T => {
  if (order === 0) return f<T>(field, (value) => value, [x])[0] as T;
  const domain = jets(field, 1);
  const below = nthDerivative<Jet<T>>(
    domain,
    <U>(inner: Field<U>, lift: (value: Jet<T>) => U, y: readonly U[]) =>
      f<U>(inner, (value) => lift(domain.lift(value)), y),
    order - 1,
    domain.variable(x, 0),
  );
  return domain.partial(below, 0);
};

export const derivativeOf = <T>(
  field: Field<T>,
  which: DerivativeKind,
  f: Recipe<T>,
  x: readonly T[],
): readonly T[] => (which === 'hess' ? hessian(field, f, x) : jacobian(field, f, x));
