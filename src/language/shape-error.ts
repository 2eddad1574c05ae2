/** Errors about shapes that do not fit, with the expressions and their shapes. */
import { ShapeMismatch } from '../operators/operator.ts';
import { ClaimError, type Expr, type Span } from './ast.ts';
import { exprText } from './text.ts';
import { describeShape, type Unifier } from './unifier.ts';

/** An error that a transposition or an index shift may mend. */
export class ShapeError extends ClaimError {}

const shortened = (text: string): string => (text.length > 40 ? `${text.slice(0, 37)}...` : text);

/** An expression with its shape, for a message: `W h (a vector of length m)`. */
export const withShape = (e: Expr, unifier: Unifier): string =>
  `${shortened(exprText(e))} (${describeShape(unifier.shape(e.shape))})`;

/** Runs what may find two shapes that do not fit, and points into the text if it does. */
export const atPlace = <T>(
  span: Span,
  operands: readonly Expr[],
  unifier: Unifier,
  run: () => T,
  hint: string | null = null,
): T => {
  try {
    return run();
  } catch (error) {
    if (!(error instanceof ShapeMismatch)) throw error;
    const shown = operands.map((e) => withShape(e, unifier)).join(' and ');
    throw new ShapeError(shown === '' ? error.message : `${shown}: ${error.message}`, span, hint);
  }
};
