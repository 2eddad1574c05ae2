/** The connected components of a graph, joined by wires that are not free. */
import type { Monomial } from '../../kernel/term.ts';

/** The places of the factors of each. */
export function components(m: Monomial): number[][] {
  const parent = m.factors.map((_, i) => i);
  const find = (i: number): number => (parent[i] === i ? i : find(parent[i] as number));
  const isFree = new Set(m.free);
  const seen = new Map<number, number>();
  m.factors.forEach((f, i) => {
    for (const w of f.slots) {
      if (isFree.has(w)) continue;
      const other = seen.get(w);
      if (other === undefined) seen.set(w, i);
      else parent[find(i)] = find(other);
    }
  });
  const groups = new Map<number, number[]>();
  m.factors.forEach((_, i) => groups.set(find(i), [...(groups.get(find(i)) ?? []), i]));
  return [...groups.values()];
}
