/**
 * The condition of each operator: under which its value exists, and under which it is
 * differentiable.
 */
import { apply } from './parse-expression.ts';
import { rowsOf } from './shape-rules.ts';
import { unread, type Expr, type Node, type Said, type Shape } from './tree.ts';

export const is = (subject: Expr, attribute: string): Said => ({ k: 'is', subject, attribute });
export const number = (n: number): Expr => ({ k: 'number', n: BigInt(n), d: 1n, shape: [] });
const dimension = (dim: string): Expr =>
  /^\d+$/.test(dim) ? number(Number(dim)) : { k: 'dim', dim, shape: [] };
export const atLeast = (dim: string, k: number): Said => ({
  k: 'relation',
  sign: '>=',
  left: dimension(dim),
  right: number(k),
});
export const shaped = (e: Expr, shape: Shape): Expr => ({ ...e, shape });
export const shapeOf = (e: Expr): Shape => e.shape ?? unread('an expression without a shape');
export const join = (k: 'implies' | 'or', left: Said, right: Said): Said => ({ k, left, right });

export const isSlender = (a: Expr): boolean => shapeOf(a).length < 2 || shapeOf(a).includes('1');
const eigenvalue = (a: Expr, k: number): Expr => ({
  k: 'apply',
  op: 'lambda',
  nth: k,
  args: [a],
  shape: [],
});
function apart(a: Expr, k: number): Said[] {
  const n = rowsOf(shapeOf(a));
  const differ: Said = {
    k: 'relation',
    sign: '>',
    left: eigenvalue(a, k),
    right: eigenvalue(a, k + 1),
  };
  if (/^\d+$/.test(n)) return Number(n) > k ? [differ] : [];
  return [join('implies', atLeast(n, k + 1), differ)];
}
const simple = (a: Expr, k: number): Said[] =>
  shapeOf(a).length === 0 ? [] : [...(k > 1 ? apart(a, k - 1) : []), ...apart(a, k)];
function simpleLargest(a: Expr): Said[] {
  if (isSlender(a)) return [is(a, 'nonzero')];
  const [m, n] = shapeOf(a) as [string, string];
  const gram = shaped(apply('mul', shaped(apply('transpose', a), [n, m]), a), [n, n]);
  return [is(a, 'nonzero'), ...simple(gram, 1)];
}
const fullRank = (a: Expr): Said[] =>
  isSlender(a) ? [is(a, 'nonzero')] : [join('or', is(a, 'onto'), is(a, 'one-to-one'))];
const invertible = (a: Expr): Said => is(a, shapeOf(a).length === 0 ? 'nonzero' : 'invertible');

/** No entry is 0. */
const entriesNonzero = (a: Expr): Said =>
  shapeOf(a).length === 0
    ? is(a, 'nonzero')
    : is(shaped(apply('hadamard', a, a), shapeOf(a)), 'positive');

function ofPower(a: Expr, exponent: Expr): Said[] {
  if (exponent.k === 'dim') return [];
  if (exponent.k !== 'number') return [is(a, 'positive')];
  const { n, d } = exponent;
  if (n % d === 0n) return n < 0n ? [invertible(a)] : [];
  if ((n * 2n) % d !== 0n) return [is(a, 'positive')];
  return [is(a, n < 0n ? 'positive' : 'nonnegative')];
}

/** The operator's own condition. */
export function needs(e: Node<'apply'>): Said[] {
  const [a, b] = e.args as [Expr, Expr | undefined];
  switch (e.op) {
    case 'inv':
      return [invertible(a)];
    case 'div':
      return [is(b as Expr, 'nonzero')];
    case 'sqrt':
      return [is(a, 'nonnegative')];
    case 'sqrtm':
      return [is(a, shapeOf(a).length === 0 ? 'nonnegative' : 'psd')];
    case 'logm':
      return [is(a, shapeOf(a).length === 0 ? 'positive' : 'pd')];
    case 'log':
      return [is(a, 'positive')];
    case 'logdet':
      return [is(shaped(apply('det', a), []), 'positive')];
    case 'lambda': {
      const k = e.nth ?? 1;
      const enough = k > 1 ? [atLeast(rowsOf(shapeOf(a)), k)] : [];
      return shapeOf(a).length === 0 ? enough : [is(a, 'symmetric'), ...enough];
    }
    case 'pow':
      return b ? ofPower(a, b) : [];
    case 'quotient':
      return b ? [entriesNonzero(b)] : [];
    case 'entrypow':
      if (b?.k !== 'number') return [];
      if (b.n % b.d !== 0n) return [is(a, 'positive')];
      return b.n < 0n ? [entriesNonzero(a)] : [];
    default:
      return [];
  }
}
/** What it needs besides to be differentiable. */
export function smooth(e: Node<'apply'>): Said[] {
  const [a] = e.args as [Expr];
  switch (e.op) {
    case 'sqrt':
      return [is(a, 'positive')];
    case 'pow': {
      const p = e.args[1];
      return p?.k === 'number' && p.n % p.d !== 0n && (p.n * 2n) % p.d === 0n
        ? [is(a, 'positive')]
        : [];
    }
    case 'max':
    case 'min':
      return [entriesNonzero(shaped(apply('sub', ...e.args), shapeOf(a)))];
    case 'largest':
    case 'smallest':
    case 'norminf':
      return unread('the derivative of a largest entry');
    case 'expm':
    case 'logm':
      return unread('the derivative of an exponential or logarithm of a matrix');
    case 'kyfan':
    case 'schatten':
    case 'sqrtm':
    case 'modulus':
      return unread('the derivative of a root of a matrix');
    case 'abs':
    case 'sign':
    case 'norm1':
      return [entriesNonzero(a)];
    case 'bars':
    case 'normF':
      return [is(a, 'nonzero')];
    case 'norm':
    case 'sigma_max':
      return simpleLargest(a);
    case 'sigma_min':
      return isSlender(a) ? simpleLargest(a) : unread('the derivative of sigma_min');
    case 'nuclear':
    case 'rank':
    case 'pinv':
      return fullRank(a);
    case 'lambda':
      return simple(a, e.nth ?? 1);
    default:
      return [];
  }
}
