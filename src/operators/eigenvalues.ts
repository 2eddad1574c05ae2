/** The largest, the smallest, the k-th and all eigenvalues of a symmetric matrix. */
import type { Expr, Formula } from '../language/ast.ts';
import { Unsupported, type Field } from '../numbers/field.ts';
import { scalar, tensor, type Tensor } from '../numbers/tensor.ts';
import { operation, scale } from '../kernel/graph.ts';
import { negative, one } from '../kernel/ratio.ts';
import type { Term } from '../kernel/term.ts';
import { atMost, said, simpleEigenvalue, unsaid } from './conditions.ts';
import { arg, argTerm, extent } from './entries.ts';
import type { Operator } from './operator.ts';
import { called, operatorName } from './printing.ts';
import { fromMatrix, requireScalar, requireSquare } from './shapes.ts';
import { spectral } from './spectral.ts';
import { applied, below, knownWord, letter } from './typeset.ts';

const valueAt = <T>(field: Field<T>, a: Tensor<T>, k: number): T =>
  a.data.length === 1 && k === 1 ? (a.data[0] as T) : spectral(field, 'eigenvalue', a, k);

const symmetric = (a: Expr | undefined): readonly Formula[] =>
  a && a.shape.length > 0 ? [said(a, 'symmetric')] : [];

const largest = (t: Term): Term => (t.shape.length === 0 ? t : operation('lambda.1', t));
const minus = (t: Term): Term => scale(negative(one), t);
/** The smallest is the negative of the largest of -A. */
const smallest = (t: Term): Term => minus(largest(minus(t)));

const extreme = (
  name: 'lambda_max' | 'lambda_min',
  summary: string,
  lower: (t: Term) => Term,
): Operator => ({
  name,
  called: true,
  arity: 1,
  summary,
  shape: ([a = []], dims) => {
    requireSquare(a, dims, name);
    return [];
  },
  evaluate: <T>(field: Field<T>, args: readonly Tensor<T>[]) => {
    const a = arg(args, 0);
    return scalar(valueAt(field, a, name === 'lambda_max' ? 1 : extent(a.shape)[0]));
  },
  defined: ([a]) => symmetric(a),
  differentiable: ([a]) => {
    if (!a || a.shape.length === 0) return [];
    return name === 'lambda_max'
      ? simpleEigenvalue(a, 1)
      : [unsaid('the smallest eigenvalue simple', a, a)];
  },
  lower: (args) => lower(argTerm(args, 0)),
  printed: called(name, 1, (a) => applied(below(letter('lambda'), knownWord(name.slice(7))), a)),
});

export const lambdaMax = extreme('lambda_max', 'largest eigenvalue of a symmetric matrix', largest);
export const lambdaMin = extreme(
  'lambda_min',
  'smallest eigenvalue of a symmetric matrix',
  smallest,
);

/** The kernel has it where k is the number of rows: see prover/lowering. */
export const lambdaAt: Operator = {
  name: 'lambda_at',
  called: false,
  arity: 2,
  summary: 'lambda[k](A) for k a dimension or an index: k-th largest eigenvalue',
  known: 1,
  shape: ([a = [], k = []], dims) => {
    requireSquare(a, dims, 'lambda');
    requireScalar(k, 'the number in lambda[..]');
    return [];
  },
  evaluate: <T>(
    field: Field<T>,
    args: readonly Tensor<T>[],
    _: readonly number[],
    params: readonly number[],
  ) => scalar(valueAt(field, arg(args, 0), params.at(-2) ?? 1)),
  defined: ([a, k]) => {
    if (!a || !k) return [];
    const side = a.shape[0] ?? '1';
    const own = k.kind === 'dimension' && k.dim === side;
    return [...symmetric(a), ...(own ? [] : [atMost(k, side)])];
  },
  differentiable: ([a]) => (a ? [unsaid('this eigenvalue simple', a, a)] : []),
  lower: (args) => smallest(argTerm(args, 0)),
  printed: {
    strength: 5,
    wants: [1, 1],
    text: (a, k) => `lambda[${k}](${a})`,
    typeset: (a, k) => applied(below(letter('lambda'), k), a),
  },
};

export const eig: Operator = {
  name: 'eig',
  called: true,
  arity: 1,
  summary: 'vector of the eigenvalues of a symmetric matrix, falling',
  shape: ([a = []], dims) => fromMatrix(requireSquare(a, dims, 'eig'), '1'),
  evaluate: <T>(field: Field<T>, args: readonly Tensor<T>[], shape: readonly number[]) => {
    const a = arg(args, 0);
    const [n] = extent(a.shape);
    if ('base' in field && n > 1) throw new Unsupported('the derivative of eig is not computed');
    return tensor(
      shape,
      Array.from({ length: n }, (_, k) => valueAt(field, a, k + 1)),
    );
  },
  defined: ([a]) => symmetric(a),
  differentiable: ([a]) => (a ? [unsaid('every eigenvalue simple', a, a)] : []),
  printed: called('eig', 1, operatorName('eig')),
};
