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
const mostReads = 150;

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

/** The last index of a sum, as n of `∑_{i=1}^n`, where nothing else names a size. */
const rangeOf = (source: string): string =>
  /=\s*1\s*\}?\s*\^\s*\{?\s*([A-Za-z])\b|\.\.\s*([A-Za-z])\b/
    .exec(source)
    ?.slice(1)
    .find(Boolean) ?? 'n';

/** An entry of a matrix that is written out. */
const isEntry = (word: string, source: string): boolean =>
  new RegExp(String.raw`(?:&|\\\\|[[;,}])\s*-?\s*${word}\s*(?:&|\\\\|[\];,])`).test(source) &&
  /matrix\}|\[[^\]]*;/.test(source);

/** `theta' x_i` and `‖x_i‖`: each is a vector. */
const isFamily = (base: string, text: string): boolean =>
  new RegExp(
    String.raw`(?:\\top|\^T|\^\{T\}|ᵀ|'|⊤)\}?\s*${base}_?\{?[a-z]|${base}_\{?[a-z]\}?(?:\^\{?\\top|')` +
      String.raw`|(?:\\\||\|\||‖|\\lVert|norm\()\s*${base}_?\{?[a-z]\}?\s*(?:\\\||\|\||‖|\\rVert|\))`,
  ).test(text);

/** What is allowed where nothing likelier fits. */
interface Loose {
  /** A capital is a number. */
  readonly withNumbers: boolean;
  /** A change that a hint proposes is taken, too, and a capital is a vector. */
  readonly withMends: boolean;
}
const strict: Loose = { withNumbers: false, withMends: false };

/** Types that a name may have, the likeliest first. */
const typesOf = (word: string, typed: string, how: Loose): readonly string[] => {
  // the colon of Python's lambda declares nothing
  const source = typed.replaceAll(/\blambda\s+\w+\s*:/g, '');
  const tokens = new Lexer(source).read();
  const calls = tokens.some(
    (t, i) => t.text === word && isSign(tokens[i + 1], '(') && !tokens[i + 1]?.spaced,
  );
  const literal = literalType(word, source);
  if (literal !== null) return [literal];
  const dims = new Set(declaredNames(new TypeReader(tokens).read()).dims);
  if (dims.size === 1 && dims.has('m')) dims.add('n');
  const known = dims.size === 0 ? [rangeOf(source)] : [...dims].slice(0, 3);
  const squares = known.map((n) => `${n}×${n}`);
  const others = known.flatMap((m) => known.filter((n) => n !== m).map((n) => `${m}×${n}`));
  // the variance of a random matrix is often in terms of one of its sizes
  const isLaw = new RegExp(String.raw`(?<!\w)${word}(?:_\w+|_\{\w+\})?\s*(?:~|\\sim)`).test(source);
  // a capital is a number only where nothing else fits: numbers fit nearly everywhere
  const isDerived = new RegExp(
    String.raw`(?:grad(?:_\w+|\[\w+\])?|∇|\\nabla(?:_\{?\w+\}?)?)\s*${word}\(`,
  ).test(source);
  if (/^[A-Z]$/.test(word) && isDerived) return known.map((n) => `R^${n} -> R`);
  if (/^[A-Z]/.test(word)) {
    const vectors = how.withMends || isLaw ? known : [];
    return how.withNumbers
      ? ['scalar']
      : [...(isLaw ? others : []), ...squares, ...others, ...vectors];
  }
  const isFunction = tokens.some(
    (t, i) =>
      t.text.replace(/^\\/, '') === word &&
      /^['(]$/.test(tokens[i + 1]?.text ?? '') &&
      !tokens[i + 1]?.spaced,
  );
  if (isFunction && /^(phi|psi|sigma|rho)$/.test(word)) return ['activation'];
  if (
    /\b(?:grad|jac|hess)\(\w\)/.test(source) &&
    source.includes(`(${word})`) &&
    /^[f-hpl]/.test(word)
  )
    return known.map((n) => `R^${n} -> R`);
  if (/^[a-z]$/.test(word) && isEntry(word, source)) return ['scalar'];
  if (greek.test(word) || /^[cst]$/.test(word)) return ['scalar', ...known, ...squares];
  return calls && /^[f-hpl]/.test(word)
    ? known.map((n) => `R^${n} -> R`)
    : [...known, 'scalar', ...squares, ...others];
};

/** The claims in a hint: in quotes, or the whole of it. */
const claimsIn = (suggestion: string): readonly string[] => {
  const quoted = [...suggestion.matchAll(/"([^"]*\|-[^"]*)"/g)].map(([, claim = '']) => claim);
  return quoted.length > 0 ? quoted : [suggestion];
};

/** The base of `y_k`: an entry of y where k is an index or y stands alone, too. */
const baseOf = (word: string, text: string): string | null => {
  const [, base = '', index = ''] = /^([a-z])_([a-z])$/.exec(word) ?? [];
  if (base === '') return null;
  const stands = new RegExp(String.raw`(?<![\\A-Za-z])${base}(?![\w])`).test(text);
  const runs = new RegExp(String.raw`(?:sum|∑|prod|max|min)_\{?${index}\b`).test(text);
  return stands || runs ? base : null;
};

/** A letter that is usual for a size, or one that is used as one; `K.T` and `N(0, I)` are not. */
const isSize = (name: string, text: string): boolean =>
  /^[mn]$/.test(name) ||
  (/^[dkMNK]$/.test(name) &&
    new RegExp(
      String.raw`(?:sqrt|√|log|\.\.|\^|\/|\}\{)[\s({]*${name}(?![\w'(]|\.T|\s*\^|_)`,
    ).test(text));

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

/** Declarations that a name may have, in front of the text. */
const declared = (word: string, text: string, how: Loose): readonly string[] => {
  const name = baseOf(word, text) ?? word;
  const vector = /(?<![\w\\])v(?!\w)/.test(text) ? 'o' : 'v';
  const family =
    name !== word && isFamily(name, text)
      ? [`${name}[i]: d for i in 1..${rangeOf(text)}; ${text}`]
      : [];
  return [
    ...family,
    ...(isSize(name, text) ? [`${vector}: ${name}; ${text}`] : []),
    ...typesOf(name, text, how).map((type) => `${name}: ${type}; ${text}`),
  ];
};

/** The text with what the error says is missing, the likeliest first; none where it is something else. */
const additions = (text: string, error: ClaimError, how: Loose): readonly string[] => {
  const { message } = error;
  if (message.startsWith('there is no turnstile')) {
    const last = text.trimEnd().replace(/;$/, '').lastIndexOf(';');
    if (last >= 0) return [`${text.slice(0, last)} |- ${text.slice(last + 1)}`];
    return text.includes('\n') ? [] : [`|- ${text}`];
  }
  const [, word] = /^(\w+) is not declared$/.exec(message) ?? [];
  if (word === undefined) return otherMeanings(text, error);
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
      if (next.message !== error.message) later.push([one, next]);
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
