/**
 * Small letters and digits where a space, a norm or a sum takes them: `ℝⁿ`, `ℝᵐˣⁿ`, `‖x‖₂`, `∑ᵢ`;
 * and the backslash of MATLAB, which is not the space of LaTeX.
 */
import { ClaimError } from '../ast.ts';
import type { Token } from '../token.ts';
import { isForeign, isName, isSign, name, piece } from './piece.ts';
import type { Piece } from './piece.ts';

const above: ReadonlyMap<string, string> = new Map([
  ['ⁿ', 'n'],
  ['ᵐ', 'm'],
  ['ᵏ', 'k'],
  ['ᵈ', 'd'],
  ['ᵖ', 'p'],
  ['ˣ', 'x'],
]);
const below: ReadonlyMap<string, string> = new Map([
  ...[...'₀₁₂₃₄₅₆₇₈₉'].map((c, i) => [c, `${i}`] as const),
  ['ᵢ', 'i'],
  ['ⱼ', 'j'],
  ['ₖ', 'k'],
  ['ₓ', 'x'],
]);

const opensBelow = (token: Token | undefined): boolean =>
  isForeign(token, '∑') || isForeign(token, '∇') || isSign(token, '‖') || isSign(token, '|');

/** `R`, or `C` behind `in`: what stands above is a size. */
const opensSpace = (before: readonly Piece[]): boolean =>
  isName(before.at(-1), 'R') || (isName(before.at(-1), 'C') && isName(before.at(-2), 'in'));

export const readRaisedLetters = (tokens: readonly Token[]): readonly Piece[] => {
  refuseBackslash(tokens);
  if (!tokens.some((t) => t.kind === 'foreign' && (above.has(t.text) || below.has(t.text))))
    return tokens;
  const out: Piece[] = [];
  for (let at = 0; at < tokens.length; at++) {
    const token = tokens[at] as Piece;
    const low = token.kind === 'foreign' ? below.get(token.text) : undefined;
    if (low !== undefined && opensBelow(out.at(-1))) out.push(piece(token, 'name', `_${low}`));
    else if (token.kind === 'foreign' && above.has(token.text) && opensSpace(out)) {
      out.push(piece(token, 'sign', '^'), piece(token, 'sign', '('));
      for (; tokens[at]?.kind === 'foreign' && above.has(tokens[at]?.text ?? ''); at++) {
        const letter = tokens[at] as Piece;
        const text = above.get(letter.text) as string;
        out.push(
          text === 'x' ? piece(letter, 'sign', '×') : { ...name(letter, text), spaced: true },
        );
      }
      at--;
      out.push(piece(tokens[at] as Piece, 'sign', ')'));
    } else out.push(token);
  }
  return out;
};

const isLatexSign = ({ kind, text }: Token): boolean =>
  kind === 'foreign' && text !== '\\ ' && (text.startsWith('\\') || '{}$'.includes(text));

/** `A \\ b` solves a system in MATLAB; in LaTeX a backslash and a blank are a space. */
const refuseBackslash = (tokens: readonly Token[]): void => {
  const slash = tokens.find((t) => isForeign(t, '\\ '));
  if (slash !== undefined && !tokens.some(isLatexSign))
    throw new ClaimError('the backslash is not read', slash, 'write inv(A) b for A \\ b');
};
