/** Tests that the search finds rare counterexamples from every seed. */
import { describe, it } from 'vitest';
import { parseClaim } from '../../src/language/index.ts';
import { refutedFrom } from './from-every-seed.ts';
import { needles } from './needles.ts';

const seeds = Array.from({ length: 20 }, (_, i) => i + 1);

describe('rare needles are found from every seed', () => {
  it.each(needles)('$id ($why)', ({ text }) => {
    refutedFrom(seeds, parseClaim(text), { to: 6000, shrinks: () => false });
  });
});
