/** Experiment: fluctuations of the kernel of finite-width networks, layer by layer. */
import type { Random } from '../../numbers/random.ts';
import type { InUnits } from '../experiment.ts';
import { zeros } from '../matrix.ts';
import { known, nullOf, quantity } from '../quantity.ts';
import type { Quantity } from '../quantity.ts';
import { meanInterval, variance } from '../statistics.ts';
import { forward, initialNetwork } from '../training/network.ts';
import { recursion } from './recursion.ts';
import type { Ensemble } from './recursion.ts';

const ensembles: readonly Ensemble[] = [
  { name: 'relu', act: (z) => (z > 0 ? z : 0), cb: 0, cw: 2 },
  { name: 'tanh', act: Math.tanh, cb: 0, cw: 1 },
  { name: 'tanh off criticality', act: Math.tanh, cb: 0.1, cw: 1.5 },
];

interface Unit {
  readonly key: string;
  readonly ensemble: Ensemble;
  readonly width: number;
  readonly nets: number;
  /** Weight matrices drawn one by one, rather than the layers' conditional Gaussians. */
  readonly weights: boolean;
}

/** n Var(Ĝ) at each layer from 2 on, for each batch of networks. */
type Spreads = readonly (readonly number[])[];

const depth = 5;
const batches = 20;
const first = 1;

/**
 * The kernels Ĝ of layers 2 to `depth` of one random network on one input. Given a layer's
 * activations the next pre-activations are independent normal with variance Ĝ = C_b + (C_W/n) Σσ²,
 * so that the weights need not be drawn.
 */
function kernels({ act, cb, cw }: Ensemble, width: number, random: Random): number[] {
  const found: number[] = [];
  let g = first;
  for (let l = 1; l < depth; l += 1) {
    const deviation = Math.sqrt(g);
    let sum = 0;
    for (let i = 0; i < width; i += 1) sum += act(deviation * random.normal()) ** 2;
    g = cb + (cw / width) * sum;
    found.push(g);
  }
  return found;
}

/** The same for relu from a network with all its weights. */
function kernelsOfWeights(width: number, random: Random): number[] {
  const input = zeros(1, width);
  input.data.fill(Math.sqrt(1 / 2));
  const network = initialNetwork(
    Array.from({ length: depth + 1 }, () => width),
    'relu',
    random,
  );
  return forward(network, input)
    .inputs.slice(1)
    .map((h) => (2 / width) * h.data.reduce((sum, x) => sum + x * x, 0));
}

/**
 * E z_i² z_j² − G² of two units of a layer is Var(Ĝ) = V/n, exactly. Measured over random networks,
 * and checked against the leading-order recursion; two widths together remove the next order, 1/n.
 */
export const fourPoint: InUnits<Unit, Spreads> = {
  units(form) {
    const widths = form === 'short' ? [32, 64] : [32, 64, 128, 256];
    const chains = ensembles.flatMap((ensemble) =>
      widths.map((width) => ({
        key: `${ensemble.name} ${width}`,
        ensemble,
        width,
        nets: form === 'short' ? 4000 : 40_000,
        weights: false,
      })),
    );
    return [
      ...chains,
      {
        key: 'relu 16 by weights',
        ensemble: ensembles[0]!,
        width: 16,
        nets: form === 'short' ? 1000 : 10_000,
        weights: true,
      },
    ];
  },
  measure({ key, ensemble, width, nets, weights }, { stream, pause }) {
    const random = stream(key);
    return Array.from({ length: batches }, () => {
      const drawn = Array.from({ length: nets / batches }, (_, i) => {
        if (i % 64 === 0) pause();
        return weights ? kernelsOfWeights(width, random) : kernels(ensemble, width, random);
      });
      return Array.from({ length: depth - 1 }, (_, l) => width * variance(drawn.map((g) => g[l]!)));
    });
  },
  table: (samples) => [
    ...samples
      .filter(({ unit }) => !unit.weights)
      .flatMap(({ unit: { ensemble, width }, sample }) => {
        const predicted = recursion(ensemble, first, depth);
        return [2, depth].map((layer) =>
          quantity(
            `${ensemble.name}, width ${width}, layer ${layer}: V`,
            meanInterval(sample.map((batch) => batch[layer - 2]!)),
            [nullOf('recursion', known(predicted[layer - 1]!.v))],
            { ensemble: ensemble.name, width, layer },
          ),
        );
      }),
    ...ensembles.map((ensemble) => extrapolated(ensemble, samples)),
    ...samples
      .filter(({ unit }) => unit.weights)
      .map(({ unit, sample }) => {
        // Var Ĝ = K²(Π(1 + 5/n) − 1) for relu at C_W = 2
        const exact = unit.width * ((1 + 5 / unit.width) ** (depth - 1) - 1);
        return quantity(
          `relu, width ${unit.width}, layer ${depth}, by weights: V`,
          meanInterval(sample.map((batch) => batch[depth - 2]!)),
          [nullOf('exact at this width', known(exact))],
          { ensemble: 'relu', width: unit.width, layer: depth },
        );
      }),
  ],
};

/**
 * V over its prediction at the last layer, from the two largest widths, so that what is left is of
 * order 1/n².
 */
function extrapolated(
  ensemble: Ensemble,
  samples: readonly { readonly unit: Unit; readonly sample: Spreads }[],
): Quantity {
  const mine = samples.filter(({ unit }) => unit.ensemble.name === ensemble.name && !unit.weights);
  const [small, large] = [mine.at(-2)!, mine.at(-1)!];
  const predicted = recursion(ensemble, first, depth)[depth - 1]!.v;
  const values = large.sample.map(
    (batch, b) =>
      (large.unit.width * batch[depth - 2]! - small.unit.width * small.sample[b]![depth - 2]!) /
      (large.unit.width - small.unit.width) /
      predicted,
  );
  return quantity(
    `${ensemble.name}, width to infinity: V / recursion`,
    meanInterval(values),
    [nullOf('recursion', known(1))],
    { ensemble: ensemble.name, layer: depth },
  );
}
