/**
 * What operators mean as terms of the kernel: small contractions that several declarations share.
 */
import type { Shape } from '../language/ast.ts';
import type { Dim, Term } from '../kernel/term.ts';
import { contract, jet, number, operation, pair } from '../kernel/graph.ts';
import { one } from '../kernel/ratio.ts';

/** One index letter for each axis of a term: `ab` for a matrix. */
export const axesOf = (t: Term): string =>
  t.shape.map((_, i) => String.fromCharCode(97 + i)).join('');

/**
 * The indices of a shape read as rows and columns; an axis that is literally 1 does not get one.
 */
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

/** det t; a scalar is its own determinant. */
export const detTerm = (t: Term): Term => (t.shape.length === 2 ? operation('det', t) : t);

/** The diagonal matrix of a vector: the product of the entries is its determinant. */
export const diagonalTerm = (t: Term): Term => contract([t], ['i'], 'ii');

/**
 * a ⊗ b: an axis that is literally 1 has no index, and the product of two has that of the other.
 */
export function kroneckerTerm([x, y]: readonly Term[], [a = [], b = []]: readonly Shape[]): Term {
  if (!x || !y) throw new TypeError('a product of two terms is wanted');
  const ends = [indices(a, 'i', 'j'), indices(b, 'k', 'l')] as const;
  const tellers: Term[] = [];
  const names: string[] = [];
  const out = [0, 1].map((axis) => {
    const [p, q] = [ends[0][axis] as string, ends[1][axis] as string];
    if (p === '' || q === '') return p + q;
    tellers.push(pair(a[axis] as Dim, b[axis] as Dim));
    names.push(`${p}${q}${'rs'[axis]}`);
    return 'rs'[axis] as string;
  });
  return contract([x, y, ...tellers], [ends[0].join(''), ends[1].join(''), ...names], out.join(''));
}

/** The columns of a matrix one below the other: entry (i, j) of m×n stands at j·m + i. */
export function vecTerm([x]: readonly Term[], [a = []]: readonly Shape[]): Term {
  if (!x) throw new TypeError('a term is wanted');
  const [rows, columns] = indices(a, 'i', 'j');
  if (rows === '' || columns === '') return x;
  return contract([x, pair(a[1] as Dim, a[0] as Dim)], ['ij', 'jir'], 'r');
}

/** A number or a vector as a matrix of one column; a row is written as the column. */
export const columnTerm = (t: Term): Term =>
  t.shape.length === 2
    ? t
    : t.shape.length === 1
      ? contract([t], ['i'], 'ik', { k: '1' })
      : contract([t], [''], 'ik', { i: '1', k: '1' });

/** Sum of the squares of all entries. */
export const lengthSquared = (t: Term): Term => contract([t, t], [axesOf(t), axesOf(t)], '');

/** t^k for k ≥ 0, of a scalar or a square matrix. */
export function powerTerm(t: Term, k: number): Term {
  if (t.shape.length === 0)
    return k === 0 ? number(one) : contract(Array<Term>(k).fill(t), Array<string>(k).fill(''), '');
  if (k === 0) return contract([], [], 'ii', { i: t.shape[0] as Dim });
  return Array<Term>(k - 1)
    .fill(t)
    .reduce((p, x) => contract([p, x], ['ij', 'jk'], 'ik'), t);
}

/** A named scalar function of a scalar: the kernel knows its name and what its laws say. */
export const scalarFunctionTerm = (name: string, t: Term): Term =>
  jet({ name, family: [], inputs: [null], output: null }, [0], [t], t.shape);

/** The largest entry of a vector; a vector of dimension 1 is a number here. */
export const largestTerm = (t: Term): Term => (t.shape.length === 0 ? t : operation('max', t));

/**
 * What the singular values of a matrix say, under the kernel's name for it; a vector has one, its
 * length.
 */
export const singularTerm = (name: 'norm' | 'sigma_min' | 'nuclear', t: Term): Term =>
  t.shape.length === 2
    ? operation(name, t)
    : t.shape.length === 0
      ? scalarFunctionTerm('abs', t)
      : scalarFunctionTerm('sqrt', lengthSquared(t));
