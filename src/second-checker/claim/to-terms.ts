/** Expressions as terms in index notation; an axis that is literally 1 has no index. */
import { derivative } from '../differentiate.ts';
import { q } from '../rational.ts';
import {
  type Term,
  constant,
  einsum,
  identity,
  inverse,
  jet,
  scale,
  size,
  variable,
  zeros,
} from '../term.ts';
import { type Dim } from '../dims.ts';
import { entriesRaised, realPower } from './entrywise-terms.ts';
import { mean } from '../means/mean.ts';
import type { Random } from '../means/random.ts';
import { tidy } from '../means/tidy.ts';
import { determinant, diagonal, operatorTerm, overDim } from './operator-terms.ts';
import { powerOf } from './products-of-terms.ts';
import { namesIn } from './sums-of-dims.ts';
import {
  type Scope,
  axes,
  bound,
  declared,
  everyOne,
  familyOf,
  fixed,
  labels,
  lengthSquared,
  named,
  shapeOf,
  symbol,
  tensorShape,
  times,
} from './symbols.ts';
import { type Expr, type Node, type RandomName, args, unread } from './tree.ts';

export function toTerm(e: Expr, scope: Scope): Term {
  switch (e.k) {
    case 'number':
      return e.n === 0n ? zeros(axes(shapeOf(e))) : constant(e.n, e.d);
    case 'dim':
      return size(e.dim);
    case 'index':
      return unread(`the index ${e.name} as a number`);
    case 'constant': {
      const dims = axes(shapeOf(e));
      return e.which === 'ones'
        ? everyOne(dims)
        : dims.length === 0
          ? constant(1n)
          : identity(dims[0] as Dim);
    }
    case 'variable': {
      const d = declared(e.name, scope);
      return fixed(variable(e.name, tensorShape(d)), 0, e.at, familyOf(d)[0]);
    }
    case 'apply':
      return applied(e, scope);
    case 'call':
      return callTerm(e, scope);
    case 'jet': {
      const d = declared(e.fn, scope);
      const [u] = e.args;
      const t = jet(symbol(d), [e.which === 'hess' ? 2 : 1], [toTerm(u as Expr, scope)]);
      return fixed(t, 0, e.at, familyOf(d)[0]);
    }
    case 'derivative':
      return derived(e, scope);
    case 'reduce': {
      const to = e.to ?? unread('a range');
      if (e.how === 'prod' && speaksOfFamily(e.args[0], e.index, scope))
        return unread('a product over a family');
      const open = bound(toTerm(e.args[0], { ...scope, depth: scope.depth + 1 }), e.index, to);
      const l = labels(open);
      if (e.how === 'prod')
        return l.length === 1
          ? determinant(diagonal(open))
          : unread('a product of something other than scalars');
      const sum = einsum(l.slice(1), [[open, l]]);
      return e.how === 'sum' ? sum : times(overDim(to), sum);
    }
    case 'mean':
      return averaged(e, scope);
    case 'entry': {
      const of = shapeOf(e.args[0]);
      const given = e.places.filter((_, k) => of[k] !== '1');
      const dims = axes(of);
      return given.reduceRight<Term>(
        (t, at, k) => fixed(t, k, at, dims[k]),
        toTerm(e.args[0], scope),
      );
    }
  }
}
function averaged(e: Node<'mean'>, scope: Scope): Term {
  const more = e.over.map((r) => [r.declared.name, r.declared] as const);
  const inner = { ...scope, declared: new Map([...scope.declared, ...more]) };
  const random = e.over.map((r) => randomOf(r, scope));
  const body = toTerm(e.args[0], inner);
  const value = mean(scope.means.unfolded(body), random, scope.means);
  if (scope.isDifferentiated) return value;
  // averaged last declared first, as the value is
  return scope.means.folded(body, random.toReversed(), value);
}
function randomOf({ declared: d, law }: RandomName, scope: Scope): Random {
  const [first, ...central] = law.params.map((p) => tidy(toTerm(p, scope)));
  return {
    name: d.name,
    shape: tensorShape(d),
    family: d.family ? 1 : 0,
    kind: law.kind,
    mean: first && first.sum.length > 0 ? first : null,
    central,
  };
}
/** A family under a product over its index is one of layers. */
const speaksOfFamily = (e: Expr, index: string, scope: Scope): boolean =>
  ('at' in e &&
    e.at?.name === index &&
    (e.k !== 'variable' || scope.declared.get(e.name)?.family !== null)) ||
  args(e).some((a) => speaksOfFamily(a, index, scope));
/** What nobody takes a derivative of here: an adjugate, a pseudo-inverse. */
const isBare = (t: Term): boolean =>
  t.sum.every((m) =>
    m.factors.every(
      ({ head }) =>
        !(
          head.kind === 'operation' && ['adj', 'pinv', 'sqrtm', 'expm', 'logm'].includes(head.name)
        ) && head.args.every(isBare),
    ),
  );
