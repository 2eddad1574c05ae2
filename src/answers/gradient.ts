/**
 * Gradients by reverse accumulation: the adjoint of each part, from the whole inwards (Griewank and
 * Walther 2008, §3.2).
 */
import type { Expr, Index } from '../language/ast.ts';
import { entrywise, product, quotient, raised } from './build.ts';
import { multiple, sum } from './build-sums.ts';
import { diagonal, inner, transposed } from './build-forms.ts';
import { constant, identity, isOperation, number, operation } from './build-atoms.ts';
import { reduced } from './rebuild.ts';
import { dependsOn } from '../language/parts.ts';
import {
  entrywiseSlope,
  entryPowerSlope,
  entryQuotient,
  onesLike,
  slope,
} from './known-derivatives.ts';
import { fraction, fractionOf, plus } from './rational.ts';

/** There is no rule for a part of the expression; another way of answering may know one. */
export class NoRule extends Error {}

/** The variable of a derivative. */
export interface Target {
  readonly name: string;
  readonly index: Index | null;
  /** Declared activations, which act entry by entry. */
  readonly activations: ReadonlySet<string>;
}

const negative = fraction(-1n);

/** The gradient of a scalar expression by a variable of that shape. Throws `NoRule`. */
export function gradient(e: Expr, by: Target, shape: Expr['shape']): Expr {
  const parts: Expr[] = [];
  pull(e, number(1n), by, (part) => parts.push(part));
  return sum(parts, shape);
}

type Found = (part: Expr) => void;

/** Adds the adjoints of the variable inside `e`, whose own adjoint is g. */
function pull(e: Expr, g: Expr, by: Target, found: Found): void {
  if (!dependsOn(e, by.name)) return;
  switch (e.kind) {
    case 'variable':
      if (JSON.stringify(e.index) !== JSON.stringify(by.index))
        throw new NoRule('a member of the family of the variable');
      return found(g);
    case 'operator':
      return pullOperator(e, g, by, found);
    case 'call': {
      const [u] = e.args;
      if (e.args.length !== 1 || u === undefined)
        throw new NoRule('a function of several arguments');
      return pullCall(e, u, g, by, found);
    }
    case 'jet': {
      const [u] = e.args;
      if (u === undefined || e.which !== 'grad') throw new NoRule('a derivative of a function');
      const hessian: Expr = { ...e, which: 'hess', shape: [...e.shape, ...e.shape] };
      return pull(u, product(hessian, g), by, found);
    }
    case 'reduce': {
      const parts: Expr[] = [];
      pull(e.body, g, by, (part) => parts.push(part));
      return parts.forEach((part) => found(reduced(e, part)));
    }
    default:
      throw new NoRule(e.kind);
  }
}

function pullCall(
  e: Extract<Expr, { kind: 'call' }>,
  u: Expr,
  g: Expr,
  by: Target,
  found: Found,
): void {
  if (e.fn === 'softmax') {
    // J = diag(s) - s s', symmetric
    const weighted = product(e, inner(e, g));
    return pull(u, sum([entrywise(e, g), multiple(negative, weighted)], u.shape), by, found);
  }
  if (actsEntrywise(e, by)) {
    const derivative = e.order === 0 && e.builtin ? slope(e.fn, u) : { ...e, order: e.order + 1 };
    return pull(u, entrywise(g, derivative), by, found);
  }
  if (e.order > 0) throw new NoRule('a derivative of a declared function');
  const which = e.shape.length === 0 ? 'grad' : 'jac';
  const shape = e.shape.length === 0 ? u.shape : [e.shape[0]!, u.shape[0] ?? '1'];
  const derivative: Expr =
    u.shape.length === 0
      ? { ...e, order: 1 }
      : { kind: 'jet', which, fn: e.fn, index: e.index, args: e.args, span: e.span, shape };
  if (u.shape.length === 0) return pull(u, inner(g, derivative), by, found);
  pull(
    u,
    which === 'grad' ? product(g, derivative) : product(transposed(derivative), g),
    by,
    found,
  );
}

/** An activation acts on each entry; a function of a number with a number as value does too. */
export const actsEntrywise = (
  e: Extract<Expr, { kind: 'call' }>,
  { activations }: Target,
): boolean =>
  e.fn !== 'softmax' &&
  (e.builtin || activations.has(e.fn) || (e.shape.length === 0 && e.args[0]?.shape.length === 0));

