/**
 * False claims whose counterexamples are rare: they have measure zero, or need a repeated singular
 * value, a dead unit, two equal inputs, one size, a large value or a kink. The search must find
 * each of them from any seed.
 */
export interface Needle {
  readonly id: string;
  readonly why:
    | 'measure zero'
    | 'repeated singular value'
    | 'dead unit'
    | 'equal inputs'
    | 'n = 1'
    | 'n >= 3'
    | 'large value'
    | 'kink'
    | 'degenerate';
  readonly text: string;
}

export const needles: readonly Needle[] = [
  {
    id: 'determinant-misses-one',
    why: 'measure zero',
    text: 'A: n×n; n >= 2 |- det(A) != 1 or A = I or tr(A) != 5',
  },
  { id: 'length-misses-25', why: 'measure zero', text: "x: n; n >= 2 |- x' x != 25" },
  {
    id: 'quadric-misses-seven',
    why: 'measure zero',
    text: "x: n; A: n×n pd; n = 2 |- x' A x != 7",
  },
  {
    id: 'bilinear-orthogonal',
    why: 'measure zero',
    text: 'x, y: 3; dot(x, y) = 0 |- x = 0 or y = 0 or dot(x, ones) != 4',
  },
  { id: 'two-equations', why: 'measure zero', text: "A: 2×2; det(A) = 2; tr(A) = 3 |- A = A'" },
  { id: 'eigenvalue-minus-three', why: 'measure zero', text: 'A: n×n |- A + 3 I is invertible' },
  {
    id: 'resolvent',
    why: 'measure zero',
    text: 'A: n×n symmetric; s: scalar; s > 10 |- A - s I is invertible',
  },
  {
    id: 'gap-positive',
    why: 'repeated singular value',
    text: 'A: n×n symmetric; n >= 2 |- lambda[1](A) > lambda[2](A)',
  },
  {
    id: 'gap-positive-nonzero',
    why: 'repeated singular value',
    text: 'A: n×n symmetric invertible; n >= 3; tr(A) = 2 |- lambda[1](A) > lambda[2](A)',
  },
  {
    id: 'polar-unique',
    why: 'repeated singular value',
    text: "W: n×n invertible; S: n×n symmetric; S S = W' W |- S >>= 0 or S <<= 0",
  },
  {
    id: 'commuting-shares-diagonal',
    why: 'repeated singular value',
    text: 'A: n×n diagonal; B: n×n; A B = B A |- B is diagonal',
  },
  {
    id: 'commutant-is-symmetric',
    why: 'repeated singular value',
    text: 'A: n×n symmetric; B: n×n; n >= 2; A B = B A; A != 0 |- B is symmetric',
  },
  {
    id: 'active-unit',
    why: 'dead unit',
    text: "w: n nonzero; h: n; phi: activation |- grad[h](phi(w' h)) != 0",
  },
  {
    id: 'dead-layer',
    why: 'dead unit',
    text: 'W: n×n invertible; h: n |- rank(jac[h](relu(W h))) = n or n = 1',
  },
  {
    id: 'relu-keeps-norm',
    why: 'dead unit',
    text: 'W: m×n; h: n nonzero; W is one-to-one |- |relu(W h)| > 0',
  },
  {
    id: 'data-rank',
    why: 'equal inputs',
    text: "h[i]: n for i in 1..N; N = 2; n >= 2; h[1] != 0; h[2] != 0 |- sum[i](h[i] h[i]') is invertible or N < n or h[1] != h[2]",
  },
  {
    id: 'distinct-gram',
    why: 'equal inputs',
    text: "h[i]: n for i in 1..N; N >= 2; n >= N; forall i in 1..N. |h[i]|^2 = 1 |- det(sum[i](h[i] h[i]') + 0 I) != 0 or N != n",
  },
  {
    id: 'interpolates-any-labels',
    why: 'equal inputs',
    text: 'F: R^n -> R; x, y: n; a, b: scalar; F(x) = a; F(y) = b; a = b |- x = y',
  },
  {
    id: 'off-diagonal-only-at-two',
    why: 'n = 1',
    text: "A: n×n; A' = 2 A - A' |- A = A' and (n != 1 or tr(A) != 3)",
  },
  {
    id: 'scalar-is-rank-one',
    why: 'n = 1',
    text: 'A: n×n; A != 0; n <= 3 |- rank(A) != n or n >= 2 or tr(A) < 50',
  },
  {
    id: 'rotation-has-no-fixed-vector',
    why: 'n = 1',
    text: 'R: n×n orthogonal |- n >= 2 or R - I is invertible',
  },
  {
    id: 'cayley-hamilton-of-two',
    why: 'n >= 3',
    text: 'A: n×n; n >= 2 |- A^2 - tr(A) A + det(A) I = 0',
  },
  { id: 'traces-of-three', why: 'n >= 3', text: 'A, B, C: n×n antisymmetric |- tr(A B C) = 0' },
  {
    id: 'commutator-squared',
    why: 'n >= 3',
    text: 'A, B, C: n×n |- (A B - B A)^2 C = C (A B - B A)^2',
  },
  {
    id: 'antisymmetric-singular',
    why: 'n >= 3',
    text: 'A: n×n antisymmetric; n >= 3 |- not (A is invertible)',
  },
  { id: 'sum-of-squares-small', why: 'large value', text: "x: n |- x' x < 1000000" },
  { id: 'linear-beats-constant', why: 'large value', text: 'x: scalar; x > 1 |- x^2 < 5000 x' },
  { id: 'trace-bounded', why: 'large value', text: 'A: n×n pd |- tr(A) <= 12345' },
  {
    id: 'exponential-late',
    why: 'large value',
    text: 'x: scalar; x > 0 |- x^3 < 1000 x^2 + 1000000',
  },
  { id: 'abs-is-linear', why: 'kink', text: 'a, b: scalar; a + b = 1 |- |a| + |b| = 1' },
  {
    id: 'relu-additive-near',
    why: 'kink',
    text: 'x, y: scalar; x > 0 |- relu(x + y) = relu(x) + relu(y) or y >= 0 or y < -100',
  },
  {
    id: 'max-of-three',
    why: 'kink',
    text: 'x, y: scalar; x > 3; y < -3 |- relu(x + y) + relu(-x - y) > 0',
  },
  { id: 'idempotent-is-symmetric', why: 'degenerate', text: "P: n×n; P P = P |- P = P'" },
  { id: 'nilpotent-is-zero', why: 'degenerate', text: 'A: n×n; A A = 0 |- A = 0' },
  {
    id: 'same-kernel-same-matrix',
    why: 'degenerate',
    text: 'A, B: m×n; m >= 2; ker(A) = ker(B); A != B |- rank(A - B) != 1 or rank(A) != 2',
  },
  {
    id: 'rank-two-gram',
    why: 'degenerate',
    text: "A: m×n; rank(A) = 2; m >= 3; n >= 3 |- A A' != 4 A A' A A'",
  },
];
