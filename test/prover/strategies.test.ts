/** Tests each strategy on claims it proves and claims it must refuse. */
import { describe, expect, test } from 'vitest';
import type { Theorem } from '../../src/kernel/theorem.ts';
import { parseClaim } from '../../src/language/index.ts';
import { spent, unitsPerMillisecond } from '../../src/numbers/counted-work.ts';
import { prove } from '../../src/prover/prove.ts';
import { strategies } from '../../src/prover/registry.ts';
import { searched, stepsOf } from './searched.ts';
import { strategyCases } from './strategies.ts';

/** Enough for each claim of the table. */
const time = 3000;
/**
 * Near misses get more than the longest proof of the strategy takes, between these: were one proved
 * wrongly, it would be within the work that its neighbours take.
 */
const glance = { least: 100, times: 1.5, most: 200 };
/** The others get the work of the proof, but no less than this. */
const leastOfOthers = 100;

const provedWith = (text: string, used: typeof strategies, work: number): boolean =>
  prove(parseClaim(text), { time: work, strategies: used }) !== null;
const workOf = (run: () => void): number => {
  const before = spent();
  run();
  return (spent() - before) / unitsPerMillisecond;
};

test('each strategy has a name of its own, a summary, and its claims', () => {
  const names = strategies.map((s) => s.name);
  expect(new Set(names).size).toBe(names.length);
  expect(strategies.filter((s) => s.summary === '')).toEqual([]);
  expect(Object.keys(strategyCases).filter((name) => !names.includes(name))).toEqual([]);
  const isTried = (name: string): boolean => {
    const { proves, shares } = strategyCases[name] ?? { proves: [], shares: [] };
    return proves.length + shares.length > 0;
  };
  expect(names.filter((name) => !isTried(name))).toEqual([]);
});

describe.each(Object.entries(strategyCases))('%s', (name, { proves, shares, refuses }) => {
  let longest = 0;
  test.each(proves)('proves, and nothing else does: %s', (text) => {
    const work = workOf(() => expect(provedWith(text, strategies, time)).toBe(true));
    longest = Math.max(longest, work);
    const rest = strategies.filter((s) => s.name !== name);
    expect(provedWith(text, rest, Math.max(leastOfOthers, work))).toBe(false);
  });
  test.each(shares)('has a part in the proof of: %s', (text) => {
    const { tried, theorem, work } = searched(text, strategies);
    longest = Math.max(longest, work / unitsPerMillisecond);
    const steps = theorem === null ? new Set<Theorem>() : stepsOf(theorem);
    const won = tried.filter((t) => t.proof !== null && steps.has(t.proof));
    expect(won.map((t) => t.strategy)).toContain(name);
  });
  test.each(refuses)('refuses: %s', (text) => {
    const work = Math.min(glance.most, Math.max(glance.least, glance.times * longest));
    expect(provedWith(text, strategies, work)).toBe(false);
  });
});
