/** Claims to begin with; a test holds each against the verdict that stands here. */
import type { VerdictName } from '../verdict/verdict.ts';

export interface GalleryClaim {
  readonly title: string;
  readonly claim: string;
  readonly verdict: VerdictName;
}

const proved = (title: string, claim: string): GalleryClaim => ({
  title,
  claim,
  verdict: 'proved',
});
const refuted = (title: string, claim: string): GalleryClaim => ({
  title,
  claim,
  verdict: 'refuted',
});

export const gallery: readonly GalleryClaim[] = [
  refuted(
    'A cancellation that is not one',
    "W: m×n; Q: m×m symmetric; c: scalar positive |- W' W = c W' Q W <=> I = c Q",
  ),
  proved(
    'The same with full row rank',
    "W: m×n onto; Q: m×m symmetric; c: scalar positive |- W' W = c W' Q W <=> I = c Q",
  ),
  proved('The trace of a product', 'A: m×n; B: n×m |- tr(A B) = tr(B A)'),
  proved('The inverse of a product', 'A, B: n×n invertible |- inv(A B) = inv(B) inv(A)'),
  refuted('Products do not commute', 'A, B: n×n |- A B = B A'),
  refuted('Rank is not additive', 'A, B: m×n |- rank(A + B) = rank(A) + rank(B)'),
  proved('Rank through a positive definite matrix', "J: k×n; H: k×k pd |- rank(J' H J) = rank(J)"),
  refuted('ReLU and any scalar', 'W: m×n; x: n; c: scalar |- relu(W (c x)) = c relu(W x)'),
  proved(
    'ReLU and a scalar that is not negative',
    'W: m×n; x: n; c: scalar nonnegative |- relu(W (c x)) = c relu(W x)',
  ),
  proved('The chain rule', "W: m×n; h: n; p: R^m -> R |- grad[h](p(W h)) = W' grad(p)(W h)"),
  proved(
    'The Jacobian of a layer',
    "W: m×n; h: n; phi: activation |- jac[h](phi(W h)) = diag(phi'(W h)) W",
  ),
  proved(
    'Gauss-Newton where the loss is flat',
    'F: R^N -> R^k; l: R^k -> R; theta: N; grad(l)(F(theta)) = 0 |- hess[theta](l(F(theta))) ' +
      "= jac(F)(theta)' hess(l)(F(theta)) jac(F)(theta)",
  ),
  proved('Softmax sums to one, row by row', 'S: n×k |- sum[j in 1..k](softmax(S)[i,j]) = 1'),
  proved(
    'The mean square of a random layer',
    'W: m×n ~ normal(0, s/n); s: scalar positive; x: n |- E[|W x|^2] = s m/n |x|^2',
  ),
  proved('A projector and its complement', 'P: n×n projector |- P (I - P) = 0'),
  {
    title: 'Determinants of sums: a search finds nothing',
    claim: 'A, B, C: n×n psd |- det(A + B + C) + det(C) >= det(A + C) + det(B + C)',
    verdict: 'survived',
  },
  refuted('A norm is not linear', 'x, y: n |- |x + y| = |x| + |y|'),
  proved(
    'Gradient of least squares: what is it?',
    'X: n×d; y: n; w: d |- grad[w](|X w - y|^2) = ?',
  ),
  proved('Gradient of log det: what is it?', 'X: n×n invertible |- grad[X](logdet(X)) = ?'),
  {
    title: 'A shape that does not fit',
    claim: 'W: m×n; h: n |- W h = h',
    verdict: 'ill-typed',
  },
];
