/** The operators of the language on terms in index notation. */
import { type Dim } from '../dims.ts';
import { minus, one } from '../rational.ts';
import {
  type Term,
  add,
  constant,
  einsum,
  inverse,
  less,
  operation,
  scale,
  zeros,
} from '../term.ts';
import {
  entrywiseProduct,
  extreme,
  gridTerm,
  reciprocals,
  signs,
  total,
} from './entrywise-terms.ts';
import { kronecker, productOf, quotient } from './products-of-terms.ts';
import { labels, lengthSquared, named, shapeOf, times } from './symbols.ts';
import { type Node, type Shape, unread } from './tree.ts';

/** A vector as a matrix of one column, a number as one of one entry. */
const oneColumn = (t: Term): Term =>
  t.shape.length === 1
    ? einsum(['i', 'k'], [[t, ['i']]], { k: '1' })
    : einsum(['i', 'k'], [[t, []]], { i: '1', k: '1' });

export const diagonal = (t: Term): Term => einsum(['i', 'i'], [[t, ['i']]]);
export const determinant = (t: Term): Term => (t.shape.length === 2 ? operation('det', t) : t);
const gramOf = (t: Term): Term =>
  einsum(
    ['i', 'j'],
    [
      [t, ['k', 'i']],
      [t, ['k', 'j']],
    ],
  );

const singular = (name: string, t: Term): Term =>
  t.shape.length === 2
    ? operation(name, t)
    : t.shape.length === 0
      ? named('abs', 0, t)
      : named('sqrt', 0, lengthSquared(t));

/** The largest entry of a vector; a vector of one entry is a number here. */
const largest = (t: Term): Term => (t.shape.length === 0 ? t : operation('max', t));

/** One over a dimension. */
export const overDim = (d: Dim): Term => {
  if (/^\d+$/.test(d)) return constant(1n, BigInt(d));
  return einsum('', [], {}, one, new Map([[d, -1]]));
};

const dot = (a: Term, b: Term): Term =>
  einsum(
    [],
    [
      [a, labels(a)],
      [b, labels(b)],
    ],
  );
/** The columns of a matrix, one below the other. */
const stacked = (a: Term): Term =>
  einsum(
    ['r'],
    [
      [a, ['i', 'j']],
      [operation('pair', zeros([a.shape[1] as Dim, a.shape[0] as Dim])), ['j', 'i', 'r']],
    ],
  );

/** The value of an operator; that of its arguments is known. */
export function operatorTerm(e: Node<'apply'>, list: readonly Term[]): Term {
  const [a, b] = list as [Term, Term];
  const [s, t] = e.args.map(shapeOf) as [Shape, Shape];
  switch (e.op) {
    case 'add':
      return add(a, b);
    case 'sub':
      return less(a, b);
    case 'mul':
      return productOf(a, b, s, t);
    case 'hadamard':
      return entrywiseProduct(a, b);
    case 'div':
      return quotient(a, b);
    case 'quotient':
      return entrywiseProduct(a, reciprocals(b));
    case 'max':
    case 'min':
      return extreme(e.op, a, b);
    case 'grid':
      return gridTerm(e, list);
    case 'kron':
      return kronecker(a, b, s, t);
    case 'dot':
      return dot(a, b);
    default:
      return ofOneTerm(e, a, s);
  }
}

/** An operator with one argument, of the shape that the claim gives it. */
function ofOneTerm(e: Node<'apply'>, a: Term, s: Shape): Term {
  switch (e.op) {
    case 'neg':
      return scale(minus(one), a);
    case 'total':
      return total(a);
    case 'average':
      return times(overDim(s.find((d) => d !== '1') ?? '1'), total(a));
    case 'norminf':
      return largest(named('abs', 0, a));
    case 'largest':
      return largest(a);
    case 'smallest':
      return scale(minus(one), largest(scale(minus(one), a)));
    case 'sign':
      return signs(a);
    case 'exp':
    case 'log':
    case 'sqrt':
    case 'sin':
    case 'cos':
    case 'abs':
      return named(e.op, 0, a);
    default:
      return normTerm(e, a) ?? (a.shape.length === 2 ? ofMatrix(e, a) : ofVector(e, a));
  }
}

/** Norms and singular values; null for another operator. A vector has its length for all of them. */
function normTerm(e: Node<'apply'>, a: Term): Term | null {
  switch (e.op) {
    case 'bars':
      return a.shape.length === 0 ? named('abs', 0, a) : named('sqrt', 0, lengthSquared(a));
    case 'norm':
    case 'sigma_max':
      return singular('norm', a);
    case 'sigma_min':
    case 'nuclear':
      return singular(e.op, a);
    case 'kyfan':
      return e.nth === 1 ? singular('norm', a) : unread('a norm of Ky Fan');
    case 'schatten':
      if (e.nth === 1) return singular('nuclear', a);
      return e.nth === 2 ? named('sqrt', 0, lengthSquared(a)) : unread('a norm of Schatten');
    case 'normF':
      return named('sqrt', 0, lengthSquared(a));
    case 'norm1':
      return total(named('abs', 0, a));
    default:
      return null;
  }
}

function ofMatrix(e: Node<'apply'>, a: Term): Term {
  switch (e.op) {
    case 'transpose':
      return einsum(['j', 'i'], [[a, ['i', 'j']]]);
    case 'vec':
      return stacked(a);
    case 'diag':
      return einsum(['i'], [[a, ['i', 'i']]]);
    case 'tr':
      return einsum([], [[a, ['i', 'i']]]);
    case 'inv':
      return inverse(a);
    case 'modulus':
      return operation('sqrtm', gramOf(a));
    case 'logdet':
      return named('log', 0, determinant(a));
    case 'lambda':
      return operation(`lambda.${e.nth ?? 1}`, a);
    case 'adj':
    case 'sqrtm':
    case 'expm':
    case 'logm':
    case 'rank':
    case 'pinv':
    case 'det':
      return operation(e.op, a);
    default:
      return unread(e.op);
  }
}

/** The same of a vector, or of a number as the 1×1 matrix that it is. */
function ofVector(e: Node<'apply'>, a: Term): Term {
  switch (e.op) {
    case 'transpose':
    case 'vec':
    case 'tr':
    case 'det':
      return a;
    case 'diag':
      return a.shape.length === 0 ? unread('diag of a number') : diagonal(a);
    case 'inv':
      return inverse(a);
    case 'adj':
      return constant(1n);
    case 'sqrtm':
      return named('sqrt', 0, a);
    case 'expm':
      return named('exp', 0, a);
    case 'logm':
    case 'logdet':
      return named('log', 0, a);
    case 'rank':
      return operation('rank', oneColumn(a));
    case 'lambda':
      return a.shape.length === 0 && (e.nth ?? 1) === 1 ? a : operation(`lambda.${e.nth ?? 1}`, a);
    case 'modulus':
      return unread('the modulus of a vector');
    case 'pinv':
      return unread('pinv of something other than a matrix');
    default:
      return unread(e.op);
  }
}
