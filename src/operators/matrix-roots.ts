/**
 * sqrtm(A), the positive semidefinite root of a positive semidefinite matrix, and modulus(A) =
 * sqrtm(A' A).
 */
import type { Field } from '../numbers/field.ts';
import { matmul, transpose } from '../numbers/matrix.ts';
import { tensor, type Tensor } from '../numbers/tensor.ts';
import { contract, operation } from '../kernel/graph.ts';
import type { Term } from '../kernel/term.ts';
import { fullRank, said } from './conditions.ts';
import { arg, argTerm, asGrid } from './entries.ts';
import type { Operator } from './operator.ts';
import { called } from './printing.ts';
import { asMatrix, fromMatrix, requireSquare } from './shapes.ts';
import { ofSpectrum, rootFunction } from './symmetric-functions.ts';
import { scalarFunctionTerm } from './terms.ts';
import { above, fenced, fraction, grouped, numeral } from './typeset.ts';

const root = rootFunction(2, 'sqrtm');

const rootTerm = (t: Term): Term =>
  t.shape.length === 2 ? operation('sqrtm', t) : scalarFunctionTerm('sqrt', t);

export const sqrtm: Operator = {
  name: 'sqrtm',
  called: true,
  arity: 1,
  summary: 'root of a psd matrix: the psd matrix S with S S = A',
  shape: ([a = []], dims) => {
    requireSquare(a, dims, 'sqrtm');
    return a;
  },
  evaluate: <T>(field: Field<T>, args: readonly Tensor<T>[], shape: readonly number[]) =>
    tensor(shape, ofSpectrum(field, root, arg(args, 0)).data),
  defined: ([a]) => (a ? [said(a, a.shape.length === 0 ? 'nonnegative' : 'psd')] : []),
  differentiable: ([a]) => (a ? [said(a, a.shape.length === 0 ? 'positive' : 'pd')] : []),
  lower: (args) => rootTerm(argTerm(args, 0)),
  printed: called('sqrtm', 1, (a) => above(grouped(a), fraction(numeral('1'), numeral('2')))),
};

export const modulus: Operator = {
  name: 'modulus',
  called: true,
  arity: 1,
  summary: "modulus of a matrix: sqrtm(A' A)",
  shape: ([a = []]) => {
    const [, n] = asMatrix(a, 'modulus');
    return fromMatrix(n, n);
  },
  evaluate: <T>(field: Field<T>, args: readonly Tensor<T>[], shape: readonly number[]) => {
    const a = asGrid(arg(args, 0));
    const gram = matmul(field, transpose(a), a);
    return tensor(shape, ofSpectrum(field, root, gram).data);
  },
  differentiable: ([a]) => (a ? fullRank(a) : []),
  lowers: ([a = []]) => a.length === 2 && !a.includes('1'),
  lower: (args) => {
    const a = argTerm(args, 0);
    return rootTerm(contract([a, a], ['ki', 'kj'], 'ij'));
  },
  printed: called('modulus', 1, (a) => fenced('bars', a)),
};
