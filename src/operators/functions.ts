import type { Attribute } from '../language/ast.ts';
import type { Field, ScalarFunction } from '../numbers/field.ts';
import { scalar, tensor, type Tensor } from '../numbers/tensor.ts';
import { said } from './conditions.ts';
import { arg, argTerm, only } from './entries.ts';
import { scalarFunctionTerm } from './terms.ts';
import { rootOf } from './norms.ts';
import type { Operator } from './operator.ts';
import { called } from './printing.ts';
import { requireScalar } from './shapes.ts';
import { applied, fenced, knownWord, root, type Typeset } from './typeset.ts';

const where =
  (attribute: Attribute): NonNullable<Operator['defined']> =>
  ([a]) =>
    a ? [said(a, attribute)] : [];

const scalarFunction = (
  name: string,
  fn: ScalarFunction,
  summary: string,
  typeset: (a: Typeset) => Typeset,
  conditions: Pick<Operator, 'defined' | 'differentiable'>,
  entrywise = false,
): Operator => ({
  name,
  called: true,
  arity: 1,
  summary,
  shape: ([a = []]) => {
    if (entrywise && a.length === 1) return a;
    requireScalar(a, entrywise ? `${name} (of a scalar, or of the entries of a vector)` : name);
    return [];
  },
  evaluate: <T>(field: Field<T>, args: readonly Tensor<T>[]) => {
    const x = arg(args, 0);
    if (entrywise && x.shape.length === 1)
      return tensor(
        x.shape,
        x.data.map((entry) => field.apply(fn, entry)),
      );
    return scalar(fn === 'sqrt' ? rootOf(field, only(x)) : field.apply(fn, only(x)));
  },
  ...conditions,
  lower: (args) => scalarFunctionTerm(name, argTerm(args, 0)),
  printed: called(name, 1, (a) => typeset(a)),
});

export const exp = scalarFunction(
  'exp',
  'exp',
  'exponential of a scalar, or of each entry of a vector',
  (a) => applied(knownWord('exp'), a),
  {},
  true,
);
export const log = scalarFunction(
  'log',
  'log',
  'natural logarithm of a positive scalar',
  (a) => applied(knownWord('log'), a),
  { defined: where('positive') },
);
export const sqrt = scalarFunction(
  'sqrt',
  'sqrt',
  'square root of a nonnegative scalar',
  (a) => root(a),
  { defined: where('nonnegative'), differentiable: where('positive') },
);
export const abs = scalarFunction(
  'abs',
  'abs',
  'absolute value of a scalar',
  (a) => fenced('bars', a),
  { differentiable: where('nonzero') },
);
