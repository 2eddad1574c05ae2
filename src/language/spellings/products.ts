/**
 * Names run together: `Wx` is `W x`, `A^TB` is `A' B`, where the parts are declared and the whole
 * is not.
 */
import { ClaimError } from '../ast.ts';
import { keywords, reservedAs } from '../names.ts';
import type { Token } from '../token.ts';
import { isOwn } from './context.ts';
import type { Context } from './context.ts';
import { foreignWords } from './foreign-words.ts';
import { grouped, isName, isSign, name, piece } from './piece.ts';
import type { Piece } from './piece.ts';

const longestWord = 24;
const mostWays = 4;

/** A name of the text, or one of its members, as `q_i`. */
const isPart = (part: string, context: Context): boolean => {
  if (isOwn(context, part)) return true;
  const [, base = '', under = ''] = /^([A-Za-z]+)_([a-z0-9])$/.exec(part) ?? [];
  return under !== '' && isOwn(context, base);
};

/** The ways to take a word apart into names of the text. */
export const partsOf = (word: string, context: Context): readonly (readonly string[])[] => {
  if (word.length > longestWord) return [];
  const found: (readonly string[])[] = [];
  const walk = (from: number, parts: readonly string[]): void => {
    if (found.length > mostWays) return;
    if (from === word.length) {
      found.push(parts);
      return;
    }
    for (let end = from + 1; end <= word.length; end++) {
      const part = word.slice(from, end);
      if (
        isPart(part, context) ||
        (part === 'I' && parts.length > 0) ||
        (part === 'I' && end < word.length)
      )
        walk(end, [...parts, part]);
    }
  };
  walk(0, []);
  return found.filter((parts) => parts.length > 1);
};

/** `A_ij` of a matrix A is an entry, not `A_i j`. */
const isEntry = (text: string, { names }: Context): boolean => {
  const [, base = '', under = ''] = /^([A-Za-z]+)_([a-z]{2})$/.exec(text) ?? [];
  return under !== '' && names.kinds.get(base) === 'matrix' && !names.families.has(base);
};

const isKnown = (text: string, context: Context): boolean =>
  isOwn(context, text) ||
  isEntry(text, context) ||
  reservedAs(text) !== null ||
  keywords.has(text) ||
  foreignWords.has(text) ||
  ['E', 'R', 'T', 'x', 'normal', 'independent', 'rademacher'].includes(text);

/** The names of a word as tokens, each at its letters. */
const spread = (token: Piece, parts: readonly string[], from = 0): readonly Piece[] => {
  let at = token.start + from;
  const exact = token.end - token.start === token.text.length;
  return parts.map((part, i) => {
    const start = exact ? at : token.start;
    at += part.length;
    const one = i === 0 ? name(token, part) : { ...piece(token, 'name', part), spaced: true };
    return {
      ...one,
      start,
      end: exact ? at : token.end,
      ...(i === parts.length - 1 && token.under ? { under: token.under } : {}),
    };
  });
};

const chosen = (token: Piece, text: string, context: Context): readonly string[] | null => {
  const ways = partsOf(text, context);
  if (ways.length === 0) return null;
  const way =
    ways.length === 1
      ? 0
      : context.choices.pick(
          `parts:${text}`,
          token,
          ways.map((parts) => `${text} as ${parts.join(' ')}`),
        );
  return ways[way] ?? null;
};

/** `A^T`: the transpose, unless T is a name of the text: then it may be a power. */
const isTranspose = (token: Token, context: Context): boolean => {
  if (!isOwn(context, 'T') && !context.names.rangeEnds.has('T')) return true;
  return context.choices.pick('T', token, ['^T as the transpose', '^T as the power T']) === 0;
};

/** `A^H` of a real matrix: its transpose, or a power that is not declared, as `A^k`. */
const isHermitian = (token: Token, context: Context): boolean =>
  isName(token, 'H') &&
  !isOwn(context, 'H') &&
  context.choices.pick('H', token, ['^H as the transpose', '^H as the power H']) === 0;

/** A product run together after ^ does not show where the exponent ends. */
const unclear = (token: Token, parts: readonly string[]): ClaimError =>
  new ClaimError(
    `${token.text} behind ^ can be read as one exponent and as a factor behind it`,
    token,
    `write ^(${parts.join(' ')}) or ^${parts[0]} ${parts.slice(1).join(' ')}`,
  );

export const readProducts = (tokens: readonly Piece[], context: Context): readonly Piece[] => {
  const out: Piece[] = [];
  tokens.forEach((token, at) => {
    const last = out.at(-1);
    if (token.kind !== 'name' || token.typed) {
      out.push(token);
      return;
    }
    const raised = isSign(last, '^');
    if (
      raised &&
      ((isName(token, 'T') && isTranspose(token, context)) || isHermitian(token, context))
    ) {
      out.splice(-1, 1, { ...piece(token, 'sign', "'"), start: (last as Token).start });
      return;
    }
    if (raised && /^T./.test(token.text) && !isKnown(token.text, context)) {
      const rest = token.text.slice(1);
      const parts =
        isOwn(context, rest) || reservedAs(rest) !== null ? [rest] : chosen(token, rest, context);
      if (parts && isTranspose(token, context)) {
        out.splice(-1, 1, {
          ...piece(token, 'sign', "'"),
          start: (last as Token).start,
          end: token.start + 1,
        });
        out.push(...spread(token, parts, 1).map((t, i) => (i === 0 ? { ...t, spaced: true } : t)));
        return;
      }
    }
    const declares = isSign(tokens[at + 1], ':') || isName(tokens[at + 1], 'in');
    const parts =
      declares || isKnown(token.text, context) ? null : chosen(token, token.text, context);
    if (parts && raised) throw unclear(token, parts);
    if (parts && isSign(last, '/')) {
      const way = context.choices.pick(`under@${token.start}`, token, [
        `/ (${parts.join(' ')})`,
        `/ ${parts.join(' ')}`,
      ]);
      if (way === 0) {
        out.push(...grouped(spread(token, parts), token));
        return;
      }
    }
    // what stands together next to ⊗ or ⊙ is one factor of it
    const next = tokens[at + 1];
    const isFactor = [last, next].some((t) => isName(t, 'kron') || isSign(t, '.*'));
    if (parts && isFactor) out.push(...grouped(spread(token, parts), token));
    else out.push(...(parts ? spread(token, parts) : [token]));
  });
  return out;
};
