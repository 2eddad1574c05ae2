/** Products under Python's names. */
import type { Call } from './call.ts';
import { grouped, name, piece, sign } from './piece.ts';
import type { Piece } from './piece.ts';

const spaced = (tokens: readonly Piece[]): readonly Piece[] =>
  tokens.map((t, i) => (i === 0 ? { ...t, spaced: true } : t));

/** `a b`, or with a prime behind the second `a b'`, in brackets. */
export const productOf = ({ word, args }: Call, prime: '' | "'"): readonly Piece[] | null => {
  const [a, b] = args;
  if (!a || !b || args.length !== 2) return null;
  return grouped(
    [
      ...grouped(a, word),
      sign(word, '*'),
      ...spaced(grouped(b, word)),
      ...(prime === '' ? [] : [piece(word, 'sign', prime)]),
    ],
    word,
  );
};

/** `np.dot(a, b)` is the product of matrices, and the inner product where both are vectors. */
export const dotRule = (call: Call): readonly Piece[] | null => {
  const { word, args, context, python } = call;
  if (!python || args.length !== 2) return null;
  const kinds = args.map((arg) =>
    arg.length === 1 ? context.names.kinds.get(arg[0]?.text ?? '') : undefined,
  );
  if (kinds.every((kind) => kind === 'vector')) return null;
  if (kinds.some((kind) => kind === 'matrix' || kind === 'scalar')) return productOf(call, '');
  const way = context.choices.pick(`dot@${word.start}`, word, ['the product', 'the inner product']);
  return way === 0
    ? productOf(call, '')
    : [
        name(word, 'dot'),
        piece(word, 'sign', '('),
        ...(args[0] ?? []),
        piece(word, 'sign', ','),
        ...(args[1] ?? []),
        piece(word, 'sign', ')'),
      ];
};
