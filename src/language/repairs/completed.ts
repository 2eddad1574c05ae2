/** Declarations and a turnstile that a text leaves out, one after the other, until it has a meaning. */
import { ClaimError } from '../ast.ts';
import { Lexer } from '../lexer.ts';
import { reservedAs } from '../names.ts';
import { isEnglish } from './near-changes.ts';
import { otherMeanings } from './other-meanings.ts';
import { withDefinition } from './definitions-put-in.ts';
import { declaredNames } from '../spellings/declared-names.ts';
import { foreignWords } from '../spellings/foreign-words.ts';
import { withGeneralSizes } from './general-sizes.ts';
import { isSign } from '../spellings/piece.ts';
import { TypeReader } from '../spellings/types.ts';

const mostSteps = 6;
const mostReads = 60;

const greek =
  /^(alpha|beta|gamma|delta|epsilon|eta|kappa|lam|mu|nu|rho|sigma|tau|omega|zeta|xi|theta|phi|psi)\d?$/;
const capitalGreek = /^(Gamma|Delta|Theta|Lambda|Xi|Pi|Sigma|Upsilon|Phi|Psi|Omega)$/;

export const isGreek = (word: string): boolean => greek.test(word) || capitalGreek.test(word);

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

/** `A = [1, 2; 3, 4]` tells the type of A by its rows and their lengths; null without such a line. */
const literalType = (word: string, source: string): string | null => {
  const nested = new RegExp(String.raw`(?:^|[;\n])\s*${word}\s*==?\s*\[\s*(\[[^;\n]*\])\s*\]`).exec(
    source,
  )?.[1];
  if (nested !== undefined) {
    const lists = [...nested.matchAll(/\[([^[\]]*)\]/g)].map(([, row = '']) => row);
    return `${lists.length}×${lists[0]?.split(',').length ?? 1}`;
  }
  const [, inside] =
    new RegExp(String.raw`(?:^|[;\n])\s*${word}\s*==?\s*\[([^[\]]*)\]`).exec(source) ?? [];
  if (inside === undefined) return null;
  const rows = inside.split(';').map((row) => row.trim().split(/[,\s]+/).length);
  const [columns = 0] = rows;
  if (rows.some((length) => length !== columns)) return null;
  return columns === 1 ? `${rows.length}` : `${rows.length}×${columns}`;
};

/** Types that a name may have, the likeliest first. */
const typesOf = (word: string, source: string, withNumbers: boolean): readonly string[] => {
  const tokens = new Lexer(source).read();
  const calls = tokens.some(
    (t, i) => t.text === word && isSign(tokens[i + 1], '(') && !tokens[i + 1]?.spaced,
  );
  const literal = literalType(word, source);
  if (literal !== null) return [literal];
  const { dims } = declaredNames(new TypeReader(tokens).read());
  const known = dims.size === 0 ? ['n'] : [...dims].slice(0, 3);
  const squares = known.map((n) => `${n}×${n}`);
  const others = known.flatMap((m) => known.filter((n) => n !== m).map((n) => `${m}×${n}`));
  // a capital is a number only where nothing else fits: numbers fit nearly everywhere
  if (/^[A-Z]/.test(word)) return withNumbers ? ['scalar'] : [...squares, ...others, ...known];
  const isFunction = tokens.some(
    (t, i) =>
      t.text.replace(/^\\/, '') === word &&
      /^['(]$/.test(tokens[i + 1]?.text ?? '') &&
      !tokens[i + 1]?.spaced,
  );
  if (isFunction && /^(phi|psi|sigma|rho)$/.test(word)) return ['activation'];
  if (greek.test(word)) return ['scalar', ...known, ...squares];
  return calls && /^[f-hpl]/.test(word)
    ? known.map((n) => `R^${n} -> R`)
    : [...known, 'scalar', ...squares, ...others];
};

/** The claims in a hint: in quotes, or the whole of it. */
const claimsIn = (suggestion: string): readonly string[] => {
  const quoted = [...suggestion.matchAll(/"([^"]*\|-[^"]*)"/g)].map(([, claim = '']) => claim);
  return quoted.length > 0 ? quoted.slice(0, 1) : [suggestion];
};

/** The text with what the error says is missing, the likeliest first; none where it is something else. */
const additions = (text: string, error: ClaimError, withNumbers: boolean): readonly string[] => {
  const { message } = error;
  if (message.startsWith('there is no turnstile')) {
    const last = text.trimEnd().replace(/;$/, '').lastIndexOf(';');
    if (last >= 0) return [`${text.slice(0, last)} |- ${text.slice(last + 1)}`];
    return text.includes('\n') ? [] : [`|- ${text}`];
  }
  const [, word] = /^(\w+) is not declared$/.exec(message) ?? [];
  const { suggestion } = error;
  if (word === undefined)
    return suggestion?.includes('|-') ? claimsIn(suggestion) : otherMeanings(text, error);
  const [, by] = word === 'd' ? (/\bd\s*\/\s*d\s?([a-z])\b/.exec(text) ?? []) : [];
  if (by !== undefined) return [`${by}: scalar; ${text}`];
  const defined = withDefinition(text, word);
  if (defined !== null) return [defined];
  const others = otherMeanings(text, error);
  if (others.length > 0) return others;
  if (isVariable(word))
    return typesOf(word, text, withNumbers).map((type) => `${word}: ${type}; ${text}`);
  const letters = lettersOf(word, text);
  if (letters === null) return [];
  const typed = (small: string | null): string =>
    letters
      .map(
        (one) =>
          `${one}: ${/^[a-z]/.test(one) && small !== null ? small : typesOf(one, text, false)[0]}; `,
      )
      .join('');
  return [...new Set([typed(null) + text, typed('scalar') + text])];
};

/** The claim with what it leaves out; null where that is more, or nothing fits. */
export const completed = (
  source: string,
  error: ClaimError,
  read: (text: string) => string,
): string | null => {
  let [reads, withNumbers] = [0, false];
  const search = (text: string, given: ClaimError, steps: number): string | null => {
    if (steps === 0) return null;
    const later: (readonly [string, ClaimError])[] = [];
    for (const one of additions(text, given, withNumbers)) {
      if (++reads > mostReads) return null;
      try {
        return read(one);
      } catch (next) {
        if (!(next instanceof ClaimError)) throw next;
        if (next.message !== given.message) later.push([one, next]);
      }
    }
    for (const [one, next] of later) {
      const found = search(one, next, steps - 1);
      if (found !== null) return found;
    }
    return null;
  };
  let found = search(source, error, mostSteps);
  if (found === null && reads <= mostReads) {
    withNumbers = true;
    found = search(source, error, mostSteps);
  }
  return found === null ? null : withGeneralSizes(found, source, read);
};
