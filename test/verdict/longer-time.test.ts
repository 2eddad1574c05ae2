/** Tests that a longer time gives the prover more work, not the search alone. */
import { expect, test } from 'vitest';
import { examine } from '../../src/verdict/examine.ts';

const far = 'K: n×n psd; r: scalar positive |- tr(K inv(K + r I)) <= tr(K) / r';

test.each([
  [1, 'survived'],
  [8, 'proved'],
])('in %i seconds a claim with a long proof is %s', async (time, verdict) => {
  expect((await examine(far, { time, seed: 1 })).verdict).toBe(verdict);
});
