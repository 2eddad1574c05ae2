/**
 * Trains any model by mini-batches: a steady rate, then a straight line down to 0, so that it comes
 * to rest.
 */
import type { Random } from '../../numbers/random.ts';
import { zeros } from '../matrix.ts';
import type { Matrix } from '../matrix.ts';
import type { DataSet } from './data.ts';
import { lossOf, type Loss } from './loss.ts';
import type { Model } from './model.ts';
import { optimiserOf } from './optimiser.ts';
import { Diverged, shuffled, type Training } from './train.ts';

/** Share of the steps at the end in which the rate goes down to 0. */
const settling = 1 / 4;

/**
 * A trained copy. Batches are drawn without replacement, each epoch in a new order. Throws
 * `Diverged`.
 */
export function trainModel(
  initial: Model,
  data: DataSet,
  { loss, optimiser, rate, decay, batch, steps }: Training,
  random: Random,
  pause: () => void,
): Model {
  const model = initial.copy();
  const step = optimiserOf(optimiser, rate);
  const size = Math.min(batch, data.inputs.rows);
  const count = model.maps.length;
  let order: number[] = [];
  let from = 0;
  const [inputs, targets] = [zeros(size, data.inputs.columns), zeros(size, data.targets.columns)];
  for (let t = 0; t < steps; t += 1) {
    if (order.length - from < size) [order, from] = [shuffled(data.inputs.rows, random), 0];
    copyRows(data.inputs, order, from, inputs);
    copyRows(data.targets, order, from, targets);
    from += size;
    const run = model.run(inputs);
    const { loss: value, byOutputs } = lossOf(loss, run.outputs, targets);
    if (!Number.isFinite(value))
      throw new Diverged(`the loss is ${value} after ${t} steps of ${optimiser} at rate ${rate}`);
    const { gradients } = run.back(byOutputs);
    if (decay !== 0)
      for (let k = 0; k < count; k += 1) {
        const [g, w] = [gradients[k]!, model.parameters[k]!];
        for (let i = 0; i < w.length; i += 1) g[i] = g[i]! + decay * w[i]!;
      }
    step(model.parameters, gradients, Math.min(1, (1 - t / steps) / settling));
    if (t % 64 === 0) pause();
  }
  return model;
}

function copyRows(from: Matrix, order: readonly number[], start: number, into: Matrix): void {
  const { columns } = from;
  for (let i = 0; i < into.rows; i += 1) {
    const row = order[start + i]!;
    into.data.set(from.data.subarray(row * columns, (row + 1) * columns), i * columns);
  }
}

export const lossOfModel = (model: Model, { inputs, targets }: DataSet, loss: Loss): number =>
  lossOf(loss, model.run(inputs).outputs, targets).loss;
