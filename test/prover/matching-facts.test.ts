/** Facts that match a claim, with the reason to write: each reason that says the claim proves it. */
import { describe, expect, test } from 'vitest';
import { parseClaim } from '../../src/language/index.ts';
import { NotLowerable } from '../../src/prover/lowering/scope.ts';
import { matchingFacts } from '../../src/prover/matching-facts.ts';
import { proveClaim } from '../../src/verdict/examine.ts';

const matches = (text: string): ReturnType<typeof matchingFacts> => matchingFacts(parseClaim(text));

describe('a fact that says the claim', () => {
  test.each([
    ['A: m×n; B: n×k |- rank(A B) <= rank(A)', 'rank of a product'],
    ['A: m×n; B: n×k |- norm(A B) <= norm(A) norm(B)', 'norm of a product'],
    ['U, V: n×n |- det(U V) = det(U) det(V)', 'det of a product'],
    ['U, V: n×n |- det(U) det(V) = det(U V)', 'det of a product'],
    ["S: n×n symmetric; x: n |- x' S x <= norm(S) x' x", 'the norm bounds a quadratic form'],
  ])('%s', async (text, name) => {
    const [first] = matches(text);
    expect(first).toMatchObject({ name, isClaim: true });
    const { conclusion } = /\|- (?<conclusion>.*)$/.exec(text)!.groups!;
    const written = `${conclusion} ${first!.reason}`;
    const claim = parseClaim(text);
    expect(await proveClaim(claim, { seed: 1, proof: written })).toMatchObject({
      verdict: 'proved',
    });
  });
});

test('facts of the same words come with terms of the claim', () => {
  const found = matches('A, B: m×n |- norm(A - B) <= 2 norm(A) + norm(B)');
  expect(found.map((m) => m.reason)).toContain('by norm of a sum with A := A, B := B');
  expect(found.every((m) => !/rank|det/.test(m.name))).toBe(true);
  expect(found.length).toBeLessThanOrEqual(12);
});

test('a claim of sums and products alone matches no fact', () =>
  expect(matches('A, B: n×n |- A B = B A')).toEqual([]));

test('a claim without rules in the kernel is refused', () =>
  expect(() => matches('A: n×n |- per(A) = 1')).toThrow(NotLowerable));
