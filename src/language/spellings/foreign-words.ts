/**
 * Words that are usual elsewhere and have no meaning here: what to write instead, and how a call of
 * them reads.
 */

export interface ForeignWord {
  /** What to write, for a message. */
  readonly instead: string;
  /** Calls rewritten: `$1` and `$2` are the arguments. The first that has a meaning is shown. */
  readonly forms: readonly string[];
}

const table: readonly (readonly [words: string, instead: string, ...forms: readonly string[]])[] = [
  [
    'eig eigenvalues eigvals eigvalsh eigh spectrum',
    'lambda[k](A) is the k-th largest eigenvalue of a symmetric matrix A, eig(A) the vector of all',
    'eig($1)',
  ],
  ['eigmax lambdamax', 'the largest eigenvalue of a symmetric A is lambda[1](A)', 'lambda[1]($1)'],
  ['eigmin lambdamin', 'the smallest is lambda_min(A)', 'lambda_min($1)'],
  [
    'svd svdvals singular_values',
    'sigma_max(A) and sigma_min(A) are the largest and the smallest singular value',
  ],
  ['expm matexp', 'exp acts entry by entry, expm is the exponential of a matrix', 'expm($1)'],
  ['msqrt matrix_sqrt sqrt_matrix', 'the root of a psd matrix is sqrtm(A)', 'sqrtm($1)'],
  ['matrix_log matlog', 'the logarithm of a pd matrix is logm(A)', 'logm($1)'],
  ['fractional_matrix_power', 'a real power of a psd matrix is A^(1/3)', '($1)^($2)'],
  [
    'Cov covariance',
    "the covariance of a random x is E[x x'] - E[x] E[x]'",
    "(E[($1) ($2)'] - E[$1] E[$2]')",
    "(E[($1) ($1)'] - E[$1] E[$1]')",
    '(E[($1) ($2)] - E[$1] E[$2])',
  ],
  [
    'Var var variance',
    'the variance of a random s is E[s^2] - E[s]^2, that of the entries of x is mean((x - mean(x) ones) .^ 2)',
    '(E[($1)^2] - E[$1]^2)',
    "(E[($1) ($1)'] - E[$1] E[$1]')",
  ],
  ['std stdev', 'sqrt(E[s^2] - E[s]^2)', 'sqrt(E[($1)^2] - E[$1]^2)'],
  [
    'cov',
    "the covariance of a random x is E[x x'] - E[x] E[x]', that of data is written by its formula",
  ],
  ['lstsq', 'the least squares solution of least norm is pinv(X) y'],
  ['P Pr Prob prob', 'probabilities are not read; means are, as E[..]'],
  ['argmin minimize minimise', 'say that nothing is smaller: forall v: n. f(x) <= f(v)'],
  ['argmax maximize maximise', 'say that nothing is larger: forall v: n. f(v) <= f(x)'],
  [
    'sup',
    'say that it bounds and is reached: (forall v: n. f(v) <= c) and (exists v: n. f(v) = c)',
  ],
  [
    'inf',
    'say that it bounds and is reached: (forall v: n. c <= f(v)) and (exists v: n. f(v) = c)',
  ],
  [
    'max amax',
    'max(v) of a vector, max(a, b) of two numbers; or say it: forall i in 1..n. v[i] <= c',
  ],
  [
    'min amin',
    'min(v) of a vector, min(a, b) of two numbers; or say it: forall i in 1..n. c <= v[i]',
  ],
  ['lim limit', 'limits are not read; say what holds for every positive e'],
  ['span Span', 'v in the span of the columns of A is: exists w: n. v = A w'],
  ['range Range im Im image Col col colspace ran', 'v in the range of A is: exists w: n. v = A w'],
  ['Row rowspace', "v in the row space of A is: exists w: m. v = A' w"],
  ['dim dimension', 'the dimension of the range is rank(A), that of the kernel n - rank(A)'],
  ['nullity', 'the dimension of ker(A) is n - rank(A)'],
  ['cond', 'the condition number is sigma_max(A)/sigma_min(A)', '(sigma_max($1) / sigma_min($1))'],
  ['vech', 'vec(A) stacks all columns', 'vec($1)'],
  ['triu tril', 'name the triangle of A: L: n×n lower; U: n×n upper; A = L + U'],
  ['chol cholesky', "name the factor: L: n×n lower; A = L L'"],
  ['qr', 'name the factors: Q: n×n orthogonal; R: n×n upper; A = Q R'],
  ['lu', 'name the factors: L: n×n lower; U: n×n upper; A = L U'],
  ['laplacian Laplacian', 'the Laplacian is tr(hess[x](..))'],
  ['D diff Diff derivative deriv', 'write grad[x](..), jac[x](..) or hess[x](..)', 'grad[$2]($1)'],
  ['J Jac', 'write jac[x](..), or jac(f)(u) of a declared function'],
  ['Hess', 'write hess[x](..), or hess(f)(u) of a declared function'],
  ['logsumexp lse LSE', 'log(sum(exp(z)))', 'log(sum(exp($1)))', "log(ones' exp($1))"],
  ['log10 log2 lg', 'log is the natural logarithm: divide by log(10) or log(2)'],
  [
    'cross',
    'the cross product is not read; write it by entries',
    '[$1[2] $2[3] - $1[3] $2[2]; $1[3] $2[1] - $1[1] $2[3]; $1[1] $2[2] - $1[2] $2[1]]',
  ],
  ['len size shape numel', 'a dimension is a number by its name, as n'],
  ['mse MSE mse_loss', 'the mean square error is |a - b|^2/n', '(|$1 - $2|^2 / n)'],
  [
    'cross_entropy CrossEntropy CE',
    "the loss of y at logits z is log(sum(exp(z))) - y' z",
    "(log(sum(exp($1))) - $2' $1)",
  ],
  [
    'KL kl D_KL KLdiv kl_divergence',
    "of two vectors of probabilities: p' (log(p) - log(q))",
    "$1' (log($1) - log($2))",
  ],
  ['kl_div', "of two vectors of probabilities: p' (log(p) - log(q))", "$2' (log($2) - $1)"],
  ['entropy Entropy Ent', "of a vector of probabilities: -p' log(p)", "(-$1' log($1))"],
  ['sgn', 'sign(x)', 'sign($1)'],
  ['sinh', '(exp(x) - exp(-x))/2', '((exp($1) - exp(-$1)) / 2)'],
  ['cosh', '(exp(x) + exp(-x))/2', '((exp($1) + exp(-$1)) / 2)'],
  [
    'sech coth tan arctan atan asin acos',
    'this function is not known; write it with those that are',
  ],
  ['floor ceil round', 'rounding is not read'],
  ['einsum tensordot', 'write sums over indices, as in sum[i in 1..n](A[i,i])'],
  [
    'concat concatenate cat hstack vstack stack block blkdiag',
    'a block matrix is written [A, B; C, D]',
  ],
  [
    'Phi Phicdf ncdf',
    'the normal distribution function is (1 + erf(x / sqrt(2))) / 2',
    '((1 + erf($1 / sqrt(2))) / 2)',
  ],
  ['clip clamp', 'max(a, min(b, x))'],
  ['where', 'write the cases as two claims, each with its hypothesis'],
  [
    'layer_norm LayerNorm LN layernorm',
    'write its formula: mean, variance, square root',
    '(($1 - mean($1) ones) / sqrt(mean(($1 - mean($1) ones) .^ 2)))',
  ],
  [
    'rms_norm RMSNorm rmsnorm',
    'write its formula: x / sqrt(mean(x .^ 2))',
    '($1 / sqrt(mean($1 .^ 2)))',
  ],
  ['batch_norm BatchNorm', 'write its formula: mean, variance, square root'],
  ['norm_squared normsq sqnorm', '|x|^2', '|$1|^2', 'normF($1)^2'],
  ['conjugate', 'write conj(A)', 'conj($1)'],
  ['Re real_part', 'write re(z)', 're($1)'],
  ['imag imag_part', 'write im(z)', 'im($1)'],
  ['eigvec eigenvector', 'say it: v: n nonzero; A v = c v'],
  ['proj Proj', 'the projection onto the range of A is A pinv(A)', '($1 pinv($1))'],
  ['onehot one_hot', 'the i-th unit vector is I[:,i]'],
];

/** What to write instead of a word that is not read. */
export const foreignWords: ReadonlyMap<string, ForeignWord> = new Map(
  table.flatMap(([words, instead, ...forms]) =>
    words.split(' ').map((word) => [word, { instead, forms }] as const),
  ),
);
