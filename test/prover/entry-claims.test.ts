// Functions applied entry by entry: the true claims are proved and checked again, the false ones
// are refuted.
import { describe, expect, it } from 'vitest';
import { examine } from '../../src/verdict/examine.ts';
import { falseOfEntries, trueOfEntries } from './entry-claims.ts';

describe('entries', () => {
  it.each(trueOfEntries)('proved: %s', async (claim) => {
    expect((await examine(claim, { time: 2, seed: 1 })).verdict).toBe('proved');
  });

  it.each(falseOfEntries)('refuted: %s', async (claim) => {
    expect((await examine(claim, { time: 2, seed: 1 })).verdict).toBe('refuted');
  });
});
