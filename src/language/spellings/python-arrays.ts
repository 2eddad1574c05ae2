/**
 * Arrays written out in Python, blocks and stacks: `np.array([[1, 2], [3, 4]])`,
 * `np.block([[A, B], [C, D]])`, `np.hstack([A, B])`, `torch.cat([A, B], dim=1)`.
 */
import { ClaimError } from '../ast.ts';
import { isOwn } from './context.ts';
import type { Context } from './context.ts';
import { bracketEnd } from './operands.ts';
import { closes, isSign, opens, piece } from './piece.ts';
import type { Piece } from './piece.ts';

const written = new Set(['array', 'tensor', 'asarray', 'matrix', 'block', 'bmat']);
const stacks: ReadonlyMap<string, 'rows' | 'columns' | 'axis'> = new Map([
  ['vstack', 'rows'],
  ['hstack', 'columns'],
  ['column_stack', 'columns'],
  ['concatenate', 'axis'],
  ['concat', 'axis'],
  ['cat', 'axis'],
]);

/** The parts between the commas of a bracket. */
const partsOf = (inner: readonly Piece[]): readonly (readonly Piece[])[] => {
  const parts: Piece[][] = [[]];
  let depth = 0;
  for (const token of inner) {
    if (opens(token)) depth++;
    else if (closes(token)) depth--;
    if (depth === 0 && isSign(token, ',')) parts.push([]);
    else parts.at(-1)?.push(token);
  }
  return parts.filter((one) => one.length > 0);
};

/** What stands in `[..]` or `(..)` around the whole; null where no bracket does. */
const unwrapped = (part: readonly Piece[]): readonly Piece[] | null =>
  opens(part[0]) && bracketEnd(part, 0) === part.length ? part.slice(1, -1) : null;

const literal = (
  word: Piece,
  rows: readonly (readonly (readonly Piece[])[])[],
): readonly Piece[] => [
  { ...piece(word, 'sign', '['), spaced: true, opens: word.opens },
  ...rows.flatMap((row, i) => [
    ...(i === 0 ? [] : [piece(word, 'sign', ';')]),
    ...row.flatMap((entry, k) => [
      ...(k === 0 ? [] : [piece(word, 'sign', ',')]),
      // a number here is an entry and not an index
      ...entry.map((t) => (t.kind === 'number' ? { ...t, typed: true as const } : t)),
    ]),
  ]),
  piece(word, 'sign', ']'),
];

/** `[[1, 2], [3, 4]]` row by row; a single list is a column. */
const arrayOf = (word: Piece, inner: readonly Piece[]): readonly Piece[] | null => {
  const [list] = partsOf(inner);
  const items = list && unwrapped(list);
  if (!items || !isSign(list[0], '[')) return null;
  const rows = partsOf(items);
  const nested = rows.map((row) => (isSign(row[0], '[') ? unwrapped(row) : null));
  if (nested.every((row) => row !== null)) return literal(word, nested.map(partsOf));
  if (nested.some((row) => row !== null)) return null;
  return word.text === 'block'
    ? literal(word, [rows])
    : literal(
        word,
        rows.map((row) => [row]),
      );
};

const isVector = (part: readonly Piece[], { names }: Context): boolean =>
  part.length === 1 && names.kinds.get(part[0]?.text ?? '') === 'vector';

const isMatrix = (part: readonly Piece[], { names }: Context): boolean =>
  part.some((t) => names.kinds.get(t.text) === 'matrix');

const axisOf = (parts: readonly (readonly Piece[])[]): string => {
  const named = parts.find(
    (part) => /^(dim|axis)$/.test(part[0]?.text ?? '') && isSign(part[1], '='),
  );
  const given = named ? named.slice(2) : (parts[1] ?? []);
  return given.map((t) => t.text).join('') || '0';
};

const stacked = (
  word: Piece,
  inner: readonly Piece[],
  context: Context,
): readonly Piece[] | null => {
  const parts = partsOf(inner);
  const items = parts[0] && unwrapped(parts[0]);
  if (!items) return null;
  const all = partsOf(items);
  const vectors = all.every((one) => isVector(one, context));
  const how = stacks.get(word.text);
  const axis = axisOf(parts);
  if (!vectors && !all.every((one) => isMatrix(one, context)))
    throw new ClaimError(
      `${word.text} of these is not read: NumPy treats vectors and matrices differently`,
      word,
      'write [A, B] for blocks next to each other, [A; B] for blocks below each other',
    );
  const rows = how === 'rows' || (how === 'axis' && axis === '0') || (vectors && how === 'columns');
  if (vectors && (how === 'rows' || word.text === 'column_stack')) return null;
  return rows
    ? literal(
        word,
        all.map((one) => [one]),
      )
    : literal(word, [all]);
};

export const readArrays = (tokens: readonly Piece[], context: Context): readonly Piece[] => {
  const out: Piece[] = [];
  for (let at = 0; at < tokens.length; ) {
    const word = tokens[at] as Piece;
    const plain = word.kind === 'name' && !word.typed && !isOwn(context, word.text);
    if (plain && isSign(tokens[at + 1], '(') && (written.has(word.text) || stacks.has(word.text))) {
      const end = bracketEnd(tokens, at + 1);
      const inner = readArrays(tokens.slice(at + 2, end - 1), context);
      const found = stacks.has(word.text) ? stacked(word, inner, context) : arrayOf(word, inner);
      if (found) {
        out.push(...found);
        at = end;
        continue;
      }
    }
    out.push(word);
    at++;
  }
  return out;
};
