/**
 * An examination refutes a false claim mostly before the prover has said anything. Here the prover
 * is alone with the false claims of these tests and with every claim of a filed counterexample.
 */
import { readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { expect, test } from 'vitest';
import { parseClaim } from '../../src/language/index.ts';
import { prove } from '../../src/prover/prove.ts';
import { falsehoods, notSymmetric, swapped } from './false-mean-claims.ts';
import { falseNeighbours } from './false-neighbour-claims.ts';
import { nearTrue } from './near-true-claims.ts';
import { afterGuards, atQuantifiers, atQuantifiersOpen } from './undefined-claims.ts';

/** Milliseconds' worth of counted work for each claim: what is provable by mistake, is soon. */
const patience = 60;

const witnesses = resolve(import.meta.dirname, '../../properties/witnesses');
const refuted = readdirSync(witnesses)
  .filter((file) => file.endsWith('.json'))
  .flatMap((file) => {
    const { claim } = JSON.parse(readFileSync(join(witnesses, file), 'utf8')) as {
      claim?: unknown;
    };
    return typeof claim === 'string' ? [claim] : [];
  });

const lists: readonly (readonly [name: string, claims: readonly string[], least: number])[] = [
  ['near true ones', nearTrue.flatMap(([, rows]) => rows.map(([, claim]) => claim)), 70],
  ['neighbours of true ones', falseNeighbours.flatMap(([, claims]) => claims), 110],
  ['means', [...falsehoods, ...notSymmetric], 40],
  ['names of mean functions', swapped.flatMap(([claim, proved]) => (proved ? [] : [claim])), 3],
  ['terms without a value', [...afterGuards, ...atQuantifiers, ...atQuantifiersOpen], 20],
  ['claims with a filed counterexample', refuted, 140],
];

test.each(lists)('no proof among %s', (_, claims, least) => {
  const texts = [...new Set(claims)];
  expect(texts.length).toBeGreaterThanOrEqual(least);
  const proved = texts.filter((text) => prove(parseClaim(text), { time: patience }) !== null);
  expect(proved).toEqual([]);
});
