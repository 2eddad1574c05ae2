/** The value of an expression at a point; compiles the expression once. */
import type { Expr } from '../language/ast.ts';
import type { Field } from '../numbers/field.ts';
import type { Tensor } from '../numbers/tensor.ts';
import type { Assignment } from './assignment.ts';
import { compileExpr } from './compile.ts';
import { scopeOf, type Code } from './scope.ts';
import { noIndices, type Indices } from './sizes.ts';

const compiled = new WeakMap<Expr, Code>();

/**
 * The value of an expression at a point, in any domain. Throws `Undefined` where it does not have
 * one, `Unsupported` or
 * `Unsettled` where the domain cannot tell. An expression is compiled the first time.
 */
export const evaluate = <T>(
  expr: Expr,
  field: Field<T>,
  at: Assignment<T>,
  indices: Indices = noIndices,
): Tensor<T> => {
  let code = compiled.get(expr);
  if (code === undefined) {
    code = compileExpr(expr);
    compiled.set(expr, code);
  }
  return code(scopeOf(field, at, indices));
};
