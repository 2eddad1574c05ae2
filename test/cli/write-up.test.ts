/** Checks every citation of the project's own write-up. */
import { expect, test } from 'vitest';
import { latexFile } from '../tools/writeup/editions.ts';
import { elenchus } from './command.ts';

// The Markdown edition cites the same claims with the same statements:
// test/writeup/notes-cross-examined.test.ts.
test('every claim that the write-up cites holds as it is cited', { timeout: 600_000 }, async () => {
  const { code, out } = await elenchus(['cite', '--check', latexFile, '--json']);
  const { failures, claims } = JSON.parse(out) as { failures: unknown[]; claims: unknown[] };
  expect(failures).toEqual([]);
  expect(claims.length).toBeGreaterThan(100);
  expect(code).toBe(0);
});
