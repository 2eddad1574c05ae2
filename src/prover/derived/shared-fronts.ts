/** Products grouped by the factor that they begin with. */
import { add, scale } from '../../kernel/graph.ts';
import type { Term } from '../../kernel/term.ts';
import { throughActivation } from './activations.ts';
import { alike } from './labelled.ts';
import { cutBehindFirst, parts, withoutCoefficient } from './norm-parts.ts';

/**
 * Summands that are bounded better together than apart: φ(u) − φ(v), A u − A v, and sums whose
 * length is mentioned.
 */
export function groups(t: Term, known: readonly Term[]): Term[] {
  const left = parts(t);
  if (left.length < 3 || left.length > 8) return left;
  const found: Term[] = [];
  for (const fits of [
    (s: Term) => known.some((u) => alike(u, s)),
    (s: Term) => throughActivation(s) !== null,
    (s: Term) => sharedFront(s) !== null,
  ]) {
    for (let i = 0; i < left.length; i++) {
      const j = left.findIndex((part, k) => k > i && fits(add(left[i] as Term, part)));
      if (j < 0) continue;
      const [second] = left.splice(j, 1);
      const [head] = left.splice(i--, 1);
      found.push(add(head as Term, second as Term));
    }
  }
  return found.length === 1 && left.length === 0 ? parts(t) : [...found, ...left];
}

/** A (u − v + …) where the summands A u, −A v, … all begin with A. */
export function sharedFront(t: Term): { front: Term; rest: Term } | null {
  const each = parts(t).map((part) => {
    const { coefficient, rest } = withoutCoefficient(part);
    const cut = cutBehindFirst(rest);
    return cut && { front: cut.front, rest: scale(coefficient, cut.rest) };
  });
  const [head] = each;
  if (!head || each.some((cut) => !cut || !alike(cut.front, head.front))) return null;
  return { front: head.front, rest: add(...each.map((cut) => (cut as typeof head).rest)) };
}
