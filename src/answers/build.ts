/** Builds expressions of the language in the form that people write: collected sums, numbers in front, no I and no 0. */
import type { Expr, Shape } from '../language/ast.ts';
import { exprText } from '../language/text.ts';
import {
  type Operation,
  fromGrid,
  grid,
  identity,
  isIdentity,
  isNothing,
  isOperation,
  nothing,
  number,
  operation,
  span,
} from './build-atoms.ts';
import {
  type Fraction,
  fraction,
  fractionOf,
  isOne,
  isZero,
  one,
  plus,
  times,
  zero,
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
    return product(transposed(constant('ones', b.shape)), b.args[0]!);
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

/** Bases of a product of numbers with their powers, those of products and quotients inside included. */
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

/** e', moved to the single factors. */
export function transposed(e: Expr): Expr {
  const [rows, columns] = grid(e.shape);
  const shape = columns === '1' && rows !== '1' ? ['1', rows] : fromGrid(columns, rows);
  if (e.shape.length === 0) return e;
  if (isNothing(e)) return nothing(shape);
  if (e.kind === 'constant') return e.which === 'identity' ? e : operation('transpose', [e], shape);
  if (e.kind === 'operator') {
    const [a, b] = e.args as [Expr, Expr];
    switch (e.operator) {
      case 'transpose':
        return a;
      case 'neg':
        return multiple(fraction(-1n), transposed(a));
      case 'add':
        return sum([transposed(a), transposed(b)], shape);
      case 'sub':
        return sum([transposed(a), multiple(fraction(-1n), transposed(b))], shape);
      case 'mul':
        return a.shape.length === 0
          ? product(a, transposed(b))
          : b.shape.length === 0
            ? product(b, transposed(a))
            : product(transposed(b), transposed(a));
      case 'div':
        return quotient(transposed(a), b);
      case 'diag':
        if (a.shape.length === 1) return e;
    }
  }
  return operation('transpose', [e], shape);
}

/** a .* b. */
export function entrywise(a: Expr, b: Expr): Expr {
  if (a.shape.length === 0) return product(a, b);
  if (isNothing(a) || isNothing(b)) return nothing(a.shape);
  const isOnes = (e: Expr | null): boolean => e?.kind === 'constant' && e.which === 'ones';
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

/** diag(v) of a vector. */
export function diagonal(v: Expr): Expr {
  const [n] = grid(v.shape);
  if (v.shape.length === 0) return v;
  const { by, rest } = scaled(v);
  if (rest?.kind === 'constant' && rest.which === 'ones') return multiple(by, identity(n));
  if (rest === null || isNothing(v)) return nothing([n, n]);
  if (isOperation(rest, 'div'))
    return multiple(by, quotient(diagonal(rest.args[0]!), rest.args[1]!));
  if (isOperation(rest, 'mul') && rest.args[0]!.shape.length === 0)
    return multiple(by, product(rest.args[0]!, diagonal(rest.args[1]!)));
  return multiple(by, operation('diag', [rest], [n, n]));
}

/** The inner product of two vectors, or of two matrices as a trace. */
export function inner(a: Expr, b: Expr): Expr {
  if (a.shape.length === 0) return product(a, b);
  if (a.shape.length === 1 || grid(a.shape)[1] === '1') return product(transposed(a), b);
  if (grid(a.shape)[0] === '1') return product(a, transposed(b));
  return trace(product(transposed(a), b));
}

export function trace(e: Expr): Expr {
  if (e.shape.length === 0) return e;
  const { by, rest } = scaled(e);
  if (rest === null || isNothing(e)) return number(zero);
  if (rest.kind === 'constant' && rest.which === 'identity')
    return multiple(by, { kind: 'dimension', dim: rest.shape[0]!, span, shape: [] });
  if (isOperation(rest, 'div')) return multiple(by, quotient(trace(rest.args[0]!), rest.args[1]!));
  if (isOperation(rest, 'mul') && rest.args[0]!.shape.length === 0)
    return multiple(by, product(rest.args[0]!, trace(rest.args[1]!)));
  return multiple(by, operation('tr', [rest], []));
}

/** The length of an answer, for choosing among equal ones: its characters, spaces aside. */
export const weight = (text: string): number =>
  text
    .replaceAll(/\s/g, '')
    .replaceAll(/\|[^|]*\|\^2/g, 'vv')
    // s^2 is read at once, s s is not
    .replaceAll(/\^\d+/g, '').length +
  summandsAtTop(text) / 2;

/** Signs between summands outside all brackets: of forms of one length, that with fewer summands is read more easily. */
const summandsAtTop = (text: string): number => {
  let depth = 0;
  let count = 0;
  for (const c of text) {
    if ('([{'.includes(c)) depth += 1;
    else if (')]}'.includes(c)) depth -= 1;
    else if (depth === 0 && '+-'.includes(c)) count += 1;
  }
  return count;
};
