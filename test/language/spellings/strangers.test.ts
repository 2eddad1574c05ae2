/** Texts of people who have not read the language's page: read, or answered with claims to paste. */
import { describe, expect, test } from 'vitest';
import { claimText, parseClaim } from '../../../src/language/index.ts';
import { outcomeOf } from './page.ts';
import { strangers } from './strangers.ts';

const pasted = (hint: string): readonly string[] =>
  [...hint.matchAll(/"([^"]*\|-[^"]*)"/g)].map(([, text = '']) => text);

describe.each(strangers)('%s', (_, typed) => {
  const outcomes = typed.map(outcomeOf);

  test('what is read means the same in the normal form', () => {
    for (const row of outcomes)
      if ('read' in row) expect(claimText(parseClaim(row.read)), row.typed).toBe(row.read);
  });

  test('the claims of a hint are accepted', () => {
    for (const row of outcomes)
      if ('hint' in row)
        for (const text of pasted(row.hint)) expect(() => parseClaim(text), text).not.toThrow();
  });

  test('85 in 100 are read, or answered with a claim to paste', () => {
    const helped = outcomes.filter((row) => 'read' in row || pasted(row.hint).length > 0);
    expect(helped.length).toBeGreaterThan(0.85 * typed.length);
  });
});

/** Near a text that is read, and not the same. */
const apart: readonly (readonly [typed: string, read: string])[] = [
  ["A: n×n |- A^-1' = A", "A: n x n |- inv(A)' = A"],
  ['e: scalar; x: scalar positive |- e^x = x', 'e: scalar; x: scalar positive |- e^x = x'],
  ['Id: n×n |- Id = I', 'Id: n x n |- Id = I'],
  ['S, A: n×n |- A S^2 = 0', 'S: n x n; A: n x n |- A S^2 = 0'],
  ['d: scalar; dx: scalar nonzero |- d/dx = 1', 'd: scalar; dx: scalar nonzero |- d / dx = 1'],
  [
    "A: n×n; P: n×n; forall x: n, y: n. x' P y = 0 |- P = 0",
    "A: n x n; P: n x n; forall x: n, y: n. x' P y = 0 |- P = 0",
  ],
  ['Sigma: n×n; x: n |- Sigma x = 0', 'Sigma: n x n; x: n |- Sigma x = 0'],
  ['A_ij, A: n×n |- A_ij = A', 'A_ij: n x n; A: n x n |- A_ij = A'],
];

test.each(apart)('%s keeps its meaning', (typed, read) => {
  expect(claimText(parseClaim(typed))).toBe(read);
});