function derived(e: Node<'derivative'>, scope: Scope): Term {
  const d = declared(e.by, scope);
  const shape = tensorShape(d);
  const by = (t: Term): Term => {
    if (!isBare(t)) return unread('the derivative of an adjugate or of a pseudo-inverse');
    return fixed(derivative(t, e.by, shape), t.shape.length, e.at, familyOf(d)[0]);
  };
  const body = toTerm(e.args[0], { ...scope, isDifferentiated: true });
  return e.which === 'hess' ? by(by(body)) : by(body);
}

function callTerm(e: Node<'call'>, scope: Scope): Term {
  const list = e.args.map((a) => toTerm(a, scope));
  const d = scope.declared.get(e.fn);
  if (!d) return builtin(e.fn, e.primes, list[0] as Term);
  const fn = symbol(d);
  if (d.type.k === 'activation') {
    const u = list[0] as Term;
    return fixed(jet(fn, [e.primes], [u], u.shape), 0, e.at, fn.family[0]);
  }
  if (e.primes > 0 && list.length !== 1)
    return unread('primes behind a function of several arguments');
  return fixed(
    jet(
      fn,
      list.map(() => e.primes),
      list,
    ),
    0,
    e.at,
    fn.family[0],
  );
}
function builtin(name: string, order: number, u: Term): Term {
  const l = labels(u);
  if (name === 'identity')
    return order === 0 ? u : order === 1 ? everyOne(u.shape) : zeros(u.shape);
  if (name === 'square') {
    if (order === 0)
      return einsum(l, [
        [u, l],
        [u, l],
      ]);
    return order === 1
      ? scale(q(2n), u)
      : order === 2
        ? scale(q(2n), everyOne(u.shape))
        : zeros(u.shape);
  }
  if (name !== 'softmax') return named(name, order, u);
  const n = u.shape.at(-1);
  if (order > 0 || n === undefined) return unread('this softmax');
  // of a matrix, row by row
  return jet({ name, family: [], inputs: [n], output: n }, [0], [u], u.shape.slice(0, -1));
}

const isLengthOfTensor = (d: string, scope: Scope): boolean =>
  [...scope.declared.values()].some(
    ({ type }) => type.k === 'tensor' && type.shape.some((x) => namesIn(x).includes(d)),
  );
/** A power of a number with a half, a real exponent, or the size of a matrix. */
function realRaised(base: Term, exponent: Expr, scope: Scope): Term {
  if (base.shape.length > 0) return unread('a power of a matrix that is not a whole number');
  if (exponent.k === 'number') {
    const { n, d } = exponent;
    if (d * 1n !== 2n && (n * 2n) % d !== 0n) return realPower(base, constant(n, d));
    const [k, root] = [Number((n * 2n) / d), named('sqrt', 0, base)];
    if (Math.abs(k) > 16) return unread(`the power ${k}/2`);
    return k < 0 ? inverse(powerOf(root, -k)) : powerOf(root, k);
  }
  if (exponent.k === 'dim')
    return isLengthOfTensor(exponent.dim, scope)
      ? determinant(
          einsum(
            ['i', 'j'],
            [
              [base, []],
              [identity(exponent.dim), ['i', 'j']],
            ],
          ),
        )
      : unread('a power whose exponent is not the size of a matrix');
  return isOfDims(exponent)
    ? unread('a power of sums of dimensions')
    : realPower(base, toTerm(exponent, scope));
}
/** Is it made of dimensions and whole numbers alone? */
const isOfDims = (e: Expr): boolean =>
  e.k === 'dim' ||
  (e.k === 'number' && e.d === 1n) ||
  (e.k === 'apply' && ['add', 'sub'].includes(e.op) && e.args.every(isOfDims));

function raised(e: Node<'apply'>, scope: Scope): Term {
  const [base, exponent] = e.args as [Expr, Expr];
  if (exponent.k !== 'number' || exponent.n % exponent.d !== 0n)
    return realRaised(toTerm(base, scope), exponent, scope);
  const k = Number(exponent.n / exponent.d);
  if (Math.abs(k) > 16) return unread(`the power ${k}`);
  const raise = (t: Term, j: number): Term => (j < 0 ? inverse(powerOf(t, -j)) : powerOf(t, j));
  const [inner] = args(base);
  const isLength = base.k === 'apply' && ['bars', 'norm', 'normF'].includes(base.op);
  // |v|² needs no root
  if (isLength && inner && k % 2 === 0 && (axes(shapeOf(inner)).length < 2 || base.op === 'normF'))
    return raise(lengthSquared(toTerm(inner, scope)), k / 2);
  return raise(toTerm(base, scope), k);
}

function applied(e: Node<'apply'>, scope: Scope): Term {
  if (e.op === 'pow') return raised(e, scope);
  if (e.op === 'entrypow')
    return entriesRaised(toTerm(e.args[0] as Expr, scope), e.args[1] as Expr);
  return operatorTerm(
    e,
    e.args.map((x) => toTerm(x, scope)),
  );
}
