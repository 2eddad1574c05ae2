/** Whether a factor next to Python's `*` is a number: then both readings of the star agree. */
import type { Context } from './context.ts';
import { factorEnd, operandStart } from './operands.ts';
import type { Piece } from './piece.ts';

const scalarWords = new Set(
  'tr det norm normF norm1 norminf nuclear rank logdet dot trace float'.split(' '),
);

/** Functions of numbers: their value is a number where their argument is one. */
const ofEntries = new Set(
  'exp log sqrt abs sin cos tanh sigmoid relu softplus gelu silu erf square sign pi'.split(' '),
);

/** A number, a declared scalar, a scalar's brackets next to the star: both readings agree. */
export const byScalar = (tokens: readonly Piece[], at: number, context: Context): boolean => {
  const before = tokens.slice(Math.max(0, at - 60), at);
  const start = operandStart(before, context);
  const after = tokens.slice(at + 1, at + 60);
  return (
    isNumber(before.slice(start), context) ||
    isNumber(after.slice(0, factorEnd(after, 0, context)), context)
  );
};

/** A number by its words: `2`, `np.trace(A)`, `exp(t)` of a declared scalar. */
export const isNumber = (operand: readonly Piece[], { names }: Context): boolean => {
  const [first] = operand;
  if (first?.kind === 'name' && scalarWords.has(first.text) && !names.kinds.has(first.text))
    return true;
  const words = operand.filter((t) => t.kind === 'name');
  return (
    operand.length > 0 &&
    words.every(
      (t) =>
        names.kinds.get(t.text) === 'scalar' ||
        names.dims.has(t.text) ||
        (!names.kinds.has(t.text) && ofEntries.has(t.text)),
    )
  );
};
