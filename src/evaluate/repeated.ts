/** Compiles sums, means and products over an index. */
import { spend } from '../numbers/counted-work.ts';
import { Undefined } from '../numbers/field.ts';
import { matmul } from '../numbers/matrix.ts';
import { type Tensor, size, tensor } from '../numbers/tensor.ts';
import { asGrid } from '../operators/entries.ts';
import { type Code, type Compile, type ExprOf, nodeWork, type Scope, withIndex } from './scope.ts';
import { compileDim, compileShape } from './sizes.ts';

/** The body of a sum or a product at each index, how many there are, and the shape of the whole. */
function overRange({ body, range, shape }: ExprOf<'reduce'> | ExprOf<'product'>, compile: Compile) {
  const code = compile(body);
  const upTo = compileDim(range.to);
  const shapeAt = compileShape(shape);
  return {
    at: <T>(scope: Scope<T>, i: number): Tensor<T> => code(withIndex(scope, range.index, i)),
    last: ({ at, indices }: Scope<unknown>): number => upTo(at.dims, indices),
    shape: ({ at, indices }: Scope<unknown>): readonly number[] => shapeAt(at.dims, indices),
  };
}

/** An empty sum is 0, an empty mean is undefined: 1..N-1 is empty at N = 1. */
export const reduce = (expr: ExprOf<'reduce'>, compile: Compile): Code => {
  const terms = overRange(expr, compile);
  return <T>(scope: Scope<T>): Tensor<T> => {
    const { field } = scope;
    const count = terms.last(scope);
    if (count < 1) {
      if (expr.how === 'mean') throw new Undefined('the mean of no terms');
      const shape = terms.shape(scope);
      return tensor(
        shape,
        Array.from({ length: size(shape) }, () => field.zero),
      );
    }
    spend(nodeWork);
    let total = terms.at(scope, 1);
    for (let i = 2; i <= count; i++) {
      spend(nodeWork);
      const next = terms.at(scope, i);
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
  const factors = overRange(expr, compile);
  return <T>(scope: Scope<T>): Tensor<T> => {
    const { field } = scope;
    const count = factors.last(scope);
    const shape = factors.shape(scope);
    const at = (i: number): Tensor<T> => asGrid(factors.at(scope, i));
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
