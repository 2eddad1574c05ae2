/** Squared error and cross-entropy with their gradients. */
import { zeros } from '../matrix.ts';
import type { Matrix } from '../matrix.ts';

export type Loss = 'squared-error' | 'cross-entropy';

/** A mean over the data, and its gradient by the outputs, a datum a row. */
export interface LossValue {
  readonly loss: number;
  readonly byOutputs: Matrix;
}

/**
 * `½|f − y|²`, or `−Σ y_o log softmax(f)_o` with the rows of y summing to 1, each a mean over the
 * data.
 */
export function lossOf(kind: Loss, outputs: Matrix, targets: Matrix): LossValue {
  const { rows, columns } = outputs;
  const byOutputs = zeros(rows, columns);
  let sum = 0;
  for (let i = 0; i < rows; i += 1) {
    const at = i * columns;
    if (kind === 'squared-error') {
      for (let o = at; o < at + columns; o += 1) {
        const residual = outputs.data[o]! - targets.data[o]!;
        sum += (residual * residual) / 2;
        byOutputs.data[o] = residual / rows;
      }
    } else {
      let largest = -Infinity;
      for (let o = at; o < at + columns; o += 1) largest = Math.max(largest, outputs.data[o]!);
      let total = 0;
      for (let o = at; o < at + columns; o += 1) total += Math.exp(outputs.data[o]! - largest);
      const logTotal = Math.log(total) + largest;
      for (let o = at; o < at + columns; o += 1) {
        sum += targets.data[o]! * (logTotal - outputs.data[o]!);
        byOutputs.data[o] = (Math.exp(outputs.data[o]! - logTotal) - targets.data[o]!) / rows;
      }
    }
  }
  return { loss: sum / rows, byOutputs };
}
