/**
 * Which claims facts and cited theorems prove: name, the shortest claim of the tests, ids of the
 * catalogue. Written by `npm run facts-used`.
 */
export const usesTable = `
a dimension is at least 1 = A: n×n |- 1/n A' A is psd
  in dnfa/gapless-variance-top pdlt/aspect-ratio-below-every-slope pdlt/aspect-ratio-below pdlt/aspect-ratio
  in pdlt/leading-order-every-depth roots-of-matrices/trace-of-a-root
a form that vanishes = A: n×n pd |- exists B: n×n pd. A = B B
a function that rises between two numbers = x: scalar |- exp(x^2) >= 1
a kernel that is not 0 = A: m×n; m < n |- exists v: n. v != 0 and A v = 0
  in minima/more-weights-than-outputs
a pd matrix is psd = A: n×n pd |- A is psd
  in hessian/rank-positive-definite roots-of-matrices/root-of-the-inverse roots-of-matrices/whitening
a root commutes
  in roots-of-matrices/root-of-a-commuting-product roots-of-matrices/roots-commute
a shared eigenvector = A: m×n |- A' A <<= norm(A)^2 I
  in dnfa/nearest-tight-frame order/frame-gap results/distance-from-the-ansatz
abs by relu = z: scalar |- relu(z) = (z + |z|) / 2
abs lies above its tangents = x, y: n |- norm1(x + y) <= norm1(x) + norm1(y)
abs of a product = a, b: scalar |- |a b| = |a| |b|
abs of the negative = x: scalar |- abs(-2) = 2
abs of what is not negative = x: scalar |- abs(-2) = 2
adjugate of a 3×3 matrix = A: 3×3 |- adj(adj(A)) = det(A) A
adjugate of an adjugate = A: n×n |- det(A) adj(adj(A)) = det(A)^(n-1) A
adjugate of an invertible matrix = A: n×n invertible |- inv(adj(A)) = A / det(A)
  in gallery/log-determinant-gradient
an eigenvalue is attained = A: n×n symmetric |- lambda[1](-A) >= -lambda[1](A)
  in dnfa/gapless-variance-top
an entry below the largest entry = x: n |- norminf(x) <= norm1(x)
an entry below the log-sum-exp = z: n; y: n nonnegative; sum(y) = 1 |- y' z <= log(sum(exp(z)))
an entry below the sum = x: n nonnegative |- x' x <= sum(x)^2
Böttcher and Wenzel = A, B: n×n |- normF(A B - B A)^2 <= 2 normF(A)^2 normF(B)^2
Cauchy and Schwarz for a psd form = A: n×n psd; x, y: n |- (x' A y)^2 <= (x' A x) (y' A y)
commuting symmetric matrices
  = A, B: n×n symmetric; A B = B A |- exists U: n×n orthogonal. U' A U is diagonal and U' B U is diagonal
cos at zero = x: scalar nonnegative |- x - x^3/6 <= sin(x)
cos lies between = x: scalar nonnegative |- x - x^3/6 <= sin(x)
definite pencil = A: n×n pd; B: n×n symmetric |- exists X: n×n invertible. X' A X = I and X' B X is diagonal
det and inverse = W: m×n; n < m |- not (W W' is pd)
det of a 1×1 matrix
  in gallery/determinant-lemma
det of a 2×2 matrix = J: 2×2 antisymmetric; A: 2×2 |- A' J A = det(A) J
det of a 3×3 matrix = A: 3×3 |- adj(adj(A)) = det(A) A
det of a definite matrix = A: n×n pd |- det(A) <= (tr(A)/n)^n
det of a product = P: n×n projector |- det(P) = 0 or det(P) = 1
  in gallery/determinant-lemma roots-of-matrices/determinant-of-a-root
det of the identity = A: n×n pd |- logdet(A) <= tr(A) - n
det of the transpose = Q: n×n orthogonal |- det(Q) = 1 or det(Q) = -1
determinant of an adjugate = A: n×n |- det(adj(A)) = det(A)^(n-1)
determinant of an exponential = A: n×n; t: scalar |- det(expm(t A)) = exp(t tr(A))
Eckart and Young
  in submersion/onto-is-open
eigenvalue of a negative Gram matrix = A: m×n one-to-one |- sigma_min(A)^2 = -lambda[1](-(A' A))
eigenvalues descend
  in dnfa/top-vector-perturbation
eigenvalues of a psd matrix = A: n×n psd |- lambda_max(A) / n <= tr(A) / n
erf of the negative = x: scalar |- erf(0) = 0
exp is above its tangent = x: scalar |- exp(1) >= 2
  in pdlt/aspect-ratio-below-every-slope pdlt/aspect-ratio-below pdlt/aspect-ratio pdlt/power-above-exp
  in pdlt/power-below-exp width/a-ratio-of-practice
exp is increasing = x: n |- exp(-|x|^2) <= 1
exp of a logarithm = A: n×n pd |- det(A) <= (tr(A)/n)^n
exp of a sum = x: scalar |- exp(1) >= 2
  in width/a-ratio-of-practice width/one-parameter-family
exp of zero = x: scalar |- exp(0) = 1
  in width/a-ratio-of-practice
exponential above its tangent = A: n×n psd |- expm(A) >>= I
exponential at an eigenvector = A: n×n; v: n; s: scalar; A v = s v |- expm(A) v = exp(s) v
exponential of a sum of commuting matrices = A, B: n×n; A B = B A |- expm(A) expm(B) = expm(A + B)
exponential of a symmetric matrix = A: n×n psd |- expm(A) >>= I
exponential of the transpose = A: n×n antisymmetric |- expm(A) is orthogonal
exponentials of opposite matrices = A: n×n antisymmetric |- expm(A) is orthogonal
gelu of the negative = z: n |- gelu(z) - gelu(-z) = z
inverse of a definite matrix = A: n×n psd; B: n×n pd |- inv(A + B) is psd
  in roots-of-matrices/root-of-the-inverse
inverses are convex = A, B: n×n pd |- inv((A + B) / 2) <<= (inv(A) + inv(B)) / 2
inverses in the opposite order = A, B: n×n pd |- tr(inv(A + B)) <= tr(inv(A))
inverses in the strict opposite order = A, B: n×n pd; A - B is pd |- inv(B) - inv(A) is pd
Kantorovich
leakyrelu of a multiple = u: m; D: m×m psd diagonal |- leakyrelu(D u) = D leakyrelu(u)
log-sum-exp lies above its tangents = z, y: k |- log(ones' exp(y)) + softmax(y)' (z - y) <= log(ones' exp(z))
log-sum-exp of a shift = z: n; c: scalar |- log(ones' exp(z + c ones)) = c + log(ones' exp(z))
logarithm is increasing = x: scalar; x >= 1 |- log(x) >= 0
logarithm of a pd matrix = A: n×n symmetric |- logm(expm(A)) = A
logarithm of a product = a: scalar positive |- log(a^2) = 2 log(a)
logarithm of a reciprocal = a, b: scalar positive |- log(a / b) = log(a) - log(b)
logarithm of exp = a: scalar |- log(exp(a)) = a
logarithm of one = x: scalar |- log(1) = 0
logdet below its tangent = A: n×n pd |- det(A) <= (tr(A)/n)^n
Löwner and Heinz = A, B: n×n psd; A A >>= B B |- A >>= B
  in roots-of-matrices/roots-keep-the-order
mean value along a segment = f: R^n -> R; x, y: n; forall z: n. grad(f)(z) = 0 |- f(x) = f(y)
  in results/imbalance-decays
mean value theorem = f: R^n -> R; x, y: n |- exists z: n. grad(f)(z)' (y - x) = f(y) - f(x)
Minkowski, determinants of sums = A, B: n×n psd |- det(A + B) >= det(A) + det(B)
Moore and Penrose = A: m×n |- tr(A pinv(A)) = rank(A)
  in capacity/capacity-bound capacity/range dnfa/compression order/trace-of-the-projector
  in results/half-power-compression submersion/constant-rank-linear submersion/level-set-linear
norm and Frobenius norm = A: m×n |- norm(A)^2 <= normF(A)^2
  in gallery/norms-compared results/distance-from-below roots-of-matrices/norms-of-schatten-and-ky-fan
norm between definite bounds = z: k |- norm(jac[z](softmax(z))) <= 1
norm of a Gram matrix = A: m×n |- norm(A A') = norm(A)^2
  in results/distance-from-below results/tight-frame-norm
norm of a positive multiple = A: m×n; A' A = 4 I |- norm(A) = 2
  in results/distance-from-below results/tight-frame-norm
norm of a product = A: n×n invertible |- 1 <= norm(A) norm(inv(A))
  in dnfa/approximate-cancellation gallery/product-norm results/distance-from-below
norm of a sum
  in results/distance-from-below
norm of an outer product = u: m; v: n; c: scalar |- |u v' (c v)| = norm(u v') |c v|
  in dnfa/approximate-cancellation-attained
norm of the identity = U: m×n; U' U = I |- norm(U) = 1
  in results/distance-from-below results/tight-frame-norm
norm of the inverse
  in dnfa/approximate-cancellation
norm of the negative
  in dnfa/gapless-variance
norm of the transpose = U: m×n; U U' = I |- norm(U) = 1
  in dnfa/approximate-cancellation results/distance-from-below results/tight-frame-norm
norm under an isometry = U: m×n; U' U = I |- norm(U) = 1
nuclear duality = A, B: n×n psd |- tr(A B) <= tr(A) tr(B)
  in dnfa/gapless-variance-nuclear
nuclear norm and norm = A, B: n×n psd |- tr(A B) <= tr(A) tr(B)
nuclear norm of a psd matrix = A, B: n×n psd |- tr(A B) <= tr(A) tr(B)
  in roots-of-matrices/trace-norm-of-a-psd-matrix
Oppenheim = A, B: n×n psd |- det(A .* B) >= det(A) det(B)
polar decomposition
  in dnfa/nearest-tight-frame results/distance-from-the-ansatz
product of commuting psd matrices
  in roots-of-matrices/root-of-a-commuting-product
rank above a rank = x: n nonzero |- rank(x) = 1
rank and shape = A: 1×n |- rank(A) <= 1
  in capacity/capacity-bound submersion/onto-is-open
rank at most one = A: n×n; rank(A) = 1 |- A^2 = tr(A) A
rank by a kernel
  in minima/early-loss-flattens-the-minimum
rank inequality of Frobenius = A, B: m×n; A' B = 0; A B' = 0 |- rank(A + B) = rank(A) + rank(B)
rank inequality of Sylvester = x: n |- rank(x x') <= 1
  in gallery/attention-score-rank gallery/low-rank-update minima/more-weights-than-outputs
rank of a product = x: n |- rank(x x') <= 1
  in capacity/capacity-bound gallery/attention-score-rank gallery/low-rank-update minima/early-loss-of-rank
  in minima/more-weights-than-outputs minima/rank-at-initialisation order/trace-of-the-projector
  in results/rank-of-stationary-weights submersion/constant-rank-linear
rank of a projector = x: n nonzero |- rank(x) = 1
  in capacity/capacity-bound order/trace-of-the-projector submersion/constant-rank-linear
rank of a sum = x, y: n; n > 2 |- det(x x' + y y') = 0
rank zero = x: n nonzero |- rank(x) = 1
relu does not fall = x, y: scalar; x <= y |- relu(x) <= relu(y)
relu is Lipschitz = x, y: scalar |- |relu(x) - relu(y)| <= |x - y|
relu lies above = z: scalar |- z <= relu(z)
relu lies above its tangents = x: n |- relu(mean(x)) <= mean(relu(x))
relu of a multiple = c: scalar nonnegative; z: n |- relu(c z) = c relu(z)
  in gallery/relu-is-homogeneous
relu of relu = z: n |- relu(relu(z)) = relu(z)
relu of the negative = z: n |- relu(z) - relu(-z) = z
relu of what is not negative = x: scalar |- relu(0) = 0
relu of what is not positive = x: scalar |- relu(-2) = 0
relu shrinks = W: m×n; x: n |- |relu(W x)| <= norm(W) |x|
root of a pd matrix
  in roots-of-matrices/root-of-the-inverse roots-of-matrices/whitening
root of a product = a, b: scalar nonnegative |- sqrt(a b) = sqrt(a) sqrt(b)
root of a psd matrix
  in roots-of-matrices/determinant-of-a-root roots-of-matrices/modulus-of-a-psd-matrix
  in roots-of-matrices/norms-of-the-modulus roots-of-matrices/rank-of-a-root
  in roots-of-matrices/root-of-a-commuting-product roots-of-matrices/root-of-a-square
  in roots-of-matrices/root-of-the-inverse roots-of-matrices/roots-below-the-mean
  in roots-of-matrices/roots-commute roots-of-matrices/roots-keep-the-order
  in roots-of-matrices/roots-under-similarity roots-of-matrices/trace-of-a-root roots-of-matrices/whitening
root of a square = a: scalar |- sqrt(a^2) = |a|
Schur product theorem = A, B: n×n pd |- A .* B is pd
sigma_min bounds = A: m×n; x: n; n <= m |- sigma_min(A) |x| <= |A x|
  in results/distance-from-the-ansatz results/stretched-twice
sigma_min is attained = A, B: n×n |- sigma_min(A B) >= sigma_min(A) sigma_min(B)
sigma_min is not negative = A, B: n×n |- sigma_min(A B) >= sigma_min(A) sigma_min(B)
  in results/distance-from-the-ansatz results/stretched-twice
sigma_min of the transpose
  in results/distance-from-the-ansatz results/stretched-twice
sigmoid by exp = z: scalar |- sigmoid(z) = 1 / (1 + exp(-z))
sigmoid is increasing = x: scalar |- sigmoid(x^2) >= 1/2
sigmoid is Lipschitz = x, w: n; 0 <= w' x |- sigmoid(w' x) <= 1/2 + w' x / 4
sigmoid lies below one = p: scalar; x: scalar; p = sigmoid(x) |- p < 1
sigmoid of the negative = x: scalar |- sigmoid(0) = 1/2
silu lies between = x: scalar |- silu(x) <= relu(x)
sin at zero = x: scalar nonnegative |- x - x^3/6 <= sin(x)
slope of gelu = x: scalar |- gelu'(x) <= 113/100
softmax has a covariance = z: k |- norm(jac[z](softmax(z))) <= 1
  in gallery/log-sum-exp-is-convex
softmax is at most 1 long = x: n |- |softmax(x)| <= 1
softmax of a shift = z: n; c: scalar |- softmax(z + c ones) = softmax(z)
  in gallery/softmax-shift
softmax varies by at most a half = z: k |- norm(jac[z](softmax(z))) <= 1
softplus at zero = x: scalar |- softplus(x) <= log(2) + x/2 + x^2/8
softplus by exp = x: scalar |- log(1 + exp(x)) >= 0
softplus is Lipschitz = x, y: scalar |- |softplus(x) - softplus(y)| <= |x - y|
softplus lies above its tangents
  = x[i]: scalar for i in 1..N |- softplus(mean[i](x[i])) <= mean[i](softplus(x[i]))
softplus next to relu = x: scalar |- softplus(x) >= relu(x)
softplus of the negative = z: scalar |- softplus(z) - softplus(-z) = z
spectral theorem = A: n×n symmetric |- exists U: n×n orthogonal. exists D: n×n diagonal. A = U D U'
square root = A: n×n psd; tr(A) = 0 |- A = 0
  in gallery/product-of-kernels
Sylvester
  in gallery/determinant-lemma
tanh by sigmoid = z: scalar |- tanh(z) = 2 sigmoid(2 z) - 1
tanh is increasing = x: scalar; x > 0 |- tanh(x) > 0
tanh is Lipschitz = x, y: n |- |tanh(x) - tanh(y)| <= |x - y|
tanh lies between = z: scalar |- tanh(z) < 1
tanh of the negative = x: scalar |- tanh(0) = 0
tanh shrinks = x, y: scalar |- |tanh(x)| <= |x|
Taylor along a segment
  = f: R^n -> R; x, y: n; forall u: n. hess(f)(u) is psd |- dot(grad(f)(x) - grad(f)(y), x - y) >= 0
the largest eigenvalue bounds = A: n×n symmetric |- lambda[1](-A) >= -lambda[1](A)
  in ansatz/best-direction dnfa/gapless-variance-top dnfa/top-vector-perturbation
the largest entry is an entry = x: n |- norminf(x) <= norm1(x)
the norm bounds = A: m×n |- A' A <<= norm(A)^2 I
the norm bounds a form
  in dnfa/top-vector-perturbation
the norm bounds a quadratic form = A: n×n psd |- A^2 <<= norm(A) A
  in dnfa/gapless-greedy dnfa/gapless-variance-top dnfa/gapless-variance order/frame
the norm is attained = A: m×n |- exists v: n. |v| = 1 and |A v| = norm(A)
the norm is least = P: n×n symmetric projector |- norm(P) <= 1
  in dnfa/gapless-variance-nuclear order/projectors
the norm is not negative = A: m×n |- A' A <<= norm(A)^2 I
  in dnfa/approximate-cancellation-attained dnfa/approximate-cancellation results/distance-from-below
  in results/tight-frame-norm
the nuclear norm is not negative = A, B: n×n psd |- tr(A B) <= tr(A) tr(B)
  in dnfa/gapless-variance-nuclear
the root is one
  in roots-of-matrices/modulus-of-a-psd-matrix roots-of-matrices/root-of-a-commuting-product
  in roots-of-matrices/root-of-a-square roots-of-matrices/root-of-the-inverse
  in roots-of-matrices/roots-under-similarity
the second derivatives at an extremum = f: R^n -> R; x: n; forall y: n. f(x) <= f(y) |- hess(f)(x) is psd
the second eigenvalue bounds
  in dnfa/top-vector-perturbation
the slope at an extremum = f: R^n -> R; x: n; forall y: n. f(x) <= f(y) |- grad(f)(x) = 0
the symmetric logarithm is one = A: n×n symmetric |- logm(expm(A)) = A
trace of a definite matrix = A: n×n pd |- 0 < tr(A)
trace of a nilpotent matrix = A: n×n; A A = 0 |- tr(A) = 0
trace of a product of psd matrices
  in frontier/distance-to-a-smaller-matrix
Weyl, sums = A, B: n×n symmetric; n >= 2 |- lambda[2](A + B) <= lambda[1](A) + lambda[2](B)
`;
