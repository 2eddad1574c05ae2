/** True claims of linear algebra, by kind: the search for a proof alone proves each. */
export const algebraClaims: Readonly<Record<string, readonly string[]>> = {
  'indices that run to a number': [
    'x[i]: scalar for i in 1..3 |- mean[i](x[i]) = sum[i](x[i]) / 3',
    'x[i]: n for i in 1..4; A: m×n |- sum[i](A x[i]) = A sum[i](x[i])',
    'x[i]: scalar for i in 1..3 |- sum[i](x[i])^2 <= 3 sum[i](x[i]^2)',
    'x: scalar |- sum[i in 1..3](x) = 3 x',
    'x[i]: scalar positive for i in 1..2 |- mean[i](x[i]) > 0',
  ],
  'entries in a list': [
    'A, B: m×n |- vec(A) = vec(B) <=> A = B',
    'A: m×n |- vec(A) = 0 <=> A = 0',
    'A, B: m×n; A != B |- vec(A) != vec(B)',
    "A: m×n; x: m; y: n; vec(A) = kron(y, x) |- A = x y'",
    "A, B, X: n×n; (kron(I, A) + kron(B', I)) vec(X) = 0 |- A X + X B = 0",
    "A, B: n×n; vec(A) = vec(B') |- tr(A) = tr(B)",
  ],
  'what a matrix reaches': [
    'A: m×n |- (forall y: m. exists x: n. A x = y) <=> A is onto',
    'A: n×n |- (forall y: n. exists x: n. A x = y) <=> A is invertible',
    "A: m×n |- (forall y: n. exists x: m. A' x = y) <=> A is one-to-one",
    'A: m×n |- (forall x: n. forall y: n. A x = A y => x = y) <=> A is one-to-one',
    'A: m×n; B: n×k; forall y: m. exists x: k. A B x = y |- A is onto',
  ],
  'traces on both sides': [
    'A, B: n×n |- A B - B A != I',
    'A, B: n×n; c: scalar nonzero |- A B - B A != c I',
    'A, B: n×n |- not (A B - B A is pd)',
    'S: n×n symmetric; K: n×n antisymmetric |- S K - K S != I',
  ],
  'ranks of sums of products, and of multiples of projectors': [
    "A[i]: m×d for i in 1..h; B[i]: n×d for i in 1..h |- rank(sum[i](A[i] B[i]')) <= h d",
    "A[i]: m×d for i in 1..h; B[i]: n×d for i in 1..h |- rank(mean[i](A[i] B[i]')) <= h d",
    "A[i]: m×d for i in 1..h; B[i]: n×d for i in 1..h; C: m×n |- rank(C + sum[i](A[i] B[i]')) <= rank(C) + h d",
    "M: d×K; M' M = I - 1/K ones ones' |- rank(M) = K - 1",
    "M: d×k; k >= 2; M' M = (k I - ones ones') / (k - 1) |- rank(M) = k - 1",
    "A: m×n; k: scalar nonzero; x: n unit; A' A = k (I - x x') |- rank(A) = n - 1",
  ],
  'norms of products': [
    "A: m×n; U: m×r; V: n×r; D: r×r; U' U = I; V' V = I; A = U D V' |- norm(A) = norm(D)",
    'A: n×n invertible; c: scalar nonzero |- norm(inv(c A)) = norm(inv(A)) / |c|',
    "U: m×r; D: r×r; V: n×r; U' U = I; V' V = I |- norm(2 U D V') = 2 norm(D)",
    "W: m×n; u: m; v: n; W = u v' |- normF(W) = norm(W)",
    'x: n nonzero |- |x / |x|^2| = 1 / |x|',
  ],
  'traces, ranks and definite matrices': [
    'A: n×n |- tr(A)^2 <= rank(A) normF(A)^2',
    'A, B: n×n pd |- tr(inv(A + B)) < tr(inv(A))',
    "U: m×r; V: n×r; D: r×r; U' U = I; V' V = I |- nuclear(U D V') = nuclear(D)",
    'A: n×n invertible |- adj(adj(A)) = det(A)^(n-1) A / det(A)',
  ],
  'pseudo-inverses of sums, and roots of determinants': [
    "A, B: m×n; A' B = 0; A B' = 0 |- pinv(A + B) = pinv(A) + pinv(B)",
    "A, B: m×n; A' B = 0; A B' = 0 |- pinv(A - B) = pinv(A) - pinv(B)",
    'A, S: n×n psd; S S = A |- det(S) = sqrt(det(A))',
    "A: n×n psd; B: n×n; A = B' B |- sqrt(det(A)) = |det(B)|",
  ],
  'matrices made of one symmetric matrix': [
    'A: n×n pd; A^2 <<= A |- A <<= I',
    'A: n×n psd; t: scalar; t >= 0 |- inv(I + t A) >>= I - t A',
    'S: m×m psd; r, s: scalar nonnegative; S >>= s I |- (r + s)^2 tr((S - r I)^2) <= tr((S^2 - r^2 I)^2)',
    'A: n×n symmetric; A^3 = A; A >>= 0 |- A^2 = A',
    "X: m×n; c: scalar positive |- tr(X inv(X' X + c I) X') <= n",
  ],
  'matrices of blocks': [
    "A: m×m pd; B: m×n; D: n×n symmetric |- [A, B; B', D] is pd <=> D - B' inv(A) B is pd",
    "A: m×m pd; B: m×n; D: n×n symmetric |- [A, B; B', D] is psd <=> D - B' inv(A) B is psd",
    'A: n×n symmetric |- [A, A; A, A] is psd <=> A is psd',
  ],
  'nuclear and Frobenius norms': [
    'A: m×n |- nuclear(A) >= normF(A)',
    'A: m×n |- nuclear(A)^2 <= rank(A) normF(A)^2',
  ],
  'rank at most one': [
    "A: m×n |- rank(A) <= 1 <=> (exists u: m. exists v: n. A = u v')",
    'A: n×n; tr(A) = 0; rank(A) = 1 |- A^2 = 0',
  ],
  'eigenvectors and constant vectors': [
    'A: n×n symmetric; x: n nonzero; s: scalar; A x = s x |- s <= lambda_max(A)',
    "P: n×n; P ones = ones |- exists v: n nonzero. P' v = v",
    "L: n×n; ones' L = 0 |- rank(L) < n",
  ],
};
