/** Spellings typed by people who know other tools: what is read, or what is answered. */

/**
 * What was typed, with the claim that is read, or with the message and the hint that are answered.
 */
export type Spelling =
  | { readonly typed: string; readonly read: string; readonly notes?: readonly string[] }
  | { readonly typed: string; readonly answer: string; readonly hint: string };

/** Lines of a LaTeX manuscript. */
export const latex: readonly Spelling[] = [
  {
    typed:
      '$A \\in \\mathbb{R}^{m \\times n}$; $B \\in \\mathbb{R}^{n \\times m}$ |- $\\operatorname{tr}(AB) = \\operatorname{tr}(BA)$',
    read: 'A: m x n; B: n x m |- tr(A B) = tr(B A)',
  },
  { typed: 'A \\in \\R^{n\\times n} \\vdash (A^\\top)^\\top = A', read: "A: n x n |- (A')' = A" },
  {
    typed: 'A, B \\in \\mathbb{R}^{n \\times n} |- (AB)^{\\top} = B^{\\top} A^{\\top}',
    read: "A: n x n; B: n x n |- (A B)' = B' A'",
  },
  {
    typed:
      '\\mathbf{W} \\in \\mathbb{R}^{m \\times n}; \\mathbf{x} \\in \\mathbb{R}^n |- \\mathbf{x}^\\top \\mathbf{W}^\\top \\mathbf{W}\\mathbf{x} = \\|\\mathbf{W}\\mathbf{x}\\|^2',
    read: "W: m x n; x: n |- x' W' W x = norm(W x)^2",
  },
  { typed: 'X: n×n invertible |- X^{-1} X = I', read: 'X: n x n invertible |- inv(X) X = I' },
  {
    typed: 'A, B: n×n invertible |- (A B)^{-1} = B^{-1}A^{-1}',
    read: 'A: n x n invertible; B: n x n invertible |- inv(A B) = inv(B) inv(A)',
  },
  {
    typed: 'A: n×n invertible |- A^{-\\top} = (A^{\\top})^{-1}',
    read: "A: n x n invertible |- inv(A)' = inv(A')",
  },
  {
    typed: 'A: n \\times n symmetric; x \\in \\mathbb{R}^n |- \\nabla_x (x^\\top A x) = 2Ax',
    read: "A: n x n symmetric; x: n |- grad[x](x' A x) = 2 A x",
  },
  {
    typed: 'A: n×n symmetric; x: n |- \\nabla_x x^\\top A x = 2 A x',
    read: "A: n x n symmetric; x: n |- grad[x](x' A x) = 2 A x",
  },
  {
    typed: 'A: m×n; b: m; x: n |- \\nabla_{x} \\|Ax-b\\|^2 = 2A^\\top(Ax-b)',
    read: "A: m x n; b: m; x: n |- grad[x](norm(A x - b)^2) = 2 A' (A x - b)",
  },
  {
    typed:
      'A: m×n; b: m; x: n |- \\frac{\\partial}{\\partial x} \\|A x - b\\|_2^2 = 2 A^T (A x - b)',
    read: "A: m x n; b: m; x: n |- grad[x](norm(A x - b)^2) = 2 A' (A x - b)",
  },
  {
    typed: 'f: R^n -> R; x: n |- \\nabla^2 f(x) = (\\nabla^2 f(x))^\\top',
    read: "f: R^n -> R; x: n |- hess(f)(x) = hess(f)(x)'",
  },
  {
    typed: 'f: R^n \\to R; x: n |- \\frac{\\partial f(x)}{\\partial x} = \\nabla f(x)',
    read: 'f: R^n -> R; x: n |- grad[x](f(x)) = grad(f)(x)',
  },
  {
    typed: 'A, B: m×n |- \\|A + B\\|_F \\leq \\|A\\|_F + \\|B\\|_F',
    read: 'A: m x n; B: m x n |- normF(A + B) <= normF(A) + normF(B)',
  },
  {
    typed: 'A: m×n |- \\lVert A \\rVert \\le \\lVert A \\rVert_F',
    read: 'A: m x n |- norm(A) <= normF(A)',
    notes: [
      '‖A‖ is the spectral norm of a matrix, its largest singular value; the Frobenius norm is normF(A)',
    ],
  },
  {
    typed: 'A: n×n \\text{ symmetric } |- \\left( A \\right)^2 \\succeq 0',
    read: 'A: n x n symmetric |- A^2 >>= 0',
  },
  { typed: 'A: m×n |- A^\\top A \\succeq 0', read: "A: m x n |- A' A >>= 0" },
  { typed: 'A: n×n pd |- A \\succ 0', read: 'A: n x n pd |- A is pd' },
  { typed: 'A, B: m×n |- A \\odot B = B \\odot A', read: 'A: m x n; B: m x n |- A .* B = B .* A' },
  {
    typed: 'A, B, C, D: n×n |- (A \\otimes B)(C \\otimes D) = (AC) \\otimes (BD)',
    read: 'A: n x n; B: n x n; C: n x n; D: n x n |- kron(A, B) kron(C, D) = kron(A C, B D)',
  },
  {
    typed: 'x_i \\in \\mathbb{R}^n for i in 1..N |- \\sum_{i=1}^{N} x_i x_i^\\top \\succeq 0',
    read: "x[i]: n for i in 1..N |- sum[i](x[i] x[i]') >>= 0",
  },
  {
    typed: 'q[i]: m for i in 1..N |- \\sum_{i} q_i q_i^\\top = \\sum_{i=1}^N q_iq_i^\\top',
    read: "q[i]: m for i in 1..N |- sum[i](q[i] q[i]') = sum[i](q[i] q[i]')",
  },
  {
    typed:
      'W: m×n \\sim normal(0, s/n); s: scalar positive; x: n |- \\mathbb{E}[\\|W x\\|^2] = \\frac{s m}{n} \\|x\\|^2',
    read: 's: scalar positive; x: n; W: m x n ~ normal(0, s / n) |- E[norm(W x)^2] = s m / n norm(x)^2',
  },
  {
    typed:
      'W: m×n ~ normal(0, s/n); s: scalar positive; x: n |- \\mathbb{E}_W\\left[ \\lVert Wx \\rVert^2 \\right] = s \\frac{m}{n} \\lVert x \\rVert^2',
    read: 's: scalar positive; x: n; W: m x n ~ normal(0, s / n) |- E[norm(W x)^2] = s (m / n) norm(x)^2',
  },
  {
    typed: 'z: n |- \\sigma(z) = z',
    answer: 'sigma is not declared',
    hint: 'write "z: n |- sigmoid(z) = z" or "sigma: activation; z: n |- sigma(z) = z"',
  },
  {
    typed:
      "\\sigma: activation; W: m×n; h: n |- \\frac{\\partial \\sigma(Wh)}{\\partial h} = \\operatorname{diag}(\\sigma'(W h)) W",
    read: "sigma: activation; W: m x n; h: n |- jac[h](sigma(W h)) = diag(sigma'(W h)) W",
  },
  {
    typed: 'a, b: scalar nonzero |- \\frac{1}{ab} = \\frac1a \\frac1b',
    read: 'a: scalar nonzero; b: scalar nonzero |- 1 / (a b) = 1 / a (1 / b)',
  },
  {
    typed: 'a, b: scalar positive |- \\sqrt{ab} = \\sqrt a \\sqrt b',
    read: 'a: scalar positive; b: scalar positive |- sqrt(a b) = sqrt(a) sqrt(b)',
  },
  {
    typed: 'x, y: n |- |\\langle x, y\\rangle| \\leq \\|x\\| \\|y\\|',
    read: 'x: n; y: n |- |dot(x, y)| <= norm(x) norm(y)',
  },
  {
    typed:
      'A: n×n |- (\\forall x \\in \\mathbb{R}^n. x^\\top A x \\geq 0) \\implies A + A^\\top \\succeq 0',
    read: "A: n x n |- (forall x: n. x' A x >= 0) => A + A' >>= 0",
  },
  {
    typed: 'A: n×n |- A = 0 \\iff \\operatorname{tr}(A^\\top A) = 0',
    read: "A: n x n |- A = 0 <=> tr(A' A) = 0",
  },
  {
    typed: 'A, B: n×n; A \\propto B |- B \\propto A',
    read: 'A: n x n; B: n x n; A ~~ B |- B ~~ A',
  },
  { typed: 'A: n×n |- \\det(A^\\top) = \\det A', read: "A: n x n |- det(A') = det(A)" },
  {
    typed: 'A, B: n×n |- \\operatorname{tr} A B = \\operatorname{tr} B A',
    answer: 'this can be read in 2 ways: tr of A, or tr of A B; tr of B, or tr of B A',
    hint: 'write "A: n x n; B: n x n |- tr(A) B = tr(B) A" or "A: n x n; B: n x n |- tr(A B) = tr(B A)"',
  },
  {
    typed: 'A: m×n |- \\sigma_{\\max}(A) = \\|A\\|_2',
    read: 'A: m x n |- sigma_max(A) = norm(A)',
    notes: [
      '‖A‖ is the spectral norm of a matrix, its largest singular value; the Frobenius norm is normF(A)',
    ],
  },
  {
    typed:
      'A \\in \\mathbb{R}^{2 \\times 2}; A = \\begin{pmatrix} 1 & 2 \\\\ 3 & 4 \\end{pmatrix} |- \\det(A) = -2',
    read: 'A: 2 x 2; A = [1, 2; 3, 4] |- det(A) = -2',
  },
  {
    typed: '|- \\det \\begin{bmatrix} 1 & 2 \\\\ 3 & 4 \\end{bmatrix} = -2',
    read: '|- det([1, 2; 3, 4]) = -2',
  },
  {
    typed:
      'A: n×n |- \\begin{pmatrix} A & 0 \\\\ 0 & A \\end{pmatrix}^\\top = \\begin{pmatrix} A^\\top & 0 \\\\ 0 & A^\\top \\end{pmatrix}',
    read: "A: n x n |- [A, 0; 0, A]' = [A', 0; 0, A']",
  },
  {
    typed: 'A: m×m |- A I_n = A',
    answer: 'I_n stands where m×m is wanted',
    hint: 'leave the size out: I, ones and 0 take it from the context',
  },
  {
    typed: 'A: m×n |- \\foo{A} = A',
    answer: 'the LaTeX command \\foo is not known',
    hint: 'did you mean \\to?',
  },
  {
    typed: 'A: m×n |- \\frac{A}{2 = A',
    answer: '‘{’ is never closed',
    hint: 'put } where it ends; write "A: m x n |- A / 2 = A"',
  },
  {
    typed: 'A: m×n |- \\begin{array}{cc} A \\end{array} = A',
    answer: 'the environment ‘array’ is not read',
    hint: 'write the formula without it; equation, align, aligned, gather and pmatrix, bmatrix are read',
  },
  {
    typed: 'A: m×n |- \\begin{equation} A = A \\end{align}',
    answer: '\\begin{equation} is closed by \\end{align}',
    hint: 'write \\end{equation}',
  },
  {
    typed: '\\begin{align} A \\in \\mathbb{R}^{n\\times n} |- A &= A \\end{align}',
    read: 'A: n x n |- A = A',
  },
  {
    typed: 'A: m×n |- A^{+} A A^{+} = A^\\dagger',
    answer:
      "this can be read in 2 ways: † as the pseudo-inverse, or † as the adjoint, which is A' of a real A",
    hint: 'write "A: m x n |- pinv(A) A pinv(A) = pinv(A)" or "A: m x n |- pinv(A) A pinv(A) = A\'"',
  },
  {
    typed: '\\lambda: scalar positive; X: n×d |- X^\\top X + \\lambda I \\succ 0',
    answer: 'lambda is a built-in function and cannot be declared',
    hint: 'give it another name, also as capital or small letter; write "lam: scalar positive; X: n x d |- X\' X + lam I is pd"',
  },
  {
    typed:
      'X \\in \\R^{n\\times d}; y \\in \\R^n; w \\in \\R^d |- \\nabla_w \\tfrac{1}{2} \\|Xw - y\\|^2 = X^\\top (Xw-y)',
    read: "X: n x d; y: n; w: d |- grad[w](1/2 norm(X w - y)^2) = X' (X w - y)",
  },
  {
    typed: 'A: n×n |- \\exp(\\operatorname{tr} A) = \\exp \\operatorname{tr} A',
    read: 'A: n x n |- exp(tr(A)) = exp(tr(A))',
  },
  {
    typed: 'x: n |- \\mathbf{1}^\\top x = \\sum_{i=1}^n x_i',
    read: "x: n |- ones' x = sum[i](x[i])",
  },
  {
    typed: 'A: n×n |- \\operatorname{tr}(A) = \\sum_{i=1}^n A_{ii}',
    read: 'A: n x n |- tr(A) = sum[i](A[i,i])',
  },
  {
    typed: 'A: m×n; B: n×k |- (AB)_{ij} = \\sum_{l=1}^n A_{il} B_{lj}',
    read: 'A: m x n; B: n x k |- forall i in 1..m. forall j in 1..k. (A B)[i,j] = sum[l](A[i,l] B[l,j])',
  },
  {
    typed: 'A: n×n |- \\nabla_A \\log\\det A = A^{-\\top}',
    read: "A: n x n |- grad[A](log(det(A))) = inv(A)'",
  },
  {
    typed: 'A: n×n |- A^{*} A = A',
    answer: 'a star above a letter has several meanings',
    hint: "write A' for the transpose, adj(A) for the adjugate, or give an optimum a name of its own",
  },
  {
    typed: 'A: n×n |- A = \\hat{A}',
    answer: 'A_hat is not declared',
    hint: 'write "A_hat: n x n; A: n x n |- A = A_hat"',
  },
  { typed: '\\hat{A}: n×n |- \\hat A = \\hat{A}^\\top', read: "A_hat: n x n |- A_hat = A_hat'" },
  {
    typed: 'Q: n×d; K: n×d |- \\frac{QK^\\top}{\\sqrt{d}} = \\frac{1}{\\sqrt d} Q K^\\top',
    read: "Q: n x d; K: n x d |- Q K' / sqrt(d) = 1 / sqrt(d) Q K'",
  },
  {
    typed: 'x, y: n |- \\frac{\\partial x^\\top y}{\\partial x} = y',
    read: "x: n; y: n |- grad[x](x' y) = y",
  },
  {
    typed: 'A: n×n; x: n |- \\|x\\|_A = 0',
    answer: '‖..‖_A is not a norm that is known here',
    hint: "write norm, normF, norm1, norminf or nuclear; a weighted norm as sqrt(x' Q x)",
  },
  {
    typed: 'A: n×n |- \\left(A + A^\\top\\right)^{\\!\\top} = A + A^\\top',
    read: "A: n x n |- (A + A')' = A + A'",
  },
];

