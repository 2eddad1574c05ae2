/** Claims in the forms of a paper: what is proved, and what is false one step beside it. */

/** Proved for every dimension, and accepted by the second checker. */
export const provedForms: readonly string[] = [
  // entries and sums
  'x: n |- sum[i in 1..n](x[i]^2) = |x|^2',
  'A: n×n |- tr(A) = sum[i in 1..n](A[i,i])',
  'A: m×n; B: n×k |- (A B)[i,j] = sum[l in 1..n](A[i,l] B[l,j])',
  "A: m×n |- sum[i](A[i,:]' A[i,:]) = A' A",
  "A: m×n |- sum[j](A[:,j] A[:,j]') = A A'",
  "A: m×n |- A'[i,j] = A[j,i]",
  'A: n×n symmetric |- A[i,j] = A[j,i]',
  'x: n |- grad[x](x[i]) = I[:,i]',
  'x: n; forall i in 1..n. x[i] = 0 |- x = 0',
  'x, y: n; forall i in 1..n. x[i] = y[i] |- x = y',
  "x: n |- mean[i in 1..n](x[i]) = ones' x / n",
  'x: n |- x[i]^2 <= |x|^2',
  'x: n |- x[i] <= |x|',
  'A: n×n psd |- A[i,i] >= 0',
  'A: n×n diagonal |- det(A) = prod[i in 1..n](A[i,i])',
  'x: n |- grad[x](x[1] x[2]) = x[2] I[:,1] + x[1] I[:,2]',
  'A: m×n; x: n |- (A x)[i] = A[i,:] x',
  "q[i]: n for i in 1..N |- sum[i](q[i][k]^2) = sum[i](q[i] q[i]')[k,k]",
];

/** False, each with the size of the smallest witness that is wanted at most. */
export const falseForms: readonly (readonly [text: string, size: number])[] = [
  ['A: n×n |- tr(A) = sum[i in 1..n](A[1,i])', 2],
  ['A: n×n |- A[i,j] = A[j,i]', 2],
  ['x: n |- x[i] = x[j]', 2],
  ['x: n |- x[1] = x[2]', 2],
  ['x: n |- x[3] = x[4]', 4],
  ['x: n |- grad[x](x[1] x[2]) = 0', 2],
  ['x: n |- prod[i in 1..n](x[i]) = x[1]', 2],
  ['x: n |- sum[i in 1..n-1](x[i] x[i+1]) = 0', 2],
  ['x: n |- sum[i in 1..n-1](x[i]^2) = |x|^2', 1],
  ['A: n×n psd |- A[i,j] >= 0', 2],
  ['x: n |- x[n] = x[1]', 2],
  ['A: m×n |- A[i,:] = A[j,:]', 2],
  ['A: m×n |- A[:,1] = A[:,n]', 2],
  ['A: m×n |- sum[i](A[i,:]) = A[1,:]', 2],
  ["A: n×n |- sum[i](A[i,:]' A[:,i]') = A A", 2],
  ['x: n |- x[i] >= 0', 1],
  ['x: n |- x[i] = mean[j](x[j])', 2],
  ['A: n×n |- det(A) = prod[i in 1..n](A[i,i])', 2],
];
