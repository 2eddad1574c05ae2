/** The operators for norms: `|x|`, `norm` and their variants. */
import { Undefined, type Field } from '../numbers/field.ts';
import { scalar, type Tensor } from '../numbers/tensor.ts';
import { differentiates } from './domains.ts';
import { isSlender, said, simpleLargestSingularValue } from './conditions.ts';
import { arg, argTerm, extent, inner, only } from './entries.ts';
import { lengthSquared, scalarFunctionTerm, singularTerm } from './terms.ts';
import { ShapeMismatch, type Operator } from './operator.ts';
import { called } from './printing.ts';
import { spectral } from './spectral.ts';
import { asMatrix, isRow, showShape } from './shapes.ts';
import { below, fenced, letter } from './typeset.ts';

/**
 * The square root; throws `Undefined` at zero while a derivative is taken, where the root is not
 * differentiable even if the argument's own derivative vanishes: |x| at 0.
 */
export const rootOf = <T>(field: Field<T>, x: T): T => {
  if (differentiates(field) && field.sign(x) === 0)
    throw new Undefined('the derivative of a square root at 0');
  return field.apply('sqrt', x);
};

/** Square root of the sum of the squares of all entries. */
export const euclidean = <T>(field: Field<T>, t: Tensor<T>): T =>
  rootOf(field, inner(field, t.data, t.data));

export const bars: Operator = {
  name: 'bars',
  called: false,
  arity: 1,
  summary: '|x|: absolute value of a scalar, length of a vector',
  shape: ([a = []], dims) => {
    if (a.length > 1 && !isRow(a)) {
      throw new ShapeMismatch(
        `|..| takes a scalar or a vector, but its argument is ${showShape(a, dims)}: write ` +
          'norm(..), normF(..) or det(..), or modulus(..)',
      );
    }
    return [];
  },
  evaluate: <T>(field: Field<T>, args: readonly Tensor<T>[]) => {
    const a = arg(args, 0);
    return scalar(a.shape.length === 0 ? field.apply('abs', only(a)) : euclidean(field, a));
  },
  isLength: () => true,
  differentiable: ([a]) => (a ? [said(a, 'nonzero')] : []),
  lower: (args) =>
    argTerm(args, 0).shape.length === 0
      ? scalarFunctionTerm('abs', argTerm(args, 0))
      : scalarFunctionTerm('sqrt', lengthSquared(argTerm(args, 0))),
  printed: { strength: 5, wants: [1], text: (a) => `|${a}|`, typeset: (a) => fenced('bars', a) },
};

export const norm: Operator = {
  name: 'norm',
  called: true,
  arity: 1,
  summary: 'Euclidean norm of a vector, spectral norm of a matrix',
  shape: ([a = []]) => {
    asMatrix(a, 'norm');
    return [];
  },
  evaluate: <T>(field: Field<T>, args: readonly Tensor<T>[]) => {
    const a = arg(args, 0);
    if (a.shape.length === 0) return scalar(field.apply('abs', only(a)));
    return scalar(
      Math.min(...extent(a.shape)) === 1
        ? euclidean(field, a)
        : spectral(field, 'singular value', a, 1),
    );
  },
  isLength: ([a]) => a !== undefined && isSlender(a),
  differentiable: ([a]) => (a ? simpleLargestSingularValue(a) : []),
  lower: (args) => singularTerm('norm', argTerm(args, 0)),
  printed: called('norm', 1, (a) => fenced('doubleBars', a)),
};

export const normF: Operator = {
  name: 'normF',
  called: true,
  arity: 1,
  summary: 'Frobenius norm: the root of the sum of squared entries',
  shape: () => [],
  evaluate: <T>(field: Field<T>, args: readonly Tensor<T>[]) =>
    scalar(euclidean(field, arg(args, 0))),
  isLength: () => true,
  differentiable: ([a]) => (a ? [said(a, 'nonzero')] : []),
  lower: (args) => scalarFunctionTerm('sqrt', lengthSquared(argTerm(args, 0))),
  printed: called('normF', 1, (a) => below(fenced('doubleBars', a), letter('F'))),
};
