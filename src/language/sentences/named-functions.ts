/**
 * Statements about functions by name or formula: `f + g is convex`, `log-sum-exp is convex`, `the
 * Hessian of the logistic loss is psd`, `the rows of softmax(A) sum to 1`.
 */

const named: readonly (readonly [RegExp, string])[] = [
  [/log-?\s?sum-?\s?exp/i, 'log(sum(exp(x)))'],
  [/(?:binary )?logistic loss/i, "log(1 + exp(-t (a' x)))"],
  [/softplus(?: function)?/i, 'sum(softplus(x))'],
  [/negative entropy/i, "x' log(x)"],
  [/(?:squared|least squares|quadratic) loss/i, '|A x - b|^2'],
  [/(?:softmax )?cross-?\s?entropy(?: loss)?/i, "log(sum(exp(x))) - y' x"],
  [/(?:the )?squared (?:euclidean )?norm/i, '|x|^2'],
  [/quadratic form/i, "x' A x"],
];

/** A formula for what is said to be convex: one that is named, or in functions that are declared. */
const formulaOf = (text: string, functions: readonly string[]): string | null => {
  const bare = text.replace(/^(?:the|a|an)\s+/i, '');
  const known = named.find(([pattern]) => new RegExp(`^(?:${pattern.source})$`, 'i').test(bare));
  if (known) return known[1];
  if (/^(?:exp|softplus|square|abs)$/.test(bare)) return `sum(${bare}(x))`;
  if (/[a-z]{4,}/i.test(bare.replaceAll(/\b(?:exp|log|sum|max|softplus|norm)\b|\\\w+/g, '')))
    return null;
  const applied = functions.reduce(
    (all, f) => all.replaceAll(new RegExp(String.raw`(?<![\w\\])${f}(?![\w(])`, 'g'), `${f}(x)`),
    bare,
  );
  return /(?<![A-Za-z])x(?![A-Za-z])/.test(applied) ? applied : null;
};

/** A statement in nouns as a formula; null for another one. `functions` are the convex ones. */
export const saidOfFunction = (text: string, functions: readonly string[]): string | null => {
  const [, rows, matrix] =
    /^(?:the\s+)?(rows|columns|each row|every row|each column)\s+of\s+(.+?)\s+sums?\s+to\s+(?:1|one)$/i.exec(
      text,
    ) ?? [];
  if (rows !== undefined)
    return /row/i.test(rows) ? `(${matrix}) ones = ones` : `(${matrix})' ones = ones`;
  const [, curved, way] = /^(.+?)\s+(?:is\s+|are\s+)?(convex|concave)$/i.exec(text) ?? [];
  const [, of, definite] =
    /^the\s+hessian\s+of\s+(.+?)\s+is\s+(psd|positive semi-?definite|pd|positive definite)$/i.exec(
      text,
    ) ?? [];
  const formula = formulaOf(curved ?? of ?? '', functions);
  if (formula === null) return null;
  if (curved !== undefined) return `hess[x](${formula}) ${way === 'concave' ? '<<=' : '>>='} 0`;
  return `hess[x](${formula}) is ${/semi|psd/.test(definite ?? '') ? 'psd' : 'pd'}`;
};
