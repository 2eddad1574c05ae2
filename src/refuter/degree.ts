/** Upper bounds on the degree of an expression in its variables. */
import type { Expr } from '../language/ast.ts';
import { children } from '../evaluate/names.ts';

const mentions = (e: Expr, names: ReadonlySet<string>): boolean => {
  if (e.kind === 'variable' && names.has(e.name)) return true;
  if ((e.kind === 'call' || e.kind === 'jet') && names.has(e.fn)) return true;
  if (e.kind === 'derivative' && names.has(e.by)) return true;
  return children(e).some((c) => mentions(c, names));
};

const linear = new Set(['neg', 'transpose', 'tr', 'diag', 'vec']);
const bilinear = new Set(['mul', 'hadamard', 'dot', 'kron']);

/**
 * The degree of the polynomial that stands in for a function; null where it is not a polynomial, or
 * not known.
 */
export type MapDegree = (fn: string) => number | null;
const unknownDegree: MapDegree = () => null;

/**
 * An upper bound on the degree of an expression as a polynomial in the entries of the named
 * variables, everything else held fixed; null where it is not known to be one. Only ever too large,
 * which costs time but not truth.
 */
export const degreeIn = (
  e: Expr,
  names: ReadonlySet<string>,
  mapDegree: MapDegree = unknownDegree,
): number | null => {
  if (!mentions(e, names)) return 0;
  if (e.kind === 'variable') return 1;
  if (e.kind === 'reduce' || e.kind === 'entry') return degreeIn(e.body, names, mapDegree);
  if (e.kind === 'call' || e.kind === 'jet') {
    const own = names.has(e.fn) || (e.kind === 'call' && e.builtin) ? null : mapDegree(e.fn);
    const inner = e.args.map((a) => degreeIn(a, names, mapDegree));
    return own === null || inner.includes(null)
      ? null
      : own * Math.max(0, ...inner.map((d) => d ?? 0));
  }
  if (e.kind !== 'operator') return null;
  const even = evenPowerOfLength(e);
  if (even !== null) {
    const inner = degreeIn(even.of, names, mapDegree);
    return inner === null ? null : inner * even.exponent;
  }
  const degrees = e.args.map((a) => degreeIn(a, names, mapDegree));
  const [a, b] = degrees;
  if (a === null || a === undefined) return null;
  if (linear.has(e.operator)) return a;
  if (b === null || b === undefined) return null;
  if (e.operator === 'add' || e.operator === 'sub') return Math.max(a, b);
  if (bilinear.has(e.operator)) return a + b;
  if (e.operator === 'div') return b === 0 && !mentions(e.args[1] as Expr, names) ? a : null;
  const exponent = e.args[1];
  if (e.operator === 'pow' && exponent?.kind === 'number' && /^\d+$/.test(exponent.value))
    return a * Number(exponent.value);
  return null;
};

/**
 * `|x|^2`, `norm(x)^4`: even powers of the length of a vector or the absolute value of a scalar are
 * polynomials.
 */
const evenPowerOfLength = (e: Expr): { readonly of: Expr; readonly exponent: number } | null => {
  if (e.kind !== 'operator' || e.operator !== 'pow') return null;
  const [base, exponent] = e.args;
  if (base?.kind !== 'operator' || !['bars', 'norm', 'normF'].includes(base.operator)) return null;
  if (exponent?.kind !== 'number' || !/^\d*[02468]$/.test(exponent.value)) return null;
  const of = base.args[0];
  return of === undefined || (of.shape.length > 1 && base.operator !== 'normF')
    ? null
    : { of, exponent: Number(exponent.value) };
};