/** Lines of NumPy, PyTorch and JAX. */
export const python: readonly Spelling[] = [
  {
    typed: 'A: (m, n); B: (n, m) |- np.trace(A @ B) == np.trace(B @ A)',
    read: 'A: m x n; B: n x m |- tr(A B) = tr(B A)',
  },
  {
    typed: 'A: (m, n); B: (n, k) |- (A @ B).T == B.T @ A.T',
    read: "A: m x n; B: n x k |- (A B)' = B' A'",
  },
  {
    typed: 'A: (n, n) invertible |- np.linalg.inv(A) @ A == np.eye(n)',
    read: 'A: n x n invertible |- inv(A) A = I',
  },
  {
    typed: 'A, B: (n, n) invertible |- np.linalg.inv(A @ B) == np.linalg.inv(B) @ np.linalg.inv(A)',
    read: 'A: n x n invertible; B: n x n invertible |- inv(A B) = inv(B) inv(A)',
  },
  { typed: 'A: (m, n); x: (n,) |- A.dot(x) == np.dot(A, x)', read: 'A: m x n; x: n |- A x = A x' },
  { typed: 'x, y: (n,) |- np.dot(x, y) == x @ y', read: "x: n; y: n |- dot(x, y) = x' y" },
  {
    typed: 'x, y: (n,) |- np.inner(x, y) == np.vdot(y, x)',
    read: 'x: n; y: n |- dot(x, y) = dot(y, x)',
  },
  {
    typed: 'x: (n,); y: (m,) |- np.outer(x, y).T == np.outer(y, x)',
    read: "x: n; y: m |- (x y')' = y x'",
  },
  {
    typed: "A: (m, n) |- np.linalg.norm(A, 'fro')**2 == np.trace(A.T @ A)",
    read: "A: m x n |- normF(A)^2 = tr(A' A)",
  },
  {
    typed: 'A: (m, n) |- np.linalg.norm(A, ord=2) <= np.linalg.norm(A)',
    read: 'A: m x n |- norm(A) <= normF(A)',
  },
  {
    typed: 'A: (m, n) |- np.linalg.norm(A, "nuc") >= np.linalg.norm(A, 2)',
    read: 'A: m x n |- nuclear(A) >= norm(A)',
  },
  { typed: 'x: (n,) |- np.linalg.norm(x)**2 == x.T @ x', read: "x: n |- norm(x)^2 = x' x" },
  {
    typed: 'A: n×n |- np.linalg.det(A.T) == np.linalg.det(A)',
    read: "A: n x n |- det(A') = det(A)",
  },
  {
    typed: 'A: n×n pd |- np.log(np.linalg.det(A)) == logdet(A)',
    read: 'A: n x n pd |- log(det(A)) = logdet(A)',
  },
  { typed: 'A: (n, n) |- torch.trace(A) == A.trace()', read: 'A: n x n |- tr(A) = tr(A)' },
  { typed: 'z: (n,) |- torch.relu(z) == F.relu(z)', read: 'z: n |- relu(z) = relu(z)' },
  {
    typed: 'z: (n,) |- F.softmax(z, dim=-1) == softmax(z)',
    read: 'z: n |- softmax(z) = softmax(z)',
  },
  {
    typed: 'Z: (n, k) |- torch.softmax(Z, dim=0) == Z',
    answer: 'softmax along the axis 0 is not read',
    hint: "softmax of a matrix is row by row; down the columns write softmax(A')'",
  },
  {
    typed: 'z: (n,) |- jax.nn.sigmoid(z) == torch.sigmoid(z)',
    read: 'z: n |- sigmoid(z) = sigmoid(z)',
  },
  {
    typed: 'A, B: (n, n) |- A * B == B * A',
    answer:
      'this can be read in 2 ways: * as the product of matrices, or * entry by entry, as in NumPy',
    hint: 'write "A: n x n; B: n x n |- A B = B A" or "A: n x n; B: n x n |- A .* B = B .* A"',
  },
  {
    typed: 'A, B: (n, n) |- np.multiply(A, B) == np.multiply(B, A)',
    read: 'A: n x n; B: n x n |- A .* B = B .* A',
  },
  {
    typed: 'A: (n, n); c: float |- (c * A).T == c * A.T',
    read: "A: n x n; c: scalar |- (c A)' = c A'",
  },
  {
    typed: 'A: (n, n) |- A**2 == A @ A',
    answer:
      'this can be read in 2 ways: ** as the power of the matrix, or ** entry by entry, as in NumPy',
    hint: 'write "A: n x n |- A^2 = A A" or "A: n x n |- A .^ 2 = A A"',
  },
  {
    typed: 'A: (n, n) |- np.linalg.matrix_power(A, 3) == A @ A @ A',
    read: 'A: n x n |- A^3 = A A A',
  },
  {
    typed: 'A: (n, n) invertible; b: (n,) |- np.linalg.solve(A, b) == np.linalg.inv(A) @ b',
    read: 'A: n x n invertible; b: n |- inv(A) b = inv(A) b',
  },
  {
    typed: 'A: (m, n) |- np.linalg.matrix_rank(A) == np.linalg.matrix_rank(A.T)',
    read: "A: m x n |- rank(A) = rank(A')",
  },
  {
    typed: 'A: (m, n) |- np.linalg.pinv(A) @ A @ np.linalg.pinv(A) == np.linalg.pinv(A)',
    read: 'A: m x n |- pinv(A) A pinv(A) = pinv(A)',
  },
  { typed: 'A: (m, n) |- A.transpose() == A.T', read: "A: m x n |- A' = A'" },
  { typed: 'A: (m, n) |- A.t() == np.transpose(A)', read: "A: m x n |- A' = A'" },
  { typed: 'A: (m, n) |- torch.transpose(A, 0, 1) == A.mT', read: "A: m x n |- A' = A'" },
  {
    typed: 'A, B: (n, n) |- np.kron(A, B).T == np.kron(A.T, B.T)',
    read: "A: n x n; B: n x n |- kron(A, B)' = kron(A', B')",
  },
  {
    typed: 'A: (n, n) |- np.linalg.svd(A) == 0',
    answer: 'svd is not a word of this language',
    hint: 'sigma_max(A) and sigma_min(A) are the largest and the smallest singular value',
  },
  {
    typed: 'x: (n,) |- np.argmax(x) == 1',
    answer: 'argmax is not a word of this language',
    hint: 'say that nothing is larger: forall v: n. f(v) <= f(x)',
  },
  {
    typed: 'x: (n,) |- x.shape[0] == n',
    read: 'x: n |- n = n',
  },
  {
    typed: 'f: R^n -> R; x: (n,) |- jax.grad(f)(x) == grad(f)(x)',
    read: 'f: R^n -> R; x: n |- grad(f)(x) = grad(f)(x)',
  },
  {
    typed: 'f: R^n -> R; x: (n,) |- jax.hessian(f)(x).T == jax.hessian(f)(x)',
    read: "f: R^n -> R; x: n |- hess(f)(x)' = hess(f)(x)",
  },
  {
    typed: 'f: R^n -> R^m; x: (n,) |- jax.jacobian(f)(x) == jac(f)(x)',
    read: 'f: R^n -> R^m; x: n |- jac(f)(x) = jac(f)(x)',
  },
  { typed: 'A: (m, n) |- np.zeros((m, n)) + A == A', read: 'A: m x n |- 0 + A = A' },
  {
    typed: 'A: (m, n) |- np.zeros((n, m)) + A == A',
    answer: 'zeros(n, m) stands where m×n is wanted',
    hint: 'leave the size out: I, ones and 0 take it from the context',
  },
  {
    typed: 'A: (n, n) |- A + 1 == A',
    answer: 'A (n×n) and 1 (scalar): n×n and scalar cannot be added: the shapes must be equal',
    hint: 'a scalar is never added to a matrix or a vector: write 1 I; write "A: n x n |- A + I = A"',
  },
  {
    typed: 'A: (n, n); B: (n, n) |- A.mm(B).trace() == B.matmul(A).trace()',
    read: 'A: n x n; B: n x n |- tr(A B) = tr(B A)',
  },
  { typed: 'x: (n,) |- np.tanh(x) == torch.tanh(x)', read: 'x: n |- tanh(x) = tanh(x)' },
  { typed: "A: (n, n) |- np.einsum('ii', A) == np.trace(A)", read: 'A: n x n |- tr(A) = tr(A)' },
  {
    typed: 'A: (n, n); x: (n,) |- (A @ x) @ x == x @ A @ x',
    answer:
      "A x (a vector of length n) and x (a vector of length n): the left factor is n and the right factor is n: the inner dimensions 1 and n differ; write x' y or dot(x, y) for their inner product, x y' for the outer, x .* y for the entrywise",
    hint: 'write "A: n x n; x: n |- (A x)\' x = x\' A x"',
  },
  {
    typed: 'A: (n, n); x: (n,) |- x @ A @ x == x.T @ A @ x',
    read: "A: n x n; x: n |- x' A x = x' A x",
  },
  { typed: 'A: n×n |- np.abs(np.linalg.det(A)) >= 0', read: 'A: n x n |- abs(det(A)) >= 0' },
  {
    typed: 'A: n×n invertible |- A.inverse() @ A == torch.eye(n)',
    read: 'A: n x n invertible |- inv(A) A = I',
  },
  {
    typed: 'A: (n, n) |- np.linalg.cond(A) >= 1',
    read: 'A: n x n |- sigma_max(A) / sigma_min(A) >= 1',
  },
  {
    typed: 'x: (n,) |- np.var(x) == 0',
    read: 'x: n |- mean((x - mean(x) ones) .^ 2) = 0',
  },
  {
    typed: 'A: (n, n) |- np.trace(A, axis1=0) == 0',
    answer: 'trace takes no axis1=0 here',
    hint: 'write the expression without it',
  },
  {
    typed: 'A: (n, n) |- A[0] == A',
    answer: 'A (n×n) takes 2 indices, and 1 is given',
    hint: 'write A[i,j] for an entry, A[i,:] for a row, A[:,j] for a column',
  },
  { typed: 'A: (3, 3) |- A @ np.ones(3) == A @ np.ones(3)', read: 'A: 3 x 3 |- A ones = A ones' },
  {
    typed: 'x: float; y: float |- (x + y)**2 == x**2 + 2*x*y + y**2',
    read: 'x: scalar; y: scalar |- (x + y)^2 = x^2 + 2 x y + y^2',
  },
  {
    typed:
      'X: (n, d); y: (n,); w: (d,) |- np.linalg.norm(X @ w - y)**2 == (X @ w - y).T @ (X @ w - y)',
    read: "X: n x d; y: n; w: d |- normF(X w - y)^2 = (X w - y)' (X w - y)",
  },
  {
    typed: "A: (m, n) |- nuclear(A.T) == np.linalg.norm(A, ord='nuc')",
    read: "A: m x n |- nuclear(A') = nuclear(A)",
  },
  {
    typed: 'A: (n, n) psd |- scipy.linalg.sqrtm(A) @ scipy.linalg.sqrtm(A) == A',
    read: 'A: n x n psd |- sqrtm(A) sqrtm(A) = A',
  },
  {
    typed: 'A: (n, n) pd |- linalg.expm(linalg.logm(A)) == A',
    read: 'A: n x n pd |- expm(logm(A)) = A',
  },
  { typed: 'x: (n,) |- x[0] == x[0]', read: 'x: n |- x[1] = x[1]' },
  {
    typed: 'x: (n,) |- x[1] == x[1]',
    answer:
      'this can be read in 2 ways: indices counted from 1, or indices counted from 0, as in Python',
    hint: 'write "x: n |- x[1] = x[1]" or "x: n |- x[2] = x[2]"',
  },
];

