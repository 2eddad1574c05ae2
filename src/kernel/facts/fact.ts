/** What an elementary fact is, and the small terms that facts are written with. */
import { and, equal, type Formula } from '../formula.ts';
import { contract, identity, operation, permute } from '../graph.ts';
import { fail } from '../seal.ts';
import type { Dim, Term } from '../term.ts';

export interface Fact {
  readonly source: string;
  /** The statement for given terms; throws `KernelError` where their shapes do not fit. */
  readonly statement: (...terms: readonly Term[]) => Formula;
}
export type Facts = readonly (readonly [name: string, fact: Fact])[];

/** A table of facts that nobody changes. */
export const facts = (table: Facts): Facts =>
  Object.freeze(table.map(([name, fact]) => Object.freeze([name, Object.freeze(fact)] as const)));

export const square = (a: Term | undefined): Term =>
  a && a.shape.length === 2 && a.shape[0] === a.shape[1] ? a : fail('a square matrix is wanted');
export const matrix = (a: Term | undefined): Term =>
  a && a.shape.length === 2 ? a : fail('a matrix is wanted');
export const scalar = (a: Term | undefined): Term =>
  a && a.shape.length === 0 ? a : fail('a scalar is wanted');
export const product = (a: Term, b: Term): Term => contract([a, b], ['ij', 'jk'], 'ik');
export const flipped = (a: Term): Term => permute(a, [1, 0]);
export const trace = (a: Term): Term => contract([a], ['ii'], '');
export const times = (s: Term, a: Term): Term =>
  contract([s, a], ['', 'abcd'.slice(0, a.shape.length)], 'abcd'.slice(0, a.shape.length));
export const det = (a: Term): Term => operation('det', a);
export const adj = (a: Term): Term => operation('adj', a);
export const eye = (a: Term): Term => identity(a.shape[0] as Dim);
export const all = (...parts: readonly Formula[]): Formula => parts.reduce((a, b) => and(a, b));
export const isSymmetric = (a: Term): Formula => equal(flipped(a), a);
