/**
 * Canonical labellings of contraction graphs: isomorphic graphs get the same text. Connected components apart, colour
 * refinement of factors and wires, then individualisation where colours tie (McKay's method in its simplest form).
 * Nothing here is trusted: a poor labelling makes the kernel refuse, never accept.
 */
import type { Factor, Head, Monomial, Term } from '../kernel/term.ts';
import { writeHead, writeMonomial, type Label, type Symmetries } from '../kernel/write.ts';
import { spend } from './effort.ts';

export interface Canonical {
  readonly text: string;
  readonly sign: 1n | -1n;
  readonly label: Label;
}

/** A factor prepared for labelling: its head's canonical text, and which of its slots may be reordered. */
interface Node {
  readonly text: string;
  readonly slots: readonly number[];
  /** Slots of one class may be permuted among themselves. */
  readonly classes: readonly number[];
  readonly args: readonly (readonly Label[])[];
}

/** Books without symmetries are one, so that what is labelled for one is known to all. */
const none: Symmetries = new Map();
const caches = new WeakMap<Symmetries, WeakMap<Monomial, Canonical>>();
const leaves = 64;

export function labelTerm(term: Term, symmetries: Symmetries): Label[] {
  return term.monomials.map((m) => canonical(m, symmetries).label);
}

export function headText(factor: Factor, symmetries: Symmetries): string {
  return node(factor, symmetries).text;
}

/** Which slots of a head may be permuted: mixed partial derivatives, and the two slots of a factor known symmetric. */
export function slotClasses(factor: Factor, text: string, symmetries: Symmetries): number[] {
  const { head, slots } = factor;
  const classes = slots.map((_, i) => i);
  if (head.kind === 'jet') {
    let at = head.fn.family.length + head.params.length + (head.fn.output === null ? 0 : 1);
    head.fn.inputs.forEach((d, j) => {
      const from = at;
      if (d !== null) at += head.orders[j] ?? 0;
      for (let s = from; s < at; s++) classes[s] = from;
    });
    return classes;
  }
  if (symmetries.has(text)) classes[slots.length - 1] = slots.length - 2;
  return classes;
}

type Reading = Pick<Node, 'text' | 'args'>;
/** Heads are frozen and shared between the graphs that a product makes: each is read once. */
const readings = new WeakMap<Symmetries, WeakMap<Head, Reading>>();

function node(factor: Factor, given: Symmetries): Node {
  const { head, slots } = factor;
  const symmetries = given.size === 0 ? none : given;
  let cache = readings.get(symmetries);
  if (!cache) readings.set(symmetries, (cache = new WeakMap()));
  let reading = cache.get(head);
  if (!reading) {
    const inner = head.kind === 'jet' ? head.args : head.kind === 'variable' ? [] : [head.arg];
    const args = inner.map((t) => labelTerm(t, symmetries));
    const text = writeHead(head, args, symmetries);
    cache.set(head, (reading = { text, args }));
  }
  return { ...reading, slots, classes: slotClasses(factor, reading.text, symmetries) };
}

/** Ranks of strings: equal strings equal ranks, in the order of the strings. */
function ranks(keys: readonly string[]): number[] {
  const sorted = [...new Set(keys)].sort();
  const at = new Map(sorted.map((k, i) => [k, i]));
  return keys.map((k) => at.get(k) as number);
}

interface Colours {
  factors: number[];
  wires: number[];
}

function refine(nodes: readonly Node[], incident: readonly (readonly [number, number])[][], start: Colours): Colours {
  let { factors, wires } = start;
  for (let count = -1; ; ) {
    const nextWires = ranks(wires.map((c, w) => `${pad(c)}|${(incident[w] ?? []).map(([f, s]) => `${pad(factors[f] as number)}.${pad(nodes[f]?.classes[s] as number)}`).sort().join()}`));
    const nextFactors = ranks(factors.map((c, f) => `${pad(c)}|${slotColours(nodes[f] as Node, nextWires)}`));
    const distinct = new Set(nextWires).size + new Set(nextFactors).size;
    [factors, wires] = [nextFactors, nextWires];
    if (distinct === count) return { factors, wires };
    count = distinct;
  }
}
const pad = (n: number): string => String(n).padStart(4, '0');

function slotColours(n: Node, wires: readonly number[]): string {
  const entries = n.slots.map((w, s) => [n.classes[s] as number, wires[w] as number] as const);
  return entries.sort((a, b) => a[0] - b[0] || a[1] - b[1]).map(([c, w]) => `${c}:${pad(w)}`).join();
}

/** The first colour held by more than one node, as the nodes that hold it. */
function tie(colours: readonly number[], relevant: readonly boolean[]): number[] | null {
  const groups = new Map<number, number[]>();
  colours.forEach((c, i) => {
    if (relevant[i]) groups.set(c, [...(groups.get(c) ?? []), i]);
  });
  const tied = [...groups].filter(([, g]) => g.length > 1).sort((a, b) => a[0] - b[0])[0];
  return tied ? tied[1] : null;
}

