/**
 * False neighbours of claims on means, layers, degenerate sizes and spectra: none is proved, each
 * is refuted.
 */
import { describe, expect, test } from 'vitest';
import { parseClaim } from '../../src/language/index.ts';
import { prove } from '../../src/prover/index.ts';
import { examine } from '../../src/verdict/examine.ts';

const means: readonly string[] = [
  'x[i]: scalar ~ normal(0, 1) for i in 1..N; a[i]: scalar for i in 1..N; f: R×R -> R |- N^2 E[sum[i](sum[j](a[i] a[j] f(x[i], x[j])))] = (sum[i](a[i]))^2 E[sum[i](sum[j](f(x[i], x[j])))]',
  "x: n ~ normal(0, 1); a: n |- E[relu'(a' x)] = relu'(a' a)",
  'z, w: scalar ~ normal(0, 1); f: R -> R |- E[f(z) f(w)] = E[f(z)^2]',
  'z: scalar ~ normal(1, 1); f: R -> R |- E[f(z)] = E[f(z - 1)]',
  "z: scalar ~ rademacher; f: R -> R |- E[z f(z)] = E[f'(z)]",
  "x: n ~ normal(0, 1); phi: activation; a, b: n |- E[phi(a' x)] = E[phi(b' x)]",
  'W: n×n ~ normal(0, 1) |- E[tr(W^3)] = n',
  "W: m×n ~ normal(0, 1) |- E[W' W W' W] = m (m + n) I",
  'W: n×n ~ normal(0, 1) |- E[det(W)] = 1',
  'W: 2×2 ~ normal(0, 1) |- E[det(W)^2] = 1',
  'W: 1×1 ~ normal(0, 1) |- E[tr(W)^4] = 1',
  "W: n×1 ~ normal(0, 1) |- E[W' W] = 1",
  "x: n ~ normal(0, S); S: n×n |- S = S'",
  "x: n ~ normal(0, S); S: n×n; A: n×n |- E[x x' A x x'] = S A S + tr(A S) S",
  "x[i]: n ~ normal(0, 1) for i in 1..N; N >= 2 |- E[(x[1]' x[2])^2] = 0",
  "x[i]: n ~ normal(0, 1) for i in 1..N |- E[x[1]' x[1]] = 1",
  "x[i]: n ~ normal(0, 1) for i in 1..N; a[i]: n for i in 1..N |- E[sum[i](a[i]' x[i])^2] = |sum[i](a[i])|^2",
  "x: n ~ normal(0, 1) |- forall A: n×n. E[x' A x] = ones' A ones",
  "x: n ~ normal(0, c); c: scalar; forall A: n×n. E[x' A x] = 2 tr(A) |- c = 1",
  'f: R -> R; z: scalar ~ normal(0, 1); (forall t: scalar. f(t) = t^2) |- E[f(z)] = 0',
  'f, g: R -> R; z: scalar ~ normal(0, 1); (forall t: scalar. f(t) = g(t) + 1) |- E[f(z)] = E[g(z)]',
  "f, g: R -> R; z: scalar ~ normal(0, 1); E[f(z)] = E[g(z)] |- E[f'(z)] = E[g'(z)]",
  "f: R -> R; z: scalar ~ normal(m, 1); m: scalar; E[f(z)] = m |- E[f'(z)] = 1",
  "f: R -> R; s: scalar positive; z: scalar ~ normal(0, s) |- grad[s](E[f(z)]) = 1/2 E[f'(z)]",
  "f: R -> R; c: scalar; z: scalar ~ normal(0, 1) |- grad[c](E[f(c z)]) = E[z f'(c z)] + 1",
];

const vanishing: readonly string[] = [
  'A: m×n; exists B: n×m. A B = I |- A is one-to-one',
  'A: m×n; B: n×m; A B = I |- B A = I',
  'A: m×n; B: n×m; A B = I |- B is onto',
  'A: m×n; B: n×m; A B is invertible |- B A is invertible',
  'A: m×n; B: n×m; A B is invertible |- A is one-to-one',
  'A: m×n; B: n×m; n <= m |- det(A B) = 0',
  'A: 2×3; B: 3×2 |- det(A B) = 0',
  'A: m×n onto; B: m×n onto |- m = n',
  'x, y: scalar |- x y = 0 <=> x = 0 and y = 0',
  'x: scalar |- x^2 = 1 <=> x = 1 or x = 0',
  'a, b: scalar |- a <= b or b < a - 1',
  'a, b: scalar |- a < b or a > b',
  'a, b: scalar |- a = b and a = 1 or b = 2 => b = 1',
  'A: n×n; x: n; A x = 0 |- A = 0 or x = 0',
  'a: scalar; a <= 1 or a >= 2 |- (a - 1) (a - 3) >= 0',
  'A: n×n |- A A = 0 <=> A = 0',
  "A: n×n; B: n×n; A' A - B' B = 0 |- A = 0",
  'A: n×n symmetric |- I + A is invertible',
  'A: n×n psd |- I - A is invertible',
  "A: m×n; l: scalar nonnegative |- A' A + l I is invertible",
  "A: n×n symmetric; x: n; x' A x = 0 |- A x = 0",
  'A, B: n×n symmetric; x: n; (A + B) x = 0 |- A x = 0 and B x = 0',
  'x, y: n; |x|^2 - |y|^2 = 0 |- x = 0',
  'a, b: scalar; a^2 + a b = 0 |- b = 0',
  "J: k×n; H: k×k psd; v: n; J' H J v = 0 |- J v = 0",
];

