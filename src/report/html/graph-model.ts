/**
 * The graph of the catalogue: claims and cited theorems, and what is drawn between them. Nothing of
 * it is typed in.
 */
import { formulaText } from '../../language/index.ts';
import type { VerdictName } from '../../verdict/verdict.ts';
import { readClaim } from './formula.ts';
import type { Reported } from './reported.ts';

export interface GraphNode {
  /** Id of the claim, or the citation's own words. */
  readonly id: string;
  /** The claim that a guest of another family is. */
  readonly guest?: string;
  readonly label: string;
  readonly family: string;
  /** `cited` is a theorem taken from the literature. */
  readonly status: VerdictName | 'cited';
}

export interface GraphEdge {
  readonly from: string;
  readonly to: string;
  /**
   * `rests on`: a premise of a checked derivation. `same conclusion`: refuted under other
   * hypotheses than those it is proved under.
   */
  readonly kind: 'rests on' | 'same conclusion';
}

export interface Graph {
  readonly nodes: readonly GraphNode[];
  readonly edges: readonly GraphEdge[];
}

const conclusionOf = ({ verdict }: Reported): string | null => {
  const claim = readClaim(verdict.claim);
  return claim === null ? null : formulaText(claim.conclusion);
};

/**
 * A premise stands above what rests on it, a proved claim above its refuted relatives of the same
 * family.
 */
export const graphOf = (claims: readonly Reported[]): Graph => {
  const known = new Set(claims.map(({ entry }) => entry.id));
  const nodes: GraphNode[] = claims.map(({ entry, verdict }) => ({
    id: entry.id,
    label: entry.id.slice(entry.family.length + 1),
    family: entry.family,
    status: verdict.verdict,
  }));
  const axioms = [...new Set(claims.flatMap(({ verdict }) => verdict.axioms))].toSorted();
  const cited = axioms.map((name): GraphNode => {
    const user = claims.find(({ verdict }) => verdict.axioms.includes(name));
    return { id: name, label: name, family: user?.entry.family ?? '', status: 'cited' };
  });
  const restsOn = claims.flatMap(({ entry, verdict }): GraphEdge[] => [
    ...(verdict.proof?.lemmas ?? [])
      .filter((id) => known.has(id))
      .map((id): GraphEdge => ({ from: id, to: entry.id, kind: 'rests on' })),
    ...verdict.axioms.map((name): GraphEdge => ({ from: name, to: entry.id, kind: 'rests on' })),
  ]);
  const conclusions = new Map(claims.map((one) => [one.entry.id, conclusionOf(one)]));
  const relatives = claims
    .filter(({ verdict }) => verdict.verdict === 'refuted')
    .flatMap((refuted): GraphEdge[] =>
      claims
        .filter(
          ({ entry, verdict }) =>
            verdict.verdict === 'proved' &&
            entry.family === refuted.entry.family &&
            conclusions.get(entry.id) === conclusions.get(refuted.entry.id),
        )
        .map(({ entry }) => ({ from: entry.id, to: refuted.entry.id, kind: 'same conclusion' })),
    );
  return { nodes: [...nodes, ...cited], edges: [...restsOn, ...relatives] };
};

/**
 * The graph of each family: its nodes that have an edge, and as guests those of other families that
 * they rest on.
 */
export function familyGraphs({ nodes, edges }: Graph): ReadonlyMap<string, Graph> {
  const known = new Map(nodes.map((n) => [n.id, n]));
  type Own = { readonly nodes: Map<string, GraphNode>; readonly edges: GraphEdge[] };
  const families = new Map<string, Own>();
  for (const edge of edges) {
    const [from, to] = [known.get(edge.from), known.get(edge.to)];
    if (!from || !to) continue;
    const own: Own = families.get(to.family) ?? { nodes: new Map(), edges: [] };
    families.set(to.family, own);
    const guest = from.family === to.family ? from : guestOf(from, to.family);
    own.nodes.set(to.id, to).set(guest.id, guest);
    own.edges.push({ ...edge, from: guest.id });
  }
  return new Map(
    [...families]
      .toSorted(([a], [b]) => (a < b ? -1 : 1))
      .map(([name, own]) => [name, { nodes: [...own.nodes.values()], edges: own.edges }]),
  );
}

const guestOf = (node: GraphNode, family: string): GraphNode => ({
  ...node,
  id: `${node.id} in ${family}`,
  label: node.id,
  family,
  guest: node.id,
});
