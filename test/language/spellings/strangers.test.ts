/** Texts of people who have not read the language's page: read, or answered with claims to paste. */
import { describe, expect, test } from 'vitest';
import { claimText, parseClaim, type ClaimError } from '../../../src/language/index.ts';
import { offeredIn, outcomeOf, spellingsPage } from './page.ts';
import { papers, strangers } from './strangers.ts';

const pasted = (hint: string): readonly string[] =>
  [...hint.matchAll(/"([^"]*\|-[^"]*)"/g)].map(([, text = '']) => text);

describe.each(strangers)('%s', (_, typed) => {
  const outcomes = typed.map(outcomeOf);

  test('what is read means the same in the normal form', () => {
    for (const row of outcomes)
      if ('read' in row) expect(claimText(parseClaim(row.read)), row.typed).toBe(row.read);
  });

  test('the claims of a hint are accepted', () => {
    for (const row of outcomes)
      if ('hint' in row)
        for (const text of pasted(row.hint)) expect(() => parseClaim(text), text).not.toThrow();
  });

  test('85 in 100 are read, or answered with a claim to paste', () => {
    const helped = outcomes.filter((row) => 'read' in row || pasted(row.hint).length > 0);
    expect(helped.length).toBeGreaterThan(0.85 * typed.length);
  });
});

const hintOf = (typed: string): string => {
  try {
    return `read: ${claimText(parseClaim(typed))}`;
  } catch (error) {
    return (error as ClaimError).suggestion ?? '';
  }
};

/** Words and notations, each with the claim that is meant. */
const meant: readonly (readonly [typed: string, claim: string])[] = [
  [
    'A: n×n |- |a_ij| <= norm(A)',
    'A: n x n |- forall i in 1..n. forall j in 1..n. |A[i,j]| <= norm(A)',
  ],
  [
    'A: n×n; A is symmetric positive definite |- A = 0',
    'A: n x n; A is symmetric and A is pd |- A = 0',
  ],
  [
    "A: n×n pd; x: n |- A + x x' is symmetric and invertible",
    "A: n x n pd; x: n |- A + x x' is symmetric and A + x x' is invertible",
  ],
  ["A: n×n; x: n |- x' A x >= 0 for A psd", "A: n x n; x: n |- A is psd => x' A x >= 0"],
  [
    'A, B: n×n |- tr(A B) >= 0 for all psd A, B',
    'A: n x n; B: n x n |- A is psd and B is psd => tr(A B) >= 0',
  ],
  ['x: n; c: scalar |- x + c ones(n) = x', 'x: n; c: scalar |- x + c ones = x'],
  ['A: m×n |- |A|_F >= |A|_2', 'A: m x n |- normF(A) >= norm(A)'],
  ['|- det([1 -2; 3 4]) = 10', '|- det([1, -2; 3, 4]) = 10'],
  [
    "W: m×n; x: n; y: m |- ∇_W |Wx - y|^2 = 2(Wx-y)x'",
    "W: m x n; x: n; y: m |- grad[W](|W x - y|^2) = 2 (W x - y) x'",
  ],
  ['x, a: n |- grad_x |x + a| = 0', 'x: n; a: n |- grad[x](|x + a|) = 0'],
  ['x, a: n |- ∇_x |x|^2 + a = 0', 'x: n; a: n |- grad[x](|x|^2) + a = 0'],
  ['f: R^n -> R; x: n |- grad f(x) = 0', 'f: R^n -> R; x: n |- grad(f)(x) = 0'],
  ['x: scalar |- d tanh(x)/dx = 0', 'x: scalar |- grad[x](tanh(x)) = 0'],
  ['A: n×n such that A^2 = A |- A = 0', 'A: n x n; A^2 = A |- A = 0'],
  ['A: m×n with m < n |- rank(A) < n', 'A: m x n; m < n |- rank(A) < n'],
  ['For every symmetric n×n matrix A, tr(A) = 0', 'A: n x n symmetric |- tr(A) = 0'],
  ["x: n |- the rank of x x' is 1", "x: n |- rank(x x') = 1"],
  ['Let Q be an orthogonal matrix. Then det(Q)^2 = 1.', 'Q: n x n orthogonal |- det(Q)^2 = 1'],
  ["A Hermitian n×n |- A = A'", "A: n x n symmetric |- A = A'"],
  [
    'A: n×n |- A is invertible if and only if det(A) != 0',
    'A: n x n |- A is invertible <=> det(A) != 0',
  ],
  [
    'A: n×n |- there exists a vector x in R^n with |x| = 1 such that A x = 0',
    'A: n x n |- exists x: n. |x| = 1 and A x = 0',
  ],
  [
    "A: m×n |- for all x in R^n and y in R^m, y' A x = 0",
    "A: m x n |- forall x: n, y: m. y' A x = 0",
  ],
  [
    'A: n×n |- for all x in R^n with |x| = 1, |A x| <= 1',
    'A: n x n |- forall x: n. |x| = 1 => |A x| <= 1',
  ],
  [
    'A: n×n |- A is psd and invertible => A is pd',
    'A: n x n |- A is psd and A is invertible => A is pd',
  ],
];

