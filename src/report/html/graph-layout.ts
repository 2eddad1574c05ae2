/**
 * Places a graph in layers: every edge runs downwards, and passes a line of boxes in a slot of its
 * own between them (Sugiyama, Tagawa, Toda 1981), so that none runs through a box. What hangs
 * together makes a block; blocks are set like words in lines.
 */
import type { Graph, GraphEdge, GraphNode } from './graph-model.ts';

export interface PlacedNode extends GraphNode {
  readonly x: number;
  readonly y: number;
  readonly width: number;
}
/** An edge, with the slots in which it passes boxes: straight down from y by the height of a box. */
export interface Route {
  readonly edge: GraphEdge;
  readonly slots: readonly { readonly x: number; readonly y: number }[];
}
export interface Layout {
  readonly nodes: readonly PlacedNode[];
  readonly routes: readonly Route[];
  readonly width: number;
  readonly height: number;
}

export const nodeHeight = 28;
const gap = { x: 14, y: 12, layer: 34 };
const slotWidth = 8;
/** Boxes are not cut below this width. */
const leastWidth = 60;

interface Block {
  readonly nodes: readonly PlacedNode[];
  readonly routes: readonly Route[];
  readonly width: number;
  readonly height: number;
}

const byId = (a: GraphNode, b: GraphNode): number => (a.id < b.id ? -1 : 1);

/** Nodes that hang together by edges in either direction. */
const components = (nodes: readonly GraphNode[], edges: readonly GraphEdge[]): GraphNode[][] => {
  const root = new Map(nodes.map((n) => [n.id, n.id]));
  const find = (id: string): string => {
    const up = root.get(id) as string;
    return up === id ? id : find(up);
  };
  for (const { from, to } of edges) root.set(find(from), find(to));
  const groups = new Map<string, GraphNode[]>();
  for (const node of nodes.toSorted(byId))
    groups.set(find(node.id), [...(groups.get(find(node.id)) ?? []), node]);
  return [...groups.values()];
};

/**
 * How many edges the longest way down to each node has; a circle, which no proof has, ends the
 * count.
 */
const depths = (nodes: readonly GraphNode[], edges: readonly GraphEdge[]): Map<string, number> => {
  const depth = new Map(nodes.map((n) => [n.id, 0]));
  for (let round = 0; round < nodes.length; round++) {
    let moved = false;
    for (const { from, to } of edges) {
      if ((depth.get(to) as number) > (depth.get(from) as number)) continue;
      depth.set(to, (depth.get(from) as number) + 1);
      moved = true;
    }
    if (!moved) break;
  }
  return depth;
};

/** Lines of nodes that are at most so wide. */
const lines = <T extends { readonly width: number }>(items: readonly T[], most: number): T[][] => {
  const out: T[][] = [];
  let used = 0;
  for (const item of items) {
    const last = out.at(-1);
    if (last !== undefined && used + gap.x + item.width <= most) {
      last.push(item);
      used += gap.x + item.width;
    } else {
      out.push([item]);
      used = item.width;
    }
  }
  return out;
};

/** The way down from a node to what is not placed yet: one for all its edges. */
interface Trunk {
  readonly edges: Set<GraphEdge>;
  x: number;
  readonly slots: { readonly x: number; readonly y: number }[];
}

/** A box or a slot in a line, with the place where it would like to be. */
interface Item {
  readonly width: number;
  readonly wish: number;
  readonly node: (GraphNode & { readonly width: number }) | null;
  readonly trunk: Trunk | null;
}

/** Sets items from left to right, each as near to its wish as the others leave room for. */
function setLine(items: readonly Item[], most: number): { item: Item; x: number }[] {
  let cursor = 0;
  let rest = items.reduce((sum, { width }) => sum + width + gap.x, -gap.x);
  return items
    .toSorted((a, b) => a.wish - b.wish)
    .map((item) => {
      const x = Math.max(cursor, Math.min(item.wish - item.width / 2, most - rest));
      cursor = x + item.width + gap.x;
      rest -= item.width + gap.x;
      return { item, x };
    });
}

class BlockLayout {
  readonly nodes: PlacedNode[] = [];
  readonly routes: Route[] = [];
  readonly #trunks = new Map<string, Trunk>();
  #y = 0;
  readonly #edges: readonly GraphEdge[];
  readonly #most: number;

  constructor(edges: readonly GraphEdge[], most: number) {
    this.#edges = edges;
    this.#most = most;
  }

