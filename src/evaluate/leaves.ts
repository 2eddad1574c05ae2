/** Compiles expressions that have no parts: numbers, dimensions, indices, variables, constants. */
import { parseRational } from '../numbers/rational-text.ts';
import { toRational } from '../numbers/rational.ts';
import { type Tensor, scalar, size, tensor } from '../numbers/tensor.ts';
import { type Code, type ExprOf, type Scope, lookUp, positionOf } from './scope.ts';
import { compileDim, compileShape } from './sizes.ts';

export const number = (expr: ExprOf<'number'>): Code => {
  const value = toRational(parseRational(expr.value));
  // a search runs one expression many times in one domain
  let domain: unknown = null;
  let known: unknown = null;
  return <T>({ field }: Scope<T>): Tensor<T> => {
    if (domain !== field) [domain, known] = [field, scalar(field.fromRational(value))];
    return known as Tensor<T>;
  };
};

export const dimension = (expr: ExprOf<'dimension'>): Code => {
  const sized = compileDim(expr.dim);
  return ({ field, at, indices }) => scalar(field.fromInteger(sized(at.dims, indices)));
};

export const index = (expr: ExprOf<'index'>): Code => {
  const where = { name: expr.name, offset: 0 };
  return ({ field, indices }) => scalar(field.fromInteger(positionOf(where, indices)));
};

export const variable =
  (expr: ExprOf<'variable'>): Code =>
  (scope) => {
    const value = lookUp(scope, expr.name, expr.index);
    if (value.kind !== 'tensor')
      throw new Error(`${expr.name} is a function and stands here without its argument`);
    return value.tensor;
  };

export const constant = (expr: ExprOf<'constant'>): Code => {
  const shapeAt = compileShape(expr.shape);
  return ({ field, at, indices }) => {
    const shape = shapeAt(at.dims, indices);
    if (expr.which === 'identity') {
      const step = (shape[1] ?? 1) + 1;
      return tensor(
        shape,
        Array.from({ length: size(shape) }, (_, k) => (k % step === 0 ? field.one : field.zero)),
      );
    }
    return tensor(
      shape,
      Array.from({ length: size(shape) }, () => (expr.which === 'zero' ? field.zero : field.one)),
    );
  };
};
