/** Tests of written proofs: chains between matrices, and messages of steps that fail. */
import { describe, expect, test } from 'vitest';
import { ClaimError, parseClaim } from '../../src/language/index.ts';
import { checkProof } from '../../src/prover/index.ts';
import { ProofError } from '../../src/prover/written/proof-error.ts';

const checked = (claim: string, proof: string): string => {
  try {
    checkProof(parseClaim(claim), proof);
    return 'proved';
  } catch (error) {
    if (error instanceof ProofError || error instanceof ClaimError) return error.message;
    throw error;
  }
};

const matrices = 'A, B, C, D: n×n symmetric; X: n×m; A <<= B; B <<= C';

describe('a chain of matrices in order', () => {
  test.each([
    ["X' A X <<= X' C X", "X' A X <<= X' B X by order\n <<= X' C X by order"],
    ['C >>= A', 'C >>= B by hypothesis\n >>= A by hypothesis'],
    [
      "D = B + A' A => A <<= D",
      "suppose D = B + A' A\nA <<= B by hypothesis\n <<= B + A' A by order\n = D by hypothesis",
    ],
    [
      'D = C => D >>= A',
      'suppose D = C\nD = C by hypothesis\n >>= B by hypothesis\n >>= A by hypothesis',
    ],
    ['A + D <<= B + D', 'A + D <<= B + D by order'],
  ])('%s', (goal, proof) => {
    expect(checked(`${matrices} |- ${goal}`, proof)).toBe('proved');
  });
  test.each([
    [
      'A <<= D',
      'A <<= B by hypothesis\n <<= D by hypothesis',
      'does not follow by hypothesis: B <<= D',
    ],
    ['B <<= A', 'B <<= A by order', 'does not follow by order: B <<= A'],
    ['A <<= C', 'A <<= B by hypothesis\n >>= C by order', 'does not follow by order: B >>= C'],
    ['A >>= C', 'C >>= B by hypothesis\n >>= A by hypothesis', 'do not add up to the goal'],
  ])('not %s', (goal, proof, message) => {
    expect(checked(`${matrices} |- ${goal}`, proof)).toContain(message);
  });
  test('has signs of one direction', () => {
    const claim = `${matrices}; C = A |- A <<= B`;
    const message = checked(claim, 'A <<= B by hypothesis\n >>= A by hypothesis');
    expect(message).toContain('a chain goes one way');
    expect(message).toContain('make two chains');
  });
});

const messages: readonly (readonly [why: string, claim: string, proof: string, said: string[]])[] =
  [
    [
      'a missing product',
      'a, b, c, d: scalar; 0 <= a; 0 <= b; 0 <= c; 0 <= d; a <= b |- a c^2 <= b c^2 + a b c d',
      'a c^2 <= b c^2 + a b c d by order',
      ['it would follow from this, stated before it', 'have p1: 0 <= a b   by positivity'],
    ],
    [
      'a missing bound',
      'A, B: n×n symmetric; A <<= B |- tr(A) <= tr(B)',
      'tr(B) <= tr(A) by order',
      ['it would follow from', 'A - B is psd'],
    ],
    [
      'a reason with a slip',
      "A: n×n |- tr(A) = tr(A')",
      "tr(A) = tr(A') by rnig",
      ['no reason is called rnig', 'did you mean\n  ring', 'elenchus facts WORDS'],
    ],
    [
      'a fact by another name',
      'A: n×n psd |- 0 <= tr(A)',
      '0 <= tr(A) by psd matrix trace below',
      ['no reason is called psd matrix trace below', 'a psd matrix below its trace'],
    ],
    [
      'a fact without its terms',
      "B: n×n symmetric; z: n |- z' B z <= lambda[1](B) (z' z)",
      "z' B z <= lambda[1](B) (z' z) by the largest eigenvalue bounds with A := B",
      [
        'it takes, in this order, A: n×n; y: n',
        'write by the largest eigenvalue bounds with A := …, y := …',
        "(y' A y) <= lambda[1](A)",
      ],
    ],
    [
      'something that is not known to exist',
      'A: n×n |- exists x: n. A x = 0',
      'take x: n such that A x = 0 and x != 0 by hypothesis',
      ['nothing known here says that x exists', 'have e: exists x: … . A x = 0 and x != 0'],
    ],
    [
      'something with another property',
      'W: m×n onto; y: m |- exists x: n. W x = y',
      'take R: n×m such that W R = 2 I by hypothesis',
      ['does not have the property: W R = 2 I', 'exists R: n×m. W R = I', 'by definition'],
    ],
    [
      'two objects at once',
      'W: m×n onto |- W = W',
      'take R: n×m, S: n×m such that W R = I by hypothesis',
      ['take one object at a time', 'a line take … for each'],
    ],
    [
      'another antecedent',
      'a: scalar |- a > 0 => a >= 0',
      'suppose a > 1\na >= 0 by hypothesis',
      ['write suppose a > 0'],
    ],
    [
      'another variable',
      "|- forall x: n. |x|^2 = x' x",
      "let y: n\n|y|^2 = y' y by ring",
      ['the goal is about every x: write let x: …'],
    ],
  ];

test.each(messages)('a message about %s', (_, claim, proof, said) => {
  const message = checked(claim, proof);
  for (const part of said) expect(message).toContain(part);
});

describe('a lemma', () => {
  const lemma = (text: string) => {
    const claim = parseClaim(text);
    return { claim, theorem: checkProof(claim, 'tr(A B) = tr(B A) by ring').theorem };
  };
  const lemmas = new Map([['f/cyclic', lemma('A: m×n; B: n×m |- tr(A B) = tr(B A)')]]);
  const using = (reason: string): string => {
    try {
      checkProof(
        parseClaim("X: n×n; y: n |- tr(X X') = tr(X' X)"),
        `tr(X X') = tr(X' X) by ${reason}`,
        lemmas,
      );
      return 'proved';
    } catch (error) {
      return error instanceof ProofError ? error.message : String(error);
    }
  };
  test.each([
    ["f/cyclic with A := X, B := X'", 'proved'],
    ["cyclic with A := X, B := X'", 'proved'],
    ['f/cyclic', 'say what replaces A: with A := …, B := …'],
    ['f/cyclic with A := X, C := X', 'the lemma has no name C; its names are A, B'],
    ['f/cyclic with A := X, B := y', 'B is n×m in the lemma and n here'],
    ['cyclc', 'did you mean\n  f/cyclic'],
  ])('by %s', (reason, message) => {
    expect(using(reason)).toContain(message);
  });
});
