/** What is known of a refuted claim beyond the point. */
import { expect, test } from 'vitest';
import { parseClaim } from '../../src/language/index.ts';
import { examine } from '../../src/verdict/examine.ts';
import { explained } from '../../src/verdict/explained.ts';

test.each([
  ['x, y: n |- |x + y|^2 = |x|^2 + |y|^2', "in general left - right = 2 (x' y)"],
  [
    "X: n×d; y: n; w: d |- grad[w](|X w - y|^2) = X' (X w - y)",
    "in general left - right = X' X w - X' y",
  ],
  ['A, B: n×n |- A B = B A', 'n = 2 is the smallest size: for n = 1 the claim is proved'],
  ['A: n×n; tr(A) = 0 |- A = 0', 'n = 2 is the smallest size: for n = 1 the claim is proved'],
  [
    'A, B: n×n symmetric |- A B is symmetric',
    'with the further hypothesis A B = B A the claim is proved',
  ],
  [
    "W: m×n |- W' W is invertible",
    'with the further hypothesis W is one-to-one the claim is proved',
  ],
])('%s', async (text, said) => {
  const verdict = await examine(parseClaim(text), { time: 3, seed: 1 });
  expect(explained(verdict)?.reasons).toContain(said);
});
