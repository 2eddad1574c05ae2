/**
 * Places a graph in layers: every edge runs downwards, each layer is ordered by the middle of its
 * neighbours above (Sugiyama, Tagawa, Toda 1981), and what hangs together makes a block; blocks are
 * set like words in lines.
 */
import type { Graph, GraphEdge, GraphNode } from './graph-model.ts';

export interface PlacedNode extends GraphNode {
  readonly x: number;
  readonly y: number;
  readonly width: number;
}

export interface Layout {
  readonly nodes: readonly PlacedNode[];
  readonly edges: readonly GraphEdge[];
  readonly bands: readonly { readonly name: string; readonly y: number }[];
  readonly width: number;
  readonly height: number;
}

export const nodeHeight = 28;
const gap = { x: 14, y: 12, layer: 34, band: 26, title: 26 };

interface Block {
  readonly nodes: readonly PlacedNode[];
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

const blockOf = (
  nodes: readonly GraphNode[],
  edges: readonly GraphEdge[],
  widthOf: (n: GraphNode) => number,
  most: number,
): Block => {
  const depth = depths(nodes, edges);
  const middle = new Map<string, number>();
  const placed: PlacedNode[] = [];
  let y = 0;
  for (let layer = 0; layer <= Math.max(...depth.values()); layer++) {
    const above = (id: string): number => {
      const seen = edges.filter((e) => e.to === id).flatMap((e) => middle.get(e.from) ?? []);
      return seen.length === 0 ? 0 : seen.reduce((a, b) => a + b, 0) / seen.length;
    };
    const inLayer = nodes
      .filter((n) => depth.get(n.id) === layer)
      .toSorted((a, b) => above(a.id) - above(b.id) || byId(a, b));
    for (const line of lines(
      inLayer.map((n) => ({ ...n, width: Math.min(most, widthOf(n)) })),
      most,
    )) {
      let x = 0;
      for (const node of line) {
        placed.push({ ...node, x, y });
        middle.set(node.id, x + node.width / 2);
        x += node.width + gap.x;
      }
      y += nodeHeight + gap.y;
    }
    y += gap.layer - gap.y;
  }
  return {
    nodes: placed,
    width: Math.max(...placed.map((n) => n.x + n.width)),
    height: y - gap.layer,
  };
};

/** A band for each family, at most `most` units wide. */
export const layoutGraph = (
  { nodes, edges }: Graph,
  widthOf: (n: GraphNode) => number,
  most: number,
): Layout => {
  const placed: PlacedNode[] = [];
  const bands: { name: string; y: number }[] = [];
  const families = [...new Set(nodes.map((n) => n.family))].toSorted();
  let y = 0;
  for (const name of families) {
    bands.push({ name, y: y + 14 });
    y += gap.title;
    const own = nodes.filter((n) => n.family === name);
    const inside = new Set(own.map((n) => n.id));
    const within = edges.filter((e) => inside.has(e.from) && inside.has(e.to));
    const blocks = components(own, within).map((part) =>
      blockOf(
        part,
        within.filter((e) => part.some((n) => n.id === e.from)),
        widthOf,
        most,
      ),
    );
    const ordered = blocks.toSorted(
      (a, b) =>
        b.nodes.length - a.nodes.length || byId(a.nodes[0] as GraphNode, b.nodes[0] as GraphNode),
    );
    for (const line of lines(ordered, most)) {
      let x = 0;
      for (const block of line) {
        placed.push(...block.nodes.map((n) => ({ ...n, x: n.x + x, y: n.y + y })));
        x += block.width + gap.x;
      }
      y += Math.max(...line.map((b) => b.height)) + gap.y;
    }
    y += gap.band - gap.y;
  }
  const shown = new Set(placed.map((n) => n.id));
  return {
    nodes: placed,
    edges: edges.filter((e) => shown.has(e.from) && shown.has(e.to)),
    bands,
    width: most,
    height: Math.max(nodeHeight, y - gap.band + 2),
  };
};
