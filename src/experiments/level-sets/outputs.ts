/**
 * F: the outputs of a small network on its data, stacked, as a function of all its parameters; and
 * its Jacobian.
 */
import type { Random } from '../../numbers/random.ts';
import { gaussian, zeros } from '../matrix.ts';
import { backward, forward, initialNetwork, outputsOf } from '../training/network.ts';
import type { Activation, Gradients, Network } from '../training/network.ts';

export interface Outputs {
  /** Parameters. */
  readonly size: number;
  /** N numbers to k numbers. */
  readonly value: (theta: readonly number[]) => number[];
  /** k rows of N numbers. */
  readonly jacobian: (theta: readonly number[]) => number[][];
  readonly start: readonly number[];
}

const flat = ({ weights, biases }: Pick<Gradients, 'weights' | 'biases'>): number[] => [
  ...weights.flatMap((w) => [...w.data]),
  ...biases.flatMap((b) => [...b]),
];

/** A network of one output on `count` Gaussian data, at a Gaussian θ. */
export function networkOutputs(
  sizes: readonly number[],
  activation: Activation,
  count: number,
  random: Random,
): Outputs {
  const shape = initialNetwork(sizes, activation, random);
  const data = gaussian(count, sizes[0]!, 1, random);
  const start = flat(shape).map(() => random.normal());
  const at = (theta: readonly number[]): Network => {
    let next = 0;
    const take = (length: number): Float64Array =>
      Float64Array.from(theta.slice(next, (next += length)));
    const weights = shape.weights.map((w) => ({ ...w, data: take(w.data.length) }));
    return { ...shape, weights, biases: shape.biases.map((b) => take(b.length)) };
  };
  return {
    size: start.length,
    start,
    value: (theta) => [...outputsOf(forward(at(theta), data)).data],
    jacobian(theta) {
      const network = at(theta);
      const pass = forward(network, data);
      return Array.from({ length: count }, (_, i) => {
        const by = zeros(count, 1);
        by.data[i] = 1;
        return flat(backward(network, pass, by));
      });
    },
  };
}
