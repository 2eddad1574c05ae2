/**
 * The implications between nine properties: complete, consistent, each as declared, and the table
 * is what they say.
 */
import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import lemmas, { implications, nine } from '../../proofs/implications.ts';
import properties from '../../properties/implications.ts';
import { decide } from '../../src/evaluate/decide.ts';
import { mapAssignment } from '../../src/evaluate/lift.ts';
import { claimHash, parseClaim } from '../../src/language/index.ts';
import { fromRational } from '../../src/numbers/rational.ts';
import { rationals } from '../../src/numbers/rationals.ts';
import { witnessFiles } from '../../src/records/file-witness.ts';
import { assignmentOf, parseWitness } from '../../src/records/read-witness.ts';
import { examine } from '../../src/verdict/examine.ts';
import { implicationGraph, reduced } from './implication-graph.ts';
import { implicationTable } from './implication-table.ts';

const holding = implications.filter(({ why }) => why !== null);
const failing = implications.filter(({ why }) => why === null);
const filed = (await witnessFiles())
  .filter((file) => file.includes('implications--'))
  .map((file) => parseWitness(readFileSync(file, 'utf8')));
const witnesses = new Map(filed.map((one) => [one.id?.replace('implications/', '') ?? '', one]));

test('all ordered pairs of the nine are claims, each once, and what is implied is closed', () => {
  expect(nine).toHaveLength(9);
  expect(new Set(implications.map(({ name }) => name)).size).toBe(72);
  const pairs = new Set([...lemmas.members, ...properties.members].map(({ name }) => name));
  expect(implications.filter(({ name }) => !pairs.has(name))).toEqual([]);
  expect(
    lemmas.members.filter(({ name }) => properties.members.some((other) => other.name === name)),
  ).toEqual([]);
  const holds = new Set(holding.map(({ name }) => name));
  const gaps = holding.flatMap((a) =>
    holding
      .filter(
        (b) =>
          a.to === b.from && a.from !== b.to && !holds.has(`${a.from.name}-implies-${b.to.name}`),
      )
      .map((b) => [a.name, b.name]),
  );
  expect(gaps).toEqual([]);
});

test.each(lemmas.members)('$name is proved by the kernel', async ({ claim }) => {
  const verdict = await examine(claim, { time: 2, seed: 3, patience: 10_000 });
  expect(verdict.verdict, verdict.message ?? '').toBe('proved');
});

test.each(failing)(
  '$name fails at its filed witness, in the words of the claim',
  ({ name, claim: text }) => {
    const witness = witnesses.get(name);
    const claim = parseClaim(text);
    if (witness === undefined)
      throw new Error('no witness is filed; elenchus check properties/implications.ts files one');
    expect(witness.hash).toBe(claimHash(claim));
    const point = mapAssignment(assignmentOf(witness, claim), fromRational);
    for (const h of claim.hypotheses) expect(decide(h, rationals, point)).toBe(true);
    expect(decide(claim.conclusion, rationals, point)).toBe(false);
  },
);

test('the table and the drawing are those of the claims and their witnesses; vitest -u writes them', async () => {
  await expect(implicationTable(witnesses)).toMatchFileSnapshot(
    '../../proofs/findings/implication-table.md',
  );
  await expect(implicationGraph(nine, holding)).toMatchFileSnapshot(
    '../../proofs/findings/implication-graph.svg',
  );
});

test('a drawing leaves out what follows, and puts what is equivalent into one box', () => {
  const [a, b, c, d] = ['a', 'b', 'c', 'd'].map((name) => ({ name, words: name, formula: '' })) as [
    (typeof nine)[0],
    (typeof nine)[0],
    (typeof nine)[0],
    (typeof nine)[0],
  ];
  const arrow = (from: typeof a, to: typeof a) => ({ name: '', from, to, claim: '', why: 'so' });
  const found = reduced(
    [a, b, c, d],
    [arrow(a, b), arrow(b, a), arrow(a, c), arrow(b, c), arrow(c, d), arrow(a, d), arrow(b, d)],
  );
  expect(found).toEqual({
    boxes: ['a ⟺ b', 'c', 'd'],
    arrows: [
      { from: 'a ⟺ b', to: 'c' },
      { from: 'c', to: 'd' },
    ],
  });
});
