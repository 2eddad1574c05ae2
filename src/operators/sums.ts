/** The operators for sums, differences and negation. */
import { add as sum, scale } from '../kernel/graph.ts';
import { negative, one } from '../kernel/ratio.ts';
import { argTerm } from './entries.ts';
import type { Field } from '../numbers/field.ts';
import { tensor, type Tensor } from '../numbers/tensor.ts';
import type { Operator } from './operator.ts';
import { requireSame } from './shapes.ts';
import { row, sign, tight } from './typeset.ts';

const zip = <T>(a: Tensor<T>, b: Tensor<T>, f: (x: T, y: T) => T): Tensor<T> =>
  tensor(
    a.shape,
    a.data.map((x, i) => f(x, b.data[i] as T)),
  );

const sumOf = <T>(field: Field<T>, args: readonly Tensor<T>[]): Tensor<T> =>
  zip(args[0] as Tensor<T>, args[1] as Tensor<T>, (x, y) => field.add(x, y));

export const add: Operator = {
  name: 'add',
  called: false,
  arity: 2,
  summary: 'a + b: sum of two tensors of one shape',
  shape: ([a = [], b = []], dims) => requireSame(a, b, dims, 'added'),
  evaluate: sumOf,
  lower: (args) => sum(argTerm(args, 0), argTerm(args, 1)),
  printed: {
    strength: 1,
    wants: [1, 2],
    text: (a, b) => `${a} + ${b}`,
    typeset: (a, b) => row(a, sign('+'), b),
  },
};

export const sub: Operator = {
  name: 'sub',
  called: false,
  arity: 2,
  summary: 'a - b: difference of two tensors of one shape',
  shape: ([a = [], b = []], dims) => requireSame(a, b, dims, 'subtracted'),
  evaluate: <T>(field: Field<T>, args: readonly Tensor<T>[]) =>
    zip(args[0] as Tensor<T>, args[1] as Tensor<T>, (x, y) => field.sub(x, y)),
  lower: (args) => sum(argTerm(args, 0), scale(negative(one), argTerm(args, 1))),
  printed: {
    strength: 1,
    wants: [1, 2],
    text: (a, b) => `${a} - ${b}`,
    typeset: (a, b) => row(a, sign('-'), b),
  },
};

/** Its minus is read after the products: `-A B` is `-(A B)`. */
export const neg: Operator = {
  name: 'neg',
  called: false,
  arity: 1,
  summary: '-a: the negative of a tensor',
  shape: ([a = []]) => a,
  evaluate: <T>(field: Field<T>, [a]: readonly Tensor<T>[]) =>
    tensor(
      (a as Tensor<T>).shape,
      (a as Tensor<T>).data.map((x) => field.neg(x)),
    ),
  lower: (args) => scale(negative(one), argTerm(args, 0)),
  printed: { strength: 1, wants: [2], text: (a) => `-${a}`, typeset: (a) => tight(sign('-'), a) },
};
