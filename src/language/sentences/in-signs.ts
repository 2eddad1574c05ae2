/**
 * Words of a sentence that say what signs say: `i.i.d.`, `so is B`, `A⁻¹ exists`, `f = lambda x: …`,
 * `the diagonal entries of A are positive`.
 */
import { withEigenvalues } from './eigenvalues-in-words.ts';
import { withIteratesNamed } from './iterates.ts';
import { withSeries } from './series.ts';

const measures: Readonly<Record<string, string>> = {
  trace: 'tr',
  determinant: 'det',
  rank: 'rank',
};

const signOf: Readonly<Record<string, string>> = { positive: '>', nonnegative: '>=', zero: '=' };

/** Words of a sentence that say what signs say. */
export const inSigns = (source: string): string =>
  withEigenvalues(withIteratesNamed(withSeries(source)))
    .replace(/\.\s*$/, '')
    // what a comment says behind a line of code is given
    .replace(/\s#\s*([A-Z](?:,\s*[A-Z])*\s+(?:is\s+|are\s+)?[a-z]+)\s*$/, ', where $1')
    .replace(/^(?:assert\s+)?\((.*)\)\.all\(\)$/, '$1')
    .replaceAll(/(?<!\w)([A-Z])(²|\^2)?\s*1\s*=\s*1(?!\w)/g, '$1$2 ones = ones')
    .replaceAll(/(?<!\w)([A-Z])(?:⁻¹|\^\{?-1\}?)\s+exists/g, '$1 is invertible')
    .replaceAll(
      /(?:all\s+|the\s+)*diagonal\s+entries\s+of\s+([A-Z])\s+are\s+(positive|nonnegative|zero)/g,
      (_, of: string, word: string) => `${of}_ii ${signOf[word]} 0`,
    )
    .replaceAll(
      /(?:the\s+)?sum\s+of\s+(?:the\s+)?squares\s+of\s+(?:the\s+|all\s+)?entries\s+of\s+([A-Z])/gi,
      'normF($1)^2',
    )
    .replaceAll(
      /(?:the\s+)?(trace|determinant|rank)\s+of\s+([A-Z]+(?:ᵀ|'|⁻¹)?(?![a-z])|\([^()]*\))/g,
      (_, word: string, of: string) => `${measures[word]}(${of})`,
    )
    .replace(/^(.*)\s+for\s+(?:all\s+)?square\s+([A-Z](?:\s*(?:,|and)\s*[A-Z])*)/, '$2: n×n; $1')
    .replaceAll(/\s+(?:equals|is\s+equal\s+to)\s+/g, ' = ')
    .replaceAll(/\breal\s+(?!numbers?\b|scalars?\b)/g, '')
    // `A is nilpotent (A^2 = 0)` says what the word means
    .replaceAll(/(?<![\w\\])[A-Za-z]\s+is\s+(?:an?\s+)?\w+\s+\(([^()=<>]+=[^()=<>]+)\)/g, '$1')
    .replace(/\b(is|are)\s+([^,]+),\s*so\s+(?:is|are)\s+(.+)$/, '$1 $2, then $3 is $2')
    .replaceAll(
      /,?\s+(?:have|has|with)\s+(?:i\.?i\.?d\.?|independent)\s+(?:\w+\s+)?entries\s+/g,
      ', ',
    )
    .replaceAll(/,?\s+(?:i\.?i\.?d\.?|independently)(?=[\s,;.]|$)/g, '')
    .replaceAll(/\b(?:has|have)\s+(full\s+(?:row\s+|column\s+)?rank)\b/g, 'is $1')
    .replaceAll(/\.equals\(((?:[^()]|\([^()]*\))*)\)/g, ' = $1')
    .replaceAll(/(?<![\w.])(\w+)\s*=\s*lambda\s+([\w\s,]+?)\s*:\s*/g, '$1($2) = ')
    .replaceAll(/\bdef\s+(\w+)\(([\w\s,]+)\)\s*:\s*return\s+/g, '$1($2) = ');
