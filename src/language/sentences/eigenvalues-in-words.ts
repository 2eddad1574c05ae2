/**
 * `all eigenvalues are nonnegative`, `the sum of the eigenvalues = trace`: of the text's matrix; `the
 * largest singular value of A B`.
 */
const sign: Readonly<Record<string, string>> = {
  nonnegative: '>= 0',
  'non-negative': '>= 0',
  positive: '> 0',
};

const extreme = String.raw`(?:the\s+)?(largest|smallest|max(?:imum|imal)?|min(?:imum|imal)?)\s+`;
const words: Readonly<Record<string, string>> = { singular: 'sigma', eigen: 'lambda' };
const which = (word: string): string => (/^(?:largest|max)/.test(word) ? 'max' : 'min');

/** `the largest eigenvalue of A` and `the product of the largest singular values of A and B`. */
const withExtremes = (source: string): string =>
  source
    .replaceAll(
      new RegExp(
        String.raw`(?:the\s+)?(sum|product)\s+of\s+${extreme}(singular |eigen)values\s+of\s+([A-Z])\s+and\s+([A-Z])`,
        'gi',
      ),
      (_, how: string, size: string, kind: string, a: string, b: string) => {
        const word = `${words[kind.trim().toLowerCase()]}_${which(size.toLowerCase())}`;
        return `${word}(${a})${how.toLowerCase() === 'sum' ? ' +' : ''} ${word}(${b})`;
      },
    )
    .replaceAll(
      new RegExp(
        String.raw`${extreme}(singular |eigen)value\s+of\s+(\([^()]*\)|[A-Z]+(?:['ᵀ]|\^T)?(?:\s[A-Z](?![a-z]))*)`,
        'gi',
      ),
      (_, size: string, kind: string, of: string) =>
        `${words[kind.trim().toLowerCase()]}_${which(size.toLowerCase())}(${of})`,
    );

export const withEigenvalues = (typed: string): string => {
  const source = /value/i.test(typed) ? withExtremes(typed) : typed;
  if (!/\beigenvalues?\b/i.test(source)) return source;
  const matrix = /(?<![\w\\])[A-HJ-Z](?!\w)/.exec(source)?.[0] ?? 'A';
  const of = String.raw`(?:\s+of\s+([A-Z]))?`;
  return source
    .replaceAll(
      new RegExp(
        String.raw`(?:the\s+)?(sum|product)\s+of\s+(?:(?:all|the|its|of)\s+)*eigenvalues${of}`,
        'gi',
      ),
      (_, word: string, name?: string) =>
        word.toLowerCase() === 'sum'
          ? `sum(eig(${name ?? matrix}))`
          : `prod[k=1..n](lambda[k](${name ?? matrix}))`,
    )
    .replaceAll(
      new RegExp(
        String.raw`(?:all|every|each)\s+(?:(?:of|its|the)\s+)*eigenvalues?${of}\s+(?:are|is)\s+` +
          '(nonnegative|non-negative|positive)',
        'gi',
      ),
      (_, name: string | undefined, word: string) =>
        `lambda_min(${name ?? matrix}) ${sign[word.toLowerCase()]}`,
    )
    .replaceAll(
      /=\s*(?:the\s+|its\s+)?(trace|determinant)$/gi,
      (_, word: string) => `= ${word.toLowerCase() === 'trace' ? 'tr' : 'det'}(${matrix})`,
    );
};
