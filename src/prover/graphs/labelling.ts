/**
 * Canonical labellings of contraction graphs: isomorphic graphs get the same text. Connected
 * components apart, colour refinement of factors and wires, then individualisation where colours
 * tie (McKay's method in its simplest form).
 * Nothing here is trusted: a poor labelling makes the kernel refuse, never accept.
 */
import type { Factor, Head, Monomial, Term } from '../../kernel/term.ts';
import { type Label, type Symmetries, writeHead, writeMonomial } from '../../kernel/write.ts';
import { spend, spent } from '../agenda/effort.ts';
import { components } from './components.ts';
import { areApart, orderComponent, type Written } from './ordered-component.ts';
import { type Node, type Reading, compareTexts } from './refinement.ts';

export interface Canonical {
  readonly text: string;
  readonly sign: 1n | -1n;
  readonly label: Label;
}

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
