/**
 * Both sides of an equation in normal form and their difference, for a step that does not follow.
 */
import type { Term } from '../../kernel/term.ts';
import { zeros } from '../../kernel/graph.ts';
import { withInverses } from './by-equations.ts';
import { bookOf, type Context } from '../known/context.ts';
import { Ledger } from '../derived/equations.ts';
import { orient, simplify } from '../derived/simplify.ts';
import { termOf } from '../graphs/sum.ts';
import { termText } from '../derived/term-text.ts';

/** Three lines for the message; none where the shapes differ. */
export function normalText(left: Term, right: Term, given: Context): string[] {
  if (left.shape.join() !== right.shape.join()) return [];
  const ctx = withInverses(given, left, right);
  const normal = (a: Term, b: Term): string => {
    const ledger = new Ledger(a, b, bookOf(ctx));
    simplify(
      ledger,
      ctx.inverses.flatMap((e) => orient(e, bookOf(ctx)) ?? []),
    );
    return termText(termOf(ledger.rest, a.shape));
  };
  const nothing = zeros(left.shape);
  return [
    `  left:       ${normal(left, nothing)}`,
    `  right:      ${normal(right, nothing)}`,
    `  difference: ${normal(left, right)}`,
  ];
}
