/** `np.einsum('ij,jk->ik', A, B)` as products of matrices and vectors, where it is one. */
import { ClaimError } from '../ast.ts';
import { isOwn } from './context.ts';
import type { Context } from './context.ts';
import { bracketEnd } from './operands.ts';
import { closes, grouped, isForeign, isName, isSign, name, opens, piece, sign } from './piece.ts';
import type { Piece } from './piece.ts';

/** A vector or matrix and the letters of its axes. */
interface Factor {
  readonly letters: string;
  readonly tokens: readonly Piece[];
}

const isQuote = (token: Piece | undefined): boolean => isSign(token, "'") || isForeign(token, '"');

const refused = (word: Piece): ClaimError =>
  new ClaimError(
    'this einsum is not a product of matrices and vectors',
    word,
    'write sums over indices, as in sum[i](sum[j](A[i,j] B[i,j]))',
  );

const product = (at: Piece, ...parts: readonly (readonly Piece[])[]): readonly Piece[] =>
  grouped(
    parts.flatMap((part) => part.map((t, i) => (i === 0 ? { ...t, spaced: true } : t))),
    at,
  );

const transposed = (at: Piece, part: readonly Piece[]): readonly Piece[] => [
  ...part,
  piece(at, 'sign', "'"),
];

/** The factor as a matrix from one letter to the other. */
const from = (at: Piece, { letters, tokens }: Factor, first: string): readonly Piece[] =>
  letters.length === 1 || letters[0] === first ? tokens : transposed(at, tokens);

const other = ({ letters }: Factor, letter: string): string =>
  letters.length === 1
    ? ''
    : letters[0] === letter
      ? (letters[1] as string)
      : (letters[0] as string);

const call = (at: Piece, word: string, inner: readonly Piece[]): readonly Piece[] => [
  name(at, word),
  piece(at, 'sign', '('),
  ...inner,
  piece(at, 'sign', ')'),
];

/** Factors over the same letters, multiplied entry by entry where a letter is met too often. */
const merged = (at: Piece, factors: readonly Factor[], output: string): readonly Factor[] => {
  const count = (letter: string): number =>
    factors.filter((one) => one.letters.includes(letter)).length +
    (output.includes(letter) ? 1 : 0);
  for (const [i, a] of factors.entries())
    for (const b of factors.slice(i + 1)) {
      const same = [...a.letters].toSorted().join('') === [...b.letters].toSorted().join('');
      if (!same || ![...a.letters].some((letter) => count(letter) > 2)) continue;
      const right = from(at, b, a.letters[0] as string);
      const both = grouped([...a.tokens, sign(at, '.*'), ...right], at);
      const rest = factors.filter((one) => one !== a && one !== b);
      return merged(at, [{ letters: a.letters, tokens: both }, ...rest], output);
    }
  return factors;
};

/** Follows the factors from a letter to where the chain ends. */
const chain = (
  at: Piece,
  start: string,
  factors: readonly Factor[],
): {
  readonly parts: readonly (readonly Piece[])[];
  readonly end: string;
  readonly rest: readonly Factor[];
} => {
  const parts: (readonly Piece[])[] = [];
  let [letter, rest] = [start, factors];
  for (;;) {
    const next = rest.find((one) => one.letters.includes(letter));
    if (!next) return { parts, end: letter, rest };
    parts.push(from(at, next, letter));
    rest = rest.filter((one) => one !== next);
    letter = other(next, letter);
    if (letter === '') return { parts, end: '', rest };
  }
};

