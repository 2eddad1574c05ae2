/**
 * Vectors and matrices that stand in the graphs of a gap: connected parts that one or two wires
 * join to the rest.
 */
import type { Factor, Monomial, Term } from '../../kernel/term.ts';
import { add, permute, zeros } from '../../kernel/graph.ts';
import type { Symmetries } from '../../kernel/write.ts';
import { negated } from './small-terms.ts';
import { subgraph } from './subgraph.ts';
import { difference, weight, type Sum } from './sum.ts';

const mostFactors = 9;

/** Do wires join all of these factors? */
function connected(factors: readonly Factor[]): boolean {
  const [first, ...rest] = factors;
  const wires = new Set(first?.slots);
  let left = rest;
  for (;;) {
    const next = left.filter((f) => !f.slots.some((s) => wires.has(s)));
    if (next.length === left.length) return next.length === 0;
    left.filter((f) => !next.includes(f)).forEach((f) => f.slots.forEach((s) => wires.add(s)));
    left = next;
  }
}

/**
 * Connected parts of a graph, without its numbers: with one free wire, or with two where no vector
 * stands in it.
 */
function* partsOf(m: Monomial): Generator<Term> {
  const wired = m.factors.filter((f) => f.slots.length > 0);
  const count = wired.length;
  if (count > mostFactors) return;
  const most = wired.some((f) => f.slots.length === 1) ? 1 : 2;
  for (let mask = 1; mask < 1 << count; mask++) {
    const chosen = wired.filter((_, i) => (mask >> i) & 1);
    const rest = new Set(wired.filter((_, i) => !((mask >> i) & 1)).flatMap((f) => f.slots));
    const free = [...new Set(chosen.flatMap((f) => f.slots))].filter((w) => rest.has(w));
    if (free.length < 1 || free.length > most || !connected(chosen)) continue;
    yield subgraph({ ...m, powers: {} }, chosen, free);
  }
}

/** The term's graphs as one text; symmetric factors may be turned. */
export const textOf = (t: Term, symmetries: Symmetries): string =>
  [...difference(t, zeros(t.shape), symmetries)]
    .map(([text, { coefficient: c }]) => `${c.num}/${c.den} ${text}`)
    .sort()
    .join(' + ');
const size = (t: Term): number => t.monomials.reduce((sum, m) => sum + weight(m), 0);

/** Vectors n and matrices n×k in the gap, each once, the simplest first. */
export function partsIn(gap: Sum, symmetries: Symmetries, most = 10): Term[] {
  const found = new Map<string, Term>();
  for (const { monomial } of gap.values())
    for (const t of partsOf(monomial))
      for (const u of t.shape.length === 2 ? [t, permute(t, [1, 0])] : [t]) {
        const text = `${u.shape.join('×')} ${textOf(u, symmetries)}`;
        if (!found.has(text)) found.set(text, u);
      }
  return [...found.values()].toSorted((a, b) => size(a) - size(b)).slice(0, most);
}

/** Differences and sums of parts of one shape. */
export const combinedParts = (parts: readonly Term[]): Term[] =>
  parts.flatMap((a, i) =>
    parts
      .slice(i + 1)
      .filter((b) => a.shape.join() === b.shape.join())
      .flatMap((b) => [add(a, negated(b)), add(a, b)]),
  );
