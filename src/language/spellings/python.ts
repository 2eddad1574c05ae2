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
import { isForeign, isSign, name, piece } from './piece.ts';
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

export const touching = (a: Token | undefined, b: Token | undefined): boolean =>
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
