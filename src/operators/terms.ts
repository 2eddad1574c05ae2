/** What operators mean as terms of the kernel: small contractions that several declarations share. */
import type { Shape } from '../language/ast.ts';
import type { Dim, Term } from '../kernel/term.ts';
import { contract, jet, number } from '../kernel/graph.ts';
import { one } from '../kernel/ratio.ts';

/** One index letter for each axis of a term: `ab` for a matrix. */
export const axesOf = (t: Term): string => t.shape.map((_, i) => String.fromCharCode(97 + i)).join('');

/** The indices of a shape read as rows and columns; an axis that is literally 1 has none. */
function indices(shape: Shape, rows: string, columns: string): [string, string] {
  const [m = '1', n = '1'] = shape;
  return [m === '1' ? '' : rows, n === '1' ? '' : columns];
}

/** a b: a scalar multiple, or rows of a against columns of b. */
export function productTerm([x, y]: readonly Term[], [a = [], b = []]: readonly Shape[]): Term {
  if (!x || !y) throw new TypeError('a product of two terms is wanted');
  if (x.shape.length === 0) return contract([x, y], ['', axesOf(y)], axesOf(y));
  if (y.shape.length === 0) return contract([x, y], [axesOf(x), ''], axesOf(x));
  const [i, j] = indices(a, 'i', 'j');
  const [p, k] = indices(b, 'j', 'k');
  return contract([x, y], [i + j, p + k], i + k);
}

/** Sum of the squares of all entries. */
export const lengthSquared = (t: Term): Term => contract([t, t], [axesOf(t), axesOf(t)], '');

/** t^k for k ≥ 0, of a scalar or a square matrix. */
export function powerTerm(t: Term, k: number): Term {
  if (t.shape.length === 0) return k === 0 ? number(one) : contract(Array<Term>(k).fill(t), Array<string>(k).fill(''), '');
  if (k === 0) return contract([], [], 'ii', { i: t.shape[0] as Dim });
  return Array<Term>(k - 1).fill(t).reduce((p, x) => contract([p, x], ['ij', 'jk'], 'ik'), t);
}

/** A named scalar function of a scalar: the kernel knows its name and what its laws say. */
export const scalarFunctionTerm = (name: string, t: Term): Term => jet({ name, family: [], inputs: [null], output: null }, [0], [t]);
