/** Typed expressions and formulas put together from parts whose shapes are known to fit. */
import { operator } from '../../operators/registry.ts';
import type { Expr, Formula, Relation, Shape, Span } from '../ast.ts';
import { negated } from '../fraction.ts';
import { normalShape, Unifier } from '../unifier.ts';

/** An expression over the complex numbers by its two parts; `im` null where it is real as written. */
export interface Pair {
  readonly re: Expr;
  readonly im: Expr | null;
  /** The doubled form, where it is said shorter than by the parts: that of A B is a product. */
  readonly whole?: Expr | undefined;
  /** The parts are cut out of the doubled form of an inverse or its like. */
  readonly cut?: boolean;
}

export const apply = (
  name: string,
  args: readonly Expr[],
  span: Span,
  params: readonly number[] = [],
): Expr => {
  const shapes = args.map((a) => a.shape);
  const shape = normalShape(operator(name).shape(shapes, new Unifier(), params));
  return { kind: 'operator', operator: name, args, params, shape, span };
};

export const numberOf = (value: string, span: Span): Expr => ({
  kind: 'number',
  value,
  shape: [],
  span,
});

export const zeroOf = (shape: Shape, span: Span): Expr =>
  shape.length === 0 ? numberOf('0', span) : { kind: 'constant', which: 'zero', shape, span };

export const identityOf = (n: string, span: Span): Expr =>
  n === '1' ? numberOf('1', span) : { kind: 'constant', which: 'identity', shape: [n, n], span };

const negatedBody = (a: Expr): Expr | null =>
  a.kind === 'operator' && a.operator === 'neg' ? (a.args[0] as Expr) : null;

export const negative = (a: Expr): Expr =>
  a.kind === 'number'
    ? { ...a, value: negated(a.value) }
    : (negatedBody(a) ?? apply('neg', [a], a.span));

/** The minus signs of factors stand before the product. */
export const signsInFront = (
  args: readonly Expr[],
  made: (bare: readonly Expr[]) => Expr,
): Expr => {
  const bare = args.map((a) => negatedBody(a) ?? a);
  const minuses = args.filter((a) => negatedBody(a)).length;
  return minuses % 2 === 0 ? made(bare) : negative(made(bare));
};

/** Sum and difference where a part that is missing is 0. */
export const plus = (a: Expr | null, b: Expr | null): Expr | null => {
  if (!a || !b) return a ?? b;
  const taken = negatedBody(b);
  return taken ? apply('sub', [a, taken], a.span) : apply('add', [a, b], a.span);
};
export const minus = (a: Expr | null, b: Expr | null): Expr | null => {
  if (!a || !b) return a ?? (b && negative(b));
  const taken = negatedBody(b);
  return taken ? apply('add', [a, taken], a.span) : apply('sub', [a, b], a.span);
};

const imOf = ({ re, im }: Pair): Expr => im ?? zeroOf(re.shape, re.span);

/** The real matrix of twice the size, [R, -S; S, R], of R + i S. */
export const doubled = (pair: Pair): Expr => {
  if (pair.whole) return pair.whole;
  const { re } = pair;
  const im = imOf(pair);
  return apply('blocks', [re, negative(im), im, re], re.span, [2, 2]);
};

/** [R, S], which has the same entries. */
export const sideBySide = (pair: Pair): Expr =>
  apply('blocks', [pair.re, imOf(pair)], pair.re.span, [1, 2]);

/** [x; y] for a vector x + i y, which has the same length. */
export const oneAboveTheOther = (pair: Pair): Expr =>
  apply('blocks', [pair.re, imOf(pair)], pair.re.span, [2, 1]);

/** The matrix whose doubled form is `whole`: its first block column. */
export const firstColumn = (whole: Expr, rows: string, columns: string): Pair => {
  const { span } = whole;
  const one = identityOf(columns, span);
  const none = zeroOf(normalShape([columns, columns]), span);
  const right = apply('mul', [whole, apply('blocks', [one, none], span, [2, 1])], span);
  const row = (first: boolean): Expr => {
    const [i, o] = [identityOf(rows, span), zeroOf(normalShape([rows, rows]), span)];
    const left = apply('blocks', first ? [i, o] : [o, i], span, [1, 2]);
    return apply('mul', [left, right], span);
  };
  return { re: row(true), im: row(false), whole, cut: true };
};

export const relation = (sign: Relation, left: Expr, right: Expr, span: Span): Formula => ({
  kind: 'relation',
  relation: sign,
  left,
  right,
  span,
});

export const both = (a: Formula, b: Formula): Formula => ({
  kind: 'and',
  left: a,
  right: b,
  span: a.span,
});

/**
 * Equal: the real parts are, and the imaginary parts, which are left out where neither has one. Of
 * inverses and their like the doubled forms are compared.
 */
export const equal = (a: Pair, b: Pair, span: Span): Formula => {
  if ((a.cut || b.cut) && a.re.shape.length > 0) return relation('=', doubled(a), doubled(b), span);
  const re = relation('=', a.re, b.re, span);
  return a.im === null && b.im === null ? re : both(re, relation('=', imOf(a), imOf(b), span));
};

export const unequal = (a: Pair, b: Pair, span: Span): Formula => {
  if ((a.cut || b.cut) && a.re.shape.length > 0)
    return relation('!=', doubled(a), doubled(b), span);
  const re = relation('!=', a.re, b.re, span);
  if (a.im === null && b.im === null) return re;
  return { kind: 'or', left: re, right: relation('!=', imOf(a), imOf(b), span), span };
};
