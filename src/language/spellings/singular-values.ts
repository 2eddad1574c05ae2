/**
 * `σ_i(W)`, the i-th largest singular value, is the root of an eigenvalue of W' W; `κ(A)` is the
 * condition number.
 */
import { isOwn } from './context.ts';
import type { Context } from './context.ts';
import { bracketEnd } from './operands.ts';
import { isName, isSign, name, number, piece, sign } from './piece.ts';
import type { Piece } from './piece.ts';

/** The index under σ; null where none stands there. */
const indexOf = (token: Piece): string | null => {
  if (token.kind !== 'name') return null;
  const [, typed] = /^(?:sigma|s)_([a-z]|\d+)$/.exec(token.text) ?? [];
  const under = token.text === 'sigma' && token.under?.length === 1 ? token.under[0] : typed;
  return under !== undefined && /^(?:[a-z]|\d+)$/.test(under) && under !== '1' ? under : null;
};

/** `σ_i(W)`, `σ_i^2(W)` and `σ_i(W)^2`, with the place behind it. */
const valueAt = (tokens: readonly Piece[], at: number): readonly [Piece[], number] | null => {
  const token = tokens[at] as Piece;
  const index = indexOf(token);
  const squared = isSign(tokens[at + 1], '^') && tokens[at + 2]?.text === '2';
  const open = squared ? at + 3 : at + 1;
  if (index === null || !isSign(tokens[open], '(')) return null;
  const end = bracketEnd(tokens, open);
  const raised = isSign(tokens[end], '^') && tokens[end + 1]?.text === '2';
  const inner = tokens.slice(open, end);
  const mark = (text: string): Piece => piece(token, 'sign', text);
  const at1 = { ...(/^\d/.test(index) ? number : name)(token, index), spaced: false, opens: false };
  const gram = [...inner, mark("'"), { ...sign(token, '*'), spaced: true }, ...inner];
  const value = [
    { ...name(token, 'lambda'), spaced: true, opens: token.opens },
    mark('['),
    at1,
    mark(']'),
    mark('('),
    ...gram,
    mark(')'),
  ];
  if (squared || raised) return [value, raised ? end + 2 : end];
  const root = { ...name(token, 'sqrt'), spaced: true, opens: token.opens };
  return [[root, mark('('), ...value.map((t) => ({ ...t, opens: false })), mark(')')], end];
};

export const readSingularValues = (
  tokens: readonly Piece[],
  context: Context,
): readonly Piece[] => {
  if (!tokens.some((t) => t.kind === 'name' && /^(?:sigma|kappa)/.test(t.text))) return tokens;
  const out: Piece[] = [];
  for (let at = 0; at < tokens.length; ) {
    const token = tokens[at] as Piece;
    const found =
      isOwn(context, 'sigma') || isOwn(context, token.text) ? null : valueAt(tokens, at);
    const isCondition =
      isName(token, 'kappa') && isSign(tokens[at + 1], '(') && !isOwn(context, 'kappa');
    out.push(...(found?.[0] ?? [isCondition ? { ...token, text: 'cond' } : token]));
    at = found?.[1] ?? at + 1;
  }
  return out;
};
