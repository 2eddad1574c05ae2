/** Parts of a contraction graph as terms. */
import type { Factor, Monomial, Term } from '../../kernel/term.ts';
import { factorTerm, splice } from '../../kernel/graph.ts';

/**
 * The chosen factors as a term with these free wires; wires elsewhere are left out, for each would
 * count as a loop.
 */
export function subgraph(m: Monomial, chosen: readonly Factor[], free: readonly number[]): Term {
  const kept = [...new Set([...free, ...chosen.flatMap((f) => f.slots)])];
  const place = new Map(kept.map((w, i) => [w, i]));
  const move = (ws: readonly number[]): number[] => ws.map((w) => place.get(w) as number);
  return splice(
    { wires: kept.map((w) => m.wires[w] as string), free: move(free) },
    chosen.map((f) => ({ term: factorTerm(f), on: move(f.slots) })),
  );
}

/**
 * Every choice of factors of a scalar graph, with the wires that join it to the rest: at most
 * `limit` factors are looked at.
 */
export function* cuts(m: Monomial, limit = 12): Generator<{ chosen: Factor[]; free: number[] }> {
  const count = m.factors.length;
  if (count > limit) return;
  for (let mask = 1; mask < 1 << count; mask++) {
    const chosen = m.factors.filter((_, i) => (mask >> i) & 1);
    const inside = new Set(chosen.flatMap((f) => f.slots));
    const outside = new Set(m.factors.filter((f) => !chosen.includes(f)).flatMap((f) => f.slots));
    yield { chosen, free: [...inside].filter((w) => outside.has(w)) };
  }
}
