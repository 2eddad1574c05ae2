/** What single LaTeX commands become: fonts, accents, fractions, roots and matrices. */
import { ClaimError } from '../ast.ts';
import { nearest } from '../names.ts';
import type { Token } from '../token.ts';
import { accents, latexCommands, layouts, unreadCommands } from './latex-words.ts';
import { grouped, isForeign, isName, isSign, name, number, piece, sign } from './piece.ts';
import type { Piece } from './piece.ts';

/** Signs that take what stands under them as their index or variable. */
export const bigOperators = new Set(['\\sum', '∑', '∏', '∇', '\\prod', '\\nabla']);

const spaced = (pieces: readonly Piece[]): Piece[] =>
  pieces.map((t, i) => (i === 0 ? { ...t, spaced: true } : t));

/** A word and what stands in brackets behind it. */
export const applied = (word: Piece, token: Token, inner: readonly Piece[]): Piece[] => [
  word,
  piece(token, 'sign', '('),
  ...inner,
  piece(token, 'sign', ')'),
];

/** `\frac12` is 1/2: the first sign of a token, and what is left of it. */
export const splitAfterFirst = (token: Token): readonly [Piece, Token] => {
  const [first = ''] = token.text;
  const rest = { ...token, text: token.text.slice(1), start: token.start + 1 };
  const kind = token.kind === 'name' && /^\d/.test(rest.text) ? 'number' : token.kind;
  return [
    { ...token, text: first, end: token.start + 1 },
    { ...rest, kind },
  ];
};

/** `_ij` behind a name: the first letter, or the whole number, stands under it. */
export const withScript = (base: Piece, token: Token): Piece[] => {
  const text = token.text.slice(1);
  const [first = ''] = text;
  const long = text.length > 1 && !/^\d+$/.test(text);
  const scripted = { ...base, under: [long ? first : text] };
  return long ? [scripted, { ...token, text: text.slice(1), start: token.start + 2 }] : [scripted];
};

export const barred = (token: Token, inner: readonly Piece[]): Piece[] => {
  const bar = token.text === '\\norm' ? '‖' : '|';
  return [{ ...sign(token, bar), spaced: true }, ...inner, piece(token, 'sign', bar)];
};

/** A bold 1 is a vector of ones; all else is read without its font. */
export const inFont = (token: Token, inner: readonly Piece[]): Piece[] => {
  const [only] = inner;
  const one = only?.kind === 'number' && only.text === '1' && inner.length === 1;
  if (one && token.text !== '\\text') return [name(token, 'ones')];
  return inner.map((t, i) => (i === 0 ? { ...t, spaced: true, opens: token.opens } : t));
};

export const accented = (token: Token, inner: readonly Piece[]): Piece => {
  const [only] = inner;
  if (inner.length !== 1 || only?.kind !== 'name')
    throw new ClaimError(
      `${token.text} stands over one letter only`,
      token,
      'give what is meant a name of its own',
    );
  return name(token, `${only.text}_${accents.get(token.text)}`);
};

/** `∂f/∂x`, or `df/dx`. */
const isDerivative = (above: readonly Piece[], below: readonly Piece[]): boolean =>
  isForeign(above[0], '\\partial') ||
  (isName(above[0], 'd') &&
    above.length > 0 &&
    below[0]?.kind === 'name' &&
    below[0].text.startsWith('d') &&
    below.length <= 2 &&
    (above.length === 1 || above[1]?.kind === 'name'));

export const fraction = (
  token: Token,
  above: readonly Piece[],
  below: readonly Piece[],
): Piece[] => {
  const inBrackets = (inner: readonly Piece[]): Piece[] => [
    piece(token, 'sign', '('),
    ...inner,
    piece(token, 'sign', ')'),
  ];
  if (isDerivative(above, below))
    return [
      { ...token, kind: 'foreign', text: '\\derivative' },
      ...inBrackets(above),
      ...inBrackets(below),
    ];
  const inner = [...grouped(above, token), sign(token, '/'), ...grouped(below, token)];
  return spaced(inBrackets(inner));
};

export const root = (token: Token, degree: string | null, inner: readonly Piece[]): Piece[] => {
  const shut = piece(token, 'sign', ')');
  if (degree === null || degree === '2') return applied(name(token, 'sqrt'), token, inner);
  if (!/^\d+$/.test(degree))
    throw new ClaimError('the degree of a root is a number', token, 'write (..)^(1/n)');
  const power = [number(token, '1'), sign(token, '/'), number(token, degree)];
  const open = { ...sign(token, '('), spaced: true };
  return [open, ...inner, shut, piece(token, 'sign', '^'), ...grouped(power, token)];
};

/** Rows between brackets; `vmatrix` is a determinant. */
export const matrix = (token: Token, kind: string, rows: readonly Piece[]): Piece[] => {
  const literal = [sign(token, '['), ...rows, piece(token, 'sign', ']')];
  return kind === 'vmatrix' ? applied(name(token, 'det'), token, literal) : spaced(literal);
};

export const unreadEnvironment = (token: Token, kind: string): ClaimError => {
  const known = [...layouts].filter((one) => !one.endsWith('*')).slice(0, 4);
  return new ClaimError(
    `the environment ‘${kind}’ is not read`,
    token,
    `write the formula without it; ${known.join(', ')} and pmatrix, bmatrix are read`,
  );
};

export const wrongEnd = (token: Token, open: string | undefined, kind: string): ClaimError =>
  open === undefined
    ? new ClaimError(`\\end{${kind}} closes nothing`, token, 'take it out')
    : new ClaimError(`\\begin{${open}} is closed by \\end{${kind}}`, token, `write \\end{${open}}`);

export const unreadScript = (token: Token, inner: readonly Piece[]): ClaimError =>
  new ClaimError(
    `what stands under ${token.text.slice(0, -1)} is not a name, number or list of them`,
    { start: token.start, end: inner.at(-1)?.end ?? token.end },
    'write a name, an index as i, or A[i,j] for an entry',
  );

/** `i`, `i j`, `i,j`, `ij`, `1`, `\max` under a name; null for anything longer. */
export const underOf = (inner: readonly Piece[]): readonly string[] | null => {
  const words = inner.filter((t) => !isSign(t, ','));
  if (words.length === 0 || words.some((t) => t.kind !== 'name' && t.kind !== 'number'))
    return null;
  const texts = words.map((t) => t.text);
  const [only = ''] = texts;
  return texts.length === 1 && /^[a-z]{2}$/.test(only) && inner.length === 1 ? [...only] : texts;
};

export const unknownCommand = (token: Token): ClaimError => {
  const [what, instead] = unreadCommands.get(token.text) ?? [];
  if (what !== undefined) return new ClaimError(`${what} are not read`, token, instead);
  const near = nearest(token.text, latexCommands);
  return new ClaimError(
    `the LaTeX command ${token.text} is not known`,
    token,
    near === null ? 'write a name in its place, as theta for \\theta' : `did you mean ${near}?`,
  );
};
