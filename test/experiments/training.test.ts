/**
 * The optimisers by hand, training that is the same from the same seed, and what is measured of a
 * layer.
 */
import { describe, expect, test } from 'vitest';
import { random } from '../../src/numbers/random.ts';
import {
  gaussian,
  gram,
  inner,
  matrixOf,
  product,
  transpose,
} from '../../src/experiments/matrix.ts';
import { contextOf } from '../../src/experiments/experiment.ts';
import { correlation, cosine, isotropy, squareRoot } from '../../src/experiments/similarity.ts';
import {
  agop,
  measureLayer,
  preactivationGradients,
  randomRotation,
  rotatedGradients,
  shuffledWeights,
} from '../../src/experiments/training/ansatz.ts';
import { irisFlowers, teacherStudent } from '../../src/experiments/training/data.ts';
import { scaleAndDecay } from '../../src/experiments/training/designs.ts';
import {
  imbalance,
  Layer,
  measureMap,
  restlessness,
} from '../../src/experiments/training/map-measures.ts';
import { trainAndStudy } from '../../src/experiments/training/study.ts';
import { initialNetwork } from '../../src/experiments/training/network.ts';
import { adam, sgd } from '../../src/experiments/training/optimiser.ts';
import { Diverged, lossOn, train } from '../../src/experiments/training/train.ts';

test('three steps of Adam, worked by hand', () => {
  // rate 1, beta1 = 1/2, beta2 = 3/4, epsilon 0, gradients 4, 0, -4:
  // m = 2, 1, -3/2;  v = 4, 3, 25/4;  m/(1 - 1/2^t) = 4, 4/3, -12/7;  v/(1 - (3/4)^t) = 16, 48/7,
  // 400/37
  const p = Float64Array.of(10);
  const step = adam(1, 0.5, 0.75, 0);
  const seen = [4, 0, -4].map((g) => {
    step([p], [Float64Array.of(g)]);
    return p[0] as number;
  });
  const first = 10 - 1;
  const second = first - 4 / 3 / Math.sqrt(48 / 7);
  const third = second + 12 / 7 / Math.sqrt(400 / 37);
  expect(seen).toEqual([
    expect.closeTo(first, 12),
    expect.closeTo(second, 12),
    expect.closeTo(third, 12),
  ]);
});

test('a step of plain descent', () => {
  const p = Float64Array.of(1, 2);
  sgd(0.5)([p], [Float64Array.of(4, -2)]);
  expect([...p]).toEqual([-1, 3]);
});

describe('training', () => {
  const settings = {
    loss: 'squared-error',
    optimiser: 'sgd',
    rate: 0.05,
    decay: 0,
    batch: 16,
    steps: 200,
  } as const;
  const data = teacherStudent({ inputs: 4, units: 2, count: 64 }, random(2));
  const start = initialNetwork([4, 8, 1], 'relu', random(3));
  const run = (changes: object = {}): ReturnType<typeof train> =>
    train(start, data, { ...settings, ...changes }, random(4), () => {});

  test('lowers the loss, leaves the start alone, and is the same bit for bit from the same seed', () => {
    const before = lossOn(start, data, 'squared-error');
    const [one, two] = [run(), run()];
    expect(lossOn(one, data, 'squared-error')).toBeLessThan(before / 3);
    expect(lossOn(start, data, 'squared-error')).toBe(before);
    expect(one.weights.map((w) => [...w.data])).toEqual(two.weights.map((w) => [...w.data]));
  });
  test('decays weights, not biases', () => {
    const nothing = { inputs: matrixOf([[0, 0, 0, 0]]), targets: matrixOf([[0]]) };
    const one = train(start, nothing, { ...settings, decay: 0.5, steps: 2 }, random(1), () => {});
    one.weights.forEach((w, l) =>
      w.data.forEach((x, i) =>
        expect(x).toBeCloseTo(start.weights[l]!.data[i]! * (1 - 0.05 * 0.5) ** 2, 12),
      ),
    );
    expect(one.biases.every((b) => b.every((x) => x === 0))).toBe(true);
  });
  test('says so when it diverges, and can be stopped', () => {
    expect(() => run({ rate: 1e6 })).toThrow(Diverged);
    expect(() =>
      train(start, data, settings, random(4), () => {
        throw new Error('stop');
      }),
    ).toThrow('stop');
  });
});

test('the iris flowers are 50 of each kind, scaled', () => {
  const { inputs, targets } = irisFlowers();
  expect([inputs.rows, inputs.columns, targets.columns]).toEqual([150, 4, 3]);
  expect([...gram(targets).data]).toEqual([50, 0, 0, 0, 50, 0, 0, 0, 50]);
  for (const [j, x] of gram(inputs).data.entries()) if (j % 5 === 0) expect(x).toBeCloseTo(150, 9);
});

