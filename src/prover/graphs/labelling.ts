/**
 * Canonical labellings of contraction graphs: isomorphic graphs get the same text. Connected
 * components apart, colour refinement of factors and wires, then individualisation where colours
 * tie (McKay's method in its simplest form).
 * Nothing here is trusted: a poor labelling makes the kernel refuse, never accept.
 */
import type { Factor, Head, Monomial, Term } from '../../kernel/term.ts';
import { type Label, type Symmetries, writeHead, writeMonomial } from '../../kernel/write.ts';
import { spend, spent } from '../agenda/effort.ts';
import {
  type Colours,
  type Node,
  type Reading,
  compareTexts,
  ranksOfTexts,
  refine,
  split,
  tie,
} from './refinement.ts';

export interface Canonical {
  readonly text: string;
  readonly sign: 1n | -1n;
  readonly label: Label;
}

/** May none of its slots be permuted? */
const areApart = ({ classes }: Node): boolean => classes.every((c, i) => c === i);

/** Cached results about a graph; its arguments are labelled each time. */
interface Found extends Written {
  readonly order: readonly number[];
  readonly slots: Readonly<Record<number, readonly number[]>>;
  /**
   * The work that it took, which is counted again each time: what is known by chance must not
   * decide what is proved.
   */
  readonly work: number;
}

interface Written {
  readonly text: string;
  readonly sign: 1n | -1n;
}

/**
 * What is known under some symmetries. Heads are frozen and shared between the graphs that a
 * product makes: each is read once.
 */
interface Book {
  readonly graphs: WeakMap<Monomial, Canonical>;
  readonly texts: Map<string, Found>;
  readonly heads: WeakMap<Head, Reading>;
}

/** Books without symmetries are one, so that what is labelled for one is known to all. */
const none: Symmetries = new Map();
let books = new WeakMap<Symmetries, Book>();
const leaves = 64;
const mostTexts = 20_000;

function bookOf(symmetries: Symmetries): Book {
  const key = symmetries.size === 0 ? none : symmetries;
  let book = books.get(key);
  if (!book)
    books.set(key, (book = { graphs: new WeakMap(), texts: new Map(), heads: new WeakMap() }));
  return book;
}

/** Forgets all labels, as if the program had just begun: for measurements. */
export const forgetLabels = (): void => {
  books = new WeakMap();
};

export function labelTerm(term: Term, symmetries: Symmetries): Label[] {
  return term.monomials.map((m) => canonical(m, symmetries).label);
}

export function headText({ head }: Factor, symmetries: Symmetries): string {
  return readingOf(head, symmetries).text;
}

/**
 * Which slots of a head may be permuted: mixed partial derivatives, and the two slots of a factor
 * known symmetric.
 */
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

function readingOf(head: Head, symmetries: Symmetries): Reading {
  const { heads } = bookOf(symmetries);
  let reading = heads.get(head);
  if (!reading) heads.set(head, (reading = read(head, symmetries)));
  return reading;
}

function read(head: Head, symmetries: Symmetries): Reading {
  const plain = writeHead(head);
  if (head.kind === 'variable') return { text: plain, args: undefined };
  const args = (head.kind === 'jet' ? head.args : [head.arg]).map((t) => labelTerm(t, symmetries));
  const text = writeHead(head, args, symmetries);
  return { text, args: text === plain ? undefined : args };
}

/** The text of some factors of a graph in this order. */
function written(
  m: Monomial,
  nodes: readonly Node[],
  order: readonly number[],
  slots: Record<number, number[]>,
  symmetries: Symmetries,
): Written {
  const part: Monomial = { ...m, powers: {}, factors: order.map((i) => m.factors[i] as Factor) };
  return writeMonomial(
    part,
    { slots: renumber(slots, order), args: order.map((i) => (nodes[i] as Node).args) },
    symmetries,
  );
}

/** A connected component in canonical order. */
interface Ordered extends Written {
  readonly order: readonly number[];
  readonly slots: Record<number, number[]>;
}

const pad = (n: number): string => String(n).padStart(4, '0');

