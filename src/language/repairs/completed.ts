/** Declarations and a turnstile that a text leaves out, one after the other, until it has a meaning. */
import { noMark } from '../parse-claim.ts';
import { ClaimError } from '../ast.ts';
import { Lexer } from '../lexer.ts';
import { declared, isGreek, lettersUnder, type Loose, strict, typesOf } from './guessed-types.ts';
import { reservedAs } from '../names.ts';
import { isEnglish } from './near-changes.ts';
import { otherMeanings } from './other-meanings.ts';
import { withDefinition } from './definitions-put-in.ts';
import { declaredNames } from '../spellings/declared-names.ts';
import { foreignWords } from '../spellings/foreign-words.ts';
import { withGeneralSizes } from './general-sizes.ts';
import { TypeReader } from '../spellings/types.ts';

const mostSteps = 6;
const mostReads = 150;

/** Names as people choose for variables: a longer word is a function that is not known. */
const isVariable = (word: string): boolean =>
  (/^[A-Za-z](\d|_\w+)?$/.test(word) || isGreek(word)) &&
  reservedAs(word) === null &&
  (word.length === 1 || !foreignWords.has(word));

/** The letters of names that are run together, as A and B of AB; null for any other word. */
const lettersOf = (word: string, text: string): readonly string[] | null => {
  const { kinds } = declaredNames(new TypeReader(new Lexer(text).read()).read());
  const letters = [...new Set(word)].filter((one) => !kinds.has(one));
  const fits =
    /^[A-Za-z]{2,3}$/.test(word) &&
    !foreignWords.has(word) &&
    !isEnglish(word) &&
    reservedAs(word) === null;
  const all = letters.filter((one) => one !== 'I');
  return fits && all.length > 0 && all.every((one) => reservedAs(one) === null) ? all : null;
};

/** The claims in a hint: in quotes, or the whole of it. */
const claimsIn = (suggestion: string): readonly string[] => {
  const quoted = [...suggestion.matchAll(/"([^"]*\|-[^"]*)"/g)].map(([, claim = '']) => claim);
  return quoted.length > 0 ? quoted : [suggestion];
};

/** `v: m` names a size; it goes where something else has that size. */
const withoutSpare = (claim: string): string => {
  const [whole, name = '', size = ''] =
    /(?<![\w])([vo]): ([A-Za-z]); |; ([vo]): ([A-Za-z])(?= \|-)/
      .exec(claim)
      ?.filter((one) => one !== undefined) ?? [];
  if (whole === undefined) return claim;
  const rest = claim.replace(whole, '');
  const isUsed = new RegExp(String.raw`(?<!\w)${name}(?!\w)`).test(rest);
  const head = rest.slice(0, rest.indexOf('|-'));
  const isNamed = new RegExp(String.raw`(?:: (?:\w+ x )*|in 1\.\.)${size}(?!\w)`).test(head);
  return isNamed && !isUsed ? rest : claim;
};

/** Words of other tools that are read where the sizes of their arguments are known. */
const unread = [
  ' is not a word of this language$',
  'of these is not read',
  'along the axis .+ is not read',
  'square matrix can be read in',
];
const asksForSizes = (message: string): boolean => new RegExp(unread.join('|')).test(message);

