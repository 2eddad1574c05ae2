/** A point counts as one that meets the hypotheses only where it has all its attributes. */
import { describe, expect, test } from 'vitest';
import { parseClaim } from '../../src/language/index.ts';
import { searchSync } from '../../src/refuter/search.ts';

const trials = (claim: string) =>
  searchSync(parseClaim(claim), { time: 600, seed: 1, trials: 4000 }).trials;

const impossible: readonly string[] = [
  'A: n×n antisymmetric pd |- A = I',
  'A: n×n antisymmetric pd |- tr(A) = 0',
  "A: n×n symmetric antisymmetric; tr(A A') = 2 |- A = I",
  'A: n×n diagonal antisymmetric invertible |- A = I',
  'A: n×n antisymmetric psd; normF(A) = 1 |- A = I',
];
const rare: readonly string[] = [
  'A: n×n diagonal antisymmetric |- A = 0',
  'A: n×n antisymmetric psd |- A = 0',
  'A: n×n diagonal psd |- A .* A = A A',
  'x: n positive unit |- sum(x) > 0',
];

describe('attributes', () => {
  test.each(impossible)('met at no point: %s', (claim) => {
    expect(trials(claim)).toMatchObject({ met: 0, undecided: 0 });
  });
  test.each(rare)('met: %s', (claim) => {
    expect(trials(claim).met).toBeGreaterThan(0);
  });
});
