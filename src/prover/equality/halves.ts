/** The halves of a scalar graph: the t with m = t·t, or m = t'Ht for a definite H. */
import type { Monomial, Term } from '../../kernel/term.ts';
import { one } from '../../kernel/ratio.ts';
import { contract } from '../../kernel/graph.ts';
import type { Theorem } from '../../kernel/theorem.ts';
import { bookOf, type Context } from '../known/context.ts';
import { squareOf } from '../graphs/small-terms.ts';
import { cuts, subgraph } from '../graphs/subgraph.ts';
import { accumulate, difference, termOf, type Sum } from '../graphs/sum.ts';

/** A matrix that is known to be definite. */
export interface Form {
  readonly subject: Term;
  readonly theorem: Theorem;
}

/** Terms t with m = t·t, or m = t'Ht: the halves of a scalar graph. */
export function halves(
  m: Monomial,
  ctx: Context,
  forms?: readonly Form[],
): { half: Term; form: Form | null }[] {
  const count = m.factors.length;
  if (m.free.length > 0 || count < 2 || count > 12) return [];
  const book = bookOf(ctx);
  const whole: Sum = new Map();
  accumulate(
    whole,
    termOf(new Map([['', { coefficient: one, monomial: m, sign: 1n as const }]]), []),
    one,
    book.map,
  );
  const same = (t: Term): boolean => difference(t, termOf(whole, []), book.map).size === 0;
  const found: { half: Term; form: Form | null }[] = [];
  const definite =
    forms ??
    ctx.facts.flatMap(({ theorem }) => {
      const f = theorem.conclusion;
      return f.kind === 'is' && f.predicate === 'pd' ? [{ subject: f.subject, theorem }] : [];
    });
  for (const { chosen, free } of cuts(m)) {
    const size = chosen.length;
    if (2 * size !== count && !definite.some((d) => 2 * size + factorsOf(d.subject) === count))
      continue;
    const half = subgraph(m, chosen, free);
    if (2 * size === count && same(squareOf(half))) found.push({ half, form: null });
    for (const form of definite) {
      if (half.shape.length !== 1 || half.shape[0] !== form.subject.shape[0]) continue;
      if (same(contract([half, form.subject, half], ['i', 'ij', 'j'], '')))
        found.push({ half, form });
    }
  }
  return found;
}
const factorsOf = (t: Term): number =>
  t.monomials.length === 1 ? (t.monomials[0] as Monomial).factors.length : 99;
