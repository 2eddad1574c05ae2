/** False claims of linear algebra, each one step away from one in ../prover/algebra-claims.ts. */
export const falseAlgebraClaims: readonly string[] = [
  'x[i]: scalar for i in 1..3 |- mean[i](x[i]) = sum[i](x[i])',
  'x[i]: scalar for i in 1..3 |- sum[i](x[i])^2 <= 2 sum[i](x[i]^2)',
  'x: scalar |- sum[i in 1..3](x) = 4 x',
  "A, B: n×n; vec(A) = vec(B') |- A = B",
  'A, B: m×n; normF(A) = normF(B) |- vec(A) = vec(B)',
  "A: n×n; x, y: n; vec(A) = kron(y, x) |- A = y x'",
  'A: m×n |- (forall y: m. exists x: n. A x = y) <=> A is one-to-one',
  'A: m×n; y: m; exists x: n. A x = y |- A is onto',
  'A: m×n |- (exists x: n. A x = 0) => A is onto',
  'A: m×n |- (forall x: n. exists y: n. A x = A y => x = y) <=> A is one-to-one',
];
