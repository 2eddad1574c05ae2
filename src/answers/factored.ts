/**
 * A sum with its common factors taken out, in front and behind: 2 X' X w - 2 X' y is 2 X' (X w -
 * y).
 */
import type { Expr } from '../language/ast.ts';
import { exprText } from '../language/text.ts';
import { product, quotient } from './build.ts';
import { multiple, scaled, sum, summands } from './build-sums.ts';
import { identity, isOperation, number, operation } from './build-atoms.ts';
import { fraction, one, times, type Fraction } from './rational.ts';

/**
 * A summand: its number, its scalar factors, its matrix factors from left to right, and its
 * denominator.
 */
interface Parts {
  readonly by: Fraction;
  readonly scalars: readonly Expr[];
  readonly factors: readonly Expr[];
  readonly below: Expr | null;
}

function partsOf(e: Expr): Parts {
  const { by, rest } = scaled(e);
  if (rest === null) return { by, scalars: [], factors: [], below: null };
  if (isOperation(rest, 'div')) {
    const inner = partsOf(rest.args[0]!);
    return { ...inner, by: times(by, inner.by), below: rest.args[1]! };
  }
  const [scalars, factors]: [Expr[], Expr[]] = [[], []];
  const add = (x: Expr): void => {
    const isChain = x.shape.length === 0 && rest.shape.length !== 0 && hasChain(x);
    if (isOperation(x, 'mul') && !isChain) x.args.forEach(add);
    else if (x.shape.length === 0 && rest.shape.length !== 0) scalars.push(x);
    else if (rest.shape.length === 0 && x.shape.length === 0) scalars.push(x);
    else factors.push(x);
  };
  add(rest);
  return { by, scalars: scalars.flatMap(expanded), factors, below: null };
}

/** A number made of vectors, as x' A x. */
const hasChain = (e: Expr): boolean =>
  isOperation(e, 'mul') && e.args.some((f) => f.shape.length > 0);

/** x^3 as three factors, so that powers have common factors. */
function expanded(e: Expr): Expr[] {
  const exponent = isOperation(e, 'pow') ? e.args[1] : undefined;
  if (!isOperation(e, 'pow') || exponent?.kind !== 'number' || !/^[2-9]$/.test(exponent.value))
    return [e];
  return Array<Expr>(Number(exponent.value)).fill(e.args[0]!);
}

const gcd = (a: bigint, b: bigint): bigint => (b === 0n ? (a < 0n ? -a : a) : gcd(b, a % b));

/** The expression with what all its summands share taken out; as it is where nothing is shared. */
export function factored(e: Expr): Expr {
  const terms = summands(e);
  if (terms.length < 2) return e;
  const parts = terms.map(partsOf);
  const below = parts[0]!.below;
  if (parts.some((p) => text(p.below) !== text(below))) return e;
  const content = parts.reduce<Fraction>(
    (c, { by }) => ({ num: gcd(c.num, by.num), den: lcm(c.den, by.den) }),
    { num: 0n, den: 1n },
  );
  const scalars = common(parts.map((p) => p.scalars));
  const isMatrix = e.shape.length !== 0;
  const front = isMatrix ? prefix(parts.map((p) => p.factors)) : [];
  const rest = parts.map((p) => p.factors.slice(front.length));
  const back = isMatrix ? suffix(rest) : [];
  const isAlike = isMatrix && rest.every((r) => r.length === back.length);
  if (isAlike && front.length + back.length > 0) {
    // n I + m I is (n + m) I
    const numbers = parts.map((p) =>
      multiple(
        fraction(p.by.num * content.den, p.by.den * content.num),
        without(p.scalars, scalars).reduce<Expr>((a, b) => product(a, b), number(one)),
      ),
    );
    const whole = [...front, ...back].reduce((a, b) => product(a, b));
    const by = multiple(
      fraction(content.num, content.den),
      [...scalars, sum(numbers, [])].reduce((a, b) => rawProduct(a, b)),
    );
    const total = rawProduct(by, whole);
    return below === null ? total : quotient(total, below);
  }
  const inner = parts.map((p, i) => {
    const left = without(p.scalars, scalars);
    const chain = rest[i]!.slice(0, rest[i]!.length - back.length);
    const by = fraction(p.by.num * content.den, p.by.den * content.num);
    return multiple(by, chained(left, chain, front, back, e));
  });
  const shape = inner[0]!.shape;
  const body = sum(inner, shape);
  const around = [...front, body, ...back].reduce((a, b) => rawProduct(a, b));
  const scaledUp = scalars.length === 0 ? around : rawProduct(scalars.reduce(product), around);
  const total = multiple(fraction(content.num, content.den), scaledUp);
  return below === null ? total : quotient(total, below);
}

