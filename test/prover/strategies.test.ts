/** Tests each strategy on claims it proves and claims it must refuse. */
import { describe, expect, test } from 'vitest';
import { parseClaim } from '../../src/language/index.ts';
import { spent, unitsPerMillisecond } from '../../src/numbers/counted-work.ts';
import { prove } from '../../src/prover/prove.ts';
import { strategies } from '../../src/prover/registry.ts';
import { strategyCases } from './strategies.ts';

/** Enough for each claim of the table. */
const time = 3000;
/** What shows mostly that a claim is not proved. */
const glance = 400;
/** The others get this many times the work of the proof, but no less than the least. */
const others = { times: 2, least: 150 };

const provedWith = (text: string, used: typeof strategies, work: number): boolean =>
  prove(parseClaim(text), { time: work, strategies: used }) !== null;

test('each strategy has a name of its own, a summary, and its claims', () => {
  const names = strategies.map((s) => s.name);
  expect(new Set(names).size).toBe(names.length);
  expect(strategies.filter((s) => s.summary === '')).toEqual([]);
  expect(Object.keys(strategyCases).filter((name) => !names.includes(name))).toEqual([]);
});

describe.each(Object.entries(strategyCases))('%s', (name, { proves, refuses }) => {
  test.each(proves)('proves, and nothing else does: %s', { timeout: 30_000 }, (text) => {
    const before = spent();
    expect(provedWith(text, strategies, time)).toBe(true);
    const work = (spent() - before) / unitsPerMillisecond;
    const rest = strategies.filter((s) => s.name !== name);
    expect(provedWith(text, rest, Math.max(others.least, others.times * work))).toBe(false);
  });
  test.each(refuses)('refuses: %s', { timeout: 30_000 }, (text) => {
    expect(provedWith(text, strategies, glance)).toBe(false);
  });
});
