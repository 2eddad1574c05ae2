import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { parseClaim } from '../../src/language/index.ts';
import { searchSync } from '../../src/refuter/index.ts';
import { cookbookFile, cookbookTable } from '../tools/cookbook.ts';
import { notProved } from './matrix-not-proved.ts';

test('the table is made from the lists: jiti test/tools/cookbook.ts writes it anew', () => {
  expect(readFileSync(cookbookFile, 'utf8')).toBe(cookbookTable());
});

test.each(notProved)('$claim is not refuted either', ({ claim }) => {
  const { verdict, trials } = searchSync(parseClaim(claim), { time: 3000, seed: 5, trials: 150 });
  expect(verdict).toBe('survived');
  expect(trials.met).toBeGreaterThan(20);
});
