/** Double bars: `||A||`, `‖A‖`, with `_F`, `_2`, `_1`, `_*` or an infinity under them. */
import { ClaimError } from '../ast.ts';
import type { Token } from '../token.ts';
import type { Context } from './context.ts';
import { endsOperand } from './operands.ts';
import { closes, isForeign, isSign, opens, piece, name } from './piece.ts';
import type { Piece } from './piece.ts';

interface Open {
  readonly double: boolean;
  /** Its place in what was written out. */
  readonly at: number;
}

const norms: ReadonlyMap<string, string> = new Map([
  ['F', 'normF'],
  ['Fro', 'normF'],
  ['fro', 'normF'],
  ['2', 'norm'],
  ['op', 'norm'],
  ['sp', 'norm'],
  ['spec', 'norm'],
  ['2->2', 'norm'],
  ['HS', 'normF'],
  ['tr', 'nuclear'],
  ['1', 'norm1'],
  ['inf', 'norminf'],
  ['infty', 'norminf'],
  ['*', 'nuclear'],
  ['nuc', 'nuclear'],
]);

const adjacent = (a: Token | undefined, b: Token | undefined): boolean =>
  a !== undefined && b !== undefined && a.end === b.start;

/** The length of the row of bars that begins at each place. */
const runsOf = (tokens: readonly Token[]): readonly number[] => {
  const runs = tokens.map(() => 0);
  for (let at = tokens.length - 1; at >= 0; at--)
    if (isSign(tokens[at], '|'))
      runs[at] = 1 + (adjacent(tokens[at], tokens[at + 1]) ? (runs[at + 1] ?? 0) : 0);
  return runs;
};

/** The length of the next row of bars outside brackets, 0 where there is none in this item. */
const nextRun = (tokens: readonly Token[], runs: readonly number[], from: number): number => {
  let depth = 0;
  for (let i = from; i < tokens.length; i++) {
    const token = tokens[i] as Token;
    if (opens(token)) depth++;
    else if (closes(token) && --depth < 0) return 0;
    else if (token.kind === 'turnstile' || token.kind === 'end') return 0;
    else if (depth === 0 && isSign(token, '|')) return runs[i] ?? 0;
  }
  return 0;
};

/** The norm that what stands under closing bars names, and the place behind it. */
const under = (
  tokens: readonly Piece[],
  at: number,
): { readonly norm: string; readonly next: number } => {
  const token = tokens[at];
  if (token?.kind !== 'name' || !token.text.startsWith('_') || token.spaced)
    return { norm: 'norm', next: at };
  let text = token.text.slice(1);
  let next = at + 1;
  const more = tokens[next];
  if (text === '' && (isSign(more, '*') || isForeign(more, '\\infty') || isForeign(more, '∞'))) {
    text = isSign(more, '*') ? '*' : 'infty';
    next++;
  }
  text = text.replace(/^\\infty$|^∞$/, 'infty').replace(/^\\?text/, '');
  const norm = norms.get(text);
  if (norm === undefined)
    throw new ClaimError(
      `‖..‖_${text} is not a norm that is known here`,
      { start: token.start, end: (tokens[next - 1] as Piece).end },
      "write norm, normF, norm1, norminf or nuclear; a weighted norm as sqrt(x' Q x)",
    );
  return { norm, next };
};

/** `_F` and the like behind a bar. */
const isNamed = (token: Piece | undefined): boolean =>
  token?.kind === 'name' &&
  !token.spaced &&
  token.text.startsWith('_') &&
  norms.has(token.text.slice(1));

/**
 * Whether `||` opens one norm, not two absolute values: the next bars, outside brackets, are two as
 * well.
 */
const isDouble = (tokens: readonly Token[], runs: readonly number[], at: number): boolean =>
  nextRun(tokens, runs, at + 2) === 2;

/** Writes norms in double bars as calls. */
export const readBars = (tokens: readonly Piece[], context: Context): readonly Piece[] => {
  if (!tokens.some((t) => isSign(t, '|') || isSign(t, '‖'))) return tokens;
  const runs = runsOf(tokens);
  const out: Piece[] = [];
  let stack: Open[] = [];
  const outer: Open[][] = [];
  for (let at = 0; at < tokens.length; ) {
    const token = tokens[at] as Piece;
    if (opens(token)) {
      outer.push(stack);
      stack = [];
    } else if (closes(token)) stack = outer.pop() ?? [];
    else if (token.kind === 'turnstile' || (token.opens && outer.length === 0)) stack = [];
    const double = isSign(token, '‖') ? 1 : isSign(token, '|') && (runs[at] ?? 0) >= 2 ? 2 : 0;
    const last = out.at(-1);
    const top = stack.at(-1);
    const after = endsOperand(last) && last?.kind !== 'turnstile';
    if (double > 0 && top?.double && after) {
      const { norm, next } = under(tokens, at + double);
      stack.pop();
      const open = out[top.at] as Piece;
      out[top.at] = { ...open, text: norm };
      if (norm === 'norm') context.doubleBars.push({ start: open.start, end: token.end });
      out.push({ ...piece(token, 'sign', ')'), end: (tokens[next - 1] as Piece).end });
      at = next;
    } else if (
      (double === 1 || (double === 2 && isDouble(tokens, runs, at))) &&
      (!top || !after || (token.spaced && double === 1))
    ) {
      stack.push({ double: true, at: out.length });
      out.push({ ...name(token, 'norm'), spaced: true }, piece(token, 'sign', '('));
      at += double;
    } else if (isSign(token, '|') && top && !top.double && after && isNamed(tokens[at + 1])) {
      // `|A|_F`: the script says that it is a norm
      const { norm, next } = under(tokens, at + 1);
      stack.pop();
      const open = out[top.at] as Piece;
      const call = [{ ...name(open, norm), spaced: true }, piece(open, 'sign', '(')];
      out.splice(top.at, 1, ...call);
      out.push({ ...piece(token, 'sign', ')'), end: (tokens[next - 1] as Piece).end });
      at = next;
    } else {
      if (isSign(token, '|')) {
        if (top && !top.double && after) stack.pop();
        else if (!after || !top) stack.push({ double: false, at: out.length });
      }
      out.push(token);
      at++;
    }
  }
  const unclosed = stack.find((one) => one.double);
  if (unclosed) return tokens;
  return out;
};