function pullOperator(
  e: Extract<Expr, { kind: 'operator' }>,
  g: Expr,
  by: Target,
  found: Found,
): void {
  const [a, b] = e.args as [Expr, Expr];
  const [ga, gb] = [(x: Expr) => pull(a, x, by, found), (x: Expr) => pull(b, x, by, found)];
  const size = sizeInside(e);
  // log|s| has the slope 1/s
  if (size !== null)
    return pull(size, entrywise(g, entryQuotient(onesLike(size), size)), by, found);
  const flat = entrywiseSlope(e.operator, a);
  if (flat !== null) return ga(entrywise(g, flat));
  switch (e.operator) {
    case 'add':
      ga(g);
      return gb(g);
    case 'sub':
      ga(g);
      return gb(multiple(negative, g));
    case 'neg':
      return ga(multiple(negative, g));
    case 'transpose':
      return ga(transposed(g));
    case 'mul': {
      const [left, right] = pulledFactors(a, b, g);
      ga(left);
      return gb(right);
    }
    case 'hadamard':
      ga(entrywise(g, b));
      return gb(entrywise(g, a));
    case 'quotient':
      ga(entrywise(g, entryQuotient(onesLike(b), b)));
      return gb(multiple(negative, entrywise(g, entryQuotient(a, entrywise(b, b)))));
    case 'entrypow':
      return ga(entrywise(g, entryPowerSlope(a, b)));
    case 'div':
      ga(quotient(g, b));
      return gb(multiple(negative, quotient(inner(g, a), raised(b, 2n))));
    case 'dot':
      ga(product(g, b));
      return gb(product(g, a));
    case 'tr':
      return ga(product(g, identity(a.shape[0] ?? '1')));
    case 'det':
      return ga(product(product(g, e), transposed(inverse(a))));
    case 'logdet':
      return ga(product(g, transposed(inverse(a))));
    case 'inv': {
      const t = transposed(e);
      return ga(multiple(negative, product(product(t, g), t)));
    }
    case 'diag':
      return ga(a.shape.length === 1 ? diagonalOf(g, a) : diagonal(g));
    case 'sum':
      return ga(product(g, onesOf(a.shape)));
    case 'mean':
      return ga(quotient(product(g, constant('ones', a.shape)), dimension(a)));
    case 'bars':
    case 'norm':
    case 'normF':
      if (a.shape.length === 0) return ga(product(g, operation('sign', [a], [])));
      if (a.shape.length > 1 && e.operator === 'norm') throw new NoRule('a spectral norm');
      return ga(product(g, quotient(a, e)));
    case 'pow':
      return pullPower(e, g, by, found);
    default:
      throw new NoRule(e.operator);
  }
}

/** What a product passes on to its factors: G B' and A' G, or inner products with numbers. */
const pulledFactors = (a: Expr, b: Expr, g: Expr): readonly [Expr, Expr] => {
  if (a.shape.length === 0 && b.shape.length === 0) return [inner(b, g), inner(a, g)];
  if (a.shape.length === 0) return [inner(b, g), product(a, g)];
  if (b.shape.length === 0) return [product(b, g), inner(a, g)];
  return [product(g, transposed(b)), product(transposed(a), g)];
};

/** s where the expression is log|s|; null elsewhere. */
export const sizeInside = (e: Expr): Expr | null => {
  const a = isOperation(e, 'log') ? e.args[0]! : null;
  if (a === null) return null;
  const isSize = isOperation(a, 'abs') || (isOperation(a, 'bars') && a.args[0]!.shape.length === 0);
  return isSize ? (a as Extract<Expr, { kind: 'operator' }>).args[0]! : null;
};

/** The vector of ones, or the matrix of ones as a product of two. */
const onesOf = (shape: Expr['shape']): Expr => {
  const [m, n] = shape;
  return m === undefined || n === undefined
    ? constant('ones', shape)
    : product(constant('ones', [m]), transposed(constant('ones', [n])));
};

const inverse = (a: Expr): Expr => operation('inv', [a], a.shape);
const dimension = (v: Expr): Expr => ({
  kind: 'dimension',
  dim: v.shape[0] ?? '1',
  span: v.span,
  shape: [],
});

/** The diagonal of an adjoint, as a vector. */
function diagonalOf(g: Expr, v: Expr): Expr {
  if (isOperation(g, 'diag') && g.args[0]!.shape.length === 1) return g.args[0]!;
  if (g.kind === 'constant' && g.which === 'identity') return constant('ones', v.shape);
  return operation('diag', [g], v.shape);
}

/** s^p, |v|^2, and powers of a matrix. */
function pullPower(
  e: Extract<Expr, { kind: 'operator' }>,
  g: Expr,
  by: Target,
  found: Found,
): void {
  const [a, k] = e.args as [Expr, Expr];
  if (dependsOn(k, by.name)) throw new NoRule('a variable exponent');
  if (a.shape.length === 0) return pull(a, product(g, scalarPowerSlope(a, k)), by, found);
  if (g.kind === 'constant' || isScaledIdentity(g)) {
    const lower = operation('pow', [a, lessOne(k)], a.shape);
    const simple = k.kind === 'number' && k.value === '2' ? a : lower;
    return pull(a, product(product(k, scalarOf(g)), transposed(simple)), by, found);
  }
  if (k.kind !== 'number' || !/^\d+$/.test(k.value)) throw new NoRule('a power of a matrix');
  const t = transposed(a);
  const n = Number(k.value);
  const powers = Array.from({ length: n }, (_, i) =>
    [...Array<Expr>(i).fill(t), g, ...Array<Expr>(n - 1 - i).fill(t)].reduce(product),
  );
  pull(a, sum(powers, a.shape), by, found);
}

const isScaledIdentity = (g: Expr): boolean =>
  isOperation(g, 'mul') && g.args[0]!.shape.length === 0 && g.args[1]!.kind === 'constant';
const scalarOf = (g: Expr): Expr => (isOperation(g, 'mul') ? g.args[0]! : number(1n));

const lessOne = (k: Expr): Expr =>
  k.kind === 'number'
    ? number(plus(fractionOf(k.value), fraction(-1n)))
    : operation('sub', [k, number(1n)], []);

/** The derivative of s^k by s; of a squared length the length cancels later. */
function scalarPowerSlope(a: Expr, k: Expr): Expr {
  const lower = lessOne(k);
  const power =
    lower.kind === 'number' && lower.value === '1' ? a : operation('pow', [a, lower], []);
  return product(k, power);
}
