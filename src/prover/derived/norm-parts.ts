/** Parts of a product, for bounds of its norm. */
import { contract, dimension, factorTerm, operation, permute, scale } from '../../kernel/graph.ts';
import { type Ratio, one } from '../../kernel/ratio.ts';
import type { Factor, Term } from '../../kernel/term.ts';
import { type Theorem, fact } from '../../kernel/theorem.ts';
import { subgraph } from '../graphs/subgraph.ts';
import { termOf } from '../graphs/sum.ts';

export const normOf = (t: Term): Term => operation('norm', t);
export const transposed = (t: Term): Term => permute(t, [1, 0]);
export const signOf = (t: Term): Theorem => fact('the norm is not negative', t);

/** The graphs of a term, each as a term of its own. */
export const parts = (t: Term): Term[] =>
  t.monomials.map((monomial) =>
    termOf(
      new Map([['', { coefficient: monomial.coefficient, monomial, sign: 1n as const }]]),
      t.shape,
    ),
  );

/** The coefficient of a term of one graph, and the rest. */
export function withoutCoefficient(t: Term): { coefficient: Ratio; rest: Term } {
  const c = t.monomials[0]?.coefficient ?? one;
  return { coefficient: c, rest: scale({ num: c.den, den: c.num }, t) };
}
export const positive = (c: Ratio): boolean => c.num > 0n;

/** A graph of one or two free wires cut behind its first factor: A and what A stands before. */
export function cutBehindFirst(t: Term): { front: Term; rest: Term } | null {
  const [m] = t.monomials;
  if (
    !m ||
    t.monomials.length > 1 ||
    m.coefficient.num !== 1n ||
    m.coefficient.den !== 1n ||
    Object.keys(m.powers).length > 0
  )
    return null;
  const start = m.free[0] as number;
  const touching = m.factors.filter((f) => f.slots.includes(start));
  const [f] = touching;
  if (
    !f ||
    touching.length > 1 ||
    f.slots.length !== 2 ||
    new Set(f.slots).size < 2 ||
    m.free.slice(1).includes(start)
  )
    return null;
  const wire = f.slots[f.slots[0] === start ? 1 : 0] as number;
  const others = m.factors.filter((x) => x !== f);
  if (others.length === 0 || m.free.includes(wire) || !others.some((x) => x.slots.includes(wire)))
    return null;
  const front = f.slots[0] === start ? factorTerm(f) : transposed(factorTerm(f));
  const rest = subgraph(m, others, [wire, ...m.free.slice(1)]);
  return { front, rest };
}

/** The powers of sizes that a graph is multiplied by, and the graph without them. */
export function withoutSize(t: Term): { size: Term; rest: Term } | null {
  const [m] = t.monomials;
  const powers = Object.entries(m?.powers ?? {});
  if (!m || t.monomials.length > 1 || powers.length === 0) return null;
  const sizes = powers.map(([d, k]) => dimension(d, k));
  const size = contract(
    sizes,
    sizes.map(() => ''),
    '',
  );
  return { size, rest: scale(m.coefficient, subgraph({ ...m, powers: {} }, m.factors, m.free)) };
}

/** A scalar factor of a graph, and the graph without it. */
export function withoutScalar(t: Term): { scalar: Term; rest: Term } | null {
  const [m] = t.monomials;
  if (!m || t.monomials.length > 1 || Object.keys(m.powers).length > 0) return null;
  const at = m.factors.find((f: Factor) => f.slots.length === 0);
  if (!at) return null;
  const others = m.factors.filter((x) => x !== at);
  return { scalar: factorTerm(at), rest: scale(m.coefficient, subgraph(m, others, m.free)) };
}

/** x and y where a matrix is x y'; null for any other, and for one with numbers before it. */
export function outerParts(t: Term): readonly [Term, Term] | null {
  const [m] = t.monomials;
  const [i, j] = m?.free ?? [];
  if (!m || t.monomials.length > 1 || t.shape.length !== 2 || i === undefined || j === undefined)
    return null;
  if (m.coefficient.num !== m.coefficient.den || Object.keys(m.powers).length > 0) return null;
  const row = reachable(m.factors, i);
  const column = m.factors.filter((f) => !row.includes(f));
  if (row.length === 0 || column.length === 0 || row.some((f) => f.slots.includes(j))) return null;
  if (reachable(column, j).length < column.length) return null;
  return [subgraph(m, row, [i]), subgraph(m, column, [j])];
}

/** The factors that wires join to a wire. */
function reachable(factors: readonly Factor[], start: number): Factor[] {
  const wires = new Set([start]);
  let found: Factor[] = [];
  for (;;) {
    const next = factors.filter((f) => f.slots.some((s) => wires.has(s)));
    if (next.length === found.length) return found;
    found = next;
    next.forEach((f) => f.slots.forEach((s) => wires.add(s)));
  }
}
