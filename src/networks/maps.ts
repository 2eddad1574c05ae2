/** Draws and simplifies maps: polynomials and small networks. */
import type { FunctionMap, PolynomialMap, PolynomialTerm } from '../evaluate/assignment.ts';
import type { Q } from '../numbers/rational.ts';
import { tensor } from '../numbers/tensor.ts';
import { once, type Dice } from './dice.ts';
import { Sampler } from './sampler.ts';
import { type Style } from './entries.ts';
import { fraction, simplerNumbers, weight } from './fraction.ts';
import { drawPolynomial, gathered } from './polynomials.ts';
import { drawNetwork } from './smallnetworks.ts';

/**
 * Draws what stands in for a smooth function R^inputs -> R^outputs: mostly a polynomial, else a
 * small network.
 */
export const drawMap = (
  random: Dice,
  inputs: number,
  outputs: number,
  style: Style,
  exactly: boolean,
): FunctionMap<Q> =>
  once(random, exactly ? 8 : 3)
    ? drawNetwork(random, inputs, outputs, style, exactly)
    : drawPolynomial(random, inputs, outputs, style);

export const outputsOf = (map: FunctionMap<unknown>): number =>
  map.kind === 'polynomial'
    ? map.outputs.length
    : (map.layers[map.layers.length - 1]?.bias.length ?? 0);

/**
 * Size for shrinking: terms, their degrees and coefficients; a network counts more than any
 * polynomial of its size.
 */
export const mapWeight = (map: FunctionMap<Q>): bigint => {
  if (map.kind === 'polynomial') {
    return map.outputs
      .flat()
      .reduce(
        (sum, t) => sum + weight(t.coefficient) + BigInt(t.powers.reduce((a, b) => a + b, 1)),
        0n,
      );
  }
  return map.layers.reduce(
    (sum, layer) =>
      [...layer.weights.data, ...layer.bias].reduce(
        (s, x) => s + weight(x) + 1n,
        sum + (layer.activation === null ? 10n : 20n),
      ),
    100n,
  );
};

const withOutput = (
  map: PolynomialMap<Q>,
  at: number,
  terms: readonly PolynomialTerm<Q>[],
): PolynomialMap<Q> => ({
  ...map,
  outputs: map.outputs.map((old, i) => (i === at ? gathered(terms) : old)),
});

/** Polynomials worth trying in place of any map: zero, coordinates, squares, sums of squares. */
export const plainMaps = (inputs: number, outputs: number): PolynomialMap<Q>[] => {
  const power = (j: number, p: number): PolynomialTerm<Q> => ({
    coefficient: fraction(1),
    powers: Array.from({ length: inputs }, (_, i) => (i === j ? p : 0)),
  });
  const make = (output: (o: number) => PolynomialTerm<Q>[]): PolynomialMap<Q> => ({
    kind: 'polynomial',
    inputs,
    outputs: Array.from({ length: outputs }, (_, o) => output(o)),
  });
  const j = (o: number): number => o % inputs;
  const maps = [
    make(() => []),
    make((o) => [power(j(o), 1)]),
    make((o) => [power(j(o), 2)]),
    make((o) => [power(j(o), 2), power(j(o), 0)]),
  ];
  if (inputs > 1)
    maps.push(
      make(() => Array.from({ length: inputs }, (_, i) => power(i, 1))),
      make(() => Array.from({ length: inputs }, (_, i) => power(i, 2))),
    );
  return maps;
};

function* simplerPolynomials(map: PolynomialMap<Q>): Iterable<FunctionMap<Q>> {
  for (const [o, terms] of map.outputs.entries()) {
    if (terms.length > 1) yield withOutput(map, o, []);
    for (const i of terms.keys())
      yield withOutput(
        map,
        o,
        terms.filter((_, j) => j !== i),
      );
  }
  for (const [o, terms] of map.outputs.entries()) {
    for (const [i, t] of terms.entries()) {
      const replaced = (by: PolynomialTerm<Q>): PolynomialMap<Q> =>
        withOutput(
          map,
          o,
          terms.map((old, j) => (j === i ? by : old)),
        );
      for (const c of simplerNumbers(t.coefficient)) yield replaced({ ...t, coefficient: c });
      for (const [v, p] of t.powers.entries())
        if (p > 0)
          yield replaced({ ...t, powers: t.powers.map((old, w) => (w === v ? old - 1 : old)) });
    }
  }
}

/** Simpler maps with as many inputs and outputs, the boldest first. */
export function* simplerMaps(map: FunctionMap<Q>): Iterable<FunctionMap<Q>> {
  yield* plainMaps(map.inputs, outputsOf(map));
  if (map.kind === 'polynomial') {
    yield* simplerPolynomials(map);
    return;
  }
  for (const [l, layer] of map.layers.entries()) {
    const put = (changed: typeof layer): FunctionMap<Q> => ({
      ...map,
      layers: map.layers.map((old, i) => (i === l ? changed : old)),
    });
    for (const activation of [null, 'relu', 'square'] as const)
      if (layer.activation !== null) yield put({ ...layer, activation });
    for (const [i, x] of layer.weights.data.entries()) {
      for (const s of simplerNumbers(x))
        yield put({
          ...layer,
          weights: tensor(
            layer.weights.shape,
            layer.weights.data.map((old, j) => (j === i ? s : old)),
          ),
        });
    }
    for (const [i, x] of layer.bias.entries()) {
      for (const s of simplerNumbers(x))
        yield put({ ...layer, bias: layer.bias.map((old, j) => (j === i ? s : old)) });
    }
  }
}

class MapSampler extends Sampler<FunctionMap<Q>> {
  readonly inputs: number;
  readonly outputs: number;
  readonly exactly: boolean;
  constructor(inputs: number, outputs: number, exactly: boolean) {
    super();
    this.inputs = inputs;
    this.outputs = outputs;
    this.exactly = exactly;
  }
  override draw(random: Dice): FunctionMap<Q> {
    return drawMap(random, this.inputs, this.outputs, 'small', this.exactly);
  }
  override accepts(value: unknown): value is FunctionMap<Q> {
    if (typeof value !== 'object' || value === null || !('kind' in value)) return false;
    if (value.kind !== 'polynomial' && value.kind !== 'network') return false;
    const map = value as FunctionMap<Q>;
    return map.inputs === this.inputs && outputsOf(map) === this.outputs;
  }
  override measure(value: FunctionMap<Q>): bigint {
    return mapWeight(value);
  }
  protected override candidates(value: FunctionMap<Q>): Iterable<FunctionMap<Q>> {
    return simplerMaps(value);
  }
}

/** Maps R^inputs -> R^outputs; `exactly` for those that keep rationals rational. */
export const mapSampler = (
  inputs: number,
  outputs: number,
  exactly = false,
): Sampler<FunctionMap<Q>> => new MapSampler(inputs, outputs, exactly);
