/** Tests each strategy on claims it proves and claims it must refuse. */
import { describe, expect, test } from 'vitest';
import { parseClaim } from '../../src/language/index.ts';
import { prove } from '../../src/prover/prove.ts';
import { strategies } from '../../src/prover/registry.ts';
import { strategyCases } from './strategies.ts';

/** Enough for each claim of the table. */
const time = 3000;
/** What shows mostly that a claim is not proved. */
const glance = 800;

const provedWith = (text: string, used: typeof strategies, work = glance): boolean =>
  prove(parseClaim(text), { time: work, strategies: used }) !== null;

test('each strategy has a name of its own, a summary, and its claims', () => {
  const names = strategies.map((s) => s.name);
  expect(new Set(names).size).toBe(names.length);
  expect(strategies.filter((s) => s.summary === '')).toEqual([]);
  expect(Object.keys(strategyCases).filter((name) => !names.includes(name))).toEqual([]);
});

describe.each(Object.entries(strategyCases))('%s', (name, { proves, refuses }) => {
  test.each(proves)('proves, and nothing else does: %s', { timeout: 30_000 }, (text) => {
    expect(provedWith(text, strategies, time)).toBe(true);
    expect(
      provedWith(
        text,
        strategies.filter((s) => s.name !== name),
      ),
    ).toBe(false);
  });
  test.each(refuses)('refuses: %s', { timeout: 30_000 }, (text) => {
    expect(provedWith(text, strategies)).toBe(false);
  });
});
