/** The operators for products and quotients. */
import type { Shape } from '../language/ast.ts';
import type { Field } from '../numbers/field.ts';
import { said } from './conditions.ts';
import { tensor, type Tensor } from '../numbers/tensor.ts';
import { kron as kronecker, matmul } from '../numbers/matrix.ts';
import { contract, inverse } from '../kernel/graph.ts';
import { arg, argTerm, asGrid, inner, only } from './entries.ts';
import { axesOf, kroneckerTerm, productTerm } from './terms.ts';
import { isSum, productDim } from './dimension.ts';
import { ShapeMismatch, type Dimensions, type Operator } from './operator.ts';
import { called } from './printing.ts';
import {
  asMatrix,
  fromMatrix,
  isRow,
  isScalar,
  isOpen,
  isVector,
  requireSame,
  shown,
  showShape,
} from './shapes.ts';
import { fenced, fraction, list, parentheses, product, row, sign } from './typeset.ts';

const productShape = (a: Shape, b: Shape, dims: Dimensions): Shape => {
  if (isScalar(a)) return b;
  if (isScalar(b)) return a;
  const [m, n] = asMatrix(a, 'the product');
  const [p, q] = asMatrix(b, 'the product');
  const differ = (hint: string): ShapeMismatch =>
    new ShapeMismatch(
      `the left factor is ${showShape(a, dims)} and the right factor is ${showShape(b, dims)}: ` +
        `the inner dimensions ${shown(n, dims)} and ${shown(p, dims)} differ${hint}`,
    );
  if (isVector(a)) {
    if (isRow(b)) return fromMatrix(m, q);
    throw differ(
      isVector(b)
        ? "; write x' y or dot(x, y) for their inner product, x y' for the outer, x .* y for the entrywise"
        : '',
    );
  }
  if (isRow(b) && !isRow(a) && n !== '1' && !isOpen(n, dims)) throw differ('');
  try {
    dims.unify(n, p);
  } catch (error) {
    if (!(error instanceof ShapeMismatch)) throw error;
    throw differ('');
  }
  return fromMatrix(dims.resolve(m), dims.resolve(q));
};

export const mul: Operator = {
  name: 'mul',
  called: false,
  arity: 2,
  summary: 'a b: product of matrices, vectors and rows, or a scalar multiple',
  shape: ([a = [], b = []], dims) => productShape(a, b, dims),
  evaluate: <T>(field: Field<T>, args: readonly Tensor<T>[], shape: readonly number[]) => {
    const a = arg(args, 0);
    const b = arg(args, 1);
    if (a.shape.length === 0)
      return tensor(
        b.shape,
        b.data.map((x) => field.mul(only(a), x)),
      );
    if (b.shape.length === 0)
      return tensor(
        a.shape,
        a.data.map((x) => field.mul(x, only(b))),
      );
    return tensor(shape, matmul(field, asGrid(a), asGrid(b)).data);
  },
  lower: productTerm,
  printed: {
    strength: 2,
    wants: [2, 3],
    text: (a, b) => `${a} ${b}`,
    typeset: (a, b) => product(a, b),
  },
};

export const hadamard: Operator = {
  name: 'hadamard',
  called: false,
  arity: 2,
  summary: 'a .* b: entrywise product of two tensors of one shape',
  shape: ([a = [], b = []], dims) => requireSame(a, b, dims, 'multiplied entrywise'),
  evaluate: <T>(field: Field<T>, args: readonly Tensor<T>[]) =>
    tensor(
      arg(args, 0).shape,
      arg(args, 0).data.map((x, i) => field.mul(x, arg(args, 1).data[i] as T)),
    ),
  lower: (args) =>
    contract(args, [axesOf(argTerm(args, 0)), axesOf(argTerm(args, 0))], axesOf(argTerm(args, 0))),
  printed: {
    strength: 2,
    wants: [2, 3],
    text: (a, b) => `${a} .* ${b}`,
    typeset: (a, b) => row(a, sign('\\circ'), b),
  },
};

export const div: Operator = {
  name: 'div',
  called: false,
  arity: 2,
  summary: 'a / s: a tensor divided by a scalar',
  shape: ([a = [], b = []], dims) => {
    if (!isScalar(b)) {
      throw new ShapeMismatch(
        `${showShape(a, dims)} cannot be divided by ${showShape(b, dims)}: only scalars divide; write inv(..)`,
      );
    }
    return a;
  },
  evaluate: <T>(field: Field<T>, args: readonly Tensor<T>[]) =>
    tensor(
      arg(args, 0).shape,
      arg(args, 0).data.map((x) => field.div(x, only(arg(args, 1)))),
    ),
  defined: ([, b]) => (b ? [said(b, 'nonzero')] : []),
  lower: (args) =>
    contract(
      [argTerm(args, 0), inverse(argTerm(args, 1))],
      [axesOf(argTerm(args, 0)), ''],
      axesOf(argTerm(args, 0)),
    ),
  printed: {
    strength: 2,
    wants: [2, 3],
    text: (a, b) => `${a} / ${b}`,
    typeset: (a, b) => fraction(a, b),
  },
};

export const kron: Operator = {
  name: 'kron',
  called: true,
  arity: 2,
  summary: 'Kronecker product: the block matrix of a_ij B',
  shape: ([a = [], b = []]) => {
    const [m, n] = asMatrix(a, 'kron');
    const [p, q] = asMatrix(b, 'kron');
    return fromMatrix(productDim(m, p), productDim(n, q));
  },
  evaluate: <T>(field: Field<T>, args: readonly Tensor<T>[], shape: readonly number[]) =>
    tensor(shape, kronecker(field, arg(args, 0), arg(args, 1)).data),
  lowers: (shapes) => !shapes.flat().some(isSum),
  lower: kroneckerTerm,
  printed: called('kron', 2, (a, b) => row(parentheses(a), sign('\\otimes'), parentheses(b))),
};

export const dot: Operator = {
  name: 'dot',
  called: true,
  arity: 2,
  summary: 'inner product of two vectors',
  shape: ([a = [], b = []], dims) => {
    if (isScalar(a) && isScalar(b)) return [];
    if (!isVector(a) || !isVector(b)) {
      throw new ShapeMismatch(
        `dot takes two vectors, but its arguments are ${showShape(a, dims)} and ${showShape(b, dims)}`,
      );
    }
    requireSame(a, b, dims, 'multiplied by dot');
    return [];
  },
  evaluate: <T>(field: Field<T>, args: readonly Tensor<T>[]) =>
    tensor([], [inner(field, arg(args, 0).data, arg(args, 1).data)]),
  lower: (args) => contract(args, [axesOf(argTerm(args, 0)), axesOf(argTerm(args, 1))], ''),
  printed: called('dot', 2, (a, b) => fenced('angles', list([a, b]))),
};
