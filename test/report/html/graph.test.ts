/** Tests of the graph of lemmas in the HTML report. */
import { describe, expect, test } from 'vitest';
import { layoutGraph, nodeHeight } from '../../../src/report/html/graph-layout.ts';
import {
  familyGraphs,
  graphOf,
  type Graph,
  type GraphEdge,
} from '../../../src/report/html/graph-model.ts';
import { fixtureClaims } from './fixture.ts';

const claims = await fixtureClaims();

describe('the graph of lemmas', () => {
  const { nodes, edges } = graphOf(claims);
  test('every claim is a node of its earned status', () => {
    expect(nodes.map(({ id, status }) => [id, status])).toEqual(
      claims.map(({ entry, verdict }) => [entry.id, verdict.verdict]),
    );
  });
  test('an edge is a premise of the checked derivation', () => {
    expect(claims.find(({ entry }) => entry.id === 'demo/trace-of-three')?.verdict).toMatchObject({
      verdict: 'proved',
      proof: { lemmas: ['demo/trace'] },
    });
    expect(edges.filter((e) => e.kind === 'rests on')).toEqual([
      { from: 'demo/trace', to: 'demo/trace-of-three', kind: 'rests on' },
    ]);
  });
  test('a lemma that is named and not used does not count', () => {
    const named = claims.map((one) =>
      one.entry.id === 'demo/cancellation'
        ? { ...one, entry: { ...one.entry, uses: ['demo/trace'], proof: 'by demo/trace' } }
        : one,
    );
    expect(graphOf(named).edges).toEqual(edges);
  });
  test('refuted relatives hang under what is proved of the same conclusion', () => {
    expect(edges.filter((e) => e.kind === 'same conclusion')).toEqual([
      { from: 'demo/cancellation', to: 'demo/cancellation-bare', kind: 'same conclusion' },
    ]);
  });
  test('cited theorems are nodes too', () => {
    const cited = graphOf(
      claims.map((one) =>
        one.entry.id === 'demo/trace'
          ? { ...one, verdict: { ...one.verdict, axioms: ['Weyl 1912'] } }
          : one,
      ),
    );
    expect(cited.nodes).toContainEqual({
      id: 'Weyl 1912',
      label: 'Weyl 1912',
      family: 'demo',
      status: 'cited',
    });
    expect(cited.edges).toContainEqual({ from: 'Weyl 1912', to: 'demo/trace', kind: 'rests on' });
  });
});

describe('its layout', () => {
  const letters = 'abcdefghijkl';
  const edgesOf = (...pairs: string[]): GraphEdge[] =>
    pairs.map(([from, to]) => ({ from: from as string, to: to as string, kind: 'rests on' }));
  const graph: Graph = {
    nodes: [...letters].map((id, i) => ({
      id,
      label: id,
      family: i < 8 ? 'one' : 'two',
      status: 'proved',
    })),
    edges: edgesOf('ab', 'ac', 'bd', 'cd', 'de', 'fg', 'ij', 'ak'),
  };
  const byEnds = (a: GraphEdge, b: GraphEdge): number =>
    `${a.from}${a.to}` < `${b.from}${b.to}` ? -1 : 1;
  const width = ({ id }: { readonly id: string }): number => 60 + 10 * letters.indexOf(id);

  test.each([900, 350, 120])('no box leaves a width of %d, and none covers another', (most) => {
    const { nodes, height } = layoutGraph(graph, width, most);
    expect(nodes).toHaveLength(letters.length);
    for (const a of nodes) {
      expect(a.x).toBeGreaterThanOrEqual(0);
      expect(a.x + a.width).toBeLessThanOrEqual(most);
      expect(a.y + nodeHeight).toBeLessThanOrEqual(height);
      for (const b of nodes)
        if (a !== b)
          expect(
            a.x + a.width <= b.x ||
              b.x + b.width <= a.x ||
              a.y + nodeHeight <= b.y ||
              b.y + nodeHeight <= a.y,
          ).toBe(true);
    }
  });
  test.each([900, 350, 240])('edges run downwards, past every box, at a width of %d', (most) => {
    const { nodes, routes } = layoutGraph(graph, width, most);
    expect(routes.map((r) => r.edge).toSorted(byEnds)).toEqual(graph.edges.toSorted(byEnds));
    const at = new Map(nodes.map((n) => [n.id, n]));
    for (const { edge, slots } of routes) {
      const [from, to] = [at.get(edge.from)!, at.get(edge.to)!];
      expect(to.y).toBeGreaterThan(from.y);
      // every line of boxes that the edge passes has a slot for it, outside of each box
      const lines = new Set(
        nodes.filter((n) => n.y > from.y && n.y < to.y && n.x < 1e4).map((n) => n.y),
      );
      for (const { x, y } of slots) {
        lines.delete(y);
        for (const n of nodes.filter((one) => one.y === y))
          expect(x < n.x || x > n.x + n.width).toBe(true);
      }
      expect([...lines].filter((y) => slots.length > 0 && y < slots[0]!.y)).toEqual([]);
    }
  });
  test('a guest of another family is drawn with what rests on it; a single claim is not drawn', () => {
    const families = familyGraphs(graph);
    expect([...families.keys()]).toEqual(['one', 'two']);
    expect(families.get('two')?.nodes.map(({ id, label }) => [id, label])).toEqual([
      ['j', 'j'],
      ['i', 'i'],
      ['k', 'k'],
      ['a in two', 'a'],
    ]);
    expect(families.get('one')?.nodes.map(({ id }) => id)).not.toContain('h');
  });
  test('the same graph in another order has the same layout', () => {
    expect(
      layoutGraph(
        { nodes: graph.nodes.toReversed(), edges: graph.edges.toReversed() },
        width,
        350,
      ).nodes.toSorted((a, b) => (a.id < b.id ? -1 : 1)),
    ).toEqual(layoutGraph(graph, width, 350).nodes.toSorted((a, b) => (a.id < b.id ? -1 : 1)));
  });
  test('a circle does not hang it, and nothing at all has a layout', () => {
    expect(layoutGraph({ ...graph, edges: edgesOf('ab', 'ba') }, width, 350).nodes).toHaveLength(
      letters.length,
    );
    expect(layoutGraph({ nodes: [], edges: [] }, width, 350).nodes).toEqual([]);
  });
});
