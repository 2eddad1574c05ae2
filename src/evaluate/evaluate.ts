import type { Expr } from '../language/ast.ts';
import type { Field } from '../numbers/field.ts';
import type { Tensor } from '../numbers/tensor.ts';
import type { Assignment } from './assignment.ts';
import { compileExpr } from './compile.ts';
import { scopeOf } from './scope.ts';
import { noIndices, type Indices } from './sizes.ts';

/**
 * The value of an expression at a point, in any domain. Throws `Undefined` where it has none, `Unsupported` or
 * `Unsettled` where the domain cannot tell. To evaluate often, compile once with `compileExpr`.
 */
export const evaluate = <T>(expr: Expr, field: Field<T>, at: Assignment<T>, indices: Indices = noIndices): Tensor<T> =>
  compileExpr(expr)(scopeOf(field, at, indices));
