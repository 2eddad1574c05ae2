/** A claim in the machine's terms: what is drawn, the value of each name, and what is judged. */
import type { Declaration } from '../../language/ast.ts';
import type { Graph, Node } from './graph.ts';
import type { StandIn, UnitFunction } from './stand-ins.ts';

/** What stands in for a declared function or activation. */
export type Chosen =
  | { readonly kind: 'function'; readonly map: StandIn }
  | { readonly kind: 'unit'; readonly fn: UnitFunction };

/** A relation to be judged by how far its sides are apart. */
export interface Judged {
  readonly relation: '=' | '<' | '<=';
  readonly left: Node;
  readonly right: Node;
  readonly into: readonly [Node, Node, Node];
}

/** A formula of judged relations. */
export type Truth =
  | { readonly kind: 'judged'; readonly judged: Judged }
  | { readonly kind: 'and' | 'or' | 'implies' | 'iff'; readonly left: Truth; readonly right: Truth }
  | { readonly kind: 'not'; readonly body: Truth };

/** A claim in the machine's terms. */
export interface Lowered {
  readonly graph: Graph;
  /** Numbers to draw: for a declared name, or for what stands in for it. */
  readonly raw: readonly {
    readonly name: string;
    readonly node: Node;
    readonly declaration: Declaration | null;
  }[];
  /** The value of each declared tensor. */
  readonly values: ReadonlyMap<string, Node>;
  readonly hypotheses: readonly Truth[];
  readonly conclusion: Truth;
  readonly judged: readonly Judged[];
}
