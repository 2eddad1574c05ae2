/**
 * Shorthand of blackboards: `sin^2(x)`, `e^x`, `tr[A]`, `Id`, `1'x`, `λ₁(A)`, `J_f(x)`, `x ⊥ y`,
 * `d/dx`.
 */
import { operators } from '../../operators/registry.ts';
import { ClaimError } from '../ast.ts';
import { builtinActivations, isCalledOperator } from '../names.ts';
import type { Token } from '../token.ts';
import { callRules } from './call-rules.ts';
import { isFunction, isOwn } from './context.ts';
import type { Context } from './context.ts';
import { bracketEnd, factorEnd, startsOperand } from './operands.ts';
import { closes, isName, isSign, name, number, opens, piece } from './piece.ts';
import type { Piece } from './piece.ts';
import { readPerpendicular } from './perpendicular.ts';

const overAnIndex = new Set(['sum', 'mean', 'prod', 'grad', 'jac', 'hess', 'max', 'min']);
/** The square brackets of a word hold an index or a number, as those of lambda[k]. */
const isIndexed = (word: string): boolean =>
  overAnIndex.has(word) || (operators.get(word)?.params ?? 0) > 0;

const isBuiltIn = (token: Piece | undefined, context: Context): boolean =>
  token?.kind === 'name' &&
  !token.typed &&
  !isOwn(context, token.text) &&
  (isCalledOperator(token.text) || builtinActivations.has(token.text));

/** What a rule reads at a place, and how many tokens that takes; null where it does not apply. */
interface Read {
  readonly tokens: readonly Piece[];
  readonly next: number;
}
type Rule = (tokens: readonly Piece[], at: number, context: Context) => Read | null;

/** `sin^2(x)` and `sin^2 x` are squares; `f^{-1}` is the inverse of one and the reciprocal of others. */
const raisedFunction: Rule = (tokens, at, context) => {
  const word = tokens[at] as Piece;
  if (!isBuiltIn(word, context) || isIndexed(word.text) || !isSign(tokens[at + 1], '^'))
    return null;
  const power = tokens[at + 2];
  const from = at + 3;
  if (isSign(power, '-') && tokens[from]?.text === '1' && startsOperand(tokens[from + 1]))
    throw new ClaimError(
      `${word.text}^-1 is the inverse function for some and the reciprocal for others`,
      { start: word.start, end: (tokens[from] as Piece).end },
      `write 1/${word.text}(..) for the reciprocal`,
    );
  if (power?.kind !== 'number' || !startsOperand(tokens[from])) return null;
  const end = isSign(tokens[from], '(')
    ? bracketEnd(tokens, from)
    : factorEnd(tokens, from, context);
  const inner = tokens.slice(from, end);
  const brackets = isSign(tokens[from], '(');
  const called = brackets
    ? [word, ...read(inner, context)]
    : [
        word,
        piece(word, 'sign', '('),
        ...read(inner, context),
        piece(inner.at(-1) as Token, 'sign', ')'),
      ];
  return {
    tokens: [...called, piece(power, 'sign', '^'), { ...number(power, power.text), spaced: false }],
    next: end,
  };
};

/** Where the exponent behind `^` ends: brackets, or one factor without powers of its own. */
const exponentEnd = (tokens: readonly Piece[], from: number): number => {
  const at = isSign(tokens[from], '-') ? from + 1 : from;
  if (isSign(tokens[at], '(')) return bracketEnd(tokens, at);
  let end = at + 1;
  if (isSign(tokens[end], '[') && tokens[end]?.spaced === false) end = bracketEnd(tokens, end);
  return end;
};

/** `e^x`, where the text has no name e. */
const exponential: Rule = (tokens, at, context) => {
  const word = tokens[at] as Piece;
  if (!isName(word, 'e') || word.typed || isOwn(context, 'e') || !isSign(tokens[at + 1], '^'))
    return null;
  const end = exponentEnd(tokens, at + 2);
  const inner = tokens.slice(at + 2, end);
  if (inner.length === 0) return null;
  const more = tokens[end];
  if (isSign(more, '^'))
    throw new ClaimError(
      'a power of a power can be read in two ways',
      more as Piece,
      'write brackets: e^(a^b) or (e^a)^b',
    );
  const shut = piece(inner.at(-1) as Token, 'sign', ')');
  return {
    tokens: [name(word, 'exp'), piece(word, 'sign', '('), ...read(inner, context), shut],
    next: end,
  };
};

/** A word of another tool that is called as one of ours. */
const isOther = (word: Piece, context: Context): boolean =>
  word.kind === 'name' && callRules.has(word.text) && !isOwn(context, word.text);

/** `det[1, 2; 3, 4]` is applied to a matrix written out. */
const literalArgument = (word: Piece, literal: readonly Piece[], next: number): Read => ({
  tokens: [
    word,
    piece(word, 'sign', '('),
    ...literal.map((t, i) => (i === 0 ? { ...t, spaced: true } : t)),
    piece(literal.at(-1) as Token, 'sign', ')'),
  ],
  next,
});

/** `tr[A]` and `log[det(A)]` for round brackets. */
const squareBrackets: Rule = (tokens, at, context) => {
  const word = tokens[at] as Piece;
  const open = tokens[at + 1];
  const known = isBuiltIn(word, context) || (isOther(word, context) && !word.typed);
  if (!known || isIndexed(word.text) || !isSign(open, '[')) return null;
  const end = bracketEnd(tokens, at + 1);
  const inner = tokens.slice(at + 2, end - 1);
  let depth = 0;
  for (const t of inner) {
    if (opens(t)) depth++;
    else if (closes(t)) depth--;
    if (depth === 0 && isSign(t, ':')) return null;
    if (depth === 0 && (isSign(t, ',') || isSign(t, ';')))
      return isBuiltIn(word, context)
        ? literalArgument(word, tokens.slice(at + 1, end), end)
        : null;
  }
  const close = piece(tokens[end - 1] as Token, 'sign', ')');
  const called = [word, piece(open as Token, 'sign', '('), ...read(inner, context), close];
  return { tokens: called, next: end };
};

