/** Tests that each planted fault still has its text: of the kernel in one place, of the operators in some. */
import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { replaceLoosely } from './loose-text.ts';
import { mutants } from './mutants.ts';
import { operatorFaults } from './planted/operator-faults.ts';
import { roomOf } from './rooms.ts';

test('every mutant still has its text in exactly one place of the kernel', () => {
  for (const mutant of mutants) {
    expect.soft(() => roomOf(mutant), mutant.name).not.toThrow();
    expect.soft(mutant.from, mutant.name).not.toBe(mutant.to);
  }
  expect(new Set(mutants.map((m) => m.name)).size).toBe(mutants.length);
  expect(mutants.length).toBeGreaterThan(150);
});

test('every fault of the operators still has its text', () => {
  const faults = operatorFaults();
  const stale = faults.filter(
    ({ path, from, to }) => replaceLoosely(readFileSync(path, 'utf8'), from, to) === null,
  );
  expect(stale.map((f) => f.name)).toEqual([]);
  expect(faults.length).toBeGreaterThan(350);
});
