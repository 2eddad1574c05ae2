/** Norms made of singular values: those of Schatten and of Ky Fan. */
import type { Expr, Formula } from '../language/ast.ts';
import type { Field } from '../numbers/field.ts';
import { scalar, type Tensor } from '../numbers/tensor.ts';
import { atLeast, unsaid } from './conditions.ts';
import { arg, argTerm, extent } from './entries.ts';
import { euclidean } from './norms.ts';
import type { Operator } from './operator.ts';
import { realPower } from './real-powers.ts';
import { asMatrix } from './shapes.ts';
import { spectral } from './spectral.ts';
import { lengthSquared, scalarFunctionTerm, singularTerm } from './terms.ts';
import { applied, below, letter, operatorWord, fenced } from './typeset.ts';

/** The first singular values, of a scalar, a vector or a row its length. */
const singularValues = <T>(field: Field<T>, a: Tensor<T>, count: number): readonly T[] => {
  const most = Math.min(...extent(a.shape));
  if (most === 1 && count === 1) return [euclidean(field, a)];
  return Array.from({ length: count }, (_, k) => spectral(field, 'singular value', a, k + 1));
};

const total = <T>(field: Field<T>, list: readonly T[]): T =>
  list.reduce((sum, x) => field.add(sum, x));

/** No judge decides it. */
const undecided = (a: Expr | undefined): readonly Formula[] =>
  a ? [unsaid('this norm differentiable', a)] : [];

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
  ) => scalar(total(field, singularValues(field, arg(args, 0), k))),
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
    const count = Math.min(...extent(a.shape));
    if (p === 2 || count === 1) return scalar(euclidean(field, a));
    const values = singularValues(field, a, count);
    const sum = total(
      field,
      values.map((x) => realPower(field, x, field.fromInteger(p), p)),
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
