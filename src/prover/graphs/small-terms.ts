/**
 * The small terms that strategies write again and again: sums and products of numbers, inner
 * products, squares.
 */
import type { Term } from '../../kernel/term.ts';
import { add, contract, scale, zeros } from '../../kernel/graph.ts';
import { negative, one } from '../../kernel/ratio.ts';
import { letters } from './indices.ts';

export const nought = (): Term => zeros([]);
export const negated = (t: Term): Term => scale(negative(one), t);
export const minus = (a: Term, b: Term): Term => add(a, negated(b));
/** The product of numbers. */
export const times = (...s: readonly Term[]): Term =>
  contract(
    s,
    s.map(() => ''),
    '',
  );
/** x·y, summed over all axes. */
export const inner = (x: Term, y: Term): Term =>
  contract([x, y], [letters(x.shape.length), letters(x.shape.length)], '');
export const squareOf = (t: Term): Term => inner(t, t);
