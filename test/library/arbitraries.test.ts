/** Tests of the exported fast-check arbitraries. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  exactMatrix,
  matrix,
  pointsOf,
  vector,
  withSingularValues,
} from '../../src/arbitraries/index.ts';
import { singularValues } from '../../src/numbers/decompositions.ts';
import { tensor } from '../../src/numbers/tensor.ts';

const runs = { numRuns: 60, seed: 3 };
const valuesOf = (a: readonly (readonly number[])[]): readonly number[] =>
  singularValues(tensor([a.length, a[0]?.length ?? 0], a.flat()));

describe('matrices', () => {
  test('have their shape and attributes', () => {
    fc.assert(
      fc.property(matrix(3, 3, { attributes: ['symmetric'] }), (a) =>
        a.every((row, i) => row.every((x, j) => x === a[j]?.[i])),
      ),
      runs,
    );
    fc.assert(
      fc.property(
        exactMatrix(2, 3),
        (a) =>
          a.length === 2 &&
          a.every((row) => row.length === 3 && row.every((x) => /^-?\d+(\/\d+)?$/.test(x))),
      ),
      runs,
    );
    fc.assert(
      fc.property(vector(4, ['positive']), (v) => v.length === 4 && v.every((x) => x > 0)),
      runs,
    );
  });
  test('come near to singular where they are asked to', () => {
    const drawn = fc.sample(matrix(3, 3, { kind: 'nearly-singular' }), runs).map(valuesOf);
    expect(drawn.every((s) => (s[2] ?? 0) > 0 && (s[2] ?? 0) < 0.02)).toBe(true);
  });
  test('have the singular values they were given, turned in many ways', () => {
    const drawn = fc.sample(withSingularValues([5, '1/3'], 3, 2), runs);
    for (const a of drawn)
      for (const [i, s] of [5, 1 / 3].entries()) expect(valuesOf(a)[i]).toBeCloseTo(s, 10);
    expect(new Set(drawn.map(String)).size).toBeGreaterThan(20);
  });
  test('shrink to the plainest that still fails', () => {
    const fails = fc.check(
      fc.property(withSingularValues([2, 1]), () => false),
      runs,
    );
    expect(fails.counterexample).toEqual([
      [
        [2, 0],
        [0, 1],
      ],
    ]);
    const nonzero = fc.check(
      fc.property(matrix(2, 2), (a) => a.flat().every((x) => x === 0)),
      runs,
    );
    expect(nonzero.counterexample?.flat(2).toSorted()).toEqual([0, 0, 0, 1]);
  });
  test('refuse what cannot be', () => {
    expect(() => matrix(3, 2, { attributes: ['onto'] })).toThrow('no 3×2 matrix is onto');
    expect(() => matrix(0, 2)).toThrow('a size is a whole number');
    expect(() => withSingularValues([1, 2, 3], 2, 3)).toThrow(
      '2 singular values, but 3 were given',
    );
  });
});

describe('points of a claim', () => {
  const number = (x: unknown): number =>
    typeof x === 'string' ? Number(x.split('/')[0]) / Number(x.split('/')[1] ?? 1) : Number.NaN;
  test('meet its hypotheses, which random points hardly ever do', () => {
    const points = pointsOf("x, y: n; n >= 2; x' y = 1 |- x = y");
    fc.assert(
      fc.property(points, ({ dims, values }) => {
        const [x, y] = [values['x'] as readonly string[], values['y'] as readonly string[]];
        return (
          (dims['n'] ?? 0) >= 2 &&
          Math.abs(x.reduce((sum, xi, i) => sum + number(xi) * number(y[i]), 0) - 1) < 1e-9
        );
      }),
      runs,
    );
  });
  test('shrink within the hypotheses', () => {
    const { counterexample } = fc.check(
      fc.property(pointsOf('A: n×n; tr(A) = 3 |- A = I'), () => false),
      runs,
    );
    expect(counterexample).toEqual([{ dims: { n: 1 }, values: { A: [['3']] } }]);
  });
  test('say so where nothing meets them', () => {
    expect(() => fc.sample(pointsOf('x: scalar; x > 0; x < 0 |- x = 1'), 1)).toThrow(
      'points met the hypotheses of the claim',
    );
  });
});
