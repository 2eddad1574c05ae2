/**
 * The operators of complex claims: conjugate, conjugate transpose, real and imaginary part. Such a
 * claim is put into real and imaginary parts before it is judged; of what is real they say little.
 */
import { scale } from '../kernel/graph.ts';
import { zero } from '../kernel/ratio.ts';
import type { Field } from '../numbers/field.ts';
import { tensor, type Tensor } from '../numbers/tensor.ts';
import { arg, argTerm } from './entries.ts';
import type { Operator } from './operator.ts';
import { called, operatorName } from './printing.ts';
import { transpose } from './transposes.ts';
import { above, grouped, sign } from './typeset.ts';

const itself = (name: string, summary: string): Operator => ({
  name,
  called: true,
  arity: 1,
  summary,
  shape: ([a = []]) => a,
  evaluate: <T>(_: Field<T>, args: readonly Tensor<T>[]) => arg(args, 0),
  lower: (args) => argTerm(args, 0),
  printed: called(name, 1, operatorName(name)),
});

export const conj = itself('conj', 'entry by entry the complex conjugate; of what is real itself');
export const re = itself('re', 'the real part, entry by entry');

export const im: Operator = {
  ...itself('im', 'the imaginary part, entry by entry; of what is real 0'),
  evaluate: <T>(field: Field<T>, args: readonly Tensor<T>[], shape: readonly number[]) =>
    tensor(
      shape,
      arg(args, 0).data.map(() => field.zero),
    ),
  lower: (args) => scale(zero, argTerm(args, 0)),
};

export const adjoint: Operator = {
  ...transpose,
  name: 'adjoint',
  summary: "a': the conjugate transpose in a claim about complex matrices",
  printed: { ...transpose.printed, typeset: (a) => above(grouped(a), sign('\\ast')) },
};
