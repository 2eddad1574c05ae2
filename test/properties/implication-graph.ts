/**
 * The proved implications as a drawing: what implies each other in one box, and no arrow that
 * follows from others.
 */
import type { Implication, Property } from '../../proofs/implications.ts';
import type { Graph } from '../../src/report/html/graph-model.ts';
import { layoutGraph, nodeHeight, routePath } from '../../src/report/html/graph-layout.ts';
import { html } from '../../src/report/html/markup.ts';
import { dark, light, type Palette } from '../../src/report/html/palette.ts';

/**
 * Boxes of equivalent properties, and the arrows between boxes that do not follow from two others.
 */
export const reduced = (
  properties: readonly Property[],
  holding: readonly Implication[],
): { boxes: string[]; arrows: { from: string; to: string }[] } => {
  const implies = (a: Property, b: Property): boolean =>
    a === b || holding.some(({ from, to }) => from === a && to === b);
  const classes = properties.filter(
    (p, i) => !properties.slice(0, i).some((q) => implies(p, q) && implies(q, p)),
  );
  const label = (p: Property): string =>
    properties
      .filter((q) => implies(p, q) && implies(q, p))
      .map(({ words }) => words)
      .join(' ⟺ ');
  const below = (a: Property, b: Property): boolean => a !== b && implies(a, b);
  const arrows = classes.flatMap((a) =>
    classes
      .filter((b) => below(a, b) && !classes.some((c) => below(a, c) && below(c, b)))
      .map((b) => ({ from: label(a), to: label(b) })),
  );
  return { boxes: classes.map(label), arrows };
};

const widthOf = ({ label }: { readonly label: string }): number =>
  Math.ceil(label.length * 8.1 + 32);
const colours = ({ ground, raised, ink, line, proved }: Palette): string =>
  `svg{background:${ground}}rect{fill:${raised};stroke:${line}}text{fill:${ink}}.edge{stroke:${proved}}marker path{fill:${proved}}`;

/** The file proofs/findings/implication-graph.svg. */
export const implicationGraph = (
  properties: readonly Property[],
  holding: readonly Implication[],
): string => {
  const { boxes, arrows } = reduced(properties, holding);
  const graph: Graph = {
    nodes: boxes.map((label) => ({
      id: label,
      label,
      family: 'proved implications',
      status: 'proved',
    })),
    edges: arrows.map((arrow) => ({ ...arrow, kind: 'rests on' })),
  };
  const { nodes, routes, width, height } = layoutGraph(graph, widthOf, 620);
  const at = new Map(nodes.map((node) => [node.id, node]));
  const lines = routes.map(
    (route) => html`<path class="edge" d="${routePath(route, at, 5)}" marker-end="url(#head)"/>\n`,
  );
  const told = arrows.map(({ from, to }) => `${from} implies ${to}`).join('; ');
  const style = `text{font:13px ui-monospace,monospace}.edge{fill:none;stroke-width:1.5}${colours(light)}@media(prefers-color-scheme:dark){${colours(dark)}}`;
  return html`<svg xmlns="http://www.w3.org/2000/svg" viewBox="-10 -4 ${width + 20} ${Math.ceil(height) + 14}" width="${width + 20}" role="img" aria-labelledby="title told">
<title id="title">Proved implications</title>
<desc id="told">${told}. The others imply none of the nine, and none implies them.</desc>
<style>${style}</style>
<defs><marker id="head" viewBox="0 0 8 8" refX="4" refY="4" markerWidth="7" markerHeight="7" orient="auto"><path d="M0 0 8 4 0 8z"/></marker></defs>
${lines}${nodes.map((node) => html`<g transform="translate(${node.x} ${node.y})"><rect x="0.5" y="0.5" width="${node.width - 1}" height="${nodeHeight - 1}" rx="5"/><text x="12" y="18.5">${node.label}</text></g>\n`)}</svg>
`.html;
};
