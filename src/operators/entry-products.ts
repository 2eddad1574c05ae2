/** Quotients and powers, entry by entry. */
import type { Field } from '../numbers/field.ts';
import { tensor, type Tensor } from '../numbers/tensor.ts';
import { contract, inverse } from '../kernel/graph.ts';
import { entriesNonzero, said } from './conditions.ts';
import { arg, argTerm } from './entries.ts';
import type { Operator } from './operator.ts';
import { realPower, realPowerTerm, wholePowerTerm } from './real-powers.ts';
import { requireSame, requireScalar } from './shapes.ts';
import { axesOf } from './terms.ts';
import { above, grouped, row, sign, tight } from './typeset.ts';

export const quotient: Operator = {
  name: 'quotient',
  called: false,
  arity: 2,
  summary: 'a ./ b: quotients of the entries of two tensors of one shape',
  shape: ([a = [], b = []], dims) => requireSame(a, b, dims, 'divided entrywise'),
  evaluate: <T>(field: Field<T>, args: readonly Tensor<T>[]) =>
    tensor(
      arg(args, 0).shape,
      arg(args, 0).data.map((x, i) => field.div(x, arg(args, 1).data[i] as T)),
    ),
  defined: ([, b]) => (b ? [entriesNonzero(b)] : []),
  lower: (args) => {
    const [a, b] = [argTerm(args, 0), argTerm(args, 1)];
    return contract([a, inverse(b, b.shape)], [axesOf(a), axesOf(a)], axesOf(a));
  },
  printed: {
    strength: 2,
    wants: [2, 3],
    text: (a, b) => `${a} ./ ${b}`,
    typeset: (a, b) => row(a, sign('\\oslash'), b),
  },
};

/** Whole exponents multiply; any other is that of positive entries. */
export const entryPower: Operator = {
  name: 'entrypow',
  called: false,
  arity: 2,
  summary: 'a .^ p: powers of the entries, which are positive unless p is a whole number',
  known: 1,
  shape: ([a = [], p = []]) => {
    requireScalar(p, 'the exponent of .^');
    return a;
  },
  evaluate: <T>(
    field: Field<T>,
    args: readonly Tensor<T>[],
    _: readonly number[],
    params: readonly number[],
  ) => {
    const [num = 1, den = 1] = params.slice(-2);
    const a = arg(args, 0);
    const p = field.fromRational({ num: BigInt(num), den: BigInt(den) });
    return tensor(
      a.shape,
      a.data.map((x) => realPower(field, x, p, den === 1 ? num : null)),
    );
  },
  defined: ([a, p]) => {
    if (!a || p?.kind !== 'number') return [];
    if (p.value.includes('/')) return [said(a, 'positive')];
    return p.value.startsWith('-') ? [entriesNonzero(a)] : [];
  },
  lowers: (shapes) => shapes.length === 2,
  lower: (args) => {
    const [a, p] = [argTerm(args, 0), argTerm(args, 1)];
    const [m] = p.monomials;
    if (m === undefined) return wholePowerTerm(a, 0);
    const isNumber = m.factors.length === 0 && Object.keys(m.powers).length === 0;
    // exp(17 log(x)) would be positive where x is negative: whole powers multiply, however large
    return isNumber && m.coefficient.den === 1n
      ? wholePowerTerm(a, Number(m.coefficient.num))
      : realPowerTerm(a, p);
  },
  printed: {
    strength: 4,
    wants: [5, 5],
    text: (a, p) => `${a} .^ ${p}`,
    typeset: (a, p) => above(grouped(a), tight(sign('\\circ'), p)),
  },
};
