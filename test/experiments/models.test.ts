/**
 * Convolution and attention against finite differences, and the convolution against the Toeplitz
 * matrix that it is.
 */
import { describe, expect, test } from 'vitest';
import { random } from '../../src/numbers/random.ts';
import { gaussian, zeros } from '../../src/experiments/matrix.ts';
import { initialAttention } from '../../src/experiments/training/attention.ts';
import { initialConvolution } from '../../src/experiments/training/convolution.ts';
import { lossOf } from '../../src/experiments/training/loss.ts';
import { denseModel } from '../../src/experiments/training/model.ts';
import type { Model } from '../../src/experiments/training/model.ts';
import { lossOfModel } from '../../src/experiments/training/train-model.ts';

const attention = initialAttention(
  { tokens: 3, width: 4, head: 2, hidden: 5, outputs: 3, scale: 1.5 },
  random(2),
);
const shape = { side: 4, size: 2, stride: 1, channels: 3, hidden: 5, outputs: 2, scale: 1 };
const convolution = initialConvolution(shape, random(3));

const models: readonly (readonly [string, Model, number, number])[] = [
  ['attention', attention, 12, 3],
  ['convolution', convolution, 16, 2],
];

describe.each(models)('%s', (_, model, inputs, outputs) => {
  const data = {
    inputs: gaussian(6, inputs, 1, random(4)),
    targets: gaussian(6, outputs, 1, random(5)),
  };
  test('has the gradient that differences give, by every parameter', () => {
    const run = model.run(data.inputs);
    const { gradients } = run.back(lossOf('squared-error', run.outputs, data.targets).byOutputs);
    expect(gradients).toHaveLength(model.parameters.length);
    model.parameters.forEach((p, k) => {
      expect(gradients[k]).toHaveLength(p.length);
      for (const i of [0, p.length >> 1, p.length - 1]) {
        const kept = p[i]!;
        const at = (x: number): number => {
          p[i] = x;
          return lossOfModel(model, data, 'squared-error');
        };
        const slope = (at(kept + 1e-5) - at(kept - 1e-5)) / 2e-5;
        p[i] = kept;
        expect(gradients[k]![i]!).toBeCloseTo(slope, 6);
      }
    });
  });
  test('has for each map the inputs and gradients that make up its own', () => {
    const run = model.run(data.inputs);
    const { gradients, met } = run.back(
      lossOf('squared-error', run.outputs, data.targets).byOutputs,
    );
    met.forEach(({ inputs: x, by }, k) => {
      const w = model.maps[k]!;
      expect([x.columns, by.columns]).toEqual([w.columns, w.rows]);
      let entry = 0;
      for (let row = 0; row < x.rows; row += 1)
        entry += by.data[row * by.columns]! * x.data[row * x.columns]!;
      expect(gradients[k]![0]!).toBeCloseTo(entry, 10);
    });
  });
  test('a copy is trained apart', () => {
    const copy = model.copy();
    copy.parameters.forEach((p) => p.fill(0));
    expect(model.parameters.some((p) => p.some((x) => x !== 0))).toBe(true);
  });
});

test('the convolution is a dense layer whose matrix is Toeplitz', () => {
  const { side, size, channels } = shape;
  const across = side - size + 1;
  const [filters, second, third] = convolution.maps;
  const toeplitz = zeros(across * across * channels, side * side);
  for (let down = 0; down < across; down += 1)
    for (let right = 0; right < across; right += 1)
      for (let c = 0; c < channels; c += 1)
        for (let y = 0; y < size; y += 1)
          for (let x = 0; x < size; x += 1) {
            const row = (down * across + right) * channels + c;
            toeplitz.data[row * side * side + (down + y) * side + right + x] =
              filters!.data[c * size * size + y * size + x]!;
          }
  const weights = [toeplitz, second!, third!];
  const dense = denseModel({
    weights,
    biases: weights.map((w) => new Float64Array(w.rows)),
    activation: 'relu',
  });
  const data = gaussian(5, side * side, 1, random(6));
  const [one, two] = [convolution.run(data).outputs, dense.run(data).outputs];
  one.data.forEach((x, i) => expect(x).toBeCloseTo(two.data[i]!, 12));
});
