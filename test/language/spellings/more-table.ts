/**
 * Spellings of physicists, statisticians and users of PyTorch, and wrong inputs: what is read or
 * answered.
 */
import type { Spelling } from './table.ts';

export const others: readonly Spelling[] = [
  {
    typed: 'x: n |- sum[i](x[i]) sum[i, j](x[i] x[j]) = sum[i](x[i])^3',
    read: 'x: n |- sum[i](x[i]) sum[i](sum[j](x[i] x[j])) = sum[i](x[i])^3',
  },
  {
    typed: 'A \\in \\mathbb{R}^{n\\times n} |- \\mathrm{Tr}\\,A = \\mathrm{Tr}\\,A^T',
    read: "A: n x n |- tr(A) = tr(A')",
  },
  {
    typed: 'x, y \\in \\mathbb R^n |- x \\cdot y = y \\cdot x',
    answer:
      'this can be read in 2 ways: the inner product of the vectors, or their product entry by entry',
    hint: 'write "x: n; y: n |- x\' y = y\' x" or "x: n; y: n |- x .* y = y .* x"',
  },
  {
    typed: 'v: 3; w: 3 |- \\vec v \\cdot \\vec w = \\vec w \\cdot \\vec v',
    answer:
      'this can be read in 2 ways: the inner product of the vectors, or their product entry by entry',
    hint: 'write "v: 3; w: 3 |- v\' w = w\' v" or "v: 3; w: 3 |- v .* w = w .* v"',
  },
  {
    typed: 'A: n×n; |- \\mathrm{det}(A^{\\mathsf T}) = \\det(A)',
    read: "A: n x n |- det(A') = det(A)",
  },
  { typed: 'A: n×n |- A^{\\intercal} = A^\\top', read: "A: n x n |- A' = A'" },
  { typed: 'A: n×n |- A^{\\prime\\prime} = A', read: "A: n x n |- (A')' = A" },
  {
    typed: 'f: R^n -> R; x: n |- \\partial_x f(x) = \\nabla f(x)',
    answer: 'this derivative is not read',
    hint: 'write grad[x](..) or jac[x](..)',
  },
  {
    typed: 'x \\in \\mathbb{R} |- \\frac{d}{dx} x^3 = 3x^2',
    read: 'x: scalar |- grad[x](x^3) = 3 x^2',
  },
  { typed: 'x: scalar |- d/dx (x^2) = 2x', read: 'x: scalar |- grad[x](x^2) = 2 x' },
  {
    typed: 'x: scalar |- \\frac{\\mathrm{d}}{\\mathrm{d}x} \\sin x = \\cos x',
    read: 'x: scalar |- grad[x](sin(x)) = cos(x)',
  },
  {
    typed: 'A: n×n symmetric |- \\lambda_{\\max}(A) \\leq \\|A\\|_F',
    read: 'A: n x n symmetric |- lambda_max(A) <= normF(A)',
  },
  {
    typed: 'A: n×n symmetric |- \\lambda_1(A) >= \\lambda_n(A)',
    read: 'A: n x n symmetric |- lambda[1](A) >= lambda[n](A)',
  },
  {
    typed: 'A: m×n |- \\mathrm{rank}(A) \\leq \\min(m, n)',
    read: 'A: m x n |- rank(A) <= min(m, n)',
  },
  {
    typed: 'A: m×n |- \\operatorname{rank}(A^\\top A) = \\operatorname{rank} A',
    read: "A: m x n |- rank(A' A) = rank(A)",
  },
  {
    typed: 'x: n |- \\|x\\|_1 \\le \\sqrt{n} \\|x\\|_2',
    read: 'x: n |- norm1(x) <= sqrt(n) norm(x)',
  },
  { typed: 'x: n |- \\|x\\|_\\infty \\leq \\|x\\|_2', read: 'x: n |- norminf(x) <= norm(x)' },
  {
    typed: 'A: n×n |- \\|A\\|_* \\geq |\\operatorname{tr} A|',
    read: 'A: n x n |- nuclear(A) >= |tr(A)|',
  },
  {
    typed: 'x: n ~ N(0, 1) |- \\operatorname{Var}(x_1) = 1',
    answer: 'Var is not a word of this language',
    hint: 'the variance of a random s is E[s^2] - E[s]^2, that of the entries of x is mean((x - mean(x) ones) .^ 2); write "x: n ~ normal(0, 1) |- E[x[1]^2] - E[x[1]]^2 = 1"',
  },
  {
    typed: 'x: scalar ~ N(mu, s); mu: scalar; s: scalar positive |- E[x^2] = mu^2 + s',
    read: 'mu: scalar; s: scalar positive; x: scalar ~ normal(mu, s) |- E[x^2] = mu^2 + s',
  },
  { typed: 'X: n×d |- X.T @ X == (X.T @ X).T', read: "X: n x d |- X' X = (X' X)'" },
  {
    typed: 'W: (out, inp); x: inp; b: out |- jac[x](W @ x + b) = W',
    read: 'W: out x inp; x: inp; b: out |- jac[x](W x + b) = W',
  },
  { typed: 'x: (n,) |- (x**2).sum() = x @ x', read: "x: n |- sum(x .^ 2) = x' x" },
  { typed: 'x: n |- torch.sum(x * x) == torch.dot(x, x)', read: 'x: n |- sum(x .* x) = dot(x, x)' },
  { typed: 'x: n |- x.pow(2).sum() == x.norm()**2', read: 'x: n |- sum(x .^ 2) = norm(x)^2' },
  { typed: 'x: n |- torch.linalg.norm(x)**2 == x.T @ x', read: "x: n |- norm(x)^2 = x' x" },
  {
    typed: 'A: n×n |- torch.trace(A) == A.diagonal().sum()',
    read: 'A: n x n |- tr(A) = sum(diag(A))',
  },
  { typed: 'x: n |- F.softmax(x, dim=0).sum() == 1', read: 'x: n |- sum(softmax(x)) = 1' },
  {
    typed: 'x: n |- torch.sigmoid(-x) == 1 - torch.sigmoid(x)',
    answer:
      '1 (scalar) and sigmoid(x) (a vector of length n): scalar and n cannot be subtracted: the shapes must be equal',
    hint: 'a scalar is never added to a matrix or a vector: write 1 ones; write "x: n |- sigmoid(-x) = ones - sigmoid(x)"',
  },
  {
    typed: 'x: n |- torch.sigmoid(-x) == torch.ones(n) - torch.sigmoid(x)',
    read: 'x: n |- sigmoid(-x) = ones - sigmoid(x)',
  },
  {
    typed: 'x: n |- np.linalg.norm(x, ord=1) <= np.sqrt(n) * np.linalg.norm(x)',
    read: 'x: n |- norm1(x) <= sqrt(n) norm(x)',
  },
  { typed: "A: n×n |- np.einsum('ii', A) == np.trace(A)", read: 'A: n x n |- tr(A) = tr(A)' },
  {
    typed: 'A: n×n invertible |- np.linalg.solve(A, b) = inv(A) b; b: n',
    answer: 'one conclusion only stands after |-',
    hint: 'join the formulas with and',
  },
  {
    typed: 'A: n×n invertible; b: n |- np.linalg.solve(A, b) = inv(A) b',
    read: 'A: n x n invertible; b: n |- inv(A) b = inv(A) b',
  },
  {
    typed: 'A: n×n invertible; b: n |- A \\ b = inv(A) b',
    answer: 'the backslash is not read',
    hint: 'write inv(A) b for A \\ b',
  },
  {
    typed: "X: n×p; y: n; rank(X) = p |- (X'X)^{-1} X' y = pinv(X) y",
    read: "X: n x p; y: n; rank(X) = p |- inv(X' X) X' y = pinv(X) y",
  },
  {
    typed: "X: n×p one-to-one; y: n; H = X (X'X)^-1 X' |- H^2 = H",
    answer: 'H is not declared',
    hint: 'write "H: n x n; X: n x p one-to-one; y: n; H = X inv(X\' X) X\' |- H^2 = H"',
  },
  {
    typed: "X: n×p one-to-one |- let H = X inv(X'X) X'; H H = H",
    answer: 'one conclusion only stands after |-',
    hint: 'join the formulas with and',
  },
  { typed: 'x: n |- sum_i x_i^2 = |x|²', read: 'x: n |- sum[i](x[i]^2) = |x|^2' },
  { typed: 'x: n |- Σ_i x_i² = |x|²', read: 'x: n |- sum[i](x[i]^2) = |x|^2' },
  { typed: 'x: n |- ∑ᵢ xᵢ² = ‖x‖²', read: 'x: n |- sum[i](x[i]^2) = norm(x)^2' },
  { typed: 'A: n×n |- ∑_{i=1}^n A_{i,i} = tr A', read: 'A: n x n |- sum[i](A[i,i]) = tr(A)' },
  { typed: 'A: n×n psd |- A ≽ 0', read: 'A: n x n psd |- A >>= 0' },
  { typed: 'A: n×n pd |- A ≻ 0', read: 'A: n x n pd |- A is pd' },
  {
    typed: 'a, b: scalar; a > 0, b > 0 |- sqrt(a b) <= (a+b)/2',
    read: 'a: scalar; b: scalar; a > 0; b > 0 |- sqrt(a b) <= (a + b) / 2',
  },
  { typed: 'a, b: scalar |- 2ab ≤ a² + b²', read: 'a: scalar; b: scalar |- 2 a b <= a^2 + b^2' },
  { typed: "x: R^n; A: R^{n x n} |- x'A'x = x'Ax", read: "x: n; A: n x n |- x' A' x = x' A x" },
  { typed: "x, y: ℝⁿ |- |x'y| ≤ |x||y|", read: "x: n; y: n |- |x' y| <= |x| |y|" },
  { typed: 'x: n |- x⊤x = ‖x‖₂²', read: "x: n |- x' x = norm(x)^2" },
  { typed: 'A ∈ ℝⁿˣⁿ |- tr(A) = tr(Aᵀ)', read: "A: n x n |- tr(A) = tr(A')" },
  {
    typed: 'p: k nonnegative; sum(p) = 1 |- -sum(p .* log(p)) >= 0',
    read: 'p: k nonnegative; sum(p) = 1 |- -sum(p .* log(p)) >= 0',
  },
  {
    typed: 'p, q: k positive; sum(p) = 1; sum(q) = 1 |- sum(p .* log(p ./ q)) >= 0',
    read: 'p: k positive; q: k positive; sum(p) = 1; sum(q) = 1 |- sum(p .* log(p ./ q)) >= 0',
  },
  { typed: "Let A be an n×n symmetric matrix. Then A = A'.", read: "A: n x n symmetric |- A = A'" },
  {
    typed: 'A: n×n; A = A^T => A is symmetric',
    answer: 'no sign |- says what is given and what is claimed',
    hint: 'put |- in front of what is claimed; write "A: n x n; A = A\' |- A is symmetric"',
  },
  {
    typed: 'A: 3x3 |- trace(A) = A11 + A22 + A33',
    answer: 'A11 is not declared',
    hint: 'write "A: 3 x 3 |- tr(A) = A[1,1] + A[2,2] + A[3,3]"',
  },
  {
    typed: 'x: n |- argmin',
    answer: 'a formula is wanted here, and this is an expression',
    hint: 'write a relation, as in A = B',
  },
  { typed: 'A: n×n |- A⁻¹ A = I', read: 'A: n x n |- inv(A) A = I' },
  { typed: 'A, B: n×n |- A·B·A = A B A', read: 'A: n x n; B: n x n |- A B A = A B A' },
  { typed: 'A: n×n |- tr(A)tr(A) = tr(A)²', read: 'A: n x n |- tr(A) tr(A) = tr(A)^2' },
  {
    typed: 't, w: scalar |- cos²(t) + sin²(t) = 1',
    read: 't: scalar; w: scalar |- cos(t)^2 + sin(t)^2 = 1',
  },
  {
    typed: 'x: scalar |- sin(2x) = 2 sin x cos x',
    answer: 'this can be read in 2 ways: sin of x, or sin of x cos x',
    hint: 'write "x: scalar |- sin(2 x) = 2 sin(x) cos(x)" or "x: scalar |- sin(2 x) = 2 sin(x cos(x))"',
  },
  {
    typed: 'x: scalar positive |- ln(x^2) = 2 ln x',
    read: 'x: scalar positive |- log(x^2) = 2 log(x)',
  },
  { typed: 'x: scalar |- x <= 1.5e-3', read: 'x: scalar |- x <= 3/2000' },
  { typed: 'e: n |- |e|^2 <= 12.5e+3', read: 'e: n |- |e|^2 <= 12500' },
  { typed: 'x: scalar |- x <= 1e-3 or x > 2E2', read: 'x: scalar |- x <= 1/1000 or x > 200' },
  { typed: 'x: scalar |- x^2/2 <= x^4', read: 'x: scalar |- x^2 / 2 <= x^4' },
  {
    typed: 's, t: scalar nonzero; A: n×n |- 1/s t A = A',
    read: 's: scalar nonzero; t: scalar nonzero; A: n x n |- 1 / s t A = A',
    notes: [
      'a quotient is read from left to right, a/b c as (a/b) c; the other reading is "s: scalar nonzero; t: scalar nonzero; A: n x n |- 1 / (s t) A = A"',
    ],
  },
  {
    typed: "f: R -> R; x: scalar |- f(x)' = 1",
    read: "f: R -> R; x: scalar |- f(x)' = 1",
    notes: [
      "the ' behind the number f(x) is a transpose, which changes nothing; derivatives are f'(x) or grad[x](..)",
    ],
  },
  { typed: 'x: scalar |- e^x e^{-x} = 1', read: 'x: scalar |- exp(x) exp(-x) = 1' },
  { typed: 'x: scalar |- exp(x)^2 = e^{2x}', read: 'x: scalar |- exp(x)^2 = exp(2 x)' },
];

