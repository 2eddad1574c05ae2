/** Compiles an expression to code that runs in every domain and at every size. */
import type { Expr } from '../language/ast.ts';
import { spend } from '../numbers/counted-work.ts';
import { type Field, Undefined, Unsupported } from '../numbers/field.ts';
import { matmul } from '../numbers/matrix.ts';
import { parseRational } from '../numbers/rational-text.ts';
import { toRational } from '../numbers/rational.ts';
import { type Tensor, scalar, size, tensor } from '../numbers/tensor.ts';
import { activations } from '../operators/activations.ts';
import { asGrid } from '../operators/entries.ts';
import { operator } from '../operators/registry.ts';
import type { Value } from './assignment.ts';
import { type Recipe, derivativeOf, nthDerivative } from './derivatives.ts';
import { compileExpectation } from './expectation.ts';
import { applyActivation, applyMap, softmax } from './functions.ts';
import { compileKnown } from './known.ts';
import { liftAssignment, mapValue } from './lift.ts';
import { namesIn } from './names.ts';
import { outputDerivatives } from './output-derivatives.ts';
import { polynomialDerivative } from './polynomial-derivatives.ts';
import { type Code, type Scope, lookUp, positionOf, withIndex, withValue } from './scope.ts';
import { compileDim, compileShape } from './sizes.ts';

/** Work of one node apart from its arithmetic: calls, look-ups and copies. */
const nodeWork = 1 / 8;

type Node<K extends Expr['kind']> = Extract<Expr, { readonly kind: K }>;

const number = (expr: Node<'number'>): Code => {
  const value = toRational(parseRational(expr.value));
  // a search runs one expression many times in one domain
  let domain: unknown = null;
  let known: unknown = null;
  return <T>({ field }: Scope<T>): Tensor<T> => {
    if (domain !== field) [domain, known] = [field, scalar(field.fromRational(value))];
    return known as Tensor<T>;
  };
};

const dimension = (expr: Node<'dimension'>): Code => {
  const sized = compileDim(expr.dim);
  return ({ field, at, indices }) => scalar(field.fromInteger(sized(at.dims, indices)));
};

const index = (expr: Node<'index'>): Code => {
  const where = { name: expr.name, offset: 0 };
  return ({ field, indices }) => scalar(field.fromInteger(positionOf(where, indices)));
};

const variable =
  (expr: Node<'variable'>): Code =>
  (scope) => {
    const value = lookUp(scope, expr.name, expr.index);
    if (value.kind !== 'tensor')
      throw new Error(`${expr.name} is a function and stands here without its argument`);
    return value.tensor;
  };

const constant = (expr: Node<'constant'>): Code => {
  const shapeAt = compileShape(expr.shape);
  return ({ field, at, indices }) => {
    const shape = shapeAt(at.dims, indices);
    if (expr.which === 'identity') {
      const step = (shape[1] ?? 1) + 1;
      return tensor(
        shape,
        Array.from({ length: size(shape) }, (_, k) => (k % step === 0 ? field.one : field.zero)),
      );
    }
    return tensor(
      shape,
      Array.from({ length: size(shape) }, () => (expr.which === 'zero' ? field.zero : field.one)),
    );
  };
};

