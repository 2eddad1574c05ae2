/** What proofs/findings says of the catalogue, checked against the catalogue. */
import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import capacityProofs from '../../proofs/capacity.ts';
import dnfaProofs from '../../proofs/dnfa.ts';
import hessianProofs from '../../proofs/hessian.ts';
import pdltProofs from '../../proofs/pdlt.ts';
import submersionProofs from '../../proofs/submersion.ts';
import capacity from '../../properties/capacity.ts';
import dnfa from '../../properties/dnfa.ts';
import hessian from '../../properties/hessian.ts';
import pdlt from '../../properties/pdlt.ts';
import submersion from '../../properties/submersion.ts';
import { stale } from '../tools/needs.ts';

const families = [
  capacityProofs,
  dnfaProofs,
  hessianProofs,
  pdltProofs,
  submersionProofs,
  capacity,
  dnfa,
  hessian,
  pdlt,
  submersion,
];
const verdicts = new Map<string, string>(
  families.flatMap(({ name, members, experiments }) => [
    ...members.map((m) => [`${name}/${m.name}`, m.expect] as const),
    ...experiments.map((e) => [`${name}/${e.name}`, 'measured'] as const),
  ]),
);
const text = readFileSync(new URL('../../proofs/findings/corrections.md', import.meta.url), 'utf8');
const rows = [...text.matchAll(/^\| (refuted|ill-typed|proved|measured) (\S+) \| (.+) \|$/gm)].map(
  ([, verdict, id, why]) => ({ verdict: verdict as string, id: id as string, why: why as string }),
);
/** False neighbours of true claims: nobody said them. */
const neighbours = new Set(['dnfa/power-one-more', 'capacity/capacity-bound-less-one']);

test('the corrections have the verdicts that the catalogue declares', () => {
  expect(rows.length).toBeGreaterThan(60);
  expect(rows.filter(({ verdict, id }) => verdicts.get(id) !== verdict)).toEqual([]);
  expect(new Set(rows.map((r) => r.id)).size).toBe(rows.length);
  // one sentence each, and every claim that a sentence names exists
  expect(rows.filter(({ why }) => !why.endsWith('.'))).toEqual([]);
  const named = [...text.matchAll(/\b(?:capacity|dnfa|hessian|pdlt|submersion)\/[a-z0-9-]+/g)].map(
    ([id]) => id,
  );
  expect(named.filter((id) => !verdicts.has(id))).toEqual([]);
});

test('every claim that is refuted or ill-typed is among them', () => {
  const said = new Set(rows.map((r) => r.id));
  expect(
    [...verdicts]
      .filter(
        ([id, verdict]) =>
          (verdict === 'refuted' || verdict === 'ill-typed') &&
          !said.has(id) &&
          !neighbours.has(id),
      )
      .map(([id]) => id),
  ).toEqual([]);
});

test('the table of needs is about the theorems as they are', () => expect(stale()).toEqual([]));
