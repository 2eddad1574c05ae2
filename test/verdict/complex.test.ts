/** Claims about complex matrices: what is proved, what is refuted, and what must not be proved. */
import { expect, test } from 'vitest';
import { check } from '../../src/second-checker/check.ts';
import { complexValues } from '../../src/report/complex-values.ts';
import { verdictJson } from '../../src/report/verdict-json.ts';
import { claimHash, claimText, parseClaim } from '../../src/language/index.ts';
import { goalOf, prove } from '../../src/prover/prove.ts';
import { derivationJson } from '../../src/derivations/derivation-json.ts';
import { examine } from '../../src/verdict/examine.ts';

test.each([
  'A, B: n×n complex |- tr(A B) = tr(B A)',
  "A, B: n×n complex |- (A B)' = B' A'",
  "A: n×n complex hermitian; x: n complex |- im(x' A x) = 0",
  'U: n×n complex unitary; x: n complex |- |U x|^2 = |x|^2',
  "U: n×n complex unitary |- U U' = I",
  "A: m×n complex |- tr(A' A) >= 0",
  "A: n×n complex psd; x: n complex |- x' A x >= 0",
  'A, B: n×n complex psd |- tr(A B) >= 0',
  'A: n×n complex invertible |- A inv(A) = I',
  "A: n×n complex |- norm(A) = norm(A')",
  'A: n×n complex hermitian unitary |- A^2 = I',
  "A: n×n complex; A A' = 0 |- A = 0",
  "z: complex; z != 0 |- 1/z = z'/|z|^2",
  "A, B: n×n complex |- (A kron B)' = A' kron B'",
])('proved: %s', (text) => {
  expect(prove(parseClaim(text), { time: 2000 })?.derivation).toBeDefined();
});

const falsehoods = [
  'A, B: n×n complex |- A B = B A',
  'A: n×n complex |- tr(A^2) >= 0',
  "A: n×n complex |- conj(A)' = A'",
  "A: n×n complex; conj(A)' A = 0 |- A = 0",
  'A: n×n complex hermitian |- A = conj(A)',
  "A, B: n×n complex |- tr(A' B) = tr(B' A)",
  "A: n×n; z: complex |- (z A)' = z A'",
  'z: complex |- not (z >= 0) => z < 0',
  'z: complex |- z^2 >= 0',
  'A: n×n complex psd |- A is invertible',
  "A: n×n complex |- A A' = A' A",
  "x, y: n complex |- |x + y|^2 = |x|^2 + |y|^2 + 2 x' y",
  'A, B: n×n complex pd |- A B + B A >>= 0',
  'A: n×n complex; n >= 2 |- nuclear(A) <= normF(A)',
  "|- forall z: complex. z' = z",
  "A: n×n; forall x: n. x' A x = 0 |- A = 0",
];

test.each(falsehoods)('refuted: %s', async (text) => {
  expect((await examine(text, { time: 2, seed: 1 })).verdict).toBe('refuted');
});

test('true over the complex numbers, though its real namesake is false', async () => {
  const text = "A: n×n complex; forall x: n complex. x' A x = 0 |- A = 0";
  expect((await examine(text, { time: 0.5, seed: 1 })).verdict).not.toBe('refuted');
});

test('a counterexample has its complex values in words', async () => {
  const found = await examine('z: complex |- |z| = z', { time: 1, seed: 1 });
  const json = verdictJson(found)['counterexample'] as { complex: { z: string } };
  expect(json.complex.z).toMatch(/^(-?\d+|(-?\d+ [+-] )?-?\d*i)$/);
});

test('a definite matrix is shown, not its factor', () => {
  const value = (rows: readonly (readonly bigint[])[]) => ({
    kind: 'tensor' as const,
    tensor: { shape: [2, 2], data: rows.flat().map((num) => ({ num, den: 1n })) },
  });
  // G = [1, i; 0, 1] has G' G = [1, i; -i, 2]
  const at = new Map([
    [
      'A_factor_re',
      value([
        [1n, 0n],
        [0n, 1n],
      ]),
    ],
    [
      'A_factor_im',
      value([
        [0n, 1n],
        [0n, 0n],
      ]),
    ],
  ]);
  expect(complexValues('A: n×n complex psd |- A = 0', at)).toEqual([
    [
      'A',
      [
        ['1', 'i'],
        ['-i', '2'],
      ],
    ],
  ]);
});

test('the second checker says that it does not read the claim', () => {
  const claim = parseClaim("A, B: n×n complex |- (A B)' = B' A'");
  const proof = prove(claim, { time: 500 })!;
  const answer = check(
    derivationJson(proof.theorem, {
      ...goalOf(claim),
      text: claimText(claim),
      hash: claimHash(claim),
    }),
  );
  expect(answer.accepted).toBe(false);
  if (!answer.accepted) expect(answer.unread).toBe(true);
});
