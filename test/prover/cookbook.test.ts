/** The table of The Matrix Cookbook's identities says what the prover and the search find today. */
import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { cookbookFile, cookbookTable, findingOf, rowOf, type Finding } from '../tools/cookbook.ts';
import { isStated } from './cookbook/entry.ts';
import { chapters } from './cookbook/index.ts';

const written = readFileSync(cookbookFile, 'utf8');
const lines = new Set(written.split('\n'));

describe.each(chapters)('$title', ({ entries }) => {
  test.each(entries.filter(isStated).map((e) => ({ e, claim: e[2] })))('$claim', ({ e, claim }) => {
    expect(lines).toContain(rowOf(e, findingOf(claim)));
  });
});

test('the table is made from the entries: jiti test/tools/cookbook.ts writes it anew', () => {
  const finding = (e: (typeof chapters)[number]['entries'][number]): Finding | undefined =>
    (['proved', 'survived', 'refuted'] as const).find((f) => lines.has(rowOf(e, f)));
  const findings = new Map(
    chapters
      .flatMap((c) => c.entries)
      .filter(isStated)
      .map((e) => [e[2], finding(e) as Finding]),
  );
  expect(written).toBe(cookbookTable(findings));
});

test('over 80 % of what can be stated is proved', () => {
  const every = chapters.flatMap((c) => c.entries).filter(isStated);
  const proved = every.filter((e) => lines.has(rowOf(e, 'proved')));
  expect(proved.length / every.length).toBeGreaterThan(0.8);
});
