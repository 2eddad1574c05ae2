/** The operators `inv`, `adj` and `pinv`. */
import type { Field } from '../numbers/field.ts';
import { inverse } from '../numbers/linear-algebra.ts';
import { tensor, type Tensor } from '../numbers/tensor.ts';
import { inverse as inverseTerm, number, operation } from '../kernel/graph.ts';
import { one } from '../kernel/ratio.ts';
import { fullRank, invertible } from './conditions.ts';
import { arg, argTerm } from './entries.ts';
import type { Operator } from './operator.ts';
import { adjugate } from './adjugate.ts';
import { called, operatorName } from './printing.ts';
import { pseudoInverse } from './pseudo-inverse.ts';
import { asMatrix, fromMatrix, isRow, requireSquare } from './shapes.ts';
import { above, grouped, numeral, sign } from './typeset.ts';

export const inv: Operator = {
  name: 'inv',
  called: true,
  arity: 1,
  summary: 'inverse of a square matrix; of a scalar 1/s',
  shape: ([a = []], dims) => {
    requireSquare(a, dims, 'inv');
    return a;
  },
  evaluate: <T>(field: Field<T>, args: readonly Tensor<T>[], shape: readonly number[]) =>
    tensor(shape, inverse(field, arg(args, 0)).data),
  defined: ([a]) => (a ? [invertible(a)] : []),
  lower: (args) => inverseTerm(argTerm(args, 0)),
  printed: called('inv', 1, (a) => above(grouped(a), numeral('-1'))),
};

export const adj: Operator = {
  name: 'adj',
  called: true,
  arity: 1,
  summary: 'adjugate: the transposed matrix of cofactors, A adj(A) = det(A) I; of a scalar 1',
  shape: ([a = []], dims) => {
    requireSquare(a, dims, 'adj');
    return a;
  },
  evaluate: <T>(field: Field<T>, args: readonly Tensor<T>[], shape: readonly number[]) =>
    tensor(shape, adjugate(field, arg(args, 0)).data),
  lower: (args) =>
    argTerm(args, 0).shape.length === 2 ? operation('adj', argTerm(args, 0)) : number(one),
  printed: called('adj', 1, operatorName('adj')),
};

export const pinv: Operator = {
  name: 'pinv',
  called: true,
  arity: 1,
  summary: 'Moore–Penrose pseudo-inverse, defined for every matrix',
  shape: ([a = []]) => {
    const [m, n] = asMatrix(a, 'pinv');
    return a.length === 0 || isRow(a) ? fromMatrix(n, m) : [n, m];
  },
  differentiable: ([a]) => (a ? fullRank(a) : []),
  evaluate: <T>(field: Field<T>, args: readonly Tensor<T>[], shape: readonly number[]) =>
    tensor(shape, pseudoInverse(field, arg(args, 0)).data),
  // a scalar, a vector or a row would need its one axis doubled
  lowers: (shapes) => shapes[0]?.length === 2 && !shapes[0].includes('1'),
  lower: (args) => operation('pinv', argTerm(args, 0)),
  printed: called('pinv', 1, (a) => above(grouped(a), sign('+'))),
};
