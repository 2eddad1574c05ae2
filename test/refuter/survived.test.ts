/** Tests that the search refutes no true claim. */
import { describe, expect, it } from 'vitest';
import { parseClaim } from '../../src/language/index.ts';
import { searchSync } from '../../src/refuter/search.ts';
import { trueClaims } from './true-claims.ts';

describe('true claims survive', () => {
  for (const { id, text } of trueClaims) {
    it(id, () => {
      const result = searchSync(parseClaim(text), { time: 20_000, seed: 5, to: 240 });
      expect(result.verdict, JSON.stringify(result.reason)).toBe('survived');
      expect(result.trials.met).toBeGreaterThan(50);
    });
  }
});