/** Σ without an index, in front of no entry. */
const isMatrixSigma = /(?:Σ|\\?\bSigma\b)(?!\s*(?:_|[ᵢⱼₖ]|\(?[a-z](?:_|[ᵢⱼₖ])))/;

/** The text with a type for its first letter without one. */
const withLettersDeclared = (text: string, how: Loose): readonly string[] => {
  const { kinds, dims } = declaredNames(new TypeReader(new Lexer(text).read()).read());
  const letters = text.match(/(?<![\w\\.'"])(?!F\.)[A-Za-z](?![\w'"(]|\s*=[^=])/g) ?? [];
  const open = [...new Set(letters)].filter(
    (one) => !kinds.has(one) && !dims.has(one) && reservedAs(one) === null,
  );
  const [first] = open.toSorted((a, b) => Number(/[a-z]/.test(a)) - Number(/[a-z]/.test(b)));
  if (first === undefined) return [];
  // n counts the rows of data
  const type = /(?<![\w\\])n(?!\w)/.test(text) ? 'n×d' : 'm×n';
  const wide = /[A-Z]/.test(first) && dims.size === 0 ? [`${first}: ${type}; ${text}`] : [];
  return [...wide, ...declared(first, text, how)];
};

/** The text with what the error says is missing, the likeliest first; none where it is something else. */
const additions = (text: string, error: ClaimError, how: Loose): readonly string[] => {
  const { message } = error;
  if (message === noMark) {
    const last = text.trimEnd().replace(/;$/, '').lastIndexOf(';');
    if (last >= 0) return [`${text.slice(0, last)} |- ${text.slice(last + 1)}`];
    return text.includes('\n') ? [] : [`|- ${text}`];
  }
  const [, index] = /^the range of (\w+) is not known/.exec(message) ?? [];
  if (index !== undefined) {
    const { kinds } = declaredNames(new TypeReader(new Lexer(text).read()).read());
    const letter = lettersUnder(index, text).find((one) => !kinds.has(one));
    return [
      ...(letter === undefined ? [] : declared(letter, text, how)),
      ...otherMeanings(text, error),
    ];
  }
  // Σ that no index stands under is a matrix
  if (message.startsWith('what stands under ∑') && isMatrixSigma.test(text))
    return ['n×n', 'm×n'].map((type) => `Sigma: ${type}; ${text}`);
  const [, word] = /^(\w+) is not declared$/.exec(message) ?? [];
  if (word === undefined)
    return [
      ...otherMeanings(text, error),
      ...(asksForSizes(message) ? withLettersDeclared(text, how) : []),
    ];
  const [, by] = word === 'd' ? (/\bd\s*\/\s*d\s?([a-z])\b/.exec(text) ?? []) : [];
  if (by !== undefined) return [`${by}: scalar; ${text}`];
  const defined = withDefinition(text, word);
  if (defined !== null) return [defined];
  const others = otherMeanings(text, error);
  if (isVariable(word)) return [...others, ...declared(word, text, how)];
  if (others.length > 0) return others;
  const letters = lettersOf(word, text);
  if (letters === null) return [];
  const [only] = letters;
  if (letters.length === 1 && only !== undefined)
    return typesOf(only, text, how).map((type) => `${only}: ${type}; ${text}`);
  const typed = (small: string | null): string =>
    letters
      .map(
        (one) =>
          `${one}: ${/^[a-z]/.test(one) && small !== null ? small : typesOf(one, text, strict)[0]}; `,
      )
      .join('');
  return [...new Set([typed(null) + text, typed('scalar') + text])];
};

/** A hint with two claims, or one that only writes `c ones` for a number that is added. */
const hasReadings = (text: string, { message, suggestion }: ClaimError): boolean => {
  const claims = suggestion?.match(/"[^"]*\|-/g)?.length ?? 0;
  if (message.endsWith('is not declared')) return false;
  return claims > 1 || (claims === 1 && addsNumber(text, message));
};

const addsNumber = (text: string, message: string): boolean =>
  /^(?:[cst]|[a-z]{2,}\d?): scalar;/.test(text) && /cannot be (?:added|subtracted)/.test(message);

interface Search extends Loose {
  readonly read: (text: string) => string;
  reads: number;
}

/** What a text reads as where what it leaves out is declared; none where nothing fits. */
const search = (
  source: string,
  error: ClaimError,
  steps: number,
  how: Search,
): readonly string[] => {
  if (steps === 0) return [];
  const later: (readonly [string, ClaimError])[] = [];
  const mend =
    how.withMends && !error.message.endsWith(' is not declared') ? error.suggestion : null;
  const mends = mend?.includes('|-') ? claimsIn(mend).slice(0, 1) : [];
  for (const one of [...mends, ...additions(source, error, how)]) {
    if (++how.reads > mostReads) return [];
    try {
      return [how.read(one)];
    } catch (next) {
      if (!(next instanceof ClaimError)) throw next;
      if (hasReadings(one, next)) return claimsIn(next.suggestion ?? '');
      if (next.message !== error.message || asksForSizes(next.message)) later.push([one, next]);
    }
  }
  for (const [one, next] of later) {
    const found = search(one, next, steps - 1, how);
    if (found.length > 0) return found;
  }
  return [];
};

/**
 * The claim with what it leaves out, or both where it has two readings; none where that is more, or
 * nothing fits. Declarations alone come before declarations with another change.
 */
export const completed = (
  source: string,
  error: ClaimError,
  read: (text: string) => string,
): readonly string[] => {
  let reads = 0;
  for (const withMends of [false, true])
    for (const withNumbers of [false, true]) {
      const how: Search = { read, withMends, withNumbers, reads };
      const found = search(source, error, mostSteps, how);
      reads = how.reads;
      if (found.length > 0)
        return found.map((one) => withoutSpare(withGeneralSizes(one, source, read)));
    }
  return [];
};