test.each(meant)('%s is read', (typed, claim) => {
  expect(claimText(parseClaim(typed))).toBe(claim);
});

/** Texts that are answered, each with the claim that the hint holds. */
const answered: readonly (readonly [typed: string, claim: string])[] = [
  [
    'If A and B are symmetric, then A + B is symmetric',
    'A: n x n symmetric; B: n x n symmetric |- A + B is symmetric',
  ],
  [
    'W: m×n; X: n×N; L = normF(W X)^2 |- dL/dW = 0',
    'W: m x n; X: n x N |- grad[W](normF(W X)^2) = 0',
  ],
  ['x: scalar |- σ(x) = 1 where σ = sigmoid', 'x: scalar |- sigmoid(x) = 1'],
  // what depends on W by a definition is put in before it is differentiated
  ["y = W x, L = |y|^2 |- dL/dW = 2 y x'", "x: n; W: m x n |- grad[W](|W x|^2) = 2 (W x) x'"],
  ["(AB)' = A'B'?", "A: n x n; B: n x n |- (A B)' = A' B'"],
  ["Show that det(A') = det(A)", "A: n x n |- det(A') = det(A)"],
  ['A: n×n; A x = \\lambda x |- A = 0', 'lam: scalar; x: n; A: n x n; A x = lam x |- A = 0'],
  ['z: n; c: scalar |- softmax(z + c 1) = z', 'z: n; c: scalar |- softmax(z + c ones) = z'],
  // an index that one side alone has can be bound there, or around both
  [
    "A: n×n |- A_ij = A_ji iff A = A'",
    "A: n×n |- (forall i in 1..n. forall j in 1..n. A[i,j] = A[j,i]) <=> A = A'",
  ],
  ['x: n |- x_i = 0 => x = 0', 'x: n |- (forall i in 1..n. x[i] = 0) => x = 0'],
  ['x: n |- x_i = 0 => x = 0', 'x: n |- forall i in 1..n. (x[i] = 0 => x = 0)'],
  ['X ~ Uniform(0, 2) |- E[X] = 1', 'X: scalar ~ independent(1, 1/3, 0, 1/5) |- E[X] = 1'],
  ['A: m×n |- exists x != 0. A x = 0', 'A: m x n |- exists x: n nonzero. A x = 0'],
  ['A: n×n |- D[Tr[A.A], A] == 0', 'A: n x n |- grad[A](tr(A A)) = 0'],
  [
    'X: n×d; y: n |- argmin_w |X w - y|^2 = pinv(X) y',
    'w: d; X: n x d; y: n; w = pinv(X) y |- forall v: d. |X w - y|^2 <= |X v - y|^2',
  ],
  ['A = [[1, 2], [3, 4]] |- det(A) = -2', 'A: 2 x 2; A = [1, 2; 3, 4] |- det(A) = -2'],
  [
    'p, q: k positive |- KL(p || q) >= 0',
    "p: k positive; q: k positive; sum(p) = 1; sum(q) = 1 |- p' (log(p) - log(q)) >= 0",
  ],
];

test.each(answered)('%s is answered', (typed, claim) => {
  const outcome = outcomeOf(typed);
  expect('hint' in outcome ? pasted(outcome.hint) : outcome.read).toContain(claim);
});

