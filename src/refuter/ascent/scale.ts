/**
 * The size of the numbers in a difference of two sides, so that a violation is measured relative to
 * them.
 */
import type { Expr } from '../../language/ast.ts';
import { compileExpr } from '../../evaluate/compile.ts';
import type { Scope } from '../../evaluate/scope.ts';
import { extent } from '../../numbers/matrix.ts';
import type { Tensor } from '../../numbers/tensor.ts';
import type { Register } from './tape.ts';

/** Keeps a quotient of two zeros from being no number. */
const tiny = { num: 1n, den: 10n ** 150n };

/** The terms of a sum, whatever their signs. */
const termsOf = (e: Expr): readonly Expr[] => {
  if (e.kind === 'constant' && e.which === 'zero') return [];
  if (e.kind === 'number' && e.value === '0') return [];
  if (e.kind !== 'operator' || !['add', 'sub', 'neg'].includes(e.operator)) return [e];
  return e.args.flatMap(termsOf);
};

/** The root of the sum of the squares of all entries. */
export const length = ({ field }: Scope<Register>, t: Tensor<Register>): Register => {
  if (t.data.length === 1) return field.apply('abs', t.data[0] as Register);
  const square = t.data.reduce((sum, x) => field.add(sum, field.mul(x, x)), field.zero);
  return field.apply('sqrt', square);
};

const power = ({ field }: Scope<Register>, x: Register, k: number): Register => {
  let out = field.one;
  for (let i = 0; i < k; i++) out = field.mul(out, x);
  return out;
};

const like: ReadonlySet<string> = new Set([
  'neg',
  'transpose',
  'tr',
  'diag',
  'vec',
  'norm',
  'normF',
  'bars',
  'nuclear',
  'lambda',
  'lambda_max',
  'lambda_min',
  'sigma_max',
  'sigma_min',
  'sum',
  'abs',
]);
const products: ReadonlySet<string> = new Set(['mul', 'hadamard', 'kron', 'dot']);

/** A size that the value of an expression cannot much exceed, however much of it cancels. */
const sizeOf = (e: Expr, scope: Scope<Register>): Register => {
  const { field } = scope;
  const own = (): Register => length(scope, compileExpr(e)(scope));
  // a number by itself is compared with 1: relative to its own size it would only have a sign
  if (e.kind === 'variable' && e.shape.length === 0) return field.add(own(), field.one);
  if (e.kind === 'entry') return sizeOf(e.body, scope);
  if (e.kind !== 'operator') return own();
  const sizes = (): Register[] => e.args.map((a) => sizeOf(a, scope));
  if (e.operator === 'add' || e.operator === 'sub')
    return sizes().reduce((a, b) => field.add(a, b));
  if (products.has(e.operator)) return sizes().reduce((a, b) => field.mul(a, b));
  if (like.has(e.operator)) return sizes()[0] ?? own();
  const [base, exponent] = e.args;
  if (e.operator === 'pow' && base !== undefined && exponent?.kind === 'number') {
    const k = Number(exponent.value);
    if (Number.isInteger(k) && k > 0) return power(scope, sizeOf(base, scope), k);
  }
  if (e.operator === 'det' && base !== undefined)
    return power(scope, sizeOf(base, scope), extent(compileExpr(base)(scope))[0]);
  return own();
};

/**
 * What a difference of the sides is divided by: the sizes of their terms together. Where there is
 * one term alone, it is measured by what it is made of, for by its own size it would always be 1.
 */
export const scaleOf = (left: Expr, right: Expr, scope: Scope<Register>): Register => {
  const { field } = scope;
  const terms = [...termsOf(left), ...termsOf(right)];
  const sizes =
    terms.length === 1
      ? [sizeOf(terms[0] as Expr, scope)]
      : terms.map((t) => length(scope, compileExpr(t)(scope)));
  const all = sizes.reduce((a, b) => field.add(a, b), field.zero);
  return field.add(all, field.fromRational(tiny));
};

/** The same for one expression that is compared with 0. */
export const sizeAgainstZero = (e: Expr, scope: Scope<Register>): Register =>
  scope.field.add(sizeOf(e, scope), scope.field.fromRational(tiny));
