/** The operators for the largest and smallest singular value, and for eigenvalues. */
import type { Field } from '../numbers/field.ts';
import { scalar, type Tensor } from '../numbers/tensor.ts';
import { operation } from '../kernel/graph.ts';
import {
  atLeast,
  isSlender,
  said,
  simpleEigenvalue,
  simpleLargestSingularValue,
  unsaid,
} from './conditions.ts';
import { arg, argTerm, extent } from './entries.ts';
import type { Operator } from './operator.ts';
import { called } from './printing.ts';
import { asMatrix, requireSquare } from './shapes.ts';
import { singularValue } from './singular-values.ts';
import { spectral } from './spectral.ts';
import { singularTerm } from './terms.ts';
import { applied, below, knownWord, letter } from './typeset.ts';

const singular = (name: 'sigma_max' | 'sigma_min', summary: string): Operator => ({
  name,
  called: true,
  arity: 1,
  summary,
  shape: ([a = []]) => {
    asMatrix(a, name);
    return [];
  },
  evaluate: <T>(field: Field<T>, args: readonly Tensor<T>[]) => {
    const a = arg(args, 0);
    const count = Math.min(...extent(a.shape));
    return scalar(singularValue(field, a, name === 'sigma_max' ? 1 : count));
  },
  differentiable: ([a]) => {
    if (!a) return [];
    if (name === 'sigma_max' || isSlender(a)) return simpleLargestSingularValue(a);
    return [unsaid('the smallest singular value simple and positive', a)];
  },
  lower: (args) => singularTerm(name === 'sigma_max' ? 'norm' : name, argTerm(args, 0)),
  printed: called(name, 1, (a) => applied(below(letter('sigma'), knownWord(name.slice(6))), a)),
});

export const sigmaMax = singular('sigma_max', 'largest singular value');
/** The min(m, n)-th: zero exactly where the matrix lacks full rank. */
export const sigmaMin = singular('sigma_min', 'smallest of the min(m, n) singular values');

export const lambda: Operator = {
  name: 'lambda',
  called: true,
  arity: 1,
  params: 1,
  summary: 'lambda[k](A): k-th largest eigenvalue of a symmetric matrix',
  shape: ([a = []], dims) => {
    requireSquare(a, dims, 'lambda');
    return [];
  },
  evaluate: <T>(
    field: Field<T>,
    args: readonly Tensor<T>[],
    _: readonly number[],
    [k = 1]: readonly number[],
  ) => {
    const a = arg(args, 0);
    return scalar(
      a.data.length === 1 && k === 1 ? (a.data[0] as T) : spectral(field, 'eigenvalue', a, k),
    );
  },
  defined: ([a], [k = 1]) => {
    if (!a) return [];
    const enough = k > 1 ? [atLeast(a.shape[0] ?? '1', k, a)] : [];
    return a.shape.length === 0 ? enough : [said(a, 'symmetric'), ...enough];
  },
  differentiable: ([a], [k = 1]) => (a ? simpleEigenvalue(a, k) : []),
  lower: (args, _, [k = 1]) =>
    argTerm(args, 0).shape.length === 0 && k === 1
      ? argTerm(args, 0)
      : operation(`lambda.${k}`, argTerm(args, 0)),
  printed: {
    strength: 5,
    wants: [1],
    text: (k, a) => `lambda[${k}](${a})`,
    typeset: (k, a) => applied(below(letter('lambda'), k), a),
  },
};
