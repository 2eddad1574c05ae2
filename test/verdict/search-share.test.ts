// The search keeps a share of every time, whatever the prover takes.
import { describe, expect, it } from 'vitest';
import { examine } from '../../src/verdict/examine.ts';

/** False, and the first counterexample comes after the forty trials that precede all proving. */
const later = [
  "A, B: n×n |- tr(A B) = tr(A B')",
  'A, B: n×n psd; A >>= B |- A A >>= B B',
  'A, B: n×n psd; A >>= B |- A + A A >>= B + B B',
];

describe('what is false is refuted', () => {
  it.each(later)('in a short time: %s', async (claim) => {
    const { verdict, trials } = await examine(claim, { time: 1, seed: 1 });
    expect(verdict).toBe('refuted');
    expect(trials.run).toBeGreaterThan(40);
  });

  it.each(later)('where the prover has no time by the clock: %s', async (claim) => {
    const { verdict } = await examine(claim, { time: 1, seed: 1, late: (share = 1) => share < 1 });
    expect(verdict).toBe('refuted');
  });

  it('and what is true and no more than glanced at survives with many trials', async () => {
    const { verdict, trials } = await examine('A: n×n psd |- norm(A)^3 <= tr(A)^3', {
      time: 1,
      seed: 1,
      late: (share = 1) => share < 1,
    });
    expect(verdict).not.toBe('refuted');
    expect(trials.run).toBeGreaterThan(40);
  });
});
