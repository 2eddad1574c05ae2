/** Claims of matrix algebra that are true and that the search for a proof does not find, each with what is missing; and what the language does not say. */
export interface Open {
  readonly claim: string;
  readonly why: string;
}

export const notProved: readonly Open[] = [
  { claim: "A: m×n |- det(A' A) >= 0", why: 'the determinant of a psd matrix has no sign in the facts' },
  { claim: 'A: n×n invertible |- inv(adj(A)) = A / det(A)', why: 'inverses of adjugates are not brought to a normal form' },
  { claim: "A: m×n |- pinv(pinv(A)) = A", why: 'uniqueness of the pseudo-inverse is tried for short products only' },
  { claim: 'A: m×n |- tr(A pinv(A)) = rank(A)', why: 'the rank of A pinv(A) is not compared with that of A' },
  { claim: 'A: m×m invertible; B: p×p invertible |- inv(kron(A, B)) = kron(inv(A), inv(B))', why: 'no inverse of a Kronecker product among the facts' },
  { claim: 'A: m×n; B: p×q; C: r×s |- kron(kron(A, B), C) = kron(A, kron(B, C))', why: 'pairs of pairs are not brought to one order' },
  { claim: 'A: n×n psd; B: n×n psd |- tr(A B) >= 0', why: 'the square root of a psd matrix is not tried' },
  { claim: 'A, B: n×n pd; A >>= B |- inv(B) >>= inv(A)', why: 'no congruence by square roots' },
];

/** Entries of those chapters that the claim language does not state, with the reason. */
export const outside: readonly string[] = [
  'complex matrices, Hermitian transposes, derivatives by complex numbers: all matrices are real',
  'block matrices and Schur complements (9.1): the language has no blocks',
  'Toeplitz, Vandermonde, circulant and Hankel structure, the DFT matrix (9): no such attributes',
  'single-entry matrices by their place (9.7) and derivatives by structured matrices (2.8): entries are differentiated as independent',
  'functions of matrices by series, exp(A) and log(A) (10.1): exp is that of numbers',
  'the general eigenvalues of nonsymmetric matrices (5.1): lambda[k] is said of symmetric ones',
  'densities of multivariate distributions, mixtures, Wishart and Student (7, 8.1, 8.4): moments only',
];
