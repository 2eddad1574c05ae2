/**
 * The identity, ones and zeros with their sizes: the size is kept, and checked against the shape
 * later.
 */
import { ClaimError } from '../ast.ts';
import type { Call } from './calls.ts';
import { isSign, name, number } from './piece.ts';
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
    if (what === 'ones' && dims.length > 1 && !column)
      throw new ClaimError(
        'a matrix of ones has no word of its own',
        word,
        "write ones ones' for the product of two vectors of ones",
      );
    if (word.text !== 'zeros_like')
      context.sized.push({
        at: word,
        dims: column ? dims.slice(0, 1) : dims,
        typed: `${word.text}(${dims.join(', ')})`,
      });
    return [what === 'ones' ? name(word, 'ones') : number(word, '0')];
  };
