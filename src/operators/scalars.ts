/** The operators `tr`, `det`, `logdet` and `rank`. */
import type { Field } from '../numbers/field.ts';
import { determinant, trace } from '../numbers/linear-algebra.ts';
import { scalar, type Tensor } from '../numbers/tensor.ts';
import { contract, operation } from '../kernel/graph.ts';
import { determinantOf, fullRank, said } from './conditions.ts';
import { arg, argTerm } from './entries.ts';
import type { Operator } from './operator.ts';
import { called, operatorName } from './printing.ts';
import { rankOf } from './ranks.ts';
import { asMatrix, requireSquare } from './shapes.ts';
import { columnTerm, detTerm, scalarFunctionTerm } from './terms.ts';
import { applied, knownWord, tight } from './typeset.ts';

export const tr: Operator = {
  name: 'tr',
  called: true,
  arity: 1,
  summary: 'trace of a square matrix',
  shape: ([a = []], dims) => {
    requireSquare(a, dims, 'tr');
    return [];
  },
  evaluate: <T>(field: Field<T>, args: readonly Tensor<T>[]) => scalar(trace(field, arg(args, 0))),
  lower: (args) =>
    argTerm(args, 0).shape.length === 2 ? contract(args, ['ii'], '') : argTerm(args, 0),
  printed: called('tr', 1, operatorName('tr')),
};

export const det: Operator = {
  name: 'det',
  called: true,
  arity: 1,
  summary: 'determinant of a square matrix',
  shape: ([a = []], dims) => {
    requireSquare(a, dims, 'det');
    return [];
  },
  evaluate: <T>(field: Field<T>, args: readonly Tensor<T>[]) =>
    scalar(determinant(field, arg(args, 0))),
  lower: (args) => detTerm(argTerm(args, 0)),
  printed: called('det', 1, (a) => applied(knownWord('det'), a)),
};

export const logdet: Operator = {
  name: 'logdet',
  called: true,
  arity: 1,
  summary: 'logarithm of a positive determinant',
  shape: ([a = []], dims) => {
    requireSquare(a, dims, 'logdet');
    return [];
  },
  evaluate: <T>(field: Field<T>, args: readonly Tensor<T>[]) =>
    scalar(field.apply('log', determinant(field, arg(args, 0)))),
  defined: ([a]) => (a ? [said(determinantOf(a), 'positive')] : []),
  lower: (args) => scalarFunctionTerm('log', detTerm(argTerm(args, 0))),
  printed: called('logdet', 1, (a) => applied(tight(knownWord('log'), knownWord('det')), a)),
};

export const rank: Operator = {
  name: 'rank',
  called: true,
  arity: 1,
  summary: 'rank of a matrix',
  shape: ([a = []]) => {
    asMatrix(a, 'rank');
    return [];
  },
  evaluate: <T>(field: Field<T>, args: readonly Tensor<T>[]) =>
    scalar(field.fromInteger(rankOf(field, arg(args, 0)))),
  differentiable: ([a]) => (a ? fullRank(a) : []),
  lower: (args) => operation('rank', columnTerm(argTerm(args, 0))),
  printed: called('rank', 1, operatorName('rank')),
};
