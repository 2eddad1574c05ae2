/**
 * Products and quotients in the form that people write: numbers in front, powers collected, no I
 * and no 0.
 */
import type { Expr, Shape } from '../language/ast.ts';
import { exprText } from '../language/text.ts';
import {
  type Operation,
  constant,
  fromGrid,
  grid,
  identity,
  isIdentity,
  isNothing,
  isOperation,
  nothing,
  number,
  operation,
} from './build-atoms.ts';
import { multiple, scaled } from './build-sums.ts';
import { fraction, one, times } from './rational.ts';

/** a b: matrix, vector and scalar products. */
export function product(a: Expr, b: Expr): Expr {
  if (a.shape.length === 0 && b.shape.length !== 0) return scalarMultiple(a, b);
  if (b.shape.length === 0 && a.shape.length !== 0) return scalarMultiple(b, a);
  const [rows] = grid(a.shape);
  const [, columns] = grid(b.shape);
  const shape = fromGrid(rows, columns);
  if (isNothing(a) || isNothing(b)) return nothing(shape);
  if (isIdentity(a)) return b;
  if (isIdentity(b)) return a;
  const [left, right] = [scaled(a), scaled(b)];
  const by = times(left.by, right.by);
  if (left.rest === null) return multiple(by, right.rest ?? number(one));
  if (right.rest === null) return multiple(by, left.rest);
  if (a.shape.length === 0) return multiple(by, scalarProduct(left.rest, right.rest));
  return multiple(by, matrixProduct(left.rest, right.rest, shape));
}

/** Quotients are moved outside, so that equal factors meet. */
function matrixProduct(a: Expr, b: Expr, shape: Shape): Expr {
  if (isOperation(a, 'div')) return quotient(product(a.args[0]!, b), a.args[1]!);
  if (isOperation(b, 'div')) return quotient(product(a, b.args[0]!), b.args[1]!);
  if (isOperation(b, 'mul') && b.args[0]!.shape.length !== 0)
    return product(product(a, b.args[0]!), b.args[1]!);
  if (isOperation(b, 'mul')) return scalarMultiple(b.args[0]!, product(a, b.args[1]!));
  if (isOperation(a, 'mul') && a.args[0]!.shape.length === 0)
    return scalarMultiple(a.args[0]!, product(a.args[1]!, b));
  const last = isOperation(a, 'mul') ? a.args[1]! : a;
  if (isOperation(last, 'diag') && last.args[0]!.shape.length === 1 && b.shape.length === 1) {
    const scaledEntries = entrywise(last.args[0]!, b);
    return last === a ? scaledEntries : product((a as Operation).args[0]!, scaledEntries);
  }
  const cancelling = isOperation(a, 'transpose') && isOperation(b, 'quotient');
  // p' (y ./ p) is the sum of y
  if (cancelling && exprText(a.args[0]!) === exprText(b.args[1]!))
    return product(
      operation('transpose', [constant('ones', b.shape)], ['1', ...b.shape]),
      b.args[0]!,
    );
  if (isInverseOf(a, b)) return identity(shape[0] ?? '1');
  if (isOperation(a, 'mul') && isInverseOf(a.args[1]!, b)) return a.args[0]!;
  return operation('mul', [a, b], shape);
}

const isInverseOf = (a: Expr, b: Expr): boolean =>
  (isOperation(a, 'inv') && exprText(a.args[0]!) === exprText(b)) ||
  (isOperation(b, 'inv') && exprText(b.args[0]!) === exprText(a));