const layers: readonly string[] = [
  'W[l]: d[l]×d[l-1] for l in 1..L |- W[1] = 0',
  'W[l]: d[l]×d[l-1] for l in 1..L; (forall l in 1..L-1. W[l] = 0) |- W[1] = 0',
  'W[l]: n×n for l in 1..L; (forall l in 1..L. W[l] is symmetric) |- prod[l=L..1](W[l]) is symmetric',
  'W[l]: n×n orthogonal for l in 1..L |- prod[l=L..1](W[l]) = I',
  'W[l]: n×n for l in 1..L |- prod[l=L..1](W[l]) = prod[l=1..L](W[l])',
  'W[l]: n×n for l in 1..L |- prod[l=L..2](W[l]) = I',
  'W[l]: n×n for l in 1..L; L = 1 |- prod[l=L-1..1](W[l]) = 0',
  'W[l]: n×n for l in 1..L; L = 1 |- prod[l=L..3](W[l]) = 0',
  'W[l]: n×n for l in 1..L |- sum[l in 1..L-1](W[l]) = sum[l in 1..L](W[l])',
  'W[l]: n×n for l in 1..L; (forall l in 1..L. W[l] = l I) |- sum[l in 1..L](W[l]) = 1/2 L L I',
  'W[l]: n×n for l in 1..L |- grad[W[1]](normF(prod[l=L..1](W[l]))^2) = 0',
  'W[l]: n×n for l in 1..L |- forall l in 1..L. grad[W[l]](normF(W[1])^2) = 0',
  "W[l]: d[l]×d[l-1] for l in 1..L |- sum[l in 1..L](tr(W[l] W[l]')) = tr(W[1] W[1]')",
  'W[l]: d[l]×d[l-1] for l in 1..L; (forall l in 1..L-1. norm(W[l]) <= 1) |- norm(prod[l=L..1](W[l])) <= 1',
  'W[l]: d[l]×d[l-1] onto for l in 1..L |- prod[l=L..1](W[l]) is one-to-one',
  'b[l]: scalar for l in 1..L; prod[l=L..1](b[l]) = 0 |- b[1] = 0',
  'b[l]: scalar for l in 1..L |- forall l in 1..L. b[l] / b[l] = 2',
  'W[l]: n×n for l in 1..L; (forall l in 1..L-1. W[l+1] = W[l]) |- W[L] = 0',
  'W[l]: n×n for l in 1..L; (forall l in 1..L-1. W[l+1] = 2 W[l]) |- W[L] = 2^L W[1]',
  'W[l]: n×n for l in 1..L; (forall l in 1..L-1. W[l+1] = 2 W[l]) |- W[L] = W[1]',
  'W[l]: n×n for l in 1..L; (forall l in 1..L-1. W[l+1] = W[l] + I) |- W[L] = W[1] + L I',
  'W[l]: n×n for l in 1..L |- prod[l=L..1](W[l]) = W[L] prod[l=L..1](W[l])',
  'W[l]: n×n for l in 1..L |- prod[l=L..1](W[l]) = prod[l=L-1..1](W[l]) W[L]',
  'A[l]: scalar for l in 1..L; f: R -> R; z: scalar ~ normal(0, 1); L >= 2; (forall l in 1..L-1. E[f(l z)] = A[l+1]) |- forall l in 1..L-1. A[l+1] = A[2]',
  'W[l]: n×n for l in 1..L; f: R -> R; z: scalar ~ normal(0, 1) |- 2 sum[l in 1..L](l E[f(l z)]) = (L + 1) sum[l in 1..L](E[f(l z)])',
  'A[l]: d[l] for l in 1..L |- |A[L]|^2 = |A[1]|^2',
];

