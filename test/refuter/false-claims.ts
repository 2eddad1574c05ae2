/**
 * False claims of the catalogue and their neighbours; `largest` bounds the sum of dimensions and
 * the integers of the witness.
 */
export interface FalseClaim {
  readonly id: string;
  readonly text: string;
  readonly dims: Readonly<Record<string, number>>;
  readonly integer: number;
}

export const falseClaims: readonly FalseClaim[] = [
  {
    id: 'naive-chain-rule',
    dims: { m: 1, n: 1 },
    integer: 2,
    text: "W: m×n; h: n; g: R^m -> R; phi: activation |- grad[h](g(phi(W h))) = W' grad(g)(phi(W h))",
  },
  {
    id: 'cancellation-unconditional',
    dims: { m: 1, n: 1 },
    integer: 2,
    text: "W: m×n; Q: m×m symmetric; c: scalar positive |- W' W = c W' Q W <=> I = c Q",
  },
  {
    id: 'cancellation-narrow-to-wide',
    dims: { m: 2, n: 1 },
    integer: 5,
    text: "W: m×n one-to-one; Q: m×m symmetric; c: scalar positive |- W' W = c W' Q W <=> I = c Q",
  },
  {
    id: 'half-power-isotropy',
    dims: { n: 2 },
    integer: 16,
    text: "W: n×n invertible; Q: n×n symmetric; c: scalar positive; (W' W)^2 = c^2 W' Q W |- Q ∝ I",
  },
  {
    id: 'shared-eigenvectors',
    dims: { n: 2 },
    integer: 16,
    text: "W: n×n invertible; M: n×n pd; W' W M = M W' W |- W' W ~~ M",
  },
  {
    id: 'tight-frame-nonsymmetric',
    dims: { m: 2 },
    integer: 1,
    text: "Q: m×m; c: scalar; (forall v: m. v' Q v = c v' v) |- Q = c I",
  },
  {
    id: 'local-minimum-form',
    dims: { N: 1, k: 1 },
    integer: 2,
    text: "F: R^N -> R^k; l: R^k -> R; theta: N; grad[theta](l(F(theta))) = 0; hess[theta](l(F(theta))) is pd |- hess[theta](l(F(theta))) = jac(F)(theta)' hess(l)(F(theta)) jac(F)(theta)",
  },
  {
    id: 'multiple-of-gram',
    dims: { N: 2, k: 2 },
    integer: 2,
    text: "F: R^N -> R^k; l: R^k -> R; theta: N; grad(l)(F(theta)) = 0; hess(l)(F(theta)) is pd |- hess[theta](l(F(theta))) ∝ jac(F)(theta)' jac(F)(theta)",
  },
  {
    id: 'rank-semidefinite',
    dims: { k: 2, n: 1 },
    integer: 1,
    text: "J: k×n; H: k×k psd |- rank(J' H J) = rank(J)",
  },
  {
    id: 'rank-indefinite',
    dims: { k: 2, n: 1 },
    integer: 1,
    text: "J: k×n; H: k×k symmetric invertible |- rank(J' H J) = rank(J)",
  },
  {
    id: 'loss-implies-behaviour',
    dims: { N: 1, k: 1 },
    integer: 2,
    text: 'F: R^N -> R^k; l: R^k -> R; a, b: N; l(F(a)) = l(F(b)) |- F(a) = F(b)',
  },
  {
    id: 'merged-inputs-mean-low-rank',
    dims: { n: 2 },
    integer: 2,
    text: 'W: m×n; x, y: n; p: R^m -> R^k; W x = W y; k >= 2; m >= 2 |- x = y',
  },
  {
    id: 'flat-off-interpolation',
    dims: { N: 1, k: 1 },
    integer: 2,
    text: 'F: R^N -> R^k; l: R^k -> R; theta, v: N; grad[theta](l(F(theta))) = 0; jac(F)(theta) v = 0 |- hess[theta](l(F(theta))) v = 0',
  },
  {
    id: 'inverse-transposed',
    dims: { n: 2 },
    integer: 2,
    text: "A, B: n×n invertible |- inv(A) B = inv(A') B",
  },
  {
    id: 'inverse-order',
    dims: { n: 2 },
    integer: 2,
    text: 'A, B: n×n invertible |- inv(A B) = inv(A) inv(B)',
  },
  {
    id: 'cayley-hamilton-2',
    dims: { n: 3 },
    integer: 2,
    text: 'A: n×n; n >= 2 |- A^2 - tr(A) A + det(A) I = 0',
  },
  {
    id: 'gram-of-onto',
    dims: { k: 1, N: 2 },
    integer: 1,
    text: "J: k×N onto |- J' J is invertible",
  },
  { id: 'relu-positive-part', dims: { n: 1 }, integer: 2, text: 'x: n |- relu(x) = x' },
  { id: 'tanh-identity', dims: {}, integer: 2, text: 'x: scalar |- tanh(x) = x' },
  { id: 'norm-additive', dims: {}, integer: 2, text: 'x, y: n |- |x + y| = |x| + |y|' },
];
