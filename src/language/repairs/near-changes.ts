/**
 * Changes that may mend a claim, the likeliest first: names, signs, declarations near the place of
 * the error.
 */
import { isVectorIn } from './guessed-types.ts';
import { attributes, type ClaimError } from '../ast.ts';
import { builtinActivations, constants, nearest, reservedAs } from '../names.ts';
import { operators } from '../../operators/registry.ts';
import { declaredNames, type DeclaredNames } from '../spellings/declared-names.ts';
import { foreignWords } from '../spellings/foreign-words.ts';
import { isSign } from '../spellings/piece.ts';
import { attributePhrases } from '../spellings/type-words.ts';
import { TypeReader } from '../spellings/types.ts';
import type { Token } from '../token.ts';

export interface Change {
  readonly text: string;
  /** No other change is looked for then. */
  readonly last: boolean;
}

const replaced = (text: string, at: Token, by: string): string =>
  text.slice(0, at.start) + by + (/^\w/.test(text.slice(at.end)) ? ' ' : '') + text.slice(at.end);

/** Every token of that name takes another. */
const renamed = (text: string, tokens: readonly Token[], from: string, to: string): string =>
  tokens
    .filter((t) => t.kind === 'name' && t.text === from)
    .toReversed()
    .reduce((result, t) => replaced(result, t, to), text);

const fresh = (names: DeclaredNames, wanted: readonly string[]): string =>
  wanted.find((one) => !names.kinds.has(one) && !names.dims.has(one) && reservedAs(one) === null) ??
  'q1';

/**
 * An undeclared word before a bracket: a built-in function that is near, or a function of the
 * claim's own.
 */
