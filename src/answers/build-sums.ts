/** Numbers in front of expressions, and sums with equal terms collected. */
import type { Expr, Shape } from '../language/ast.ts';
import { exprText } from '../language/text.ts';
import { isNothing, isOperation, nothing, number, operation } from './build-atoms.ts';
import {
  type Fraction,
  fraction,
  fractionOf,
  isOne,
  isZero,
  one,
  plus,
  times,
} from './rational.ts';

/** A number times the rest. */
export interface Scaled {
  readonly by: Fraction;
  readonly rest: Expr | null;
}

/** The number in front of an expression. */
export function scaled(e: Expr): Scaled {
  if (e.kind === 'number') return { by: fractionOf(e.value), rest: null };
  if (e.kind !== 'operator') return { by: one, rest: e };
  const [a, b] = e.args as [Expr, Expr];
  if (e.operator === 'neg') {
    const inner = scaled(a);
    return { by: times(inner.by, fraction(-1n)), rest: inner.rest };
  }
  if (e.operator === 'mul' && a.shape.length === 0) {
    const [left, right] = [scaled(a), scaled(b)];
    return { by: times(left.by, right.by), rest: joined(left.rest, right.rest) };
  }
  if (e.operator === 'mul' && b.shape.length === 0) {
    const [left, right] = [scaled(a), scaled(b)];
    return { by: times(left.by, right.by), rest: joined(right.rest, left.rest) };
  }
  if (e.operator === 'mul') {
    const [left, right] = [scaled(a), scaled(b)];
    return {
      by: times(left.by, right.by),
      rest: operation('mul', [left.rest!, right.rest!], e.shape),
    };
  }
  if (e.operator === 'div') {
    const top = scaled(a);
    if (b.kind === 'number') {
      const by = fractionOf(b.value);
      return { by: times(top.by, fraction(by.den, by.num)), rest: top.rest };
    }
    return { by: top.by, rest: operation('div', [top.rest ?? number(one), b], e.shape) };
  }
  return { by: one, rest: e };
}

const joined = (a: Expr | null, b: Expr | null): Expr | null =>
  a === null
    ? b
    : b === null
      ? a
      : operation('mul', [a, b], a.shape.length === 0 ? b.shape : a.shape);

/** by · e. */
export function multiple(by: Fraction, e: Expr): Expr {
  if (isZero(by)) return nothing(e.shape);
  const { by: inner, rest } = scaled(e);
  const total = times(by, inner);
  if (rest === null) return number(total);
  if (isOne(total)) return rest;
  if (total.num === -1n && total.den === 1n) return operation('neg', [rest], rest.shape);
  return operation('mul', [number(total), rest], rest.shape);
}

/** The summands of an expression, signs included. */
export function summands(e: Expr): Expr[] {
  if (isNothing(e)) return [];
  if (isOperation(e, 'add')) return e.args.flatMap(summands);
  if (isOperation(e, 'sub'))
    return [
      ...summands(e.args[0]!),
      ...summands(e.args[1]!).map((x) => multiple(fraction(-1n), x)),
    ];
  if (isOperation(e, 'neg')) return summands(e.args[0]!).map((x) => multiple(fraction(-1n), x));
  return [e];
}

/** The sum, with equal terms collected; terms with a positive coefficient come first. */
export function sum(terms: readonly Expr[], shape: Shape): Expr {
  const collected = new Map<string, { by: Fraction; rest: Expr | null }>();
  for (const term of terms.flatMap(summands)) {
    const { by, rest } = scaled(term);
    const key = rest === null ? '' : exprText(rest);
    const before = collected.get(key);
    collected.set(key, { by: before ? plus(before.by, by) : by, rest: before?.rest ?? rest });
  }
  const left = [...collected.values()].filter(({ by }) => !isZero(by));
  const ordered = [
    ...left.filter(({ by }) => by.num > 0n),
    ...left.filter(({ by }) => by.num < 0n),
  ];
  return ordered.reduce<Expr>((total, { by, rest }, i) => {
    const positive = { num: by.num < 0n ? -by.num : by.num, den: by.den };
    const term = rest === null ? number(positive) : multiple(positive, rest);
    if (i === 0) return by.num < 0n ? multiple(fraction(-1n), term) : term;
    return operation(by.num < 0n ? 'sub' : 'add', [total, term], shape);
  }, nothing(shape));
}
