/**
 * Fully connected networks of any depth, with forward and backward passes by hand; a batch is a
 * matrix with a datum a row.
 */
import type { Random } from '../../numbers/random.ts';
import { addProduct, addTransposedProduct, copy, gaussian, transpose, zeros } from '../matrix.ts';
import type { Matrix } from '../matrix.ts';

export type Activation = 'linear' | 'relu' | 'tanh' | 'square';

export interface Network {
  /**
   * Layer l maps to its units by `weights[l]`, units × inputs; the last layer has no activation.
   */
  readonly weights: readonly Matrix[];
  readonly biases: readonly Float64Array[];
  readonly activation: Activation;
}

/**
 * What a forward pass leaves behind: the input of each layer, and its pre-activations, the last of
 * which are the outputs.
 */
export interface Pass {
  readonly inputs: readonly Matrix[];
  readonly preactivations: readonly Matrix[];
}

export interface Gradients {
  readonly weights: readonly Matrix[];
  readonly biases: readonly Float64Array[];
  /** The gradient by each layer's pre-activations, a datum a row. */
  readonly preactivations: readonly Matrix[];
}

const gains: Readonly<Record<Activation, number>> = { linear: 1, relu: 2, tanh: 1, square: 1 };

/**
 * Normal weights of variance gain/inputs (He et al. 2015: gain 2 for relu), biases 0. `sizes` from
 * the input to the output.
 */
export function initialNetwork(
  sizes: readonly number[],
  activation: Activation,
  random: Random,
): Network {
  const weights = sizes
    .slice(1)
    .map((units, l) =>
      gaussian(units, sizes[l]!, Math.sqrt(gains[activation] / sizes[l]!), random),
    );
  return { weights, biases: sizes.slice(1).map((units) => new Float64Array(units)), activation };
}

export const copyNetwork = ({ weights, biases, activation }: Network): Network => ({
  weights: weights.map(copy),
  biases: biases.map((b) => b.slice()),
  activation,
});

export function forward({ weights, biases, activation }: Network, data: Matrix): Pass {
  const inputs: Matrix[] = [];
  const preactivations: Matrix[] = [];
  let input = data;
  weights.forEach((w, l) => {
    const z = zeros(input.rows, w.rows);
    for (let i = 0; i < z.rows; i += 1) z.data.set(biases[l]!, i * z.columns);
    addProduct(z, input, transpose(w));
    inputs.push(input);
    preactivations.push(z);
    if (l < weights.length - 1) input = activated(activation, z);
  });
  return { inputs, preactivations };
}

export const outputsOf = ({ preactivations }: Pass): Matrix => preactivations.at(-1) as Matrix;

/** Backpropagation of a gradient by the outputs, a datum a row. */
export function backward(
  { weights, activation }: Network,
  pass: Pass,
  byOutputs: Matrix,
): Gradients {
  const byPreactivations: Matrix[] = Array.from({ length: weights.length });
  byPreactivations[weights.length - 1] = byOutputs;
  for (let l = weights.length - 1; l > 0; l -= 1) {
    const w = weights[l]!;
    const z = pass.preactivations[l - 1]!;
    const h = pass.inputs[l]!;
    const by = zeros(z.rows, z.columns);
    addProduct(by, byPreactivations[l]!, w);
    for (let i = 0; i < by.data.length; i += 1)
      by.data[i] = by.data[i]! * slope(activation, z.data[i]!, h.data[i]!);
    byPreactivations[l - 1] = by;
  }
  return {
    preactivations: byPreactivations,
    weights: weights.map((w, l) => {
      const by = zeros(w.rows, w.columns);
      addTransposedProduct(by, byPreactivations[l]!, pass.inputs[l]!);
      return by;
    }),
    biases: byPreactivations.map(columnSums),
  };
}

export function columnSums({ rows, columns, data }: Matrix): Float64Array {
  const sums = new Float64Array(columns);
  for (let i = 0; i < rows; i += 1)
    for (let j = 0; j < columns; j += 1) sums[j] = sums[j]! + data[i * columns + j]!;
  return sums;
}

function activated(activation: Activation, { rows, columns, data }: Matrix): Matrix {
  const made = zeros(rows, columns);
  for (let i = 0; i < data.length; i += 1) made.data[i] = activate(activation, data[i]!);
  return made;
}

function activate(activation: Activation, x: number): number {
  switch (activation) {
    case 'linear':
      return x;
    case 'relu':
      return x > 0 ? x : 0;
    case 'tanh':
      return Math.tanh(x);
    case 'square':
      return x * x;
  }
}

/** The activation's derivative at x, where its value is y. */
function slope(activation: Activation, x: number, y: number): number {
  switch (activation) {
    case 'linear':
      return 1;
    case 'relu':
      return x > 0 ? 1 : 0;
    case 'tanh':
      return 1 - y * y;
    case 'square':
      return 2 * x;
  }
}
