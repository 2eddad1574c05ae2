/** Sums, means, maxima and minima of entries, and the norms that are made of them. */
import type { Shape } from '../language/ast.ts';
import type { Field } from '../numbers/field.ts';
import { scalar, tensor, type Tensor } from '../numbers/tensor.ts';
import { add, contract, dimension, scale } from '../kernel/graph.ts';
import { negative, one } from '../kernel/ratio.ts';
import type { Term } from '../kernel/term.ts';
import { differenceOf, entriesNonzero, unsaid } from './conditions.ts';
import { arg, argTerm } from './entries.ts';
import { ShapeMismatch, type Dimensions, type Operator } from './operator.ts';
import { kernelDim } from './parts.ts';
import { called, operatorName } from './printing.ts';
import { isRow, isVector, requireSame, showShape } from './shapes.ts';
import { axesOf, largestTerm, scalarFunctionTerm } from './terms.ts';
import { applied, below, fenced, knownWord, numeral, sign } from './typeset.ts';

const requireVector = (a: Shape, dims: Dimensions, name: string, instead: string): void => {
  if (!isVector(a) && !isRow(a))
    throw new ShapeMismatch(
      `${name} takes a vector, but its argument is ${showShape(a, dims)}: ${instead}`,
    );
};
const requireEntries = (a: Shape, dims: Dimensions, name: string): void => {
  if (a.length !== 2)
    requireVector(a, dims, name, `write ${name}[i in 1..n](..) for one over an index`);
};
const sumOf = (t: Term): Term => contract([t], [axesOf(t)], '');
const total = <T>(field: Field<T>, list: readonly T[]): T =>
  list.reduce((sum, x) => field.add(sum, x), field.zero);

export const sum: Operator = {
  name: 'sum',
  called: true,
  arity: 1,
  summary: 'sum of the entries of a vector or a matrix',
  shape: ([a = []], dims) => {
    requireEntries(a, dims, 'sum');
    return [];
  },
  evaluate: <T>(field: Field<T>, args: readonly Tensor<T>[]) =>
    scalar(total(field, arg(args, 0).data)),
  lower: (args) => sumOf(argTerm(args, 0)),
  printed: called('sum', 1, operatorName('sum')),
};

const lengthsOf = (a: Shape): readonly string[] => a.filter((d) => d !== '1');

export const mean: Operator = {
  name: 'mean',
  called: true,
  arity: 1,
  summary: 'mean of the entries of a vector or a matrix',
  shape: ([a = []], dims) => {
    requireEntries(a, dims, 'mean');
    return [];
  },
  evaluate: <T>(field: Field<T>, args: readonly Tensor<T>[]) => {
    const { data } = arg(args, 0);
    return scalar(field.div(total(field, data), field.fromInteger(data.length)));
  },
  lower: (args, [a = []]) =>
    lengthsOf(a).reduce(
      (t, d) => contract([t, dimension(kernelDim(d), -1)], ['', ''], ''),
      sumOf(argTerm(args, 0)),
    ),
  printed: called('mean', 1, operatorName('mean')),
};

/** The larger of two numbers is b + relu(a - b), the smaller a - relu(a - b). */
const ofTwo = <T>(field: Field<T>, name: 'max' | 'min', a: T, b: T): T => {
  const over = field.apply('relu', field.sub(a, b));
  return name === 'max' ? field.add(b, over) : field.sub(a, over);
};

const extreme = (name: 'max' | 'min', summary: string): Operator => ({
  name,
  called: true,
  arity: 0,
  summary,
  shape: ([a = [], b, ...more], dims) => {
    if (more.length > 0)
      throw new ShapeMismatch(
        `${name} takes one vector, or two arguments of one shape: write ${name}(a, ${name}(b, c))`,
      );
    if (b) return requireSame(a, b, dims, `compared by ${name}`);
    requireVector(a, dims, name, `write ${name}(a, b) of two, or ${name} of a row A[i,:]`);
    return [];
  },
  evaluate: <T>(field: Field<T>, args: readonly Tensor<T>[]) => {
    const a = arg(args, 0);
    if (args.length === 1) return scalar(a.data.reduce((x, y) => ofTwo(field, name, x, y)));
    const b = arg(args, 1);
    return tensor(
      a.shape,
      a.data.map((x, i) => ofTwo(field, name, x, b.data[i] as T)),
    );
  },
  differentiable: ([a, b]) =>
    a
      ? [b ? entriesNonzero(differenceOf(a, b)) : unsaid(`the ${name} of it attained once`, a, a)]
      : [],
  lower: (args) => {
    const minus = (t: Term): Term => scale(negative(one), t);
    const a = argTerm(args, 0);
    if (args.length === 1) return name === 'max' ? largestTerm(a) : minus(largestTerm(minus(a)));
    const b = argTerm(args, 1);
    const over = scalarFunctionTerm('relu', add(a, minus(b)));
    return name === 'max' ? add(b, over) : add(a, minus(over));
  },
  printed: { ...called(name, 2, (...args) => applied(knownWord(name), ...args)), wants: [] },
});

export const max = extreme('max', 'largest entry of a vector, or max(a, b) entry by entry');
export const min = extreme('min', 'smallest entry of a vector, or min(a, b) entry by entry');

export const norm1: Operator = {
  name: 'norm1',
  called: true,
  arity: 1,
  summary: 'sum of the absolute values of the entries of a vector',
  shape: ([a = []], dims) => {
    const instead = 'write norm1(vec(A)) for all entries, norm1(A[:,j]) for a column';
    if (a.length > 0) requireVector(a, dims, 'norm1', instead);
    return [];
  },
  evaluate: <T>(field: Field<T>, args: readonly Tensor<T>[]) =>
    scalar(
      total(
        field,
        arg(args, 0).data.map((x) => field.apply('abs', x)),
      ),
    ),
  differentiable: ([a]) => (a ? [entriesNonzero(a)] : []),
  lower: (args) => sumOf(scalarFunctionTerm('abs', argTerm(args, 0))),
  printed: called('norm1', 1, (a) => below(fenced('doubleBars', a), numeral('1'))),
};

export const norminf: Operator = {
  name: 'norminf',
  called: true,
  arity: 1,
  summary: 'largest absolute value of the entries of a vector',
  shape: ([a = []], dims) => {
    const instead = 'write norminf(vec(A)) for all entries, norm1(A[i,:]) for a row';
    if (a.length > 0) requireVector(a, dims, 'norminf', instead);
    return [];
  },
  evaluate: <T>(field: Field<T>, args: readonly Tensor<T>[]) =>
    scalar(
      arg(args, 0)
        .data.map((x) => field.apply('abs', x))
        .reduce((x, y) => ofTwo(field, 'max', x, y)),
    ),
  differentiable: ([a]) =>
    a ? [unsaid('the largest absolute value attained once, and not 0', a, a)] : [],
  lower: (args) => largestTerm(scalarFunctionTerm('abs', argTerm(args, 0))),
  printed: called('norminf', 1, (a) => below(fenced('doubleBars', a), sign('\\infty'))),
};
