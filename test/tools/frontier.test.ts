/** The page of the frontier is current. */
import { readdirSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import proved from '../../proofs/frontier.ts';
import open from '../../properties/frontier-open.ts';
import refuted from '../../properties/frontier.ts';
import { frontierPage, type Shown } from './frontier.ts';
import { huntedInCampaigns, type Hunted } from './hunted.ts';

const folder = new URL('../../properties/witnesses/', import.meta.url);
const filed = readdirSync(folder)
  .filter((f) => f.startsWith('frontier--'))
  .toSorted()
  .map((f) => JSON.parse(readFileSync(new URL(f, folder), 'utf8')) as Shown);

const findings = new URL('../../proofs/findings/', import.meta.url);
const found = (name: string): string => readFileSync(new URL(name, findings), 'utf8');
const hunts = [
  ...huntedInCampaigns(found('campaigns.md')),
  ...(JSON.parse(found('hunted.json')) as Hunted[]),
];

test('every open question was hunted, and none came above 0', () => {
  for (const m of open.members)
    expect(hunts.some((h) => h.id === `frontier/${m.name}` && h.trials > 0)).toBe(true);
  for (const { nearest } of hunts) expect(nearest ?? 0).toBeLessThanOrEqual(0);
});

test('the page of the frontier is current, with a counterexample for each refuted claim', async () => {
  for (const m of refuted.members)
    if (m.expect === 'refuted') expect(filed.some((w) => w.id === `frontier/${m.name}`)).toBe(true);
  await expect(frontierPage([refuted, proved, open], filed, hunts)).toMatchFileSnapshot(
    '../../proofs/findings/frontier.md',
  );
});
