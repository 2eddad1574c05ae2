/**
 * False neighbours of claims on means, layers, degenerate sizes and spectra: none is proved, each
 * is refuted.
 */
import { describe, expect, test } from 'vitest';
import { parseClaim } from '../../src/language/index.ts';
import { prove } from '../../src/prover/index.ts';
import { examine } from '../../src/verdict/examine.ts';
import { falseNeighbours, sameMoments } from './false-neighbour-claims.ts';

describe.each(falseNeighbours)('%s', (_, claims) => {
  test.each(claims)('%s', async (claim) => {
    const found = await examine(claim, { time: 5, seed: 1 });
    expect(found.verdict, found.message ?? claim).toBe('refuted');
  });
});

test.each(sameMoments)('is not proved: %s', (claim) => {
  expect(prove(parseClaim(claim), { time: 1500 })).toBeNull();
});

test('there are at least eighty of them', () => {
  expect(new Set(falseNeighbours.flatMap(([, claims]) => claims)).size).toBeGreaterThanOrEqual(80);
});
