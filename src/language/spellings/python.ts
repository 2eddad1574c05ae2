/**
 * What Python writes with a dot: packages (`np.linalg.inv`), methods (`A.T`, `A.dot(B)`); and its
 * signs.
 */
import { ClaimError } from '../ast.ts';
import type { Token } from '../token.ts';
import { isOwn } from './context.ts';
import type { Context } from './context.ts';
import { foreignWords } from './foreign-words.ts';
import { endsOperand, operandStart } from './operands.ts';
import { entrywise } from './entrywise-words.ts';
import { byScalar, isNumber } from './python-scalars.ts';
import { closes, isForeign, isSign, name, opens, piece, sign } from './piece.ts';
import type { Piece } from './piece.ts';

const packages = new Set(
  (
    'np numpy jnp torch jax F nn functional linalg scipy sp tf math special sympy cp LA la lax ' +
    'autograd func keras activations'
  ).split(' '),
);

const primes = new Set(['T', 'mT', 'H', 'mH']);
const primeCalls = new Set(['t', 'transpose', 'adjoint']);
const methods = new Set(
  (
    'dot matmul mm mv trace det inverse inv pinv pinverse norm sum mean max min diag diagonal ' +
    'exp log sqrt abs sin cos sign relu tanh sigmoid softmax softplus gelu silu square pow ' +
    'logdet outer inner flatten ravel reshape view rank solve add sub mul clamp clip var std'
  ).split(' '),
);

const touching = (a: Token | undefined, b: Token | undefined): boolean =>
  a !== undefined && b !== undefined && a.end === b.start;

/** Whether the text speaks Python: a package, a method or a sign of it. */
export const isPython = (tokens: readonly Token[], context: Context): boolean =>
  tokens.some(
    (t, i) =>
      isForeign(t, '@') ||
      ((isSign(t, '*') || isSign(t, '=')) &&
        tokens[i + 1]?.text === t.text &&
        touching(t, tokens[i + 1])) ||
      (isSign(t, ':') && isSign(tokens[i + 1], '(') && isSign(tokens[i + 3], ',')) ||
      (isSign(t, '.') &&
        touching(tokens[i - 1], t) &&
        touching(t, tokens[i + 1]) &&
        tokens[i + 1]?.kind === 'name' &&
        ((packages.has(tokens[i - 1]?.text ?? '') && !isOwn(context, tokens[i - 1]?.text ?? '')) ||
          (endsOperand(tokens[i - 1]) && isMethod(tokens[i + 1]?.text ?? '')))),
  );

const isMethod = (text: string): boolean =>
  primes.has(text) || primeCalls.has(text) || methods.has(text);

/** The dot of `2.`, which says that the number is real. */
const endsNumber = (tokens: readonly Piece[], token: Piece, at: number): boolean =>
  isSign(token, '.') &&
  tokens[at - 1]?.kind === 'number' &&
  touching(tokens[at - 1], token) &&
  /^[)\],*/@]$/.test(tokens[at + 1]?.text ?? '');

/** Drops packages, and writes methods as calls and primes. */
export const readPython = (typed: readonly Piece[], context: Context): readonly Piece[] => {
  const tokens = typed.filter((t, i) => !endsNumber(typed, t, i));
  const out: Piece[] = [];
  for (let at = 0; at < tokens.length; at++) {
    const token = tokens[at] as Piece;
    const next = tokens[at + 1];
    if (
      token.kind === 'name' &&
      packages.has(token.text) &&
      !isOwn(context, token.text) &&
      isSign(next, '.') &&
      touching(token, next)
    ) {
      let last = at;
      while (
        tokens[last]?.kind === 'name' &&
        packages.has((tokens[last] as Piece).text) &&
        isSign(tokens[last + 1], '.') &&
        tokens[last + 2]?.kind === 'name'
      )
        last += 2;
      const word = tokens[last] as Piece;
      const { start, spaced, opens } = token;
      out.push({ ...entrywise(word), start, spaced, opens, package: token.text });
      at = last;
      continue;
    }
    const method =
      isSign(token, '.') &&
      touching(out.at(-1), token) &&
      endsOperand(out.at(-1)) &&
      next?.kind === 'name' &&
      touching(token, next)
        ? next
        : null;
    if (method && !isMethod(method.text) && context.names.kinds.has(out.at(-1)?.text ?? '')) {
      const word = foreignWords.get(method.text);
      if (word)
        throw new ClaimError(
          `.${method.text} is not a word of this language`,
          method,
          word.instead,
        );
    }
    if (method && isMethod(method.text)) {
      at = readMethod(tokens, at, method, out, context);
      continue;
    }
    out.push(token);
  }
  return out;
};

