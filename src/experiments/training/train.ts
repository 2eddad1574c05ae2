/** Trains a small network by mini-batches. */
import type { Random } from '../../numbers/random.ts';
import { zeros } from '../matrix.ts';
import type { Matrix } from '../matrix.ts';
import type { DataSet } from './data.ts';
import { lossOf } from './loss.ts';
import type { Loss } from './loss.ts';
import { backward, copyNetwork, forward, outputsOf } from './network.ts';
import type { Network } from './network.ts';
import { optimiserOf } from './optimiser.ts';
import type { OptimiserName } from './optimiser.ts';

export interface Training {
  readonly loss: Loss;
  readonly optimiser: OptimiserName;
  readonly rate: number;
  /**
   * λ of the penalty (λ/2)|W|² on linear maps, not on biases; part of the gradient for both optimisers.
   */
  readonly decay: number;
  readonly batch: number;
  readonly steps: number;
}

export class Diverged extends Error {
  override readonly name = 'Diverged';
}

/**
 * A trained copy. Batches are drawn without replacement, each epoch in a new order. Throws
 * `Diverged`.
 */
export function train(
  initial: Network,
  data: DataSet,
  { loss, optimiser, rate, decay, batch, steps }: Training,
  random: Random,
  pause: () => void,
): Network {
  const network = copyNetwork(initial);
  const step = optimiserOf(optimiser, rate);
  const parameters = [...network.weights.map((w) => w.data), ...network.biases];
  const size = Math.min(batch, data.inputs.rows);
  let order: number[] = [];
  for (let t = 0; t < steps; t += 1) {
    if (order.length < size) order = shuffled(data.inputs.rows, random);
    const chosen = order.splice(0, size);
    const pass = forward(network, rowsOf(data.inputs, chosen));
    const { loss: value, byOutputs } = lossOf(loss, outputsOf(pass), rowsOf(data.targets, chosen));
    if (!Number.isFinite(value))
      throw new Diverged(
        `the loss is ${value} after ${t} steps of ${optimiser} with rate ${rate}: take a smaller rate`,
      );
    const gradients = backward(network, pass, byOutputs);
    if (decay !== 0) {
      gradients.weights.forEach((g, l) => {
        const w = network.weights[l]!.data;
        for (let i = 0; i < w.length; i += 1) g.data[i] = g.data[i]! + decay * w[i]!;
      });
    }
    step(parameters, [...gradients.weights.map((g) => g.data), ...gradients.biases]);
    if (t % 64 === 0) pause();
  }
  return network;
}

export const lossOn = (network: Network, data: DataSet, loss: Loss): number =>
  lossOf(loss, outputsOf(forward(network, data.inputs)), data.targets).loss;

/** 0 to n − 1 in a random order: Fisher and Yates. */
export function shuffled(n: number, random: Random): number[] {
  const order = Array.from({ length: n }, (_, i) => i);
  for (let i = n - 1; i > 0; i -= 1) {
    const j = random.int(0, i);
    [order[i], order[j]] = [order[j]!, order[i]!];
  }
  return order;
}

function rowsOf({ columns, data }: Matrix, chosen: readonly number[]): Matrix {
  const made = zeros(chosen.length, columns);
  chosen.forEach((row, i) =>
    made.data.set(data.subarray(row * columns, (row + 1) * columns), i * columns),
  );
  return made;
}
