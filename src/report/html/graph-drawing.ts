/**
 * The graph of lemmas as a drawing: links to the claims, once for wide screens and once for narrow
 * ones.
 */
import {
  layoutGraph,
  nodeHeight,
  routePath,
  type Layout,
  type PlacedNode,
  type Route,
} from './graph-layout.ts';
import { familyGraphs, graphOf, type Graph, type GraphNode } from './graph-model.ts';
import { plural } from '../numbers-text.ts';
import { html, type Markup } from './markup.ts';
import type { Reported } from './reported.ts';
import { shapePaths } from './status.ts';

/** Labels are set in a face of fixed width, so that a box fits its label. */
const characterWidth = 7.3;
const widthOf = ({ label }: GraphNode): number => Math.ceil(label.length * characterWidth + 40);
const round = (x: number): number => Math.round(x * 10) / 10;

const cut = (label: string, width: number): string => {
  const room = Math.floor((width - 36) / characterWidth);
  return label.length <= room ? label : `${label.slice(0, room - 1)}…`;
};

const sign = ({ status }: PlacedNode): Markup =>
  status === 'cited'
    ? html`
      <path class="sign" d="M2 2h9a3 3 0 0 1 3 3v9H5a3 3 0 0 1-3-3zM5 5.5h6M5 8.5h6" fill="none"
        stroke="currentColor" stroke-width="1.5"/>
    `
    : html`<path class="sign" d="${shapePaths[status]}" fill="currentColor" fill-rule="evenodd"/>`;

const nodeMarkup = (node: PlacedNode): Markup => {
  const body = html`
    <rect x="0.5" y="0.5" width="${node.width - 1}" height="${nodeHeight - 1}" rx="5"/>
    <g transform="translate(9 7.5) scale(.8)">${sign(node)}</g>
    <text x="28" y="18.5">${cut(node.label, node.width)}</text>
  `;
  const place = `translate(${round(node.x)} ${round(node.y)})`;
  if (node.status === 'cited')
    return html`
      <g class="node cited" transform="${place}">
        <title>${node.label}, cited theorem</title>
        ${body}
      </g>
    `;
  const id = node.guest ?? node.id;
  return html`
    <a href="#${id}" aria-label="${id}, ${node.status}" class="node ${node.status}"
      transform="${place}">
      <title>${id}, ${node.status}</title>${body}
    </a>
  `;
};

const edgeMarkup = (route: Route, at: ReadonlyMap<string, PlacedNode>, arrow: string): Markup => {
  const { kind } = route.edge;
  return html`
    <path class="edge${kind === 'same conclusion' && ' relative'}"
      d="${routePath(route, at, kind === 'rests on' ? 4 : 0)}"
      ${kind === 'rests on' && html`marker-end="url(#${arrow})"`}/>
  `;
};

const description = ({ nodes, edges }: Graph): string => {
  const rests = edges.filter((e) => e.kind === 'rests on');
  const told = rests.map(({ from, to }) => `${to} rests on ${from}`).join('; ');
  return (
    `${nodes.length} nodes. ` +
    `${rests.length === 0 ? 'No derivation rests on another claim.' : `${told}.`} Refuted ` +
    'claims hang below the proved ones whose conclusion they share.'
  );
};

const drawing = (layout: Layout, graph: Graph, name: string, family: string): Markup => {
  const own = `${name}-${family}`;
  const at = new Map(layout.nodes.map((n) => [n.id, n]));
  return html`
    <svg class="graph ${name}" viewBox="0 0 ${layout.width} ${round(layout.height)}" role="group"
      aria-labelledby="graph-${own}-t" aria-describedby="graph-${own}-d">
      <title id="graph-${own}-t">Graph of lemmas</title>
      <desc id="graph-${own}-d">${description(graph)}</desc>
      <defs>
        <marker id="arrow-${own}" viewBox="0 0 8 8" refX="4" refY="4" markerWidth="7"
          markerHeight="7" orient="auto">
          <path d="M0 0 8 4 0 8z"/>
        </marker>
      </defs>
      ${layout.routes.map((r) => edgeMarkup(r, at, `arrow-${own}`))}
      ${layout.nodes.map(nodeMarkup)}
    </svg>
  `;
};

/** Each family folded, with the claims that rest on others or share a conclusion; null of none. */
export const graphMarkup = (claims: readonly Reported[]): Markup | null => {
  const families = familyGraphs(graphOf(claims));
  if (families.size === 0) return null;
  return html`
    ${[...families].map(
      ([family, graph]) => html`
        <details class="lemmas">
          <summary>
            ${family}: ${plural(graph.nodes.length, 'node')}, ${plural(graph.edges.length, 'edge')}
          </summary>
          ${drawing(layoutGraph(graph, widthOf, 900), graph, 'wide', family)}
          ${drawing(layoutGraph(graph, widthOf, 350), graph, 'narrow', family)}
        </details>
      `,
    )}
  `;
};
