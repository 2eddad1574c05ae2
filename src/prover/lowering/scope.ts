/** What a name means while a claim is turned into terms of the kernel. */
import type { Claim, Declaration, Index, Shape } from '../../language/ast.ts';
import { variesWith } from '../../language/layers.ts';
import type { Dim, FunctionSymbol, Term } from '../../kernel/term.ts';
import { contract, identity, number, variable } from '../../kernel/graph.ts';
import { substitute } from '../../kernel/calculus.ts';
import { and, equal, forall, implies, type Formula } from '../../kernel/formula.ts';
import type { Recursion } from '../../kernel/layer-means.ts';
import type { Mean } from './mean-facts.ts';
import { ratio } from '../../kernel/ratio.ts';
import { kernelAxes, kernelDim } from '../../operators/parts.ts';

/**
 * The claim mentions something that the kernel has no rules for; the search may still settle it.
 */
export class NotLowerable extends Error {
  override readonly name = 'NotLowerable';
}

/** The kernel's axes of a shape: a dimension that is literally 1 has no wire. */
export const axes = (shape: Shape): Dim[] => kernelAxes(shape);

/**
 * What a term asks for beyond the claim's conditions, as the derivative of an adjugate does, which
 * is an inverse.
 */
export interface Condition {
  readonly formula: Formula;
  readonly text: string;
}

export interface Scope {
  readonly declarations: ReadonlyMap<string, Declaration>;
  /** The dimension each bound index runs over. */
  readonly indices: ReadonlyMap<string, Dim>;
  /** What terms ask for beyond the claim's conditions: the hypotheses must imply it. */
  readonly conditions: Condition[];
  /** The variables by which something around is differentiated. */
  readonly by?: readonly string[];
  /** Ends of the ranges of families over layers: their index is not an axis. */
  readonly layers: ReadonlySet<Dim>;
  /** Bound indices of layers, with the last value each may have. */
  readonly depth: ReadonlyMap<string, Index>;
  /** Products, powers, sums and means over layers, by the text of what they are made of. */
  readonly sequences: Map<string, Sequence>;
  /** Are means left as they are written, instead of at their values? */
  readonly folds?: boolean;
  /** Means of functions that the claim mentions, outside sums and products. */
  readonly means: Mean[];
}

/**
 * A product, a power, a sum or a mean over an index, described by its first member and by how each
 * follows from the one before. Its name is that of a family that a claim cannot write: `prod#1`.
 */
export interface Sequence extends Recursion {
  /** How far the claim mentions it. */
  readonly ends: readonly Index[];
  /** What each member adds to the one before, where they are added up or multiplied. */
  readonly step?: Term;
  /** What is random stands in means alone, so no statement is about it alone. */
  readonly random?: boolean;
}

export const scopeOf = (
  claim: Pick<Claim, 'declarations'>,
  layers: ReadonlySet<Dim> = new Set(),
  folds = false,
): Scope => ({
  folds,
  declarations: new Map(claim.declarations.map((d) => [d.name, d])),
  indices: new Map(),
  conditions: [],
  layers,
  depth: new Map(),
  sequences: new Map(),
  means: [],
});

export const withDeclarations = (scope: Scope, more: readonly Declaration[]): Scope => ({
  ...scope,
  declarations: new Map([...scope.declarations, ...more.map((d) => [d.name, d] as const)]),
});

/** What is asked for under a range or a quantifier would mention what is bound there. */
export function refuseDemands(inner: Scope, bound: string): void {
  const [first] = inner.conditions;
  if (first) throw new NotLowerable(`what asks for ${first.text}, under ${bound}`);
}

export const familyOf = (d: Declaration): Dim[] => (d.family ? [kernelDim(d.family.to)] : []);

/** Members of different shapes do not form a tensor with one more axis. */
function refuseVarying(d: Declaration, shape: Shape): void {
  const { family } = d;
  if (family && variesWith(shape, family.index))
    throw new NotLowerable(`${d.name}, whose shape varies with ${family.index}, at this place`);
}

/** The kernel's shape of a declared tensor, a family's index first. */
export function tensorShape(d: Declaration): Dim[] {
  if (d.type.kind !== 'tensor') throw new NotLowerable(`${d.name} is not a tensor`);
  refuseVarying(d, d.type.shape);
  return [...familyOf(d), ...axes(d.type.shape)];
}

export function functionSymbol(d: Declaration): FunctionSymbol {
  if (d.type.kind === 'activation')
    return { name: d.name, family: familyOf(d), inputs: [null], output: null, kinks: true };
  if (d.type.kind !== 'function') throw new NotLowerable(`${d.name} is not a function`);
  refuseVarying(d, [...d.type.inputs.flat(), ...d.type.output]);
  const axis = (s: Shape): Dim | null => axes(s)[0] ?? null;
  return {
    name: d.name,
    family: familyOf(d),
    inputs: d.type.inputs.map(axis),
    output: axis(d.type.output),
  };
}

/** The coordinate vector of an index: an indicator on the wire of the index. */
export function coordinate(
  index: Index,
  dim: Dim,
  depth: ReadonlyMap<string, Index> = new Map(),
): Term {
  if (index.name !== null && depth.has(index.name))
    throw new NotLowerable(`the index ${index.name} of layers and of data at once`);
  if (index.name === null) return variable(`#${index.offset}`, [dim]);
  if (index.offset !== 0)
    throw new NotLowerable(
      `the shifted index ${index.name}${index.offset > 0 ? '+' : ''}${index.offset}`,
    );
  return variable(`#${index.name}`, [dim]);
}

/**
 * A term that mentions the index `i` through its coordinate vector, as a term with one more axis,
 * first.
 */
export const bind = (term: Term, index: string, dim: Dim): Term =>
  substitute(term, `#${index}`, { kind: 'term', term: identity(dim) }, [dim]);

/** What makes a vector a coordinate vector: its entries are 0 or 1 and add up to 1. */
export function isCoordinate(e: Term): Formula[] {
  return [
    equal(contract([e, e], ['i', 'i'], 'i'), e),
    equal(contract([e], ['i'], ''), number(ratio(1n))),
  ];
}

export const conjunction = (parts: readonly Formula[]): Formula =>
  parts.reduce((a, b) => and(a, b));

/**
 * For every value of an index: an equation gets a free index, anything else a quantifier over
 * coordinate vectors.
 */
export function overIndex(f: Formula, index: string, dim: Dim): Formula {
  if (f.kind === 'equal') return equal(bind(f.left, index, dim), bind(f.right, index, dim));
  const e = variable(`#${index}`, [dim]);
  return forall(
    { kind: 'tensor', name: `#${index}`, shape: [dim] },
    implies(conjunction(isCoordinate(e)), f),
  );
}
