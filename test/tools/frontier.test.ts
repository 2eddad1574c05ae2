/** The page of the frontier is current. */
import { readdirSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import proved from '../../proofs/frontier.ts';
import open from '../../properties/frontier-open.ts';
import refuted from '../../properties/frontier.ts';
import { frontierPage, type Shown } from './frontier.ts';

const folder = new URL('../../properties/witnesses/', import.meta.url);
const filed = readdirSync(folder)
  .filter((f) => f.startsWith('frontier--'))
  .toSorted()
  .map((f) => JSON.parse(readFileSync(new URL(f, folder), 'utf8')) as Shown);

test('the page of the frontier is current, with a counterexample for each refuted claim', async () => {
  for (const m of refuted.members)
    if (m.expect === 'refuted') expect(filed.some((w) => w.id === `frontier/${m.name}`)).toBe(true);
  await expect(frontierPage([refuted, proved, open], filed)).toMatchFileSnapshot(
    '../../proofs/findings/frontier.md',
  );
});
