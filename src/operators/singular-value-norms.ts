/** Norms made of singular values: the nuclear norm, those of Schatten and of Ky Fan. */
import type { Expr, Formula } from '../language/ast.ts';
import type { Field } from '../numbers/field.ts';
import { scalar, type Tensor } from '../numbers/tensor.ts';
import { atLeast, fullRank, unsaid } from './conditions.ts';
import { arg, argTerm } from './entries.ts';
import { euclidean } from './norms.ts';
import type { Operator } from './operator.ts';
import { called } from './printing.ts';
import { realPower } from './real-powers.ts';
import { asMatrix } from './shapes.ts';
import { countOfSingularValues, sumOfSingularValues } from './singular-values.ts';
import { lengthSquared, scalarFunctionTerm, singularTerm } from './terms.ts';
import { applied, below, letter, operatorWord, fenced } from './typeset.ts';

/** No judge decides it. */
const undecided = (a: Expr | undefined): readonly Formula[] =>
  a ? [unsaid('this norm differentiable', a)] : [];

export const nuclear: Operator = {
  name: 'nuclear',
  called: true,
  arity: 1,
  summary: 'nuclear norm: the sum of the singular values',
  shape: ([a = []]) => {
    asMatrix(a, 'nuclear');
    return [];
  },
  evaluate: <T>(field: Field<T>, args: readonly Tensor<T>[]) => {
    const a = arg(args, 0);
    return scalar(sumOfSingularValues(field, a, countOfSingularValues(a)));
  },
  differentiable: ([a]) => (a ? fullRank(a) : []),
  lower: (args) => singularTerm('nuclear', argTerm(args, 0)),
  printed: called('nuclear', 1, (a) => below(fenced('doubleBars', a), letter('*'))),
};

export const kyfan: Operator = {
  name: 'kyfan',
  called: true,
  arity: 1,
  params: 1,
  summary: 'kyfan[k](A): the sum of the k largest singular values',
  shape: ([a = []]) => {
    asMatrix(a, 'kyfan');
    return [];
  },
  evaluate: <T>(
    field: Field<T>,
    args: readonly Tensor<T>[],
    _: readonly number[],
    [k = 1]: readonly number[],
  ) => scalar(sumOfSingularValues(field, arg(args, 0), k)),
  defined: ([a], [k = 1]) => {
    if (!a || k <= 1) return [];
    const [m = '1', n = '1'] = a.shape;
    return [...new Set([m, n])].map((side) => atLeast(side, k, a));
  },
  differentiable: ([a]) => undecided(a),
  lowers: (_, [k]) => k === 1,
  lower: (args) => singularTerm('norm', argTerm(args, 0)),
  printed: {
    strength: 5,
    wants: [1],
    text: (k, a) => `kyfan[${k}](${a})`,
    typeset: (k, a) => applied(below(operatorWord('kyfan'), k), a),
  },
};

export const schatten: Operator = {
  name: 'schatten',
  called: true,
  arity: 1,
  params: 1,
  summary: 'schatten[p](A): the p-th root of the sum of the p-th powers of the singular values',
  shape: ([a = []]) => {
    asMatrix(a, 'schatten');
    return [];
  },
  evaluate: <T>(
    field: Field<T>,
    args: readonly Tensor<T>[],
    _: readonly number[],
    [p = 1]: readonly number[],
  ) => {
    const a = arg(args, 0);
    const count = countOfSingularValues(a);
    if (p === 2 || count === 1) return scalar(euclidean(field, a));
    const sum = sumOfSingularValues(field, a, count, (x) =>
      realPower(field, x, field.fromInteger(p), p),
    );
    if (p === 1) return scalar(sum);
    if (field.sign(sum) === 0) return scalar(field.zero);
    return scalar(realPower(field, sum, field.fromRational({ num: 1n, den: BigInt(p) }), null));
  },
  differentiable: ([a]) => undecided(a),
  lowers: (_, [p]) => p === 1 || p === 2,
  lower: (args, _, [p]) =>
    p === 1
      ? singularTerm('nuclear', argTerm(args, 0))
      : scalarFunctionTerm('sqrt', lengthSquared(argTerm(args, 0))),
  printed: {
    strength: 5,
    wants: [1],
    text: (p, a) => `schatten[${p}](${a})`,
    typeset: (p, a) => below(fenced('doubleBars', a), below(letter('S'), p)),
  },
};
