/** Sizes of what was declared for the user: as general as the claim allows, not square throughout. */
import { ClaimError } from '../ast.ts';

/** Types of one, two and three matrices in the order in which they are met, the most general first. */
const patterns: readonly (readonly (readonly string[])[])[] = [
  [],
  [['m x n']],
  [
    ['m x n', 'n x k'],
    ['m x n', 'n x m'],
    ['m x n', 'm x n'],
  ],
  [
    ['m x n', 'n x k', 'k x p'],
    ['m x n', 'n x k', 'k x m'],
  ],
];
const mostVectors = 2;

/** Each assignment of m or n to a number of vectors. */
const lengths = (count: number): readonly (readonly string[])[] =>
  count === 0
    ? [[]]
    : lengths(count - 1).flatMap((rest) => ['n', 'm'].map((one) => [one, ...rest]));

/** Declared names of one type, without an attribute, that the typed text does not declare. */
const guessed = (claim: string, source: string, type: string): readonly string[] => {
  const head = claim.slice(0, claim.indexOf('|-'));
  const said = claim.slice(claim.indexOf('|-'));
  return head
    .split(';')
    .map((item) => new RegExp(String.raw`^\s*(\w+): ${type}\s*$`).exec(item)?.[1])
    .filter((name): name is string => name !== undefined)
    .filter(
      (name) => !new RegExp(String.raw`\b${name}\s*(?:,[\w\s,]*)?(?::|∈|\\in\b)`).test(source),
    )
    .toSorted(
      (a, b) => said.search(new RegExp(`\\b${a}\\b`)) - said.search(new RegExp(`\\b${b}\\b`)),
    );
};

/**
 * The completed claim with sizes as general as it allows. A text that names a size itself keeps the one that was
 * found.
 */
export const withGeneralSizes = (
  claim: string,
  source: string,
  read: (text: string) => string,
): string => {
  if (/(?<![\w\\])[mnkp](?!\w)/.test(source.replaceAll(/\\[A-Za-z]+|\.[a-z]\(/g, ' ')))
    return claim;
  // a size that the conclusion names is that of the matrices as they are
  if (/(?<!\w)n(?!\w)/.test(claim.slice(claim.indexOf('|-')))) return claim;
  const matrices = guessed(claim, source, 'n x n');
  const vectors = guessed(claim, source, 'n');
  if (vectors.length > mostVectors) return claim;
  for (const types of patterns[matrices.length] ?? [])
    for (const sizes of lengths(vectors.length)) {
      const typed = new Map([
        ...matrices.map((name, i) => [name, types[i] ?? ''] as const),
        ...vectors.map((name, i) => [name, sizes[i] ?? ''] as const),
      ]);
      const text = [...typed].reduce(
        (all, [name, type]) =>
          all.replace(new RegExp(`\\b${name}: n(?: x n)?(?=\\s*(?:;|\\|-))`), `${name}: ${type}`),
        claim,
      );
      try {
        return read(text);
      } catch (error) {
        if (!(error instanceof ClaimError)) throw error;
      }
    }
  return claim;
};
