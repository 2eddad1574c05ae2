/** Tests that each kernel mutant still matches one place of the source. */
import { expect, test } from 'vitest';
import { mutants } from './mutants.ts';
import { roomOf } from './rooms.ts';

test('every mutant still has its text in exactly one place of the kernel', () => {
  for (const mutant of mutants) {
    expect.soft(() => roomOf(mutant), mutant.name).not.toThrow();
    expect.soft(mutant.from, mutant.name).not.toBe(mutant.to);
  }
  expect(new Set(mutants.map((m) => m.name)).size).toBe(mutants.length);
  expect(mutants.length).toBeGreaterThan(150);
});
