/** Chapter 5: solutions and decompositions. */
import type { Entry } from './entry.ts';

const general = 'eigenvalues of matrices that are not symmetric have no name here';
const exists = 'existence of a triangular factorisation: the language has no triangular matrices';

export const decompositions: readonly Entry[] = [
  ['5.1', '', 'A: n×n invertible; x, b: n; A x = b |- x = inv(A) b'],
  [
    '5.1',
    '',
    "A: m×n one-to-one; b: m; x: n |- A' (A (inv(A' A) A' b) - b) = 0 and |A (inv(A' A) A' b) - b| <= |A x - b|",
  ],
  [
    '5.1',
    '',
    "A: m×n onto; b: m; x: n; A x = b |- A (A' inv(A A') b) = b and |A' inv(A A') b| <= |x|",
  ],
  ['5.1', '', 'A: m×n; forall x: n. A x = 0 |- A = 0'],
  ['5.1', '', "A: n×n symmetric; forall x: n. x' A x = 0 |- A = 0"],
  [
    '5.1',
    '',
    "A, B, C, X: n×n; A X + X B = C; J: n×n; J = I; kron(J, A) + kron(B', J) is invertible |- vec(X) = inv(kron(J, A) + kron(B', J)) vec(C)",
  ],
  [
    '5.1',
    '',
    "A[i], B[i]: n×n for i in 1..N; X, C: n×n; sum[i](A[i] X B[i]) = C; sum[i](kron(B[i]', A[i])) is invertible |- vec(X) = inv(sum[i](kron(B[i]', A[i]))) vec(C)",
  ],
  ['5.2', '', 'A: n×n symmetric |- exists v: n. v != 0 and A v = lambda[1](A) v'],
  ['5.2', '', 'A V = V D for every matrix with n eigenvectors', general],
  ['5.2', '', 'eig(A B) = eig(B A)', general],
  ['5.2', '', "V: n×n orthogonal; D, A: n×n; D is diagonal; A = V D V' |- A V = V D and V V' = I"],
  ['5.2', '', "V: n×n orthogonal; d: n; A: n×n; A = V diag(d) V' |- tr(A A) = d' d"],
  ['5.2', '', 'A: n×n symmetric; c: scalar nonnegative |- lambda[1](I + c A) = 1 + c lambda[1](A)'],
  ['5.2', '', 'A: n×n symmetric; c: scalar |- lambda[1](A - c I) = lambda[1](A) - c'],
  ['5.2', '', 'A: n×n; v: n; s: scalar nonzero; A is invertible; A v = s v |- inv(A) v = v/s'],
  ['5.2', '', "A: m×n |- lambda[1](A' A) = lambda[1](A A')"],
  ['5.2', '', 'the characteristic polynomial and its coefficients', general],
  [
    '5.3',
    '',
    "U: m×m orthogonal; V: n×n orthogonal; D, A: m×n; A = U D V' |- A' A = V D' D V' and A A' = U D D' U'",
  ],
  ['5.3', '', "A: n×n symmetric |- exists V: n×n orthogonal. exists d: n. A = V diag(d) V'"],
  [
    '5.3',
    '',
    'every matrix has a singular value decomposition',
    'rectangular diagonal matrices have no attribute',
  ],
  ['5.4', '', 'A = L U', exists],
  ['5.5', '', "A: n×n pd |- exists U: n×n invertible. A = U' U"],
  ['5.5', '', "A = L L', L triangular", exists],
  ['5.6', '', "A = L D M'", exists],
  ['5.7', '', "A = L D L'", exists],
];
