/** Tests of the second opinion that computes entry by entry. */
import { describe, expect, test } from 'vitest';
import { claimText, parseClaim } from '../../src/language/index.ts';
import { entrywise } from '../../src/opinions/entrywise.ts';
import { expandsToZero } from '../../src/opinions/expands-to-zero.ts';
import { secondOpinion } from '../../src/opinions/second-opinion.ts';
import { Disagreement } from '../../src/verdict/disagreement.ts';
import { examine } from '../../src/verdict/examine.ts';
import type { Verdict } from '../../src/verdict/verdict.ts';

const says = async (text: string): Promise<string> => (await entrywise(parseClaim(text))).says;

describe('agrees with what is so', () => {
  test.each([
    'A: m×n; B: n×m |- tr(A B) = tr(B A)',
    "A: m×n; B: n×k |- (A B)' = B' A'",
    'A, B: n×n |- (A + B)^2 = A^2 + A B + B A + B^2',
    'A, B: 2×2 |- det(A B) = det(A) det(B)',
    'A: 2×2 |- A^2 - tr(A) A + det(A) I = 0',
    "A: n×n symmetric |- A' = A",
    "K: n×n antisymmetric; x: n |- x' K x = 0",
    'D, E: n×n diagonal |- D E = E D',
    "q[i]: m for i in 1..N; v: m |- v' mean[i](q[i] q[i]') v = mean[i]((q[i]' v)^2)",
    "x, y: n |- dot(x, y) = x' y and diag(x) y = x .* y",
    'A: m×n; B: n×k; C: k×l |- A (B C) = (A B) C',
    'A: m×n |- A / 2 + 1/2 A = A',
    "A: n×n symmetric |- forall v, w: n. v' A w = w' A v",
    'a, b: scalar |- (a + b)^2 = a^2 + 2 a b + b^2',
    "x: n |- tr(x x') = x' x and tr(kron(x, x')) = x' x",
    "A: m×n |- vec(A)' vec(A) = tr(A' A)",
  ])('%s', async (text) => {
    expect(await says(text)).toBe('agrees');
  });
});

describe('disagrees with false steps', () => {
  test.each([
    'A, B: n×n |- A B = B A',
    "A: n×n |- A' = A",
    "A: n×n |- tr(A' A) = tr(A A)",
    'A: n×n |- A^2 - tr(A) A + det(A) I = 0',
    'A, B: n×n |- (A + B)^2 = A^2 + 2 A B + B^2',
    "K: n×n antisymmetric |- K' = K",
    "q[i]: m for i in 1..N |- mean[i](q[i] q[i]') = sum[i](q[i] q[i]')",
    'a: scalar |- a^2 = a and a = a',
    'A, B: n×n |- A .* B = A B',
    "A: m×n; B: k×l |- tr(kron(A, B) (kron(A, B))') = tr(A A')",
  ])('%s', async (text) => {
    const opinion = await entrywise(parseClaim(text));
    expect(opinion.says).toBe('disagrees');
    expect(opinion.where).not.toBeNull();
  });
});

describe('says nothing where it has no ground', () => {
  test.each([
    'A: n×n invertible |- inv(A) A = I',
    'A: m×n onto |- A = A',
    "W: m×n; W' W = I |- tr(W W') = n",
    'A: m×n |- rank(A) = rank(A)',
    "phi: activation; h: n |- jac[h](phi(h)) = diag(phi'(h))",
    'a: scalar |- a > 0',
    'A, B: n×n |- A = B => B = A',
    'A: n×n orthogonal |- A = A',
    'A: n×n |- exp(tr(A)) = exp(tr(A))',
    'a: scalar; b: scalar |- a / b = a / b',
    'A: n×n |- (((A^4)^4)^4)^4 = (((A^4)^4)^4)^4',
    'A: n×n antisymmetric invertible |- det(A) = 0',
  ])('%s', async (text) => {
    expect(await says(text)).toBe('no opinion');
  });
});

describe('checked against a verdict', () => {
  const truth = 'A: m×n; B: n×m |- tr(A B) = tr(B A)';
  const lie = 'A, B: n×n |- A B = B A';
  const verdictOn = (text: string): Promise<Verdict> => examine(text, { time: 2, seed: 1 });

  test('an earned proof and an earned refutation stand', async () => {
    expect((await secondOpinion(parseClaim(truth), await verdictOn(truth))).says).toBe('agrees');
    expect((await secondOpinion(parseClaim(lie), await verdictOn(lie))).says).toBe('disagrees');
  });

  test('a false claim that was proved stops the run', async () => {
    const forged: Verdict = { ...(await verdictOn(truth)), claim: claimText(parseClaim(lie)) };
    await expect(secondOpinion(parseClaim(lie), forged)).rejects.toThrow(Disagreement);
    await expect(secondOpinion(parseClaim(lie), forged)).rejects.toThrow(
      'computer algebra: the two sides differ at n = 2: entry 1, 1',
    );
  });

  test('a true claim that was refuted stops the run', async () => {
    const refuted = await verdictOn(lie);
    const at = refuted.counterexample?.at;
    if (!at || !refuted.counterexample) throw new Error('not refuted');
    const forged: Verdict = {
      ...refuted,
      counterexample: {
        ...refuted.counterexample,
        at: {
          dims: new Map([
            ['m', 1],
            ['n', 2],
          ]),
          values: at.values,
        },
      },
    };
    await expect(secondOpinion(parseClaim(truth), forged)).rejects.toThrow(Disagreement);
  });
});

test('only sums and products of letters and rationals reach the package', async () => {
  expect(await expandsToZero('(x1+x2)*(x1-(x2))-(x1*x1)+x2*x2')).toBe(true);
  expect(await expandsToZero('x1*x2-x2')).toBe(false);
  await expect(expandsToZero('sqrt(x1)')).rejects.toThrow(RangeError);
  await expect(expandsToZero('x1^2')).rejects.toThrow(RangeError);
});
