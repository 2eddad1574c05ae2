/**
 * Arguments that operators refuse, and conditions that they need, in addition to the shapes of
 * shapes.test.ts.
 */
import { describe, expect, test } from 'vitest';
import { definedness, parseClaim } from '../../src/language/index.ts';
import { ShapeMismatch, type Dimensions } from '../../src/operators/operator.ts';
import { operator } from '../../src/operators/registry.ts';
import { point, texts, valueOf } from '../evaluate/points.ts';

const plain: Dimensions = {
  unify: (a, b) => {
    if (a !== b) throw new ShapeMismatch(`${a} is not ${b}`);
  },
  resolve: (a) => a,
  fresh: () => '?1',
};

test.each([
  'vec',
  'pinv',
  'rank',
  'norm',
  'sigma_max',
  'sigma_min',
  'nuclear',
  'bars',
  'transpose',
  'modulus',
  'kyfan',
  'schatten',
  'adjoint',
  'diag',
  'tr',
  'inv',
])('%s refuses a tensor of three indices', (name) => {
  expect(() => operator(name).shape([['m', 'n', 'k']], plain, [1])).toThrow(ShapeMismatch);
});

test('kron refuses a tensor of three indices on either side', () => {
  expect(() => operator('kron').shape([['m', 'n', 'k'], ['m']], plain, [])).toThrow(ShapeMismatch);
  expect(() => operator('kron').shape([['m'], ['m', 'n', 'k']], plain, [])).toThrow(ShapeMismatch);
});

describe('what an operator needs to be defined', () => {
  test.each([
    ['A: n×n |- A^(-1) = A', ['A invertible']],
    ['c: scalar |- c^(-2) = c', ['c nonzero']],
    ['c: scalar |- c^(1/2) = c', ['c nonnegative']],
    ['c: scalar |- c^(-1/2) = c', ['c positive']],
    ['A: n×n |- A^2 = A and tr(A)^0 = 1', []],
    ['A: n×n |- logdet(A) = 1', ['det(A) positive']],
    ['c: scalar |- sqrt(c) = c', ['c nonnegative']],
    ['c: scalar |- inv(c) = c', ['c nonzero']],
    ['x: n |- x ./ x = ones', ['x .* x positive']],
    ['x: n |- x .^ (-1) = x', ['x .* x positive']],
    ['c, d: scalar |- c^d = c', ['c positive']],
    ['A: n×n |- lambda_max(A) = 1', ['A symmetric']],
    ['A: n×n |- lambda_min(A) = 1', ['A symmetric']],
    ['A: n×n |- lambda[n](A) = 1', ['A symmetric']],
    ['A: n×n |- eig(A) = ones', ['A symmetric']],
    ['A: m×n |- kyfan[2](A) = 1', ['m >= 2', 'n >= 2']],
    ['A: n×n |- logm(A) = A', ['A pd']],
    ['A: n×n |- sqrtm(A) = A', ['A psd']],
    ['A: n×n |- A^(1/3) = A', ['A psd']],
  ] as const)('%s', (text, wanted) => {
    expect(definedness(parseClaim(text)).map((c) => c.text)).toEqual(wanted);
  });
});

test('a product of square matrices keeps its order', () => {
  const at = point(
    { n: 2 },
    {
      S: [
        [2, 1],
        [1, 3],
      ],
      T: [
        [1, 2],
        [3, 4],
      ],
      x: [1, 2],
      y: [3, 5],
    },
  );
  expect(valueOf('S, T: n×n; x, y: n |- S T', at)).toEqual(
    texts([
      [5, 8],
      [10, 14],
    ]),
  );
  expect(valueOf("S, T: n×n; x, y: n |- x y'", at)).toEqual(
    texts([
      [3, 5],
      [6, 10],
    ]),
  );
});
