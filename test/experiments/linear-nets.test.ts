/**
 * The Hessian of deep linear networks against differences of the loss itself, and the formulas for
 * its ranks.
 */
import { describe, expect, test } from 'vitest';
import { contextOf } from '../../src/experiments/experiment.ts';
import { amended, observedHolds, published } from '../../src/experiments/linear-nets/formulas.ts';
import { hessianParts, places } from '../../src/experiments/linear-nets/hessian.ts';
import type { LinearNet } from '../../src/experiments/linear-nets/hessian.ts';
import { linearNetRanks } from '../../src/experiments/linear-nets/linear-net-ranks.ts';
import { randomNet } from '../../src/experiments/linear-nets/random-net.ts';
import { ranksOf } from '../../src/experiments/linear-nets/ranks.ts';
import { primeField } from '../../src/numbers/prime-field.ts';
import { random } from '../../src/numbers/random.ts';

const field = primeField();

/** ½ Σ |F(x) − y|² by plain forward passes. */
function loss(
  layers: readonly (readonly (readonly number[])[])[],
  x: readonly (readonly number[])[],
  y: readonly (readonly number[])[],
): number {
  let total = 0;
  for (let i = 0; i < x[0]!.length; i += 1) {
    let h: number[] = x.map((row) => row[i]!);
    for (const w of layers)
      h = w.map((row) => row.reduce((sum, entry, j) => field.add(sum, field.mul(entry, h[j]!)), 0));
    h.forEach((value, k) => {
      const residual = field.sub(value, y[k]![i]!);
      total = field.add(total, field.mul(residual, residual));
    });
  }
  return field.div(total, 2);
}

const rowsOf = ({
  shape,
  data,
}: {
  readonly shape: readonly number[];
  readonly data: readonly number[];
}): number[][] =>
  Array.from({ length: shape[0]! }, (_, i) => data.slice(i * shape[1]!, (i + 1) * shape[1]!));

/**
 * The coefficient of s·t in the loss at θ + s e_p + t e_q, by interpolation: exact, since it is a
 * polynomial modulo p.
 */
function mixed(net: LinearNet<number>, x: number[][], y: number[][], p: number, q: number): number {
  const at = places(net);
  const value = (s: number, t: number): number => {
    const layers = net.layers.map(rowsOf);
    for (const [place, step] of [
      [at[p]!, s],
      [at[q]!, t],
    ] as const) {
      const row = layers[place.layer]![place.row]!;
      row[place.column] = field.add(row[place.column]!, step);
    }
    return loss(layers, x, y);
  };
  // of degree 2 in each parameter, so central differences are exact
  const minus = field.neg(1);
  if (p === q) return field.sub(field.add(value(1, 0), value(minus, 0)), field.mul(2, value(0, 0)));
  return field.div(
    field.sub(
      field.add(value(1, 1), value(minus, minus)),
      field.add(value(1, minus), value(minus, 1)),
    ),
    4,
  );
}

describe.each([
  [[2, 3, 2], false],
  [[2, 1, 3, 2], false],
  [[1, 2, 2], true],
  [[2, 2, 1, 2], true],
] as const)('%s, biases %s', (sizes, biases) => {
  test('the two parts add up to the second differences of the loss', () => {
    const draw = random(11);
    const { net, data } = randomNet(field, { sizes, rank: sizes[0], biases }, () =>
      field.random(draw),
    );
    const { outer, functional } = hessianParts(field, net, data);
    const n = places(net).length;
    expect(n).toBe(
      sizes.slice(1).reduce((sum, units, l) => sum + units * (sizes[l]! + (biases ? 1 : 0)), 0),
    );
    const [x, y] = [rowsOf(data.x), rowsOf(data.y)];
    for (let p = 0; p < n; p += 1)
      for (let q = p; q < n; q += 1)
        expect(field.add(outer.data[p * n + q]!, functional.data[p * n + q]!), `${p}, ${q}`).toBe(
          mixed(net, x, y, p, q),
        );
  });
  test('the functional part vanishes at zero residual, and the outer part does not', () => {
    const draw = random(12);
    const { net, data } = randomNet(field, { sizes, rank: sizes[0], biases }, () =>
      field.random(draw),
    );
    const columns = rowsOf(data.x)[0]!.map((_, i) => {
      let h = rowsOf(data.x).map((row) => row[i]!);
      for (const w of net.layers)
        h = rowsOf(w).map((row) =>
          row.reduce((sum, entry, j) => field.add(sum, field.mul(entry, h[j]!)), 0),
        );
      return h;
    });
    const y = {
      shape: data.y.shape,
      data: columns[0]!.flatMap((_, k) => columns.map((column) => column[k]!)),
    };
    const { outer, functional } = hessianParts(field, net, { x: data.x, y });
    expect(functional.data.every((entry) => entry === 0)).toBe(true);
    expect(outer.data.some((entry) => entry !== 0)).toBe(true);
  });
});

test('the formulas at the architectures of the catalogue', () => {
  const at = (...sizes: number[]): number[] =>
    Object.values(published({ sizes, rank: sizes[0]!, biases: false }));
  expect([at(2, 1, 2), at(3, 2, 2), at(4, 3, 2, 3)]).toEqual([
    [3, 4, 4],
    [6, 8, 10],
    [10, 20, 22],
  ]);
});

test('a rank of the inputs below their number counts as r', () => {
  const draw = random(13);
  for (const rank of [1, 2, 3]) {
    const architecture = { sizes: [3, 2, 3], rank, biases: false };
    expect(ranksOf(field, architecture, () => field.random(draw))).toEqual(published(architecture));
  }
});

test('with biases the published formula of H_f fails first at 1-1-2, and the amended one does not', () => {
  const draw = random(14);
  const architecture = { sizes: [1, 1, 2], rank: 1, biases: true };
  const found = ranksOf(field, architecture, () => field.random(draw));
  expect(found).toEqual(amended(architecture));
  expect([found.functional, published(architecture).functional]).toEqual([4, 2]);
  expect(observedHolds(architecture)).toEqual({ functional: false, whole: true });
});

test('a grid counts each architecture once', () => {
  const experiment = linearNetRanks({ biases: true, named: [] });
  const context = contextOf('short', 1, () => {});
  const unit = experiment.units('short').find((one) => one.key === 'L = 5')!;
  expect(experiment.measure(unit, context)).toEqual({
    tried: 64,
    published: expect.anything(),
    amended: { outer: 0, functional: 0, whole: 0 },
    conditions: 0,
  });
});
