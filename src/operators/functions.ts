/**
 * Functions of numbers, applied to each entry of a vector, and, where no function of matrices has
 * the name, of a matrix.
 */
import type { Attribute, Expr } from '../language/ast.ts';
import type { Field, ScalarFunction } from '../numbers/field.ts';
import { tensor, type Tensor } from '../numbers/tensor.ts';
import type { Term } from '../kernel/term.ts';
import { jet } from '../kernel/graph.ts';
import { entriesNonzero, said } from './conditions.ts';
import { arg, argTerm } from './entries.ts';
import { scalarFunctionTerm } from './terms.ts';
import { rootOf } from './norms.ts';
import type { Operator } from './operator.ts';
import { called, operatorName } from './printing.ts';
import { applied, fenced, knownWord, root, type Typeset } from './typeset.ts';

const where =
  (attribute: Attribute): NonNullable<Operator['defined']> =>
  ([a]) =>
    a ? [said(a, attribute)] : [];

interface Form {
  readonly name: string;
  readonly fn: ScalarFunction;
  readonly summary: string;
  readonly typeset: (a: Typeset) => Typeset;
  readonly conditions?: Pick<Operator, 'defined' | 'differentiable'>;
  readonly ofMatrix?: string;
  readonly lower?: (t: Term) => Term;
}

const entrywise = ({
  name,
  fn,
  summary,
  typeset,
  conditions,
  ofMatrix,
  lower,
}: Form): Operator => ({
  name,
  called: true,
  arity: 1,
  summary,
  ...(ofMatrix === undefined ? {} : { ofMatrix }),
  shape: ([a = []]) => a,
  evaluate: <T>(field: Field<T>, args: readonly Tensor<T>[]) => {
    const x = arg(args, 0);
    return tensor(
      x.shape,
      x.data.map((entry) => (fn === 'sqrt' ? rootOf(field, entry) : field.apply(fn, entry))),
    );
  },
  ...conditions,
  lower: (args) => (lower ?? ((t: Term) => scalarFunctionTerm(name, t)))(argTerm(args, 0)),
  printed: called(name, 1, (a) => typeset(a)),
});

export const exp = entrywise({
  name: 'exp',
  fn: 'exp',
  summary: 'exponential of a scalar, or of each entry of a vector or a matrix',
  typeset: (a) => applied(knownWord('exp'), a),
  ofMatrix: 'expm',
});
export const log = entrywise({
  name: 'log',
  fn: 'log',
  summary:
    'natural logarithm of a positive scalar, or of each entry of a positive vector or matrix',
  typeset: (a) => applied(knownWord('log'), a),
  conditions: { defined: where('positive') },
  ofMatrix: 'logm',
});
export const sqrt = entrywise({
  name: 'sqrt',
  fn: 'sqrt',
  summary:
    'square root of a nonnegative scalar, or of each entry of a nonnegative vector or matrix',
  typeset: (a) => root(a),
  conditions: { defined: where('nonnegative'), differentiable: where('positive') },
  ofMatrix: 'sqrtm',
});
export const sin = entrywise({
  name: 'sin',
  fn: 'sin',
  summary: 'sine of a scalar, or of each entry of a vector or a matrix',
  typeset: (a) => applied(knownWord('sin'), a),
  ofMatrix: 'sinm',
});
export const cos = entrywise({
  name: 'cos',
  fn: 'cos',
  summary: 'cosine of a scalar, or of each entry of a vector or a matrix',
  typeset: (a) => applied(knownWord('cos'), a),
  ofMatrix: 'cosm',
});

const offZero = { differentiable: ([a]: readonly Expr[]) => (a ? [entriesNonzero(a)] : []) };

export const abs = entrywise({
  name: 'abs',
  fn: 'abs',
  summary:
    'absolute value of a scalar, or of each entry of a vector or a matrix; modulus(A) is the other one',
  typeset: (a) => fenced('bars', a),
  conditions: offZero,
});
/** The derivative of |s|, which is 0 at 0 by agreement, as the sign of 0 is. */
export const sign = entrywise({
  name: 'sign',
  fn: 'sign',
  summary: 'sign of a scalar, -1, 0 or 1, or of each entry of a vector or a matrix',
  typeset: operatorName('sign'),
  conditions: offZero,
  lower: (t) => jet({ name: 'abs', family: [], inputs: [null], output: null }, [1], [t], t.shape),
});