/** `Id` and `Id_n` are the identity; a 1 with a prime is a row of ones. */
const constants: Rule = (tokens, at, context) => {
  const word = tokens[at] as Piece;
  if (word.kind === 'name' && /^Id(_\w+)?$/.test(word.text) && !isOwn(context, word.text))
    return { tokens: [{ ...word, text: word.text.replace('Id', 'I') }], next: at + 1 };
  const row =
    word.kind === 'number' &&
    word.text === '1' &&
    !word.typed &&
    isSign(tokens[at + 1], "'") &&
    !isSign(tokens[at - 1], '^') &&
    !(isSign(tokens[at - 1], '-') && isSign(tokens[at - 2], '^')) &&
    !isSign(tokens[at - 1], '[') &&
    !isSign(tokens[at - 1], "'");
  return row ? { tokens: [name(word, 'ones')], next: at + 1 } : null;
};

const kthEigenvalue = (word: Piece, k: Piece): readonly Piece[] => [
  name(word, 'lambda'),
  piece(word, 'sign', '['),
  { ...k, spaced: false, opens: false },
  piece(word, 'sign', ']'),
];

/** `λ₁(A)`, `lambda2(A)`, `λn(A)`, `σ₁(A)`. */
const eigenvalue: Rule = (tokens, at, context) => {
  const word = tokens[at] as Piece;
  const letter = tokens[at + 1];
  const apart =
    isName(word, 'lambda') &&
    letter?.kind === 'name' &&
    !letter.spaced &&
    context.names.dims.has(letter.text) &&
    isSign(tokens[at + 2], '(');
  if (apart && !isOwn(context, 'lambda'))
    return { tokens: kthEigenvalue(word, name(letter, letter.text)), next: at + 2 };
  const [, base, k] =
    /^(lambda|sigma)(\d+|[a-z])$/.exec(word.kind === 'name' ? word.text : '') ?? [];
  if (!base || !k || isOwn(context, word.text) || isOwn(context, base)) return null;
  if (!isSign(tokens[at + 1], '(')) return null;
  if (base === 'sigma')
    return k === '1' ? { tokens: [name(word, 'sigma_max')], next: at + 1 } : null;
  const place = /^\d/.test(k) ? number(word, k) : name(word, k);
  return { tokens: kthEigenvalue(word, place), next: at + 1 };
};

/** `J_f(x)`, `Jf(x)` and `Df(x)` of a declared function. */
const jacobian: Rule = (tokens, at, context) => {
  const word = tokens[at] as Piece;
  if (word.kind !== 'name' || isOwn(context, word.text) || !isSign(tokens[at + 1], '('))
    return null;
  const fn = word.under?.join('') ?? /^[JD]_?(\w+)$/.exec(word.text)?.[1] ?? '';
  if (word.under && !/^[JD]$/.test(word.text)) return null;
  if (!isFunction(context, fn) || isOwn(context, word.text.charAt(0))) return null;
  return {
    tokens: [
      name(word, 'jac'),
      piece(word, 'sign', '('),
      { ...name(word, fn), spaced: false, opens: false },
      piece(word, 'sign', ')'),
    ],
    next: at + 1,
  };
};

/** The name of the variable in `dx`, where dx is not a name itself. */
const differential = (token: Piece | undefined, context: Context): boolean =>
  token?.kind === 'name' &&
  /^d./.test(token.text) &&
  !isOwn(context, token.text) &&
  isOwn(context, token.text.slice(1));

/** `d/dx f(x)`, `d f(x)/dx`, `df(x)/dx`. */
const derivative: Rule = (tokens, at, context) => {
  const word = tokens[at] as Piece;
  if (word.kind !== 'name' || word.typed || isOwn(context, word.text)) return null;
  const alone = word.text === 'd';
  if (!alone && !(differential(word, context) && isFunction(context, word.text.slice(1))))
    return null;
  const slash = isSign(tokens[at + 1], '/')
    ? at + 1
    : alone
      ? factorEnd(tokens, at + 1, context)
      : factorEnd(tokens, at, context);
  const by = tokens[slash + 1];
  if (!isSign(tokens[slash], '/') || !by || !differential(by, context)) return null;
  const grouped = (inner: readonly Piece[]): readonly Piece[] => [
    piece(word, 'sign', '('),
    ...inner,
    piece(inner.at(-1) as Token, 'sign', ')'),
  ];
  const above = tokens.slice(at, slash);
  const mark: Piece = { ...word, kind: 'foreign', text: '\\derivative' };
  return {
    tokens: [
      mark,
      ...grouped([above[0] as Piece, ...read(above.slice(1), context)]),
      ...grouped([by]),
    ],
    next: slash + 2,
  };
};

const rules: readonly Rule[] = [
  raisedFunction,
  exponential,
  squareBrackets,
  constants,
  eigenvalue,
  jacobian,
  derivative,
];

const read = (tokens: readonly Piece[], context: Context): readonly Piece[] => {
  const out: Piece[] = [];
  for (let at = 0; at < tokens.length; ) {
    const found = rules.map((rule) => rule(tokens, at, context)).find((one) => one !== null);
    if (found) {
      out.push(...found.tokens);
      at = found.next;
    } else out.push(tokens[at++] as Piece);
  }
  return out;
};

export const readShorthand = (tokens: readonly Piece[], context: Context): readonly Piece[] =>
  read(readPerpendicular(tokens), context);
