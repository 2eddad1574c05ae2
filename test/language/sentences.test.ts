/** Statements without declarations: the claim that each of them makes, and the two where it makes two. */
import { expect, test } from 'vitest';
import { type ClaimError, claimText, parseClaim } from '../../src/language/index.ts';

/** The claims that are offered to paste. */
const offered = (typed: string): readonly string[] => {
  try {
    return [`read: ${claimText(parseClaim(typed))}`];
  } catch (error) {
    const { suggestion } = error as ClaimError;
    return [...(suggestion ?? '').matchAll(/"([^"]*\|-[^"]*)"/g)].map(([, text = '']) => text);
  }
};

test.each<readonly [typed: string, ...claims: readonly string[]]>([
  // what stands above the line is an exponent
  ['x: scalar |- e⁻ˣ = 1/eˣ', 'read: x: scalar |- exp(-x) = 1 / exp(x)'],
  // `for all` and `for some` bind in the statement before them
  [
    'A: n×n symmetric |- A is psd iff x^T A x >= 0 for all x',
    "A: n x n symmetric |- A is psd <=> (forall x: n. x' A x >= 0)",
  ],
  [
    String.raw`x^\top A x > 0 \ \forall x \neq 0 \iff A \succ 0`,
    "A: n x n |- (forall x: n nonzero. x' A x > 0) <=> A is pd",
  ],
  ['A x = 0 for all x => A = 0', 'A: n x n; forall x: n. A x = 0 |- A = 0'],
  ["A is psd iff A = B' B for some B", "A: n x n |- A is psd <=> (exists B: n x n. A = B' B)"],
  // both meanings are shown
  [
    'A > 0 => det(A) > 0',
    'A: n x n; A is pd |- det(A) > 0',
    'A: n x n; forall i in 1..n. forall j in 1..n. A[i,j] > 0 |- det(A) > 0',
  ],
  ['A: m×n |- A A^† A = A', 'A: m x n |- A pinv(A) A = A', "A: m x n |- A A' A = A"],
  [
    'x.var() == (x**2).mean() - x.mean()**2',
    'x: n |- mean((x - mean(x) ones) .^ 2) = mean(x .^ 2) - mean(x)^2',
    'x: n |- n / (n - 1) mean((x - mean(x) ones) .^ 2) = mean(x .^ 2) - mean(x)^2',
  ],
  // entries, families, letters that are matrices
  ['Σ_ij a_ij² = ‖A‖_F²', 'A: m x n |- sum[i](sum[j](A[i,j]^2)) = normF(A)^2'],
  ['λ₁(A) ≥ aᵢᵢ for every i', 'A: n x n |- forall i in 1..n. lambda[1](A) >= A[i,i]'],
  ['‖Σᵢ xᵢ‖ ≤ Σᵢ ‖xᵢ‖', 'x[i]: d for i in 1..n |- norm(sum[i](x[i])) <= sum[i](norm(x[i]))'],
  ['K.T @ K == N', "N: n x n; K: n x n |- K' K = N"],
  // functions that the text defines
  [
    'Attention(Q, K, V) = softmax(Q K^T) V; Attention(Q, K, c V) = c Attention(Q, K, V)',
    "V: n x n; c: scalar; K: n x n; Q: n x n |- softmax(Q K') (c V) = c (softmax(Q K') V)",
  ],
  [
    'f = lambda x: x @ A @ x; jax.hessian(f)(x) == A + A.T',
    "A: n x n; x: n |- hess[x](x' A x) = A + A'",
  ],
  [
    String.raw`f(x) = \|Ax - b\|^2; f(\frac{x+y}{2}) \le \frac{f(x)+f(y)}{2}`,
    'b: n; y: n; x: n; A: n x n |- norm(A ((x + y) / 2) - b)^2 <= (norm(A x - b)^2 + norm(A y - b)^2) / 2',
  ],
  // the strict order of matrices
  [
    'A, B: n×n symmetric; 0 ≺ A ⪯ B |- inv(B) <<= inv(A)',
    'read: A: n x n symmetric; B: n x n symmetric; A is pd and A <<= B |- inv(B) <<= inv(A)',
  ],
  [
    String.raw`A, B: n×n symmetric; A \succ B |- tr(A) > tr(B)`,
    'read: A: n x n symmetric; B: n x n symmetric; A - B is pd |- tr(A) > tr(B)',
  ],
  // `square` stays a hypothesis
  ['AB = I ⇒ BA = I for square A, B', 'A: n x n; B: n x n; A B = I |- B A = I'],
  // a letter that is transposed is a vector
  [String.raw`\nabla_\theta \theta^\top x = x`, "x: n; theta: n |- grad[theta](theta' x) = x"],
  // singular values and their quotient
  ['‖A‖_F² = Σᵢ σᵢ(A)²', "A: n x n |- normF(A)^2 = sum[i in 1..n](lambda[i](A' A))"],
  ['κ(A) ≥ 1', 'A: n x n |- sigma_max(A) / sigma_min(A) >= 1'],
  ['A: m×n; i in 1..m |- A[i,:] = A[1,:]', 'read: A: m x n |- forall i in 1..m. A[i,:] = A[1,:]'],
])('%s', (typed, ...claims) => {
  expect(offered(typed)).toEqual(claims);
});

test.each([
  [String.raw`\lim_{n\to\infty} x^n = 0`, 'limits are not read'],
  ['∫ x dx = 1', 'integrals are not read'],
  [String.raw`\sum_{k=0}^{\infty} r^k = 1/(1 - r)`, 'sums without end are not read'],
  ['cos(π/3) = 1/2', 'pi is not declared'],
])('%s says what is not read', (typed, message) => {
  expect(() => parseClaim(typed)).toThrow(message);
});

test('statistics of data are not those of a random variable', () => {
  expect(offered('x: n ~ normal(0, I) |- np.var(x) = 1')).toEqual([
    "x: n ~ normal(0, I) |- E[x x'] - E[x] E[x]' = I",
  ]);
});
