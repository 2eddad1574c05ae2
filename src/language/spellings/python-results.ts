/**
 * One of several results of a function in Python: `np.linalg.slogdet(A)[1]`,
 * `np.linalg.eigvalsh(A)[0]`, which counts the eigenvalues from the smallest.
 */
import { isOwn } from './context.ts';
import type { Context } from './context.ts';
import { bracketEnd } from './operands.ts';
import { isSign, name, piece } from './piece.ts';
import type { Piece } from './piece.ts';

/** By word and what follows the call: our words around the argument. */
const results: ReadonlyMap<string, readonly string[]> = new Map([
  ['slogdet[1]', ['log', 'abs', 'det']],
  ['slogdet.logabsdet', ['log', 'abs', 'det']],
  ['slogdet[0]', ['sign', 'det']],
  ['slogdet.sign', ['sign', 'det']],
  ['eigvalsh[0]', ['lambda_min']],
  ['eigvalsh[-1]', ['lambda_max']],
  ['eigh[0][0]', ['lambda_min']],
  ['eigh[0][-1]', ['lambda_max']],
  ['svdvals[0]', ['sigma_max']],
  ['svdvals[-1]', ['sigma_min']],
  ['svd[1][0]', ['sigma_max']],
  ['svd[1][-1]', ['sigma_min']],
]);

const words = new Set([
  'lstsq',
  ...[...results.keys()].map((key) => key.split(/[[.]/)[0] as string),
]);

/** Aggregates that do not depend on the order of the eigenvalues. */
const unordered: ReadonlyMap<string, string> = new Map([
  ['max', 'lambda_max'],
  ['min', 'lambda_min'],
  ['sum', 'sum'],
  ['prod', 'prod'],
  ['mean', 'mean'],
]);

/** `prod[k=1..n](lambda[k](A))`. */
const allEigenvalues = (at: Piece, of: readonly Piece[], size: string): readonly Piece[] => [
  name(at, 'prod'),
  ...['[', 'k', '=', '1', '..', size, ']', '(', 'lambda', '[', 'k', ']', '('].map((text) =>
    /^\d/.test(text)
      ? piece(at, 'number', text)
      : piece(at, /^\w/.test(text) ? 'name' : 'sign', text),
  ),
  ...of,
  piece(at, 'sign', ')'),
  piece(at, 'sign', ')'),
];

/** The first argument behind `rcond=None` is left out. */
const bracketed = (tokens: readonly Piece[], at: Piece): readonly Piece[] => {
  const comma = tokens.findIndex((t) => isSign(t, ','));
  const all = comma < 0 ? tokens : tokens.slice(0, comma);
  return [{ ...piece(at, 'sign', '('), spaced: true }, ...all, piece(at, 'sign', ')')];
};

const longest = 6;

/** Writes a call, from its word to the end of its bracket, to `out`; the place behind it, or null. */
type ReadCall = (tokens: readonly Piece[], at: number, end: number, out: Piece[]) => number | null;

/** `lstsq(A, b)[0]` as `(pinv(A) (b))`. */
const readLeastSquares: ReadCall = (tokens, at, end, out) => {
  const word = tokens[at] as Piece;
  const comma = tokens.findIndex((t, i) => i > at + 1 && isSign(t, ','));
  const chosen = tokens
    .slice(end, end + 3)
    .map((t) => t.text)
    .join('');
  const stop = chosen === '[0]' ? end + 3 : chosen === '.solution' ? end + 2 : -1;
  if (comma <= 0 || comma >= end || stop <= 0) return null;
  out.push(
    { ...piece(word, 'sign', '('), spaced: true },
    name(word, 'pinv'),
    piece(word, 'sign', '('),
    ...tokens.slice(at + 2, comma),
    piece(word, 'sign', ')'),
    ...bracketed(tokens.slice(comma + 1, end - 1), word),
    piece(word, 'sign', ')'),
  );
  return stop;
};

/** A call of which one result is chosen. */
const readChosen: ReadCall = (tokens, at, end, out) => {
  const word = tokens[at] as Piece;
  const [count, ours] = behind(tokens, word.text, end);
  if (ours === null) return null;
  const argument = tokens.slice(at + 2, end - 1);
  const comma = argument.findIndex((t) => isSign(t, ','));
  out.push(
    ...ours.flatMap((one, i) => [
      i === 0 ? name(word, one) : piece(word, 'name', one),
      piece(word, 'sign', '('),
    ]),
    ...(comma < 0 ? argument : argument.slice(0, comma)),
    ...ours.map(() => piece(tokens[end - 1] as Piece, 'sign', ')')),
  );
  return end + count;
};

/** `max(eigvalsh(A))` and its like, of which the outer word is written; the place behind, or null. */
const readAggregate = (
  tokens: readonly Piece[],
  at: number,
  end: number,
  out: Piece[],
  context: Context,
): number | null => {
  const outer = out.at(-2);
  const whole = isSign(tokens[end], ')') || isSign(tokens[end], ',');
  const total = whole ? unordered.get(outer?.text ?? '') : undefined;
  if (total === undefined) return null;
  const of = tokens.slice(at + 2, end - 1);
  if (total.startsWith('lambda')) {
    out.splice(-2, 2, name(outer as Piece, total), out.at(-1) as Piece);
    out.push(...of);
  } else if (total === 'prod') {
    const size = context.names.shapes.get(of[0]?.text ?? '')?.[0] ?? 'n';
    out.splice(-2, 2, ...allEigenvalues(outer as Piece, of, size));
    return end + 1;
  } else out.push(name(tokens[at] as Piece, 'eig'), ...tokens.slice(at + 1, end));
  return end;
};

export const readResults = (tokens: readonly Piece[], context: Context): readonly Piece[] => {
  const out: Piece[] = [];
  for (let at = 0; at < tokens.length; ) {
    const word = tokens[at] as Piece;
    const plain = word.kind === 'name' && !isOwn(context, word.text) && words.has(word.text);
    const end = plain && isSign(tokens[at + 1], '(') ? bracketEnd(tokens, at + 1) : -1;
    const isAggregated = word.text === 'eigvalsh' && isSign(tokens[at - 1], '(');
    const next =
      end < 0
        ? null
        : ((word.text === 'lstsq' ? readLeastSquares(tokens, at, end, out) : null) ??
          readChosen(tokens, at, end, out) ??
          (isAggregated ? readAggregate(tokens, at, end, out, context) : null));
    if (next === null) out.push(word);
    at = next ?? at + 1;
  }
  return out;
};

/** How many tokens behind the call choose a result, and what it is. */
const behind = (
  tokens: readonly Piece[],
  word: string,
  end: number,
): readonly [number, readonly string[] | null] => {
  let text = word;
  let found: readonly [number, readonly string[] | null] = [0, null];
  for (let i = 0; i < longest && end + i < tokens.length; i++) {
    text += (tokens[end + i] as Piece).text;
    const ours = results.get(text);
    if (ours) found = [i + 1, ours];
  }
  return found;
};
