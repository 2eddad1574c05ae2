/** logm(A), the symmetric logarithm of a positive definite matrix. */
import { equal, type Q } from '../numbers/rational.ts';
import type { Field } from '../numbers/field.ts';
import { logarithmBall } from '../numbers/symmetric-functions.ts';
import { tensor, type Tensor } from '../numbers/tensor.ts';
import { operation } from '../kernel/graph.ts';
import { scalarFunctionTerm } from './terms.ts';
import { said } from './conditions.ts';
import { arg, argTerm } from './entries.ts';
import type { Operator } from './operator.ts';
import { called } from './printing.ts';
import { requireSquare } from './shapes.ts';
import { ofSpectrum, type OfSpectrum } from './symmetric-functions.ts';
import { applied, knownWord } from './typeset.ts';

const isIdentity = (a: Tensor<Q>): boolean => {
  const n = a.shape[0] ?? 1;
  return a.data.every((x, k) => equal(x, k % (n + 1) === 0 ? 1 : 0));
};

/**
 * Of a rational matrix other than I it is irrational: an eigenvalue, which is algebraic, has no
 * algebraic logarithm but 0.
 */
export const logarithm: OfSpectrum = {
  name: 'logm',
  strict: true,
  scalar: (field, x) => field.apply('log', x),
  float: Math.log,
  exact: (a) =>
    isIdentity(a)
      ? tensor(
          a.shape,
          a.data.map((): Q => 0),
        )
      : null,
  enclosed: (a, bits) => logarithmBall({ n: a.shape[0] ?? 1, mid: a.data, radius: 0 }, bits),
  ball: logarithmBall,
};

export const logm: Operator = {
  name: 'logm',
  called: true,
  arity: 1,
  summary: 'logarithm of a pd matrix: the symmetric L with expm(L) = A',
  shape: ([a = []], dims) => {
    requireSquare(a, dims, 'logm');
    return a;
  },
  evaluate: <T>(field: Field<T>, args: readonly Tensor<T>[], shape: readonly number[]) =>
    tensor(shape, ofSpectrum(field, logarithm, arg(args, 0)).data),
  defined: ([a]) => (a ? [said(a, a.shape.length === 0 ? 'positive' : 'pd')] : []),
  lower: (args) => {
    const a = argTerm(args, 0);
    return a.shape.length === 2 ? operation('logm', a) : scalarFunctionTerm('log', a);
  },
  printed: called('logm', 1, (a) => applied(knownWord('log'), a)),
};
