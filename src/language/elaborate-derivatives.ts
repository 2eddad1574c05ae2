/** Types `grad`, `jac` and `hess`, by a variable or of a function. */
import { activations } from '../operators/activations.ts';
import { ClaimError, type Expr, type Shape } from './ast.ts';
import { elaborateInputs, typeOfMember } from './elaborate-calls.ts';
import { checkIndex } from './elaborate-names.ts';
import { elaborate } from './elaborate.ts';
import { ShapeError, withShape } from './shape-error.ts';
import type { Syntax } from './syntax.ts';
import type { Typing } from './typing.ts';
import { describeShape, isUnsettled } from './unifier.ts';

const isColumn = (shape: Shape): boolean => shape.length === 1;

/**
 * Shape of a derivative of a value of shape `of` by an input of shape `by`, or why there is none
 * with what to write.
 */
const derivativeShape = (
  which: 'grad' | 'jac' | 'hess',
  of: Shape,
  by: Shape,
): Shape | readonly [why: string, instead: string | null] => {
  if (which === 'grad') {
    if (of.length > 0)
      return [
        `the gradient of ${describeShape(of)} is not defined: grad takes a scalar`,
        of.length === 1 ? 'write jac for grad' : null,
      ];
    return by;
  }
  if (which === 'jac') {
    if (of.length === 0) return ['jac takes a vector, and this is a scalar', 'write grad for jac'];
    if (!isColumn(of))
      return [
        `jac takes a column vector, and this is ${describeShape(of)}`,
        'write jac of one column at a time',
      ];
    if (by.length > 1)
      return [`jac is by a vector or a scalar, and this is ${describeShape(by)}`, null];
    return [...of, ...by];
  }
  if (of.length > 0)
    return [
      `hess takes a scalar, and this is ${describeShape(of)}`,
      'take one entry, or a function of it that is a scalar',
    ];
  if (by.length > 1)
    return [`hess is by a vector or a scalar, and this is ${describeShape(by)}`, null];
  return [...by, ...by];
};

const isShape = (
  found: Shape | readonly [string, string | null],
  of: Shape,
  by: Shape,
  which: 'grad' | 'jac' | 'hess',
): found is Shape =>
  which === 'grad'
    ? of.length === 0
    : which === 'jac'
      ? isColumn(of) && by.length <= 1
      : of.length === 0 && by.length <= 1;

/** `grad[x](e)`, `jac[h[i]](e)`, `hess[x](e)`. */
export const elaborateDerivative = (
  node: Extract<Syntax, { kind: 'derivative' }>,
  typing: Typing,
): Expr => {
  const { which, by, bySpan, index, span } = node;
  const declaration = typing.scope.variable(by);
  if (!declaration) {
    if (typing.scope.dims.has(by) || typing.scope.index(by))
      throw new ClaimError(
        `${by} is not a variable: nothing is differentiated by it`,
        bySpan,
        'name a declared variable',
      );
    throw typing.scope.undeclared(by, bySpan);
  }
  if (declaration.type.kind !== 'tensor')
    throw new ClaimError(
      `${by} is a function: nothing is differentiated by it`,
      bySpan,
      `write ${which}(${by})(..) for its own derivative`,
    );
  typing.scope.refuseRandom(by, bySpan);
  checkIndex(declaration, index, bySpan, typing);
  const body = elaborate(node.args[0], typing, null);
  if (which === 'hess' && isUnsettled(body.shape))
    throw new ClaimError('the shape of this is not known', node.args[0].span);
  const byType = typeOfMember(declaration, index);
  const byShape = byType.kind === 'tensor' ? byType.shape : [];
  const found = derivativeShape(which, body.shape, byShape);
  if (!isShape(found, body.shape, byShape, which))
    throw new ShapeError(`${withShape(body, typing.unifier)}: ${found[0]}`, span, found[1] ?? null);
  return { kind: 'derivative', which, by, index, body, shape: found, span };
};

/** `grad(f)(u)`, `jac(F)(u)`, `hess(f)(u)`. */
export const elaborateJet = (node: Extract<Syntax, { kind: 'jet' }>, typing: Typing): Expr => {
  const { which, fn, fnSpan, index, span } = node;
  const declaration = typing.scope.variable(fn);
  const builtin = declaration ? undefined : activations.get(fn);
  if (builtin)
    throw new ClaimError(
      `${fn} is built in and ${which}(${fn}) is not written`,
      fnSpan,
      builtin.elementwise ? `write ${fn}'(..)` : `write jac[x](${fn}(x))`,
    );
  if (!declaration) throw typing.scope.undeclared(fn, fnSpan);
  const type = typeOfMember(declaration, index);
  if (type.kind === 'tensor')
    throw new ClaimError(
      `${fn} is not a function`,
      fnSpan,
      `for the derivative of an expression by ${fn} write ${which}[${fn}](..)`,
    );
  if (type.kind === 'activation')
    throw new ClaimError(`${fn} acts elementwise`, fnSpan, `write ${fn}'(..)`);
  checkIndex(declaration, index, fnSpan, typing);
  const [input, second] = type.inputs;
  if (!input || second)
    throw new ClaimError(
      `${fn} has ${type.inputs.length} arguments: ${which}(${fn}) does not say by which`,
      fnSpan,
      `name the variable, as in ${which}[x](${fn}(x, y))`,
    );
  const found = derivativeShape(which, type.output, input);
  if (!isShape(found, type.output, input, which))
    throw new ClaimError(`${which}(${fn}): ${found[0]}`, fnSpan, found[1] ?? null);
  const args = elaborateInputs(fn, type.inputs, node.args, span, typing);
  return { kind: 'jet', which, fn, index, args, shape: found, span };
};
