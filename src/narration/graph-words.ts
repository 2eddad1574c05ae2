/**
 * A contraction graph in the words of the claim language: products, traces, diag and .*, and sums
 * for the rest.
 */
import type { Factor, Monomial } from '../kernel/term.ts';
import {
  type Branch,
  along,
  flip,
  hadamard,
  hanging,
  hangingRow,
  palindrome,
  path,
  wrap,
  wrapChain,
} from './chain-words.ts';
import { joined, type Parts } from './parts-of-products.ts';
import { type Families, type Say, factorText, indexSlots, plainDim } from './factor-words.ts';

/** The graph has no form without indices at its free wires. */
export class NeedsIndices extends Error {}

export interface Wording {
  readonly families: Families;
  readonly say: Say;
  /** Every sum is written with its index. */
  readonly spelled?: boolean;
  /** A name for an index that nothing uses yet. */
  readonly fresh: () => string;
}

/** Coordinate vectors put indices on wires; further ones are Kronecker deltas. */
function indexed(
  m: Monomial,
  at: ReadonlyMap<number, string>,
): { at: Map<number, string>; rest: Factor[]; deltas: string[] } {
  const named = new Map(at);
  const deltas: string[] = [];
  const rest = m.factors.filter(({ head, slots }) => {
    const [w] = slots;
    if (head.kind !== 'variable' || !/^#[\p{L}\p{N}]+$/u.test(head.name) || slots.length !== 1)
      return true;
    if (w === undefined || (m.free.includes(w) && !named.has(w))) return true;
    const index = head.name.slice(1);
    const before = named.get(w);
    if (before === undefined) named.set(w, index);
    else if (before !== index) deltas.push(`I[${before},${index}]`);
    return false;
  });
  return { at: named, rest, deltas };
}

/**
 * `whole` unless this is a part of a graph: a wire that nothing touches is counted once, where the
 * graph is whole.
 */
export function graphParts(
  m: Monomial,
  given: ReadonlyMap<number, string>,
  w: Wording,
  whole = true,
): Parts {
  const { at, rest, deltas } = indexed(m, given);
  const twice = m.free.filter((x, i) => given.has(x) && m.free.indexOf(x) !== i);
  if (twice.length > 0 && !given.has(twice[0] as number)) throw new NeedsIndices();
  const open = (f: Factor): number[] => f.slots.filter((x) => !at.has(x));
  // a wire that must be an index, or that joins factors other than matrices: summed by name
  const must =
    rest
      .flatMap((f) => [
        ...f.slots.slice(0, indexSlots(f.head, w.families)).filter((x) => !at.has(x)),
        ...(new Set(open(f)).size > 2 || open(f).length > 2 ? open(f) : []),
      ])
      .find((x) => x !== undefined) ?? (w.spelled === true ? rest.flatMap(open)[0] : undefined);
  const free = m.free.filter((x) => !at.has(x));
  const components = split(
    rest.filter((f) => open(f).length > 0),
    open,
    free,
  );
  const scalars = rest.filter((f) => open(f).length === 0);
  const parts = {
    front: [...deltas],
    below: [] as string[],
    body: null as string | null,
    isNegative: false,
  };
  for (const f of scalars) {
    const { text } = factorText(
      f,
      f.slots.map((x) => at.get(x) ?? null),
      w.families,
      w.say,
    );
    const over = /^(-?)1\/(.*)$/.exec(text);
    if (over === null) parts.front.push(text);
    else parts.below.push(over[2] ?? '');
    if (over?.[1] === '-') parts.isNegative = !parts.isNegative;
  }
  const lone = m.wires
    .map((_, x) => x)
    .filter((x) => !at.has(x) && !free.includes(x) && !rest.some((f) => f.slots.includes(x)));
  if (whole) parts.front.push(...lone.map((x) => sizeText(m.wires[x] as string)));
  const bound: Factor[] = [];
  for (const c of components) {
    if (c.some((f) => open(f).some((x) => free.includes(x)))) bound.push(...c);
    else parts.front.push(closed(c, at, must, m, w));
  }
  if (free.length > 0) {
    if (must !== undefined && bound.some((f) => f.slots.includes(must)))
      parts.body = summed(bound, must, at, free, m, w);
    else parts.body = tensor(bound, at, free, w);
  }
  return parts;
}

/** A size as a factor of a product. */
const sizeText = (dim: string): string => (/[⊕⊗]/.test(dim) ? `(${plainDim(dim)})` : plainDim(dim));

const slot = (f: Factor, at: ReadonlyMap<number, string>, w: Wording): Branch => ({
  factor: f,
  piece: factorText(
    f,
    f.slots.map((x) => at.get(x) ?? null),
    w.families,
    w.say,
  ),
  wires: f.slots.filter((x) => !at.has(x)),
});

/** Factors that hang together over open wires. */
function split(
  factors: readonly Factor[],
  open: (f: Factor) => number[],
  free: readonly number[],
): Factor[][] {
  const found: Factor[][] = [];
  const left = new Set(factors);
  for (const first of factors) {
    if (!left.delete(first)) continue;
    const part = [first];
    for (let i = 0; i < part.length; i++)
      for (const g of left)
        if (open(part[i] as Factor).some((x) => open(g).includes(x))) {
          left.delete(g);
          part.push(g);
        }
    found.push(part);
  }
  return found.toSorted((a, b) => rank(a, open, free) - rank(b, open, free));
}
const rank = (c: readonly Factor[], open: (f: Factor) => number[], free: readonly number[]) =>
  c.some((f) => open(f).some((x) => free.includes(x))) ? 1 : 0;

/** A sum over one wire, written with its index. */
function summed(
  factors: readonly Factor[],
  wire: number,
  at: ReadonlyMap<number, string>,
  free: readonly number[],
  m: Monomial,
  w: Wording,
): string {
  if (m.free.includes(wire)) throw new NeedsIndices();
  const index = w.fresh();
  const inner = graphParts({ ...m, factors, free }, new Map([...at, [wire, index]]), w, false);
  const sign = inner.isNegative ? '-' : '';
  return `sum[${index} in 1..${plainDim(m.wires[wire] as string)}](${sign}${joined(inner)})`;
}
/** A scalar: a chain between two vectors, a trace, or a sum. */
function closed(
  factors: readonly Factor[],
  at: ReadonlyMap<number, string>,
  must: number | undefined,
  m: Monomial,
  w: Wording,
): string {
  const sum = (wire: number): string => summed(factors, wire, at, [], m, w);
  if (must !== undefined && factors.some((f) => f.slots.includes(must))) return sum(must);
  const branches = factors.map((f) => slot(f, at, w));
  const edges = branches.filter((b) => b.wires.length === 2);
  const wires = new Set(branches.flatMap((b) => b.wires));
  if (edges.length >= wires.size) {
    const start = edges[0] as Branch;
    const [from, to] = start.wires as [number, number];
    const route = edges.length === wires.size ? path(branches, to, from, start) : null;
    if (route === null || route.used.size + 1 < edges.length) return sum(from);
    const side = (x: number): string => diagonal(branches, x, route.used, start);
    const words = [
      start.piece.text,
      ...route.steps.flatMap((s) => [side(s.from), s.text]),
      side(from),
    ];
    return `tr(${words.filter((t) => t !== '').join(' ')})`;
  }
  const isEnd = (x: number): boolean => edges.filter((e) => e.wires.includes(x)).length <= 1;
  const root = [...wires].find(isEnd) ?? ([...wires][0] as number);
  const labels = branches.filter((b) => b.wires.length === 1 && b.wires[0] === root);
  const edge = edges.find((e) => e.wires.includes(root));
  const row = hadamard(labels.map((l) => l.piece.text));
  if (edge === undefined) {
    const texts = labels.map((l) => l.piece.text);
    const [a, b] = texts;
    if (texts.length === 1) return a === undefined ? '' : `sum(${a})`;
    if (texts.length === 2 && a === b) return `|${a}|^2`;
    if (texts.length === 2) return `${flip(labels[0]?.piece)} ${wrap(b ?? '')}`;
    return `sum(${texts.map(wrap).join(' .* ')})`;
  }
  const right = along(branches, root, edge);
  const left =
    labels.length === 1 ? flip(labels[0]?.piece) : labels.length === 0 ? "ones'" : `(${row})'`;
  return palindrome(branches, root, labels) ?? `${left} ${right}`;
}

/** The side branch of a chain at a wire, as diag(..); '' without one. */
function diagonal(
  all: readonly Branch[],
  wire: number,
  used: ReadonlySet<Branch>,
  start: Branch | null,
): string {
  const side = all.filter((b) => b !== start && !used.has(b) && b.wires.includes(wire));
  if (side.length === 0) return '';
  const texts = side.map((b) => (b.wires.length === 1 ? b.piece.text : along(all, wire, b)));
  return `diag(${texts.length === 1 ? texts[0] : hadamard(texts)})`;
}

/** A vector or a matrix. */
function tensor(
  factors: readonly Factor[],
  at: ReadonlyMap<number, string>,
  free: readonly number[],
  w: Wording,
): string {
  const branches = factors.map((f) => slot(f, at, w));
  const [a, b] = free;
  if (a === undefined || free.length > 2) throw new NeedsIndices();
  const edges = branches.filter((x) => x.wires.length === 2);
  const wires = new Set([...branches.flatMap((x) => x.wires), ...free]);
  const pieces = split(factors, (f) => f.slots.filter((x) => !at.has(x)), free).length;
  const isolated = [...new Set(free)].filter((x) => !branches.some((y) => y.wires.includes(x)));
  if (edges.length - wires.size + pieces + isolated.length > 0) throw new NeedsIndices();
  if (b === undefined) return hanging(branches, a, null);
  if (a === b) {
    const inner = hanging(branches, a, null);
    return inner === 'ones' ? 'I' : `diag(${inner})`;
  }
  const route = path(branches, a, b, null);
  if (route === null) {
    return `${wrapChain(hanging(branches, a, null))} ${hangingRow(branches, b, null)}`;
  }
  const side = (x: number): string => diagonal(branches, x, route.used, null);
  const words = [...route.steps.flatMap((s) => [side(s.from), s.text]), side(b)];
  return words.filter((t) => t !== '').join(' ');
}
