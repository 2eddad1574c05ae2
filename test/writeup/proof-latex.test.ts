/** Tests of told proofs as LaTeX: what a sentence states is mathematics, its ranges included. */
import { expect, test } from 'vitest';
import { proofLatex } from '../../src/writeup/proof-latex.ts';

const claim =
  'x: d[0]; W[l]: d[l]×d[l-1] ~ normal(0, 1/d[l-1]) for l in 1..L |- E[|prod[l=L..1](W[l]) x|^2] = d[L]/d[0] |x|^2';
const stepOf = (line: string, of = claim): string => {
  const [, said = ''] =
    /^\\elc@step\{[^}]*\}\{(.*)\}\{[^}]*\}$/.exec(proofLatex(of, [line]) ?? '') ?? [];
  return said;
};

test.each([
  [
    'By induction on i in 1..L: d[i] = d[i].',
    String.raw`By induction on $i \in \{1, \dots, L\}$: $`,
  ],
  ['Let i be in 1..L-1.', String.raw`Let $i \in \{1, \dots, L - 1\}$.`],
  ['Base, L = 1: both sides are |x|^2.', 'Base, $L = 1$: both sides are $'],
  ['Step, from L to L+1:', 'Step, from $L$ to $L + 1$:'],
  ['Case |x| = 0:', 'Case $'],
])('%s', (line, wanted) => {
  expect(stepOf(line)).toContain(wanted);
});

test('a statement for all indices has its range as mathematics', () => {
  expect(stepOf('z[k] = z[k] for all k in 1..n', 'z: n |- z = z')).toMatch(
    /^\$z_\{?k\}? = z_\{?k\}?\$ for all \$k \\in \\\{1, \\dots, n\\\}\$$/,
  );
});

test('a text that is not a formula stays as code', () => {
  expect(stepOf('Suppose x <> <> x.')).toMatch(/^Suppose (?!\$).*\.$/);
});

test('what a line is multiplied by is mathematics', () => {
  const line = "x = x   by multiplying (1) by inv(A + b c') on the left, since A is invertible";
  expect(proofLatex('A: n×n invertible; b, c, x: n |- x = x', [line])).toMatch(
    /by multiplying \(1\) by \$[^$]*\^\{-1\}\$ on the left, since /,
  );
});
