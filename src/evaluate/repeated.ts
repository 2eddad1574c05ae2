/** Compiles sums, means and products over an index. */
import { spend } from '../numbers/counted-work.ts';
import { Undefined } from '../numbers/field.ts';
import { matmul } from '../numbers/matrix.ts';
import { type Tensor, size, tensor } from '../numbers/tensor.ts';
import { asGrid } from '../operators/entries.ts';
import { type Code, type Compile, type ExprOf, nodeWork, type Scope, withIndex } from './scope.ts';
import { compileDim, compileShape } from './sizes.ts';

/** An empty sum is 0, an empty mean is undefined: 1..N-1 is empty at N = 1. */
export const reduce = (expr: ExprOf<'reduce'>, compile: Compile): Code => {
  const body = compile(expr.body);
  const upTo = compileDim(expr.range.to);
  const shapeAt = compileShape(expr.shape);
  return <T>(scope: Scope<T>): Tensor<T> => {
    const { field } = scope;
    const count = upTo(scope.at.dims, scope.indices);
    if (count < 1) {
      if (expr.how === 'mean') throw new Undefined('the mean of no terms');
      const shape = shapeAt(scope.at.dims, scope.indices);
      return tensor(
        shape,
        Array.from({ length: size(shape) }, () => field.zero),
      );
    }
    spend(nodeWork);
    let total = body(withIndex(scope, expr.range.index, 1));
    for (let i = 2; i <= count; i++) {
      spend(nodeWork);
      const next = body(withIndex(scope, expr.range.index, i));
      total = tensor(
        total.shape,
        total.data.map((x, k) => field.add(x, next.data[k] as T)),
      );
    }
    if (expr.how === 'sum') return total;
    const divisor = field.fromInteger(count);
    return tensor(
      total.shape,
      total.data.map((x) => field.div(x, divisor)),
    );
  };
};

/**
 * W[L] … W[1], the index falling from left to right, or rising; the identity where there is no
 * factor.
 */
export const product = (expr: ExprOf<'product'>, compile: Compile): Code => {
  const body = compile(expr.body);
  const upTo = compileDim(expr.range.to);
  const shapeAt = compileShape(expr.shape);
  return <T>(scope: Scope<T>): Tensor<T> => {
    const { field } = scope;
    const count = upTo(scope.at.dims, scope.indices);
    const shape = shapeAt(scope.at.dims, scope.indices);
    const at = (i: number): Tensor<T> => asGrid(body(withIndex(scope, expr.range.index, i)));
    if (count < expr.from) {
      const step = (shape[1] ?? 1) + 1;
      return tensor(
        shape,
        Array.from({ length: size(shape) }, (_, k) => (k % step === 0 ? field.one : field.zero)),
      );
    }
    spend(nodeWork);
    let whole = at(expr.from);
    for (let i = expr.from + 1; i <= count; i++) {
      spend(nodeWork);
      whole = expr.falling ? matmul(field, at(i), whole) : matmul(field, whole, at(i));
    }
    return tensor(shape, whole.data);
  };
};
