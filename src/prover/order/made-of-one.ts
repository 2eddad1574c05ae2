/** Matrices that are made of one matrix with a name: sums of its powers and of inverses of such. */
import type { Factor, Term } from '../../kernel/term.ts';
import { contract, variable } from '../../kernel/graph.ts';

/** Every factor that has two axes, those inside inverses too; null where there is another. */
function matricesIn(t: Term): Factor[] | null {
  const found: Factor[] = [];
  for (const m of t.monomials)
    for (const f of m.factors) {
      if (f.slots.length === 0) continue;
      if (f.slots.length !== 2) return null;
      const { head } = f;
      if (head.kind === 'variable') found.push(f);
      else if (head.kind === 'inverse' && head.params.length === 0) {
        const inside = matricesIn(head.arg);
        if (!inside) return null;
        found.push(...inside);
      } else return null;
    }
  return found;
}

/** The inverses that stand in a matrix, the innermost first. */
export function invertedIn(t: Term): Term[] {
  const found: Term[] = [];
  for (const m of t.monomials)
    for (const { head, slots } of m.factors)
      if (head.kind === 'inverse' && slots.length === 2)
        for (const g of [...invertedIn(head.arg), head.arg]) if (!found.includes(g)) found.push(g);
  return found;
}

/** H, where the matrix is made of one alone. */
export function baseOf(t: Term): Term | null {
  const all = matricesIn(t);
  const names = new Set(all?.map(({ head }) => (head.kind === 'variable' ? head.name : '')));
  const [f] = all ?? [];
  if (!f || names.size !== 1 || f.head.kind !== 'variable') return null;
  const w = variable(f.head.name, f.head.shape);
  const [rows, columns] = f.head.shape;
  if (rows === columns) return w;
  return columns === t.shape[0]
    ? contract([w, w], ['ki', 'kj'], 'ij')
    : contract([w, w], ['ik', 'jk'], 'ij');
}

/** Is it worth a look: more than a multiple of H and one more graph? */
export const isMade = (t: Term): boolean =>
  t.monomials.length > 1 && t.monomials.length < 20 && baseOf(t) !== null;