  /** Where the edges into a node come from, on average. */
  wish(node: GraphNode): number {
    const xs = this.#edges
      .filter((e) => e.to === node.id)
      .flatMap((e) => this.#trunks.get(e.from)?.x ?? []);
    return xs.length === 0 ? 0 : xs.reduce((a, b) => a + b, 0) / xs.length;
  }

  /** The width that boxes of one line share, with a slot for each way down. */
  get room(): number {
    return Math.max(leastWidth, this.#most - this.#trunks.size * (slotWidth + gap.x));
  }

  add(line: readonly (GraphNode & { readonly width: number })[]): void {
    const here = new Set(line.map(({ id }) => id));
    const passing = [...this.#trunks.values()].filter((t) =>
      [...t.edges].some((e) => !here.has(e.to)),
    );
    const set = setLine(
      [
        ...line.map((node) => ({ node, trunk: null, width: node.width, wish: this.wish(node) })),
        ...passing.map((trunk) => ({ node: null, trunk, width: slotWidth, wish: trunk.x })),
      ],
      this.#most,
    );
    for (const edge of this.#edges.filter((e) => here.has(e.to))) {
      const trunk = this.#trunks.get(edge.from);
      if (!trunk) continue;
      this.routes.push({ edge, slots: [...trunk.slots] });
      trunk.edges.delete(edge);
      if (trunk.edges.size === 0) this.#trunks.delete(edge.from);
    }
    for (const { item, x } of set) {
      if (item.trunk) {
        item.trunk.x = x + slotWidth / 2;
        item.trunk.slots.push({ x: item.trunk.x, y: this.#y });
      }
      if (!item.node) continue;
      this.nodes.push({ ...item.node, x, y: this.#y });
      const down = this.#edges.filter((e) => e.from === item.node?.id && !here.has(e.to));
      const open = down.filter((e) => !this.nodes.some((n) => n.id === e.to));
      if (open.length > 0)
        this.#trunks.set(item.node.id, {
          edges: new Set(open),
          x: x + item.node.width / 2,
          slots: [],
        });
    }
    this.#y += nodeHeight + gap.layer;
  }
}

const blockOf = (
  nodes: readonly GraphNode[],
  edges: readonly GraphEdge[],
  widthOf: (n: GraphNode) => number,
  most: number,
): Block => {
  const depth = depths(nodes, edges);
  const block = new BlockLayout(edges, most);
  for (let layer = 0; layer <= Math.max(...depth.values()); layer++) {
    let rest = nodes
      .filter((n) => depth.get(n.id) === layer)
      .toSorted((a, b) => block.wish(a) - block.wish(b) || byId(a, b));
    while (rest.length > 0) {
      const { room } = block;
      const sized = rest.map((n) => ({ ...n, width: Math.min(room, widthOf(n)) }));
      const [line = []] = lines(sized, room);
      block.add(line);
      rest = rest.slice(line.length);
    }
  }
  return {
    nodes: block.nodes,
    routes: block.routes,
    width: Math.max(...block.nodes.map((n) => n.x + n.width)),
    height: Math.max(...block.nodes.map((n) => n.y)) + nodeHeight,
  };
};

/** Blocks like words in lines, at most `most` units wide. */
export const layoutGraph = (
  { nodes, edges }: Graph,
  widthOf: (n: GraphNode) => number,
  most: number,
): Layout => {
  const blocks = components(nodes, edges).map((part) =>
    blockOf(
      part,
      edges.filter((e) => part.some((n) => n.id === e.from)),
      widthOf,
      most,
    ),
  );
  const ordered = blocks.toSorted(
    (a, b) =>
      b.nodes.length - a.nodes.length || byId(a.nodes[0] as GraphNode, b.nodes[0] as GraphNode),
  );
  const placed: PlacedNode[] = [];
  const routes: Route[] = [];
  let y = 0;
  for (const line of lines(ordered, most)) {
    let x = 0;
    for (const block of line) {
      const [right, down] = [x, y];
      placed.push(...block.nodes.map((n) => ({ ...n, x: n.x + right, y: n.y + down })));
      routes.push(
        ...block.routes.map(({ edge, slots }) => ({
          edge,
          slots: slots.map((s) => ({ x: s.x + right, y: s.y + down })),
        })),
      );
      x += block.width + gap.x;
    }
    y += Math.max(...line.map((b) => b.height)) + gap.y + gap.x;
  }
  return { nodes: placed, routes, width: most, height: Math.max(nodeHeight, y - gap.y) };
};

const round = (x: number): number => Math.round(x * 10) / 10;

/**
 * From the lower edge of one box, through the slots, to the upper edge of the other, or `above` it
 * for the head of an arrow.
 */
export function routePath(
  { edge: { from, to }, slots }: Route,
  at: ReadonlyMap<string, PlacedNode>,
  above: number,
): string {
  const [a, b] = [at.get(from) as PlacedNode, at.get(to) as PlacedNode];
  let [x, y] = [round(a.x + a.width / 2), round(a.y + nodeHeight)];
  let d = `M${x} ${y}`;
  const bend = (toX: number, toY: number): void => {
    const half = round((toY - y) / 2);
    d += `C${x} ${round(y + half)} ${toX} ${round(toY - half)} ${toX} ${toY}`;
    [x, y] = [toX, toY];
  };
  for (const slot of slots) {
    bend(round(slot.x), round(slot.y));
    y = round(slot.y + nodeHeight);
    d += `V${y}`;
  }
  bend(round(b.x + b.width / 2), round(b.y - above));
  return d;
}
