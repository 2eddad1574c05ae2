/** Irrational matrices that are symmetric by their form are symmetric; others are not taken for it. */
import { expect, test } from 'vitest';
import { truthOf } from '../../src/refuter/truth.ts';
import { parseClaim } from '../../src/language/index.ts';
import { point } from './points.ts';

const at = point(
  { n: 2 },
  {
    X: [
      [1, 2],
      [3, 5],
    ],
    P: [
      [2, 1],
      [1, 3],
    ],
  },
);

test.each([
  ["modulus(X) + modulus(X')", true],
  ['P - modulus(X) / 3', true],
  ['P modulus(X) P', true],
  ["modulus(X) modulus(X') modulus(X)", true],
  ['sqrtm(P) + logm(P)', true],
  ['X + modulus(X)', false],
  ['P modulus(X)', false],
  ["modulus(X) modulus(X')", false],
])('%s is symmetric: %s', (subject, symmetric) => {
  const { conclusion } = parseClaim(`X: n×n; P: n×n pd |- ${subject} is symmetric`);
  expect(truthOf(conclusion, at, [64, 128])).toBe(symmetric);
});
