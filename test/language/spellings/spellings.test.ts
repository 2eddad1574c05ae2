/**
 * Spellings of LaTeX, Python and the blackboard: what is read or answered, and that no meaning is
 * lost on the way.
 */
import { describe, expect, test } from 'vitest';
import { ClaimError, claimText, parseClaim } from '../../../src/language/index.ts';
import { searchSync } from '../../../src/refuter/search.ts';
import { prove } from '../../../src/prover/prove.ts';
import { hand, latex, python, type Spelling } from './table.ts';
import { others, wrong } from './more-table.ts';

const all = [...latex, ...python, ...hand, ...others, ...wrong];

const errorOf = (text: string): ClaimError => {
  try {
    parseClaim(text);
  } catch (error) {
    if (error instanceof ClaimError) return error;
    throw error;
  }
  throw new Error(`was read: ${text}`);
};

/** The claims to paste in a hint. */
const pasted = (hint: string): readonly string[] =>
  [...hint.matchAll(/"([^"]*\|-[^"]*)"/g)].map(([, text = '']) => text);

describe.each([
  ['LaTeX', latex],
  ['Python', python],
  ['by hand', hand],
  ['others', others],
  ['wrong', wrong],
] as const)('%s', (_, rows) => {
  test('there are fifty of them', () => expect(rows.length).toBeGreaterThanOrEqual(50));

  test.each(rows.map((row) => [row.typed, row] as const))('%s', (typed, row: Spelling) => {
    if ('read' in row) {
      const claim = parseClaim(typed);
      expect(claimText(claim)).toBe(row.read);
      expect(claim.notes).toEqual(row.notes);
      // the normal form is the same claim, and means the same without the layer's help
      expect(claimText(parseClaim(row.read))).toBe(row.read);
      return;
    }
    const error = errorOf(typed);
    expect(error.message).toBe(row.answer);
    expect(error.suggestion ?? '').toBe(row.hint);
    expect(error.span.start).toBeLessThanOrEqual(error.span.end);
    expect(error.span.end).toBeLessThanOrEqual(typed.length);
    for (const text of pasted(row.hint)) expect(claimText(parseClaim(text))).toBe(text);
  });
});

test('every answer says what to write', () => {
  for (const row of all) if ('hint' in row) expect(row.hint, row.typed).not.toBe('');
});

test('two readings are two different claims', () => {
  const choices = all.flatMap((row) =>
    'hint' in row && row.answer.startsWith('this can be read in') ? [pasted(row.hint)] : [],
  );
  expect(choices.length).toBeGreaterThan(4);
  for (const texts of choices) expect(new Set(texts).size).toBeGreaterThan(1);
});

/**
 * False, though something near them is true: a spelling may not be read as the stronger or the
 * truer thing.
 */
const stillFalse: readonly string[] = [
  String.raw`A, B \in \mathbb{R}^{n \times n} |- (AB)^{\top} = A^{\top} B^{\top}`,
  String.raw`a, b: scalar positive |- \frac{1}{ab} = \frac{1}{a} b`,
  String.raw`A: m×n |- \|A\|_F \leq \|A\|`,
  String.raw`x: n; A: n×n |- \nabla_x (x^\top A x) = 2Ax`,
  'A, B: (n, n) |- A @ B == B @ A',
  'A: (n, n) |- np.linalg.norm(A) == np.linalg.norm(A, 2)',
  'x: (n,) |- np.outer(x, x) == np.outer(x, x) + np.eye(n)',
  'A: (n, n) |- A.T == A',
  'A, B: nxn |- (AB)^T = A^T B^T',
  'A: n×n PSD |- tr(A) > 0',
  'A: m×n |- ||A||_F = ||A||',
  'a, b, c: scalar positive |- a/b c = a/(b c)',
  "x: n |- ½ x'x = x'x",
  'T, A: n×n |- A^T = A',
  'x: n |- x_i > 0 for all i',
  'A: n×n |- tr A = Σ_i Σ_j A_ij',
  "A, B: (n, n) |- np.einsum('ij,jk->ik', A, B) == B @ A",
  "A, B: (n, n) |- np.einsum('ij,ij->', A, B) == np.trace(A @ B)",
  'A: (m, n) |- np.linalg.norm(A.flatten() - vec(A)) == 0',
  'A: (n, n) |- A.sum(axis=0) == A.sum(axis=1)',
  'X ~ N(0, 1) |- E[X^4] = 1',
  'X ~ N(μ, σ²) |- E[X²] = σ²',
  't ∈ [0, 1] |- t^2 >= t',
  'Q ∈ O(n) |- det Q = 1',
  'A ∈ S^n |- tr(A) >= 0',
  'x: n |- ∂|x|²/∂x_i = x_i',
  'x: scalar |- e^x e^x = e^(x^2)',
  'x: scalar |- sin²(x) = sin(x^2)',
  'x, y: n |- x ⊥ y',
  'a, b: scalar; a, b > 0 |- a = b',
  'A, B: n×n; A^2 = A, B^2 = B |- A B = B A',
  'A: n×n symmetric |- λ₁(A) <= λ_min(A)',
  'x: n |- max_i |x_i| = max_i x_i',
  'Let A be an n×n symmetric matrix. Then A = 0.',
  'A, B: (n, n) |- (A - B).pow(2).sum() == np.trace(A - B)**2',
  'x: (n,) |- x[:, None] * x[None, :] == np.eye(n)',
  'x, y: (n,) |- (x[:, None] - y[None, :]).sum() == 0',
  'z: n |- nn.Softmax(dim=-1)(2 * z) == nn.Softmax(dim=-1)(z)',
  'A: (n, n); x: (n,) |- jax.grad(lambda x: x @ A @ x)(x) == 2 * A @ x',
  'X: (n, d); w: (d,); y: (n,) |- torch.autograd.grad((X @ w - y).pow(2).sum(), w) == X.T @ (X @ w - y)',
  String.raw`z: n |- \frac{\partial softmax(z)_i}{\partial z_j} = softmax(z)_i \delta_{ij}`,
  'X: (n, d) |- (np.eye(n) - np.ones((n, n)) / n) @ X == X',
];

test.each(stillFalse)('%s is refuted', (typed) => {
  const claim = parseClaim(typed);
  expect(prove(claim, { time: 200 })).toBeNull();
  const { verdict } = searchSync(claim, { time: 5000, seed: 1, trials: 4000 });
  expect(verdict).toBe('refuted');
});

test('a commutator is not a row of blocks', () => {
  expect(parseClaim('A, B: n×n; [A, B] = 0 |- A B = B A').notes).toEqual([
    '[A, B] is the row of two blocks; the commutator is written A B - B A',
  ]);
  expect(parseClaim('A: n×m; B: n×k |- [A, B] = [A, B]').notes).toBeUndefined();
});
