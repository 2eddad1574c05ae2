/** Tests that the search finds rare counterexamples from every seed. */
import { describe, expect, it } from 'vitest';
import { parseClaim } from '../../src/language/index.ts';
import { searchSync } from '../../src/refuter/search.ts';
import { needles } from './needles.ts';

const seeds = Array.from({ length: 20 }, (_, i) => i + 1);

describe('rare needles are found from every seed', () => {
  it.each(needles)('$id ($why)', ({ text }) => {
    const claim = parseClaim(text);
    for (const seed of seeds) {
      const result = searchSync(claim, {
        time: 20_000,
        seed,
        to: 6000,
        widest: false,
        shrinking: false,
      });
      expect(result.verdict, `seed ${seed}: ${result.reason}`).toBe('refuted');
    }
  });
});