const sizes: readonly string[] = [
  'u: L; f: R -> R; z: scalar ~ normal(0, 1); L >= 2; (forall l in 1..L. E[f(l z)] = l) |- 1 = 2',
  'x: n ~ normal(0, 1); f: R^n -> R; y: m ~ normal(0, 1); g: R^m -> R |- E[f(x)] = E[g(y)]',
  'A: 1×1 |- pinv(A) A = 1',
  'A: 1×1 |- det(2 A) = 4 det(A)',
  'A: 1×1 |- lambda[1](A) = norm(A)',
  'A: 1×n; B: n×1 |- vec(A) = B',
  'a, b: n |- kron(a, b) = kron(b, a)',
  "a, b: n |- vec(a b') = kron(a, b)",
  "A: n×n |- vec(A') = vec(A)",
  'A: m×n; B: p×q |- rank(kron(A, B)) = rank(A) + rank(B)',
  'A: 2×2; B: 3×3 |- det(kron(A, B)) = det(A)^2 det(B)^3',
  "A: n×n; X: n×n; B: n×n |- vec(A X B) = kron(A, B') vec(X)",
  'v: n |- pinv(v) v = 1',
  'c: scalar; k: scalar |- (c^2)^2 = c^3',
  'x: L; c: scalar; c^L = 0 |- c^(L-1) = 0',
  'x: L; c, b: scalar |- (c b)^L = c^L + b^L',
  'A: n×n; W[l]: n×n for l in 1..L; A^L = 0 |- A^(L-1) = 0',
  'A: n×n; W[l]: n×n for l in 1..L; A^(L-1) = I |- A^L = I',
  'A, B: n×n; W[l]: n×n for l in 1..L |- (A B)^L = (B A)^L',
  'A: n×n; W[l]: n×n for l in 1..L |- det(A^L) = det(A)',
];

const spectra: readonly string[] = [
  'A: m×n |- norm(A) = normF(A)',
  'A, B: m×n |- norm(A + B) = norm(A) + norm(B)',
  'A: n×n symmetric |- lambda[1](-A) = -lambda[1](A)',
  'A, B: n×n symmetric |- lambda[2](A + B) <= lambda[2](A) + lambda[2](B)',
  'A: n×n psd |- lambda[1](A) >= tr(A)',
  'A: n×n pd |- lambda[1](A) >= 1',
  "A: m×n |- sigma_min(A) = sigma_min(A' A)",
  'A: m×n; x: n |- |A x| <= sigma_min(A) |x|',
  'A: m×n; B: n×k |- sigma_min(A B) >= sigma_min(A) sigma_min(B)',
  'A, B: n×n |- rank(A B) = rank(B A)',
  'A: n×n; A^2 = A^3 |- rank(A) = tr(A)',
  "A: n×n; u, v: n |- rank(A + u v') = rank(A) + 1",
  "U: m×n; A: k×m; U' U = I |- norm(A U) = norm(A)",
  "U: n×2; A: n×n symmetric |- tr(U' A U) <= lambda[1](A) + lambda[2](A)",
  'A, B: n×n pd; A >>= B |- inv(A) >>= inv(B)',
  "x, y: n |- |x' y| = |x| |y|",
  's: scalar |- sqrt(s^2) = s',
  's: scalar |- hess[s](sqrt(s)) = 1 / (4 s sqrt(s))',
  's, t: scalar positive |- log(s t) = log(s) log(t)',
  's: scalar |- exp(s) >= s + 2',
  's, t: scalar |- exp(s + t) = exp(s) + exp(t)',
  'u: n |- jac[u](softmax(u)) = diag(softmax(u))',
  'u: n |- softmax(u) = exp(u) / n',
  "u: n |- hess[u](log(ones' exp(u))) = diag(softmax(u))",
  's: scalar |- abs(s) = s',
  "s: scalar |- relu'(s) = 1",
  's, c: scalar |- relu(c s) = c relu(s)',
  "s: scalar |- silu'(s) = sigmoid(s)",
  "A, B: n×n symmetric; u, v: n unit; A v = lambda[1](A) v; B u = lambda[1](B) u; n >= 2 |- (lambda[1](A) - lambda[2](A))^2 (1 - (u' v)^2) <= norm(A - B)^2",
];

describe.each([
  ['means of what is random', means],
  ['inverses, sums that vanish, one of two', vanishing],
  ['layers, products, sums and powers', layers],
  ['sizes that are 1, and shapes that coincide', sizes],
  ['norms, spectra and named functions', spectra],
] as const)('%s', (_, claims) => {
  test.each(claims)(
    '%s',
    async (claim) => {
      const found = await examine(claim, { time: 5, seed: 1 });
      expect(found.verdict, found.message ?? claim).toBe('refuted');
    },
    30_000,
  );
});

/** False by laws that only their moments tell: the search has no two such laws at hand. */
const sameMoments: readonly string[] = [
  "z: scalar ~ independent(m, 1); m: scalar; f: R -> R |- grad[m](E[f(z)]) = E[f'(z)]",
  'z: scalar ~ independent(0, 1); w: scalar ~ independent(0, 1); f: R -> R |- E[f(z)] = E[f(w)]',
  'z: scalar ~ independent(0, 1); w: scalar ~ independent(0, 1) |- E[tanh(z)] = E[tanh(w)]',
  'x: n ~ independent(0, 1, 0, 3); y: n ~ independent(0, 1, 0, 3); f: R^n -> R |- E[f(x)] = E[f(y)]',
];
test.each(sameMoments)('is not proved: %s', (claim) => {
  expect(prove(parseClaim(claim), { time: 1500 })).toBeNull();
});

test('there are at least eighty of them', () => {
  expect(
    new Set([...means, ...vanishing, ...layers, ...sizes, ...spectra]).size,
  ).toBeGreaterThanOrEqual(80);
});
