/** Experiment: the mean prediction of a trained finite-width network. */
import type { Random } from '../../numbers/random.ts';
import type { InUnits } from '../experiment.ts';
import { gaussian, matrixOf } from '../matrix.ts';
import { known, nullOf, quantity } from '../quantity.ts';
import { mean, meanInterval } from '../statistics.ts';
import { backward, copyNetwork, forward, outputsOf } from '../training/network.ts';
import type { Network } from '../training/network.ts';
import { sgd } from '../training/optimiser.ts';

interface Unit {
  readonly key: string;
  readonly width: number;
  readonly pairs: number;
}

const target = 1;
const step = 0.01;
const steps = 50;

/**
 * What an infinitely wide network predicts after the steps: the residual shrinks by 1 − 2·step in
 * each.
 */
export const infiniteWidth = target * (1 - (1 - 2 * step) ** steps);

/**
 * The mean prediction at order 1/n. With r = f − y, r' = −Θr and Θ² − 4f²/n conserved by gradient
 * flow, f₀ of mean 0 and variance 1, Θ₀ of mean 2 and variance 4/n:
 *   E f = y − y e^(−2t)(1 + 2t²/n) − (e^(−2t)/n)(2yA(1 + y²) − B(y³ + 3y)),
 *   A = (1 − e^(−2t))/2 − t, B = (1 − e^(−4t))/4 − t,
 * at the time t for which the steps give the same infinite-width prediction as the flow.
 */
export function correctedPrediction(width: number): number {
  const t = (-steps * Math.log(1 - 2 * step)) / 2;
  const decay = Math.exp(-2 * t);
  const a = (1 - decay) / 2 - t;
  const b = (1 - decay * decay) / 4 - t;
  const y = target;
  return (
    infiniteWidth -
    (decay / width) * (2 * t * t * y + 2 * y * a * (1 + y * y) - b * (y ** 3 + 3 * y))
  );
}

/**
 * f = W₂W₁ on the input 1, no biases, both layers of variance 1/√n: the tangent kernel is √n Θ, so
 * the rate is step/√n.
 */
function predictionAfterTraining(initial: Network, width: number): number {
  const network = copyNetwork(initial);
  const move = sgd(step / Math.sqrt(width));
  const input = matrixOf([[1]]);
  for (let i = 0; i < steps; i += 1) {
    const pass = forward(network, input);
    const gradients = backward(network, pass, matrixOf([[outputsOf(pass).data[0]! - target]]));
    move(
      network.weights.map((w) => w.data),
      gradients.weights.map((g) => g.data),
    );
  }
  return outputsOf(forward(network, input)).data[0]!;
}

/**
 * The mean over a network and the one with its last layer negated, which removes what is odd in f₀;
 * and Θ₀ − 2, of mean 0.
 */
function pair(width: number, random: Random): readonly [prediction: number, kernel: number] {
  const scale = width ** -0.25;
  const weights = [gaussian(width, 1, scale, random), gaussian(1, width, scale, random)];
  const biases = [new Float64Array(width), new Float64Array(1)];
  const network: Network = { weights, biases, activation: 'linear' };
  const mirrored: Network = {
    weights: [weights[0]!, { ...weights[1]!, data: weights[1]!.data.map((x) => -x) }],
    biases,
    activation: 'linear',
  };
  const kernel =
    weights.reduce((sum, w) => sum + w.data.reduce((s, x) => s + x * x, 0), 0) / Math.sqrt(width) -
    2;
  return [
    (predictionAfterTraining(network, width) + predictionAfterTraining(mirrored, width)) / 2,
    kernel,
  ];
}

/**
 * Two-layer linear networks on one datum, stopped half-way: the mean over the ensemble against both
 * predictions.
 */
export const trainedPrediction: InUnits<
  Unit,
  { readonly predictions: readonly number[]; readonly kernels: readonly number[] }
> = {
  units: (form) =>
    [8, 16, 32].map((width) => ({
      key: `width ${width}`,
      width,
      pairs: form === 'short' ? 300 : 6000,
    })),
  measure({ key, width, pairs }, { stream, pause }) {
    const random = stream(key);
    const drawn = Array.from({ length: pairs }, () => {
      pause();
      return pair(width, random);
    });
    return {
      predictions: drawn.map(([prediction]) => prediction),
      kernels: drawn.map(([, kernel]) => kernel),
    };
  },
  table: (samples) =>
    samples.flatMap(({ unit: { width }, sample: { predictions, kernels } }) => {
      const controlled = withControl(predictions, kernels);
      const error = (by: number) => ({
        ...controlled,
        value: controlled.value - by,
        low: controlled.low - by,
        high: controlled.high - by,
      });
      const corrected = correctedPrediction(width);
      const labels = { width };
      // the ensemble mean is nearer to the corrected prediction exactly where it is beyond the
      // middle of the two
      const beyond = error((infiniteWidth + corrected) / 2);
      const side = Math.sign(corrected - infiniteWidth);
      const ends = [beyond.low * side, beyond.high * side].toSorted((a, b) => a - b) as [
        number,
        number,
      ];
      return [
        quantity(
          `width ${width}: mean prediction`,
          controlled,
          [
            nullOf('infinite width', known(infiniteWidth)),
            nullOf('corrected by 1/width', known(corrected)),
          ],
          labels,
        ),
        quantity(`width ${width}: mean less corrected`, error(corrected), [], labels),
        quantity(`width ${width}: mean less infinite width`, error(infiniteWidth), [], labels),
        quantity(
          `width ${width}: nearer to the corrected by`,
          { ...beyond, value: beyond.value * side, low: ends[0], high: ends[1] },
          [],
          labels,
        ),
      ];
    }),
};

/**
 * The mean of the values, with the part removed that a variable of known mean 0 explains (a control
 * variate).
 */
function withControl(
  values: readonly number[],
  control: readonly number[],
): ReturnType<typeof meanInterval> {
  const [m, c] = [mean(values), mean(control)];
  const slope =
    values.reduce((sum, x, i) => sum + (x - m) * (control[i]! - c), 0) /
    control.reduce((sum, x) => sum + (x - c) ** 2, 0);
  return meanInterval(values.map((x, i) => x - slope * control[i]!));
}
