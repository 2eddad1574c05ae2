/** Experiment: variance of the neural tangent kernel at initialisation. */
import type { Random } from '../../numbers/random.ts';
import type { InUnits } from '../experiment.ts';
import { matrixOf, zeros } from '../matrix.ts';
import { known, nullOf, quantity } from '../quantity.ts';
import { bootstrap, mean, variance } from '../statistics.ts';
import { backward, forward, initialNetwork } from '../training/network.ts';

interface Unit {
  readonly key: string;
  /** Hidden layers. */
  readonly depth: number;
  readonly width: number;
  readonly nets: number;
}

/**
 * The neural tangent kernel on one input of unit mean square: Σ over weights of (∂f/∂W)² / inputs,
 * without biases.
 */
export function tangentKernel(depth: number, width: number, random: Random): number {
  const network = initialNetwork(
    [...Array.from({ length: depth + 1 }, () => width), 1],
    'relu',
    random,
  );
  const input = zeros(1, width);
  input.data.fill(1);
  const pass = forward(network, input);
  const { preactivations } = backward(network, pass, matrixOf([[1]]));
  const square = (data: Float64Array): number => data.reduce((sum, x) => sum + x * x, 0);
  return preactivations.reduce(
    (sum, by, l) =>
      sum + (square(by.data) * square(pass.inputs[l]!.data)) / pass.inputs[l]!.columns,
    0,
  );
}

const relative = (values: readonly number[]): number => variance(values) / mean(values) ** 2;

const sizes = {
  short: [
    [2, 16],
    [4, 16],
    [8, 16],
    [4, 32],
    [8, 32],
  ],
  long: [
    [2, 16],
    [4, 16],
    [8, 16],
    [4, 32],
    [8, 32],
    [16, 32],
    [8, 64],
    [16, 64],
  ],
} as const;

/**
 * How much the tangent kernel of a relu network at C_W = 2 varies from one initialisation to the
 * next.
 */
export const ntkFluctuation: InUnits<Unit, readonly number[]> = {
  units: (form) =>
    sizes[form].map(([depth, width]) => ({
      key: `${depth}x${width}`,
      depth,
      width,
      nets: form === 'short' ? 500 : 4000,
    })),
  measure({ key, depth, width, nets }, { stream, pause }) {
    const random = stream(key);
    return Array.from({ length: nets }, () => {
      pause();
      return tangentKernel(depth, width, random);
    });
  },
  table(samples, { stream }) {
    const rows = samples.map(({ unit: { key, depth, width }, sample }) => ({
      depth,
      width,
      estimate: bootstrap(sample, relative, stream(`bootstrap ${key}`), 400),
      mean: bootstrap(sample, mean, stream(`bootstrap of the mean ${key}`), 400),
    }));
    return rows.flatMap(({ depth, width, estimate, mean: average }) => {
      const labels = { depth, width, ratio: depth / width };
      // the c for which E Θ² / (E Θ)² is exp(c L/n)
      const exponent = (spread: number): number => (Math.log(1 + spread) * width) / depth;
      return [
        quantity(`depth ${depth}, width ${width}: Var / mean²`, estimate, [], labels),
        quantity(
          `depth ${depth}, width ${width}: log(1 + it) n/L`,
          {
            ...estimate,
            value: exponent(estimate.value),
            low: exponent(estimate.low),
            high: exponent(estimate.high),
          },
          [],
          labels,
        ),
        quantity(
          `depth ${depth}, width ${width}: mean`,
          average,
          [nullOf('infinite width', known(depth + 1))],
          labels,
        ),
      ];
    });
  },
};
