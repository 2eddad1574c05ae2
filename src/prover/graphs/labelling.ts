/**
 * Canonical labellings of contraction graphs: isomorphic graphs get the same text. Connected components apart, colour
 * refinement of factors and wires, then individualisation where colours tie (McKay's method in its simplest form).
 * Nothing here is trusted: a poor labelling makes the kernel refuse, never accept.
 */
import type { Factor, Head, Monomial, Term } from '../../kernel/term.ts';
import { writeHead, writeMonomial, type Label, type Symmetries } from '../../kernel/write.ts';
import { spend, spent } from '../agenda/effort.ts';

export interface Canonical {
  readonly text: string;
  readonly sign: 1n | -1n;
  readonly label: Label;
}

/** A head as it is read: its canonical text, and the labels of its arguments if that is another text. */
interface Reading {
  readonly text: string;
  readonly args: readonly (readonly Label[])[] | undefined;
}

/** A factor prepared for labelling. */
interface Node extends Reading {
  readonly slots: readonly number[];
  /** Slots of one class may be permuted among themselves. */
  readonly classes: readonly number[];
}

/** May none of its slots be permuted? */
const areApart = ({ classes }: Node): boolean => classes.every((c, i) => c === i);

/** Cached results about a graph; its arguments are labelled each time. */
interface Found extends Written {
  readonly order: readonly number[];
  readonly slots: Readonly<Record<number, readonly number[]>>;
  /** The work that it took, which is counted again each time: what is known by chance must not decide what is proved. */
  readonly work: number;
}

interface Written {
  readonly text: string;
  readonly sign: 1n | -1n;
}

/** What is known under some symmetries. Heads are frozen and shared between the graphs that a product makes: each is read once. */
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

const byNumber = (a: number, b: number): number => a - b;

/** Lists of numbers in the order of their first difference, a beginning before what it begins. */
function compareLists(a: readonly number[], b: readonly number[]): number {
  const n = Math.min(a.length, b.length);
  for (let i = 0; i < n; i++) if (a[i] !== b[i]) return (a[i] as number) - (b[i] as number);
  return a.length - b.length;
}

/** Ranks of keys: equal keys equal ranks, in the order of the keys; and how many ranks there are. */
function ranksBy<K>(
  keys: readonly K[],
  compare: (a: K, b: K) => number,
): { readonly ranks: number[]; readonly count: number } {
  const order = keys.map((_, i) => i).sort((i, j) => compare(keys[i] as K, keys[j] as K));
  const ranks: number[] = Array<number>(keys.length);
  let count = 0;
  order.forEach((i, at) => {
    if (at > 0 && compare(keys[order[at - 1] as number] as K, keys[i] as K) !== 0) count++;
    ranks[i] = count;
  });
  return { ranks, count: keys.length === 0 ? 0 : count + 1 };
}
const compareTexts = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
const ranksOfTexts = (texts: readonly string[]): number[] => ranksBy(texts, compareTexts).ranks;

interface Colours {
  factors: readonly number[];
  wires: readonly number[];
}

/** A wire's slots: the factor, the class of the slot. */
type Incident = readonly (readonly (readonly [factor: number, slotClass: number])[])[];

/** More classes of slots than any head has. */
const manyClasses = 4096;

function refine(nodes: readonly Node[], incident: Incident, start: Colours): Colours {
  let { factors, wires } = start;
  for (let count = -1; ; ) {
    const known = factors;
    const ofWires = ranksBy(
      wires.map((c, w) => [
        c,
        ...(incident[w] as Incident[number])
          .map(([f, s]) => (known[f] as number) * manyClasses + s)
          .sort(byNumber),
      ]),
      compareLists,
    );
    const ofFactors = ranksBy(
      factors.map((c, f) => [c, ...slotColours(nodes[f] as Node, ofWires.ranks)]),
      compareLists,
    );
    [factors, wires] = [ofFactors.ranks, ofWires.ranks];
    const distinct = ofWires.count + ofFactors.count;
    // colours are never merged, so that what is all apart stays as it is
    if (distinct === count || distinct === factors.length + wires.length) return { factors, wires };
    count = distinct;
  }
}

/** The colours at a factor's slots, class by class. */
function slotColours({ slots, classes }: Node, wires: readonly number[]): number[] {
  const places = slots
    .map((_, s) => s)
    .sort(
      (a, b) =>
        (classes[a] as number) - (classes[b] as number) ||
        (wires[slots[a] as number] as number) - (wires[slots[b] as number] as number),
    );
  return places.map((s) => wires[slots[s] as number] as number);
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

const split = (colours: readonly number[], chosen: number): number[] =>
  colours.map((c, i) => (i === chosen ? 2 * c : 2 * c + 1));

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
          `${m.free.map((x, i) => (x === w ? pad(i) : '')).join('.')}|${d}|${touched[w] ? '1' : '0'}`,
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
