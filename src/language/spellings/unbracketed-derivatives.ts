/** `grad f(x)` and `hess f(x)` of a declared function are `grad(f)(x)` and `hess(f)(x)`. */
import { isFunction } from './context.ts';
import type { Context } from './context.ts';
import { isSign, piece } from './piece.ts';
import type { Piece } from './piece.ts';

export const readUnbracketedDerivatives = (
  tokens: readonly Piece[],
  context: Context,
): readonly Piece[] =>
  tokens.flatMap((token, at): readonly Piece[] => {
    const [before, next] = [tokens[at - 1], tokens[at + 1]];
    const isBehind =
      before?.kind === 'name' &&
      /^(grad|jac|hess)$/.test(before.text) &&
      token.kind === 'name' &&
      isFunction(context, token.text) &&
      isSign(next, '(');
    return isBehind
      ? [piece(token, 'sign', '('), { ...token, spaced: false }, piece(token, 'sign', ')')]
      : [token];
  });
