/** Why a claim is not proved: what is offered leads to a proof, or is not offered. */
import { describe, expect, test } from 'vitest';
import { parseClaim } from '../../src/language/index.ts';
import { whyLines } from '../../src/report/why-text.ts';
import { proveClaim } from '../../src/verdict/examine.ts';
import { whyNot } from '../../src/verdict/why-not.ts';
import type { Why } from '../../src/verdict/why.ts';

const why = (text: string): Why => whyNot(parseClaim(text), { time: 500 });

describe('goals that a claim would follow from', () => {
  test('the claim in other letters is not one', () => {
    const { wouldFollowFrom } = why('A, B: n×n pd |- A B^2 A is pd');
    expect(wouldFollowFrom).not.toContain('A B B A is pd');
  });

  test('the claim multiplied out is not one', () => {
    const { wouldFollowFrom } = why(
      "P: n×n psd; H: m×n; R: m×m pd; K, G: n×m; K = P H' inv(H P H' + R) |- tr((I - K H) P (I - K H)' + K R K') <= tr((I - G H) P (I - G H)' + G R G')",
    );
    expect(wouldFollowFrom.filter((h) => h.includes('<='))).toEqual([]);
  });

  test('what is defined at fewer points is not one', () => {
    const { wouldFollowFrom } = why(
      "A: n×n psd; b: n; t: scalar; forall x: n. x' A x + 2 b' x + t >= 0 |- exists z: n. A z = b",
    );
    expect(wouldFollowFrom).toContain('A pinv(A) b = b');
    expect(wouldFollowFrom.filter((h) => /\binv\(/.test(h))).toEqual([]);
  });

  test('a square that is at most 0 is said to vanish', () =>
    expect(why('X: n×n; n >= 2; X = 0 |- grad[X](det(X)) = 0').wouldFollowFrom).toContain(
      'adj(X) = 0',
    ));

  test('lengths are written as lengths, and each goal once', () => {
    const { wouldFollowFrom } = why('x, y: n; |x + y| = |x| + |y| |- |y| x = |x| y');
    expect(wouldFollowFrom).toHaveLength(1);
    expect(wouldFollowFrom[0]).toContain('|y| |y| |x|^2');
    expect(wouldFollowFrom[0]).not.toContain('sqrt');
  });
});

describe('a proof from facts', () => {
  const text =
    "X: N×d; r: scalar positive |- sigma_max(X' X + r I) sigma_min(X' X) <= sigma_max(X' X) sigma_min(X' X + r I)";

  test('is accepted as it is written, and as it is printed', async () => {
    const found = why(text);
    expect(found.proof).toContain('by norm and sigma_min of a shift with A := r, B := X');
    const claim = parseClaim(text);
    const proved = { verdict: 'proved' };
    expect(await proveClaim(claim, { seed: 1, proof: found.proof! })).toMatchObject(proved);
    const lines = whyLines(found);
    const from = lines.findIndex((l) => l.startsWith('is proved by')) + 1;
    const printed = lines.slice(from, lines.indexOf('', from)).join('\n');
    expect(await proveClaim(claim, { seed: 1, proof: printed })).toMatchObject(proved);
  });

  test('is not found for a claim that is false', () => {
    const { proof } = why('X: N×d |- sigma_max(X) sigma_max(X) <= sigma_min(X) sigma_max(X)');
    expect(proof).toBeNull();
  });
});

test('what helps with a proof comes before what was tried', () => {
  const lines = whyLines({
    stop: 'exhausted',
    reason: 'Every strategy that applies was tried to its end.',
    tried: [{ strategy: 'equations', times: 2, work: 300 }],
    wouldFollowFrom: ['A pinv(A) b = b'],
    proof: null,
    facts: [{ reason: 'by adjugate with A := A', statement: 'A adj(A) = det(A) I' }],
  });
  expect(lines).toEqual([
    '',
    'why        Every strategy that applies was tried to its end.',
    '',
    'would follow from each; prove it by "have", or assume it:',
    '  A pinv(A) b = b',
    '',
    'near facts, as reasons of a proof (elenchus facts "<claim>" lists more):',
    '  by adjugate with A := A',
    '      A adj(A) = det(A) I',
    '',
    'tried, with units of work:',
    '        300 equations, 2 times',
  ]);
});
