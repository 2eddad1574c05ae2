/**
 * Q of each map of a model: mean outer products of the gradients of the outputs, of the loss, and
 * of centred outputs.
 */
import { addTransposedProduct, zeros } from '../matrix.ts';
import type { Matrix } from '../matrix.ts';
import type { DataSet } from './data.ts';
import { lossOf } from './loss.ts';
import type { Loss } from './loss.ts';
import type { Model } from './model.ts';

/** For one map; all are units × units. */
export interface Spread {
  /** Mean over data of Σ_o q_o q_o'. */
  readonly outputs: Matrix;
  /** The same with the mean of q_o over the data taken away for each output. */
  readonly centred: Matrix;
  /** Mean over data of q q', q the gradient of the loss. */
  readonly loss: Matrix;
  /** The gradient of the loss by the map itself, for stationarity. */
  readonly byMap: Float64Array;
}

export function spreadsOf(model: Model, { inputs, targets }: DataSet, loss: Loss): Spread[] {
  const run = model.run(inputs);
  const { rows, columns } = run.outputs;
  const square = (): Matrix[] => model.maps.map((w) => zeros(w.rows, w.rows));
  const [outputs, centred, losses] = [square(), square(), square()];
  for (let o = 0; o < columns; o += 1) {
    const byOutputs = zeros(rows, columns);
    for (let i = 0; i < rows; i += 1) byOutputs.data[i * columns + o] = 1;
    run.back(byOutputs).met.forEach(({ by }, k) => {
      addTransposedProduct(outputs[k]!, by, by);
      const around = aroundMean(by);
      addTransposedProduct(centred[k]!, around, around);
    });
  }
  const { met, gradients } = run.back(lossOf(loss, run.outputs, targets).byOutputs);
  met.forEach(({ by }, k) => addTransposedProduct(losses[k]!, by, by));
  return model.maps.map((_, k) => ({
    outputs: outputs[k]!,
    centred: centred[k]!,
    loss: losses[k]!,
    byMap: gradients[k]!,
  }));
}

function aroundMean({ rows, columns, data }: Matrix): Matrix {
  const mean = new Float64Array(columns);
  for (let i = 0; i < rows; i += 1)
    for (let j = 0; j < columns; j += 1) mean[j] = mean[j]! + data[i * columns + j]! / rows;
  return { rows, columns, data: data.map((x, i) => x - mean[i % columns]!) };
}