describe('what is measured of a layer', () => {
  const w = matrixOf([
    [2, 0, 0],
    [0, 1, 0],
  ]);
  test("is 1 where it holds: a multiple of I, and the form with power one half at Q = W W'", () => {
    expect(
      measureLayer(
        w,
        matrixOf([
          [3, 0],
          [0, 3],
        ]),
      ),
    ).toMatchObject({
      cosine1: expect.closeTo(1, 12),
      correlation1: expect.closeTo(1, 12),
      isotropy: expect.closeTo(1, 12),
    });
    expect(measureLayer(w, product(w, transpose(w)))).toMatchObject({
      cosineHalf: expect.closeTo(1, 12),
      left: expect.closeTo(1, 12),
      isotropy: 25 / 34,
    });
    expect(
      measureLayer(
        w,
        matrixOf([
          [1, 0],
          [0, 0],
        ]),
      ),
    ).toMatchObject({ isotropy: 0.5, cosine1: expect.closeTo(4 / Math.sqrt(17), 12) });
  });
  test("a linear layer has Q = V'V, and the last layer Q = I", () => {
    const net = { ...initialNetwork([3, 2, 2], 'linear', random(6)) };
    const [q, last] = preactivationGradients(
      net,
      matrixOf([
        [1, 2, 3],
        [0, 1, 0],
      ]),
    );
    gram(net.weights[1]!).data.forEach((x, i) => expect(q!.data[i]).toBeCloseTo(x, 12));
    expect([...last!.data]).toEqual([1, 0, 0, 1]);
  });
  test('roots, rotations, correlations', () => {
    const a = gram(
      matrixOf([
        [1, 2],
        [3, 5],
        [0, 1],
      ]),
    );
    product(squareRoot(a), squareRoot(a)).data.forEach((x, i) =>
      expect(x).toBeCloseTo(a.data[i]!, 10),
    );
    const o = randomRotation(12, random(1));
    product(o, transpose(o)).data.forEach((x, i) =>
      expect(x).toBeCloseTo(Number(i % 13 === 0), 12),
    );
    expect(cosine(a, a)).toBeCloseTo(1, 12);
    expect(
      correlation(
        matrixOf([
          [1, 2],
          [3, 4],
        ]),
        matrixOf([
          [8, 7],
          [6, 5],
        ]),
      ),
    ).toBeCloseTo(-1, 12);
    expect(
      isotropy(
        matrixOf([
          [0, 0],
          [0, 0],
        ]),
      ),
    ).toBe(0);
  });
  test('the nulls keep what they should: rotation the isotropy, shuffling the entries', () => {
    const isotropic = matrixOf([
      [2, 0],
      [0, 2],
    ]);
    expect(rotatedGradients(w, isotropic, random(1)).cosine1).toBeCloseTo(1, 12);
    const shuffledOnce = shuffledWeights(w, isotropic, random(8));
    expect(shuffledOnce.cosine1).toBeLessThanOrEqual(1 + 1e-12);
    expect(inner(agop(w, isotropic), agop(w, isotropic))).toBe(4 * (16 + 1));
  });
});

describe('a study', () => {
  const context = contextOf('short', 1, () => {});
  const [first, second] = scaleAndDecay.units('short');
  test('units of a replicate share data and start, and the same unit is the same bit for bit', () => {
    const [one, two] = [first!, second!].map((u) => trainAndStudy({ ...u, steps: 5 }, context));
    expect([first!.decay, second!.decay]).toEqual([0, 0.02]);
    expect(one!.maps.map((m) => m.untrained)).toEqual(two!.maps.map((m) => m.untrained));
    expect(one!.lossLeft).not.toBe(two!.lossLeft);
    expect(trainAndStudy({ ...first!, steps: 5 }, context)).toEqual(one);
  });
  test('what diverges is counted, and measured nowhere', () => {
    const sample = trainAndStudy({ ...first!, rate: 1e9 }, context);
    expect(sample).toMatchObject({ diverged: true, maps: [] });
  });
  test('measures units × units what the ansatz says inputs × inputs', () => {
    const [w, a] = [gaussian(3, 5, 1, random(5)), gaussian(4, 3, 1, random(6))];
    const q = gram(a);
    const layer = new Layer(w);
    const [m, feature] = [agop(w, q), gram(w)];
    const { one, half } = layer.likeness(q);
    expect(one).toBeCloseTo(cosine(feature, m), 10);
    expect(half).toBeCloseTo(cosine(feature, squareRoot(m)), 10);
    expect(layer.compressed(q).rank).toBe(3);
    layer.compressed(q).matrix.data.forEach((x, i) => expect(x).toBeCloseTo(q.data[i]!, 10));
    const tall = new Layer(gaussian(5, 2, 1, random(7)));
    expect(tall.compressed(gram(gaussian(4, 5, 1, random(8)))).rank).toBe(2);
  });
  test('rest and balance are 0 where they should be', () => {
    const w = gaussian(3, 4, 1, random(1));
    expect(
      restlessness(
        w,
        w.data.map((x) => -2 * x),
        2,
      ),
    ).toBeCloseTo(0, 12);
    expect(
      restlessness(
        w,
        w.data.map((x) => 2 * x),
        2,
      ),
    ).toBeCloseTo(1, 12);
    expect(imbalance(w, transpose(w))).toBeCloseTo(0, 12);
  });
  test('the closed form of chance is what independent matrices give', () => {
    const draws = random(9);
    const cosines = Array.from({ length: 60 }, () => {
      const a = gaussian(6, 12, 1, draws);
      const layer = new Layer(gaussian(12, 20, 1, draws));
      const flat = { outputs: gram(a), centred: gram(a), loss: gram(a), byMap: new Float64Array() };
      const { outputs, chance } = measureMap(layer, flat);
      return outputs.one - chance;
    });
    expect(Math.abs(cosines.reduce((sum, x) => sum + x, 0) / 60)).toBeLessThan(0.02);
  });
});
