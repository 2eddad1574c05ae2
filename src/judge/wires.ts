/** How many wires of each dimension a term has at most, and what its contraction costs. */
import type { Dim, Head, Monomial, Term } from '../kernel/term.ts';
import { contractionSteps } from './contraction-order.ts';
import { hole } from './hole.ts';
import { headArguments } from './value.ts';

export type Count = ReadonlyMap<Dim, number>;

const literal = /^[0-9]+$/;
/** The names in a dimension, which may be a product. */
const namesIn = (d: Dim): readonly Dim[] => d.split('*').filter((f) => !literal.test(f));

/** The size of a dimension, product of those of its factors. Throws for an unknown factor. */
export function sizeAt(sizes: ReadonlyMap<Dim, number>, dim: Dim): number {
  return dim.split('*').reduce((product, d) => {
    const size = literal.test(d) ? Number(d) : sizes.get(d);
    if (size === undefined) throw new Error(`the dimension ${d} has no size at this point`);
    return product * size;
  }, 1);
}

export function largest(counts: readonly Count[]): Count {
  const most = new Map<Dim, number>();
  for (const count of counts)
    for (const [d, k] of count) most.set(d, Math.max(k, most.get(d) ?? 0));
  return most;
}

const plus = (into: Map<Dim, number>, count: Count): void => {
  for (const [d, k] of count) into.set(d, (into.get(d) ?? 0) + k);
};

const headWires = (head: Head, inHole: Count): Count => {
  if (head.kind === 'variable') return head.name === hole ? inHole : new Map();
  const sum = new Map<Dim, number>();
  for (const arg of headArguments(head)) plus(sum, termWires(arg, inHole));
  return sum;
};

/**
 * Wires of the largest monomial, those of arguments and of what stands in the hole included.
 * Literal dimensions do not count.
 */
export const termWires = (term: Term, inHole: Count = new Map()): Count =>
  largest(
    term.monomials.map((m) => {
      const sum = new Map<Dim, number>();
      for (const d of m.wires.flatMap(namesIn)) sum.set(d, (sum.get(d) ?? 0) + 1);
      for (const f of m.factors) plus(sum, headWires(f.head, inHole));
      return sum;
    }),
  );

/** Every named dimension of a term, its arguments and functions included. */
export function termDims(term: Term, into: Set<Dim> = new Set()): Set<Dim> {
  const all = (dims: readonly (Dim | null)[]): void =>
    dims.forEach((d) => d !== null && namesIn(d).forEach((f) => into.add(f)));
  all(term.shape);
  for (const m of term.monomials) {
    all(m.wires);
    all(Object.keys(m.powers));
    for (const { head } of m.factors) {
      if (head.kind === 'variable') all(head.shape);
      else all(head.params);
      if (head.kind === 'jet') all([...head.fn.family, ...head.fn.inputs, head.fn.output]);
      headArguments(head).forEach((t) => termDims(t, into));
    }
  }
  return into;
}

/**
 * Bound on the degree in the dimensions that the coefficients of a term may have: powers written
 * out, and wires of the context that the filling of the hole may close into loops.
 */
export function degreeInDims(term: Term): number {
  const of = (m: Monomial): number => {
    const powers = Object.values(m.powers).reduce((sum, k) => sum + Math.abs(k), 0);
    const touched = m.wires.map((_, w) => m.factors.filter((f) => f.slots.includes(w)));
    const open = m.wires.filter(
      (_, w) =>
        !m.free.includes(w) &&
        (touched[w] ?? []).every((f) => f.head.kind === 'variable' && f.head.name === hole),
    );
    const loops = open.flatMap(namesIn).length;
    const within = m.factors.reduce(
      (sum, f) => sum + headArguments(f.head).reduce((s, t) => s + degreeInDims(t), 0),
      0,
    );
    return powers + loops + within;
  };
  return Math.max(0, ...term.monomials.map(of));
}

/**
 * Multiplications and entries that evaluating a term takes; `paired`: its free wires are contracted
 * with vectors.
 */
export function termCost(term: Term, size: (d: Dim) => number, paired: boolean): number {
  return term.monomials.reduce((sum, m) => sum + monomialCost(m, size, paired), 0);
}

function monomialCost(m: Monomial, size: (d: Dim) => number, paired: boolean): number {
  const sizes = m.wires.map(size);
  const extent = (wires: readonly number[]): number =>
    wires.reduce((product, w) => product * (sizes[w] as number), 1);
  let cost = extent(paired ? [] : m.free);
  for (const { head, slots } of m.factors) {
    cost += extent(slots);
    for (const arg of headArguments(head)) cost += termCost(arg, size, false);
  }
  const factors: { readonly wires: readonly number[] }[] = m.factors.map((f) => ({
    wires: [...new Set(f.slots)],
  }));
  if (paired) factors.push(...m.free.map((w) => ({ wires: [w] })));
  const free = new Set(m.free);
  const summed = m.wires.map((_, w) => w).filter((w) => paired || !free.has(w));
  for (const step of contractionSteps(factors, summed, sizes)) cost += step.cost;
  return cost;
}
