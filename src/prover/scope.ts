/** What a name means while a claim is turned into terms of the kernel. */
import type { Claim, Declaration, Index, Shape } from '../language/ast.ts';
import type { Dim, FunctionSymbol, Term } from '../kernel/term.ts';
import { contract, identity, variable } from '../kernel/graph.ts';
import { substitute } from '../kernel/calculus.ts';
import { equal, type Formula } from '../kernel/formula.ts';
import { number } from '../kernel/graph.ts';
import { ratio } from '../kernel/ratio.ts';

/** The claim speaks of something that the kernel has no rules for; the search may still settle it. */
export class NotLowerable extends Error {
  override readonly name = 'NotLowerable';
}

/** The kernel's axes of a shape: a dimension that is literally 1 has no wire. */
export const axes = (shape: Shape): Dim[] => shape.filter((d) => d !== '1');

/** A condition of definedness met on the way, in the words of the claim. */
export interface Condition {
  readonly formula: Formula;
  readonly text: string;
}

export interface Scope {
  readonly declarations: ReadonlyMap<string, Declaration>;
  /** The dimension each bound index runs over. */
  readonly indices: ReadonlyMap<string, Dim>;
  /** Conditions of definedness are collected here. */
  readonly conditions: Condition[];
  /** The variables by which something around is differentiated. */
  readonly by?: readonly string[];
}

export const scopeOf = (claim: Pick<Claim, 'declarations'>): Scope => ({
  declarations: new Map(claim.declarations.map((d) => [d.name, d])),
  indices: new Map(),
  conditions: [],
});

export const withDeclarations = (scope: Scope, more: readonly Declaration[]): Scope => ({
  ...scope,
  declarations: new Map([...scope.declarations, ...more.map((d) => [d.name, d] as const)]),
});

export const familyOf = (d: Declaration): Dim[] => (d.family ? [d.family.to] : []);

/** The kernel's shape of a declared tensor, a family's index first. */
export function tensorShape(d: Declaration): Dim[] {
  if (d.type.kind !== 'tensor') throw new NotLowerable(`${d.name} is no tensor`);
  return [...familyOf(d), ...axes(d.type.shape)];
}

export function functionSymbol(d: Declaration): FunctionSymbol {
  if (d.type.kind === 'activation') return { name: d.name, family: familyOf(d), inputs: [null], output: null };
  if (d.type.kind !== 'function') throw new NotLowerable(`${d.name} is no function`);
  const axis = (s: Shape): Dim | null => axes(s)[0] ?? null;
  return { name: d.name, family: familyOf(d), inputs: d.type.inputs.map(axis), output: axis(d.type.output) };
}

/** The coordinate vector that stands for an index: an indicator on the wire of the index. */
export function coordinate(index: Index, dim: Dim): Term {
  if (index.name === null) return variable(`#${index.offset}`, [dim]);
  if (index.offset !== 0) throw new NotLowerable(`the shifted index ${index.name}${index.offset > 0 ? '+' : ''}${index.offset}`);
  return variable(`#${index.name}`, [dim]);
}

/** A term that speaks of the index `i` through its coordinate vector, as a term with one more axis, first. */
export const bind = (term: Term, index: string, dim: Dim): Term =>
  substitute(term, `#${index}`, { kind: 'term', term: identity(dim) }, [dim]);

/** What makes a vector a coordinate vector: its entries are 0 or 1 and add up to 1. */
export function isCoordinate(e: Term): Formula[] {
  return [equal(contract([e, e], ['i', 'i'], 'i'), e), equal(contract([e], ['i'], ''), number(ratio(1n)))];
}
