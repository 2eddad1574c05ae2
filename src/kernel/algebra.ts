/**
 * Elementary facts of linear algebra about operations that have no equations of their own in terms: determinants,
 * adjugates, ranks. Each holds for all real matrices of the shapes that it asks for, at every size, size 1 and
 * singular matrices included; a hypothesis that it needs stands in its statement.
 */
import { and, equal, implies, is, not, type Formula } from './formula.ts';
import { add, contract, identity, number, operation, permute, zeros } from './graph.ts';
import { one } from './ratio.ts';
import { fail } from './seal.ts';
import type { Dim, Term } from './term.ts';

export interface Fact {
  readonly source: string;
  /** The statement for given terms; throws `KernelError` where their shapes do not fit. */
  readonly statement: (...terms: readonly Term[]) => Formula;
}

const square = (a: Term | undefined): Term => (a && a.shape.length === 2 && a.shape[0] === a.shape[1] ? a : fail('a square matrix is wanted'));
const matrix = (a: Term | undefined): Term => (a && a.shape.length === 2 ? a : fail('a matrix is wanted'));
const product = (a: Term, b: Term): Term => contract([a, b], ['ij', 'jk'], 'ik');
const times = (s: Term, a: Term): Term => contract([s, a], ['', 'abcd'.slice(0, a.shape.length)], 'abcd'.slice(0, a.shape.length));
const det = (a: Term): Term => operation('det', a);
const eye = (a: Term): Term => identity(a.shape[0] as Dim);

export const algebra: ReadonlyMap<string, Fact> = new Map<string, Fact>([
  ['det of a product', { source: 'Binet and Cauchy', statement: (a, b) => equal(det(product(square(a), square(b))), contract([det(square(a)), det(square(b))], ['', ''], '')) }],
  ['det of the transpose', { source: 'Leibniz formula', statement: (a) => equal(det(permute(square(a), [1, 0])), det(square(a))) }],
  ['det of the identity', { source: 'Leibniz formula', statement: (a) => equal(det(eye(square(a))), number(one)) }],
  ['det and inverse', { source: 'Laplace expansion', statement: (a) => {
    const zero = equal(det(square(a)), zeros([]));
    return and(implies(is('invertible', square(a)), not(zero)), implies(not(zero), is('invertible', square(a))));
  } }],
  //  A adj(A) = det(A) I = adj(A) A, singular A too
  ['adjugate', { source: 'Laplace expansion', statement: (a) => {
    const [m, adj] = [square(a), operation('adj', square(a))];
    const scaled = times(det(m), eye(m));
    return and(equal(product(m, adj), scaled), equal(product(adj, m), scaled));
  } }],
  //  det(I + A B) = det(I + B A), A m×n, B n×m
  ['Sylvester', { source: 'Sylvester 1851', statement: (a, b) => {
    const shifted = (x: Term, y: Term): Term => det(add(eye(product(x, y)), product(x, y)));
    return equal(shifted(matrix(a), matrix(b)), shifted(matrix(b), matrix(a)));
  } }],
]);
