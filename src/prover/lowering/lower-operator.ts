/** Operators and powers as terms of the kernel. */
import { contract, dimension, factorTerm, inverse, number } from '../../kernel/graph.ts';
import { type Ratio, ratio } from '../../kernel/ratio.ts';
import type { Dim, Term } from '../../kernel/term.ts';
import type { Expr } from '../../language/ast.ts';
import { operator } from '../../operators/registry.ts';
import { lengthSquared, powerTerm, scalarFunctionTerm } from '../../operators/terms.ts';
import { sequenceAt } from './layers.ts';
import { smoothPseudoInverse } from './lower-derivative.ts';
import { NotLowerable, type Scope, axes } from './scope.ts';
import { additive, countOf, dimensionPower, isSize, letters } from './sizes-of-terms.ts';
import { spendOnProduct } from './term-size.ts';

/** Lowers the parts of an expression. */
type Lower = (e: Expr, scope: Scope) => Term;

export function lowerOperator(e: Expr & { kind: 'operator' }, scope: Scope, lower: Lower): Term {
  const args = (): Term[] => e.args.map((a) => lower(a, scope));
  if (e.operator === 'pow') return raisedTerm(e, scope, lower);
  if (e.operator === 'pinv') {
    const smooth = smoothPseudoInverse(e.args[0] as Expr, scope);
    if (smooth) return smooth;
  }
  const place = e.operator === 'lambda_at' ? e.args[1] : undefined;
  if (place && !(place.kind === 'dimension' && place.dim === e.args[0]?.shape[0]))
    throw new NotLowerable('an eigenvalue whose number is not written out');
  // of an exponent without a number it is not known which entries have a power
  if (e.operator === 'entrypow' && e.args[1]?.kind !== 'number')
    throw new NotLowerable('a power of entries that is not a number');
  const { lower: rule, lowers } = operator(e.operator);
  const shapes = e.args.map((a) => a.shape);
  if (!rule || (lowers && !lowers(shapes, e.params)))
    throw new NotLowerable(`the kernel has no rules for ${e.operator} yet`);
  const terms = args();
  if (!additive.has(e.operator)) spendOnProduct(terms);
  const last = e.args.at(-1);
  const quotient =
    e.operator === 'div' && last
      ? divided(terms, last, (t, s) => rule([t, s], shapes, e.params))
      : null;
  return quotient ?? rule(terms, shapes, e.params);
}

/** A quotient by dimensions, by a number or by a product of scalars; null by anything else. */
function divided(
  [above, below]: readonly Term[],
  divisor: Expr,
  over: (t: Term, s: Term) => Term,
): Term | null {
  const whole = { coefficient: ratio(1n), powers: {} };
  if (divisor.kind === 'dimension') return scaled(above as Term, whole, dimension(divisor.dim, -1));
  const value = below as Term;
  const parts = value.shape.length === 0 ? scalarFactors(value) : null;
  // 1/(2 s t) is 1/2 1/s 1/t: fewer reciprocals to tell apart
  return parts && parts.factors.reduce(over, scaled(above as Term, parts.over));
}

/** A monomial that is a product of scalars: those, and one over its coefficient and dimensions. */
function scalarFactors(
  value: Term,
): { factors: Term[]; over: { coefficient: Ratio; powers: Record<Dim, number> } } | null {
  const [m] = value.monomials;
  if (!m || value.monomials.length > 1 || m.factors.some((f) => f.slots.length > 0)) return null;
  const powers = Object.fromEntries(Object.entries(m.powers).map(([d, k]) => [d, -k]));
  return {
    factors: m.factors.map(factorTerm),
    over: { coefficient: ratio(m.coefficient.den, m.coefficient.num), powers },
  };
}

function scaled(
  t: Term,
  by: { coefficient: { num: bigint; den: bigint }; powers: Record<Dim, number> },
  more?: Term,
): Term {
  const names = letters(t.shape.length);
  const factors = Object.entries(by.powers).map(([d, k]) => dimension(d, k));
  const scalars = [number(by.coefficient), ...factors, ...(more ? [more] : [])];
  return contract([t, ...scalars], [names, ...scalars.map(() => '')], names);
}

function raisedTerm(e: Expr & { kind: 'operator' }, scope: Scope, lower: Lower): Term {
  const [base, exponent] = e.args;
  const count = exponent && countOf(exponent);
  // where the exponent is the size of a matrix, the power of a number is a determinant
  if (base?.shape.length === 0 && exponent?.kind === 'dimension' && isSize(exponent.dim, scope))
    return dimensionPower(lower(base, scope), exponent.dim);
  if (base && count) return sequenceAt('falling', null, lower(base, scope), 1, count, scope);
  const half = exponent?.kind === 'number' && exponent.value.endsWith('/2');
  if (base && half && Math.abs(Number.parseInt(exponent.value, 10)) <= 16)
    return raise(
      scalarFunctionTerm('sqrt', lower(base, scope)),
      Number.parseInt(exponent.value, 10),
    );
  if (!base || exponent?.kind !== 'number' || exponent.value.includes('/'))
    throw new NotLowerable('a power that is not a whole number');
  const k = Number(exponent.value);
  if (!Number.isSafeInteger(k) || Math.abs(k) > 16)
    throw new NotLowerable(`the power ${exponent.value}`);
  const length =
    base.kind === 'operator' && ['bars', 'norm', 'normF'].includes(base.operator)
      ? base.args[0]
      : undefined;
  // |v|^2 is v'v: no square root is needed; the spectral norm of a matrix has no such form
  if (
    length &&
    k % 2 === 0 &&
    (axes(length.shape).length < 2 || (base.kind === 'operator' && base.operator === 'normF'))
  ) {
    const square = lengthSquared(lower(length, scope));
    return raise(square, k / 2);
  }
  const raised = lower(base, scope);
  for (let i = 1; i < Math.abs(k); i++) spendOnProduct([raised, raised]);
  return raise(raised, k);
}

const raise = (base: Term, k: number): Term =>
  k < 0 ? inverse(powerTerm(base, -k)) : powerTerm(base, k);
