/** Reading a graph with two ends as a product of matrices. */
import type { Dim, Factor, Monomial, Term } from '../../kernel/term.ts';
import { contract, dimension, factorTerm, number, permute } from '../../kernel/graph.ts';
import { subgraph } from './subgraph.ts';

/** A matrix as scalar · first · second · …: each a factor, read forwards or flipped. */
export interface Chain {
  readonly scalars: readonly Term[];
  readonly links: readonly Term[];
}

/** Factors that hang together with the wire, over summed wires. */
function component(m: Monomial, start: number): Factor[] {
  const wires = new Set([start]);
  const found = new Set<Factor>();
  for (let grew = true; grew; ) {
    grew = false;
    for (const f of m.factors) {
      if (found.has(f) || !f.slots.some((s) => wires.has(s))) continue;
      found.add(f);
      grew = true;
      for (const s of f.slots) if (!m.free.includes(s)) wires.add(s);
    }
  }
  return [...found];
}

/** The number in front and the scalar factors, each by itself; the sign apart from the number. */
function scalarsOf(m: Monomial, rest: readonly Factor[]): Term[] | null {
  const scalars: Term[] = [];
  const { num, den } = m.coefficient;
  if (num < 0n) scalars.push(number({ num: -1n, den: 1n }));
  const size = num < 0n ? -num : num;
  if (size !== 1n || den !== 1n) scalars.push(number({ num: size, den }));
  for (const [d, k] of Object.entries(m.powers)) scalars.push(dimension(d, k));
  const left = new Set(rest);
  for (const f of rest) {
    if (!left.delete(f)) continue;
    if (f.slots.length === 0) {
      scalars.push(factorTerm(f));
      continue;
    }
    const part = new Set(f.slots.flatMap((s) => component(m, s)));
    if ([...part].some((g) => g.slots.some((s) => m.free.includes(s)))) return null;
    part.forEach((g) => left.delete(g));
    scalars.push(subgraph(m, [...part], []));
  }
  return scalars;
}

/** The graph as a product of matrices between its two free wires; null where it is not one. */
export function chainOf(m: Monomial): Chain | null {
  const [from, to] = m.free;
  if (from === undefined || to === undefined || m.free.length !== 2) return null;
  const touching = (w: number): Factor[] => m.factors.filter((f) => f.slots.includes(w));
  const links: Term[] = [];
  const used = new Set<Factor>();
  let wire = from;
  // diag(v) sits on a wire that continues
  const stations = (): void => {
    for (const f of touching(wire))
      if (f.slots.length === 1 && !used.has(f)) {
        used.add(f);
        links.push(contract([factorTerm(f)], ['i'], 'ii'));
      }
  };
  while (wire !== to) {
    stations();
    const next = touching(wire).filter((f) => !used.has(f));
    const [f] = next;
    if (next.length !== 1 || !f || f.slots.length !== 2 || f.slots[0] === f.slots[1]) return null;
    used.add(f);
    const forward = f.slots[0] === wire;
    links.push(forward ? factorTerm(f) : permute(factorTerm(f), [1, 0]));
    wire = f.slots[forward ? 1 : 0] as number;
  }
  stations();
  if (touching(to).some((f) => !used.has(f))) return null;
  const scalars = scalarsOf(
    m,
    m.factors.filter((f) => !used.has(f)),
  );
  return scalars && { scalars, links };
}

/**
 * u v' for a graph whose two free wires do not hang together: everything scalar goes with u. Null
 * where they do.
 */
export function outerOf(m: Monomial): readonly [Term, Term] | null {
  const [from, to] = m.free;
  if (from === undefined || to === undefined || from === to || m.free.length !== 2) return null;
  const right = component(m, to);
  if (right.some((f) => f.slots.includes(from))) return null;
  const left = m.factors.filter((f) => !right.includes(f));
  const scalars = [
    number(m.coefficient),
    ...Object.entries(m.powers).map(([d, k]) => dimension(d, k)),
  ];
  const u = contract([subgraph(m, left, [from]), ...scalars], ['i', ...scalars.map(() => '')], 'i');
  return [u, subgraph(m, right, [to])];
}

/** a ⊗ b for a graph whose free wires are products that two `pair`s tell. */
export function kroneckerOf(m: Monomial): readonly [Term, Term] | null {
  const teller = (w: number | undefined): Factor | undefined =>
    m.factors.find(
      (f) => f.head.kind === 'operation' && f.head.name === 'pair' && f.slots[2] === w,
    );
  const [rows, columns] = m.free.map(teller);
  if (!rows || !columns || rows === columns || m.free.length !== 2) return null;
  const without = m.factors.filter((f) => f !== rows && f !== columns);
  const ends = new Set([...rows.slots, ...columns.slots]);
  const half = (k: 0 | 1): Term | null => {
    const [a, b] = [rows.slots[k] as number, columns.slots[k] as number];
    const chosen = component({ ...m, factors: without, free: [...ends] }, a);
    return chosen.some((f) => f.slots.includes(b)) ? subgraph(m, chosen, [a, b]) : null;
  };
  const [a, b] = [half(0), half(1)];
  return a && b && [a, b];
}

export const product = (a: Term, b: Term): Term => contract([a, b], ['ij', 'jk'], 'ik');
export const scaledBy = (s: Term, a: Term): Term => contract([s, a], ['', 'ij'], 'ij');
export const productOf = (links: readonly Term[], n: Dim): Term =>
  links.reduce((p, x) => product(p, x), contract([], [], 'ii', { i: n }));