const unknownFunction = (
  word: string,
  text: string,
  tokens: readonly Token[],
): readonly Change[] => {
  const known = [
    ...builtinActivations,
    ...[...operators.values()].filter((o) => o.called).map((o) => o.name),
  ];
  const near = nearest(word, known);
  const own = (type: string): Change => ({ text: `${word}: ${type}; ${text}`, last: false });
  const builtin = (to: string): Change => ({
    text: tokens
      .filter((t, i) => t.text === word && /^['(]$/.test(tokens[i + 1]?.text ?? ''))
      .toReversed()
      .reduce((said, t) => replaced(said, t, to), text),
    last: false,
  });
  const sigmoid = /^(sigma|s|S)$/.test(word) ? [builtin('sigmoid')] : [];
  return [
    ...sigmoid,
    ...(sigmoid.length > 0 || near === null || word.length < 3 || /\d$/.test(word)
      ? []
      : [builtin(near)]),
    own('activation'),
    own('R^n -> R'),
  ];
};

/** Words of a sentence: no variable has such a name. */
export const isEnglish = (word: string): boolean =>
  /^(if|then|for|where|with|of|the|such|that|when|has|are|be|by|to|in|on|at|an|as|pi)$/.test(word);

/** An undeclared name: one that is near, or the declaration that fits. */
const unknownName = (
  word: string,
  text: string,
  tokens: readonly Token[],
  names: DeclaredNames,
): readonly Change[] => {
  const near = nearest(word, [
    ...names.kinds.keys(),
    ...names.dims,
    ...names.indices,
    ...constants,
  ]);
  const dims = names.dims.size === 0 ? ['n'] : [...names.dims];
  const matrix = dims.flatMap((m) => dims.map((n) => `${m}×${n}`));
  const types = /^[A-Z]/.test(word)
    ? [...matrix, ...dims, 'scalar']
    : [...dims, ...(isVectorIn(word, text) ? [] : ['scalar']), ...matrix];
  const products = [...names.kinds.keys()].flatMap((own) => {
    const rest = word.startsWith(own) ? word.slice(own.length) : '';
    if (!/^[A-Za-z]\w*$/.test(rest) || names.kinds.has(rest)) return [];
    const split = renamed(text, tokens, word, `${own} ${rest}`);
    return types.map((type) => ({ text: `${rest}: ${type}; ${split}`, last: true }));
  });
  const power = /(?<![\w'])e\^(\w+|\([^()]*\))/g;
  const exponential = word === 'e' ? [{ text: text.replace(power, 'exp($1)'), last: true }] : [];
  // `d/dt` asks for the derivative: what is missing is t
  const [base = ''] = word.split('_');
  if ((foreignWords.has(base) && base.length > 2) || isEnglish(word)) return [];
  if (word === 'd' && /\bd\s*\/\s*d\s?[a-z]/.test(text)) return [];
  return [
    ...exponential,
    ...products,
    ...(near === null ? [] : [{ text: renamed(text, tokens, word, near), last: true }]),
    ...types.map((type) => ({ text: `${word}: ${type}; ${text}`, last: true })),
  ];
};

/** A reserved or doubled name takes another one. */
const otherName = (
  word: string,
  text: string,
  tokens: readonly Token[],
  names: DeclaredNames,
): readonly Change[] => {
  const to = fresh(
    names,
    word === 'lambda' ? ['lam', 'mu', 'c'] : [`${word}1`, `${word}_`, `my${word}`],
  );
  return [{ text: renamed(text, tokens, word, to), last: true }];
};

/** A name that is a dimension and something else: the one or the other is renamed. */
const doubledDimension = (
  word: string,
  text: string,
  tokens: readonly Token[],
  names: DeclaredNames,
): readonly Change[] => {
  const typed = new TypeReader(tokens).read();
  const to = fresh(names, ['k', 'd', 'p', 'q', 'r', 'N', 'M']);
  const capital = fresh(names, [word.toUpperCase(), 'A', 'B', 'C', 'X']);
  const change = (inTypes: boolean, by: string): string =>
    typed
      .filter((t) => t.kind === 'name' && t.text === word && (t.typed === true) === inTypes)
      .toReversed()
      .reduce((result, t) => replaced(result, t, by), text);
  return [
    { text: change(false, capital), last: false },
    { text: change(true, to), last: false },
  ];
};

/**
 * Commas between declarations, `*` for the entrywise product, numbers for multiples of I, a missing
 * turnstile.
 */
const signs = (text: string, tokens: readonly Token[], error: ClaimError): readonly Change[] => {
  const inside = (t: Token): boolean => t.start >= error.span.start && t.end <= error.span.end;
  const here = tokens.find((t) => t.start === error.span.start);
  const changes: Change[] = [];
  if (here && isSign(here, '.')) changes.push({ text: replaced(text, here, "' "), last: true });
  if (here && isSign(here, ',')) changes.push({ text: replaced(text, here, ';'), last: true });
  for (const t of tokens.filter((one) => isSign(one, '*') && inside(one)))
    changes.push({ text: replaced(text, t, '.*'), last: true });
  for (const t of tokens.filter((one) => inside(one) && (isSign(one, '^') || isSign(one, '/'))))
    changes.push({ text: replaced(text, t, ` .${t.text} `), last: true });
  if (error.message.startsWith('lambda needs a number'))
    changes.push({ text: text.replaceAll(/\blambda(?=\()/g, 'lambda[1]'), last: true });
  // a function of one number acts on a vector entry by entry where it is an activation
  if (/: R -> R\b(?!\^)/.test(text))
    changes.push({ text: text.replaceAll(/: R -> R\b(?!\^)/g, ': activation'), last: true });
  const ones = tokens.filter((one) => one.kind === 'number' && one.text === '1' && inside(one));
  if (ones.length > 1)
    changes.push({
      text: ones.toReversed().reduce((said, t) => replaced(said, t, 'ones'), text),
      last: true,
    });
  for (const t of tokens.filter((one) => one.kind === 'number' && inside(one)))
    for (const unit of ['ones', 'I'])
      changes.push({
        text: replaced(text, t, t.text === '1' ? unit : `${t.text} ${unit}`),
        last: true,
      });
  if (!tokens.some((t) => t.kind === 'turnstile')) {
    const last = tokens.findLastIndex(
      (t) => isSign(t, ';') || (t.opens && t.start > 0 && t.kind !== 'end'),
    );
    const at = tokens[last];
    if (at)
      changes.push({
        text: isSign(at, ';')
          ? replaced(text, at, ' |-')
          : `${text.slice(0, at.start)}|- ${text.slice(at.start)}`,
        last: true,
      });
    else changes.push({ text: `|- ${text}`, last: true });
  }
  return changes;
};

export const changesFor = (
  text: string,
  tokens: readonly Token[],
  error: ClaimError,
): readonly Change[] => {
  const names = declaredNames(new TypeReader(tokens).read());
  const at = tokens.findIndex((t) => t.start === error.span.start && t.kind === 'name');
  const word = at < 0 ? '' : (tokens[at] as Token).text;
  if (/is not declared/.test(error.message) && word !== '')
    return isSign(tokens[at + 1], '(') || isSign(tokens[at + 1], "'")
      ? unknownFunction(word, text, tokens)
      : unknownName(word, text, tokens, names);
  if (/cannot be declared/.test(error.message)) return otherName(word, text, tokens, names);
  if (/is both a variable and a dimension/.test(error.message))
    return doubledDimension(word, text, tokens, names);
  if (/of a square matrix can be read in 2 ways/.test(error.message) && word !== '')
    return matrixFunctions(word, text, tokens[at] as Token);
  if (error.message.startsWith('a formula is wanted here')) return withIs(text, tokens, error);
  if (error.message.startsWith("log' is not a word")) return slopesOfLog(text);
  return signs(text, tokens, error);
};

/** `X + A invertible` and `invertible(X + A)` say an attribute: `X + A is invertible`. */
const withIs = (text: string, tokens: readonly Token[], error: ClaimError): readonly Change[] => {
  const inside = tokens.filter(
    (t) => t.kind !== 'end' && t.start >= error.span.start && t.end <= error.span.end,
  );
  const word = (t: Token | undefined): string | null => {
    if (t?.kind !== 'name') return null;
    const phrase = attributePhrases.find(({ words }) => words.length === 1 && words[0] === t.text);
    return (
      phrase?.attribute ?? ((attributes as readonly string[]).includes(t.text) ? t.text : null)
    );
  };
  const count = inside.length - inside.findLastIndex((t) => word(t) === null) - 1;
  const { start, end } = error.span;
  const [first] = inside;
  if (count > 0 && count < inside.length) {
    const said = inside.slice(-count).map(word).join(' ');
    const at = (inside.at(-count) as Token).start;
    return [{ text: `${text.slice(0, at)}is ${said}${text.slice(end)}`, last: true }];
  }
  if (first && word(first) !== null && isSign(inside[1], '(')) {
    const said = `${text.slice(first.end, end)} is ${word(first)}`;
    return [{ text: text.slice(0, start) + said + text.slice(end), last: true }];
  }
  return signs(text, tokens, error);
};

const entrywise = new RegExp(
  `\\b(?:${[...operators.values()]
    .filter((o) => o.ofMatrix !== undefined)
    .map((o) => o.name)
    .join('|')})(?=\\()`,
  'g',
);

/** `exp` entry by entry, everywhere, or `expm`, here or everywhere. */
const matrixFunctions = (word: string, text: string, at: Token): readonly Change[] => {
  const whole = operators.get(word)?.ofMatrix ?? '';
  const all = new RegExp(`\\b${word}(?=\\()`, 'g');
  return [
    { text: text.replaceAll(entrywise, '$&.'), last: false },
    { text: replaced(text, at, whole).replaceAll(entrywise, '$&.'), last: false },
    { text: text.replace(all, whole).replaceAll(entrywise, '$&.'), last: false },
  ];
};

const slopesOfLog = (text: string): readonly Change[] => {
  const call = /\blog'\(((?:[^()]|\([^()]*\))*)\)/g;
  return [
    { text: text.replace(call, '(1/($1))'), last: true },
    { text: text.replace(call, '(ones ./ ($1))'), last: true },
  ];
};
