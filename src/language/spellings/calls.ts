/**
 * Functions under the names and with the arguments of other tools: `np.linalg.norm(A, 'fro')`,
 * `softmax(z, dim=-1)`.
 */
import { spend } from '../../numbers/counted-work.ts';
import { ClaimError } from '../ast.ts';
import { limits } from '../limits.ts';
import type { Token } from '../token.ts';
import type { Call } from './call.ts';
import { callRules } from './call-rules.ts';
import { isOwn } from './context.ts';
import type { Context } from './context.ts';
import { closes, isForeign, isSign, opens, partners } from './piece.ts';
import type { Piece } from './piece.ts';

/** The arguments between two brackets, split at commas. */
const split = (tokens: readonly Piece[], from: number, to: number): (readonly Piece[])[] => {
  const args: Piece[][] = [[]];
  let depth = 0;
  for (let i = from; i < to; i++) {
    const token = tokens[i] as Piece;
    if (opens(token)) depth++;
    else if (closes(token)) depth--;
    if (depth === 0 && isSign(token, ',')) args.push([]);
    else args.at(-1)?.push(token);
  }
  return args.filter((one) => one.length > 0);
};

/** The text between quotes, as in `'fro'` and `"fro"`; null for anything else. */
const quoted = (arg: readonly Piece[]): string | null => {
  const [first, word, last] = arg;
  const quote = (t: Token | undefined): boolean => isSign(t, "'") || isForeign(t, '"');
  return arg.length === 3 && quote(first) && quote(last) && word?.kind === 'name'
    ? word.text
    : null;
};

const textOf = (tokens: readonly Piece[]): string =>
  quoted(tokens) ?? tokens.map((t) => t.text).join('');

/** Reads calls, the inner ones first; each once, however deep it stands. */
export const readCalls = (
  tokens: readonly Piece[],
  context: Context,
  python: boolean,
): readonly Piece[] => {
  const partner = partners(tokens);
  const known = new Map<number, readonly Piece[] | null>();
  const argumentsOf = (at: number, close: number, depth: number): Pick<Call, 'args' | 'named'> => {
    const named = new Map<string, string>();
    const args: (readonly Piece[])[] = [];
    let start = at + 2;
    for (const arg of split(tokens, at + 2, close)) {
      start = tokens.indexOf(arg[0] as Piece, start);
      const [key, equals, value] = arg;
      if (key?.kind === 'name' && isSign(equals, '=') && value && !isSign(value, '='))
        named.set(key.text, textOf(arg.slice(2)));
      else {
        const text = quoted(arg);
        if (text !== null) named.set("'", text);
        else args.push(read(start, start + arg.length, depth + 1));
      }
    }
    return { args, named };
  };
  /** The replacement of the call at a place; null where the language reads it as it is. */
  const called = (at: number, close: number, depth: number): readonly Piece[] | null => {
    const word = tokens[at] as Piece;
    const rule = callRules.get(word.text);
    if (rule === undefined) return null;
    if (depth > limits.nesting)
      throw new ClaimError(`brackets may be nested ${limits.nesting} deep at most`, word);
    spend((close - at) / 8);
    const found = rule({ word, ...argumentsOf(at, close, depth), context, python });
    return found?.map((t, i) => (i === 0 ? { ...t, spaced: true, opens: word.opens } : t)) ?? null;
  };
  const read = (from: number, to: number, depth: number): Piece[] => {
    const out: Piece[] = [];
    for (let at = from; at < to; ) {
      const word = tokens[at] as Piece;
      const close = partner.get(at + 1);
      const plain = word.kind !== 'name' || word.typed || isOwn(context, word.text);
      if (!plain && close !== undefined && close < to && isSign(tokens[at + 1], '(')) {
        const found = known.has(at) ? known.get(at) : called(at, close, depth);
        known.set(at, found ?? null);
        if (found) {
          for (const piece of found) out.push(piece);
          at = close + 1;
          continue;
        }
      }
      out.push(word);
      at++;
    }
    return out;
  };
  return read(0, tokens.length, 0);
};
