/** What the message about a step of a written proof says to write instead. */
import { expect, test } from 'vitest';
import { parseClaim } from '../../src/language/index.ts';
import { checkProof } from '../../src/prover/index.ts';

const message = (claim: string, proof: string): string => {
  try {
    checkProof(parseClaim(claim), proof);
    return 'accepted';
  } catch (error) {
    return (error as Error).message;
  }
};
const forms = "A: n×n psd; x, y: n |- (x' A y)^2 <= (x' A x) (y' A y)";
const line = "(x' A y)^2 <= (x' A x) (y' A y)   by ";

test('a name that no fact has is answered with the facts that have its words', () => {
  const said = message(forms, `${line}Cauchy and Schwarz with A := A, B := x, C := y`);
  expect(said).toContain('no reason is called Cauchy and Schwarz\n');
  expect(said).toContain('facts with these words: "Cauchy and Schwarz for a psd form"');
  expect(
    message(forms, `${line}Cauchy and Schwarz for a psd form with A := A, B := x, C := y`),
  ).toBe('accepted');
});

test('a name with words that no fact has lists the reasons alone', () => {
  const said = message(forms, `${line}wishful thinking`);
  expect(said).toContain('no reason is called wishful thinking\n');
  expect(said).not.toContain('facts with these words');
});

test('a chain about matrices in order is accepted; of other signs the step to write is named', () => {
  const claim = 'A, B: n×n psd |- A <<= A + B';
  expect(message(claim, 'A <<= A + B   by order')).toBe('accepted');
  expect(message('A, B: n×n; A ~~ B |- A ~~ B', 'A ~~ B   by hypothesis')).toContain(
    'have x: A ~~ B   by …',
  );
});
