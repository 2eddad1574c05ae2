/** Types with their sizes in quotes, as `Float[Tensor, "m n"]`, and `assert` before a claim. */
import { ClaimError } from '../ast.ts';
import { isForeign, isName, isSign, piece } from './piece.ts';
import type { Piece } from './piece.ts';

const kinds = /^(Float|Float16|Float32|Float64|Double|Real|Num|Shaped|Inexact)$/;

/** `x: torch.Tensor` has a type without sizes. */
const refuseBare = (tokens: readonly Piece[], at: number): void => {
  if (!isSign(tokens[at], ':')) return;
  const dotted = isSign(tokens[at + 2], '.') && tokens[at + 1]?.kind === 'name';
  const type = tokens[dotted ? at + 3 : at + 1];
  if (type?.kind !== 'name' || !/^(Tensor|ndarray|Array|NDArray)$/.test(type.text)) return;
  const next = tokens[at + (dotted ? 4 : 2)];
  if (next?.kind === 'name' || next?.kind === 'number' || isSign(next, '(') || isSign(next, '['))
    return;
  throw new ClaimError(
    `the type ${type.text} does not tell its sizes`,
    type,
    'write the sizes, as in A: (m, n) and x: (n,)',
  );
};

export const readPythonTypes = (tokens: readonly Piece[]): readonly Piece[] => {
  const out: Piece[] = [];
  for (let at = 0; at < tokens.length; at++) {
    const token = tokens[at] as Piece;
    if (
      isName(token, 'assert') &&
      tokens[at + 1]?.kind === 'name' &&
      (at === 0 || token.opens || out.at(-1)?.kind === 'turnstile')
    )
      continue;
    refuseBare(tokens, at);
    const quoted =
      kinds.test(token.text) &&
      isSign(tokens[at + 1], '[') &&
      isSign(tokens[at + 3], ',') &&
      isForeign(tokens[at + 4], '"');
    const close = quoted ? tokens.findIndex((t, i) => i > at + 4 && isForeign(t, '"')) : -1;
    if (close < 0 || !isSign(tokens[close + 1], ']')) {
      out.push(token);
      continue;
    }
    const sizes = tokens.slice(at + 5, close);
    out.push({ ...piece(token, 'sign', '('), spaced: true });
    for (const size of sizes) out.push(size, piece(size, 'sign', ','));
    out.push(piece(tokens[close] as Piece, 'sign', ')'));
    at = close + 1;
  }
  return out;
};
