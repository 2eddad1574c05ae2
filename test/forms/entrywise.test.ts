/**
 * Functions of the entries of a matrix, derivatives with primes, attributes in a row: read,
 * refused or mended, and never proved when false.
 */
import { describe, expect, test } from 'vitest';
import { claimText, parseClaim } from '../../src/language/index.ts';
import { ClaimError } from '../../src/language/ast.ts';
import { examine } from '../../src/verdict/examine.ts';

const verdictOn = async (claim: string): Promise<string> =>
  (await examine(claim, { time: 0.5, seed: 1 })).verdict;

test.each([
  ["X: m×n |- exp(X) .* exp(-X) = ones ones'", "X: m x n |- exp(X) .* exp(-X) = ones ones'"],
  ['X: n×n |- tr(exp.(X)) = tr(exp.(X))', 'X: n x n |- tr(exp.(X)) = tr(exp.(X))'],
  ['X: m×n |- exp.(X) = np.exp(X)', 'X: m x n |- exp(X) = exp(X)'],
  ['X: n×n |- torch.sin(X) = X.sin()', 'X: n x n |- sin.(X) = sin.(X)'],
  ['x: n |- exp.(x) = tanh.(x)', 'x: n |- exp(x) = tanh(x)'],
  ["x: scalar |- sin'(x) = cos(x)", 'x: scalar |- cos(x) = cos(x)'],
  ["x: scalar |- sin'''(x) = -cos(x)", 'x: scalar |- -cos(x) = -cos(x)'],
  ["x: n positive |- sqrt'(x) = x", 'x: n positive |- ones ./ (2 sqrt(x)) = x'],
  ["x: n positive |- log'(x) = x", 'x: n positive |- ones ./ x = x'],
  [
    'A: n×n; A is symmetric invertible |- A = A',
    'A: n x n; A is symmetric and A is invertible |- A = A',
  ],
  ['X: m×n |- mean(X) = sum(X)/(m n)', 'X: m x n |- mean(X) = sum(X) / (m n)'],
])('%s is read', (typed, read) => {
  const text = claimText(parseClaim(typed));
  expect(text).toBe(read);
  expect(claimText(parseClaim(text))).toBe(read);
});

const mended: readonly (readonly [typed: string, claims: readonly string[]])[] = [
  ['A: n×n |- exp(A) = A', ['A: n x n |- exp.(A) = A', 'A: n x n |- expm(A) = A']],
  [
    'A: 2×2 |- exp(A) sin(A) = A',
    ['A: 2 x 2 |- exp.(A) sin.(A) = A', 'A: 2 x 2 |- expm(A) sin.(A) = A'],
  ],
  ["x: scalar |- log'(x) = 1/x", ['x: scalar |- 1 / x = 1 / x']],
  ["x: n |- log'(x + x) = x", ['x: n |- ones ./ (x + x) = x']],
  ['X, A: n×n; nonsingular(X + A) |- X = A', ['X: n x n; A: n x n; X + A is invertible |- X = A']],
  [
    'X, Y: n×n; psd(X - Y) => psd(X) |- X = Y',
    ['X: n x n; Y: n x n; X - Y is psd => X is psd |- X = Y'],
  ],
];

test.each([
  ['X, A: n×n; X + A invertible |- X = A', 'X: n x n; A: n x n; X + A is invertible |- X = A'],
  ["X: n×n |- X' X psd", "X: n x n |- X' X is psd"],
])('%s is read with its verb', (typed, claim) => {
  expect(claimText(parseClaim(typed))).toBe(claim);
});

test.each(mended)('%s is mended', (typed, claims) => {
  try {
    parseClaim(typed);
    expect.unreachable();
  } catch (error) {
    if (!(error instanceof ClaimError)) throw error;
    for (const claim of claims) {
      expect(error.suggestion).toContain(`"${claim}"`);
      expect(claimText(parseClaim(claim))).toBe(claim);
    }
  }
});

describe('of functions of entries', () => {
  test.each([
    'A: m×n positive |- log(A .* A) = 2 log(A)',
    'X: m×n |- sqrt(X .* X) = abs(X)',
    'X: m×n |- abs(abs(X)) = abs(X)',
    'x: scalar nonzero |- sign(x) = x/abs(x)',
    'x: scalar nonzero |- sign(x)^2 = 1',
    "z: scalar |- relu'(z) = (1 + sign(z))/2",
    'z: n |- gelu(z) = z .* (ones + erf(z/sqrt(2)))/2',
    "X: n×n invertible |- grad[X](log(|det(X)|)) = inv(X)'",
  ])('%s is proved', async (claim) => expect(await verdictOn(claim)).toBe('proved'));

  test.each([
    'A: n×n |- exp.(A) = expm(A)',
    'A: n×n; B: n×n |- exp.(A B) = exp.(A) exp.(B)',
    'A: n×n |- det(exp.(A)) = exp(tr(A))',
    'A: m×n |- sqrt(A .* A) = A',
    'A: m×n |- log(A) = A',
    'A: m×n |- mean(A) = sum(A)/n',
    "A: n×n |- tr(A' sin.(A)) = 0",
    'x: scalar |- sign(x)^2 = 1',
    'x: n |- abs(x + x .* x) = abs(x) + abs(x .* x)',
    "z: scalar |- relu'(z) = sign(z)",
    "z: scalar |- gelu'(z) = (1 + erf(z))/2",
    "z: scalar |- erf'(z) = exp(-z^2)",
    "z: scalar |- silu'(z) = sigmoid(z)",
    "x: scalar |- cos'(x) = sin(x)",
    "X: n×n |- grad[X](abs(det(X))) = inv(X)'",
    "X: n×n invertible |- grad[X](log(abs(det(X)))) = -inv(X)'",
  ])('%s is refuted', async (claim) => expect(await verdictOn(claim)).toBe('refuted'));
});
