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
  expect(found.map((m) => m.reason)).toContain('by norm of a sum with A := B, B := A - B');
  expect(found.every((m) => !/rank|det/.test(m.name))).toBe(true);
  expect(found.length).toBeLessThanOrEqual(12);
});

test('a claim of sums and products alone matches no fact', () =>
  expect(matches('A, B: n×n |- A B = B A')).toEqual([]));

test('a claim without rules in the kernel is refused', () =>
  expect(() => matches('A: n×n |- per(A) = 1')).toThrow(NotLowerable));

test.each([
  "A: n×n symmetric; x: n unit; forall y: n. y' A y <= (x' A x) (y' y) |- norm(A) = x' A x",
  'x, y: n nonzero |- |dot(x, y)| = norm(x) norm(y) <=> (exists c: scalar nonzero. y = c x)',
])('a claim with bound variables has facts too: %s', (text) =>
  expect(matches(text)).not.toEqual([]),
);

test('the fact that shares most with the claim comes first', () => {
  const [first] = matches(
    "X: N×d; r: scalar positive |- sigma_max(X' X + r I) sigma_min(X' X) <= sigma_max(X' X) sigma_min(X' X + r I)",
  );
  expect(first!.name).toBe('norm and sigma_min of a shift');
});

test('facts are tried at the transpose of a matrix', () =>
  expect(
    matches("A: m×n onto; x: n; b: m |- |A' (A x - b)|^2 >= sigma_min(A)^2 |A x - b|^2")[0]!.reason,
  ).toBe("by sigma_min bounds with A := A', B := A x - b"));

test('what says nothing at these terms is not listed', () =>
  expect(matches('A, B: n×n pd |- A B^2 A is pd').map((m) => m.statement)).not.toContain(
    'A is pd => 0 is pd => 0 is pd',
  ));

test('a fact that says the same twice is listed once', () => {
  const sums = matches('A, B: m×n |- norm(A - B) <= 2 norm(A) + norm(B)').filter(
    (m) => m.name === 'norm of a sum',
  );
  expect(new Set(sums.map((m) => m.statement.split(' <= ')[0])).size).toBe(sums.length);
});