/** Writes the method at the dot; the place of its last token. */
const readMethod = (
  tokens: readonly Piece[],
  dot: number,
  method: Piece,
  out: Piece[],
  context: Context,
): number => {
  const called = isSign(tokens[dot + 2], '(');
  const prime = (): void =>
    void out.push({ ...piece(method, 'sign', "'"), start: (tokens[dot] as Piece).start });
  if (primes.has(method.text)) {
    prime();
    return dot + 1;
  }
  if (!called)
    throw new ClaimError(
      `.${method.text} is a method without its brackets`,
      method,
      `write .${method.text}(), or ${method.text}(..)`,
    );
  if (primeCalls.has(method.text)) {
    let close = dot + 2;
    while (close < tokens.length - 1 && !isSign(tokens[close], ')')) close++;
    const axes = tokens.slice(dot + 3, close).map((t) => t.text);
    if (!/^(?:|-1,-2|-2,-1|0,1|1,0|1,2|2,1)$/.test(axes.join('')))
      throw new ClaimError('only the two axes of a matrix are exchanged', method, "write A'");
    prime();
    return close;
  }
  const start = operandStart(out, context);
  const base = out.splice(start);
  const first = base[0] as Piece;
  out.push(
    { ...entrywise(name(method, method.text)), spaced: true, opens: first.opens },
    piece(method, 'sign', '('),
    ...base,
  );
  if (!isSign(tokens[dot + 3], ')')) out.push(piece(method, 'sign', ','));
  return dot + 2;
};

/**
 * `**`, `@`, `==` and `&`. In Python `*` is entrywise, elsewhere the product: between matrices both
 * are shown.
 */
export const readSigns = (
  tokens: readonly Piece[],
  context: Context,
  python: boolean,
): readonly Piece[] => {
  const out: Piece[] = [];
  for (let at = 0; at < tokens.length; at++) {
    const token = tokens[at] as Piece;
    const next = tokens[at + 1];
    const pair = next !== undefined && touching(token, next) ? `${token.text}${next.text}` : '';
    const power = python && pair === '**' ? entrywisePower(token, out, context) : null;
    if (isForeign(token, '@')) {
      if (isRow(tokens, at, context)) out.push(piece(token, 'sign', "'"));
      out.push(sign(token, '*'));
    } else if (power !== null) {
      out.push({ ...sign(token, power), end: next?.end ?? token.end });
      at++;
    } else if (!python && isSign(token, '*') && areVectors(out, tokens, at, context)) {
      const way = context.choices.pick('dot', token, [
        'the inner product of the vectors',
        'their product entry by entry',
      ]);
      if (way === 0) out.push(piece(token, 'sign', "'"));
      out.push(sign(token, way === 0 ? '*' : '.*'));
    } else if (token.kind === 'sign' && joint.has(pair) && next?.kind === 'sign') {
      out.push({ ...sign(token, joint.get(pair) as string), end: next.end });
      at++;
    } else if (isForeign(token, '&')) {
      out.push(name(token, 'and'));
      if (isForeign(next, '&')) at++;
    } else if (python && isPlace(tokens, at)) {
      const way = context.choices.pick('origin', token, [
        'indices counted from 1',
        'indices counted from 0, as in Python',
      ]);
      out.push({ ...token, text: String(Number(token.text) + way) });
    } else if (python && isSign(token, '*')) at += readStar(tokens, at, out, context);
    else out.push(token);
  }
  return out;
};

