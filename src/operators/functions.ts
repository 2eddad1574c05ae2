import type { Condition } from '../language/ast.ts';
import type { Field, ScalarFunction } from '../numbers/field.ts';
import { scalar, type Tensor } from '../numbers/tensor.ts';
import { arg, argTerm, only } from './entries.ts';
import { scalarFunctionTerm } from './terms.ts';
import { rootOf } from './norms.ts';
import type { Operator } from './operator.ts';
import { called } from './printing.ts';
import { requireScalar } from './shapes.ts';
import { applied, fenced, knownWord, root, type Typeset } from './typeset.ts';

const scalarFunction = (
  name: string,
  fn: ScalarFunction,
  summary: string,
  typeset: (a: Typeset) => Typeset,
  needs: Condition['needs'] | null,
): Operator => ({
  name,
  called: true,
  arity: 1,
  summary,
  shape: ([a = []]) => {
    requireScalar(a, name);
    return [];
  },
  evaluate: <T>(field: Field<T>, args: readonly Tensor<T>[]) => {
    const x = only(arg(args, 0));
    return scalar(fn === 'sqrt' ? rootOf(field, x) : field.apply(fn, x));
  },
  ...(needs && {
    defined: ([a], print) => (a ? [{ needs, text: `${print(a)} ${needs}`, subject: a }] : []),
  } satisfies Partial<Operator>),
  lower: (args) => scalarFunctionTerm(name, argTerm(args, 0)),
  printed: called(name, 1, (a) => typeset(a)),
});

export const exp = scalarFunction('exp', 'exp', 'exponential of a scalar', (a) => applied(knownWord('exp'), a), null);
export const log = scalarFunction('log', 'log', 'natural logarithm of a positive scalar', (a) => applied(knownWord('log'), a), 'positive');
export const sqrt = scalarFunction('sqrt', 'sqrt', 'square root of a nonnegative scalar', (a) => root(a), 'nonnegative');
export const abs = scalarFunction('abs', 'abs', 'absolute value of a scalar', (a) => fenced('bars', a), null);
