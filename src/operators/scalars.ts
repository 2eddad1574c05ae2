import { Unsupported, type Field } from '../numbers/field.ts';
import { scalar, type Tensor } from '../numbers/tensor.ts';
import { arg, extent } from './entries.ts';
import type { Operator } from './operator.ts';
import { called, operatorName } from './printing.ts';
import { asMatrix, requireSquare } from './shapes.ts';

export const tr: Operator = {
  name: 'tr',
  called: true,
  arity: 1,
  summary: 'trace of a square matrix',
  shape: ([a = []], dims) => {
    requireSquare(a, dims, 'tr');
    return [];
  },
  evaluate: <T>(field: Field<T>, args: readonly Tensor<T>[]) => {
    const a = arg(args, 0);
    const [n] = extent(a.shape);
    let sum = field.zero;
    for (let i = 0; i < n; i++) sum = field.add(sum, a.data[i * (n + 1)] as T);
    return scalar(sum);
  },
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
  evaluate: <T>(_field: Field<T>, _args: readonly Tensor<T>[]): Tensor<T> => {
    throw new Unsupported('determinants await the linear algebra');
  },
  printed: called('det', 1, (a) => `\\det\\left(${a}\\right)`),
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
  evaluate: <T>(_field: Field<T>, _args: readonly Tensor<T>[]): Tensor<T> => {
    throw new Unsupported('determinants await the linear algebra');
  },
  defined: ([a], print) => (a ? [{ needs: 'positive', text: `det(${print(a)}) positive`, subject: null }] : []),
  printed: called('logdet', 1, (a) => `\\log\\det\\left(${a}\\right)`),
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
  evaluate: <T>(_field: Field<T>, _args: readonly Tensor<T>[]): Tensor<T> => {
    throw new Unsupported('ranks await the linear algebra');
  },
  printed: called('rank', 1, operatorName('rank')),
};
