/** Decides `ker(A) = ker(B)` and `v in ker(A)` by ranks. */
import type { Expr, Relation } from '../language/ast.ts';
import { Unsettled, Unsupported, type Field } from '../numbers/field.ts';
import { extent, fromRows, matmul, toRows } from '../numbers/linear-algebra.ts';
import type { Tensor } from '../numbers/tensor.ts';
import { rankOf } from '../operators/ranks.ts';
import { compileExpr } from './compile.ts';
import { every, not, type Truth } from './truth.ts';
import type { Scope } from './scope.ts';

/** ker a = ker b exactly where a, b and a upon b have one rank. */
const sameKernel = <T>(field: Field<T>, a: Tensor<T>, b: Tensor<T>): Truth => {
  const stacked = fromRows([...toRows(a), ...toRows(b)], extent(a)[1]);
  try {
    const rank = rankOf(field, stacked);
    return rankOf(field, a) === rank && rankOf(field, b) === rank;
  } catch (error) {
    if (error instanceof Unsettled) return null;
    throw error;
  }
};

const isMember = <T>(field: Field<T>, v: Tensor<T>, a: Tensor<T>): Truth =>
  every(
    matmul(field, a, v).data.map((x) => {
      const sign = field.sign(x);
      return sign === null ? null : sign === 0;
    }),
  );

/**
 * The relations in which a kernel stands, `ker(A) = ker(B)` and `v in ker(A)`; null for all others.
 */
export const compileKernelRelation = (
  relation: Relation,
  left: Expr,
  right: Expr,
): (<T>(scope: Scope<T>) => Truth) | null => {
  if (right.kind !== 'kernel') return null;
  const of = compileExpr(right.of);
  if (relation === 'in') {
    const member = compileExpr(left);
    return (scope) => isMember(scope.field, member(scope), of(scope));
  }
  if (left.kind !== 'kernel' || (relation !== '=' && relation !== '!=')) {
    throw new Unsupported(
      'ker(..) can only be compared by = or != with another kernel, or follow in',
    );
  }
  const other = compileExpr(left.of);
  return (scope) => {
    const equal = sameKernel(scope.field, other(scope), of(scope));
    return relation === '=' ? equal : not(equal);
  };
};