/** `**` behind a vector or a matrix, as one of our signs; null behind a number. */
const entrywisePower = (token: Piece, out: readonly Piece[], context: Context): string | null => {
  if (isKind(out.at(-1), 'vector', context)) return '.^';
  if (!isArray(out, context)) return null;
  const way = context.choices.pick('power', token, [
    '** as the power of the matrix',
    '** entry by entry, as in NumPy',
  ]);
  return way === 0 ? '^' : '.^';
};

/** `*` in Python; how many tokens behind it were read too. */
const readStar = (tokens: readonly Piece[], at: number, out: Piece[], context: Context): number => {
  const [token, next] = [tokens[at] as Piece, tokens[at + 1]];
  if (isKind(out.at(-1), 'matrix', context) && isKind(next, 'vector', context)) {
    const way = context.choices.pick('scale', token, [
      '* as the product of the matrix and the vector',
      '* as in NumPy, which scales the columns',
    ]);
    const vector = next as Piece;
    const word = { ...name(vector, 'diag'), spaced: true };
    const scaled = [word, piece(vector, 'sign', '('), vector, piece(vector, 'sign', ')')];
    out.push(sign(token, '*'), ...(way === 0 ? [vector] : scaled));
    return 1;
  }
  if (token.typed || byScalar(tokens, at, context)) out.push(token);
  else {
    const way = context.choices.pick('star', token, [
      '* as the product of matrices',
      '* entry by entry, as in NumPy',
    ]);
    out.push(sign(token, way === 0 ? '*' : '.*'));
  }
  return 0;
};

const isKind = (token: Piece | undefined, kind: string, { names }: Context): boolean =>
  token?.kind === 'name' && names.kinds.get(token.text) === kind;

/** A matrix, or brackets that need not hold a number. */
const isArray = (out: readonly Piece[], context: Context): boolean => {
  if (isKind(out.at(-1), 'matrix', context)) return true;
  return isSign(out.at(-1), ')') && !isNumber(out.slice(operandStart(out, context)), context);
};

/** Two names of vectors alone: next to a row or a matrix the product has its usual meaning. */
const areVectors = (
  out: readonly Piece[],
  tokens: readonly Piece[],
  at: number,
  context: Context,
): boolean =>
  isKind(out.at(-1), 'vector', context) &&
  !endsOperand(out.at(-2)) &&
  !isSign(out.at(-2), '*') &&
  isKind(tokens[at + 1], 'vector', context) &&
  !isSign(tokens[at + 2], "'") &&
  !isForeign(tokens[at + 2], '^');

/** A number that is an index on its own, as in `x[0]` and `A[1, j]`. */
const isPlace = (tokens: readonly Piece[], at: number): boolean => {
  const [before, token, after] = [tokens[at - 1], tokens[at], tokens[at + 1]];
  if (token?.kind !== 'number' || token.typed || !/^\d{1,6}$/.test(token.text)) return false;
  if (!isSign(after, ']') && !isSign(after, ',')) return false;
  if (!isSign(before, '[') && !(isSign(before, ',') && isSign(after, ']'))) return false;
  let open = at - 1;
  for (let depth = 0; open >= 0 && !(depth === 0 && isSign(tokens[open], '[')); open--) {
    if (closes(tokens[open])) depth++;
    else if (opens(tokens[open])) depth--;
  }
  return endsOperand(tokens[open - 1]) && tokens[open]?.spaced === false;
};

/** In Python a vector before `@` is a row. */
const isRow = (tokens: readonly Piece[], at: number, { names }: Context): boolean => {
  const [before, left, right] = [tokens[at - 2], tokens[at - 1], tokens[at + 1]];
  const kind = (t: Piece | undefined): string | undefined =>
    t?.kind === 'name' ? names.kinds.get(t.text) : undefined;
  if (
    kind(left) !== 'vector' ||
    isSign(before, '*') ||
    isForeign(before, '@') ||
    isSign(before, '^')
  )
    return false;
  if (isSign(before, '.') || endsOperand(before)) return false;
  return kind(right) === 'vector' || kind(right) === 'matrix';
};

const joint: ReadonlyMap<string, string> = new Map([
  ['**', '^'],
  ['==', '='],
  ['=<', '<='],
  ['<->', '<=>'],
  ['<=>', '<=>'],
  ['==>', '=>'],
  ['<>', '!='],
  ['===', '='],
]);
