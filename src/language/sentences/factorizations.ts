/**
 * Factorizations by their names, as `A = U Σ V' be the SVD of A` and `Q, R = np.linalg.qr(A)`: what
 * each factor is.
 */

/** A factor's type: `m` and `n` are the sizes of what is factorized. */
interface Factorization {
  readonly named: RegExp;
  readonly types: readonly string[];
  /** Python's results as a product: `$1`, `$2`, … */
  readonly product: string;
  /** What the results of Python are, where they differ: a vector of singular values. */
  readonly results?: readonly string[];
  readonly square: boolean;
}

const factorizations: readonly Factorization[] = [
  {
    named: /\bSVD\b|singular value decomposition|\bsvd\b/,
    types: ['m×m orthogonal', 'm×n', 'n×n orthogonal'],
    results: ['n×n orthogonal', 'n nonnegative', 'n×n orthogonal'],
    product: '$1 diag($2) $3',
    square: false,
  },
  {
    named: /eigen-?\s?decomposition|spectral decomposition|\beigh\b/,
    types: ['n×n orthogonal', 'n×n diagonal'],
    results: ['n', 'n×n orthogonal'],
    product: "$2 diag($1) $2'",
    square: true,
  },
  {
    named: /\bQR\b(?: decomposition| factorization)|\bqr\b/,
    types: ['m×n', 'n×n upper'],
    results: ['n×n orthogonal', 'n×n upper'],
    product: '$1 $2',
    square: false,
  },
  {
    named: /\bCholesky\b|\bcholesky\b/,
    types: ['n×n lower'],
    product: "$1 $1'",
    square: true,
  },
  {
    named: /\bLU\b|\blu\b/,
    types: ['n×n lower', 'n×n upper'],
    product: '$1 $2',
    square: true,
  },
];

const declared = (names: readonly string[], types: readonly string[], square: boolean): string[] =>
  names.map((name, i) => `${name}: ${square ? types[i]?.replaceAll('m', 'n') : types[i]}`);

/** The factors in a formula, in their order: its capitals and Greek capitals. */
const factorsIn = (formula: string): readonly string[] => [
  ...new Set(
    formula.replaceAll(/\\top|\^T|\^\{T\}/g, "'").match(/\\?(?:Sigma|Lambda)|Σ|Λ|[A-Z]/g) ?? [],
  ),
];

/** `A = Q Λ Q'`, said to be a factorization: declarations of its factors; null for another phrase. */
export const factorsOf = (formula: string, phrase: string): readonly string[] | null => {
  const kind = factorizations.find(({ named }) => named.test(phrase));
  const [, left = '', right = ''] = /^(.+?)=(.+)$/.exec(formula) ?? [];
  const factors = factorsIn(right);
  if (!kind || factors.length !== kind.types.length) return null;
  const whole = left.trim();
  const ascii = factors.map((one) =>
    one.replace('\\', '').replace('Σ', 'Sigma').replace('Λ', 'Lambda'),
  );
  return [
    ...(/^[A-Z]$/.test(whole) ? [`${whole}: ${kind.square ? 'n×n' : 'm×n'}`] : []),
    ...declared(ascii, kind.types, kind.square),
  ];
};

/** `U, S, Vt = np.linalg.svd(A)`: the factors, A, and that it is their product. */
export const resultsOf = (item: string): readonly string[] | null => {
  const [, targets = '', word = '', of = ''] =
    /^\(?([A-Za-z_]\w*(?:\s*,\s*[A-Za-z_]\w*)*)\)?\s*=\s*(?:\w+\.)*(\w+)\(([A-Z]\w*)(?:,[^()]*)?\)$/.exec(
      item,
    ) ?? [];
  const kind = factorizations.find(({ named }) => word !== '' && named.test(word));
  const names = targets.split(/\s*,\s*/);
  const types = kind?.results ?? kind?.types;
  if (!kind || !types || names.length !== types.length) return null;
  const product = kind.product.replaceAll(/\$(\d)/g, (_, i: string) => names[Number(i) - 1] ?? '');
  return [`${of}: n×n`, ...declared(names, types, true), `${of} = ${product}`];
};
