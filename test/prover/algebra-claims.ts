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
};
