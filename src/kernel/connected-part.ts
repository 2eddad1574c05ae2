/** Splits a graph into what is connected with the factors of one name, and the rest. */
import { factorTerm, splice, type Piece } from './graph.ts';
import { one } from './ratio.ts';
import type { Dim, Factor, Monomial, Term } from './term.ts';

export interface Split {
  /** What is connected with a factor of the name; its free wires are its own. */
  readonly part: Term;
  /** The graph with another term in place of the part. */
  readonly rest: (mean: Term) => Term;
}
/** Null where no factor has the name. */
export function split(m: Monomial, name: string): Split | null {
  const mine = new Set(
    m.factors.flatMap((f, i) => (f.head.kind === 'variable' && f.head.name === name ? [i] : [])),
  );
  const [first] = mine;
  if (first === undefined) return null;
  const others = (place: number): Piece[] =>
    m.factors.flatMap((f, i) => (i === place ? [] : [{ term: factorTerm(f), on: f.slots }]));
  if (mine.size === 1) {
    // E[A P B] = A E[P] B
    const factor = m.factors[first] as Factor;
    const rest = (mean: Term): Term =>
      splice({ wires: m.wires, free: m.free, coefficient: m.coefficient, powers: m.powers }, [
        ...others(first),
        { term: mean, on: factor.slots },
      ]);
    return { part: factorTerm(factor), rest };
  }
  const touched = new Set<number>();
  for (let grown = -1; grown !== mine.size; ) {
    grown = mine.size;
    for (const i of mine) m.factors[i]?.slots.forEach((w) => touched.add(w));
    m.factors.forEach((f, i) => void (f.slots.some((w) => touched.has(w)) && mine.add(i)));
  }
  const pieces = (own: boolean): Piece[] =>
    m.factors.flatMap((f, i) =>
      mine.has(i) === own ? [{ term: factorTerm(f), on: f.slots }] : [],
    );
  const open = [...new Set(m.free)].filter((w) => touched.has(w));
  const onWires = (
    wires: readonly number[],
    free: readonly number[],
    all: readonly Piece[],
    scalar: Pick<Monomial, 'coefficient' | 'powers'>,
  ): Term => {
    const place = (w: number): number => wires.indexOf(w);
    return splice(
      {
        wires: wires.map((w) => m.wires[w] as Dim),
        free: free.map(place),
        coefficient: scalar.coefficient,
        powers: scalar.powers,
      },
      all.map(({ term, on }) => ({ term, on: on.map(place) })),
    );
  };
  return {
    part: onWires([...touched], open, pieces(true), { coefficient: one, powers: {} }),
    rest: (mean) =>
      onWires(
        [...m.wires.keys()].filter((w) => !touched.has(w) || open.includes(w)),
        m.free,
        [...pieces(false), { term: mean, on: open }],
        m,
      ),
  };
}

/** The graph as a term, unsplit. */
export const alone = (m: Monomial): Term =>
  splice(
    { wires: m.wires, free: m.free, coefficient: m.coefficient, powers: m.powers },
    m.factors.map((f) => ({ term: factorTerm(f), on: f.slots })),
  );
