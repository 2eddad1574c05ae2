import { Unsupported, type Field } from '../numbers/field.ts';
import type { Tensor } from '../numbers/tensor.ts';
import type { Operator } from './operator.ts';
import { called } from './printing.ts';
import { asMatrix, requireSquare } from './shapes.ts';

const singular = (name: 'sigma_max' | 'sigma_min', summary: string): Operator => ({
  name,
  called: true,
  arity: 1,
  summary,
  shape: ([a = []]) => {
    asMatrix(a, name);
    return [];
  },
  evaluate: <T>(_field: Field<T>, _args: readonly Tensor<T>[]): Tensor<T> => {
    throw new Unsupported('singular values await the linear algebra');
  },
  printed: called(name, 1, (a) => `\\sigma_{\\${name.slice(6)}}\\left(${a}\\right)`),
});

export const sigmaMax = singular('sigma_max', 'largest singular value');
/** The min(m, n)-th: zero exactly where the matrix lacks full rank. */
export const sigmaMin = singular('sigma_min', 'smallest of the min(m, n) singular values');

export const lambda: Operator = {
  name: 'lambda',
  called: true,
  arity: 1,
  params: 1,
  summary: 'lambda[k](A): k-th largest eigenvalue of a symmetric matrix',
  shape: ([a = []], dims) => {
    requireSquare(a, dims, 'lambda');
    return [];
  },
  evaluate: <T>(_field: Field<T>, _args: readonly Tensor<T>[]): Tensor<T> => {
    throw new Unsupported('eigenvalues await the linear algebra');
  },
  defined: ([a], print) => (a && a.shape.length > 0 ? [{ needs: 'other', text: `${print(a)} symmetric`, subject: a }] : []),
  printed: {
    strength: 5,
    wants: [1],
    text: (k, a) => `lambda[${k}](${a})`,
    latex: (k, a) => `\\lambda_{${k}}\\left(${a}\\right)`,
  },
};
