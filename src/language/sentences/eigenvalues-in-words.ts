/** `all eigenvalues are nonnegative`, `the sum of the eigenvalues = trace`: of the text's matrix. */
const sign: Readonly<Record<string, string>> = {
  nonnegative: '>= 0',
  'non-negative': '>= 0',
  positive: '> 0',
};

export const withEigenvalues = (source: string): string => {
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
