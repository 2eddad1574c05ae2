/** What a told proof states under an index, and by induction: for all values of the index. */
import { each, implies, write, type Formula } from '../../kernel/formula.ts';
import { renameDimsIn } from '../../kernel/binders.ts';
import { variable } from '../../kernel/graph.ts';
import type { Dim } from '../../kernel/term.ts';
import {
  assume,
  atMost,
  discharge,
  generalise,
  induction,
  modusPonens,
  overRange,
  specialise,
  type Theorem,
} from '../../kernel/theorem.ts';

import { placeText, readPlace } from '../../language/layers.ts';
import { kernelDim } from '../../operators/parts.ts';
import { within } from '../agenda/effort.ts';
import type { Fact } from '../known/context.ts';
import { proveFormula } from '../search.ts';
import { underDepth } from '../lowering/layers.ts';
import { conjunction, isCoordinate } from '../lowering/scope.ts';
import type { Told } from './told.ts';
import { lowered, read, type Ranged, type ToldState } from './told-statements.ts';

type IndexNode = Extract<Told, { kind: 'index' }>;
type InductionNode = Extract<Told, { kind: 'induction' }>;

/** What an index is: a place in a vector, or the depth of a layer. */
export interface IndexBlock {
  readonly state: ToldState;
  readonly facts: readonly Fact[];
  /** What is stated in the block, for all values of the index. */
  readonly close: (stated: Theorem) => Theorem;
}

/** The texts of the statements in a block. */
const textsOf = (nodes: readonly Told[]): string[] =>
  nodes.flatMap((node): string[] => {
    switch (node.kind) {
      case 'say':
        return [node.first, ...node.links];
      case 'suppose':
        return [node.formula, ...textsOf(node.under)];
      case 'part':
      case 'index':
        return textsOf(node.under);
      case 'take':
        return [node.such];
      default:
        return [];
    }
  });

/** Does an index count, as in A^n or prod[l=n..1], and not only name entries? */
function counts(name: string, nodes: readonly Told[]): boolean {
  const word = new RegExp(String.raw`(?<![\w.])${name}(?![\w.])`);
  return textsOf(nodes).some((text) => word.test(text.replaceAll(/\[[^\]=]*\]/g, '')));
}

const withRange = (state: ToldState, range: Ranged): ToldState => ({
  ...state,
  ranges: [...state.ranges, range],
});

/** An index of layers: a range 1..L whose members have their own names. */
function depthState(state: ToldState, range: Ranged): ToldState {
  const place = { index: range.name, to: range.to, span: { start: 0, end: 0 } };
  return { ...withRange(state, range), scope: underDepth(state.scope, place) };
}

export function indexBlock(node: IndexNode, state: ToldState): IndexBlock {
  const { name, to } = node;
  const end = readPlace(to);
  const { layers, depth, indices } = state.scope;
  const isDepth =
    layers.has(to) ||
    (end !== null && end.name !== null && (end.offset !== 0 || depth.has(end.name))) ||
    counts(name, node.under);
  if (isDepth) {
    const bounds = [atMost('1', name), atMost(name, to)];
    return {
      state: depthState(state, node),
      facts: bounds.map((f) => ({ theorem: assume(f), name: 'range' })),
      close: (t) => overRange(name, '1', to, t),
    };
  }
  const dim = kernelDim(to);
  const guard = conjunction(isCoordinate(variable(`#${name}`, [dim])));
  return {
    state: {
      ...withRange(state, node),
      scope: { ...state.scope, indices: new Map([...indices, [name, dim]]) },
    },
    facts: [{ theorem: assume(guard), name: 'index' }, ...atPlace(state.ctx.facts, name, dim)],
    close: (t) =>
      generalise({ kind: 'tensor', name: `#${name}`, shape: [dim] }, discharge(guard, t)),
  };
}

/** What is known of all entries, at this one. */
function atPlace(facts: readonly Fact[], index: string, dim: Dim): Fact[] {
  const term = variable(`#${index}`, [dim]);
  const guard = conjunction(isCoordinate(term));
  return facts.flatMap(({ theorem, name }): Fact[] => {
    const f = theorem.conclusion;
    if (f.kind !== 'forall' || f.bound.kind !== 'tensor' || f.bound.shape.join() !== dim) return [];
    const t = specialise(theorem, { kind: 'term', term });
    const g = t.conclusion;
    return g.kind === 'implies' && write(g.left) === write(guard)
      ? [{ theorem: modusPonens(t, assume(guard)), name }]
      : [];
  });
}

/** What is known of all entries, at the indices that were brought in; anything else as it is. */
export function atIndices(theorem: Theorem, { scope }: ToldState): Theorem[] {
  const facts = [...scope.indices].flatMap(([index, dim]) =>
    atPlace([{ theorem, name: '' }], index, dim),
  );
  const known = facts.map((fact) => fact.theorem);
  return known.length > 0 ? known : [theorem];
}

/** The statement of an induction for all indices, from its base and its step; null without one. */
export function inductive(
  node: InductionNode,
  state: ToldState,
  stated: readonly Theorem[],
): Theorem | null {
  const { name, to } = node;
  const inside = depthState(state, node);
  const body: Formula = lowered(read(node.statement, inside, node.line), inside);
  const end = readPlace(to);
  if (end === null) return null;
  const goal = each(name, '1', to, body);
  const before = placeText({ name: end.name, offset: end.offset - 1 });
  const at = (place: string): Formula => renameDimsIn(body, new Map([[name, place]]));
  const wanted = [at('1'), each(name, '1', before, implies(body, at(`${name}+1`)))];
  const [base, step] = wanted.map(
    (f) =>
      stated.find((t) => write(t.conclusion) === write(f)) ??
      proveFormula(f, { ...state.ctx, deadline: within(state.patience) }),
  );
  return base && step ? induction(goal, base, step) : null;
}
