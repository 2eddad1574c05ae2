/** Tests of how a reason says that lines were used: multiplied by a matrix, or by each other. */
import { expect, test } from 'vitest';
import { parseClaim } from '../../src/language/index.ts';
import { narrate } from '../../src/narration/narrate.ts';
import { prove } from '../../src/prover/prove.ts';

const told = (text: string): string => {
  const claim = parseClaim(text);
  const proof = prove(claim, { time: 8000 });
  if (proof === null) throw new Error(`${text} is not proved`);
  return narrate(claim, proof.theorem).lines.join('\n');
};

test.each([
  [
    "A: n×n invertible; b, c: n; 1 + c' inv(A) b != 0 |- inv(A + b c') = inv(A) - inv(A) b c' inv(A)/(1 + c' inv(A) b)",
    "by multiplying by inv(A + b c') on the left, since",
  ],
  [
    'A: m×n; B: n×m |- inv(I + A B) A = A inv(I + B A)',
    'by multiplying (1) by inv(I + A B) on the left',
  ],
])('%s names the inverse of a sum that a line was multiplied by', (text, reason) => {
  expect(told(text)).toContain(reason);
});

test('a contradiction names the two lines that were multiplied', () => {
  expect(told('a, b: scalar positive |- 2 a b/(a + b) <= sqrt(a b)')).toMatch(
    /This is a contradiction {3}by .*multiplying \(\d\) by \(\d\)$/m,
  );
});
