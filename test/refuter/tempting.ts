/**
 * True claims that tempt floating point to a violation: sides that agree in all but the last
 * digits, conditions of 1e12, gaps of 1e-9, scales of 1e±150, inequalities that are equalities
 * somewhere. None may ever be refuted.
 */
export interface Tempting {
  readonly id: string;
  readonly text: string;
}

export const tempting: readonly Tempting[] = [
  { id: 'inverse-twice', text: 'A: n×n invertible |- inv(inv(A)) = A' },
  {
    id: 'inverse-ill-conditioned',
    text: 'A: n×n; t: scalar; t = 1/10^12; A + t I is invertible |- (A + t I) inv(A + t I) = I',
  },
  {
    id: 'inverse-scaled',
    text: 'A, B: n×n invertible; t: scalar; t = 10^150 |- inv(t A B) = inv(B) inv(A) / t',
  },
  {
    id: 'solve-ill-conditioned',
    text: "A: n×n psd; x, b: n; t: scalar; t = 1/10^12; (A + t I) x = b |- b' x >= t |x|^2",
  },
  { id: 'absorption', text: 'x, t: scalar; t = 10^150 |- (t + x) - t = x' },
  {
    id: 'cancellation-of-squares',
    text: 'a, b, t: scalar; t = 10^9 |- (a + t b)^2 - (a - t b)^2 = 4 t a b',
  },
  { id: 'length-tiny', text: 'x: n nonzero; t: scalar; t = 1/10^150 |- |t x|^2 > 0' },
  { id: 'length-scaled', text: 'x: n; t: scalar; t = 10^150 |- |t x|^2 = t^2 |x|^2' },
  {
    id: 'triangle-scaled',
    text: 'x, y: n; t: scalar; t = 1/10^150 |- |t x + t y| <= t |x| + t |y|',
  },
  { id: 'rank-tiny', text: 'W: m×n onto; t: scalar; t = 1/10^150 |- rank(t W) = m' },
  {
    id: 'rank-definite-tiny',
    text: "J: k×n; H: k×k pd; t: scalar; t = 1/10^150 |- rank(J' (t H) J) = rank(J)",
  },
  { id: 'definite-by-a-hair', text: 'A: n×n psd; t: scalar; t = 1/10^150 |- A + t I is pd' },
  { id: 'determinant-of-hair', text: 'A: n×n psd; t: scalar; t = 1/10^12 |- det(A + t I) > 0' },
  {
    id: 'determinant-product',
    text: 'A, B: n×n; t: scalar; t = 1/10^12 |- det((A + t I) B) = det(A + t I) det(B)',
  },
  {
    id: 'eigenvalue-gap',
    text: 'A: n×n symmetric; t: scalar; t = 1/10^9 |- lambda[1](A + t I) > lambda[1](A)',
  },
  { id: 'eigenvalues-in-order', text: 'A: n×n symmetric; n >= 2 |- lambda[1](A) >= lambda[2](A)' },
  { id: 'weyl', text: 'A, E: n×n symmetric |- |lambda[1](A + E) - lambda[1](A)| <= norm(E)' },
  {
    id: 'weyl-at-a-gap',
    text: 'A: n×n symmetric; t: scalar; t = 1/10^9; n >= 2 |- |lambda[2](A + t I) - lambda[2](A)| <= t',
  },
  { id: 'frobenius-above-spectral', text: 'A: m×n |- normF(A) >= norm(A)' },
  { id: 'frobenius-below-rank', text: 'A: m×n |- normF(A)^2 <= rank(A) norm(A)^2' },
  { id: 'spectral-submultiplicative', text: 'A, B: n×n |- norm(A B) <= norm(A) norm(B)' },
  { id: 'cauchy-schwarz', text: 'x, y: n |- dot(x, y)^2 <= |x|^2 |y|^2' },
  { id: 'cauchy-schwarz-rooted', text: 'x, y: n |- |dot(x, y)| <= |x| |y|' },
  { id: 'means', text: 'a, b: scalar positive |- (a + b)/2 >= sqrt(a b)' },
  { id: 'trace-of-square', text: 'A: n×n psd |- tr(A)^2 >= tr(A A)' },
  { id: 'log-determinant', text: 'A: n×n pd |- logdet(A) <= tr(A) - n' },
  { id: 'exponential-tangent', text: 'x: scalar |- exp(x) >= 1 + x' },
  { id: 'exponential-inverse', text: 'x: scalar |- exp(x) exp(-x) = 1' },
  { id: 'logarithm-of-exponential', text: 'x: scalar |- log(exp(x)) = x' },
  { id: 'root-of-square', text: 'x: scalar |- sqrt(x^2) = |x|' },
  { id: 'tanh-below-one', text: 'x: scalar |- tanh(x) < 1' },
  { id: 'tanh-below-identity', text: 'x: scalar positive |- tanh(x / 10^9) < x / 10^9' },
  { id: 'sigmoid-symmetric', text: 'x: scalar |- sigmoid(x) + sigmoid(-x) = 1' },
  { id: 'softplus-above-relu', text: 'x: scalar |- softplus(x) > relu(x)' },
  { id: 'gelu-odd-part', text: 'x: scalar |- gelu(x) - gelu(-x) = x' },
  { id: 'isometry', text: 'R: n×n orthogonal; x: n |- |R x| = |x|' },
];
