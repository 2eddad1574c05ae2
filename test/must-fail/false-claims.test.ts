/**
 * The prover is given false claims; a single proof among them would mean that a rule of the kernel,
 * or the reading of claims, is wrong.
 */
import { expect, test } from 'vitest';
import { parseClaim } from '../../src/language/index.ts';
import { prove } from '../../src/prover/prove.ts';
import { examine } from '../../src/verdict/examine.ts';
import { falseClaims } from './false-claims.ts';
import { falseMatrixClaims } from './false-matrix-claims.ts';
import { falseRankClaims } from './false-rank-claims.ts';
import { falseSpectralClaims } from './false-spectral-claims.ts';

test.each([...falseClaims, ...falseMatrixClaims, ...falseRankClaims, ...falseSpectralClaims])(
  'no proof of %s',
  (text) => {
    expect(prove(parseClaim(text), { time: 120 })?.derivation ?? null).toBeNull();
  },
);

test('what is defined at no point proves nothing', async () => {
  for (const text of ['a: scalar |- 1/(a-a) = 2', 'A: n×n |- inv(A - A) = I'])
    expect((await examine(text, { time: 0.2, seed: 1 })).verdict, text).toBe('gave-up');
});

test('hypotheses about sizes that nothing meets prove nothing', async () => {
  for (const text of [
    'x: n; |x| = -1 |- x = 0',
    'x: n; y: n; |x| + 1 <= 0 |- x = y',
    'a: scalar; exp(a) + 1 <= 0 |- a = 5',
  ])
    expect((await examine(text, { time: 0.2, seed: 1 })).verdict, text).toBe('gave-up');
});

test('the list is long and has no claim twice', () => {
  expect(new Set(falseClaims).size).toBe(falseClaims.length);
  expect(falseClaims.length).toBeGreaterThan(160);
});
