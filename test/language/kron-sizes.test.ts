/** The size of I in a Kronecker product follows from the equation around it. */
import { expect, test } from 'vitest';
import { claimText, parseClaim } from '../../src/language/index.ts';

const sizeOf = (text: string): string[] =>
  [...JSON.stringify(parseClaim(text)).matchAll(/"which":"identity","shape":(\["[^\]]*"\])/g)].map(
    ([, shape = '']) => (JSON.parse(shape) as string[]).join('×'),
  );

test.each([
  ['A: m×m; X: m×n |- vec(A X) = (I kron A) vec(X)', ['n×n']],
  [
    "A: m×m; B: n×n; X, C: m×n; A X + X B = C |- (I kron A + B' kron I) vec(X) = vec(C)",
    ['n×n', 'm×m'],
  ],
  ['A: n×n; B: m×m |- (I kron A) (B kron I) = B kron A', ['m×m', 'n×n']],
  ['A: 2×2; B: 4×4; x: 8 |- (I kron A + B kron I) x = 0', ['4×4', '2×2']],
  ['A: 2×2; B: 4×4; x: 4 |- (I kron A + B kron I) x = 0', ['2×2']],
  ['A: m×m; B: k×k; x: m*n*k |- (I kron A + B kron I) x = 0', ['k*n×k*n', 'm*n×m*n']],
])('%s', (text, sizes) => {
  expect(sizeOf(text)).toEqual(sizes);
  expect(claimText(parseClaim(claimText(parseClaim(text))))).toBe(claimText(parseClaim(text)));
});

test.each([
  "X: n×n |- (I kron X)' = I kron X'",
  'A: m×m; B: n×n |- I kron A + B kron I = B kron I + I kron A',
  'A: m×m |- norm(I kron A) = norm(A)',
])('%s leaves the size open, and the message says how to write it', (text) => {
  expect(() => parseClaim(text)).toThrow(/the size of I does not follow/);
  try {
    parseClaim(text);
  } catch (error) {
    expect((error as { suggestion: string }).suggestion).toContain('hypothesis E = I');
  }
});

test.each([
  'A: 2×2; B: 3×3; x: 4 |- (I kron A + B kron I) x = 0',
  'A: m×m; B: n×n; x: m |- (I kron A + B kron I) x = 0',
])('%s has sizes that do not fit', (text) => {
  expect(() => parseClaim(text)).toThrow();
});
