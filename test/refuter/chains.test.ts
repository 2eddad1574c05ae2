/** Chains of inequalities between scalars are met at nearly every point. */
import { describe, expect, it } from 'vitest';
import { parseClaim } from '../../src/language/index.ts';
import { searchSync } from '../../src/refuter/search.ts';

const chains = [
  'a, b, c, d, e: scalar; 0 < a; a < b; b < c; c < d; d < e; e < 1 |- a e <= b',
  'a, b, c: scalar positive; a < b; b < c; c < 1/1000 |- a < c',
  'x, y: scalar; x > 10; y >= x^2 |- y >= 100',
  'x, y: scalar; not (x <= 3); x + 1 <= y; y <= x + 2 |- y > 4',
  'A: n×n psd; s, t: scalar; s > 7; t < -s |- s t <= tr(A)',
];

describe('a chain of inequalities', () => {
  it.each(chains)('is met nearly always: %s', (text) => {
    const { counts, verdict } = searchSync(parseClaim(text), { seed: 1, time: 1e9, trials: 300 });
    expect(verdict).toBe('survived');
    expect(counts.met / counts.run).toBeGreaterThan(0.95);
  });

  it('does not hide what is false', () => {
    const text = 'a, b, c: scalar; 0 < a; a < b; b < c; c < 1 |- b^2 <= a c';
    expect(searchSync(parseClaim(text), { seed: 1, time: 300 }).verdict).toBe('refuted');
  });
});
