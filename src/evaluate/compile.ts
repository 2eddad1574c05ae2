/** Compiles an expression to code that runs in every domain and at every size. */
import type { Expr } from '../language/ast.ts';
import { spend } from '../numbers/counted-work.ts';
import { Undefined, Unsupported } from '../numbers/field.ts';
import { type Tensor, scalar, tensor } from '../numbers/tensor.ts';
import { operator } from '../operators/registry.ts';
import { compileExpectation } from './expectation.ts';
import { compileKnown } from './known.ts';
import { constant, dimension, index, number, variable } from './leaves.ts';
import { call, derivative, jet } from './function-calls.ts';
import { product, reduce } from './repeated.ts';
import { type Code, type ExprOf, nodeWork, type Scope, positionOf } from './scope.ts';
import { compileShape } from './sizes.ts';

/** |v|^2k is (v'v)^k: computed without the root, which has no derivative at v = 0. */
const evenLength = (expr: ExprOf<'operator'>): Code | null => {
  const [base, exponent] = expr.args;
  if (expr.operator !== 'pow' || base?.kind !== 'operator' || exponent?.kind !== 'number')
    return null;
  const v = base.args[0];
  const k = Number(exponent.value);
  const isLength = operator(base.operator).isLength?.(base.args) === true;
  if (!v || !isLength || !Number.isSafeInteger(k) || k <= 0 || k % 2 !== 0) return null;
  const code = compileExpr(v);
  return (scope) => {
    const { field } = scope;
    const { data } = code(scope);
    const square = data.reduce((sum, x) => field.add(sum, field.mul(x, x)), field.zero);
    return scalar(
      Array.from({ length: k / 2 - 1 }).reduce(
        (power: typeof square) => field.mul(power, square),
        square,
      ),
    );
  };
};

const operation = (expr: ExprOf<'operator'>): Code => {
  const even = evenLength(expr);
  if (even) return even;
  const found = operator(expr.operator);
  const shapeAt = compileShape(expr.shape);
  const args = expr.args.map((a, i) => (i === found.known ? null : compileExpr(a)));
  const exponent = found.known === undefined ? null : compileKnown(expr.args[found.known] as Expr);
  return <T>(scope: Scope<T>): Tensor<T> => {
    spend(nodeWork);
    const { field, at, indices } = scope;
    const params = exponent ? [...expr.params, ...exponent(at.dims, indices)] : expr.params;
    const values: Tensor<T>[] = [];
    for (const a of args) if (a) values.push(a(scope));
    return found.evaluate(field, values, shapeAt(at.dims, indices), params);
  };
};

/** `A[i,j]`, `A[i,:]`: what stands at the places; `Undefined` outside. */
const entry = (expr: ExprOf<'entry'>): Code => {
  const body = compileExpr(expr.body);
  const shapeAt = compileShape(expr.shape);
  return <T>(scope: Scope<T>): Tensor<T> => {
    const { at, indices } = scope;
    const whole = body(scope);
    const fixed = expr.places.map((place) => place && positionOf(place, indices, at.dims));
    const kept = fixed.flatMap((place, k) => (place === null ? [k] : []));
    // the text of a shape leaves a 1 out, which the entries of a row still count
    const sides = expr.places.map((_, k) => whole.shape[k] ?? 1);
    fixed.forEach((place, k) => {
      if (place !== null && (place < 1 || place > (sides[k] as number)))
        throw new Undefined(`there is no entry ${place} among ${sides[k]}`);
    });
    const data: T[] = [];
    const count = kept.reduce((product, k) => product * (sides[k] as number), 1);
    for (let n = 0; n < count; n++) {
      let rest = n;
      const digits = new Map<number, number>();
      for (const k of kept.toReversed()) {
        digits.set(k, rest % (sides[k] as number));
        rest = Math.floor(rest / (sides[k] as number));
      }
      const place = fixed.reduce<number>(
        (sum, p, k) =>
          sum * (sides[k] as number) + (p === null ? (digits.get(k) as number) : p - 1),
        0,
      );
      data.push(whole.data[place] as T);
    }
    return tensor(shapeAt(at.dims, indices), data);
  };
};

/** Compiles an expression once, to be run at many points, sizes and domains. */
export const compileExpr = (expr: Expr): Code => {
  switch (expr.kind) {
    case 'number':
      return number(expr);
    case 'dimension':
      return dimension(expr);
    case 'index':
      return index(expr);
    case 'variable':
      return variable(expr);
    case 'constant':
      return constant(expr);
    case 'operator':
      return operation(expr);
    case 'call':
      return call(expr, compileExpr);
    case 'jet':
      return jet(expr, compileExpr);
    case 'derivative':
      return derivative(expr, compileExpr);
    case 'entry':
      return entry(expr);
    case 'reduce':
      return reduce(expr, compileExpr);
    case 'expectation':
      return compileExpectation(expr, compileExpr);
    case 'product':
      return product(expr, compileExpr);
    case 'kernel':
      throw new Unsupported(
        'ker(..) is a subspace: it can only be compared by = or != with another kernel, or follow in',
      );
  }
};
