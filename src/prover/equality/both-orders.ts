/**
 * Equality of matrices by their quadratic forms: where u'A u ≤ u'B u ≤ u'A u for every u, and both
 * are symmetric, A = B.
 */
import type { Dim, Term } from '../../kernel/term.ts';
import { add, contract, variable } from '../../kernel/graph.ts';
import { less, type Formula } from '../../kernel/formula.ts';
import { antisymmetry, generalise, type Theorem } from '../../kernel/theorem.ts';
import { freshIn, type Context } from '../known/context.ts';
import { withFact } from '../known/facts.ts';
import { nought, negated } from '../graphs/small-terms.ts';
import type { Prove } from '../known/strategy.ts';

type Equal = Formula & { readonly kind: 'equal' };

/** Is the sign of a form known at every vector of this dimension? */
const signed = ({ facts }: Context, n: Dim): number =>
  facts.filter(
    ({ theorem: { conclusion: f } }) =>
      f.kind === 'forall' &&
      f.bound.kind === 'tensor' &&
      f.bound.shape.join() === n &&
      f.body.kind === 'less' &&
      !f.body.strict,
  ).length;

export function byBothOrders({ left, right }: Equal, ctx: Context, prove: Prove): Theorem | null {
  const [n, m, ...more] = left.shape;
  if (n === undefined || n !== m || more.length > 0 || signed(ctx, n) < 2) return null;
  const gap = add(left, negated(right));
  const name = freshIn(ctx, 'u#', gap);
  const u: Term = variable(name, [n]);
  const form = contract([u, gap, u], ['i', 'ij', 'j'], '');
  const above = prove(less(nought(), form, false), ctx);
  const below = above && prove(less(form, nought(), false), ctx);
  if (!above || !below) return null;
  const zero = generalise({ kind: 'tensor', name, shape: [n] }, antisymmetry(below, above));
  return withFact(ctx, { theorem: zero, name: 'both orders' }, (c) => c.equality(left, right, c));
}
