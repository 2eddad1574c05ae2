/** Compiles calls of functions and activations, and their derivatives. */
import { spend } from '../numbers/counted-work.ts';
import { type Field, Unsupported } from '../numbers/field.ts';
import { type Tensor, tensor } from '../numbers/tensor.ts';
import { activations } from '../operators/activations.ts';
import type { Value } from './assignment.ts';
import { type Recipe, derivativeOf, nthDerivative } from './derivatives.ts';
import { applyActivation, applyMap, softmax } from './functions.ts';
import { liftAssignment, mapValue } from './lift.ts';
import { namesIn } from './names.ts';
import { outputDerivatives } from './output-derivatives.ts';
import { polynomialDerivative } from './polynomial-derivatives.ts';
import {
  type Code,
  type Compile,
  type ExprOf,
  nodeWork,
  type Scope,
  lookUp,
  withValue,
} from './scope.ts';
import { compileShape } from './sizes.ts';

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

export const call = (expr: ExprOf<'call'>, compile: Compile): Code => {
  const shapeAt = compileShape(expr.shape);
  const args = expr.args.map(compile);
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

export const jet = (expr: ExprOf<'jet'>, compile: Compile): Code => {
  const shapeAt = compileShape(expr.shape);
  const args = expr.args.map(compile);
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
export const derivative = (expr: ExprOf<'derivative'>, compile: Compile): Code => {
  const shapeAt = compileShape(expr.shape);
  const body = compile(expr.body);
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
