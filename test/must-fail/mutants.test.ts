import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { mutants } from './mutants.ts';

test('every mutant still has its text in the kernel, and each rule has one', () => {
  const text = (file: string): string => readFileSync(new URL(`../../src/kernel/${file}`, import.meta.url), 'utf8');
  for (const { name, file, from, to } of mutants) {
    expect(text(file).includes(from), name).toBe(true);
    expect(from, name).not.toBe(to);
  }
  expect(new Set(mutants.map((m) => m.name)).size).toBe(mutants.length);
  expect(mutants.length).toBeGreaterThan(150);
});
