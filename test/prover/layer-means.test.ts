/**
 * Means of products over random layers, at every depth: proved where true, refuted where false,
 * refused where nothing is known.
 */
import { describe, expect, test } from 'vitest';
import { claimText, parseClaim } from '../../src/language/index.ts';
import { judgeClaim } from '../../src/judge/index.ts';
import { goalOf, prove } from '../../src/prover/prove.ts';
import { searchSync } from '../../src/refuter/search.ts';
import { documentFor, rechecked } from '../second-checker/documents.ts';
import { falseLayerMeans, refusedLayerMeans, trueLayerMeans } from './layer-means.ts';

const time = 8000;

describe('true claims are proved, a second program accepts the derivation, and no other judge objects', () => {
  test.each(trueLayerMeans)('%s', (text) => {
    expect(rechecked(documentFor(text))).toMatchObject({ accepted: true, trusted: [] });
    const claim = parseClaim(text);
    expect(judgeClaim(claim, { seed: 1 })).not.toBe('fails');
    expect(searchSync(claim, { time: 1000, seed: 1, trials: 24 }).verdict).not.toBe('refuted');
    expect(claimText(parseClaim(claimText(claim)))).toBe(claimText(claim));
  });
});

describe('false claims are refuted, and not proved', () => {
  test.each(falseLayerMeans)('%s', (text) => {
    const claim = parseClaim(text);
    expect(prove(claim, { time: 500 })).toBeNull();
    expect(searchSync(claim, { time, seed: 1 }).verdict).toBe('refuted');
  });
});

test.each(refusedLayerMeans)('%s is not averaged', (text, why) => {
  const claim = parseClaim(text);
  expect(() => goalOf(claim)).toThrow(why);
  expect(prove(claim, { time: 500 })).toBeNull();
});
