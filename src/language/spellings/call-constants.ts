/**
 * The identity, ones and zeros with their sizes: the size is kept, and checked against the shape
 * later.
 */
import type { Call } from './call.ts';
import { grouped, isSign, name, number, piece } from './piece.ts';
import type { Piece } from './piece.ts';

/** The sizes in `n`, `(m, n)`, `m, n`. */
const sizes = (args: Call['args']): readonly string[] =>
  args.flatMap((arg) =>
    arg.filter((t) => !isSign(t, '(') && !isSign(t, ')') && !isSign(t, ',')).map((t) => t.text),
  );

/**
 * Sizes are dimensions and numbers; anything else is an operand, as in `identity(x)` and `ones
 * (c)`.
 */
const areSizes = ({ args, context }: Call): boolean =>
  sizes(args).every((one) => /^\d+$/.test(one) || context.names.dims.has(one));

/** Typed with its package. */
const ofPackage = ({ word, python }: Call): boolean =>
  python && word.end - word.start > word.text.length;

export const eyeRule = (call: Call): readonly Piece[] | null => {
  const { word, args, context } = call;
  if (!areSizes(call) || (word.text === 'identity' && !ofPackage(call))) return null;
  const dims = sizes(args);
  const [n] = dims;
  if (n === undefined || dims.length > 2) return null;
  context.sized.push({
    at: word,
    dims: [n, dims[1] ?? n],
    typed: `${word.text}(${dims.join(', ')})`,
  });
  return [name(word, 'I')];
};

/** `(ones ones')`: each vector with its own size. */
const onesMatrix = (
  { word, context }: Call,
  [m = '', n = '']: readonly string[],
): readonly Piece[] => {
  const second = { ...word, start: word.start + 1 };
  const typed = `${word.text}(${m}, ${n})`;
  context.sized.push({ at: word, dims: [m], typed }, { at: second, dims: [n], typed });
  return grouped(
    [name(word, 'ones'), { ...name(second, 'ones'), spaced: true }, piece(second, 'sign', "'")],
    word,
  );
};

export const filledRule =
  (what: 'ones' | '0') =>
  (call: Call): readonly Piece[] | null => {
    const { word, args, context } = call;
    // `ones (n)` with a space is a product
    const touches = args[0]?.[0]?.start === word.end + 1;
    if (word.text === 'ones' && !ofPackage(call) && !touches) return null;
    if (word.text !== 'zeros_like' && !areSizes(call)) return null;
    const dims = sizes(args);
    if (dims.length === 0) return null;
    const column = dims.length === 2 && dims[1] === '1';
    if (what === 'ones' && dims.length === 2 && !column) return onesMatrix(call, dims);
    if (word.text !== 'zeros_like')
      context.sized.push({
        at: word,
        dims: column ? dims.slice(0, 1) : dims,
        typed: `${word.text}(${dims.join(', ')})`,
      });
    return [what === 'ones' ? name(word, 'ones') : number(word, '0')];
  };
