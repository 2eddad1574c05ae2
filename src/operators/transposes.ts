/** The operators `transpose`, `vec` and `diag`. */
import type { Field } from '../numbers/field.ts';
import { tensor, type Tensor } from '../numbers/tensor.ts';
import { transpose as flip } from '../numbers/matrix.ts';
import { contract } from '../kernel/graph.ts';
import { arg, argTerm, asGrid, extent } from './entries.ts';
import { isSum, productDim } from './dimension.ts';
import { ShapeMismatch, type Operator } from './operator.ts';
import { called, operatorName } from './printing.ts';
import { asMatrix, fromMatrix, isRow, isVector, requireSquare, showShape } from './shapes.ts';
import { vecTerm } from './terms.ts';
import { above, grouped, sign } from './typeset.ts';

export const transpose: Operator = {
  name: 'transpose',
  called: false,
  arity: 1,
  summary: "a': transpose; of a vector a row, of a row a vector",
  shape: ([a = []]) => {
    const [m, n] = asMatrix(a, "the transpose '");
    if (a.length === 0 || isRow(a)) return fromMatrix(n, m);
    return [n, m];
  },
  evaluate: <T>(_: Field<T>, args: readonly Tensor<T>[], shape: readonly number[]) =>
    tensor(shape, flip(asGrid(arg(args, 0))).data),
  lower: (args) =>
    argTerm(args, 0).shape.length === 2 ? contract(args, ['ij'], 'ji') : argTerm(args, 0),
  printed: {
    strength: 4,
    wants: [5],
    text: (a) => `${a}'`,
    typeset: (a) => above(grouped(a), sign('\\top')),
  },
};

export const vec: Operator = {
  name: 'vec',
  called: true,
  arity: 1,
  summary: 'the columns of a matrix, one below the other, as a vector',
  shape: ([a = []]) => fromMatrix(productDim(...asMatrix(a, 'vec')), '1'),
  evaluate: <T>(_: Field<T>, args: readonly Tensor<T>[], shape: readonly number[]) =>
    tensor(shape, flip(asGrid(arg(args, 0))).data),
  lowers: (shapes) => !shapes.flat().some(isSum),
  lower: vecTerm,
  printed: called('vec', 1, operatorName('vec')),
};

export const diag: Operator = {
  name: 'diag',
  called: true,
  arity: 1,
  summary: 'of a vector the diagonal matrix, of a square matrix the vector of its diagonal',
  shape: ([a = []], dims) => {
    if (a.length === 0) return [];
    if (isVector(a)) return [a[0] as string, a[0] as string];
    if (isRow(a))
      throw new ShapeMismatch(
        'diag takes a column vector or a square matrix, but its argument is the row ' +
          `${showShape(a, dims)}: transpose it`,
      );
    return fromMatrix(requireSquare(a, dims, 'diag'), '1');
  },
  evaluate: <T>(field: Field<T>, args: readonly Tensor<T>[], shape: readonly number[]) => {
    const a = arg(args, 0);
    const [n] = extent(a.shape);
    if (a.shape.length === 2)
      return tensor(
        shape,
        Array.from({ length: n }, (_, i) => a.data[i * (n + 1)] as T),
      );
    return tensor(
      shape,
      Array.from({ length: n * n }, (_, k) =>
        k % (n + 1) === 0 ? (a.data[k % n] as T) : field.zero,
      ),
    );
  },
  lower: (args) =>
    argTerm(args, 0).shape.length === 2 ? contract(args, ['ii'], 'i') : contract(args, ['i'], 'ii'),
  printed: called('diag', 1, operatorName('diag')),
};
