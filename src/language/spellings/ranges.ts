/** Reads the range under a big operator, as in \sum_{i=1}^n. */
import { ClaimError } from '../ast.ts';
import type { Token } from '../token.ts';
import { bracketEnd } from './operands.ts';
import { type Piece, isName, isSign, name, sign } from './piece.ts';

/** What stands under or above a sign: its tokens and the place behind them. */
interface Script {
  readonly inner: readonly Piece[];
  readonly next: number;
}

const lower = (tokens: readonly Piece[], at: number): Script | null => {
  const token = tokens[at];
  if (token?.kind !== 'name' || !token.text.startsWith('_') || token.spaced) return null;
  if (token.text !== '_')
    return {
      inner: [{ ...token, text: token.text.slice(1), start: token.start + 1 }],
      next: at + 1,
    };
  if (!isSign(tokens[at + 1], '(')) return null;
  const end = bracketEnd(tokens, at + 1);
  return { inner: tokens.slice(at + 2, end - 1), next: end };
};

const upper = (tokens: readonly Piece[], at: number): Script | null => {
  if (!isSign(tokens[at], '^')) return null;
  if (!isSign(tokens[at + 1], '(')) return { inner: tokens.slice(at + 1, at + 2), next: at + 2 };
  const end = bracketEnd(tokens, at + 1);
  return { inner: tokens.slice(at + 2, end - 1), next: end };
};

export const both = (
  tokens: readonly Piece[],
  at: number,
): readonly [Script | null, Script | null, number] => {
  const above = upper(tokens, at);
  const below = lower(tokens, above?.next ?? at);
  const late = above ?? upper(tokens, below?.next ?? at);
  return [below, late, Math.max(at, below?.next ?? 0, late?.next ?? 0)];
};

/**
 * The index and its range: `i`, `i=1` with an end above, `i in 1..N`; several with commas between.
 */
export const rangesOf = (
  below: Script | null,
  above: Script | null,
  at: Token,
  word: string,
): readonly (readonly Piece[])[] => {
  const refuse = (): ClaimError =>
    new ClaimError(
      `what stands under ${at.text} is not an index with its range`,
      below?.inner[0] ?? at,
      `write ${word}[i](..) or ${word}[i in 1..N](..)`,
    );
  if (!below) throw refuse();
  const { inner } = below;
  const [index, is, from] = inner;
  if (index?.kind !== 'name') throw refuse();
  if (inner.length === 1) {
    if (above) throw refuse();
    // `Σ_ij` runs over both
    return /^[i-l]{2}$/.test(index.text)
      ? [...index.text].map((letter) => [{ ...index, text: letter }])
      : [[index]];
  }
  if ((isSign(is, '=') || isName(is, 'in')) && isSign(inner[3], '..'))
    return [[index, { ...name(index, 'in'), spaced: true }, ...inner.slice(2)]];
  if (isSign(is, '=') && from && inner.length === 3 && above)
    return [
      [
        index,
        { ...name(index, 'in'), spaced: true },
        { ...from, spaced: true },
        sign(from, '..'),
        ...above.inner,
      ],
    ];
  const all = inner.filter((_, i) => i % 2 === 0);
  if (!above && inner.every((t, i) => (i % 2 === 0 ? t.kind === 'name' : isSign(t, ','))))
    return all.map((one) => [one]);
  throw refuse();
};
