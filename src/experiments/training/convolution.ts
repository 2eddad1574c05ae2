/**
 * A network that begins with a convolution: one filter bank applied to every patch, a Toeplitz
 * matrix with shared entries.
 */
import type { Random } from '../../numbers/random.ts';
import { addProduct, addTransposedProduct, copy, gaussian, transpose, zeros } from '../matrix.ts';
import type { Matrix } from '../matrix.ts';
import { denseRun, scaledNetwork } from './model.ts';
import type { Backward, Model, Run } from './model.ts';
import { columnSums, copyNetwork } from './network.ts';
import type { Network } from './network.ts';

/**
 * A square image with a pixel each, square patches of `size` pixels a side, `stride` pixels apart.
 */
export interface Patches {
  readonly side: number;
  readonly size: number;
  readonly stride: number;
}

const places = ({ side, size, stride }: Patches): number => Math.floor((side - size) / stride) + 1;

/** The patches of every image, a patch a row, those of one image together. */
function patchesOf(patches: Patches, { rows, data }: Matrix): Matrix {
  const { side, size, stride } = patches;
  const across = places(patches);
  const made = zeros(rows * across * across, size * size);
  let at = 0;
  for (let image = 0; image < rows; image += 1)
    for (let down = 0; down < across; down += 1)
      for (let right = 0; right < across; right += 1)
        for (let y = 0; y < size; y += 1)
          for (let x = 0; x < size; x += 1, at += 1)
            made.data[at] =
              data[image * side * side + (down * stride + y) * side + right * stride + x]!;
  return made;
}

interface Convolution {
  readonly patches: Patches;
  /** Channels × pixels of a patch. */
  readonly filters: Matrix;
  readonly bias: Float64Array;
  readonly rest: Network;
}

/** Filters, ReLU, then a fully connected network on all channels at all places. */
function convolutionModel(net: Convolution): Model {
  const { filters, bias, rest } = net;
  return {
    maps: [filters, ...rest.weights],
    parameters: [filters.data, ...rest.weights.map((w) => w.data), bias, ...rest.biases],
    names: ['filters', ...rest.weights.map((_, l) => `layer ${l + 2}`)],
    neighbours: rest.weights.slice(1).map((_, l) => [l + 1, l + 2] as const),
    run: (data) => convolutionRun(net, data),
    copy: () =>
      convolutionModel({
        ...net,
        filters: copy(filters),
        bias: bias.slice(),
        rest: copyNetwork(rest),
      }),
  };
}

function convolutionRun({ patches, filters, bias, rest }: Convolution, data: Matrix): Run {
  const seen = patchesOf(patches, data);
  const z = zeros(seen.rows, filters.rows);
  for (let i = 0; i < z.rows; i += 1) z.data.set(bias, i * z.columns);
  addProduct(z, seen, transpose(filters));
  const features: Matrix = {
    rows: data.rows,
    columns: z.data.length / data.rows,
    data: z.data.map((x) => (x > 0 ? x : 0)),
  };
  const above = denseRun(rest, features);
  return {
    outputs: above.outputs,
    back(byOutputs): Backward {
      const { gradients, met } = above.back(byOutputs);
      const byFeatures = zeros(features.rows, features.columns);
      addProduct(byFeatures, met[0]!.by, rest.weights[0]!);
      const by: Matrix = {
        ...z,
        data: byFeatures.data.map((g, i) => (z.data[i]! > 0 ? g : 0)),
      };
      const byFilters = zeros(filters.rows, filters.columns);
      addTransposedProduct(byFilters, by, seen);
      const count = rest.weights.length;
      return {
        gradients: [
          byFilters.data,
          ...gradients.slice(0, count),
          columnSums(by),
          ...gradients.slice(count),
        ],
        met: [{ inputs: seen, by }, ...met],
      };
    },
  };
}

/**
 * `channels` filters on the patches, `hidden` units above, at `scale` times the weights of He and
 * others.
 */
export function initialConvolution(
  shape: Patches & {
    readonly channels: number;
    readonly hidden: number;
    readonly outputs: number;
    readonly scale: number;
  },
  random: Random,
): Model {
  const { side, size, stride, channels, hidden, outputs, scale } = shape;
  const patches = { side, size, stride };
  const across = places(patches);
  return convolutionModel({
    patches,
    filters: gaussian(channels, size * size, (scale * Math.sqrt(2)) / size, random),
    bias: new Float64Array(channels),
    rest: scaledNetwork([channels * across * across, hidden, outputs], 'relu', scale, random),
  });
}
