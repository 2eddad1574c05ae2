/**
 * A model to be trained: its linear maps, and a run over data with the gradients of what came out.
 */
import type { Random } from '../../numbers/random.ts';
import type { Matrix } from '../matrix.ts';
import { backward, copyNetwork, forward, initialNetwork, outputsOf } from './network.ts';
import type { Activation, Network } from './network.ts';

/** What a linear map W met in a run: a row for each vector that it was applied to. */
export interface Met {
  readonly inputs: Matrix;
  /** The gradient by W times the input. */
  readonly by: Matrix;
}

export interface Backward {
  /** In the order of the model's parameters. */
  readonly gradients: readonly Float64Array[];
  /** In the order of the model's maps. */
  readonly met: readonly Met[];
}

export interface Run {
  readonly outputs: Matrix;
  /** From a gradient by the outputs, a datum a row. */
  readonly back: (byOutputs: Matrix) => Backward;
}

export interface Model {
  /** Linear maps, units × inputs; the last of them makes the outputs. */
  readonly maps: readonly Matrix[];
  /** The maps' entries, then everything else: what decays, then what does not. */
  readonly parameters: readonly Float64Array[];
  /** Names of the maps, for tables. */
  readonly names: readonly string[];
  /**
   * Pairs of maps that follow upon each other with an activation at most between them: their
   * imbalance means something.
   */
  readonly neighbours: readonly (readonly [number, number])[];
  readonly run: (data: Matrix) => Run;
  readonly copy: () => Model;
}

/** A fully connected network as a model. */
export function denseModel(network: Network): Model {
  const { weights, biases } = network;
  return {
    maps: weights,
    parameters: [...weights.map((w) => w.data), ...biases],
    names: weights.map((_, l) => `layer ${l + 1}`),
    neighbours: weights.slice(1).map((_, l) => [l, l + 1] as const),
    run: (data) => denseRun(network, data),
    copy: () => denseModel(copyNetwork(network)),
  };
}

export function denseRun(network: Network, data: Matrix): Run {
  const pass = forward(network, data);
  return {
    outputs: outputsOf(pass),
    back(byOutputs) {
      const { weights, biases, preactivations } = backward(network, pass, byOutputs);
      return {
        gradients: [...weights.map((w) => w.data), ...biases],
        met: preactivations.map((by, l) => ({ inputs: pass.inputs[l]!, by })),
      };
    },
  };
}

/** Weights at `scale` times those of He and others. */
export function scaledNetwork(
  sizes: readonly number[],
  activation: Activation,
  scale: number,
  random: Random,
): Network {
  const network = initialNetwork(sizes, activation, random);
  for (const { data } of network.weights)
    for (let i = 0; i < data.length; i += 1) data[i] = data[i]! * scale;
  return network;
}