const contracted = (word: Piece, given: readonly Factor[], output: string): readonly Piece[] => {
  if (given.some(({ letters }) => !/^[a-z]{1,2}$/.test(letters)) || output.length > 2)
    throw refused(word);
  const loop = given.find(({ letters }) => letters.length === 2 && letters[0] === letters[1]);
  if (loop) {
    if (given.length > 1) throw refused(word);
    if (output === '') return call(word, 'tr', loop.tokens);
    if (output === loop.letters[0]) return call(word, 'diag', loop.tokens);
    throw refused(word);
  }
  const factors = merged(word, given, output);
  const [only] = factors;
  if (factors.length === 1 && only && [...only.letters].every((letter) => output.includes(letter)))
    return output.length === only.letters.length
      ? from(word, only, output[0] as string)
      : (() => {
          throw refused(word);
        })();
  const used = new Map<string, number>();
  for (const letter of [...factors.map((one) => one.letters).join(''), ...output])
    used.set(letter, (used.get(letter) ?? 0) + 1);
  if ([...used.values()].some((n) => n > 2)) throw refused(word);
  // a letter that is summed alone meets a vector of ones
  const all = [
    ...factors,
    ...[...used]
      .filter(([letter, n]) => n === 1 && !output.includes(letter))
      .map(([letter]) => ({ letters: letter, tokens: [name(word, 'ones')] })),
  ];
  if ([...output].some((letter) => !all.some((one) => one.letters.includes(letter))))
    throw refused(word);
  const vector = all.find(({ letters }) => letters.length === 1 && !output.includes(letters));
  if (output.length === 2) {
    const [p, q] = [...output] as [string, string];
    const outer = [p, q].map((letter) => all.find((one) => one.letters === letter));
    if (all.length === 2 && outer[0] && outer[1])
      return product(word, outer[0].tokens, transposed(word, outer[1].tokens));
    const { parts, end, rest } = chain(word, p, all);
    if (end !== q || rest.length > 0) throw refused(word);
    return product(word, ...parts);
  }
  if (output.length === 1) {
    const { parts, end, rest } = chain(word, output, all);
    if (end !== '' || rest.length > 0) throw refused(word);
    return product(word, ...parts);
  }
  if (vector) {
    const { parts, end, rest } = chain(
      word,
      vector.letters,
      all.filter((one) => one !== vector),
    );
    if (end !== '' || rest.length > 0) throw refused(word);
    return product(word, transposed(word, vector.tokens), ...parts);
  }
  const start = all[0]?.letters[0] as string;
  const { parts, end, rest } = chain(word, start, all);
  if (end !== start || rest.length > 0) throw refused(word);
  return call(word, 'tr', product(word, ...parts));
};

/** The arguments behind the quoted text. */
const operandsOf = (tokens: readonly Piece[]): readonly (readonly Piece[])[] => {
  const parts: Piece[][] = [];
  let depth = 0;
  for (const token of tokens) {
    if (opens(token)) depth++;
    else if (closes(token)) depth--;
    if (depth === 0 && isSign(token, ',')) parts.push([]);
    else parts.at(-1)?.push(token);
  }
  return parts;
};

export const readEinsum = (tokens: readonly Piece[], context: Context): readonly Piece[] => {
  const at = tokens.findIndex((t, i) => isName(t, 'einsum') && isQuote(tokens[i + 2]));
  if (at < 0 || isOwn(context, 'einsum')) return tokens;
  const word = tokens[at] as Piece;
  const end = bracketEnd(tokens, at + 1);
  const close = tokens.findIndex((t, i) => i > at + 2 && i < end && isQuote(t));
  if (close < 0) throw refused(word);
  const text = tokens
    .slice(at + 3, close)
    .map((t) => t.text)
    .join('');
  const [inputs = '', given] = text.split(/[-=]>/);
  const letters = inputs.split(',');
  const operands = operandsOf(tokens.slice(close + 1, end - 1));
  if (operands.length !== letters.length) throw refused(word);
  const once = [...new Set(inputs.replaceAll(',', ''))].filter(
    (letter) => inputs.split(letter).length === 2,
  );
  const output = given ?? once.toSorted().join('');
  const factors = letters.map((one, i) => ({
    letters: one,
    tokens: grouped(readEinsum(operands[i] ?? [], context), word),
  }));
  return [
    ...tokens.slice(0, at),
    ...contracted(word, factors, output).map((t, i) =>
      i === 0 ? { ...t, spaced: true, opens: word.opens } : t,
    ),
    ...readEinsum(tokens.slice(end), context),
  ];
};
