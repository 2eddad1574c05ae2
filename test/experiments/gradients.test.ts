/** The gradients of the training code against two derivations that share no code with it. */
import { describe, expect, test } from 'vitest';
import { evaluate } from '../../src/evaluate/evaluate.ts';
import { toFloat } from '../../src/numbers/rational-text.ts';
import { random } from '../../src/numbers/random.ts';
import { rationals } from '../../src/numbers/rationals.ts';
import { matrixOf } from '../../src/experiments/matrix.ts';
import type { Matrix } from '../../src/experiments/matrix.ts';
import { agop, preactivationGradients } from '../../src/experiments/training/ansatz.ts';
import { teacherStudent } from '../../src/experiments/training/data.ts';
import { lossOf } from '../../src/experiments/training/loss.ts';
import type { Loss } from '../../src/experiments/training/loss.ts';
import {
  backward,
  copyNetwork,
  forward,
  initialNetwork,
  outputsOf,
} from '../../src/experiments/training/network.ts';
import type { Activation, Network } from '../../src/experiments/training/network.ts';
import { expression, family, point } from '../evaluate/points.ts';

const draw = random(41);
const integers = (rows: number, columns: number): number[][] =>
  Array.from({ length: rows }, () => Array.from({ length: columns }, () => draw.int(-2, 2)));
const integerVector = (n: number): number[] => integers(1, n)[0] as number[];

describe('a network of three layers with squares between them, whole numbers throughout', () => {
  const [U, V, W, a, b, c] = [
    integers(3, 2),
    integers(2, 3),
    integers(2, 2),
    integerVector(3),
    integerVector(2),
    integerVector(2),
  ];
  const [x, y] = [integers(4, 2), integers(4, 2)];
  const network: Network = {
    weights: [matrixOf(U), matrixOf(V), matrixOf(W)],
    biases: [a, b, c].map((one) => Float64Array.from(one)),
    activation: 'square',
  };
  const declared =
    'U: p×n; V: q×p; W: k×q; a: p; b: q; c: k; x[i]: n for i in 1..N; y[i]: k for i in 1..N';
  const net = 'W square(V square(U x[i] + a) + b) + c';
  const at = point(
    { p: 3, q: 2, k: 2, n: 2, N: 4 },
    { U, V, W, a, b, c, x: family(...x), y: family(...y) },
  );
  const exact = (text: string): number[] =>
    evaluate(expression(`${declared} |- ${text}`), rationals, at).data.map(toFloat);

  const pass = forward(network, matrixOf(x));
  const gradients = backward(
    network,
    pass,
    lossOf('squared-error', outputsOf(pass), matrixOf(y)).byOutputs,
  );

  test('has the exact gradient of elenchus by every parameter', () => {
    const loss = `1/2 mean[i](dot(${net} - y[i], ${net} - y[i]))`;
    expect(lossOf('squared-error', outputsOf(pass), matrixOf(y)).loss).toBe(exact(loss)[0]);
    ['U', 'V', 'W'].forEach((name, l) =>
      expect([...gradients.weights[l]!.data], name).toEqual(exact(`grad[${name}](${loss})`)),
    );
    ['a', 'b', 'c'].forEach((name, l) =>
      expect([...gradients.biases[l]!], name).toEqual(exact(`grad[${name}](${loss})`)),
    );
  });

  test('has the exact Q and AGOP of the first layer, output by output', () => {
    const [q] = preactivationGradients(network, matrixOf(x));
    const wanted = exact(`mean[i](jac[x[i]](${net})' jac[x[i]](${net}))`);
    expect([...agop(network.weights[0]!, q!).data]).toEqual(wanted);
  });
});

describe.each<[Activation, Loss, number]>([
  ['tanh', 'squared-error', 2],
  ['tanh', 'cross-entropy', 3],
  ['relu', 'squared-error', 4],
  ['relu', 'cross-entropy', 2],
  ['linear', 'squared-error', 3],
])('%s, %s, depth %i', (activation, loss, depth) => {
  test('agrees with central differences at every parameter', () => {
    const source = random(depth);
    const network = initialNetwork(
      [3, ...Array.from({ length: depth - 1 }, () => 4), 2],
      activation,
      source,
    );
    for (const bias of network.biases) bias.forEach((_, i) => (bias[i] = source.normal()));
    const { inputs } = teacherStudent({ inputs: 3, units: 2, count: 5 }, source);
    const targets = matrixOf(
      Array.from({ length: 5 }, (_, i) => [Number(i % 2 === 0), Number(i % 2 === 1)]),
    );
    const valueOf = (one: Network): number =>
      lossOf(loss, outputsOf(forward(one, inputs)), targets).loss;
    const pass = forward(network, inputs);
    const found = backward(network, pass, lossOf(loss, outputsOf(pass), targets).byOutputs);
    const parameters = (one: Network): Float64Array[] => [
      ...one.weights.map((w: Matrix) => w.data),
      ...one.biases,
    ];
    const h = 1e-5;
    [...found.weights.map((g) => g.data), ...found.biases].forEach((g, k) =>
      g.forEach((slope, i) => {
        const moved = (by: number): number => {
          const other = copyNetwork(network);
          parameters(other)[k]![i] = parameters(other)[k]![i]! + by;
          return valueOf(other);
        };
        expect(Math.abs((moved(h) - moved(-h)) / (2 * h) - slope)).toBeLessThan(
          1e-8 * (1 + Math.abs(slope)) + 1e-9,
        );
      }),
    );
  });
});
