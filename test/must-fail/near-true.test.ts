/**
 * False claims that stand near true ones: whatever else happens, none of them may come out proved.
 */
import { describe, expect, test } from 'vitest';
import { examine } from '../../src/verdict/examine.ts';
import { nearTrue } from './near-true-claims.ts';

describe.each(nearTrue)('%s', (_, rows) => {
  test.each(rows)('%s', async (_name, claim, verdict) => {
    const found = await examine(claim, { time: 3, seed: 1 });
    expect(found.verdict, found.message ?? claim).not.toBe('ill-typed');
    expect(found.verdict, claim).not.toBe('proved');
    if (verdict === 'refuted') expect(found.verdict, found.message ?? claim).toBe('refuted');
  });
});

test('there are at least forty of them', () => {
  expect(nearTrue.flatMap(([, rows]) => rows).length).toBeGreaterThanOrEqual(40);
});
