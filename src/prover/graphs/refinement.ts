/** Colour refinement of the factors and wires of a graph (Weisfeiler and Leman 1968). */
import type { Label } from '../../kernel/write.ts';

/**
 * A head as it is read: its canonical text, and the labels of its arguments if that is another
 * text.
 */
export interface Reading {
  readonly text: string;
  readonly args: readonly (readonly Label[])[] | undefined;
}

/** A factor prepared for labelling. */
export interface Node extends Reading {
  readonly slots: readonly number[];
  /** Slots of one class may be permuted among themselves. */
  readonly classes: readonly number[];
}

const byNumber = (a: number, b: number): number => a - b;

/** Lists of numbers in the order of their first difference, a beginning before what it begins. */
function compareLists(a: readonly number[], b: readonly number[]): number {
  const n = Math.min(a.length, b.length);
  for (let i = 0; i < n; i++) if (a[i] !== b[i]) return (a[i] as number) - (b[i] as number);
  return a.length - b.length;
}

/**
 * Ranks of keys: equal keys equal ranks, in the order of the keys; and how many ranks there are.
 */
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
export const compareTexts = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
export const ranksOfTexts = (texts: readonly string[]): number[] =>
  ranksBy(texts, compareTexts).ranks;

export interface Colours {
  factors: readonly number[];
  wires: readonly number[];
}

/** A wire's slots: the factor, the class of the slot. */
type Incident = readonly (readonly (readonly [factor: number, slotClass: number])[])[];

/** More classes of slots than any head has. */
const manyClasses = 4096;

export function refine(nodes: readonly Node[], incident: Incident, start: Colours): Colours {
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
export function tie(colours: readonly number[], relevant: readonly boolean[]): number[] | null {
  const groups = new Map<number, number[]>();
  colours.forEach((c, i) => {
    if (relevant[i]) groups.set(c, [...(groups.get(c) ?? []), i]);
  });
  const tied = [...groups].filter(([, g]) => g.length > 1).sort((a, b) => a[0] - b[0])[0];
  return tied ? tied[1] : null;
}

export const split = (colours: readonly number[], chosen: number): number[] =>
  colours.map((c, i) => (i === chosen ? 2 * c : 2 * c + 1));
