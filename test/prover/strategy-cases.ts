/**
 * For each strategy by its name: claims that it alone proves (+), claims that it proves shortly and
 * others at length (~), and near misses that the prover must refuse (-).
 */
export const strategyTable = String.raw`
both parts
  + x: n |- x x' is psd
  + A: m×n |- A' A is psd
  - x: n |- x x' is pd
what is assumed
  + z: k |- exp(z) > 0
  + x: n |- relu(x) >= 0
  - z: k |- exp(z) < 0
an arbitrary one
  + z: k |- exp(z) > 0
  + x: n |- x x' is psd
  - z: k |- exp(z) < 0
another name
  ~ v, y, g, h: R -> R^k; w, z, f, e: R -> R^n; p, E: R -> R; lam: scalar; forall t: scalar. jac[t](v(t)) = -g(t) - lam v(t); forall t: scalar. jac[t](y(t)) = -h(t) - lam y(t); forall t: scalar. jac[t](w(t)) = -f(t) - lam w(t); forall t: scalar. jac[t](z(t)) = -e(t) - lam z(t); forall t: scalar. g(t)' y(t) = f(t)' z(t); forall t: scalar. v(t)' h(t) = w(t)' e(t); forall t: scalar. p'(t) = 2 lam p(t); forall t: scalar. E(t) = p(t) (v(t)' y(t) - w(t)' z(t)) |- forall t: scalar. E(t) = E(0)
  - f: R -> R; s: scalar; f(s) = 0 |- forall t: scalar. f(t) = 0
sides swapped
  + A: n×n; A is invertible |- 0 != det(A)
  - A: n×n |- 0 != det(A)
0 on the right
  ~ x: scalar; x^2 <= 0 |- 0 = x
  - x: scalar; x^3 <= 0 |- 0 = x
determinants and inverses
  + W: m×n; n < m |- not (W W' is pd)
  - A: n×n |- det(A) != 0
singular, so not definite
  + W: m×n; n < m |- not (W W' is pd)
  + J: k×p; p < k |- not (J J' is pd)
  - W: m×n |- not (W W' is pd)
strictly apart, so not equal
  + x: n |- 1 + |x|^2 != 0
  + x: scalar |- exp(x) + 1 != 0
  - x: scalar |- x^2 != 0
equal to what is not zero
  + A, B: n×n; det(A) = det(B); B is invertible |- det(A) != 0
  - A, B: n×n; B is invertible |- det(A) != 0
a contradiction
  ~ A: n×n; tr(A) > 0 |- A != 0
  - A: n×n |- A^2 is pd
an inequality that would fail
  + x: n; |x| >= 1 |- x != 0
  + x: scalar; |x| > 0 |- x != 0
  - x: n; |x| >= 0 |- x != 0
a product that is zero
  ~ x, y: scalar; x y = 0 |- x = 0 or y = 0
  - x, y: scalar; x y = 0 |- x = 0 and y = 0
the left side
  ~ x: scalar |- x^2 >= 0 or x = 1
  - x: scalar |- x^2 > 0 or x = 1
the right side
  ~ x: scalar |- x = 1 or x^2 >= 0
  - x: scalar |- x = 1 or x^2 > 0
the left side, or else the other
  + x: scalar |- x < 0 or relu(x) = x
  + A: n×n |- A is invertible or (exists v: n. v != 0 and A v = 0)
  - x: scalar |- x > 0 or relu(x) = x
the right side, or else the other
  + A: n×n |- (exists v: n. v != 0 and A v = 0) or A is invertible
  - A: n×n |- (exists v: n. v != 0 and A v = 0) or A is orthogonal
every index
  + W[l]: d[l]×d[l-1] ~ normal(0, 1/d[l-1]) for l in 1..L |- forall l in 1..L. E[normF(W[l])^2] = d[l]
  + W[l]: n×n ~ normal(0, 1/n) for l in 1..L; x: n |- forall l in 1..L. E[|prod[k=l..1](W[k]) x|^2] = |x|^2
  - W[l]: d[l]×d[l-1] ~ normal(0, 1/d[l-1]) for l in 1..L |- forall l in 1..L. E[normF(W[l])^2] != d[l]
a vector of the kernel
  + A: m×n; m < n |- exists v: n. v != 0 and A v = 0
  + J: k×p onto; k < p |- exists v: p. v != 0 and J v = 0
  - A: m×n; m <= n |- exists v: n. v != 0 and A v = 0
an eigenvector
  + A: n×n symmetric |- exists v: n unit. A v = lambda[1](A) v
  + A: n×n symmetric |- exists v: n unit. v' A v = lambda[1](A)
  - A: n×n symmetric |- exists v: n unit. A v != lambda[1](A) v
a root of a psd matrix
  + A: n×n psd |- exists R: n×n. A = R' R
  + A: n×n psd |- exists B: n×n. A = B B'
  - A: n×n |- exists R: n×n. A = R' R
a witness
  + A, B: n×n; A ∝ B |- B ∝ A
  + A: m×n |- exists B: n×m. A B A = A
  - A: m×n |- exists B: n×m. A B A != A
what contradicts itself
  ~ A, B: n×n |- A B - B A != I
  ~ A, B: n×n; A B = 0; B != 0 |- det(A) = 0
  - A: n×n |- A^2 is pd
slopes in words
  + X: n×n invertible |- grad[X](log(|det(X)|)) = inv(X)'
  - X: n×n invertible |- grad[X](log(|det(X)|)) != inv(X)'
equations
  + x: n |- x x' is psd
  + x: n |- |x|^2 = x' x
  - x: n |- x x' is pd
the square of a length
  + g: m; W: m×n; g' g = 1; W W' = I |- |W' g| = 1
  + A, S: n×n psd; S S = A |- det(S) = sqrt(det(A))
  - g: m; W: m×n; W W' = I |- |W' g| = 1
forms from both sides
  + A, B: n×n symmetric; A >>= B; B >>= A |- A = B
  + A, B, C: n×n symmetric; A >>= B; B >>= C; C >>= A |- A = C
  - A, B: n×n symmetric; B >>= A |- A = B
loose wires
  + W[l]: d[l]×d[l-1] ~ normal(0, c/d[l-1]) for l in 1..L; c: scalar nonnegative; x, y: d[0] |- E[prod[l=L..1](W[l]) x (prod[l=L..1](W[l]) y)'] = c^L (x' y)/d[0] I
  - W[l]: d[l]×d[l-1] ~ normal(0, c/d[l-1]) for l in 1..L; c: scalar nonnegative; x, y: d[0] |- E[prod[l=L..1](W[l]) x (prod[l=L..1](W[l]) y)'] = c^L (x' y) I
every entry
  + A, B, C: 2×2 |- (A B - B A)^2 C = C (A B - B A)^2
  + A, B: 2×2 symmetric; C: 2×2 antisymmetric |- (A B - B A) C = C (A B - B A)
  + K: 3×3 antisymmetric |- K K K = -normF(K)^2 K / 2
  + J: 2×2 antisymmetric; A: 2×2 |- A' J A = det(A) J
  + A: 3×3 |- adj(adj(A)) = det(A) A
  - A, B, C: 3×3 |- (A B - B A)^2 C = C (A B - B A)^2
  - A, B: 2×2 |- A B = B A
  - A: 2×2 symmetric; B: 2×2 |- A B = B A
  - A, B: 3×3 symmetric; C: 3×3 antisymmetric |- (A B - B A) C = C (A B - B A)
  - K: 4×4 antisymmetric |- K K K = -normF(K)^2 K / 2
  - A: 2×2 antisymmetric |- det(A) = 0
definitions (equal)
  + p: n; x: n; p = softmax(x) |- ones' p = 1
  + p: n; x: n; softmax(x) = p |- ones' p = 1
  - p: n; x: n; p = softmax(x) |- ones' p != 1
definitions (is)
  + p: k; z: k; p = softmax(z) |- diag(p) - p p' is psd
  - A: n×n |- A is pd <=> (exists B: n×n. A = B B')
definitions (less)
  + y: scalar; x: scalar; y = exp(x) |- y > 0
  + p: scalar; x: scalar; p = tanh(x) |- p^2 < 1
  - y: scalar; x: scalar; y = exp(x) |- y < 0
definitions (exists)
  + A: m×n; rank(A) = 1 |- exists u: m. exists v: n. A = u v'
  + A: m×n |- rank(A) <= 1 <=> (exists u: m. exists v: n. A = u v')
  - A: m×n |- rank(A) >= 1 <=> (exists u: m. exists v: n. A = u v')
roots of psd matrices (equal)
  + A: n×n psd; tr(A) = 0 |- A = 0
  + A: n×n psd; X: n×r; X' A X = 0 |- A X = 0
  - A: n×n; tr(A) = 0 |- A = 0
roots of psd matrices (less)
  + A: n×n psd; x: n |- (x' sqrtm(A) x)^2 <= |x|^2 (x' A x)
  - A: n×n; B: n×n psd; C: n×n psd; B <<= C |- tr(A B) <= tr(A C)
equal powers
  + a, b: scalar nonnegative; a^2 = b^4 |- a = b^2
  + a, b: scalar; a^3 = b^3 |- a = b
  + a, b: scalar nonnegative; a^5 = b^5 |- a = b
  - a, b: scalar; a^2 = b^2 |- a = b
  - a, b: scalar; a^4 = b^4; a >= 0 |- a = b
  - a, b: scalar nonnegative; a^2 = b^3 |- a = b
roots of multiples (equal)
  + x: n nonzero; c: scalar positive |- (c x) / |c x| = x / |x|
  - x: n nonzero; c: scalar nonzero |- (c x) / |c x| = x / |x|
  - x: n nonzero; c: scalar positive |- |c x| x = |x| x
roots of multiples (less)
  ~ c, s: scalar nonnegative |- sqrt(c^2 s) <= c sqrt(s)
  - c: scalar; s: scalar nonnegative |- sqrt(c^2 s) <= c sqrt(s)
quotients of roots
  + P: n×n symmetric projector; x: n; P x != 0 |- jac[x](P x / norm(P x)) = (P - P x x' P / norm(P x)^2) / norm(P x)
  + v: n nonzero; s: scalar; l: R^n -> R |- v' grad[v](l(s v / |v|)) = 0
  + x: n; e: scalar positive |- jac[x](x / sqrt(x' x / n + e)) = (I - x x' / (x' x + n e)) / sqrt(x' x / n + e)
  - x: n nonzero |- jac[x](x / norm(x)) = (I + x x' / norm(x)^2) / norm(x)
  - x: n; e: scalar positive |- jac[x](x / sqrt(x' x / n + e)) = (I - x x' / (x' x + e)) / sqrt(x' x / n + e)
  - v: n nonzero; s: scalar; l: R^n -> R |- v' grad[v](l(s v / |v|^2)) = 0
  - P: n×n; x: n; P x != 0 |- jac[x](P x / norm(P x)) = (P - P x x' P / norm(P x)^2) / norm(P x)
homogeneous at each entry
  + V: k×m; W: m×n; x: n; D: m×m pd diagonal |- V inv(D) relu(D W x) = V relu(W x)
  + d: n nonnegative; u: n |- relu(d .* u) = d .* relu(u)
  + u: m; D: m×m psd diagonal |- leakyrelu(D u) = D leakyrelu(u)
  - d, u: n |- relu(d .* u) = d .* relu(u)
  - u: m; D: m×m diagonal |- relu(D u) = D relu(u)
  - u: m; D: m×m pd |- relu(D u) = D relu(u)
  - u: m; D: m×m pd diagonal |- tanh(D u) = D tanh(u)
one of two values
  + x, w: n; y: scalar; y^2 = 1 |- hess[w](softplus(-(y (x' w)))) = sigmoid(x' w) sigmoid(-(x' w)) x x'
  + s, y: scalar; y^2 = 1 |- tanh(y s) = y tanh(s)
  - s, y: scalar; y^2 = 1 |- sigmoid(y s) = sigmoid(s)
  - s, y: scalar; y^2 = 4 |- tanh(y s) = y tanh(s)
  - s, y: scalar; y^2 = 2 |- tanh(y s) = y tanh(s)
  - s, y, z: scalar; y^2 = z |- tanh(y s) = y tanh(s)
powers of a number
  + x: scalar; -2 <= x |- 1 + n x <= (1 + x)^n
  + c: scalar nonnegative |- (1 + c/L)^L <= exp(c)
  + x: scalar; 0 <= x; x <= 1 |- (1 - x)^n <= exp(-n x)
  - x: scalar; -3 <= x |- 1 + n x <= (1 + x)^n
  - x: scalar; -2 <= x |- 1 + n x + x^2 <= (1 + x)^n
  - c: scalar |- (1 + c/L)^L <= exp(c)
  - c: scalar nonnegative |- (1 + c)^L <= exp(c)
the one psd root
  + A: n×n pd |- inv(sqrtm(A)) = sqrtm(inv(A))
  - S: n×n symmetric; A: n×n psd; S S = A |- S = sqrtm(A)
psd matrices with one square
  + A, B: n×n psd; A^2 = B^2 |- A = B
  - A, B: n×n; A^2 = B^2 |- A = B
a matrix as the square of its root
  + A, B: n×n psd; A B = B A |- sqrtm(A) sqrtm(B) = sqrtm(A B)
  - A, B: n×n psd |- sqrtm(A) sqrtm(B) = sqrtm(B) sqrtm(A)
  - A: n×n psd |- sqrtm(A) is pd
a name for a root
  + A: m×n |- schatten[2](modulus(A)) = normF(A)
  - A: m×n |- schatten[2](modulus(A)) != normF(A)
exponentials of matrices
  + A: n×n symmetric; t: scalar |- expm(t A) is pd
  + A: n×n; t: scalar |- det(expm(t A)) = exp(t tr(A))
  + A: n×n antisymmetric |- expm(A) is orthogonal
  + A, B: n×n; A B = B A |- expm(A) expm(B) = expm(A + B)
  + A: n×n; v: n; s: scalar; A v = s v |- expm(A) v = exp(s) v
  + A: n×n psd |- expm(A) >>= I
  - A, B: n×n symmetric |- expm(A) expm(B) = expm(A + B)
  - A: n×n |- expm(A) is pd
  - A: n×n symmetric |- expm(A) >>= I
  - A: n×n; v: n; s: scalar; A v = s v |- expm(A) v = s v
  - A: n×n; P: n×n orthogonal |- expm(P A) = P expm(A)
  - A, B: n×n symmetric; A >>= B |- expm(A) >>= expm(B)
the one symmetric logarithm
  + A: n×n symmetric |- logm(expm(A)) = A
  - A: n×n antisymmetric |- logm(expm(A)) = A
  - A, B: n×n pd |- logm(A B) = logm(A) + logm(B)
  - A: n×n pd |- logm(A) is psd
Euler for homogeneous functions
  + f: R^n -> R; w: n; forall c: scalar. c > 0 => f(c w) = f(w) |- dot(w, grad(f)(w)) = 0
  + f: R^n -> R; w: n; forall u: n. forall c: scalar. c > 0 => f(c u) = c^3 f(u) |- dot(w, grad(f)(w)) = 3 f(w)
  + F: R^n -> R^k; u, v: n; forall t: scalar. F(u + t v) = F(u) |- jac(F)(u) v = 0
  - f: R^n -> R; w: n; forall c: scalar. forall u: n. f(c u) = c^2 f(u) |- dot(w, grad(f)(w)) = 3 f(w)
  - F: R^n -> R^k; u, v, w: n; forall t: scalar. F(u + t v) = F(u) |- jac(F)(w) v = 0
  - f: R^n -> R; w, v: n; forall c: scalar. c > 0 => f(c v) = f(v) |- dot(w, grad(f)(w)) = 0
  - f: R^n -> R; w: n; forall c: scalar. c < 0 => f(c w) = f(w) |- dot(w, grad(f)(w)) = 0
eigenvalues that vanish
  + A: n×n symmetric; A^3 = A; A >>= 0 |- A^2 = A
  - A: n×n symmetric; A^3 = A |- A^2 = A
  - A: n×n; A^3 = A |- A^2 = A
constant functions
  + D: R -> R; s, t: scalar; forall r: scalar. D'(r) = 0 |- D(s) = D(t)
  + f: R^n -> R; x, y: n; forall u: n. grad(f)(u) = 0 |- f(x) = f(y)
  - D: R -> R; s, t: scalar; D'(s) = 0; D'(t) = 0 |- D(s) = D(t)
  - f: R^n -> R; x, y, z: n; forall u: n. dot(grad(f)(u), z) = 0 |- f(x) = f(y)
traces of what is known
  + A, B: n×n; c: scalar; A B - B A = c I |- c = 0
  - A, B: n×n; c: scalar; A B + B A = c I |- c = 0
  - A, B: n×n; c: scalar; A B - B A = c A |- c = 0
instances at the difference
  + x, z: n; forall y: n. x' y >= z' y |- x = z
  + A: m×n; forall B: m×n. tr(A' B) <= 0 |- A = 0
  - x: n; forall y: n. y' y >= x' y - 1 |- x = 0
  - x, z: n; forall y: n. x' y >= 0 |- z = 0
the trace of a nilpotent matrix
  + A: n×n; A A = 0 |- tr(A) = 0
  + A: n×n; A A A = 0 |- tr(A) = 0
  + A, B: n×n; A B A B = 0 |- tr(A B) = 0
  - A: n×n |- tr(A) = 0
  - A: n×n; A A' = A |- tr(A) = 0
  - A: n×n; A A = A |- tr(A) = 0
powers of determinants
  + A: n×n |- det(adj(A)) = det(A)^(n-1)
  + A: n×n |- det(A) adj(adj(A)) = det(A)^(n-1) A
  - A: n×n |- det(adj(A)) = det(A)^n
  - A: n×n |- adj(adj(A)) = det(A)^(n-1) A
ranks of projectors
  + A: m×n |- tr(A pinv(A)) = rank(A)
  + S: d×k |- tr(S pinv(S)) = rank(S)
  - A: m×n |- tr(A pinv(A)) != rank(A)
kernels
  + A: m×n |- rank(A pinv(A)) = rank(A)
  + A: n×n psd |- rank(sqrtm(A)) = rank(A)
  - A: m×n |- rank(A pinv(A)) != rank(A)
rank zero
  + A: m×n; rank(A) = 0 |- A = 0
  + A: m×n; rank(A) <= 0 |- A = 0
  - A: m×n; rank(A) = 0 |- A != 0
a singular determinant
  + A: 2×3; B: 3×2 |- det(B A) = 0
  + A: m×n; m < n |- det(A' A) = 0
  - A: 2×3; B: 3×2 |- det(B A) != 0
otherwise it has an inverse
  + A: n×n; A A = A; A != I |- det(A) = 0
  + A, B: n×n; A B = 0; B != 0 |- det(A) = 0
  - A: n×n; A A = I; A != I |- det(A) = 0
  - A, B: n×n; A B = 0 |- det(A) = 0
  - A: n×n; x: n; x' A x = 0; x != 0 |- det(A) = 0
rank at most one
  + A: m×n; rank(A) = 1 |- exists u: m. exists v: n. A = u v'
  + A: n×n; rank(A) = 1 |- A^2 = tr(A) A
  - A: n×n; rank(A) = 2 |- A^2 = tr(A) A
rows that add up to nothing
  + L: n×n psd; L ones = 0 |- rank(L) <= n - 1
  - L: n×n psd; L ones = 0 |- rank(L) <= n - 2
ranks of factors and sums
  + A: m×n; B: n×k; C: k×l |- rank(A B) + rank(B C) <= rank(B) + rank(A B C)
  + A, B: m×n |- rank(A) - rank(B) <= rank(A - B)
  + A: l×m; B: m×n; A B = 0 |- rank(A) + rank(B) <= m
  + W: m×n; U: m×r; V: n×r |- rank(W + U V') <= rank(W) + r
  + A: n×n; rank(A) < n |- rank(A) <= n - 1
  - A: m×n; B: n×k; C: k×l |- rank(A B C) + rank(B) <= rank(A B) + rank(B C)
  - A, B: m×n |- rank(A - B) <= rank(A)
  - A: l×m; B: m×n; A B = 0 |- rank(A) + rank(B) = m
  - W: m×n; U: m×r; V: n×r |- rank(W + U V') <= r
  - A: n×n; rank(A) < n |- rank(A) <= n - 2
  - A: m×n; s: scalar |- rank(A) <= rank(s A)
ranks behind dimensions
  + M: d×K; M' M = I - 1/K ones ones' |- K - 1 <= d
  + M: d×k; k >= 2; M' M = (k I - ones ones') / (k - 1) |- k - 1 <= d
  - M: d×K; M' M = I - 1/K ones ones' |- K <= d
  - M: d×K; M' M = I - 2/K ones ones' |- K <= d
ranks of factors and sums (equal)
  + A: m×n; s: scalar |- s rank(A' A) = s rank(A)
  - A, B: m×n; A' B = 0 |- rank(A + B) = rank(A) + rank(B)
  - A: n×n; A A = I |- rank(I + A) = rank(I - A)
  - x: n |- rank(x) = 1
  - A: m×n; s: scalar |- rank(s A) = rank(A)
only zero makes the form vanish
  + G: m×N; I <<= G G' |- G is onto
  + A: n×n; norm(A) < 1 |- I - A is invertible
  - A: n×n; norm(A) < 1 |- I - A is orthogonal
only zero is sent to zero
  + A: n×n; forall x: n. |A x| = |x| |- A is invertible
  + A: n×n; forall v: n. A v = 0 => v = 0 |- A is invertible
  - A: n×n; forall v: n. A v = 0 => v = 0 |- A is orthogonal
a determinant that is not zero
  + A: n×n; det(A)^2 = 1 |- A is invertible
  + A, B: n×n; det(A) = det(B); B is invertible |- A is invertible
  - A: n×n; det(A)^2 = 1 |- A is orthogonal
square and onto
  + A: n×n |- A is invertible <=> rank(A) = n
  + A: n×n; B: n×n; rank(A B) = n |- A is invertible
  - A: n×n |- A is orthogonal <=> rank(A) = n
an invertible product
  + A: m×n; B: n×m; A B is pd |- A is onto
  + W: m×n; S: n×n pd; W S W' is pd |- W is onto
  - A: m×n; B: n×m; A B is symmetric |- A is onto
a stated rank
  ~ A: m×n; rank(A) = m |- A is onto
  - A: m×n; rank(A) = n |- A is onto
the transpose sends only zero to zero
  + A: m×n; exists B: n×m. A B = I |- A is onto
  + A: n×n; A A = I |- rank(I + A) + rank(I - A) = n
  - A: n×n; A A = I |- rank(I + A) + rank(I - A) != n
an invertible Gram matrix
  + G: m×N; I <<= G G' |- G is onto
  - G: m×N; G' G = 2 I |- G is onto
a full rank
  ~ A: n×n; B: n×n; rank(A) = n; rank(B) = n |- rank(A B) = n
  - J: k×N |- J is onto <=> rank(J) = N
the transpose is onto
  + W: m×n |- W' W is pd <=> W is one-to-one
  + J: k×n; H: k×k pd; J' H J is pd |- J is one-to-one
  - W: m×n |- W' W is orthogonal <=> W is one-to-one
a full column rank
  ~ A: m×n; rank(A) = n |- A is one-to-one
  - A: m×n; rank(A) = m |- A is one-to-one
the covariance of softmax
  + U: d×K; v: d; y: K |- hess[v](log(ones' exp(U' v)) - y' U' v) >>= 0
  - U: d×K; v: d; y: K |- hess[v](y' U' v - log(ones' exp(U' v))) >>= 0
  - U: d×K; v: d |- hess[v](log(ones' exp(U' v))) is pd
inverses in the opposite order
  + A, B: n×n pd; A >>= B |- inv(B) >>= inv(A)
  + A, B: n×n pd |- tr(inv(A + B)) <= tr(inv(A))
  - A, B: n×n; A >>= B |- inv(B) >>= inv(A)
inverses in the strict opposite order
  + A, B: n×n pd; A - B is pd |- inv(B) - inv(A) is pd
  + A, B: n×n pd; A - B is pd |- tr(inv(A - B)) > tr(inv(A))
  - A, B: n×n pd; A - B is psd |- inv(B) - inv(A) is pd
  - A, B: n×n pd; A - B is psd |- tr(inv(B)) > tr(inv(A))
the meaning of psd
  + x: n |- x x' is psd
  + A: m×n |- A' A is psd
  - x: n |- x x' is pd
the meaning of pd
  + A: n×n pd |- A^2 is pd
  - A: n×n |- A^2 is pd
square with an inverse on one side
  + A: n×n |- A is one-to-one <=> A is onto
  - A: m×n |- A is one-to-one <=> A is onto
the inverse of a definite matrix
  + A: n×n psd; B: n×n pd |- inv(A + B) is psd
  - A: n×n psd; B: n×n invertible |- inv(A + B) is psd
definite matrices are invertible
  + A, B: n×n pd |- A B is invertible
  - A: n×n psd |- A^2 is pd
  - A, B: n×n pd |- A B is pd
weights between 0 and 1
  + A, B: n×n pd; t: scalar; 0 <= t; t <= 1 |- t A + (1 - t) B is pd
  - A, B: n×n psd; t: scalar; 0 <= t; t <= 1 |- t A + (1 - t) B is pd
blocks of a definite matrix
  + A: m×m; B: m×n; D: n×n; [A, B; B', D] is pd |- D is pd
  + A: m×m symmetric; B: m×n; D: n×n pd; [A, B; B', D] is psd |- A >>= B inv(D) B'
  - A: m×m; B: m×n; D: n×n; [A, B; B', D] is psd |- A is pd
  - A: m×m symmetric; B: m×n; D: n×n pd; [A, B; B', D] is psd |- A >>= 2 B inv(D) B'
a definite matrix by its blocks
  + A: m×m pd; D: n×n pd |- [A, 0; 0, D] is pd
  + A: m×m pd; B: m×n; D: n×n; D - B' inv(A) B is pd |- [A, B; B', D] is pd
  - A: m×m pd; D: n×n psd |- [A, 0; 0, D] is pd
  - A: m×m pd; B: m×n; D: n×n pd |- [A, B; B', D] is psd
induction on layers (equal)
  + A: n×n |- det(A^k) = det(A)^k
  + A, B: n×n; A B = B A |- A^k B = B A^k
  - A: n×n |- det(A^k) != det(A)^k
at the indices (is)
  ~ W[l]: n×n invertible for l in 1..L |- prod[l=L..1](W[l]) is invertible
  - W[l]: n×n symmetric for l in 1..L |- prod[l=L..1](W[l]) is symmetric
induction on layers (is)
  + W[l]: n×n invertible for l in 1..L |- prod[l=L..1](W[l]) is invertible
  - W[l]: n×n for l in 1..L |- prod[l=L..1](W[l]) is invertible
at the indices (less)
  ~ W[l]: n×n for l in 1..L; forall l in 1..L. norm(W[l]) <= 1 |- norm(prod[l=L..1](W[l])) <= 1
  - W[l]: n×n for l in 1..L; forall l in 1..L. norm(W[l]) <= 2 |- norm(prod[l=L..1](W[l])) <= 2
induction on layers (less)
  + W[l]: n×n for l in 1..L; forall l in 1..L. norm(W[l]) <= 1 |- norm(prod[l=L..1](W[l])) <= 1
  + a: scalar; a >= 1; k >= 1 |- a^k >= 1
  - W[l]: n×n for l in 1..L; forall l in 1..L. norm(W[l]) <= 1 |- norm(prod[l=L..1](W[l])) >= 1
what is stated
  ~ x, y, z: scalar; x <= y; y <= z |- x <= z
  - x, y, z: scalar; x <= y; z <= y |- x <= z
sizes of matrices
  + J: k×p onto |- k <= p
  + A: n×n pd |- lambda[1](A) > 0
  - J: k×p |- k <= p
the sign of the difference
  + x: n |- exp(-|x|^2) <= 1
  - x: n |- exp(-|x|^2) >= 1
the sign of the simplified difference
  + G: m×N; c: scalar positive; G G' = c I |- G is onto
  + G: m×N; c: scalar positive; G G' = c I |- G G' is pd
  - G: m×N; c: scalar; G G' = c I |- G is onto
cleared denominators
  + x, y: scalar positive; x < y |- 1/y < 1/x
  + A: m×n |- norm(A)^2 >= normF(A)^2 / n
  + A: n×n psd |- lambda_max(A) / n <= tr(A) / n
  - A: n×n symmetric |- tr(A) / n < lambda_max(A)
  - A: m×n |- norm(A)^2 >= normF(A)^2 / m + normF(A)^2 / n
  - A: n×n psd |- lambda_max(A) <= tr(A) / n
bounds
  + A: m×n |- norm(A) >= 0
  + x: n nonzero |- rank(x) = 1
  - A: m×n |- norm(A) <= 0
sums over a basis
  + A: n×n; forall x: n. x' A x >= 0 |- tr(A) >= 0
  - A: n×n; forall x: n. x' A x >= 0 |- tr(A) <= 0
refuting the converse
  + x: scalar nonnegative; y: scalar; x^2 < y; y < 4 |- x < 2
  + x: scalar; x^2 <= 0 |- 0 = x
  - A: n×n; v: n; c: scalar; v != 0; A v = c v |- c > 0
at an eigenvector
  + A: n×n pd |- lambda[1](A) > 0
  + A: n×n symmetric |- lambda[1](-A) >= -lambda[1](A)
  - A: n×n |- lambda[1](A) > 0
not equal, so strictly
  + A: n×n pd |- A^2 is pd
  - A: n×n |- A^2 is pd
the sign of the difference, at sums of vectors
  + V, U: n×k; V' V = I; U' U = I |- norm(V V' - U U') <= 1
  - V, U: n×k; U' U = I |- norm(V V' - U U') <= 1
equal sides
  + A: n×n |- det(adj(A)) <= det(A)^(n-1)
  + X: n×n invertible |- det(inv(X)) <= 1/det(X)
  - A: n×n |- det(adj(A)) <= det(A)^n
from both sides
  + x: scalar |- abs(-2) = 2
  + x: n nonzero |- rank(x) = 1
  - x: scalar |- abs(-2) != 2
laws of functions
  + a: scalar; |a| = 1 |- a = 1 or a = -1
  - a: scalar; |a| = 1 |- a != 1 or a = -1
a sum of squares that vanishes
  + x, z: n; forall y: n. x' y >= z' y |- x = z
  + A: m×n; forall B: m×n. tr(A' B) <= 0 |- A = 0
  - x, z: n; forall y: n. x' y >= z' y |- x != z
either sign of what stands inside
  + A: m×n; B: n×k |- rank(A B) <= min(rank(A), rank(B))
  + a, b: scalar; 0 <= b; a <= b |- relu(a) <= b
  - a, b: scalar; a <= b |- relu(a) <= b
  - a, b: scalar; 0 <= b |- relu(a) <= b
  - A: m×n; B: n×k |- rank(A B) <= min(rank(A), rank(B)) - 1
  - a, b: scalar |- max(a, b) <= (a + b)/2
  - a, b: scalar |- |a - b| <= |a| - |b|
squares of absolute values (less)
  + x, y: scalar; |x| >= |y| |- x^2 >= y^2
  + A: n×n; |det(A)| >= 1 |- det(A)^2 >= 1
  - x, y: scalar; |x| >= |y| |- x^2 <= y^2
squares of absolute values (not)
  + A: n×n; |det(A)| = 1 |- A is invertible
  + x: scalar; |x| = 1 |- x != 0
  - A: n×n; |det(A)| = 1 |- A is orthogonal
by the slope
  + x: scalar nonnegative |- x - x^3/6 <= sin(x)
  + x, y: scalar |- softplus(y) >= softplus(x) + sigmoid(x) (y - x)
  + x: scalar |- softplus(x) <= log(2) + x/2 + x^2/8
  - x: scalar nonnegative |- sin(x) <= x - x^3/6
  - x: scalar |- tanh(x) <= x
  - x, y: scalar |- softplus(y) >= softplus(x) + sigmoid(y) (y - x)
  - x: scalar |- softplus(x) <= log(2) + x/2 + x^2/9
  - x: scalar; -1 <= x; x <= 1 |- exp(x) <= 1 + x + x^2/2
logarithms as exponents
  + x: scalar nonnegative |- log(1 + x) >= x - x^2/2
  + x: scalar; 0 <= x; x < 1 |- -log(1 - x) >= x + x^2/2
  - x: scalar; -1 < x |- log(1 + x) >= x - x^2/2
  - x: scalar nonnegative |- log(1 + 2 x) <= x
softplus written out
  + x: scalar |- log(1 + exp(x)) <= relu(x) + log(2)
  - x: scalar |- log(1 + exp(x)) <= relu(x) + log(3/2)
a completed square
  + K: n×n pd; k, x: n; c, t: scalar; c - k' inv(K) k >= 0 |- x' K x + 2 t (k' x) + c t^2 >= 0
  - K: n×n pd; k, x: n; c, t: scalar |- x' K x + 2 t (k' x) + c t^2 >= 0
  - A: n×n pd; b, x: n |- x' A x - 2 b' x > -b' inv(A) b
  - A: n×n pd; b, x: n |- x' A x - 2 b' x >= -b' A b
a quadratic form
  + a, b, c, d, e, f, g, h: scalar |- (a + b + c + d + e + f + g + h)^2 >= 0
  + a, b, c, d, e: scalar |- (a + 2 b - 3 c + d/2 - e)^2 + (a - b)^2 >= 0
  + a, b, c: scalar |- 2 a^2 + 3 b^2 + c^2 - 2 a b + 2 b c + 2 a + 1 > 0
  - a, b, c: scalar |- a^2 + b^2 + c^2 >= a b + b c + c a + 1/1000
  - a, b, c: scalar |- a^2 + b^2 + c^2 > a b + b c + c a
  - a, b, c: scalar |- (a + b + c)^2 >= a^2
  - a, b: scalar |- a^2 + 2 a b >= 0
polynomials of nonnegative numbers
  ~ a, b, c: scalar positive |- a b c <= ((a + b + c)/3)^3
  ~ a, b, c: scalar nonnegative |- a^3 + b^3 + c^3 >= 3 a b c
  + a, b, c, d: scalar positive |- a b c d <= ((a + b + c + d)/4)^4
  - a, b, c: scalar |- a b c <= ((a + b + c)/3)^3
  - a, b, c: scalar |- a^3 + b^3 + c^3 >= 3 a b c
  - a, b, c: scalar positive |- a b c <= ((a + b + c)/4)^3
a right angle
  + A: m×n; x: n; b: m |- |A pinv(A) b - b| <= |A x - b|
  + A: m×n; x: n; b: m; A' (A x - b) = 0 |- |pinv(A) b| <= |x|
  - A: m×n; x: n; b: m |- |A x - b| <= |A pinv(A) b - b|
  - P: n×n projector; x: n |- |P x| <= |x|
  - P: n×n symmetric projector; x, y: n |- |x - P y| <= |x - y|
at each coordinate
  + z: k |- exp(z) > 0
  + x: n |- relu(x) >= 0
  - z: k |- exp(z) < 0
spectral and Frobenius norms
  + A: m×n |- norm(A)^2 <= normF(A)^2
  - A: m×n |- normF(A)^2 <= norm(A)^2
  - A: m×n |- norm(A)^2 < normF(A)^2
forms of definite matrices
  + H: n×n symmetric; x, y: n; a: scalar; H >>= a I |- (x - y)' (H x - H y) >= a |x - y|^2
  + X: N×d one-to-one; C: d×N; C X = I |- C C' >>= inv(X' X)
  + A, B: n×n symmetric |- ((A + B) / 2)^2 <<= (A^2 + B^2) / 2
  + X: N×d; y: N; w, v: d; r: scalar positive; w = inv(X' X + r I) X' y |- |X w - y|^2 + r |w|^2 <= |X v - y|^2 + r |v|^2
  - A: m×n; r: m |- |A' r|^2 >= sigma_min(A)^2 |r|^2
  - X: N×d; y: N; w, v: d; r: scalar positive; w = inv(X' X + r I) X' y |- |X w - y|^2 <= |X v - y|^2
  - A: n×n symmetric; b: scalar; A <<= b I |- A A <<= b A
  - A: n×n psd; b: scalar; A <<= b I |- A A <<= b A / 2
  - A, B: n×n psd; B <<= I |- A B A <<= B
  - X: N×d one-to-one; C: d×N |- C C' >>= inv(X' X)
  - A, B: n×n |- ((A + B) / 2)^2 <<= (A^2 + B^2) / 2
norms between definite bounds
  + z: n |- norm(hess[z](log(sum(exp(z))))) <= 1/2
  - S: n×n symmetric; S <<= I |- norm(S) <= 1
  - z: n |- norm(jac[z](softmax(z))) <= 1/4
products of definite matrices that commute
  - A, B: n×n symmetric; A B = B A |- A B is psd
  - A, B: n×n psd |- A B is psd
  ~ A, B: n×n psd; A B = B A |- A B is psd
traces of products of psd matrices
  + A: n×n symmetric; B: n×n psd |- tr(A B) <= lambda_max(A) tr(B)
  + A, C: n×n psd; B: n×n |- tr(A B C B') >= 0
  - A, B: n×n symmetric |- tr(A B) <= lambda_max(A) tr(B)
  - A, C: n×n psd; B: n×n |- tr(A B C B) >= 0
  - A: n×n pd; B: n×n |- tr(inv(A) B inv(A) B) >= 0
  - A, B, C: n×n psd |- tr(A B C) >= 0
Cauchy and Schwarz for traces
  + A: m×n; B: n×m |- tr(A B)^2 <= tr(A' A) tr(B' B)
  + A, B: n×n |- tr(A B) <= normF(A) normF(B)
  - A, B: n×n |- tr(A B)^2 <= tr(A^2) tr(B^2)
  - A, B: n×n |- tr(A B) <= normF(A B)
  - A, B: n×n |- 2 tr(A B) <= normF(A) normF(B)
logarithms of products
  + A: n×n pd; x: n |- logdet(A + x x') - logdet(A) = log(1 + x' inv(A) x)
  + B: n×n pd |- logdet(inv(B)) = -logdet(B)
  - A: n×n pd; x: n |- logdet(A + x x') - logdet(A) = log(1 + x' A x)
  - B: n×n pd |- logdet(inv(B)) = logdet(B)
  - x, y: scalar positive |- log(x + y) = log(x) + log(y)
equal squares without roots
  + x, y: n nonzero |- |x/|x|^2 - y/|y|^2| = |x - y|/(|x| |y|)
  - x, y: n nonzero |- |x/|x|^2 - y/|y|^2| = |x - y|/|x|
  - x, y: n |- |x - y| = -|y - x|
forms at unit vectors
  + A: m×k |- A[1,3]^2 <= normF(A)^2
  + A: m×k; u: m; v: k; |u| = 1; |v| = 1 |- (u' A v)^2 <= normF(A)^2
  - A: m×k |- A[1,3]^2 <= norm(A)
  - A: m×k; u: m; v: k; |u| = 1 |- (u' A v)^2 <= normF(A)^2
  - A: m×k; u: m; v: k; |u| = 1; |v| = 2 |- u' A v <= norm(A)
traces by nuclear norms
  + A: n×n; U: n×n orthogonal |- tr(U A) <= nuclear(A)
  + B: n×m; U: m×n; norm(U) <= 1 |- tr(U B) <= nuclear(B)
  - A: n×n; U: n×n |- tr(U A) <= nuclear(A)
  - A: n×n; U: n×n orthogonal |- tr(U A) <= norm(A)
times the denominator
  + A: n×n pd |- norm(inv(A)) = 1/lambda_min(A)
  - A: n×n symmetric invertible |- norm(inv(A)) = 1/lambda_min(A)
  - A: n×n pd |- norm(inv(A)) = 1/lambda_max(A)
the largest entry
  + x: n |- max(x) >= mean(x)
  + z: k |- max(z) <= log(sum(exp(z)))
  + z: k |- log(sum(exp(z))) <= max(z) + log(k)
  + x, y: n |- abs(x' y) <= norm1(x) norminf(y)
  + x, y: n |- norminf(x + y) <= norminf(x) + norminf(y)
  + z, w: k |- abs(log(sum(exp(z))) - log(sum(exp(w)))) <= norminf(z - w)
  - x: n |- max(x) <= mean(x)
  - x: n |- max(x) >= norminf(x)
  - p, x: k |- p' x <= sum(p) max(x)
  - z: k |- log(sum(exp(z))) <= max(z)
  - z: k |- log(sum(exp(z))) < max(z) + log(k)
  - x: n |- |x| <= norminf(x)
  - x: n |- min(x) >= -max(x)
norms of inverses
  + A, B: n×n invertible |- norm(inv(A) - inv(B)) <= norm(inv(A)) norm(A - B) norm(inv(B))
  + A, B: n×n invertible; c: scalar; norm(A - B) <= c |- norm(inv(A) - inv(B)) <= c norm(inv(A)) norm(inv(B))
  + A: n×n; norm(A) < 1 |- norm(inv(I - A)) <= 1/(1 - norm(A))
  + A: n×n; b: n; norm(A) < 1 |- |inv(I - A) b| <= |b|/(1 - norm(A))
  - A, B: n×n invertible |- norm(inv(A) - inv(B)) <= norm(inv(A)) norm(A - B)
  - A, B: n×n invertible |- norm(inv(A) + inv(B)) <= norm(inv(A)) norm(A - B) norm(inv(B))
  - A: n×n; norm(A) < 1 |- norm(inv(I - A)) < 1/(1 - norm(A))
  - A: n×n; norm(A) < 2 |- norm(inv(2 I - A)) <= 1/(1 - norm(A))
traces of psd matrices
  + A, B: n×n psd |- tr(A B) <= tr(A) tr(B)
  + S: m×m psd; U: m×m orthogonal |- tr(S U) <= tr(S)
  - A: n×n symmetric; x: n |- x' A x <= tr(A) |x|^2
  - A, B: n×n symmetric |- tr(A B) <= tr(A) tr(B)
  - S: m×m psd; U: m×m |- tr(S U) <= tr(S)
  - S: m×m symmetric; U: m×m orthogonal |- tr(S U) <= tr(S)
  - A: n×n psd |- tr(A)^2 <= tr(A^2)
eigenvalue by eigenvalue
  + A: n×n symmetric; A^2 <<= I |- A <<= I
  + A: n×n psd; c: scalar positive |- A inv(A + c I) <<= I
  + A: n×n psd |- A^2 <<= norm(A) A
  - A: n×n; A^2 <<= I |- A <<= I
  - A: n×n symmetric; A^2 >>= I |- A >>= I
  - A: n×n psd; c: scalar positive |- A inv(A + c I) <<= I / 2
  - A: n×n symmetric |- A^2 <<= norm(A) A
forms and traces as matrices
  + X: m×n; c: scalar positive |- tr(X inv(X' X + c I) X') <= n
  + A: n×n psd; x: n |- x' A^2 x <= norm(A) x' A x
  + W: m×n; norm(W) <= 1; x: n |- |x - W' W x|^2 <= |x|^2 - |W x|^2
  - X: m×n; c: scalar positive |- tr(X inv(X' X + c I) X') <= n - 1
  - W: m×n; h: scalar; h norm(W)^2 <= 2; x: n |- |x - h W' W x| <= |x|
  - W: m×n; norm(W) <= 2; x: n |- |x - W' W x|^2 <= |x|^2 - |W x|^2
numbers in order at a vector
  + A: n×n; x: n; s: scalar; A x = s x; x != 0 |- |s| <= norm(A)
  + A: n×n; x: n nonzero; s: scalar; A' A x = s x |- s >= 0
  - A: n×n; x: n; s: scalar; A x = s x |- |s| <= norm(A)
  - A: n×n; x: n nonzero; s: scalar; A x = s x |- s >= 0
the derivative of softmax inside a norm
  + z: k |- norm(jac[z](softmax(z))) <= 1
  - z: k |- norm(jac[z](softmax(z))) <= 2/5
stretched lengths
  + A: n×n invertible; x: n |- |x| <= norm(inv(A)) |A x|
  - A: n×n invertible; x: n |- |x| <= norm(A) |A x|
where a norm is attained
  + A: m×n |- exists v: n. |v| = 1 and |A v| = norm(A)
  - A: m×n |- exists v: n. |v| = 1 and |A v| = 2 norm(A)
  - A: m×n |- exists v: n. |v| = 1 and |A v| = sigma_min(A)
where a mean value is attained
  + f: R^n -> R; x, y: n |- exists z: n. grad(f)(z)' (y - x) = f(y) - f(x)
  + f: R -> R; x, y: scalar |- exists u: scalar. f(y) = f(x) + f'(u) (y - x)
  + f: R -> R; x, y: scalar; x != y; f(x) = f(y) |- exists z: scalar. f'(z) = 0
  - f: R -> R; x, y: scalar; f(x) = f(y) |- exists z: scalar. f'(z) = 0
  - phi: activation; x, y: scalar |- exists u: scalar. phi(y) = phi(x) + phi'(u) (y - x)
  - phi: activation; x, y: scalar; x != y; phi(x) = phi(y) |- exists z: scalar. phi'(z) = 0
  - f: R^n -> R; x, y: n; x != y; f(x) = f(y) |- exists z: n. grad(f)(z) = 0
the slope at an extremum
  + f: R^n -> R; x: n; forall y: n. f(x) <= f(y) |- grad(f)(x) = 0
  - f: R^n -> R; x, z: n; forall y: n. f(x) <= f(y) |- grad(f)(z) = 0
the second derivatives at an extremum
  + f: R^n -> R; x: n; forall y: n. f(x) <= f(y) |- hess(f)(x) is psd
  - f: R^n -> R; x: n; forall y: n. f(y) <= f(x) |- hess(f)(x) is psd
  - f: R^n -> R; x: n; forall y: n. f(x) <= f(y) |- hess(f)(x) is pd
the second derivative at an extremum
  + f: R -> R; x: scalar; forall y: scalar. f(x) <= f(y) |- f''(x) >= 0
  - f: R -> R; x: scalar; forall y: scalar. f(x) <= f(y) |- f''(x) > 0
both sides squared
  + x, y: n; |x|^2 < |y|^2 |- |x| < |y|
  + x, y: n; x' y > 0; y != 0 |- |x| < |x + y|
  - x, y: n; |x| = 1; |y| = 1 |- |(x + y) / 2| < 1
  - x: n; c: scalar; x' x <= c^2 |- |x| <= c
norms by vectors
  + A, B: n×n |- sigma_min(A B) >= sigma_min(A) sigma_min(B)
  - A: m×n; B: n×k |- sigma_min(A B) >= sigma_min(A) sigma_min(B)
  - A, B: n×n |- sigma_min(A + B) >= sigma_min(A) + sigma_min(B)
norms by Gram matrices
  + A: m×n; c: scalar positive; A A' <<= c I |- norm(A) <= sqrt(c)
  - A: m×n; c: scalar positive; A A' <<= c I |- norm(A) <= c
lengths by norms
  ~ W: m×n; x: n |- |W x| <= normF(W) |x|
  + A: n×n symmetric; c: scalar positive; (1 - c) I <<= A; A <<= (1 + c) I; x: n |- |x - A x| <= c |x|
  - A: n×n symmetric; c: scalar positive; (1 - c) I <<= A; A <<= (1 + c) I; x: n |- |x - 2 A x| <= c |x|
Cauchy and Schwarz for definite forms
  + A: n×n pd; x, y: n |- (x' y)^2 <= (x' A x) (y' inv(A) y)
  + A: n×n psd; x, y: n |- (x' A y)^2 <= (x' A x) (y' A y)
  - A: n×n symmetric invertible; x, y: n |- (x' y)^2 <= (x' A x) (y' inv(A) y)
  - A: n×n pd; x, y: n |- (x' y)^2 <= (x' A x) (y' A y)
a fact that says so
  - x: scalar |- gelu'(x) <= 1
  + x: scalar |- gelu'(x) <= 113/100
  + x: scalar |- silu(x) <= relu(x)
  + z, y: k |- log(ones' exp(y)) + softmax(y)' (z - y) <= log(ones' exp(z))
facts about what stands in the goal
  + A, B: n×n psd |- tr((A B)^3) <= tr(A^3 B^3)
  + A, B: n×n psd |- norm(A B)^3 <= norm(A^3 B^3)
  + A, B: n×n |- normF(A B - B A)^2 <= 2 normF(A)^2 normF(B)^2
  + A, B: n×n psd |- det(A + B) >= det(A) + det(B)
  + A, B: n×n psd |- det(A .* B) >= det(A) det(B)
  + A, B: n×n symmetric; n >= 2 |- lambda[2](A + B) <= lambda[1](A) + lambda[2](B)
  + A: m×n one-to-one |- sigma_min(A)^2 = -lambda[1](-(A' A))
  - A, B: n×n |- normF(A B - B A)^2 <= normF(A)^2 normF(B)^2
  - A, B: n×n |- det(A + B) >= det(A) + det(B)
  - A, B: n×n symmetric |- det(A .* B) >= det(A) det(B)
  - A: n×n symmetric; x: n |- x' A x <= tr(A) |x|^2
  - A, B: n×n symmetric; n >= 2 |- lambda[2](A + B) <= lambda[2](A) + lambda[2](B)
  - x: scalar |- gelu'(x) <= 112/100
  - x: scalar |- exp(x) >= 1 + x + x^2/2
  - z, y: k |- log(ones' exp(z)) <= log(ones' exp(y)) + softmax(y)' (z - y)
  - A: m×n |- sigma_min(A)^2 = -lambda[1](-(A' A))
cited theorems on definite matrices
  + A, B: n×n pd |- inv((A + B) / 2) <<= (inv(A) + inv(B)) / 2
  + A, B: n×n pd |- A .* B is pd
  + A, B: n×n psd; A A >>= B B |- A >>= B
  - A, B: n×n pd |- inv((A + B) / 2) <<= inv(A)
  - A: n×n symmetric |- A <<= tr(A) I
  - A, B: n×n symmetric; A is psd |- A .* B is psd
  - A, B: n×n psd |- A .* B is pd
  - A, B: n×n psd; A >>= B |- A A >>= B B
  - A, B: n×n symmetric; A A >>= B B |- A >>= B
tangents and sums over families
  + p, q: n positive; sum(p) = 1; sum(q) = 1 |- sum[i in 1..n](p[i] log(p[i] / q[i])) >= 0
  + z: n; y: n nonnegative; sum(y) = 1 |- y' z <= log(sum(exp(z)))
  + p: n positive; sum(p) = 1 |- 0 <= -p' log(p)
  + x: n nonnegative |- x' x <= sum(x)^2
  + p, q: scalar nonnegative; a, b: scalar positive; p + q = 1 |- exp(p log(a) + q log(b)) <= p a + q b
  + z: n |- log(ones' exp(z)) >= ones' z / n + log(n)
  + x[i]: scalar positive for i in 1..N |- 1 / mean[i](1 / x[i]) <= exp(mean[i](log(x[i])))
  + p, q: n positive; ones' p = 1; ones' q = 1 |- p' (log(p) - log(q)) >= 0
  + x[i]: scalar for i in 1..N |- exp(mean[i](x[i])) <= mean[i](exp(x[i]))
  + x[i]: scalar positive for i in 1..N |- exp(mean[i](log(x[i]))) <= mean[i](x[i])
  + w[i]: scalar nonnegative for i in 1..N; x[i]: scalar positive for i in 1..N; sum[i](w[i]) = 1 |- sum[i](w[i] log(x[i])) <= log(sum[i](w[i] x[i]))
  + w[i]: scalar nonnegative for i in 1..N; a[i]: scalar for i in 1..N |- sum[i](w[i] a[i])^2 <= sum[i](w[i]) sum[i](w[i] a[i]^2)
  + a[i]: scalar for i in 1..N |- |sum[i](a[i])| <= sum[i](|a[i]|)
  + p[i]: scalar nonnegative for i in 1..n; v[i]: d for i in 1..n |- sum[i](p[i] v[i] v[i]') is psd
  - p, q: n positive; sum(p) = 1; sum(q) = 2 |- sum[i in 1..n](p[i] log(p[i] / q[i])) >= 0
  - z: n; y: n nonnegative |- y' z <= log(sum(exp(z)))
  - z: n; y: n; sum(y) = 1 |- y' z <= log(sum(exp(z)))
  - p: n positive |- 0 <= -p' log(p)
  - x: n |- x' x <= sum(x)^2
  - p, q: scalar; a, b: scalar positive; p + q = 1 |- exp(p log(a) + q log(b)) <= p a + q b
  - z: n |- log(ones' exp(z)) >= ones' z / n + 2 log(n)
  - p, q: n positive; ones' p = 1 |- p' (log(p) - log(q)) >= 0
  - x[i]: scalar positive for i in 1..N |- exp(mean[i](log(x[i]))) <= 1 / mean[i](1 / x[i])
  - a, b: scalar |- exp((a + b) / 2) >= (exp(a) + exp(b)) / 2
  - x[i]: scalar for i in 1..N |- exp(mean[i](x[i])) >= mean[i](exp(x[i]))
  - p, q: scalar nonnegative; a, b: scalar positive |- exp(p log(a) + q log(b)) <= p a + q b
  - w[i]: scalar for i in 1..N; x[i]: scalar positive for i in 1..N; sum[i](w[i]) = 1; sum[i](w[i] x[i]) > 0 |- sum[i](w[i] log(x[i])) <= log(sum[i](w[i] x[i]))
  - w[i]: scalar nonnegative for i in 1..N; x[i]: scalar positive for i in 1..N; sum[i](w[i] x[i]) > 0 |- sum[i](w[i] log(x[i])) <= log(sum[i](w[i] x[i]))
  - x[i]: scalar for i in 1..N |- mean[i](x[i])^3 <= mean[i](x[i]^3)
  - v[i]: scalar nonnegative for i in 1..n; w[i]: scalar for i in 1..n |- sum[i](v[i] w[i]) >= 0
  - a[i]: scalar for i in 1..N |- |sum[i](a[i])| >= sum[i](|a[i]|)
  - p[i]: scalar for i in 1..n; v[i]: d for i in 1..n |- sum[i](p[i] v[i] v[i]') is psd
  - z, a: n |- dot(softmax(z), a) >= 0
tangents of convex functions
  + x[i]: scalar for i in 1..N |- softplus(mean[i](x[i])) <= mean[i](softplus(x[i]))
  + x: n |- relu(mean(x)) <= mean(relu(x))
  + x, y: n |- norm1(x + y) <= norm1(x) + norm1(y)
  - x, y, t: scalar |- softplus(t x + (1 - t) y) <= t softplus(x) + (1 - t) softplus(y)
  - x[i]: scalar for i in 1..N |- mean[i](softplus(x[i])) <= softplus(mean[i](x[i]))
  - x: n |- mean(relu(x)) <= relu(mean(x))
  - x, y: n |- norm1(x) + norm1(y) <= norm1(x + y)
  - x, y: n |- norm1(x - y) <= norm1(x) - norm1(y)
power means
  + x[i]: scalar for i in 1..N |- mean[i](x[i])^4 <= mean[i](x[i]^4)
  + x[i]: scalar positive for i in 1..N |- 1 / mean[i](x[i]) <= mean[i](1 / x[i])
  + w[i]: scalar nonnegative for i in 1..N; x[i]: scalar nonnegative for i in 1..N; sum[i](w[i]) = 1 |- sum[i](w[i] x[i])^3 <= sum[i](w[i] x[i]^3)
  - x[i]: scalar for i in 1..N |- mean[i](x[i])^3 <= mean[i](x[i]^3)
  - x[i]: scalar nonnegative for i in 1..N |- mean[i](x[i]^3) <= mean[i](x[i])^3
  - x[i]: scalar positive for i in 1..N |- mean[i](1 / x[i]) <= 1 / mean[i](x[i])
  - w[i]: scalar nonnegative for i in 1..N; x[i]: scalar nonnegative for i in 1..N |- sum[i](w[i] x[i])^3 <= sum[i](w[i] x[i]^3)
steps of bounded slope
  + x, w: n; 0 <= w' x |- sigmoid(w' x) <= 1/2 + w' x / 4
  + x, y, w: n; w' x <= w' y |- sigmoid(w' y) <= sigmoid(w' x) + (w' y - w' x)/4
  - x: scalar |- sigmoid(x) <= 1/2 + x/4
  - x: scalar nonnegative |- sigmoid(x) <= 1/2 + x/5
  - x: scalar nonnegative |- sigmoid(x) >= 1/2 + x/4
  - x, y: scalar |- softplus(y) - softplus(x) <= y - x
tangents of log det
  + A: n×n pd |- logdet(A) <= tr(A) - n
  + A: n×n pd |- logdet(A) >= n - tr(inv(A))
  + S: p×p pd |- tr(S) tr(inv(S)) >= p^2
  + A, B: n×n pd |- logdet((A + B)/2) >= (logdet(A) + logdet(B))/2
  + A, B: n×n pd |- tr(A inv(B)) + tr(B inv(A)) >= 2 n
  + X, Y: n×n pd |- logdet(X) - logdet(Y) - tr(inv(Y) (X - Y)) <= 0
  + S, T: n×n pd |- (1/2) (tr(inv(T) S) - n + log(det(T)/det(S))) >= 0
  - A: n×n pd |- logdet(A) < tr(A) - n
  - A: n×n symmetric invertible |- logdet(A) <= tr(A) - n
  - A: n×n pd |- logdet(A) >= n - tr(A)
  - A: n×n symmetric invertible |- tr(A) tr(inv(A)) >= n^2
  - A, B: n×n pd |- logdet(A + B) >= logdet(A) + logdet(B)
  - A, B: n×n pd |- tr(A inv(B)) + tr(B inv(A)) > 2 n
  - S, T: n×n pd |- tr(inv(T) S) - n + logdet(S) - logdet(T) >= 0
determinants by their logarithms
  + A: n×n pd |- det(A) <= (tr(A)/n)^n
  + S: n×n pd; tr(S) <= n |- det(S) <= 1
  - A: n×n pd |- det(A) < (tr(A)/n)^n
  - A: n×n symmetric |- det(A) <= (tr(A)/n)^n
  - S: n×n pd; tr(S) <= n + 1 |- det(S) <= 1
functions along segments
  + f: R^n -> R; x: n; L, eta: scalar positive; eta <= 1/L; forall u: n. hess(f)(u) <<= L I |- f(x - eta grad(f)(x)) <= f(x) - eta/2 |grad(f)(x)|^2
  + f: R^n -> R; x: n; L, eta: scalar positive; eta <= 2/L; forall u: n. hess(f)(u) <<= L I |- f(x - eta grad(f)(x)) <= f(x)
  + f: R^n -> R; x, y: n; t: scalar; 0 <= t; t <= 1; forall u: n. hess(f)(u) is psd |- f(t x + (1 - t) y) <= t f(x) + (1 - t) f(y)
  + f: R^n -> R; x, y: n; m: scalar; forall u: n. hess(f)(u) >>= m I |- f(y) >= f(x) + dot(grad(f)(x), y - x) + m / 2 |y - x|^2
  + f: R^n -> R; w: n; L: scalar positive; forall u: n. hess(f)(u) <<= L I |- f(w - grad(f)(w) / L) <= f(w) - |grad(f)(w)|^2 / (2 L)
  + f: R^n -> R; x, y: n; forall u: n. hess(f)(u) is psd |- dot(grad(f)(x) - grad(f)(y), x - y) >= 0
  + f: R -> R; x, y: scalar; x <= y; forall u: scalar. f'(u) >= 0 |- f(x) <= f(y)
  - f: R^n -> R; x: n; L, eta: scalar positive; eta <= 2/L; forall u: n. hess(f)(u) <<= L I |- f(x - eta grad(f)(x)) <= f(x) - eta/2 |grad(f)(x)|^2
  - f: R^n -> R; x: n; L, eta: scalar positive; eta <= 3/L; forall u: n. hess(f)(u) <<= L I |- f(x - eta grad(f)(x)) <= f(x)
  - f: R^n -> R; x, y: n; t: scalar; forall u: n. hess(f)(u) is psd |- f(t x + (1 - t) y) <= t f(x) + (1 - t) f(y)
  - f: R^n -> R; x, y: n; hess(f)(x) is psd |- f(y) >= f(x) + dot(grad(f)(x), y - x)
  - f: R^n -> R; x, y: n; forall u: n. hess(f)(u) is psd |- f(y) <= f(x) + dot(grad(f)(x), y - x)
  - f: R^n -> R; w: n; L: scalar positive; forall u: n. hess(f)(u) <<= L I |- f(w - 2 grad(f)(w) / L) <= f(w) - |grad(f)(w)|^2 / (2 L)
  - f: R -> R; x, y: scalar; forall u: scalar. f'(u) >= 0 |- f(x) <= f(y)
  - f: R -> R; x, y: scalar; forall u: scalar. u >= 0 => f''(u) >= 0 |- f((x + y) / 2) <= (f(x) + f(y)) / 2
traces of matrices in order
  + A, B: n×n pd |- tr(inv(A + B)) <= tr(inv(A))
  - A, B: n×n pd |- tr(inv(A)) <= tr(inv(A + B))
  - A: n×n pd; B: n×n symmetric; A + B is invertible |- tr(inv(A + B)) <= tr(inv(A))
means
  + x: n ~ normal(0,1); f, g: R^n -> R; forall z: n. f(z) <= g(z) |- E[f(x)] <= E[g(x)]
  + x: scalar ~ normal(0,1); f: R -> R |- E[f(x)]^2 <= E[f(x)^2]
  - x: n ~ normal(0,1); f, g: R^n -> R; forall z: n. f(z) <= g(z) |- E[f(x)] >= E[g(x)]
norms and operations
  + A: n×n |- norm(A^0) = 1
  + U: m×n; U' U = I |- norm(U) = 1
  - A: n×n |- norm(A^0) != 1
equal arguments
  + W[l]: d[l]×d[l-1] for l in 1..L; forall l in 1..L-1. W[l+1]' W[l+1] = W[l] W[l]' |- normF(W[1]) = normF(W[L])
  - W[l]: d[l]×d[l-1] for l in 1..L; forall l in 1..L-1. W[l+1]' W[l+1] = W[l] W[l]' |- normF(W[1]) != normF(W[L])
inverses written out
  + A, B: n×n; A is invertible |- tr(inv(inv(A)) B) = tr(A B)
  + F: n×n invertible; A: n×n invertible |- A inv(A' F A) A' = inv(F)
  + A: n×n invertible |- inv(adj(A)) = A / det(A)
  - A, B: n×n invertible |- tr(inv(inv(A)) B) = tr(inv(A) B)
  - F: n×n invertible; A: n×n invertible |- A' inv(A' F A) A = inv(F)
  - A: n×n invertible |- inv(adj(A)) = A
  - A: n×n invertible |- adj(adj(A)) = A
norms written out
  + U: m×r; V: n×r; D: r×r; U' U = I; V' V = I |- norm(U D V') = norm(D)
  + u: m; v: n; c: scalar |- |u v' (c v)| = norm(u v') |c v|
  + W: m×n; u: m; v, x: n; c: scalar; W = u v'; x = c v |- norm(W x) = norm(W) norm(x)
  - U: m×r; V: n×r; D: r×r; U' U = I |- norm(U D V') = norm(D)
  - U: m×r; V: n×r; D: r×r; U U' = I; V' V = I |- norm(U D V') = norm(D)
  - W: m×n; u: m; v, x: n; W = u v' |- norm(W x) = norm(W) norm(x)
an inequality of Kantorovich
  + A: n×n symmetric; a, b: scalar positive; A >>= a I; A <<= b I; x: n |- 4 a b (x' A x) (x' inv(A) x) <= (a + b)^2 (x' x)^2
  - A: n×n symmetric; a, b: scalar positive; A >>= a I; A <<= b I; x: n |- 4 a b (x' A x) (x' inv(A) x) <= a b (x' x)^2
roots written out
  + a, b, c: scalar |- |a b c| = |a| |b| |c|
  + a, b: scalar nonzero |- |a / b| = |a| / |b|
  + a: scalar; x: n; y: m |- sqrt(a^2 |x|^2 |y|^2) = |a| |x| |y|
  - x: n; c: scalar |- |c x| = c |x|
  - x, y: n |- |x' y| = |x| |y|
a decomposition of the literature
  + A: n×n symmetric |- exists U: n×n orthogonal. exists D: n×n diagonal. A = U D U'
  + A, B: n×n symmetric; A B = B A |- exists U: n×n orthogonal. U' A U is diagonal and U' B U is diagonal
  + A: n×n pd; B: n×n symmetric |- exists X: n×n invertible. X' A X = I and X' B X is diagonal
  - A: n×n |- exists U: n×n orthogonal. exists D: n×n diagonal. A = U D U'
  - A, B: n×n symmetric |- exists U: n×n orthogonal. U' A U is diagonal and U' B U is diagonal
  - A: n×n psd; B: n×n symmetric |- exists X: n×n invertible. X' A X = I and X' B X is diagonal
a sum of entries
  ~ x, y: n; x <= y |- sum(x) <= sum(y)
  - x, y: n; |x| <= |y| |- sum(x) <= sum(y)
at the indices (equal)
  ~ W[l]: d[l]×n ~ normal(0, s[l]) for l in 1..L; s[l]: scalar nonnegative for l in 1..L |- forall l in 1..L. E[normF(W[l])^2] = n d[l] s[l] and E[normF(W[1])^2] = n d[1] s[1]
  - W[l]: d[l]×n ~ normal(0, s[l]) for l in 1..L; s[l]: scalar nonnegative for l in 1..L |- forall l in 1..L. E[normF(W[l])^2] = n d[l] s[1]
only zero has the value zero
  ~ A: m×n; A' A is invertible |- A is one-to-one
  - A: m×n; A A' is invertible |- A is one-to-one
what follows from an equation
  + s: scalar; x: scalar ~ independent(0, 0, 0, s) |- E[x^4] = 0
  - s: scalar; x: scalar ~ independent(0, 1, 0, s) |- E[x^4] = 0
rotated products
  + A, B: n×n symmetric |- norm(A B A) <= norm(A^2 B)
  + C, X: n×n pd |- norm(C X C^2 X C) <= norm(C^3 X^2 C)
  + A, B: n×n symmetric |- norm(A B)^2 <= norm(A^2 B^2)
  + A: n×n symmetric; B: n×n |- norm(A B' B A) <= norm(A^2 B' B)
  + A, B: n×n symmetric |- nuclear(A B A) <= nuclear(A^2 B)
  + A: m×n; B: n×m; A B = B' A' |- norm(A B) <= norm(B A)
  - A: n×n symmetric; B: n×n |- norm(A B A) <= norm(A^2 B)
  - A, B: n×n symmetric |- norm(A^2 B) <= norm(A B A)
  - A, B: n×n |- norm(A B)^2 <= norm(A^2 B^2)
  - A, B: n×n symmetric |- nuclear(A B)^2 <= nuclear(A^2 B^2)
Frobenius norms above operator norms
  + W: m×n; x, y: n |- |W x - W y| <= normF(W) |x - y|
  + W: m×n; V: n×k; x: k |- |W V x| <= normF(W) norm(V) |x|
  + W: m×n; x: n |- |W x|^2 <= normF(W)^2 |x|^2
  - W: m×n; V: n×k; x: k |- |W V x| <= normF(W) |x|
  - W: m×n; x: n |- |W x|^2 <= normF(W) |x|^2
  - W: m×n; x: n; b: scalar |- |W x| <= b normF(W)
what is known at every point
  + f: R^n -> R; x: n; y: n; forall u: n. forall v: n. f(v) >= f(u) + grad(f)(u)' (v - u); grad(f)(x) = 0 |- f(x) <= f(y)
  + f: R^n -> R; x, y: n; t: scalar; 0 <= t; t <= 1; forall u: n. forall v: n. f(v) >= f(u) + grad(f)(u)' (v - u) |- f(t x + (1 - t) y) <= t f(x) + (1 - t) f(y)
  + f: R^n -> R; m, L: scalar positive; x: n; fs: scalar; forall u: n. |grad(f)(u)|^2 >= 2 m (f(u) - fs); forall u: n. forall v: n. f(v) <= f(u) + grad(f)(u)' (v - u) + L/2 |v - u|^2 |- f(x - grad(f)(x)/L) - fs <= (1 - m/L) (f(x) - fs)
  + f: R^n -> R; x, z: n; eta, L: scalar positive; eta <= 1/L; forall u: n. forall v: n. f(v) >= f(u) + grad(f)(u)' (v - u); forall u: n. forall v: n. f(v) <= f(u) + grad(f)(u)' (v - u) + L/2 |v - u|^2 |- 2 eta (f(x - eta grad(f)(x)) - f(z)) <= |x - z|^2 - |x - eta grad(f)(x) - z|^2
  + F, G: R^n -> R^n; x, y: n; forall u: n. forall v: n. |F(u) - F(v)| <= |u - v|; forall u: n. forall v: n. |G(u) - G(v)| <= |u - v| |- |F(G(x)) - F(G(y))| <= |x - y|
  - f: R^n -> R; x: n; y: n; forall u: n. forall v: n. f(v) >= f(u) + grad(f)(u)' (v - u); grad(f)(x) = 0 |- f(y) <= f(x)
  - f: R^n -> R; x, y: n; t: scalar; t <= 1; forall u: n. forall v: n. f(v) >= f(u) + grad(f)(u)' (v - u) |- f(t x + (1 - t) y) <= t f(x) + (1 - t) f(y)
  - f: R^n -> R; m, L: scalar positive; x: n; fs: scalar; forall u: n. |grad(f)(u)|^2 >= m (f(u) - fs); forall u: n. forall v: n. f(v) <= f(u) + grad(f)(u)' (v - u) + L/2 |v - u|^2 |- f(x - grad(f)(x)/L) - fs <= (1 - m/L) (f(x) - fs)
  - f: R^n -> R; x, z: n; eta, L: scalar positive; eta <= 2/L; forall u: n. forall v: n. f(v) >= f(u) + grad(f)(u)' (v - u); forall u: n. forall v: n. f(v) <= f(u) + grad(f)(u)' (v - u) + L/2 |v - u|^2 |- 2 eta (f(x - eta grad(f)(x)) - f(z)) <= |x - z|^2 - |x - eta grad(f)(x) - z|^2
  - f: R^n -> R; x, y: n; forall u: n. f(u) <= f(x) + f(y) |- f(x) <= f(y)
  - f: R -> R; x, y: scalar; forall u: scalar. u > 0 => f(u) <= f(x) |- f(y) <= f(x)
a distance that vanishes
  + x, y: n; c: scalar; 0 <= c; c < 1; |x - y| <= c |x - y| |- x = y
  + F: R^n -> R^n; x, y: n; c: scalar; 0 <= c; c < 1; forall u: n. forall v: n. |F(u) - F(v)| <= c |u - v|; F(x) = x; F(y) = y |- x = y
  + A: m×n |- norm(A) = 0 <=> A = 0
  + A: n×n; c: scalar; c < 1; norm(A) <= c norm(A) |- A = 0
  - x, y: n; c: scalar; 0 <= c; c <= 1; |x - y| <= c |x - y| |- x = y
  - A: m×n; norm(A) <= 1 |- A = 0
  - F: R^n -> R^n; x, y: n; forall u: n. forall v: n. |F(u) - F(v)| <= |u - v|; F(x) = x; F(y) = y |- x = y
times a length of its own
  + x, y, g: n; m: scalar positive; g' (x - y) >= m |x - y|^2 |- m |x - y| <= |g|
  + A: n×n; x: n; m: scalar positive; forall u: n. u' A u >= m |u|^2 |- m |x| <= |A x|
  - x, b: n; c: scalar; x' x <= c x' b |- |x| <= c |b|
  - A: n×n symmetric; b, x: n; (A + I) x = b |- |x| <= |b|
the norm of a matrix written out
  + e: scalar positive |- norm([0, 0; 0, e] - [1, 0; 0, -1]) <= 1 + e
  + |- norm([1, 2; 3, 4]) <= 6
  + |- norm([1, 0; 0, 2; 1, 1]) <= 3
  - |- norm([1, 2; 3, 4]) <= 5
  - e: scalar |- norm([-1, 0; 0, 1 + e]) <= 1 + e
the pivots of a matrix
  + |- [2, 1, 0; 1, 2, 1; 0, 1, 2] is pd
  + |- [5, 2; 2, 1] is pd
  + |- [4, 1, 0, 0; 1, 4, 1, 0; 0, 1, 4, 1; 0, 0, 1, 4] is pd
  + |- [1, 1, 1; 1, 1, 1; 1, 1, 1] is psd
  + a: scalar; a > 1 |- [a, 1; 1, a] is pd
  + a, b, c: scalar; a > 0; a c > b^2 |- [a, b; b, c] is pd
  + t: scalar; 0 < t; t < 1 |- [1, t, t; t, 1, t; t, t, 1] is pd
  + a, b, c: scalar positive |- [a, 0, 0; 0, b, 0; 0, 0, c] is pd
  - |- [1, 2, 0; 2, 1, 0; 0, 0, 1] is psd
  - |- [1, 1; 1, 1] is pd
  - |- [4, 2; 2, 1] is pd
  - |- [2, 1; 0, 2] is pd
  - |- [0, 1; 1, 1] is psd
  - |- [2, 1, 2; 1, 2, 1; 2, 1, 2] is pd
  - a: scalar; a >= 1 |- [a, 1; 1, a] is pd
  - a, b, c: scalar; a >= 0; a c >= b^2 |- [a, b; b, c] is psd
  - a: scalar; a > 0 |- [0, 0; 0, a] is pd
largest eigenvalues by forms
  + A: n×n symmetric; u: n |- lambda[1](A) <= lambda[1](A + u u')
  + A, B: n×n symmetric; t: scalar; 0 <= t; t <= 1 |- lambda[1](t A + (1 - t) B) <= t lambda[1](A) + (1 - t) lambda[1](B)
  - A: n×n symmetric; u: n |- lambda[1](A) <= lambda[1](A - u u')
  - A, B: n×n symmetric; t: scalar |- lambda[1](t A + (1 - t) B) <= t lambda[1](A) + (1 - t) lambda[1](B)
  - A: n×n symmetric |- lambda[1](A) <= tr(A)
norms by their parts
  + S, A, B: n×n; a, s: scalar; norm(S) <= s; norm(A) <= a; norm(B) <= (1 - a) s |- norm(S A + B) <= s
  + v: m; k: n; b: scalar nonnegative |- norm(b v k') <= b |v| |k|
  - v: m; k: n; b: scalar |- norm(b v k') <= b |v| |k|
  - S, A, B: n×n; a, s: scalar; norm(S) <= s; norm(A) <= a; norm(B) <= s |- norm(S A + B) <= s
  - u, v: n |- norm(I + u v') <= |u| |v|
known inequalities times squares
  + k, v: d; c: scalar; |k|^2 <= c |- (k' v)^2 <= c |v|^2
  + k: d; c: scalar; |k|^2 <= c |- k k' <<= c I
  - k, v: d; c: scalar; |k|^2 >= c |- (k' v)^2 <= c |v|^2
  - k, v: d; c: scalar; |k| <= c |- (k' v)^2 <= c |v|^2
forms that touch
  + A, B: n×n symmetric; x: n; A <<= B; x' A x = x' B x |- A x = B x
  + H: n×n symmetric; x: n; L: scalar; H <<= L I; x' H x = L |x|^2 |- H x = L x
  + H: n×n symmetric; x: n; m: scalar; H >>= m I; x' H x = m |x|^2 |- H x = m x
  + A: n×n symmetric; x: n; (forall y: n. y' A y >= 0); x' A x = 0 |- A x = 0
  - A, B: n×n symmetric; x: n; x' A x = x' B x |- A x = B x
  - A, B: n×n; x: n; (forall y: n. y' A y <= y' B y); x' A x = x' B x |- A x = B x
  - A, B: n×n symmetric; x, z: n; A <<= B; x' A x = x' B x |- A z = B z
  - A, B: n×n symmetric; x: n; A <<= B; x' A x >= 0 |- A x = B x
  - A, B: n×n symmetric; x, z: n; A <<= B; x' A z = x' B z |- A x = B x
a quadratic form in vectors
  + a, b, c: n |- |a - c|^2 <= 2 |a - b|^2 + 2 |b - c|^2
  + A, B, C: m×n |- normF(A - C)^2 <= 3/2 normF(A - B)^2 + 3 normF(B - C)^2
  ~ W: m×n; x, y: n; b: m |- |W (x + y) / 2 - b|^2 <= |W x - b|^2 / 2 + |W y - b|^2 / 2
  - a, b, c: n |- |a - c|^2 <= 2 |a - b|^2 + |b - c|^2
  - A, B, C: m×n |- normF(A - C)^2 <= normF(A - B)^2 + normF(B - C)^2
  - a, b, c: n |- |a - c|^2 < 2 |a - b|^2 + 2 |b - c|^2
products of known inequalities
  + b, m, g: scalar; 0 < b; b < 1 |- (b m + (1 - b) g)^2 <= b m^2 + (1 - b) g^2
  + b, m, g, v: scalar; 0 < b; b < 1; m^2 <= v |- (b m + (1 - b) g)^2 <= b v + (1 - b) g^2
  + a, b, c: scalar; 0 <= a; a <= 1; 0 <= b; b <= 1; 0 <= c; c <= 1 |- a (1 - b) + b (1 - c) + c (1 - a) <= 1
  - b, m, g: scalar; 0 < b |- (b m + (1 - b) g)^2 <= b m^2 + (1 - b) g^2
  - a, b, c: scalar; 0 <= a; a <= 1; 0 <= b; b <= 1; 0 <= c |- a (1 - b) + b (1 - c) + c (1 - a) <= 1
a norm as a largest eigenvalue
  + X: n×n symmetric; I - X is pd; I + X is pd |- norm(X) < 1
  + H: n×n pd; eta: scalar positive; eta lambda_max(H) < 2 |- norm(I - eta H) < 1
  - X: n×n symmetric; I - X is pd; I + X is psd |- norm(X) < 1
  - X: n×n; I - X' X is psd |- norm(X) < 1
denominators of what is known
  + x, y: scalar; y > 0; x < 2/y |- x y < 2
  + x, y: scalar; y < 0; x < 2/y |- x y > 2
  + H: n×n pd; eta: scalar; eta <= 2/lambda_max(H) |- eta lambda_max(H) <= 2
  + x, y, z: scalar; x/y + z/y^2 <= 1; y > 0 |- x y + z <= y^2
  - x, y: scalar; x < 2/y |- x y < 2
  - x, y: scalar; y < 0; x < 2/y |- x y < 2
  - H: n×n; eta: scalar; eta <= 2/norm(H) |- eta norm(H) < 2
`;
