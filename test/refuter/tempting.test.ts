/** Tests of true claims that floating point rounding makes look false. */
import { describe, expect, it } from 'vitest';
import { parseClaim } from '../../src/language/index.ts';
import { searchSync } from '../../src/refuter/search.ts';
import { tempting } from './tempting.ts';

describe('true claims that tempt floating point survive', () => {
  it.each(tempting)('$id', ({ text }) => {
    const result = searchSync(parseClaim(text), { time: 20_000, seed: 8, to: 240 });
    expect(result.verdict, result.reason ?? '').toBe('survived');
    expect(result.trials.met).toBeGreaterThan(100);
  });
});
