/** Matrices that a claim writes out by their entries: [a, b; b, c] is Σ a_ij e_i e_j'. */
import type { Factor, Monomial, Term } from '../../kernel/term.ts';
import { add, dimension, factorTerm, number } from '../../kernel/graph.ts';
import { nought, times } from '../graphs/small-terms.ts';

/** Larger matrices are left to the search. */
const most = 8;

/** A matrix by its entries at the places of coordinate vectors. */
export interface Written {
  readonly places: readonly Term[];
  readonly entry: (i: number, j: number) => Term;
}

const isCoordinate = ({ head, slots }: Factor): boolean =>
  head.kind === 'variable' && head.name.startsWith('#') && slots.length === 1;

/** The numbers of a graph, without the factors that wires join. */
const numbersOf = (m: Monomial): Term =>
  times(
    number(m.coefficient),
    ...m.factors.filter((f) => f.slots.length === 0).map(factorTerm),
    ...Object.entries(m.powers).map(([d, k]) => dimension(d, k)),
  );

/** The entries of Σ a e_i e_j' with e_i coordinate vectors; null for any other matrix. */
export function writtenOut(t: Term): Written | null {
  const places = new Map<string, Term>();
  const entries = new Map<string, Term>();
  for (const m of t.monomials) {
    const wired = m.factors.filter((f) => f.slots.length > 0);
    if (wired.length !== 2 || !wired.every(isCoordinate) || m.free[0] === m.free[1]) return null;
    const key = m.free.map((wire) => {
      const at = wired.find((f) => f.slots[0] === wire);
      const called = at?.head.kind === 'variable' ? at.head.name : '';
      if (at) places.set(called, factorTerm(at));
      return called;
    });
    const before = entries.get(key.join());
    entries.set(key.join(), before ? add(before, numbersOf(m)) : numbersOf(m));
  }
  const names = [...places.keys()].toSorted();
  if (names.length === 0 || names.length > most) return null;
  return {
    places: names.map((n) => places.get(n) as Term),
    entry: (i, j) => entries.get(`${names[i]},${names[j]}`) ?? nought(),
  };
}
