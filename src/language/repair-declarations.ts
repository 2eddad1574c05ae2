/** Declarations and a turnstile that a text leaves out, one after the other, until it has a meaning. */
import { ClaimError } from './ast.ts';
import { Lexer } from './lexer.ts';
import { reservedAs } from './names.ts';
import { declaredNames } from './spellings/declared-names.ts';
import { foreignWords } from './spellings/foreign-words.ts';
import { isSign } from './spellings/piece.ts';
import { TypeReader } from './spellings/types.ts';

const mostSteps = 4;
const mostReads = 48;

const greek =
  /^(alpha|beta|gamma|delta|epsilon|eta|kappa|lam|mu|nu|rho|sigma|tau|omega|zeta|xi|theta|phi|psi)\d?$/;

export const isGreek = (word: string): boolean => greek.test(word);

/** Names as people choose for variables: a longer word is a function that is not known. */
const isVariable = (word: string): boolean =>
  (/^[A-Za-z](\d|_\w+)?$/.test(word) || greek.test(word)) &&
  reservedAs(word) === null &&
  !foreignWords.has(word);

/** The letters of names that are run together, as A and B of AB; null for any other word. */
const lettersOf = (word: string): readonly string[] | null => {
  const letters = [...new Set(word)];
  const fits = /^[A-Z][A-Za-z]{1,2}$/.test(word) && !foreignWords.has(word);
  const all = letters.filter((one) => one !== 'I');
  return fits && all.every((one) => reservedAs(one) === null) ? all : null;
};

/** Types that a name may have, the likeliest first. */
const typesOf = (word: string, source: string): readonly string[] => {
  const tokens = new Lexer(source).read();
  const calls = tokens.some(
    (t, i) => t.text === word && isSign(tokens[i + 1], '(') && !tokens[i + 1]?.spaced,
  );
  const { dims } = declaredNames(new TypeReader(tokens).read());
  const known = dims.size === 0 ? ['n'] : [...dims].slice(0, 3);
  const squares = known.map((n) => `${n}×${n}`);
  const others = known.flatMap((m) => known.filter((n) => n !== m).map((n) => `${m}×${n}`));
  if (/^[A-Z]/.test(word)) return [...squares, ...others, ...known, 'scalar'];
  if (greek.test(word)) return ['scalar', ...known, ...squares];
  return calls && /^[f-hpl]/.test(word)
    ? known.map((n) => `R^${n} -> R`)
    : [...known, 'scalar', ...squares, ...others];
};

/** The claim with what it leaves out; null where that is more, or nothing fits. */
export const completed = (
  source: string,
  error: ClaimError,
  read: (text: string) => string,
): string | null => {
  let reads = 0;
  const search = (text: string, { message }: ClaimError, steps: number): string | null => {
    const [, word] = /^(\w+) is not declared$/.exec(message) ?? [];
    const letters = word === undefined ? null : lettersOf(word);
    const open = message.startsWith('there is no turnstile') && !/[;\n]/.test(text);
    if (steps === 0 || (!open && (word === undefined || !(isVariable(word) || letters))))
      return null;
    const texts = open
      ? [`|- ${text}`]
      : letters && !isVariable(word as string)
        ? [`${letters.map((one) => `${one}: ${typesOf(one, text)[0]}`).join('; ')}; ${text}`]
        : typesOf(word as string, text).map((type) => `${word}: ${type}; ${text}`);
    const later: (readonly [string, ClaimError])[] = [];
    for (const one of texts) {
      if (++reads > mostReads) return null;
      try {
        return read(one);
      } catch (next) {
        if (!(next instanceof ClaimError)) throw next;
        if (next.message !== message && next.message.endsWith('is not declared'))
          later.push([one, next]);
      }
    }
    for (const [one, next] of later) {
      const found = search(one, next, steps - 1);
      if (found !== null) return found;
    }
    return null;
  };
  return search(source, error, mostSteps);
};