/** Near a text that is read, and not the same. */
const apart: readonly (readonly [typed: string, read: string])[] = [
  ["A: n×n |- A^-1' = A", "A: n x n |- inv(A)' = A"],
  ['e: scalar; x: scalar positive |- e^x = x', 'e: scalar; x: scalar positive |- e^x = x'],
  ['Id: n×n |- Id = I', 'Id: n x n |- Id = I'],
  ['S, A: n×n |- A S^2 = 0', 'S: n x n; A: n x n |- A S^2 = 0'],
  ['d: scalar; dx: scalar nonzero |- d/dx = 1', 'd: scalar; dx: scalar nonzero |- d / dx = 1'],
  [
    "A: n×n; P: n×n; forall x: n, y: n. x' P y = 0 |- P = 0",
    "A: n x n; P: n x n; forall x: n, y: n. x' P y = 0 |- P = 0",
  ],
  ['Sigma: n×n; x: n |- Sigma x = 0', 'Sigma: n x n; x: n |- Sigma x = 0'],
  ['A_ij, A: n×n |- A_ij = A', 'A_ij: n x n; A: n x n |- A_ij = A'],
  ['a: scalar; A: n×n |- a = A[1,1]', 'a: scalar; A: n x n |- a = A[1,1]'],
  [
    'd, x: scalar; dx: scalar nonzero |- d/dx = x',
    'd: scalar; x: scalar; dx: scalar nonzero |- d / dx = x',
  ],
  ['A: n×n |- exists x: n such that A x = 0', 'A: n x n |- exists x: n. A x = 0'],
  [
    'A: n×n |- A_ij = 0 => A_ji = 0',
    'A: n x n |- forall i in 1..n. forall j in 1..n. A[i,j] = 0 => A[j,i] = 0',
  ],
  ['x: n |- ones (n) = x', 'x: n |- ones n = x'],
];

test.each(apart)('%s keeps its meaning', (typed, read) => {
  expect(claimText(parseClaim(typed))).toBe(read);
});