/** |v|^2k is (v'v)^k: computed without the root, which has no derivative at v = 0. */
const evenLength = (expr: Node<'operator'>): Code | null => {
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

const operation = (expr: Node<'operator'>): Code => {
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

/**
 * The value of a declared function, or of a known or unknown activation entry by entry, as a recipe
 * for its derivatives.
 */
const recipeOf = <T>(value: Value<T>, name: string): Recipe<T> => {
  if (value.kind === 'function') {
    return <U>(field: Field<U>, lift: (v: T) => U, x: readonly U[]) => {
      const lifted = mapValue(value, lift);
      if (lifted.kind !== 'function') throw new Error(`${name} is not a function`);
      return applyMap(field, lifted.map, x);
    };
  }
  if (value.kind !== 'activation')
    throw new Error(`${name} is not a function and takes no argument`);
  return <U>(field: Field<U>, lift: (v: T) => U, x: readonly U[]) => {
    const lifted = mapValue(value, lift);
    if (lifted.kind !== 'activation') throw new Error(`${name} is not an activation`);
    return x.map((entry) => applyActivation(field, lifted.activation, entry));
  };
};

const builtinOf = (name: string): Value<never> => {
  const fn = activations.get(name)?.fn;
  if (!fn) throw new Error(`there is no activation ${name}`);
  return { kind: 'activation', activation: { kind: 'builtin', name: fn } };
};

const call = (expr: Node<'call'>): Code => {
  const shapeAt = compileShape(expr.shape);
  const args = expr.args.map(compileExpr);
  if (expr.builtin && expr.fn === 'softmax') {
    if (expr.order > 0)
      throw new Unsupported(
        'softmax is a function of a vector: write jac[x](softmax(x)) for its derivative',
      );
    return (scope) => softmax(scope.field, (args[0] as Code)(scope));
  }
  const builtin = expr.builtin ? builtinOf(expr.fn) : null;
  return <T>(scope: Scope<T>): Tensor<T> => {
    spend(nodeWork);
    const value: Value<T> = builtin ?? lookUp(scope, expr.fn, expr.index);
    const shape = shapeAt(scope.at.dims, scope.indices);
    const x = args.flatMap((a) => a(scope).data);
    if (value.kind === 'activation') {
      const { activation } = value;
      if (expr.order === 0)
        return tensor(
          shape,
          x.map((entry) => applyActivation(scope.field, activation, entry)),
        );
      const recipe = recipeOf(value, expr.fn);
      return tensor(
        shape,
        x.map((entry) => nthDerivative(scope.field, recipe, expr.order, entry)),
      );
    }
    if (value.kind === 'function' && expr.order === 0)
      return tensor(shape, applyMap(scope.field, value.map, x));
    if (x.length !== 1)
      throw new Unsupported(
        `${expr.fn}' is the derivative by one number; write grad, jac or hess for a vector's`,
      );
    return tensor(
      shape,
      outputDerivatives(scope.field, recipeOf(value, expr.fn), expr.order, x[0] as T),
    );
  };
};

const jet = (expr: Node<'jet'>): Code => {
  const shapeAt = compileShape(expr.shape);
  const args = expr.args.map(compileExpr);
  return <T>(scope: Scope<T>): Tensor<T> => {
    const value = lookUp(scope, expr.fn, expr.index);
    const x = args.flatMap((a) => a(scope).data);
    const shape = shapeAt(scope.at.dims, scope.indices);
    // without rounding it does not matter in what order things are added up
    if (scope.field.exact && value.kind === 'function' && value.map.kind === 'polynomial')
      return tensor(shape, polynomialDerivative(scope.field, expr.which, value.map, x));
    return tensor(shape, derivativeOf(scope.field, expr.which, recipeOf(value, expr.fn), x));
  };
};

/**
 * By a variable: every entry of it moves on its own, whatever it was declared to be; all else
 * stands still.
 */
const derivative = (expr: Node<'derivative'>): Code => {
  const shapeAt = compileShape(expr.shape);
  const body = compileExpr(expr.body);
  const names = namesIn(expr.body).add(expr.by);
  return <T>(scope: Scope<T>): Tensor<T> => {
    const by = lookUp(scope, expr.by, expr.index);
    if (by.kind !== 'tensor')
      throw new Unsupported(`${expr.by} is a function; derivatives are by variables`);
    const recipe: Recipe<T> = <U>(field: Field<U>, lift: (v: T) => U, x: readonly U[]) => {
      const lifted: Scope<U> = {
        field,
        at: liftAssignment(scope.at, lift, names),
        indices: scope.indices,
      };
      return body(
        withValue(lifted, expr.by, expr.index, {
          kind: 'tensor',
          tensor: tensor(by.tensor.shape, x),
        }),
      ).data;
    };
    return tensor(
      shapeAt(scope.at.dims, scope.indices),
      derivativeOf(scope.field, expr.which, recipe, by.tensor.data),
    );
  };
};

/** `A[i,j]`, `A[i,:]`: what stands at the places; `Undefined` outside. */
const entry = (expr: Node<'entry'>): Code => {
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

/** An empty sum is 0, an empty mean is undefined: 1..N-1 is empty at N = 1. */
const reduce = (expr: Node<'reduce'>): Code => {
  const body = compileExpr(expr.body);
  const upTo = compileDim(expr.range.to);
  const shapeAt = compileShape(expr.shape);
  return <T>(scope: Scope<T>): Tensor<T> => {
    const { field } = scope;
    const count = upTo(scope.at.dims, scope.indices);
    if (count < 1) {
      if (expr.how === 'mean') throw new Undefined('the mean of no terms');
      const shape = shapeAt(scope.at.dims, scope.indices);
      return tensor(
        shape,
        Array.from({ length: size(shape) }, () => field.zero),
      );
    }
    spend(nodeWork);
    let total = body(withIndex(scope, expr.range.index, 1));
    for (let i = 2; i <= count; i++) {
      spend(nodeWork);
      const next = body(withIndex(scope, expr.range.index, i));
      total = tensor(
        total.shape,
        total.data.map((x, k) => field.add(x, next.data[k] as T)),
      );
    }
    if (expr.how === 'sum') return total;
    const divisor = field.fromInteger(count);
    return tensor(
      total.shape,
      total.data.map((x) => field.div(x, divisor)),
    );
  };
};

/**
 * W[L] … W[1], the index falling from left to right, or rising; the identity where there is no
 * factor.
 */
const product = (expr: Node<'product'>): Code => {
  const body = compileExpr(expr.body);
  const upTo = compileDim(expr.range.to);
  const shapeAt = compileShape(expr.shape);
  return <T>(scope: Scope<T>): Tensor<T> => {
    const { field } = scope;
    const count = upTo(scope.at.dims, scope.indices);
    const shape = shapeAt(scope.at.dims, scope.indices);
    const at = (i: number): Tensor<T> => asGrid(body(withIndex(scope, expr.range.index, i)));
    if (count < expr.from) {
      const step = (shape[1] ?? 1) + 1;
      return tensor(
        shape,
        Array.from({ length: size(shape) }, (_, k) => (k % step === 0 ? field.one : field.zero)),
      );
    }
    spend(nodeWork);
    let whole = at(expr.from);
    for (let i = expr.from + 1; i <= count; i++) {
      spend(nodeWork);
      whole = expr.falling ? matmul(field, at(i), whole) : matmul(field, whole, at(i));
    }
    return tensor(shape, whole.data);
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
      return call(expr);
    case 'jet':
      return jet(expr);
    case 'derivative':
      return derivative(expr);
    case 'entry':
      return entry(expr);
    case 'reduce':
      return reduce(expr);
    case 'expectation':
      return compileExpectation(expr, compileExpr);
    case 'product':
      return product(expr);
    case 'kernel':
      throw new Unsupported(
        'ker(..) is a subspace: it can only be compared by = or != with another kernel, or follow in',
      );
  }
};
