/** Calls of functions and activations as terms of the kernel. */
import { contract, jet, number, zeros } from '../../kernel/graph.ts';
import { ratio } from '../../kernel/ratio.ts';
import type { FunctionSymbol, Term } from '../../kernel/term.ts';
import type { Declaration, Expr } from '../../language/ast.ts';
import { NotLowerable, type Scope, familyOf, functionSymbol } from './scope.ts';
import { fix, letters } from './sizes-of-terms.ts';
import { spendOnProduct } from './term-size.ts';

/** Lowers the parts of an expression. */
type Lower = (e: Expr, scope: Scope) => Term;

const refuseLayers = (d: Declaration, scope: Scope): void => {
  if (d.family && scope.layers.has(d.family.to))
    throw new NotLowerable(`${d.name}: a family of functions over layers`);
};

export function lowerCall(e: Expr & { kind: 'call' }, scope: Scope, lower: Lower): Term {
  const args = e.args.map((a) => lower(a, scope));
  const d = e.builtin ? undefined : scope.declarations.get(e.fn);
  if (!e.builtin && !d) throw new NotLowerable(`${e.fn} is not declared`);
  if (e.builtin) return builtin(e.fn, e.order, args[0] as Term);
  const fn = functionSymbol(d as NonNullable<typeof d>);
  refuseLayers(d as NonNullable<typeof d>, scope);
  const activation = (d as NonNullable<typeof d>).type.kind === 'activation';
  if (activation)
    return fix(elementwise(fn, e.order, args[0] as Term), 0, e.index, fn.family[0], scope);
  if (e.order > 0 && args.length !== 1)
    throw new NotLowerable('primes behind a function of several arguments');
  return fix(
    jet(
      fn,
      args.map(() => e.order),
      args,
    ),
    0,
    e.index,
    fn.family[0],
    scope,
  );
}

/** phi of every entry: the entries' indices are parameters of the scalar function. */
const elementwise = (fn: FunctionSymbol, order: number, u: Term): Term =>
  jet(fn, [order], [u], u.shape);

function builtin(name: string, order: number, u: Term): Term {
  const names = letters(u.shape.length);
  const ones = (): Term =>
    contract([], [], names, Object.fromEntries(u.shape.map((d, i) => [names[i] as string, d])));
  const times = (c: bigint, t: Term): Term => contract([number(ratio(c)), t], ['', names], names);
  if (name === 'identity') return order === 0 ? u : order === 1 ? ones() : zeros(u.shape);
  if (name === 'square') {
    if (order === 0) spendOnProduct([u, u]);
    return order === 0
      ? contract([u, u], [names, names], names)
      : order === 1
        ? times(2n, u)
        : order === 2
          ? times(2n, ones())
          : zeros(u.shape);
  }
  if (name === 'softmax') {
    const [n] = u.shape.slice(-1);
    if (order > 0 || n === undefined) throw new NotLowerable('this derivative of softmax');
    // of a matrix, row by row
    return jet({ name, family: [], inputs: [n], output: n }, [0], [u], u.shape.slice(0, -1));
  }
  return elementwise({ name, family: [], inputs: [null], output: null }, order, u);
}

/** A derivative of a declared function at a point. */
export function lowerJet(e: Expr & { kind: 'jet' }, scope: Scope, lower: Lower): Term {
  const d = scope.declarations.get(e.fn);
  if (!d) throw new NotLowerable(`${e.fn} is not declared`);
  if (e.args.length !== 1)
    throw new NotLowerable(`${e.which} of a function of several arguments at a point`);
  const orders = [e.which === 'hess' ? 2 : 1];
  const term = jet(
    functionSymbol(d),
    orders,
    e.args.map((a) => lower(a, scope)),
  );
  refuseLayers(d, scope);
  return fix(term, 0, e.index, familyOf(d)[0], scope);
}
