/** `x ⊥ y` says that the inner product is 0. */
import { ClaimError } from '../ast.ts';
import { relationSigns, type Token } from '../token.ts';
import { endsOperand } from './operands.ts';
import { closes, isForeign, name, number, opens, piece, sign } from './piece.ts';
import type { Piece } from './piece.ts';

const isPerpendicular = (token: Token | undefined): boolean =>
  isForeign(token, '⊥') || isForeign(token, '⟂') || isForeign(token, '\\perp');

/** What a term of a relation may not go beyond. */
const bounds = (token: Token | undefined): boolean =>
  token === undefined ||
  token.kind === 'turnstile' ||
  token.kind === 'separator' ||
  token.kind === 'end' ||
  /^(and|or|not|forall|exists)$/.test(token.text) ||
  (token.kind === 'sign' &&
    (relationSigns.has(token.text) || /^(;|,|\.|=>|<=>|:)$/.test(token.text)));

/** The text with each ⊥ read. */
export const readPerpendicular = (tokens: readonly Piece[]): readonly Piece[] => {
  const at = tokens.findIndex(isPerpendicular);
  if (at < 0) return tokens;
  const mark = tokens[at] as Piece;
  let [start, end, depth] = [at, at + 1, 0];
  while (start > 0) {
    const before = tokens[start - 1];
    if (closes(before)) depth++;
    else if (opens(before)) depth--;
    if (depth < 0 || (depth === 0 && bounds(before))) break;
    if (tokens[start]?.opens) break;
    start--;
  }
  for (depth = 0; end < tokens.length; end++) {
    const token = tokens[end];
    if (opens(token)) depth++;
    else if (closes(token)) depth--;
    if (depth < 0 || (depth === 0 && (bounds(token) || token?.opens))) break;
  }
  const [left, right] = [tokens.slice(start, at), tokens.slice(at + 1, end)];
  const [first] = left;
  if (!first || right.length === 0 || !endsOperand(left.at(-1)))
    throw new ClaimError('⊥ stands between two vectors', mark, "write x' y = 0");
  return readPerpendicular([
    ...tokens.slice(0, start),
    name(first, 'dot'),
    piece(first, 'sign', '('),
    ...left.map((t, i) => (i === 0 ? { ...t, opens: false } : t)),
    piece(mark, 'sign', ','),
    ...right,
    piece(right.at(-1) as Token, 'sign', ')'),
    sign(mark, '='),
    { ...number(mark, '0'), spaced: true },
    ...tokens.slice(end),
  ]);
};
