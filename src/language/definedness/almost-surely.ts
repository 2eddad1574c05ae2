/**
 * Conditions that hold with probability 1. A polynomial u in Gaussian entries is 0 with probability
 * 0 or 1, because the zeros of a polynomial that is not 0 have measure 0 (Okamoto 1973), and a
 * Gaussian is an affine image of one with a density. It is 0 with probability 1 exactly where
 * E[u^2] = 0. So `u != 0` with probability 1 is E[u^2] != 0.
 */
import { numberExpr, operatorExpr, related } from '../../operators/conditions.ts';
import type { Condition, Dim, Expr, Formula, RandomVariable } from '../ast.ts';
import { namesOfExpr } from '../free-names.ts';
import { conditionOf } from './condition.ts';

type Mean = Extract<Expr, { readonly kind: 'expectation' }>;

/** Operators of which the entries of the result are polynomials in the entries of the arguments. */
const polynomial: ReadonlySet<string> = new Set([
  'add',
  'sub',
  'neg',
  'mul',
  'hadamard',
  'kron',
  'dot',
  'tr',
  'transpose',
  'vec',
  'diag',
]);

/** Is every entry a polynomial in the random variables, all of them Gaussian? */
const isPolynomial = (e: Expr, random: readonly RandomVariable[]): boolean => {
  const names = namesOfExpr(e);
  const here = random.filter((r) => names.includes(r.declaration.name));
  if (here.length === 0) return true;
  if (here.some((r) => r.law.kind !== 'normal')) return false;
  if (e.kind === 'variable') return true;
  if (e.kind === 'entry' || e.kind === 'reduce') return isPolynomial(e.body, random);
  if (e.kind !== 'operator') return false;
  const [a, b] = e.args;
  if (e.operator === 'div' && b && isPolynomial(b, []) && !dependsOnAny(b, random))
    return a !== undefined && isPolynomial(a, random);
  if (e.operator === 'pow' && b?.kind === 'number')
    return a !== undefined && /^\d+$/.test(b.value) && isPolynomial(a, random);
  return polynomial.has(e.operator) && e.args.every((x) => isPolynomial(x, random));
};

const dependsOnAny = (e: Expr, random: readonly RandomVariable[]): boolean => {
  const names = namesOfExpr(e);
  return random.some((r) => names.includes(r.declaration.name));
};

/** E[body] over those of the random variables of a mean that stand in it. */
const meanOf = (body: Expr, mean: Mean): Expr => {
  const names = namesOfExpr(body);
  const random = mean.random.filter((r) => names.includes(r.declaration.name));
  return { kind: 'expectation', random, body, word: mean.word, shape: [], span: body.span };
};

/** E of the sum of the squares of the entries of u is not 0. */
const notZero = (u: Expr, mean: Mean): Formula => {
  const [m, n] = u.shape;
  const square = (): Expr => {
    if (m === undefined) return operatorExpr('pow', [u, numberExpr(2, u)], []);
    if (n === undefined) return operatorExpr('dot', [u, u], []);
    const gram = operatorExpr('mul', [operatorExpr('transpose', [u], [n, m]), u], [n, n]);
    return operatorExpr('tr', [gram], []);
  };
  return related(meanOf(square(), mean), '!=', numberExpr(0, u));
};

/** E[(u − c)^2] != 0, of each entry of u. */
const apart = (u: Expr, c: string, mean: Mean): Formula => {
  const indices = u.shape.map((_, axis) => `off.${axis + 1}`);
  const places = indices.map((name) => ({ name, offset: 0 }));
  const entry: Expr =
    places.length === 0 ? u : { kind: 'entry', places, body: u, shape: [], span: u.span };
  const shifted =
    c === '0'
      ? entry
      : operatorExpr('sub', [entry, { kind: 'number', value: c, shape: [], span: u.span }], []);
  const square = meanOf(operatorExpr('pow', [shifted, numberExpr(2, u)], []), mean);
  return indices.reduceRight<Formula>(
    (body, index, axis) => ({
      kind: 'each',
      range: { index, to: u.shape[axis] as Dim, span: u.span },
      body,
      span: u.span,
    }),
    related(square, '!=', numberExpr(0, u)),
  );
};

/** The condition under which a formula holds with probability 1; null where none is known. */
const formulaOf = (f: Formula, mean: Mean): Formula | null => {
  if (f.kind === 'each') {
    const body = formulaOf(f.body, mean);
    return body && { ...f, body };
  }
  if (f.kind === 'is' && f.attribute === 'nonzero' && f.subject.shape.length <= 2)
    return isPolynomial(f.subject, mean.random) ? notZero(f.subject, mean) : null;
  if (f.kind !== 'off' || !isPolynomial(f.subject, mean.random)) return null;
  const [first, ...more] = f.kinks.map((c) => apart(f.subject, c, mean));
  return first
    ? more.reduce<Formula>((left, right) => ({ kind: 'and', left, right, span: f.span }), first)
    : null;
};

/** A condition on what is random, as the mean asks for it. */
export const almostSurely = (mean: Mean, c: Condition): Condition => {
  if (c.formula === null) return c;
  const formula = formulaOf(c.formula, mean);
  if (formula) return { formula, text: c.text, span: c.span };
  const text = `${c.text} with probability 1`;
  return conditionOf({ kind: 'unsaid', of: mean, text, span: c.span }, c.span);
};