const text = (e: Expr | null): string => (e === null ? '' : exprText(e));
const lcm = (a: bigint, b: bigint): bigint => (a / gcd(a, b)) * b;

/** A product that keeps its brackets: the sum stays a factor. */
function rawProduct(a: Expr, b: Expr): Expr {
  if (b.kind === 'number' && b.value === '1') return a;
  if (a.kind === 'number' && a.value === '1') return b;
  if (b.kind === 'constant' && b.which === 'identity' && a.shape.length > 0) return a;
  if (a.kind === 'constant' && a.which === 'identity' && b.shape.length > 0) return b;
  const shape = product(a, b).shape;
  return operation('mul', [a, b], shape);
}

/** What is left of a summand; the identity of the right size where nothing is. */
function chained(
  scalars: readonly Expr[],
  chain: readonly Expr[],
  front: readonly Expr[],
  back: readonly Expr[],
  whole: Expr,
): Expr {
  const s = scalars.reduce<Expr>((a, b) => product(a, b), number(one));
  if (chain.length > 0)
    return product(
      s,
      chain.reduce((a, b) => product(a, b)),
    );
  if (whole.shape.length === 0) return s;
  const last = front.at(-1);
  const size = last ? last.shape[1] : back[0]?.shape[0];
  return size === undefined ? s : product(s, identity(size));
}

/** A row behind a column: x x' A + x x' B is x x' (A + B). */
const isRow = (e: Expr | undefined): boolean => e?.shape.length === 2 && e.shape[0] === '1';

function prefix(lists: readonly (readonly Expr[])[]): Expr[] {
  const [first = []] = lists;
  let n = 0;
  while (
    n < first.length &&
    lists.every((l) => n < l.length && exprText(l[n]!) === exprText(first[n]!)) &&
    (first[n]!.shape.length === 2 || lists.every((l) => isRow(l[n + 1])))
  )
    n += 1;
  return first.slice(0, n);
}

function suffix(lists: readonly (readonly Expr[])[]): Expr[] {
  const [first = []] = lists;
  let n = 0;
  const at = (l: readonly Expr[], k: number): Expr | undefined => l[l.length - 1 - k];
  while (
    at(first, n) !== undefined &&
    lists.every((l) => at(l, n) !== undefined && exprText(at(l, n)!) === exprText(at(first, n)!))
  )
    n += 1;
  return n === 0 ? [] : first.slice(-n);
}

/** Factors that all lists have, as often as all have them. */
function common(lists: readonly (readonly Expr[])[]): Expr[] {
  const [first = [], ...others] = lists;
  const left = others.map((l) => l.map(exprText));
  return first.filter((e) => {
    const places = left.map((l) => l.indexOf(exprText(e)));
    if (places.includes(-1)) return false;
    left.forEach((l, i) => l.splice(places[i]!, 1));
    return true;
  });
}

function without(list: readonly Expr[], taken: readonly Expr[]): Expr[] {
  const texts = taken.map(exprText);
  return list.filter((e) => {
    const at = texts.indexOf(exprText(e));
    if (at >= 0) texts.splice(at, 1);
    return at < 0;
  });
}