/** Texts that are not read, each with the claim that is offered. */
const offered: readonly (readonly [typed: string, claims: readonly string[]])[] = [
  ['A nilpotent => tr A = 0', ['A: n x n; A^n = 0 |- tr(A) = 0']],
  ['A symmetric, A^3 = 0 => A = 0', ['A: n x n symmetric; A^3 = 0 |- A = 0']],
  ['A and B commute => A B^2 = B^2 A', ['B: n x n; A: n x n; A B = B A |- A B^2 = B^2 A']],
  ['A, B: n×n |- tr([A,B]) = 0', ['A: n x n; B: n x n |- tr(A B - B A) = 0']],
  ['Q: n×n orthogonal |- det(Q) = ±1', ['Q: n x n orthogonal |- det(Q) = 1 or det(Q) = -1']],
  [
    "A: n×n symmetric |- max_{|x| = 1} x' A x = lambda[1](A)",
    [
      "A: n x n symmetric |- (forall x: n. |x| = 1 => x' A x <= lambda[1](A)) and " +
        "(exists x: n. |x| = 1 and x' A x = lambda[1](A))",
    ],
  ],
  [
    "A: n×n symmetric |- min over |x| = 1 of x' A x >= 0",
    ["A: n x n symmetric |- forall x: n. |x| = 1 => x' A x >= 0"],
  ],
  [
    "A: n×n symmetric |- min over |x| = 1 of x' A x <= 0",
    ["A: n x n symmetric |- exists x: n. |x| = 1 and x' A x <= 0"],
  ],
  ['exp(A) exp(-A) = I', ['A: n x n |- expm(A) expm(-A) = I', 'A: n x n |- exp.(A) exp.(-A) = I']],
  ['the sum of two psd matrices is psd', ['A: n x n psd; B: n x n psd |- A + B is psd']],
  [
    'the inverse of a product is the product of the inverses in reverse order',
    ['A: n x n; B: n x n |- inv(A B) = inv(B) inv(A)'],
  ],
  ['a projection has trace equal to its rank', ['A: n x n projector |- tr(A) = rank(A)']],
  ['the gradient of x^T S x is 2 S x', ["S: n x n; x: n |- grad[x](x' S x) = 2 S x"]],
  [
    'f: R^d -> R L-smooth; x, y: d |- |grad(f)(x) - grad(f)(y)| <= L |x - y|',
    [
      'L: scalar; f: R^d -> R; x: d; y: d; ' +
        'forall u: d, v: d. |grad(f)(u) - grad(f)(v)| <= L |u - v| |- |grad(f)(x) - grad(f)(y)| <= L |x - y|',
    ],
  ],
  [
    String.raw`Let $A = U\Sigma V^\top$ be the SVD of $A \in \mathbb{R}^{m\times n}$. Then $A^\top A = V\Sigma^\top\Sigma V^\top$.`,
    [
      "A: m x n; U: m x m orthogonal; Sigma: m x n; V: n x n orthogonal; A = U Sigma V' |- " +
        "A' A = V Sigma' Sigma V'",
    ],
  ],
  [
    String.raw`\nabla^2 f(x) = A \text{ where } f(x) = \frac12 x^\top A x - b^\top x, \ A = A^\top`,
    ["b: n; x: n; A: n x n; A = A' |- hess[x](1/2 x' A x - b' x) = A"],
  ],
  [
    'x^T A x > 0 for all x != 0 => A is invertible',
    ["A: n x n; forall x: n nonzero. x' A x > 0 |- A is invertible"],
  ],
  [
    'f, g convex => f + g convex',
    [
      'x: n; f: R^n -> R; g: R^n -> R; forall u: n. hess(f)(u) >>= 0; ' +
        'forall u: n. hess(g)(u) >>= 0 |- hess[x](f(x) + g(x)) >>= 0',
    ],
  ],
  [
    'σ(-x) = 1 - σ(x)',
    [
      'x: scalar |- sigmoid(-x) = 1 - sigmoid(x)',
      'x: scalar; sigma: activation |- sigma(-x) = 1 - sigma(x)',
    ],
  ],
  [
    '((X - Y)**2).mean() >= 0',
    ['Y: n x n; X: n x n |- mean((X - Y)^2) >= 0', 'Y: m x n; X: m x n |- mean((X - Y) .^ 2) >= 0'],
  ],
  [
    'x_{t+1} = x_t - η∇f(x_t) => f(x_{t+1}) <= f(x_t)',
    ['eta: scalar; x: n; f: R^n -> R |- f(x - eta grad(f)(x)) <= f(x)'],
  ],
  [
    'U, S, Vt = np.linalg.svd(A); A == U @ np.diag(S) @ Vt',
    [
      'A: n x n; U: n x n orthogonal; S: n nonnegative; Vt: n x n orthogonal; ' +
        'A = U diag(S) Vt |- A = U diag(S) Vt',
    ],
  ],
  ['A: m×n |- rank(A) + dim ker(A) = n', ['A: m x n |- rank(A) + (n - rank(A)) = n']],
];

describe('a text that is not read is answered with what it means', () => {
  test.each(offered)('%s', (typed, claims) => {
    expect(pasted(hintOf(typed))).toEqual(claims);
  });

  test('what exists may depend on the vector or not: nothing is offered', () => {
    expect(pasted(hintOf('A: n×n |- exists c: scalar. |A x| <= c for all x'))).toEqual([]);
  });
});

describe('statements of papers, without declarations', () => {
  /** Texts of each list that are neither read nor answered with a claim. */
  const most = [1, 3, 6, 10, 9];

  test.each(papers)('%s', (title, typed) => {
    const place = papers.findIndex(([one]) => one === title);
    const rows = typed.map(outcomeOf);
    const left = rows.filter((one) => 'hint' in one && offeredIn(one).length === 0);
    expect(left.length).toBeLessThanOrEqual(most[place] ?? 0);
    // what is offered is a claim in the normal form
    for (const row of rows)
      for (const text of offeredIn(row)) expect(claimText(parseClaim(text))).toBe(text);
  });
});

test('the page of the spellings is current', async () => {
  await expect(spellingsPage()).toMatchFileSnapshot('../../../docs/spellings.md');
});