/** Factors of a scalar, each with its power. */
function scalarProduct(a: Expr, b: Expr): Expr {
  if (isOperation(a, 'div')) return quotient(product(a.args[0]!, b), a.args[1]!);
  if (isOperation(b, 'div')) return quotient(product(a, b.args[0]!), b.args[1]!);
  const powers = new Map<string, { base: Expr; power: bigint }>();
  const add = (e: Expr): void => {
    if (isOperation(e, 'mul') && e.args.every((x) => x.shape.length === 0)) e.args.forEach(add);
    else {
      const { base, power } = powerOf(e);
      const key = exprText(base);
      powers.set(key, { base, power: (powers.get(key)?.power ?? 0n) + power });
    }
  };
  add(a);
  add(b);
  const factors = [...powers.values()].flatMap(({ base, power }) =>
    power === 0n ? [] : [raised(base, power)],
  );
  return (
    factors.reduce<Expr | null>(
      (left, f) => (left === null ? f : operation('mul', [left, f], [])),
      null,
    ) ?? number(one)
  );
}

/** A number as a base and a whole power: (s^2)^3 is s to the 6. */
function powerOf(e: Expr): { base: Expr; power: bigint } {
  const exponent = isOperation(e, 'pow') ? e.args[1]! : null;
  if (exponent?.kind !== 'number' || !/^-?\d+$/.test(exponent.value)) return { base: e, power: 1n };
  const inner = (e as Operation).args[0]!;
  const { base, power } = inner.shape.length === 0 ? powerOf(inner) : { base: inner, power: 1n };
  return { base, power: power * BigInt(exponent.value) };
}

export const raised = (base: Expr, power: bigint): Expr =>
  power === 1n
    ? base
    : power === 0n && base.shape.length === 0
      ? number(one)
      : operation('pow', [base, number(power)], base.shape);

/** The power of a number that may be one itself: (s^2)^3 is s^6. */
export function raisedAgain(e: Expr, by: bigint): Expr {
  const { base, power } = powerOf(e);
  return raised(base, power * by);
}

function scalarMultiple(s: Expr, e: Expr): Expr {
  if (isNothing(s) || isNothing(e)) return nothing(e.shape);
  const [left, right] = [scaled(s), scaled(e)];
  const by = times(left.by, right.by);
  if (left.rest === null) return multiple(by, right.rest!);
  const rest = right.rest!;
  if (isOperation(left.rest, 'div'))
    return multiple(by, quotient(product(left.rest.args[0]!, rest), left.rest.args[1]!));
  if (isOperation(rest, 'div'))
    return multiple(by, quotient(product(left.rest, rest.args[0]!), rest.args[1]!));
  if (isOperation(rest, 'mul') && rest.args[0]!.shape.length === 0)
    return multiple(by, product(product(left.rest, rest.args[0]!), rest.args[1]!));
  return multiple(by, operation('mul', [left.rest, rest], e.shape));
}

/** e / s, equal factors cancelled. */
export function quotient(e: Expr, s: Expr): Expr {
  if (isNothing(e)) return e;
  const [top, bottom] = [scaled(e), scaled(s)];
  const by = times(top.by, fraction(bottom.by.den, bottom.by.num));
  if (bottom.rest === null) return multiple(by, top.rest ?? number(one));
  const rest = top.rest ?? number(one);
  if (isOperation(rest, 'div'))
    return multiple(by, quotient(rest.args[0]!, product(rest.args[1]!, bottom.rest)));
  const reduced = cancelled(rest, bottom.rest);
  return multiple(
    by,
    reduced.bottom === null
      ? reduced.top
      : operation('div', [reduced.top, reduced.bottom], e.shape),
  );
}

/**
 * Bases of a product of numbers with their powers, those of products and quotients inside included.
 */
function basesOf(e: Expr, sign = 1n, found = new Map<string, Base>()): Map<string, Base> {
  if (isOperation(e, 'mul') && e.args.every((x) => x.shape.length === 0))
    e.args.forEach((x) => basesOf(x, sign, found));
  else if (isOperation(e, 'div') && e.shape.length === 0) {
    basesOf(e.args[0]!, sign, found);
    basesOf(e.args[1]!, -sign, found);
  } else {
    const { base, power } = powerOf(e);
    if (power !== 1n && isOperation(base, 'mul')) basesOf(base, sign * power, found);
    else if (base.kind !== 'number' || base.value !== '1') {
      const key = exprText(base);
      found.set(key, { base, power: (found.get(key)?.power ?? 0n) + sign * power });
    }
  }
  return found;
}

