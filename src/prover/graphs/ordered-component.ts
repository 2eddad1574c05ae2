/**
 * The factors of a connected component in canonical order, slots too: colour refinement of factors
 * and wires, then individualisation where colours tie (McKay's method in its simplest form).
 */
import type { Factor, Monomial } from '../../kernel/term.ts';
import { type Symmetries, writeMonomial } from '../../kernel/write.ts';
import { spend } from '../agenda/effort.ts';
import { type Colours, type Node, ranksOfTexts, refine, split, tie } from './refinement.ts';

/** The text of a graph or of a part of it, and the sign that its symmetries gave it. */
export interface Written {
  readonly text: string;
  readonly sign: 1n | -1n;
}

/** May none of its slots be permuted? */
export const areApart = ({ classes }: Node): boolean => classes.every((c, i) => c === i);

const renumber = (
  slots: Record<number, number[]>,
  order: readonly number[],
): Record<number, number[]> =>
  Object.fromEntries(order.flatMap((i, k) => (slots[i] ? [[k, slots[i]]] : [])));

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

/** A component with the places of its factors in the graph. */
interface Component {
  readonly graph: Monomial;
  readonly nodes: readonly Node[];
  readonly members: readonly number[];
  readonly local: readonly Node[];
  readonly symmetries: Symmetries;
}

/** The colours before any refinement: the texts of factors, the dimensions and free ends of wires. */
const firstColours = ({ graph, local }: Component, touched: readonly boolean[]): Colours => ({
  factors: ranksOfTexts(local.map((n) => n.text)),
  wires: ranksOfTexts(
    graph.wires.map(
      (d, w) =>
        // free ends in their order, so that a symmetric A alone reads as it is written
        `${graph.free.flatMap((x, i) => (x === w ? [pad(i)] : [])).join('.')}|${d}|${touched[w] ? '1' : '0'}`,
    ),
  ),
});

/** The order that colours without ties give. */
function orderBy({ graph, nodes, members, local, symmetries }: Component, c: Colours): Ordered {
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
          (c.wires[n.slots[a] as number] as number) - (c.wires[n.slots[b] as number] as number) ||
          a - b,
      );
    if (read.some((s, k) => s !== k)) slots[members[i] as number] = read;
  });
  const order = rank.map((i) => members[i] as number);
  return { ...written(graph, nodes, order, slots, symmetries), order, slots };
}

/** The factors of one connected component put in canonical order, slots too. */
export function orderComponent(
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
  const component: Component = { graph: m, nodes, members, local, symmetries };
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
      const found = orderBy(component, c);
      if (best === null || found.text < best.text) best = found;
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
  visit(firstColours(component, touched));
  return best as unknown as Ordered;
}
