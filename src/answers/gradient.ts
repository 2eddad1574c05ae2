/**
 * Gradients by reverse accumulation: the adjoint of each part, from the whole inwards (Griewank and
 * Walther 2008, §3.2).
 */
import type { Expr } from '../language/ast.ts';
import { adjointsOf } from './adjoints.ts';
import { entrywise, product } from './build.ts';
import { multiple, sum } from './build-sums.ts';
import { inner, transposed } from './build-forms.ts';
import { isOperation, number, operation } from './build-atoms.ts';
import { reduced } from './rebuild.ts';
import { dependsOn } from '../language/parts.ts';
import { entrywiseDerivative } from './entrywise-derivatives.ts';
import { NoRule, type Target } from './target.ts';
import { fraction, fractionOf, plus } from './rational.ts';

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
  const entries = entrywiseDerivative(e, by);
  if (entries !== null) return pull(entries.part, entrywise(g, entries.slope), by, found);
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

function pullOperator(
  e: Extract<Expr, { kind: 'operator' }>,
  g: Expr,
  by: Target,
  found: Found,
): void {
  if (e.operator === 'pow') return pullPower(e, g, by, found);
  const adjoints = adjointsOf.get(e.operator);
  if (adjoints === undefined) throw new NoRule(e.operator);
  adjoints(g, e).forEach((adjoint, i) => pull(e.args[i]!, adjoint, by, found));
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