/** Unknown words, open brackets, look-alikes, shapes that do not fit, forms of other languages. */
export const wrong: readonly Spelling[] = [
  {
    typed: 'A: m×n |- \\tarce(A) = 0',
    answer: 'the LaTeX command \\tarce is not known',
    hint: 'did you mean \\trace?',
  },
  {
    typed: 'A: m×n |- \\sqrtt{2} A = A',
    answer: 'the LaTeX command \\sqrtt is not known',
    hint: 'write "A: m x n |- sqrt(2) A = A"',
  },
  {
    typed: 'A: m×n |- A_{ij = 0',
    answer: '‘{’ is never closed',
    hint: 'put } where it ends; write "A: m x n |- forall i in 1..m. forall j in 1..n. A[i,j] = 0"',
  },
  {
    typed: 'A: m×n |- (A + A = 2 A',
    answer: 'expected ‘)’ to close the bracket, but found the end of the text',
    hint: 'write "A: m x n |- A + A = 2 A"',
  },
  {
    typed: 'A: m×n |- A + A) = 2 A',
    answer: '‘)’ closes nothing',
    hint: 'take it out, or open the bracket before; write "A: m x n |- A + A = 2 A"',
  },
  {
    typed: 'A: m×n |- [A, A; A] = A',
    answer: 'every row has as many blocks as the first, 2, and one has 1',
    hint: 'write a wide block as two, or a matrix of its own in brackets',
  },
  {
    typed: 'A: n×n |- \\begin{align} \\begin{cases} A \\end{cases} = A \\end{align}',
    answer: 'the environment ‘cases’ is not read',
    hint: 'write the formula without it; equation, align, aligned, gather and pmatrix, bmatrix are read',
  },
  {
    typed: 'А: n×n |- А = 0',
    answer: 'the character “А” (U+0410) only looks like the letter A',
    hint: 'write "A: n x n |- A = 0"',
  },
  {
    typed: 'A: n×n |- A = А',
    answer: 'the character “А” (U+0410) only looks like the letter A',
    hint: 'write "A: n x n |- A = A"',
  },
  {
    typed: 'Ρ: n×n |- Ρ Ρ = Ρ',
    answer: 'the character “Ρ” (U+03A1) only looks like the letter P',
    hint: 'write "P: n x n |- P P = P"',
  },
  {
    typed: 'A, B: n×n |- tr A B = 0',
    answer: 'this can be read in 2 ways: tr of A, or tr of A B',
    hint: 'write "A: n x n; B: n x n |- tr(A) B = 0" or "A: n x n; B: n x n |- tr(A B) = 0"',
  },
  {
    typed: 'e, x: scalar |- x <= 1e-3',
    answer: 'this can be read in 2 ways: 1e-3 as a number, or 1e-3 as 1 e - 3',
    hint: 'write "e: scalar; x: scalar |- x <= 1/1000" or "e: scalar; x: scalar |- x <= 1 e - 3"',
  },
  {
    typed: 'e3: scalar |- 2e3 = e3',
    answer: 'this can be read in 2 ways: 2e3 as a number, or 2e3 as 2 e3',
    hint: 'write "e3: scalar |- 2000 = e3" or "e3: scalar |- 2 e3 = e3"',
  },
  {
    typed: 'x: scalar |- x <= 1e400',
    answer: 'a number may have 60 digits at most',
    hint: 'write a power, as 10^100',
  },
  {
    typed: 'D: n×n pd |- D^-1/2 = D',
    answer: 'this can be read in 2 ways: ^-1/2 as the power ^(-1/2), or ^-1/2 as (..^-1)/2',
    hint: 'write "D: n x n pd |- inv(sqrtm(D)) = D" or "D: n x n pd |- inv(D) / 2 = D"',
  },
  {
    typed: 'x: scalar positive |- x^1/2 = x',
    answer: 'this can be read in 2 ways: ^1/2 as the power ^(1/2), or ^1/2 as (..^1)/2',
    hint: 'write "x: scalar positive |- x^(1/2) = x" or "x: scalar positive |- x^1 / 2 = x"',
  },
  {
    typed: 'x: scalar |- e^-x^2 = 1',
    answer: 'a power of a power can be read in two ways',
    hint: 'write brackets: e^(a^b) or (e^a)^b',
  },
  {
    typed: 'c: scalar; W[t]: n×n for t in 1..T |- c^T = c',
    answer: 'this can be read in 2 ways: ^T as the transpose, or ^T as the power T',
    hint: `write "c: scalar; W[t]: n x n for t in 1..T |- c' = c" or "c: scalar; W[t]: n x n for t in 1..T |- c^(T) = c"`,
  },
  {
    typed: 'x: scalar |- sin x cos x = 1',
    answer: 'this can be read in 2 ways: sin of x, or sin of x cos x',
    hint: 'write "x: scalar |- sin(x) cos(x) = 1" or "x: scalar |- sin(x cos(x)) = 1"',
  },
  {
    typed: 'A: n×n; A: m |- A = A',
    answer: 'A is declared twice',
    hint: 'take one of the declarations out, or give one another name',
  },
  {
    typed: 'n: n×n |- n = 0',
    answer: 'n is both a variable and a dimension',
    hint: 'give one of them another name; write "N: n x n |- N = 0" or "n: k x k |- n = 0"',
  },
  {
    typed: 'm: m×n |- m = 0',
    answer: 'm is both a variable and a dimension',
    hint: 'give one of them another name; write "M: m x n |- M = 0" or "m: k x n |- m = 0"',
  },
  {
    typed: 'I: n×n |- I = 0',
    answer: 'I is a built-in constant and cannot be declared',
    hint: 'give it another name, also as capital or small letter; write "I1: n x n |- I1 = 0"',
  },
  {
    typed: 'norm: n |- norm = 0',
    answer: 'norm is a built-in function and cannot be declared',
    hint: 'give it another name, also as capital or small letter; write "norm_: n |- norm_ = 0"',
  },
  {
    typed: 'W: m×n; h: m |- W h = 0',
    answer:
      'W (m×n) and h (a vector of length m): the left factor is m×n and the right factor is m: the inner dimensions n and m differ',
    hint: 'write "W: m x n; h: m |- W\' h = 0"',
  },
  {
    typed: 'A: m×n; B: m×n |- A B = 0',
    answer:
      'A (m×n) and B (m×n): the left factor is m×n and the right factor is m×n: the inner dimensions n and m differ',
    hint: 'write "A: m x n; B: m x n |- A\' B = 0"',
  },
  {
    typed: 'A: m×n |- A + 1 = A',
    answer: 'A (m×n) and 1 (scalar): m×n and scalar cannot be added: the shapes must be equal',
    hint: 'a scalar is never added to a matrix or a vector: write 1 I',
  },
  {
    typed: 'x: n |- x^2 = 0',
    answer:
      'x (a vector of length n) and 2 (scalar): the power ^ takes a square matrix, but its argument is n',
    hint: 'write "x: n |- x .^ 2 = 0"',
  },
  {
    typed: 'x: n |- x x = |x|^2',
    answer:
      "x (a vector of length n) and x (a vector of length n): the left factor is n and the right factor is n: the inner dimensions 1 and n differ; write x' y or dot(x, y) for their inner product, x y' for the outer, x .* y for the entrywise",
    hint: 'write "x: n |- x\' x = |x|^2"',
  },
  {
    typed: 'A: n×n |- 2^A = A',
    answer: 'the power ^(A) has no meaning here',
    hint: 'write a whole number, a dimension or an index',
  },
  {
    typed: 'A: n×n |- A / A = I',
    answer: 'A (n×n) and A (n×n): n×n cannot be divided by n×n: only scalars divide; write inv(..)',
    hint: 'write "A: n x n |- A ./ A = I"',
  },
  {
    typed: 'x, y: n |- x / y = ones',
    answer:
      'x (a vector of length n) and y (a vector of length n): n cannot be divided by n: only scalars divide; write inv(..)',
    hint: 'write "x: n; y: n |- x ./ y = ones"',
  },
  {
    typed: 'A: n×n |- B A = 0',
    answer: 'B is not declared',
    hint: 'write "B: n x n; A: n x n |- B A = 0"',
  },
  {
    typed: 'A: n×n |- trac(A) = 0',
    answer: 'trac is not declared',
    hint: 'write "A: n x n |- tr(A) = 0" or "trac: activation; A: n x n |- trac(A) = 0"',
  },
  {
    typed: 'A: n×n |- softmx(A) = 0',
    answer: 'softmx is not declared',
    hint: 'write "A: n x n |- softmax(A) = 0" or "softmx: activation; A: n x n |- softmx(A) = 0"',
  },
  {
    typed: 'A: n×n |- cov(A) = 0',
    answer: 'cov is not a word of this language',
    hint: "the covariance of a random x is E[x x'] - E[x] E[x]', that of data is written by its formula",
  },
  {
    typed: 'x: n ~ normal(0) |- E[x] = 0',
    answer: 'normal takes 2 parameters, but 1 are given',
    hint: 'write normal(mean, variance), independent(mean, variance, third, fourth) or rademacher',
  },
  {
    typed: 'x: n ~ normal(0, 1) |- x = 0',
    answer: 'x is random: it may stand only inside E[..]',
    hint: 'write E[..] around what is meant, or declare it without a law',
  },
  { typed: 'A: n×n, x: n |- A x = 0', read: 'A: n x n; x: n |- A x = 0' },
  {
    typed: 'A: n×n |-',
    answer: 'there is no conclusion after |-',
    hint: 'write what is claimed after the turnstile',
  },
  {
    typed: '|- ',
    answer: 'there is no conclusion after |-',
    hint: 'write what is claimed after the turnstile',
  },
  {
    typed: 'A: n×n',
    answer: 'no sign |- says what is given and what is claimed',
    hint: 'write |- and a conclusion after the declarations',
  },
  {
    typed: 'A: n×n |- A',
    answer: 'a formula is wanted here, and this is an expression',
    hint: 'write a relation, as in A = B',
  },
  {
    typed: 'A: n×n |- A => A',
    answer: 'a formula is wanted here, and this is an expression',
    hint: 'write a relation, as in A = B',
  },
  {
    typed: 'A: n×n |- A[i,j] = A[j]',
    answer: 'A (n×n) takes 2 indices, and 1 is given',
    hint: 'write A[i,j] for an entry, A[i,:] for a row, A[:,j] for a column',
  },
  {
    typed: 'x: n |- x[0] = 0',
    answer: '0 is out of range: the entries are 1 to n',
    hint: 'write "x: n |- x[1] = 0"',
  },
  {
    typed: 'A: n×n |- A[1,2,3] = 0',
    answer: 'A (n×n) takes 2 indices, and 3 are given',
    hint: 'write A[i,j] for an entry, A[i,:] for a row, A[:,j] for a column',
  },
  {
    typed: 'A: n×n |- lambda(A) = 0',
    answer: 'lambda needs a number in brackets',
    hint: 'write lambda[1](..); write "A: n x n |- lambda[1](A) = 0"',
  },
  {
    typed: "f: R^n -> R; x: n |- f'(x) = 0",
    answer: "f' is written for functions of one number only",
    hint: 'write grad(f)(..)',
  },
  {
    typed: 'f: R^n; x: n |- f(x) = 0',
    answer:
      "f (a vector of length n) and x (a vector of length n): the left factor is n and the right factor is n: the inner dimensions 1 and n differ; write x' y or dot(x, y) for their inner product, x y' for the outer, x .* y for the entrywise",
    hint: 'write "f: n; x: n |- f\' x = 0"',
  },
  {
    typed: "x: n |- grad(x' x) = 2 x",
    answer: 'grad(..) takes the name of a declared function and then a point, as in grad(f)(u)',
    hint: 'for the derivative of an expression name the variable, as in grad[x](..)',
  },
  { typed: "x: n |- d/dx (x' x) = 2 x", read: "x: n |- grad[x](x' x) = 2 x" },
  {
    typed: "A: n×n symetric |- A = A'",
    answer:
      'expected an attribute: symmetric, antisymmetric, diagonal, lower, upper, orthogonal, projector, invertible, psd, pd, onto, one-to-one, positive, nonnegative, nonzero, unit, but found ‘symetric’',
    hint: 'did you mean ‘symmetric’?; write "A: n x n symmetric |- A = A\'"',
  },
  {
    typed: 'A: n×n; A is invertable |- A = A',
    answer:
      'expected an attribute: symmetric, antisymmetric, diagonal, lower, upper, orthogonal, projector, invertible, psd, pd, onto, one-to-one, positive, nonnegative, nonzero, unit, but found ‘invertable’',
    hint: 'did you mean ‘invertible’?; write "A: n x n; A is invertible |- A = A"',
  },
  {
    typed: 'A: nxm; B: mxn |- A B = C',
    answer: 'C is not declared',
    hint: 'write "C: n x n; A: n x m; B: m x n |- A B = C"',
  },
  {
    typed: 'A: n×n; |x| = 1 |- A x = x',
    answer: 'x is not declared',
    hint: 'write "x: n; A: n x n; |x| = 1 |- A x = x"',
  },
  {
    typed: 'A: n×n |- A != 0 ; A = 0',
    answer: 'one conclusion only stands after |-',
    hint: 'join the formulas with and',
  },
  {
    typed: 'A: n×n |- "A" = A',
    answer: 'the character “"” (U+0022) has no meaning in a claim',
    hint: "write ' for a transpose",
  },
  {
    typed: 'A: n×n |- A # comment',
    answer: 'the character “#” (U+0023) has no meaning in a claim',
    hint: 'write -- for a comment',
  },
  {
    typed: 'A: n×n |- A = 0 // comment',
    answer: 'expected an expression, but found ‘/’',
    hint: 'write "A: n x n |- A = 0"',
  },
];
