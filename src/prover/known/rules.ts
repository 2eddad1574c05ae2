/** Theorems as rewrite rules from their left side, a single graph, whatever its size. */
import type { Theorem } from '../../kernel/theorem.ts';
import { bookOf, type Context } from './context.ts';
import { equation } from '../derived/equations.ts';
import type { Rewrite } from '../derived/simplify.ts';
import { negated } from '../graphs/small-terms.ts';
import { difference } from '../graphs/sum.ts';

/** Null if the left side is not a single graph, or occurs on the right too. */
export function ruleOf(theorem: Theorem, ctx: Context, name: string): Rewrite | null {
  const eq = equation(theorem, name);
  const book = bookOf(ctx);
  const keys = [...difference(eq.left, negated(eq.left), book.map).keys()];
  const [key] = keys;
  if (key === undefined || keys.length > 1) return null;
  const from = difference(eq.left, eq.right, book.map).get(key);
  return from ? { eq, from } : null;
}
