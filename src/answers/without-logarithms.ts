/**
 * Logarithms of exponentials, quotients and sigmoids in other words, before a derivative is taken:
 * log(1 + exp(t)) is softplus(t), log(softmax(z)) is z less one number.
 */
import type { Expr } from '../language/ast.ts';
import { exprText } from '../language/text.ts';
import { product } from './build.ts';
import { multiple, sum } from './build-sums.ts';
import { call, constant, isOperation, operation } from './build-atoms.ts';
import { fraction } from './rational.ts';
import { onesLike } from './known-derivatives.ts';
import { mapParts } from './rebuild.ts';

const negative = fraction(-1n);
const minus = (e: Expr): Expr => multiple(negative, e);
const softplus = (t: Expr): Expr => call('softplus', 0, t);

export const isOne = (e: Expr): boolean =>
  (e.kind === 'number' && e.value === '1') || (e.kind === 'constant' && e.which === 'ones');

/** u where the expression is fn(u); null elsewhere. */
const argumentOf = (e: Expr, fn: string): Expr | null =>
  e.kind === 'call' && e.builtin && e.fn === fn && e.order === 0 ? (e.args[0] ?? null) : null;

/** t where the expression is 1 + exp(t); null elsewhere. */
export const afterOne = (e: Expr): Expr | null => {
  if (!isOperation(e, 'add') || !e.args.some(isOne)) return null;
  const power = e.args.find((x) => isOperation(x, 'exp'));
  return power && isOperation(power, 'exp') ? (power.args[0] ?? null) : null;
};

/** t where the expression is 1 − σ(t). */
const afterSigmoid = (e: Expr): Expr | null => {
  if (!isOperation(e, 'sub') || !isOne(e.args[0] as Expr)) return null;
  return argumentOf(e.args[1] as Expr, 'sigmoid');
};

const quotientOf = (u: Expr): readonly [Expr, Expr] | null => {
  if (u.kind !== 'operator') return null;
  const isQuotient = u.operator === 'quotient' || (u.operator === 'div' && u.shape.length === 0);
  return isQuotient ? (u.args as [Expr, Expr]) : null;
};

const logarithm = (u: Expr): Expr | null => {
  const t = afterOne(u);
  if (t) return softplus(t);
  const s = afterSigmoid(u);
  if (s) return minus(softplus(s));
  const r = argumentOf(u, 'sigmoid');
  if (r) return minus(softplus(minus(r)));
  const z = u.shape.length === 1 ? argumentOf(u, 'softmax') : null;
  if (z) {
    const total = operation('sum', [operation('exp', [z], z.shape)], []);
    const level = product(operation('log', [total], []), constant('ones', z.shape));
    return sum([z, minus(level)], z.shape);
  }
  const parts = quotientOf(u);
  if (parts) {
    const [a, b] = parts;
    const log = (x: Expr): Expr => operation('log', [x], x.shape);
    return isOne(a) ? minus(log(b)) : sum([log(a), minus(log(b))], u.shape);
  }
  return null;
};

/** Null where nothing is in other words. */
export function withoutLogarithms(e: Expr): Expr | null {
  const change = (x: Expr): Expr => {
    const inside = x.kind === 'derivative' ? { ...x, body: change(x.body) } : mapParts(x, change);
    return (isOperation(inside, 'log') ? logarithm(inside.args[0] as Expr) : null) ?? inside;
  };
  const changed = change(e);
  return exprText(changed) === exprText(e) ? null : changed;
}

/** σ(−t) is 1 − σ(t). */
export const positiveSigmoids = (e: Expr): Expr => {
  const inside = mapParts(e, positiveSigmoids);
  const t = argumentOf(inside, 'sigmoid');
  if (!t || !exprText(t).startsWith('-')) return inside;
  return sum([onesLike(t), minus(call('sigmoid', 0, minus(t)))], t.shape);
};
