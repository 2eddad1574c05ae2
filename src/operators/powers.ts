/** The operators for powers: `A^k` and real powers. */
import { Unsupported, type Field } from '../numbers/field.ts';
import { tensor, type Tensor } from '../numbers/tensor.ts';
import { inverse } from '../numbers/elimination.ts';
import { identity, matmul, side } from '../numbers/matrix.ts';
import { inverse as inverseTerm } from '../kernel/graph.ts';
import type { Expr, Formula } from '../language/ast.ts';
import { invertible, joined, related, said } from './conditions.ts';
import { arg, argTerm, asGrid, only } from './entries.ts';
import { powerTerm } from './terms.ts';
import { rootOf } from './norms.ts';
import type { Operator } from './operator.ts';
import { isScalar, requireScalar, requireSquare } from './shapes.ts';
import { above, grouped } from './typeset.ts';

/** a^k by repeated squaring, for k >= 0. */
const power = <T>(field: Field<T>, a: Tensor<T>, k: number): Tensor<T> => {
  let result: Tensor<T> | null = null;
  let square = a;
  for (let rest = k; rest > 0; rest = Math.floor(rest / 2)) {
    if (rest % 2 === 1) result = result ? matmul(field, result, square) : square;
    if (rest > 1) square = matmul(field, square, square);
  }
  return result ?? identity(field, side(a));
};

/** Is it a positive whole number whatever the dimensions are? */
const isCount = (e: Expr): boolean =>
  e.kind === 'dimension' || e.kind === 'index' || (e.kind === 'number' && Number(e.value) >= 0);

/** `A^(k-2)` is an inverse at k = 1: k is at least 2, or A is invertible. */
const mayBeNegative = (exponent: Expr, base: Expr): readonly Formula[] => {
  if (isCount(exponent)) return [];
  const [a, b] = exponent.kind === 'operator' ? exponent.args : [];
  if (exponent.kind !== 'operator' || !a || !b) return [invertible(base)];
  if (exponent.operator === 'add' && isCount(a) && isCount(b)) return [];
  if (exponent.operator !== 'sub' || !isCount(a) || !isCount(b)) return [invertible(base)];
  const small = b.kind === 'number' && Number(b.value) < 2;
  return small ? [] : [joined('or', related(a, '>=', b), invertible(base))];
};

/**
 * `params` are the exponent's numerator and denominator, known before anything is evaluated (see
 * `known`).
 */
export const pow: Operator = {
  name: 'pow',
  called: false,
  arity: 2,
  summary:
    'a^k: whole power of a scalar or a square matrix, negative ones through the inverse; ' +
    's^(k/2) through the square root',
  known: 1,
  shape: ([base = [], exponent = []], dims) => {
    requireScalar(exponent, 'the exponent of ^');
    if (!isScalar(base)) requireSquare(base, dims, 'the power ^');
    return base;
  },
  evaluate: <T>(
    field: Field<T>,
    args: readonly Tensor<T>[],
    shape: readonly number[],
    params: readonly number[],
  ) => {
    const [num = 1, den = 1] = params;
    let base = asGrid(arg(args, 0));
    if (den !== 1) {
      if (den !== 2 || shape.length !== 0)
        throw new Unsupported(
          `the power ^(${num}/${den}): only whole powers, and halves of scalars, have a meaning here`,
        );
      base = tensor(base.shape, [rootOf(field, only(base))]);
    }
    const raised = power(field, base, Math.abs(num));
    return tensor(shape, num < 0 ? inverse(field, raised).data : raised.data);
  },
  defined: ([base, exponent]) => {
    if (!base || !exponent) return [];
    if (exponent.kind !== 'number') return mayBeNegative(exponent, base);
    const [negative, half] = [exponent.value.startsWith('-'), exponent.value.includes('/')];
    if (half) return [said(base, negative ? 'positive' : 'nonnegative')];
    return negative ? [invertible(base)] : [];
  },
  differentiable: ([base, exponent]) =>
    base && exponent?.kind === 'number' && exponent.value.includes('/')
      ? [said(base, 'positive')]
      : [],
  lower: (args, _, [num = 1]) =>
    num < 0 ? inverseTerm(powerTerm(argTerm(args, 0), -num)) : powerTerm(argTerm(args, 0), num),
  printed: {
    strength: 4,
    wants: [5, 5],
    text: (a, k) => `${a}^${k}`,
    typeset: (a, k) => above(grouped(a), k),
  },
};