const split = (colours: readonly number[], chosen: number): number[] => colours.map((c, i) => (i === chosen ? 2 * c : 2 * c + 1));

/** The text of some factors of a graph in this order. */
function written(m: Monomial, nodes: readonly Node[], order: readonly number[], slots: Record<number, number[]>, symmetries: Symmetries): { text: string; sign: 1n | -1n } {
  const part: Monomial = { ...m, powers: {}, factors: order.map((i) => m.factors[i] as Factor) };
  return writeMonomial(part, { slots: renumber(slots, order), args: Object.fromEntries(order.map((i, k) => [k, (nodes[i] as Node).args])) }, symmetries);
}

/** The factors of one connected component put in canonical order, slots too. */
function orderComponent(m: Monomial, nodes: readonly Node[], members: readonly number[], symmetries: Symmetries, budget: { left: number }): { text: string; sign: 1n | -1n; order: number[]; slots: Record<number, number[]> } {
  const local = members.map((i) => nodes[i] as Node);
  if (new Set(local.map((n) => n.text)).size === local.length && local.every((n) => n.classes.every((c, i) => c === i))) {
    // different factors, each with slots of its own: their texts order them
    const order = [...members].sort((a, b) => ((nodes[a] as Node).text < (nodes[b] as Node).text ? -1 : 1));
    return { ...written(m, nodes, order, {}, symmetries), order, slots: {} };
  }
  const incident: [number, number][][] = m.wires.map(() => []);
  local.forEach((n, f) => n.slots.forEach((w, s) => (incident[w] as [number, number][]).push([f, s])));
  const touched = incident.map((list) => list.length > 0);
  const start: Colours = {
    factors: ranks(local.map((n) => n.text)),
    wires: ranks(m.wires.map((d, w) => `${m.free.map((x, i) => (x === w ? pad(i) : '')).join('.')}|${d}|${touched[w] ? '1' : '0'}`)),
  };
  let best: { text: string; sign: 1n | -1n; order: number[]; slots: Record<number, number[]> } | null = null;
  const visit = (colours: Colours): void => {
    spend(4 * (local.length + m.wires.length));
    const c = refine(local, incident, colours);
    const tiedFactors = tie(c.factors, local.map(() => true));
    const tiedWires = tiedFactors ? null : tie(c.wires, touched);
    if (!tiedFactors && !tiedWires) {
      const rank = local.map((_, i) => i).sort((a, b) => (c.factors[a] as number) - (c.factors[b] as number));
      const slots: Record<number, number[]> = {};
      local.forEach((n, i) => {
        const read = n.slots.map((_, s) => s).sort((a, b) => (n.classes[a] as number) - (n.classes[b] as number) || (c.wires[n.slots[a] as number] as number) - (c.wires[n.slots[b] as number] as number) || a - b);
        if (read.some((s, k) => s !== k)) slots[members[i] as number] = read;
      });
      const order = rank.map((i) => members[i] as number);
      const { text, sign } = written(m, nodes, order, slots, symmetries);
      if (best === null || text < best.text) best = { text, sign, order, slots };
      budget.left--;
      return;
    }
    for (const chosen of (tiedFactors ?? tiedWires) as number[]) {
      if (best !== null && budget.left <= 0) return;
      visit(tiedFactors ? { factors: split(c.factors, chosen), wires: c.wires } : { factors: c.factors, wires: split(c.wires, chosen) });
    }
  };
  visit(start);
  return best as unknown as { text: string; sign: 1n | -1n; order: number[]; slots: Record<number, number[]> };
}

const renumber = (slots: Record<number, number[]>, order: readonly number[]): Record<number, number[]> =>
  Object.fromEntries(order.flatMap((i, k) => (slots[i] ? [[k, slots[i]]] : [])));

function components(m: Monomial): number[][] {
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

/** Canonical text, sign and labelling of a monomial, its coefficient apart. */
export function canonical(m: Monomial, given: Symmetries): Canonical {
  const symmetries = given.size === 0 ? none : given;
  let cache = caches.get(symmetries);
  if (!cache) caches.set(symmetries, (cache = new WeakMap()));
  const known = cache.get(m);
  if (known) return known;
  spend(m.factors.length + m.wires.length);
  const nodes = m.factors.map((f) => node(f, symmetries));
  const budget = { left: leaves };
  const parts = components(m).map((members) => orderComponent(m, nodes, members, symmetries, budget));
  parts.sort((a, b) => (a.text < b.text ? -1 : a.text > b.text ? 1 : 0));
  const label: Label = {
    order: parts.flatMap((p) => p.order),
    slots: Object.assign({}, ...parts.map((p) => p.slots)) as Record<number, number[]>,
    args: Object.fromEntries(nodes.map((n, i) => [i, n.args])),
  };
  const { text, sign } = writeMonomial(m, label, symmetries);
  const result = { text, sign, label };
  cache.set(m, result);
  return result;
}
