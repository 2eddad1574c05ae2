/** What a term is divided by: numbers, and sizes. */
import type { Term } from '../../kernel/term.ts';
import { dimension } from '../../kernel/graph.ts';
import { writeHead } from '../../kernel/write.ts';

/** A number or size that a term is divided by, with the highest power in which it stands below. */
export interface Divisor {
  readonly of: Term;
  readonly power: number;
  readonly isSize: boolean;
}

export function divisorsOf(t: Term): Divisor[] {
  const found = new Map<string, Divisor>();
  for (const m of t.monomials) {
    const here = new Map<string, Divisor>();
    for (const { head } of m.factors) {
      if (head.kind !== 'inverse' || head.matrix || head.params.length > 0) continue;
      const key = writeHead(head);
      here.set(key, { of: head.arg, power: (here.get(key)?.power ?? 0) + 1, isSize: false });
    }
    for (const [size, power] of Object.entries(m.powers))
      if (power < 0) here.set(`|${size}`, { of: dimension(size), power: -power, isSize: true });
    for (const [key, d] of here) if (d.power > (found.get(key)?.power ?? 0)) found.set(key, d);
  }
  return [...found.values()];
}