/** The factors of one connected component put in canonical order, slots too. */
function orderComponent(
  m: Monomial,
  nodes: readonly Node[],
  members: readonly number[],
  symmetries: Symmetries,
  budget: { left: number },
): Ordered {
  const local = members.map((i) => nodes[i] as Node);
  if (local.every(areApart) && new Set(local.map((n) => n.text)).size === local.length) {
    // different factors, each with slots of its own: their texts order them
    const order = [...members].sort((a, b) =>
      (nodes[a] as Node).text < (nodes[b] as Node).text ? -1 : 1,
    );
    return { ...written(m, nodes, order, {}, symmetries), order, slots: {} };
  }
  const incident: [number, number][][] = m.wires.map(() => []);
  local.forEach((n, f) =>
    n.slots.forEach((w, s) =>
      (incident[w] as [number, number][]).push([f, n.classes[s] as number]),
    ),
  );
  const touched = incident.map((list) => list.length > 0);
  const start: Colours = {
    factors: ranksOfTexts(local.map((n) => n.text)),
    wires: ranksOfTexts(
      m.wires.map(
        (d, w) =>
          // free ends in their order, so that a symmetric A alone reads as it is written
          `${m.free.flatMap((x, i) => (x === w ? [pad(i)] : [])).join('.')}|${d}|${touched[w] ? '1' : '0'}`,
      ),
    ),
  };
  let best: Ordered | null = null;
  const visit = (colours: Colours): void => {
    spend(4 * (local.length + m.wires.length));
    const c = refine(local, incident, colours);
    const tiedFactors = tie(
      c.factors,
      local.map(() => true),
    );
    const tiedWires = tiedFactors ? null : tie(c.wires, touched);
    if (!tiedFactors && !tiedWires) {
      const rank = local
        .map((_, i) => i)
        .sort((a, b) => (c.factors[a] as number) - (c.factors[b] as number));
      const slots: Record<number, number[]> = {};
      local.forEach((n, i) => {
        const read = n.slots
          .map((_, s) => s)
          .sort(
            (a, b) =>
              (n.classes[a] as number) - (n.classes[b] as number) ||
              (c.wires[n.slots[a] as number] as number) -
                (c.wires[n.slots[b] as number] as number) ||
              a - b,
          );
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
      visit(
        tiedFactors
          ? { factors: split(c.factors, chosen), wires: c.wires }
          : { factors: c.factors, wires: split(c.wires, chosen) },
      );
    }
  };
  visit(start);
  return best as unknown as Ordered;
}

const renumber = (
  slots: Record<number, number[]>,
  order: readonly number[],
): Record<number, number[]> =>
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
export function canonical(m: Monomial, symmetries: Symmetries): Canonical {
  const book = bookOf(symmetries);
  const known = book.graphs.get(m);
  if (known) return known;
  spend(m.factors.length + m.wires.length);
  const readings = m.factors.map((f) => readingOf(f.head, symmetries));
  const args = readings.map((r) => r.args);
  // the same graph comes up again and again, told in the same way
  const asItStands = writeMonomial(m).text;
  let found = book.texts.get(asItStands);
  if (found) spend(found.work);
  else {
    found = find(
      m,
      m.factors.map((f, i) => ({
        ...(readings[i] as Reading),
        slots: f.slots,
        classes: slotClasses(f, (readings[i] as Reading).text, symmetries),
      })),
      symmetries,
    );
    if (book.texts.size >= mostTexts) book.texts.clear();
    book.texts.set(asItStands, found);
  }
  const result = {
    text: found.text,
    sign: found.sign,
    label: { order: found.order, slots: found.slots, args },
  };
  book.graphs.set(m, result);
  return result;
}

function find(m: Monomial, nodes: readonly Node[], symmetries: Symmetries): Found {
  const [only] = nodes;
  if (only === undefined || (nodes.length === 1 && areApart(only))) {
    const order = only === undefined ? [] : [0];
    return {
      ...writeMonomial(m, { order, args: nodes.map((n) => n.args) }, symmetries),
      order,
      slots: {},
      work: 0,
    };
  }
  const before = spent();
  const budget = { left: leaves };
  const parts = components(m)
    .map((members) => orderComponent(m, nodes, members, symmetries, budget))
    .sort((a, b) => compareTexts(a.text, b.text));
  const order = parts.flatMap((p) => p.order);
  const slots: Record<number, readonly number[]> = Object.assign({}, ...parts.map((p) => p.slots));
  const { text, sign } = writeMonomial(
    m,
    { order, slots, args: nodes.map((n) => n.args) },
    symmetries,
  );
  return { text, sign, order, slots, work: spent() - before };
}
