/**
 * For each strategy by its name: claims that it proves and nothing else does, and near misses that
 * it must refuse.
 */
export interface StrategyCase {
  readonly proves: readonly string[];
  readonly refuses: readonly string[];
}

export const strategyCases: Readonly<Record<string, StrategyCase>> = {
  'by the slope': {
    proves: [
      'x: scalar nonnegative |- x - x^3/6 <= sin(x)',
      'x, y: scalar |- softplus(y) >= softplus(x) + sigmoid(x) (y - x)',
      'x: scalar |- softplus(x) <= log(2) + x/2 + x^2/8',
    ],
    refuses: [
      'x: scalar nonnegative |- sin(x) <= x - x^3/6',
      'x: scalar |- tanh(x) <= x',
      'x, y: scalar |- softplus(y) >= softplus(x) + sigmoid(y) (y - x)',
      'x: scalar |- softplus(x) <= log(2) + x/2 + x^2/9',
      'x: scalar; -1 <= x; x <= 1 |- exp(x) <= 1 + x + x^2/2',
    ],
  },
  'tangents of convex functions': {
    proves: [
      'x[i]: scalar for i in 1..N |- softplus(mean[i](x[i])) <= mean[i](softplus(x[i]))',
      'x: n |- relu(mean(x)) <= mean(relu(x))',
      'x, y: n |- norm1(x + y) <= norm1(x) + norm1(y)',
    ],
    refuses: [
      'x, y, t: scalar |- softplus(t x + (1 - t) y) <= t softplus(x) + (1 - t) softplus(y)',
      'x[i]: scalar for i in 1..N |- mean[i](softplus(x[i])) <= softplus(mean[i](x[i]))',
      'x: n |- mean(relu(x)) <= relu(mean(x))',
      'x, y: n |- norm1(x) + norm1(y) <= norm1(x + y)',
      'x, y: n |- norm1(x - y) <= norm1(x) - norm1(y)',
    ],
  },
  'norms between definite bounds': {
    proves: ['z: n |- norm(hess[z](log(sum(exp(z))))) <= 1/2'],
    refuses: [
      'S: n×n symmetric; S <<= I |- norm(S) <= 1',
      'z: n |- norm(jac[z](softmax(z))) <= 1/4',
    ],
  },
  'logarithms as exponents': {
    proves: [
      'x: scalar nonnegative |- log(1 + x) >= x - x^2/2',
      'x: scalar; 0 <= x; x < 1 |- -log(1 - x) >= x + x^2/2',
    ],
    refuses: [
      'x: scalar; -1 < x |- log(1 + x) >= x - x^2/2',
      'x: scalar nonnegative |- log(1 + 2 x) <= x',
    ],
  },
  'a matrix as the square of its root': {
    proves: ['A, B: n×n psd; A B = B A |- sqrtm(A) sqrtm(B) = sqrtm(A B)'],
    refuses: [
      'A, B: n×n psd |- sqrtm(A) sqrtm(B) = sqrtm(B) sqrtm(A)',
      'A: n×n psd |- sqrtm(A) is pd',
    ],
  },
  'the one psd root': {
    proves: ['A: n×n pd |- inv(sqrtm(A)) = sqrtm(inv(A))'],
    refuses: ['S: n×n symmetric; A: n×n psd; S S = A |- S = sqrtm(A)'],
  },
  'inverses written out': {
    proves: [
      'A, B: n×n; A is invertible |- tr(inv(inv(A)) B) = tr(A B)',
      "F: n×n invertible; A: n×n invertible |- A inv(A' F A) A' = inv(F)",
      'A: n×n invertible |- inv(adj(A)) = A / det(A)',
    ],
    refuses: [
      'A, B: n×n invertible |- tr(inv(inv(A)) B) = tr(inv(A) B)',
      "F: n×n invertible; A: n×n invertible |- A' inv(A' F A) A = inv(F)",
      'A: n×n invertible |- inv(adj(A)) = A',
      'A: n×n invertible |- adj(adj(A)) = A',
    ],
  },
  'traces of what is known': {
    proves: ['A, B: n×n; c: scalar; A B - B A = c I |- c = 0'],
    refuses: [
      'A, B: n×n; c: scalar; A B + B A = c I |- c = 0',
      'A, B: n×n; c: scalar; A B - B A = c A |- c = 0',
    ],
  },
  'ranks behind dimensions': {
    proves: [
      "M: d×K; M' M = I - 1/K ones ones' |- K - 1 <= d",
      "M: d×k; k >= 2; M' M = (k I - ones ones') / (k - 1) |- k - 1 <= d",
    ],
    refuses: [
      "M: d×K; M' M = I - 1/K ones ones' |- K <= d",
      "M: d×K; M' M = I - 2/K ones ones' |- K <= d",
    ],
  },
  'norms written out': {
    proves: [
      "U: m×r; V: n×r; D: r×r; U' U = I; V' V = I |- norm(U D V') = norm(D)",
      "u: m; v: n; c: scalar |- |u v' (c v)| = norm(u v') |c v|",
      "W: m×n; u: m; v, x: n; c: scalar; W = u v'; x = c v |- norm(W x) = norm(W) norm(x)",
    ],
    refuses: [
      "U: m×r; V: n×r; D: r×r; U' U = I |- norm(U D V') = norm(D)",
      "U: m×r; V: n×r; D: r×r; U U' = I; V' V = I |- norm(U D V') = norm(D)",
      "W: m×n; u: m; v, x: n; W = u v' |- norm(W x) = norm(W) norm(x)",
    ],
  },
  'roots written out': {
    proves: [
      'a, b, c: scalar |- |a b c| = |a| |b| |c|',
      'a, b: scalar nonzero |- |a / b| = |a| / |b|',
      'a: scalar; x: n; y: m |- sqrt(a^2 |x|^2 |y|^2) = |a| |x| |y|',
    ],
    refuses: ['x: n; c: scalar |- |c x| = c |x|', "x, y: n |- |x' y| = |x| |y|"],
  },
  'powers of determinants': {
    proves: [
      'A: n×n |- det(adj(A)) = det(A)^(n-1)',
      'A: n×n |- det(A) adj(adj(A)) = det(A)^(n-1) A',
    ],
    refuses: ['A: n×n |- det(adj(A)) = det(A)^n', 'A: n×n |- adj(adj(A)) = det(A)^(n-1) A'],
  },
  'inverses in the strict opposite order': {
    proves: [
      'A, B: n×n pd; A - B is pd |- inv(B) - inv(A) is pd',
      'A, B: n×n pd; A - B is pd |- tr(inv(A - B)) > tr(inv(A))',
    ],
    refuses: [
      'A, B: n×n pd; A - B is psd |- inv(B) - inv(A) is pd',
      'A, B: n×n pd; A - B is psd |- tr(inv(B)) > tr(inv(A))',
    ],
  },
  'an inequality of Kantorovich': {
    proves: [
      "A: n×n symmetric; a, b: scalar positive; A >>= a I; A <<= b I; x: n |- 4 a b (x' A x) (x' inv(A) x) <= (a + b)^2 (x' x)^2",
    ],
    refuses: [
      "A: n×n symmetric; a, b: scalar positive; A >>= a I; A <<= b I; x: n |- 4 a b (x' A x) (x' inv(A) x) <= a b (x' x)^2",
    ],
  },
  'a fact that says so': {
    proves: [
      "x: scalar |- gelu'(x) <= 113/100",
      'x: scalar |- silu(x) <= relu(x)',
      "z, y: k |- log(ones' exp(y)) + softmax(y)' (z - y) <= log(ones' exp(z))",
    ],
    refuses: [],
  },
  'tangents of log det': {
    proves: [
      'A: n×n pd |- logdet(A) <= tr(A) - n',
      'A: n×n pd |- logdet(A) >= n - tr(inv(A))',
      'S: p×p pd |- tr(S) tr(inv(S)) >= p^2',
      'A, B: n×n pd |- logdet((A + B)/2) >= (logdet(A) + logdet(B))/2',
      'A, B: n×n pd |- tr(A inv(B)) + tr(B inv(A)) >= 2 n',
      'X, Y: n×n pd |- logdet(X) - logdet(Y) - tr(inv(Y) (X - Y)) <= 0',
      'S, T: n×n pd |- (1/2) (tr(inv(T) S) - n + log(det(T)/det(S))) >= 0',
    ],
    refuses: [
      'A: n×n pd |- logdet(A) < tr(A) - n',
      'A: n×n symmetric invertible |- logdet(A) <= tr(A) - n',
      'A: n×n pd |- logdet(A) >= n - tr(A)',
      'A: n×n symmetric invertible |- tr(A) tr(inv(A)) >= n^2',
      'A, B: n×n pd |- logdet(A + B) >= logdet(A) + logdet(B)',
      'A, B: n×n pd |- tr(A inv(B)) + tr(B inv(A)) > 2 n',
      'S, T: n×n pd |- tr(inv(T) S) - n + logdet(S) - logdet(T) >= 0',
    ],
  },
  'determinants by their logarithms': {
    proves: ['A: n×n pd |- det(A) <= (tr(A)/n)^n', 'S: n×n pd; tr(S) <= n |- det(S) <= 1'],
    refuses: [
      'A: n×n pd |- det(A) < (tr(A)/n)^n',
      'A: n×n symmetric |- det(A) <= (tr(A)/n)^n',
      'S: n×n pd; tr(S) <= n + 1 |- det(S) <= 1',
    ],
  },
  'the inverse of a definite matrix': {
    proves: ['A: n×n psd; B: n×n pd |- inv(A + B) is psd'],
    refuses: ['A: n×n psd; B: n×n invertible |- inv(A + B) is psd'],
  },
  'polynomials of nonnegative numbers': {
    proves: [
      'a, b, c: scalar positive |- a b c <= ((a + b + c)/3)^3',
      'a, b, c: scalar nonnegative |- a^3 + b^3 + c^3 >= 3 a b c',
      'a, b, c, d: scalar positive |- a b c d <= ((a + b + c + d)/4)^4',
    ],
    refuses: [
      'a, b, c: scalar |- a b c <= ((a + b + c)/3)^3',
      'a, b, c: scalar |- a^3 + b^3 + c^3 >= 3 a b c',
      'a, b, c: scalar positive |- a b c <= ((a + b + c)/4)^3',
    ],
  },
  'softplus written out': {
    proves: ['x: scalar |- log(1 + exp(x)) <= relu(x) + log(2)'],
    refuses: ['x: scalar |- log(1 + exp(x)) <= relu(x) + log(3/2)'],
  },
  'lengths by norms': {
    proves: [
      'A: n×n symmetric; c: scalar positive; (1 - c) I <<= A; A <<= (1 + c) I; x: n |- |x - A x| <= c |x|',
    ],
    refuses: [
      'A: n×n symmetric; c: scalar positive; (1 - c) I <<= A; A <<= (1 + c) I; x: n |- |x - 2 A x| <= c |x|',
    ],
  },
  'norms by Gram matrices': {
    proves: ["A: m×n; c: scalar positive; A A' <<= c I |- norm(A) <= sqrt(c)"],
    refuses: ["A: m×n; c: scalar positive; A A' <<= c I |- norm(A) <= c"],
  },
  'Cauchy and Schwarz for definite forms': {
    proves: [
      "A: n×n pd; x, y: n |- (x' y)^2 <= (x' A x) (y' inv(A) y)",
      "A: n×n psd; x, y: n |- (x' A y)^2 <= (x' A x) (y' A y)",
    ],
    refuses: [
      "A: n×n symmetric invertible; x, y: n |- (x' y)^2 <= (x' A x) (y' inv(A) y)",
      "A: n×n pd; x, y: n |- (x' y)^2 <= (x' A x) (y' A y)",
    ],
  },
  'definite matrices are invertible': {
    proves: ['A: n×n pd |- A^2 is pd', 'A: n×n pd |- A^4 is pd'],
    refuses: ['A: n×n psd |- A^2 is pd', 'A, B: n×n pd |- A B is pd'],
  },
  'weights between 0 and 1': {
    proves: ['A, B: n×n pd; t: scalar; 0 <= t; t <= 1 |- t A + (1 - t) B is pd'],
    refuses: ['A, B: n×n psd; t: scalar; 0 <= t; t <= 1 |- t A + (1 - t) B is pd'],
  },
  'every entry': {
    proves: [
      'A, B, C: 2×2 |- (A B - B A)^2 C = C (A B - B A)^2',
      'A, B: 2×2 symmetric; C: 2×2 antisymmetric |- (A B - B A) C = C (A B - B A)',
      'K: 3×3 antisymmetric |- K K K = -normF(K)^2 K / 2',
      "J: 2×2 antisymmetric; A: 2×2 |- A' J A = det(A) J",
      'A: 3×3 |- adj(adj(A)) = det(A) A',
    ],
    refuses: [
      'A, B, C: 3×3 |- (A B - B A)^2 C = C (A B - B A)^2',
      'A, B: 2×2 |- A B = B A',
      'A: 2×2 symmetric; B: 2×2 |- A B = B A',
      'A, B: 3×3 symmetric; C: 3×3 antisymmetric |- (A B - B A) C = C (A B - B A)',
      'K: 4×4 antisymmetric |- K K K = -normF(K)^2 K / 2',
      'A: 2×2 antisymmetric |- det(A) = 0',
    ],
  },
  'a decomposition of the literature': {
    proves: [
      "A: n×n symmetric |- exists U: n×n orthogonal. exists D: n×n diagonal. A = U D U'",
      "A, B: n×n symmetric; A B = B A |- exists U: n×n orthogonal. U' A U is diagonal and U' B U is diagonal",
      "A: n×n pd; B: n×n symmetric |- exists X: n×n invertible. X' A X = I and X' B X is diagonal",
    ],
    refuses: [
      "A: n×n |- exists U: n×n orthogonal. exists D: n×n diagonal. A = U D U'",
      "A, B: n×n symmetric |- exists U: n×n orthogonal. U' A U is diagonal and U' B U is diagonal",
      "A: n×n psd; B: n×n symmetric |- exists X: n×n invertible. X' A X = I and X' B X is diagonal",
    ],
  },
  'the trace of a nilpotent matrix': {
    proves: [
      'A: n×n; A A = 0 |- tr(A) = 0',
      'A: n×n; A A A = 0 |- tr(A) = 0',
      'A, B: n×n; A B A B = 0 |- tr(A B) = 0',
    ],
    refuses: [
      'A: n×n |- tr(A) = 0',
      "A: n×n; A A' = A |- tr(A) = 0",
      'A: n×n; A A = A |- tr(A) = 0',
    ],
  },
  'spectral and Frobenius norms': {
    proves: ['A: m×n |- norm(A)^2 <= normF(A)^2'],
    refuses: ['A: m×n |- normF(A)^2 <= norm(A)^2', 'A: m×n |- norm(A)^2 < normF(A)^2'],
  },
  'forms of definite matrices': {
    proves: [
      "H: n×n symmetric; x, y: n; a: scalar; H >>= a I |- (x - y)' (H x - H y) >= a |x - y|^2",
      "X: N×d one-to-one; C: d×N; C X = I |- C C' >>= inv(X' X)",
      'A, B: n×n symmetric |- ((A + B) / 2)^2 <<= (A^2 + B^2) / 2',
      "X: N×d; y: N; w, v: d; r: scalar positive; w = inv(X' X + r I) X' y |- |X w - y|^2 + r |w|^2 <= |X v - y|^2 + r |v|^2",
    ],
    refuses: [
      "A: m×n; r: m |- |A' r|^2 >= sigma_min(A)^2 |r|^2",
      "X: N×d; y: N; w, v: d; r: scalar positive; w = inv(X' X + r I) X' y |- |X w - y|^2 <= |X v - y|^2",
      'A: n×n symmetric; b: scalar; A <<= b I |- A A <<= b A',
      'A: n×n psd; b: scalar; A <<= b I |- A A <<= b A / 2',
      'A, B: n×n psd; B <<= I |- A B A <<= B',
      "X: N×d one-to-one; C: d×N |- C C' >>= inv(X' X)",
      'A, B: n×n |- ((A + B) / 2)^2 <<= (A^2 + B^2) / 2',
    ],
  },
  'products of definite matrices that commute': {
    proves: [],
    refuses: ['A, B: n×n symmetric; A B = B A |- A B is psd', 'A, B: n×n psd |- A B is psd'],
  },
  'both sides squared': {
    proves: ['x, y: n; |x| = 1; |y| = 1; x != y |- |(x + y) / 2| < 1'],
    refuses: [
      'x, y: n; |x| = 1; |y| = 1 |- |(x + y) / 2| < 1',
      "x: n; c: scalar; x' x <= c^2 |- |x| <= c",
    ],
  },
  'norms by vectors': {
    proves: ['A, B: n×n |- sigma_min(A B) >= sigma_min(A) sigma_min(B)'],
    refuses: [
      'A: m×n; B: n×k |- sigma_min(A B) >= sigma_min(A) sigma_min(B)',
      'A, B: n×n |- sigma_min(A + B) >= sigma_min(A) + sigma_min(B)',
    ],
  },
  'facts about what stands in the goal': {
    proves: [
      'A, B: n×n |- normF(A B - B A)^2 <= 2 normF(A)^2 normF(B)^2',
      'A, B: n×n psd |- det(A + B) >= det(A) + det(B)',
      'A, B: n×n psd |- det(A .* B) >= det(A) det(B)',
      'A, B: n×n symmetric; n >= 2 |- lambda[2](A + B) <= lambda[1](A) + lambda[2](B)',
      "A: m×n one-to-one |- sigma_min(A)^2 = -lambda[1](-(A' A))",
    ],
    refuses: [
      'A, B: n×n |- normF(A B - B A)^2 <= normF(A)^2 normF(B)^2',
      'A, B: n×n |- det(A + B) >= det(A) + det(B)',
      'A, B: n×n symmetric |- det(A .* B) >= det(A) det(B)',
      "A: n×n symmetric; x: n |- x' A x <= tr(A) |x|^2",
      'A, B: n×n symmetric; n >= 2 |- lambda[2](A + B) <= lambda[2](A) + lambda[2](B)',
      "x: scalar |- gelu'(x) <= 112/100",
      'x: scalar |- exp(x) >= 1 + x + x^2/2',
      "z, y: k |- log(ones' exp(z)) <= log(ones' exp(y)) + softmax(y)' (z - y)",
      "A: m×n |- sigma_min(A)^2 = -lambda[1](-(A' A))",
    ],
  },
  'cited theorems on definite matrices': {
    proves: [
      'A, B: n×n pd |- inv((A + B) / 2) <<= (inv(A) + inv(B)) / 2',
      'A, B: n×n pd |- A .* B is pd',
      'A, B: n×n psd; A A >>= B B |- A >>= B',
    ],
    refuses: [
      'A, B: n×n pd |- inv((A + B) / 2) <<= inv(A)',
      'A: n×n symmetric |- A <<= tr(A) I',
      'A, B: n×n symmetric; A is psd |- A .* B is psd',
      'A, B: n×n psd |- A .* B is pd',
      'A, B: n×n psd; A >>= B |- A A >>= B B',
      'A, B: n×n symmetric; A A >>= B B |- A >>= B',
    ],
  },
  'tangents and sums over families': {
    proves: [
      'p, q: n positive; sum(p) = 1; sum(q) = 1 |- sum[i in 1..n](p[i] log(p[i] / q[i])) >= 0',
      "z: n; y: n nonnegative; sum(y) = 1 |- y' z <= log(sum(exp(z)))",
      "p: n positive; sum(p) = 1 |- 0 <= -p' log(p)",
      "x: n nonnegative |- x' x <= sum(x)^2",
      'p, q: scalar nonnegative; a, b: scalar positive; p + q = 1 |- exp(p log(a) + q log(b)) <= p a + q b',
      "z: n |- log(ones' exp(z)) >= ones' z / n + log(n)",
      'x[i]: scalar positive for i in 1..N |- 1 / mean[i](1 / x[i]) <= exp(mean[i](log(x[i])))',
      "p, q: n positive; ones' p = 1; ones' q = 1 |- p' (log(p) - log(q)) >= 0",
      'x[i]: scalar for i in 1..N |- exp(mean[i](x[i])) <= mean[i](exp(x[i]))',
      'x[i]: scalar positive for i in 1..N |- exp(mean[i](log(x[i]))) <= mean[i](x[i])',
      'w[i]: scalar nonnegative for i in 1..N; x[i]: scalar positive for i in 1..N; sum[i](w[i]) = 1 |- sum[i](w[i] log(x[i])) <= log(sum[i](w[i] x[i]))',
      'w[i]: scalar nonnegative for i in 1..N; a[i]: scalar for i in 1..N |- sum[i](w[i] a[i])^2 <= sum[i](w[i]) sum[i](w[i] a[i]^2)',
      'a[i]: scalar for i in 1..N |- |sum[i](a[i])| <= sum[i](|a[i]|)',
      "p[i]: scalar nonnegative for i in 1..n; v[i]: d for i in 1..n |- sum[i](p[i] v[i] v[i]') is psd",
    ],
    refuses: [
      'p, q: n positive; sum(p) = 1; sum(q) = 2 |- sum[i in 1..n](p[i] log(p[i] / q[i])) >= 0',
      "z: n; y: n nonnegative |- y' z <= log(sum(exp(z)))",
      "z: n; y: n; sum(y) = 1 |- y' z <= log(sum(exp(z)))",
      "p: n positive |- 0 <= -p' log(p)",
      "x: n |- x' x <= sum(x)^2",
      'p, q: scalar; a, b: scalar positive; p + q = 1 |- exp(p log(a) + q log(b)) <= p a + q b',
      "z: n |- log(ones' exp(z)) >= ones' z / n + 2 log(n)",
      "p, q: n positive; ones' p = 1 |- p' (log(p) - log(q)) >= 0",
      'x[i]: scalar positive for i in 1..N |- exp(mean[i](log(x[i]))) <= 1 / mean[i](1 / x[i])',
      'a, b: scalar |- exp((a + b) / 2) >= (exp(a) + exp(b)) / 2',
      'x[i]: scalar for i in 1..N |- exp(mean[i](x[i])) >= mean[i](exp(x[i]))',
      'p, q: scalar nonnegative; a, b: scalar positive |- exp(p log(a) + q log(b)) <= p a + q b',
      'w[i]: scalar for i in 1..N; x[i]: scalar positive for i in 1..N; sum[i](w[i]) = 1; sum[i](w[i] x[i]) > 0 |- sum[i](w[i] log(x[i])) <= log(sum[i](w[i] x[i]))',
      'w[i]: scalar nonnegative for i in 1..N; x[i]: scalar positive for i in 1..N; sum[i](w[i] x[i]) > 0 |- sum[i](w[i] log(x[i])) <= log(sum[i](w[i] x[i]))',
      'x[i]: scalar for i in 1..N |- mean[i](x[i])^3 <= mean[i](x[i]^3)',
      'v[i]: scalar nonnegative for i in 1..n; w[i]: scalar for i in 1..n |- sum[i](v[i] w[i]) >= 0',
      'a[i]: scalar for i in 1..N |- |sum[i](a[i])| >= sum[i](|a[i]|)',
      "p[i]: scalar for i in 1..n; v[i]: d for i in 1..n |- sum[i](p[i] v[i] v[i]') is psd",
      'z, a: n |- dot(softmax(z), a) >= 0',
    ],
  },
  'functions along segments': {
    proves: [
      'f: R^n -> R; x: n; L, eta: scalar positive; eta <= 1/L; forall u: n. hess(f)(u) <<= L I |- f(x - eta grad(f)(x)) <= f(x) - eta/2 |grad(f)(x)|^2',
      'f: R^n -> R; x: n; L, eta: scalar positive; eta <= 2/L; forall u: n. hess(f)(u) <<= L I |- f(x - eta grad(f)(x)) <= f(x)',
      'f: R^n -> R; x, y: n; t: scalar; 0 <= t; t <= 1; forall u: n. hess(f)(u) is psd |- f(t x + (1 - t) y) <= t f(x) + (1 - t) f(y)',
      'f: R^n -> R; x, y: n; m: scalar; forall u: n. hess(f)(u) >>= m I |- f(y) >= f(x) + dot(grad(f)(x), y - x) + m / 2 |y - x|^2',
      'f: R^n -> R; w: n; L: scalar positive; forall u: n. hess(f)(u) <<= L I |- f(w - grad(f)(w) / L) <= f(w) - |grad(f)(w)|^2 / (2 L)',
      'f: R^n -> R; x, y: n; forall u: n. hess(f)(u) is psd |- dot(grad(f)(x) - grad(f)(y), x - y) >= 0',
      "f: R -> R; x, y: scalar; x <= y; forall u: scalar. f'(u) >= 0 |- f(x) <= f(y)",
    ],
    refuses: [
      'f: R^n -> R; x: n; L, eta: scalar positive; eta <= 2/L; forall u: n. hess(f)(u) <<= L I |- f(x - eta grad(f)(x)) <= f(x) - eta/2 |grad(f)(x)|^2',
      'f: R^n -> R; x: n; L, eta: scalar positive; eta <= 3/L; forall u: n. hess(f)(u) <<= L I |- f(x - eta grad(f)(x)) <= f(x)',
      'f: R^n -> R; x, y: n; t: scalar; forall u: n. hess(f)(u) is psd |- f(t x + (1 - t) y) <= t f(x) + (1 - t) f(y)',
      'f: R^n -> R; x, y: n; hess(f)(x) is psd |- f(y) >= f(x) + dot(grad(f)(x), y - x)',
      'f: R^n -> R; x, y: n; forall u: n. hess(f)(u) is psd |- f(y) <= f(x) + dot(grad(f)(x), y - x)',
      'f: R^n -> R; w: n; L: scalar positive; forall u: n. hess(f)(u) <<= L I |- f(w - 2 grad(f)(w) / L) <= f(w) - |grad(f)(w)|^2 / (2 L)',
      "f: R -> R; x, y: scalar; forall u: scalar. f'(u) >= 0 |- f(x) <= f(y)",
      "f: R -> R; x, y: scalar; forall u: scalar. u >= 0 => f''(u) >= 0 |- f((x + y) / 2) <= (f(x) + f(y)) / 2",
    ],
  },
  'traces of matrices in order': {
    proves: ['A, B: n×n pd |- tr(inv(A + B)) <= tr(inv(A))'],
    refuses: [
      'A, B: n×n pd |- tr(inv(A)) <= tr(inv(A + B))',
      'A: n×n pd; B: n×n symmetric; A + B is invertible |- tr(inv(A + B)) <= tr(inv(A))',
    ],
  },
  'traces of psd matrices': {
    proves: [
      'A, B: n×n psd |- tr(A B) <= tr(A) tr(B)',
      'S: m×m psd; U: m×m orthogonal |- tr(S U) <= tr(S)',
    ],
    refuses: [
      "A: n×n symmetric; x: n |- x' A x <= tr(A) |x|^2",
      'A, B: n×n symmetric |- tr(A B) <= tr(A) tr(B)',
      'S: m×m psd; U: m×m |- tr(S U) <= tr(S)',
      'S: m×m symmetric; U: m×m orthogonal |- tr(S U) <= tr(S)',
      'A: n×n psd |- tr(A)^2 <= tr(A^2)',
    ],
  },
  'stretched lengths': {
    proves: ['A: n×n invertible; x: n |- |x| <= norm(inv(A)) |A x|'],
    refuses: ['A: n×n invertible; x: n |- |x| <= norm(A) |A x|'],
  },
  'where a norm is attained': {
    proves: ['A: m×n |- exists v: n. |v| = 1 and |A v| = norm(A)'],
    refuses: [
      'A: m×n |- exists v: n. |v| = 1 and |A v| = 2 norm(A)',
      'A: m×n |- exists v: n. |v| = 1 and |A v| = sigma_min(A)',
    ],
  },
  'the derivative of softmax inside a norm': {
    proves: ['z: k |- norm(jac[z](softmax(z))) <= 1'],
    refuses: ['z: k |- norm(jac[z](softmax(z))) <= 2/5'],
  },
  'constant functions': {
    proves: [
      "D: R -> R; s, t: scalar; forall r: scalar. D'(r) = 0 |- D(s) = D(t)",
      'f: R^n -> R; x, y: n; forall u: n. grad(f)(u) = 0 |- f(x) = f(y)',
    ],
    refuses: [
      "D: R -> R; s, t: scalar; D'(s) = 0; D'(t) = 0 |- D(s) = D(t)",
      'f: R^n -> R; x, y, z: n; forall u: n. dot(grad(f)(u), z) = 0 |- f(x) = f(y)',
    ],
  },
  'Euler for homogeneous functions': {
    proves: [
      'f: R^n -> R; w: n; forall c: scalar. c > 0 => f(c w) = f(w) |- dot(w, grad(f)(w)) = 0',
      'f: R^n -> R; w: n; forall u: n. forall c: scalar. c > 0 => f(c u) = c^3 f(u) |- dot(w, grad(f)(w)) = 3 f(w)',
      'F: R^n -> R^k; u, v: n; forall t: scalar. F(u + t v) = F(u) |- jac(F)(u) v = 0',
    ],
    refuses: [
      'f: R^n -> R; w: n; forall c: scalar. forall u: n. f(c u) = c^2 f(u) |- dot(w, grad(f)(w)) = 3 f(w)',
      'F: R^n -> R^k; u, v, w: n; forall t: scalar. F(u + t v) = F(u) |- jac(F)(w) v = 0',
      'f: R^n -> R; w, v: n; forall c: scalar. c > 0 => f(c v) = f(v) |- dot(w, grad(f)(w)) = 0',
      'f: R^n -> R; w: n; forall c: scalar. c < 0 => f(c w) = f(w) |- dot(w, grad(f)(w)) = 0',
    ],
  },
  'instances at the difference': {
    proves: [
      "x, z: n; forall y: n. x' y >= z' y |- x = z",
      "A: m×n; forall B: m×n. tr(A' B) <= 0 |- A = 0",
    ],
    refuses: [
      "x: n; forall y: n. y' y >= x' y - 1 |- x = 0",
      "x, z: n; forall y: n. x' y >= 0 |- z = 0",
    ],
  },
  'ranks of factors and sums': {
    proves: [
      'A: m×n; B: n×k; C: k×l |- rank(A B) + rank(B C) <= rank(B) + rank(A B C)',
      'A, B: m×n |- rank(A) - rank(B) <= rank(A - B)',
      'A: l×m; B: m×n; A B = 0 |- rank(A) + rank(B) <= m',
      "W: m×n; U: m×r; V: n×r |- rank(W + U V') <= rank(W) + r",
      'A: n×n; rank(A) < n |- rank(A) <= n - 1',
    ],
    refuses: [
      'A: m×n; B: n×k; C: k×l |- rank(A B C) + rank(B) <= rank(A B) + rank(B C)',
      'A, B: m×n |- rank(A - B) <= rank(A)',
      'A: l×m; B: m×n; A B = 0 |- rank(A) + rank(B) = m',
      "W: m×n; U: m×r; V: n×r |- rank(W + U V') <= r",
      'A: n×n; rank(A) < n |- rank(A) <= n - 2',
      'A: m×n; s: scalar |- rank(A) <= rank(s A)',
    ],
  },
  'ranks of factors and sums (equal)': {
    proves: ["A: m×n; s: scalar |- s rank(A' A) = s rank(A)"],
    refuses: [
      "A, B: m×n; A' B = 0 |- rank(A + B) = rank(A) + rank(B)",
      'A: n×n; A A = I |- rank(I + A) = rank(I - A)',
      'x: n |- rank(x) = 1',
      'A: m×n; s: scalar |- rank(s A) = rank(A)',
    ],
  },
  'otherwise it has an inverse': {
    proves: ['A: n×n; A A = A; A != I |- det(A) = 0', 'A, B: n×n; A B = 0; B != 0 |- det(A) = 0'],
    refuses: [
      'A: n×n; A A = I; A != I |- det(A) = 0',
      'A, B: n×n; A B = 0 |- det(A) = 0',
      "A: n×n; x: n; x' A x = 0; x != 0 |- det(A) = 0",
    ],
  },
  'equal powers': {
    proves: [
      'a, b: scalar nonnegative; a^2 = b^4 |- a = b^2',
      'a, b: scalar; a^3 = b^3 |- a = b',
      'a, b: scalar nonnegative; a^5 = b^5 |- a = b',
    ],
    refuses: [
      'a, b: scalar; a^2 = b^2 |- a = b',
      'a, b: scalar; a^4 = b^4; a >= 0 |- a = b',
      'a, b: scalar nonnegative; a^2 = b^3 |- a = b',
    ],
  },
  'either sign of what stands inside': {
    proves: [
      'A: m×n; B: n×k |- rank(A B) <= min(rank(A), rank(B))',
      'a, b: scalar; 0 <= b; a <= b |- relu(a) <= b',
    ],
    refuses: [
      'a, b: scalar; a <= b |- relu(a) <= b',
      'a, b: scalar; 0 <= b |- relu(a) <= b',
      'A: m×n; B: n×k |- rank(A B) <= min(rank(A), rank(B)) - 1',
      'a, b: scalar |- max(a, b) <= (a + b)/2',
      'a, b: scalar |- |a - b| <= |a| - |b|',
    ],
  },
  'a right angle': {
    proves: [
      'A: m×n; x: n; b: m |- |A pinv(A) b - b| <= |A x - b|',
      "A: m×n; x: n; b: m; A' (A x - b) = 0 |- |pinv(A) b| <= |x|",
    ],
    refuses: [
      'A: m×n; x: n; b: m |- |A x - b| <= |A pinv(A) b - b|',
      'P: n×n projector; x: n |- |P x| <= |x|',
      'P: n×n symmetric projector; x, y: n |- |x - P y| <= |x - y|',
    ],
  },
  'a completed square': {
    proves: [
      "K: n×n pd; k, x: n; c, t: scalar; c - k' inv(K) k >= 0 |- x' K x + 2 t (k' x) + c t^2 >= 0",
    ],
    refuses: [
      "K: n×n pd; k, x: n; c, t: scalar |- x' K x + 2 t (k' x) + c t^2 >= 0",
      "A: n×n pd; b, x: n |- x' A x - 2 b' x > -b' inv(A) b",
      "A: n×n pd; b, x: n |- x' A x - 2 b' x >= -b' A b",
    ],
  },
  'a quadratic form': {
    proves: [
      'a, b, c, d, e, f, g, h: scalar |- (a + b + c + d + e + f + g + h)^2 >= 0',
      'a, b, c, d, e: scalar |- (a + 2 b - 3 c + d/2 - e)^2 + (a - b)^2 >= 0',
      'a, b, c: scalar |- 2 a^2 + 3 b^2 + c^2 - 2 a b + 2 b c + 2 a + 1 > 0',
    ],
    refuses: [
      'a, b, c: scalar |- a^2 + b^2 + c^2 >= a b + b c + c a + 1/1000',
      'a, b, c: scalar |- a^2 + b^2 + c^2 > a b + b c + c a',
      'a, b, c: scalar |- (a + b + c)^2 >= a^2',
      'a, b: scalar |- a^2 + 2 a b >= 0',
    ],
  },
  'where a mean value is attained': {
    proves: [
      "f: R^n -> R; x, y: n |- exists z: n. grad(f)(z)' (y - x) = f(y) - f(x)",
      "f: R -> R; x, y: scalar |- exists u: scalar. f(y) = f(x) + f'(u) (y - x)",
      "f: R -> R; x, y: scalar; x != y; f(x) = f(y) |- exists z: scalar. f'(z) = 0",
    ],
    refuses: [
      "f: R -> R; x, y: scalar; f(x) = f(y) |- exists z: scalar. f'(z) = 0",
      "phi: activation; x, y: scalar |- exists u: scalar. phi(y) = phi(x) + phi'(u) (y - x)",
      "phi: activation; x, y: scalar; x != y; phi(x) = phi(y) |- exists z: scalar. phi'(z) = 0",
      'f: R^n -> R; x, y: n; x != y; f(x) = f(y) |- exists z: n. grad(f)(z) = 0',
    ],
  },
  'the covariance of softmax': {
    proves: ["U: d×K; v: d; y: K |- hess[v](log(ones' exp(U' v)) - y' U' v) >>= 0"],
    refuses: [
      "U: d×K; v: d; y: K |- hess[v](y' U' v - log(ones' exp(U' v))) >>= 0",
      "U: d×K; v: d |- hess[v](log(ones' exp(U' v))) is pd",
    ],
  },
  'steps of bounded slope': {
    proves: [
      "x, w: n; 0 <= w' x |- sigmoid(w' x) <= 1/2 + w' x / 4",
      "x, y, w: n; w' x <= w' y |- sigmoid(w' y) <= sigmoid(w' x) + (w' y - w' x)/4",
    ],
    refuses: [
      'x: scalar |- sigmoid(x) <= 1/2 + x/4',
      'x: scalar nonnegative |- sigmoid(x) <= 1/2 + x/5',
      'x: scalar nonnegative |- sigmoid(x) >= 1/2 + x/4',
      'x, y: scalar |- softplus(y) - softplus(x) <= y - x',
    ],
  },
  'homogeneous at each entry': {
    proves: [
      'V: k×m; W: m×n; x: n; D: m×m pd diagonal |- V inv(D) relu(D W x) = V relu(W x)',
      'd: n nonnegative; u: n |- relu(d .* u) = d .* relu(u)',
      'u: m; D: m×m psd diagonal |- leakyrelu(D u) = D leakyrelu(u)',
    ],
    refuses: [
      'd, u: n |- relu(d .* u) = d .* relu(u)',
      'u: m; D: m×m diagonal |- relu(D u) = D relu(u)',
      'u: m; D: m×m pd |- relu(D u) = D relu(u)',
      'u: m; D: m×m pd diagonal |- tanh(D u) = D tanh(u)',
    ],
  },
  'powers of a number': {
    proves: [
      'x: scalar; -2 <= x |- 1 + n x <= (1 + x)^n',
      'c: scalar nonnegative |- (1 + c/L)^L <= exp(c)',
      'x: scalar; 0 <= x; x <= 1 |- (1 - x)^n <= exp(-n x)',
    ],
    refuses: [
      'x: scalar; -3 <= x |- 1 + n x <= (1 + x)^n',
      'x: scalar; -2 <= x |- 1 + n x + x^2 <= (1 + x)^n',
      'c: scalar |- (1 + c/L)^L <= exp(c)',
      'c: scalar nonnegative |- (1 + c)^L <= exp(c)',
    ],
  },
  'power means': {
    proves: [
      'x[i]: scalar for i in 1..N |- mean[i](x[i])^4 <= mean[i](x[i]^4)',
      'x[i]: scalar positive for i in 1..N |- 1 / mean[i](x[i]) <= mean[i](1 / x[i])',
      'w[i]: scalar nonnegative for i in 1..N; x[i]: scalar nonnegative for i in 1..N; sum[i](w[i]) = 1 |- sum[i](w[i] x[i])^3 <= sum[i](w[i] x[i]^3)',
    ],
    refuses: [
      'x[i]: scalar for i in 1..N |- mean[i](x[i])^3 <= mean[i](x[i]^3)',
      'x[i]: scalar nonnegative for i in 1..N |- mean[i](x[i]^3) <= mean[i](x[i])^3',
      'x[i]: scalar positive for i in 1..N |- mean[i](1 / x[i]) <= 1 / mean[i](x[i])',
      'w[i]: scalar nonnegative for i in 1..N; x[i]: scalar nonnegative for i in 1..N |- sum[i](w[i] x[i])^3 <= sum[i](w[i] x[i]^3)',
    ],
  },
  'quotients of roots': {
    proves: [
      "P: n×n symmetric projector; x: n; P x != 0 |- jac[x](P x / norm(P x)) = (P - P x x' P / norm(P x)^2) / norm(P x)",
      "v: n nonzero; s: scalar; l: R^n -> R |- v' grad[v](l(s v / |v|)) = 0",
      "x: n; e: scalar positive |- jac[x](x / sqrt(x' x / n + e)) = (I - x x' / (x' x + n e)) / sqrt(x' x / n + e)",
    ],
    refuses: [
      "x: n nonzero |- jac[x](x / norm(x)) = (I + x x' / norm(x)^2) / norm(x)",
      "x: n; e: scalar positive |- jac[x](x / sqrt(x' x / n + e)) = (I - x x' / (x' x + e)) / sqrt(x' x / n + e)",
      "v: n nonzero; s: scalar; l: R^n -> R |- v' grad[v](l(s v / |v|^2)) = 0",
      "P: n×n; x: n; P x != 0 |- jac[x](P x / norm(P x)) = (P - P x x' P / norm(P x)^2) / norm(P x)",
    ],
  },
  'one of two values': {
    proves: [
      "x, w: n; y: scalar; y^2 = 1 |- hess[w](softplus(-(y (x' w)))) = sigmoid(x' w) sigmoid(-(x' w)) x x'",
      's, y: scalar; y^2 = 1 |- tanh(y s) = y tanh(s)',
    ],
    refuses: [
      's, y: scalar; y^2 = 1 |- sigmoid(y s) = sigmoid(s)',
      's, y: scalar; y^2 = 4 |- tanh(y s) = y tanh(s)',
      's, y: scalar; y^2 = 2 |- tanh(y s) = y tanh(s)',
      's, y, z: scalar; y^2 = z |- tanh(y s) = y tanh(s)',
    ],
  },
  'the slope at an extremum': {
    proves: ['f: R^n -> R; x: n; forall y: n. f(x) <= f(y) |- grad(f)(x) = 0'],
    refuses: ['f: R^n -> R; x, z: n; forall y: n. f(x) <= f(y) |- grad(f)(z) = 0'],
  },
  'the second derivatives at an extremum': {
    proves: ['f: R^n -> R; x: n; forall y: n. f(x) <= f(y) |- hess(f)(x) is psd'],
    refuses: [
      'f: R^n -> R; x: n; forall y: n. f(y) <= f(x) |- hess(f)(x) is psd',
      'f: R^n -> R; x: n; forall y: n. f(x) <= f(y) |- hess(f)(x) is pd',
    ],
  },
  'the second derivative at an extremum': {
    proves: ["f: R -> R; x: scalar; forall y: scalar. f(x) <= f(y) |- f''(x) >= 0"],
    refuses: ["f: R -> R; x: scalar; forall y: scalar. f(x) <= f(y) |- f''(x) > 0"],
  },
  'roots of multiples (equal)': {
    proves: ['x: n nonzero; c: scalar positive |- (c x) / |c x| = x / |x|'],
    refuses: [
      'x: n nonzero; c: scalar nonzero |- (c x) / |c x| = x / |x|',
      'x: n nonzero; c: scalar positive |- |c x| x = |x| x',
    ],
  },
  'cleared denominators': {
    proves: [
      'x, y: scalar positive; x < y |- 1/y < 1/x',
      'A: m×n |- norm(A)^2 >= normF(A)^2 / n',
      'A: n×n psd |- lambda_max(A) / n <= tr(A) / n',
    ],
    refuses: [
      'A: n×n symmetric |- tr(A) / n < lambda_max(A)',
      'A: m×n |- norm(A)^2 >= normF(A)^2 / m + normF(A)^2 / n',
      'A: n×n psd |- lambda_max(A) <= tr(A) / n',
    ],
  },
  'eigenvalue by eigenvalue': {
    proves: [
      'A: n×n symmetric; A^2 <<= I |- A <<= I',
      'A: n×n psd; c: scalar positive |- A inv(A + c I) <<= I',
      'A: n×n psd |- A^2 <<= norm(A) A',
    ],
    refuses: [
      'A: n×n; A^2 <<= I |- A <<= I',
      'A: n×n symmetric; A^2 >>= I |- A >>= I',
      'A: n×n psd; c: scalar positive |- A inv(A + c I) <<= I / 2',
      'A: n×n symmetric |- A^2 <<= norm(A) A',
    ],
  },
  'forms and traces as matrices': {
    proves: [
      "X: m×n; c: scalar positive |- tr(X inv(X' X + c I) X') <= n",
      "A: n×n psd; x: n |- x' A^2 x <= norm(A) x' A x",
      "W: m×n; norm(W) <= 1; x: n |- |x - W' W x|^2 <= |x|^2 - |W x|^2",
    ],
    refuses: [
      "X: m×n; c: scalar positive |- tr(X inv(X' X + c I) X') <= n - 1",
      "W: m×n; h: scalar; h norm(W)^2 <= 2; x: n |- |x - h W' W x| <= |x|",
      "W: m×n; norm(W) <= 2; x: n |- |x - W' W x|^2 <= |x|^2 - |W x|^2",
    ],
  },
  'eigenvalues that vanish': {
    proves: ['A: n×n symmetric; A^3 = A; A >>= 0 |- A^2 = A'],
    refuses: ['A: n×n symmetric; A^3 = A |- A^2 = A', 'A: n×n; A^3 = A |- A^2 = A'],
  },
  'blocks of a definite matrix': {
    proves: [
      "A: m×m; B: m×n; D: n×n; [A, B; B', D] is pd |- D is pd",
      "A: m×m symmetric; B: m×n; D: n×n pd; [A, B; B', D] is psd |- A >>= B inv(D) B'",
    ],
    refuses: [
      "A: m×m; B: m×n; D: n×n; [A, B; B', D] is psd |- A is pd",
      "A: m×m symmetric; B: m×n; D: n×n pd; [A, B; B', D] is psd |- A >>= 2 B inv(D) B'",
    ],
  },
  'a definite matrix by its blocks': {
    proves: [
      'A: m×m pd; D: n×n pd |- [A, 0; 0, D] is pd',
      "A: m×m pd; B: m×n; D: n×n; D - B' inv(A) B is pd |- [A, B; B', D] is pd",
    ],
    refuses: [
      'A: m×m pd; D: n×n psd |- [A, 0; 0, D] is pd',
      "A: m×m pd; B: m×n; D: n×n pd |- [A, B; B', D] is psd",
    ],
  },
  'rows that add up to nothing': {
    proves: ['L: n×n psd; L ones = 0 |- rank(L) <= n - 1'],
    refuses: ['L: n×n psd; L ones = 0 |- rank(L) <= n - 2'],
  },
  'numbers in order at a vector': {
    proves: [
      'A: n×n; x: n; s: scalar; A x = s x; x != 0 |- |s| <= norm(A)',
      "A: n×n; x: n nonzero; s: scalar; A' A x = s x |- s >= 0",
    ],
    refuses: [
      'A: n×n; x: n; s: scalar; A x = s x |- |s| <= norm(A)',
      'A: n×n; x: n nonzero; s: scalar; A x = s x |- s >= 0',
    ],
  },
  'square with an inverse on one side': {
    proves: ['A: n×n |- A is one-to-one <=> A is onto'],
    refuses: ['A: m×n |- A is one-to-one <=> A is onto'],
  },
  'rank at most one': {
    proves: [
      "A: m×n; rank(A) = 1 |- exists u: m. exists v: n. A = u v'",
      'A: n×n; rank(A) = 1 |- A^2 = tr(A) A',
    ],
    refuses: ['A: n×n; rank(A) = 2 |- A^2 = tr(A) A'],
  },
  'exponentials of matrices': {
    proves: [
      'A: n×n symmetric; t: scalar |- expm(t A) is pd',
      'A: n×n; t: scalar |- det(expm(t A)) = exp(t tr(A))',
      'A: n×n antisymmetric |- expm(A) is orthogonal',
      'A, B: n×n; A B = B A |- expm(A) expm(B) = expm(A + B)',
      'A: n×n; v: n; s: scalar; A v = s v |- expm(A) v = exp(s) v',
      'A: n×n psd |- expm(A) >>= I',
    ],
    refuses: [
      'A, B: n×n symmetric |- expm(A) expm(B) = expm(A + B)',
      'A: n×n |- expm(A) is pd',
      'A: n×n symmetric |- expm(A) >>= I',
      'A: n×n; v: n; s: scalar; A v = s v |- expm(A) v = s v',
      'A: n×n; P: n×n orthogonal |- expm(P A) = P expm(A)',
      'A, B: n×n symmetric; A >>= B |- expm(A) >>= expm(B)',
    ],
  },
  'the one symmetric logarithm': {
    proves: ['A: n×n symmetric |- logm(expm(A)) = A'],
    refuses: [
      'A: n×n antisymmetric |- logm(expm(A)) = A',
      'A, B: n×n pd |- logm(A B) = logm(A) + logm(B)',
      'A: n×n pd |- logm(A) is psd',
    ],
  },
};