interface Base {
  readonly base: Expr;
  readonly power: bigint;
}

/** Cancels the denominator against the number in front, factor by factor. */
function cancelled(top: Expr, bottom: Expr): { top: Expr; bottom: Expr | null } {
  const isScaled = isOperation(top, 'mul') && top.args[0]!.shape.length === 0;
  const front = top.shape.length === 0 ? top : isScaled ? top.args[0]! : number(one);
  const behind = top.shape.length === 0 ? number(one) : isScaled ? top.args[1]! : top;
  const above = basesOf(front);
  const below = basesOf(bottom);
  if (![...below.keys()].some((key) => above.has(key)))
    return { top, bottom: [...below.values()].length > 0 ? multiplied(below) : bottom };
  for (const [key, { base, power }] of below)
    above.set(key, { base, power: (above.get(key)?.power ?? 0n) - power });
  const positive = new Map([...above].filter(([, { power }]) => power > 0n));
  const negative = [...above]
    .filter(([, { power }]) => power < 0n)
    .map(([key, { base, power }]) => [key, { base, power: -power }] as const);
  return {
    top: product(multiplied(positive), behind),
    bottom: negative.length > 0 ? multiplied(new Map(negative)) : null,
  };
}

const multiplied = (bases: ReadonlyMap<string, Base>): Expr =>
  [...bases.values()]
    .filter(({ power }) => power !== 0n)
    .map(({ base, power }) => raised(base, power))
    .reduce<Expr>((a, b) => (isIdentity(a) ? b : operation('mul', [a, b], [])), number(one));

/** a .* b. */
export function entrywise(a: Expr, b: Expr): Expr {
  if (a.shape.length === 0) return product(a, b);
  if (isNothing(a) || isNothing(b)) return nothing(a.shape);
  // ones, and 1 1' of two vectors of ones
  const isOnes = (e: Expr | null | undefined): boolean =>
    e?.kind === 'constant'
      ? e.which === 'ones'
      : e?.kind === 'operator' &&
        (e.operator === 'transpose' || (e.operator === 'mul' && e.args[0]?.shape.length === 1)) &&
        e.args.every(isOnes);
  const [left, right] = [scaled(a), scaled(b)];
  const by = times(left.by, right.by);
  if (isOnes(left.rest)) return multiple(by, right.rest!);
  if (isOnes(right.rest)) return multiple(by, left.rest!);
  for (const [x, y] of [
    [left.rest!, right.rest!],
    [right.rest!, left.rest!],
  ] as const)
    if (isOperation(y, 'quotient') && isOnes(y.args[0]!))
      return multiple(
        by,
        exprText(x) === exprText(y.args[1]!)
          ? y.args[0]!
          : operation('quotient', [x, y.args[1]!], a.shape),
      );
  const scalarIn = (e: Expr): readonly [Expr, Expr] | null =>
    isOperation(e, 'mul') && e.args[0]!.shape.length === 0 ? [e.args[0]!, e.args[1]!] : null;
  const over = isOperation(right.rest!, 'quotient') ? right.rest : null;
  if (over !== null && exprText(over.args[1]!) === exprText(left.rest!))
    return multiple(by, over.args[0]!);
  if (isOperation(left.rest!, 'div'))
    return multiple(by, quotient(entrywise(left.rest.args[0]!, right.rest!), left.rest.args[1]!));
  if (isOperation(right.rest!, 'div'))
    return multiple(by, quotient(entrywise(left.rest!, right.rest.args[0]!), right.rest.args[1]!));
  const outer = scalarIn(left.rest!);
  if (outer) return multiple(by, product(outer[0], entrywise(outer[1], right.rest!)));
  return multiple(by, operation('hadamard', [left.rest!, right.rest!], a.shape));
}