/** As on a blackboard or in a mail. */
export const hand: readonly Spelling[] = [
  {
    typed: 'A: mxn; B: nxm |- trace(AB) = trace(BA)',
    read: 'A: m x n; B: n x m |- tr(A B) = tr(B A)',
  },
  { typed: 'A, B: nxn |- (AB)^T = B^T A^T', read: "A: n x n; B: n x n |- (A B)' = B' A'" },
  { typed: 'A: nxn invertible |- A^-1 A = I', read: 'A: n x n invertible |- inv(A) A = I' },
  {
    typed: "A: nxn invertible |- inverse(A)' = inverse(A')",
    read: "A: n x n invertible |- inv(A)' = inv(A')",
  },
  { typed: 'A: nxn invertible |- A⁻¹ A = I', read: 'A: n x n invertible |- inv(A) A = I' },
  { typed: 'A: nxn |- (Aᵀ)ᵀ = A', read: "A: n x n |- (A')' = A" },
  { typed: 'A: nxn invertible |- A⁻ᵀ = (A⁻¹)ᵀ', read: "A: n x n invertible |- inv(A)' = inv(A)'" },
  { typed: "A: m×n |- ||A||_F^2 = tr(A'A)", read: "A: m x n |- normF(A)^2 = tr(A' A)" },
  {
    typed: 'A: m×n |- ||A|| <= ||A||_F',
    read: 'A: m x n |- norm(A) <= normF(A)',
    notes: [
      '‖A‖ is the spectral norm of a matrix, its largest singular value; the Frobenius norm is normF(A)',
    ],
  },
  { typed: "x: n |- ||x||^2 = x'x", read: "x: n |- norm(x)^2 = x' x" },
  {
    typed: 'x, y: n |- ||x|| - ||y|| <= ||x - y||',
    read: 'x: n; y: n |- norm(x) - norm(y) <= norm(x - y)',
  },
  { typed: 'x, y: n |- ||x| - |y|| <= |x - y|', read: 'x: n; y: n |- |(|x| - |y|)| <= |x - y|' },
  { typed: "W: mxn; x: n |- (Wx)' = x'W'", read: "W: m x n; x: n |- (W x)' = x' W'" },
  { typed: "Q, K: nxd |- (QK')' = KQ'", read: "Q: n x d; K: n x d |- (Q K')' = K Q'" },
  { typed: "A: mxn; x: n; y: m |- y'Ax = x'A'y", read: "A: m x n; x: n; y: m |- y' A x = x' A' y" },
  {
    typed: 'A ∈ R^{m×n}; x ∈ R^n |- |Ax| ≤ ‖A‖ |x|',
    read: 'A: m x n; x: n |- |A x| <= norm(A) |x|',
    notes: [
      '‖A‖ is the spectral norm of a matrix, its largest singular value; the Frobenius norm is normF(A)',
    ],
  },
  {
    typed: 'A: R^(m x n); B: R^(n x m) |- tr(AB) = tr(BA)',
    read: 'A: m x n; B: n x m |- tr(A B) = tr(B A)',
  },
  {
    typed: 'A: (m, n); B: (n, m) |- tr(A·B) = tr(B·A)',
    read: 'A: m x n; B: n x m |- tr(A B) = tr(B A)',
  },
  {
    typed: 'x, y: real |- (x+y)^2 = x² + 2xy + y²',
    read: 'x: scalar; y: scalar |- (x + y)^2 = x^2 + 2 x y + y^2',
  },
  { typed: 'x in R; y in R |- xy = yx', read: 'x: scalar; y: scalar |- x y = y x' },
  {
    typed: "A: n×n |- (for all x in R^n. x'Ax >= 0) implies A + A' >>= 0",
    read: "A: n x n |- (forall x: n. x' A x >= 0) => A + A' >>= 0",
  },
  { typed: "A: n×n |- A = 0 iff A' = 0", read: "A: n x n |- A = 0 <=> A' = 0" },
  { typed: 'A: n×n; x: n |- x = 0 -> A x = 0', read: 'A: n x n; x: n |- x = 0 => A x = 0' },
  {
    typed: 'A: n×n symmetric positive definite |- det(A) > 0',
    read: 'A: n x n symmetric pd |- det(A) > 0',
  },
  { typed: 'A: n×n PSD |- tr(A) ≥ 0', read: 'A: n x n psd |- tr(A) >= 0' },
  {
    typed: 'A: n×n |- A is positive semidefinite implies tr(A) >= 0',
    read: 'A: n x n |- A is psd => tr(A) >= 0',
  },
  { typed: "x: n |- ½ ∇_x(x'x) = x", read: "x: n |- 1/2 grad[x](x' x) = x" },
  {
    typed: "A: n×n symmetric; x: n |- ∇_x(x'Ax) = 2Ax",
    read: "A: n x n symmetric; x: n |- grad[x](x' A x) = 2 A x",
  },
  {
    typed: 'f: R^n → R; x: n |- ∇f(x) = ∇f(x)',
    read: 'f: R^n -> R; x: n |- grad(f)(x) = grad(f)(x)',
  },
  {
    typed: "q_i: m for i in 1..N |- Σ_i q_i q_i' >>= 0",
    read: "q[i]: m for i in 1..N |- sum[i](q[i] q[i]') >>= 0",
  },
  {
    typed: "q_i: m for i in 1..N |- ∑_i q_i q_i' = ∑_{i=1}^N q_iq_i'",
    read: "q[i]: m for i in 1..N |- sum[i](q[i] q[i]') = sum[i](q[i] q[i]')",
  },
  {
    typed: 'W: m×n ~ normal(0, 1/n); x: n |- 𝔼[|Wx|²] = m/n |x|²',
    read: 'x: n; W: m x n ~ normal(0, 1 / n) |- E[|W x|^2] = m / n |x|^2',
  },
  {
    typed: 'W: m×n ~ normal(0, 1/n); x: n |- E(|Wx|^2) = m/n |x|^2',
    read: 'x: n; W: m x n ~ normal(0, 1 / n) |- E[|W x|^2] = m / n |x|^2',
  },
  {
    typed: 'A, B, C: n×n |- A(B+C) = AB + AC',
    read: 'A: n x n; B: n x n; C: n x n |- A (B + C) = A B + A C',
  },
  { typed: 'T: n×n; A: n×n |- A^T = A', read: "T: n x n; A: n x n |- A' = A" },
  {
    typed: 'A: n×n; T[t]: n×n for t in 1..N |- sum[t](T[t]) = A',
    read: 'A: n x n; T[t]: n x n for t in 1..N |- sum[t](T[t]) = A',
  },
  {
    typed: 'A: n×n; forall T in 1..n. A^T = A |- A = A',
    answer: 'this can be read in 2 ways: ^T as the transpose, or ^T as the power T',
    hint: 'write "A: n x n; forall T in 1..n. A\' = A |- A = A" or "A: n x n; forall T in 1..n. A^(T) = A |- A = A"',
  },
  {
    typed: 'A: n×n |- A^H A = A A^H',
    answer: 'this can be read in 2 ways: ^H as the transpose, or ^H as the power H',
    hint: 'write "A: n x n |- A\' A = A A\'" or "A: n x n |- A^(H) A = A A^(H)"',
  },
  { typed: 'A: m×n |- A^H A is psd', read: "A: m x n |- A' A is psd" },
  {
    typed: 'x: n |- \\prod_i x_i \\prod_j x_j = 1',
    answer:
      'this can be read in 2 ways: the product of x_i \\prod _j x_j, or the product of x_i alone',
    hint: 'write "x: n |- prod[i=1..n](x[i] prod[j=1..n](x[j])) = 1" or "x: n |- prod[i=1..n](x[i]) prod[j=1..n](x[j]) = 1"',
  },
  {
    typed: 'x: n; c: scalar nonzero |- \\prod_{i=1}^n x_i / c = 1',
    answer: 'this can be read in 2 ways: the product of x_i / c, or the product of x_i alone',
    hint: 'write "x: n; c: scalar nonzero |- prod[i=1..n](x[i] / c) = 1" or "x: n; c: scalar nonzero |- prod[i=1..n](x[i]) / c = 1"',
  },
  {
    typed: 'x: n; c: scalar |- \\prod_{i=1}^n c x_i^2 = 1',
    read: 'x: n; c: scalar |- prod[i=1..n](c x[i]^2) = 1',
  },
  {
    typed: 'a: scalar positive |- sqrt 2 a = a',
    answer: 'this can be read in 2 ways: sqrt of 2, or sqrt of 2 a',
    hint: 'write "a: scalar positive |- sqrt(2) a = a" or "a: scalar positive |- sqrt(2 a) = a"',
  },
  {
    typed: "x: n; y: n; A: n×n |- Ax y' = A x y'",
    read: "x: n; y: n; A: n x n |- A x y' = A x y'",
  },
  {
    typed: 'A, B, AB, C, BC: n×n |- ABC = A',
    answer: 'this can be read in 3 ways: ABC as A B C, or ABC as A BC, or ABC as AB C',
    hint: 'write "A: n x n; B: n x n; AB: n x n; C: n x n; BC: n x n |- A B C = A" or "A: n x n; B: n x n; AB: n x n; C: n x n; BC: n x n |- A BC = A" or "A: n x n; B: n x n; AB: n x n; C: n x n; BC: n x n |- AB C = A"',
  },
  {
    typed: 'a, b, c: scalar nonzero |- a/b c = a c/b',
    read: 'a: scalar nonzero; b: scalar nonzero; c: scalar nonzero |- a / b c = a c / b',
    notes: [
      'a quotient is read from left to right, a/b c as (a/b) c; the other reading is "a: scalar nonzero; b: scalar nonzero; c: scalar nonzero |- a / (b c) = a c / b"',
    ],
  },
  {
    typed: 'a, b: scalar nonzero |- 1/ab = 1/a 1/b',
    answer: 'this can be read in 2 ways: / (a b), or / a b',
    hint: 'write "a: scalar nonzero; b: scalar nonzero |- 1 / (a b) = 1 / a 1 / b" or "a: scalar nonzero; b: scalar nonzero |- 1 / a b = 1 / a 1 / b"',
  },
  {
    typed: 'n: n×n; x: n |- n x = x',
    answer: 'n is both a variable and a dimension',
    hint: 'give one of them another name; write "N: n x n; x: n |- N x = x" or "n: k x k; x: k |- n x = x"',
  },
  {
    typed: 'z: n |- sigma(z) = z',
    answer: 'sigma is not declared',
    hint: 'write "z: n |- sigmoid(z) = z" or "sigma: activation; z: n |- sigma(z) = z"',
  },
  { typed: 'A: nxn |- det(A^{T}) = determinant(A)', read: "A: n x n |- det(A') = det(A)" },
  { typed: "A: nxn pd; x: n |- √(x'Ax) >= 0", read: "A: n x n pd; x: n |- sqrt(x' A x) >= 0" },
  {
    typed: 'a, b: scalar positive |- √ab = √a √b',
    answer: '√ may reach over the whole of ab or over its first letter',
    hint: 'write √(ab), or brackets around the root',
  },
  { typed: "A: nxn |- tr A = tr A'", read: "A: n x n |- tr(A) = tr(A')" },
  {
    typed: "x, y: n |- x.y = x'y",
    answer: 'expected an operator, a relation or the end of the item, but found ‘.’',
    hint: 'write "x: n; y: n |- x\' y = x\' y"',
  },
  {
    typed: "A: nxn; x, y: n |- <Ax, y> = <x, A'y>",
    read: "A: n x n; x: n; y: n |- dot(A x, y) = dot(x, A' y)",
  },
  {
    typed: 'A: nxn |- span(A) = 0',
    answer: 'span is not a word of this language',
    hint: 'v in the span of the columns of A is: exists w: n. v = A w',
  },
  {
    typed: 'x: n |- argmax(x) = 1',
    answer: 'argmax is not a word of this language',
    hint: 'say that nothing is larger: forall v: n. f(v) <= f(x)',
  },
  {
    typed: 's: scalar ~ normal(0, 1) |- Var(s) = 1',
    answer: 'Var is not a word of this language',
    hint: 'the variance of a random s is E[s^2] - E[s]^2, that of the entries of x is mean((x - mean(x) ones) .^ 2); write "s: scalar ~ normal(0, 1) |- E[s^2] - E[s]^2 = 1"',
  },
  {
    typed: 'x: n ~ normal(0, I) |- Cov(x) = I',
    answer: 'Cov is not a word of this language',
    hint: "the covariance of a random x is E[x x'] - E[x] E[x]'; write \"x: n ~ normal(0, I) |- E[x x'] - E[x] E[x]' = I\"",
  },
  {
    typed: 'W: m×n; x: m |- Wz = x',
    answer: 'Wz is not declared',
    hint: 'write "z: n; W: m x n; x: m |- W z = x"',
  },
  {
    typed: 'λ: scalar; A: n×n |- A - λI = A',
    answer: 'lambda is a built-in function and cannot be declared',
    hint: 'give it another name, also as capital or small letter; write "lam: scalar; A: n x n |- A - lam I = A"',
  },
  {
    typed: 'А: n×n |- А = A',
    answer: 'the character “А” (U+0410) only looks like the letter A',
    hint: 'write "A: n x n |- A = A"',
  },
  {
    typed: 'A: n×n |- A = A # comment',
    answer: 'the character “#” (U+0023) has no meaning in a claim',
    hint: 'write "A: n x n |- A = A"',
  },
  { typed: 'A: n×n, B: n×n |- A B = A B', read: 'A: n x n; B: n x n |- A B = A B' },
  { typed: "Let A: n×n |- A = A'", read: "A: n x n |- A = A'" },
  {
    typed: 'A: nxn full column rank |- ker(A) = ker(A A)',
    read: 'A: n x n one-to-one |- ker(A) = ker(A A)',
  },
  {
    typed: 'A: m×n; B: m×n |- A*B = B',
    answer:
      'A (m×n) and B (m×n): the left factor is m×n and the right factor is m×n: the inner dimensions n and m differ',
    hint: 'write "A: m x n; B: m x n |- A .* B = B"',
  },
  {
    typed: 'theta: n |- thata = 0',
    answer: 'thata is not declared',
    hint: 'did you mean theta?; write "theta: n |- theta = 0"',
  },
  {
    typed: 'A: n×n |- A + 2 = A',
    answer: 'A (n×n) and 2 (scalar): n×n and scalar cannot be added: the shapes must be equal',
    hint: 'a scalar is never added to a matrix or a vector: write 2 I; write "A: n x n |- A + 2 I = A"',
  },
  {
    typed: 'X: nxd; y: n; w: d |- ∇_w ||Xw - y||^2 = 2 X^T(Xw - y)',
    read: "X: n x d; y: n; w: d |- grad[w](norm(X w - y)^2) = 2 X' (X w - y)",
  },
  { typed: 'A: n×n; x: n |- x^TAx = x^T A^T x', read: "A: n x n; x: n |- x' A x = x' A' x" },
  {
    typed: 'A: n×n; B: n×m |- BA = 0',
    answer:
      'B (n×m) and A (n×n): the left factor is n×m and the right factor is n×n: the inner dimensions m and n differ',
    hint: 'write "A: n x n; B: n x m |- B\' A = 0"',
  },
];
