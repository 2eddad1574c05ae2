/** Inequalities that determinants and traces of products of definite matrices invite. */
import type { Term } from '../../kernel/term.ts';
import { factorTerm, permute } from '../../kernel/graph.ts';
import { fact, first, second, type Theorem } from '../../kernel/theorem.ts';
import type { Context } from '../known/context.ts';
import type { Prove } from '../known/strategy.ts';
import { usable } from '../known/usable.ts';

/** Determinants and traces of products of definite matrices. */
export function definiteBounds(
  terms: readonly Term[],
  determined: readonly Term[],
  ctx: Context,
  prove: Prove,
): Theorem[] {
  const found: Theorem[] = [];
  const dets = determined.slice(0, 4);
  for (const a of dets) {
    const signs = fact('det of a definite matrix', a);
    found.push(...usable(second(signs), ctx, prove), ...usable(first(signs), ctx, prove));
    for (const b of dets)
      if (a !== b && a.shape.join() === b.shape.join())
        found.push(...usable(fact('determinants in the same order', a, b), ctx, prove));
  }
  for (const [a, b] of tracesOfTwo(...terms))
    found.push(...usable(fact('trace of a product of psd matrices', a, b), ctx, prove));
  return found;
}

/** The square matrices of traces tr(A B) in the terms, B turned where tr(A B') stands there. */
export const tracesOfTwo = (...terms: readonly Term[]): [Term, Term][] =>
  terms
    .flatMap((t) => t.monomials)
    .flatMap((m): [Term, Term][] => {
      const [f, g, ...more] = m.factors.filter((x) => x.slots.length === 2);
      if (!f || !g || more.length > 0 || f.slots[0] === f.slots[1]) return [];
      const [i, j] = f.slots.map((slot) => m.wires[slot]);
      if (i !== j) return [];
      const [a, b] = [factorTerm(f), factorTerm(g)];
      return f.slots[0] === g.slots[1] && f.slots[1] === g.slots[0]
        ? [[a, b]]
        : f.slots.join() === g.slots.join()
          ? [[a, permute(b, [1, 0])]]
          : [];
    });
