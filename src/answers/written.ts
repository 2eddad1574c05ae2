/**
 * The last touch: products associate to the left, and numbers under a fraction are joined, so that
 * brackets are few.
 */
import type { Expr } from '../language/ast.ts';
import { exprText } from '../language/text.ts';
import { multiple, scaled } from './build-sums.ts';
import { isOperation, number, operation } from './build-atoms.ts';
import { fraction, isOne } from './rational.ts';

/** The same expression with as few brackets as the grammar allows. */
function written(e: Expr): Expr {
  switch (e.kind) {
    case 'operator':
      if (isOperation(e, 'mul')) return leftToRight(e);
      if (isOperation(e, 'div')) return { ...e, args: e.args.map(written) };
      return { ...e, args: e.args.map(written) };
    case 'call':
    case 'jet':
      return { ...e, args: e.args.map(written) };
    case 'derivative':
    case 'reduce':
    case 'product':
    case 'entry':
    case 'expectation':
      return { ...e, body: written(e.body) };
    default:
      return e;
  }
}

/** Factors of a product in their order; a number made of vectors stays one, as x' A x. */
function factorsOf(e: Expr): Expr[] {
  if (!isOperation(e, 'mul')) return [e];
  return e.args.flatMap((f) => (f.shape.length === 0 && isChain(f) ? [f] : factorsOf(f)));
}

const flat = (e: Expr): Expr[] => (isOperation(e, 'mul') ? e.args.flatMap(flat) : [e]);

const isChain = (e: Expr): boolean =>
  isOperation(e, 'mul') && e.args.every((f) => f.shape.length > 0 || isChain(f));

function leftToRight(e: Expr): Expr {
  const { by, rest } = scaled(e);
  if (by.num < 0n && rest !== null)
    return operation('neg', [written(multiple({ ...by, num: -by.num }, rest))], e.shape);
  if (rest !== null && isOperation(rest, 'div') && !isOne(by)) return joinedFraction(by, rest);
  const kept = factorsOf(e);
  const isAlone = e.shape.length === 0 && kept.filter(isChain).length === 1;
  const factors = (isAlone ? kept.flatMap(flat) : kept).map(written);
  const numbers = inReadingOrder(factors.filter((f) => f.shape.length === 0));
  const others = factors.filter((f) => f.shape.length !== 0);
  const ordered =
    e.shape.length === 0 && others.length > 0 ? inOrder(factors) : [...numbers, ...others];
  return ordered.reduce((a, b) => operation('mul', [a, b], shapeOf(a, b, e)));
}

/** Numbers, sizes and names come before functions of them. */
function inReadingOrder(scalars: readonly Expr[]): Expr[] {
  const rank = ({ kind }: Expr): number =>
    ['number', 'dimension', 'index', 'variable'].indexOf(kind);
  const place = (e: Expr): number => (rank(e) < 0 ? 9 : rank(e));
  return scalars.toSorted((a, b) => place(a) - place(b));
}

/** Of a number made of vectors, as x' A x: its scalar factors first, the chain after them. */
const inOrder = (factors: readonly Expr[]): Expr[] => [
  ...inReadingOrder(factors.filter((f) => f.shape.length === 0)),
  ...factors.filter((f) => f.shape.length !== 0),
];

const shapeOf = (a: Expr, b: Expr, whole: Expr): Expr['shape'] =>
  a.shape.length === 0
    ? b.shape
    : b.shape.length === 0
      ? a.shape
      : [a.shape[0] ?? '1', ...b.shape.slice(1)].length === 0
        ? whole.shape
        : whole.shape;

/** 1/2 (1 / s) is 1 / (2 s). */
function joinedFraction(by: { num: bigint; den: bigint }, rest: Expr): Expr {
  const [top, bottom] = (rest as Extract<Expr, { kind: 'operator' }>).args as [Expr, Expr];
  const front = number(fraction(by.num));
  const over =
    by.num === 1n
      ? top
      : top.kind === 'number' && top.value === '1'
        ? front
        : operation('mul', [front, top], top.shape);
  const below = by.den === 1n ? bottom : operation('mul', [number(fraction(by.den)), bottom], []);
  return operation('div', [written(over), written(below)], rest.shape);
}

/** Texts of the same value that differ in brackets only are one. */
export const writtenText = (e: Expr): string => exprText(written(e));
