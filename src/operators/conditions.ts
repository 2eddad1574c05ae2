/**
 * Conditions under which operators are defined and differentiable, as formulas of the language
 * about their arguments.
 */
import type { Attribute, Dim, Expr, Formula, Relation } from '../language/ast.ts';

/** `A is invertible`; of a scalar, `s is nonzero`. */
export const said = (subject: Expr, attribute: Attribute): Formula => ({
  kind: 'is',
  subject,
  attribute,
  span: subject.span,
});

export const invertible = (a: Expr): Formula =>
  said(a, a.shape.length === 0 ? 'nonzero' : 'invertible');

export const related = (left: Expr, relation: Relation, right: Expr): Formula => ({
  kind: 'relation',
  left,
  relation,
  right,
  span: left.span,
});

export const joined = (kind: 'and' | 'or' | 'implies', left: Formula, right: Formula): Formula => ({
  kind,
  left,
  right,
  span: left.span,
});

export const numberExpr = (value: number, at: Expr): Expr => ({
  kind: 'number',
  value: `${value}`,
  shape: [],
  span: at.span,
});

const dimensionExpr = (dim: Dim, at: Expr): Expr =>
  /^\d+$/.test(dim)
    ? numberExpr(Number(dim), at)
    : { kind: 'dimension', dim, shape: [], span: at.span };

/** `n >= 3`. */
export const atLeast = (dim: Dim, least: number, at: Expr): Formula =>
  related(dimensionExpr(dim, at), '>=', numberExpr(least, at));

/** `k <= n`. */
export const atMost = (k: Expr, dim: Dim): Formula => related(k, '<=', dimensionExpr(dim, k));

/** An operator of the language applied to expressions. */
export const operatorExpr = (
  operator: string,
  args: readonly [Expr, ...Expr[]],
  shape: Expr['shape'],
  params: readonly number[] = [],
): Expr => ({ kind: 'operator', operator, args, params, shape, span: args[0].span });

/** `a - b`. */
export const differenceOf = (a: Expr, b: Expr): Expr => operatorExpr('sub', [a, b], a.shape);

/** No entry is 0: every entry of `a .* a` is positive. */
export const entriesNonzero = (a: Expr): Formula =>
  a.shape.length === 0
    ? said(a, 'nonzero')
    : said(operatorExpr('hadamard', [a, a], a.shape), 'positive');

/** `det(A)`. */
export const determinantOf = (a: Expr): Expr => operatorExpr('det', [a], []);

const eigenvalue = (a: Expr, k: number): Expr => operatorExpr('lambda', [a], [], [k]);

/** The k-th and the next eigenvalue of a differ, if both exist. */
const apart = (a: Expr, k: number): readonly Formula[] => {
  const rows = a.shape[0] ?? '1';
  const differ = related(eigenvalue(a, k), '>', eigenvalue(a, k + 1));
  if (/^\d+$/.test(rows)) return Number(rows) > k ? [differ] : [];
  return [joined('implies', atLeast(rows, k + 1, a), differ)];
};

/** The k-th largest eigenvalue is simple. */
export const simpleEigenvalue = (a: Expr, k: number): readonly Formula[] =>
  a.shape.length === 0 ? [] : [...(k > 1 ? apart(a, k - 1) : []), ...apart(a, k)];

/** Is it a scalar, a vector or a row? Then its singular value is its length. */
export const isSlender = (a: Expr): boolean => a.shape.length < 2 || a.shape.includes('1');

/** The largest singular value is simple and not 0: so is the largest eigenvalue of A' A. */
export const simpleLargestSingularValue = (a: Expr): readonly Formula[] => {
  if (isSlender(a)) return [said(a, 'nonzero')];
  const [m, n] = a.shape as readonly [Dim, Dim];
  const gram = operatorExpr('mul', [operatorExpr('transpose', [a], [n, m]), a], [n, n]);
  return [said(a, 'nonzero'), ...simpleEigenvalue(gram, 1)];
};

/** The matrix has full rank, so that its rank is constant nearby. */
export const fullRank = (a: Expr): readonly Formula[] =>
  isSlender(a) ? [said(a, 'nonzero')] : [joined('or', said(a, 'onto'), said(a, 'one-to-one'))];

/** A condition that has no formula. */
export const unsaid = (text: string, at: Expr, of: Expr | null = null): Formula => ({
  kind: 'unsaid',
  of,
  text,
  span: at.span,
});
