/** Types calls: built-in functions, declared functions, members of families. */
import { activations } from '../operators/activations.ts';
import { operators } from '../operators/registry.ts';
import {
  ClaimError,
  type Declaration,
  type Expr,
  type Index,
  type Shape,
  type Span,
  type Type,
} from './ast.ts';
import { typeAt } from './layers.ts';
import { applyOperator } from './elaborate-apply.ts';
import { checkDot, derivedCall } from './elaborate-entrywise.ts';
import { checkIndex } from './elaborate-names.ts';
import { elaborate, isZero } from './elaborate.ts';
import { builtinActivations, complexWords } from './names.ts';
import { ShapeError, withShape } from './shape-error.ts';
import type { Syntax } from './syntax.ts';
import type { Typing } from './typing.ts';
import { describeShape } from './unifier.ts';

type Call = Extract<Syntax, { kind: 'call' }>;

/** The arguments of a declared function, checked against its inputs. */
export const elaborateInputs = (
  name: string,
  inputs: readonly Shape[],
  nodes: readonly Syntax[],
  span: Span,
  typing: Typing,
): readonly Expr[] => {
  if (nodes.length !== inputs.length) {
    throw new ClaimError(
      `${name} takes ${inputs.length} argument${inputs.length === 1 ? '' : 's'}, but ` +
        `${nodes.length} ${nodes.length === 1 ? 'is' : 'are'} given`,
      span,
    );
  }
  return nodes.map((node, i) => {
    const wanted = inputs[i] as Shape;
    const arg = elaborate(node, typing, wanted);
    const refuse = (): ShapeError =>
      new ShapeError(
        `${name} takes ${describeShape(wanted)}, but its argument is ${withShape(arg, typing.unifier)}`,
        node.span,
      );
    if (arg.shape.length !== wanted.length) throw refuse();
    wanted.forEach((dim, k) => {
      try {
        typing.unifier.unify(dim, arg.shape[k] as string);
      } catch {
        throw refuse();
      }
    });
    return arg;
  });
};

const single = (node: Call, typing: Typing): Expr => {
  const [only] = node.args;
  if (!only || node.args.length > 1)
    throw new ClaimError(
      `${node.name} takes one argument, but ${node.args.length} are given`,
      node.span,
    );
  return elaborate(only, typing, null);
};

const elaborateBuiltin = (node: Call, typing: Typing): Expr => {
  const { name, span, primes: order } = node;
  if (node.index) throw new ClaimError(`${name} has no index`, node.indexSpan);
  const arg = single(node, typing);
  if (activations.get(name)?.elementwise === false) {
    if (order > 0)
      throw new ClaimError(
        `${name} is not elementwise, so it has no derivative with a prime`,
        span,
        `write jac[x](${name}(x))`,
      );
    if (arg.shape.length !== 1 && arg.shape.length !== 2)
      throw new ShapeError(
        `${name} takes a vector, or a matrix row by row, but its argument is ${withShape(arg, typing.unifier)}`,
        span,
      );
  }
  return {
    kind: 'call',
    fn: name,
    builtin: true,
    index: null,
    order,
    args: [arg],
    shape: arg.shape,
    span,
  };
};

/** The type of a declared name, or of the member that the index names. */
export const typeOfMember = ({ type, family }: Declaration, index: Index | null): Type =>
  family && index ? typeAt(type, family.index, index) : type;

const elaborateDeclared = (node: Call, declaration: Declaration, typing: Typing): Expr => {
  const { name, span, primes: order, index } = node;
  const type = typeOfMember(declaration, index);
  if (type.kind === 'tensor') throw new ClaimError(`${name} is not a function`, node.nameSpan);
  checkIndex(declaration, index, index ? node.indexSpan : node.nameSpan, typing);
  if (type.kind === 'activation') {
    const arg = single(node, typing);
    return {
      kind: 'call',
      fn: name,
      builtin: false,
      index,
      order,
      args: [arg],
      shape: arg.shape,
      span,
    };
  }
  if (order > 0 && (type.inputs.length !== 1 || type.inputs[0]?.length !== 0)) {
    const which = type.output.length === 0 ? 'grad' : 'jac';
    throw new ClaimError(
      `${name}' is written for functions of one number only`,
      span,
      `write ${which}(${name})(..)`,
    );
  }
  const args = elaborateInputs(name, type.inputs, node.args, span, typing);
  return { kind: 'call', fn: name, builtin: false, index, order, args, shape: type.output, span };
};

/** Of `max(x, 0)` the 0 has the shape of x. */
const elaborateArguments = ({ args }: Call, typing: Typing): readonly Expr[] => {
  const [a, b] = args;
  if (args.length !== 2 || !a || !b || isZero(a) === isZero(b))
    return args.map((x) => elaborate(x, typing, null));
  const other = elaborate(isZero(a) ? b : a, typing, null);
  const zero = elaborate(isZero(a) ? a : b, typing, other.shape);
  return isZero(a) ? [zero, other] : [other, zero];
};

/**
 * `lambda[k](A)`, `lambda[n-1](A)`: the number is a dimension or an index, and a whole number
 * added.
 */
const symbolicEigenvalue = (node: Call, typing: Typing): Expr => {
  const { index, indexSpan: span, args } = node;
  const [a, more] = args;
  if (!a || more) throw new ClaimError('lambda takes one argument', node.span);
  const name = index?.name ?? '';
  const offset = index?.offset ?? 0;
  const known = typing.scope.index(name)
    ? ({ kind: 'index', name, shape: [], span } as const)
    : typing.scope.dims.has(name)
      ? ({ kind: 'dimension', dim: name, shape: [], span } as const)
      : null;
  if (!known)
    throw new ClaimError(
      `the number ${name} in lambda[..] is neither a dimension nor a bound index`,
      span,
      `write forall ${name} in 1..n. .., or a whole number`,
    );
  const shift: Expr = { kind: 'number', value: `${Math.abs(offset)}`, shape: [], span };
  const k =
    offset === 0
      ? known
      : applyOperator(offset > 0 ? 'add' : 'sub', [known, shift], [], span, typing);
  return applyOperator('lambda_at', [elaborate(a, typing, null), k], [], node.span, typing);
};

const elaborateOperator = (node: Call, typing: Typing): Expr => {
  const { name, span, index } = node;
  const op = operators.get(name);
  if (!op?.called) throw typing.scope.undeclared(name, node.nameSpan);
  if (complexWords.has(name) && !typing.scope.complex)
    throw new ClaimError(
      `${name}(..) belongs to claims about complex matrices, and nothing here is complex`,
      node.nameSpan,
      name === 'im'
        ? 'declare A: m×n complex; v in the range of A is: exists w: n. v = A w'
        : 'declare A: m×n complex, or leave it out',
    );
  if (node.primes > 0) return derivedCall(node, typing);
  if ((op.params ?? 0) > 0 !== (index !== null)) {
    throw new ClaimError(
      index ? `${name} has no index` : `${name} needs a number in brackets`,
      index ? node.indexSpan : node.nameSpan,
      index ? null : `write ${name}[1](..)`,
    );
  }
  if (name === 'lambda' && index && index.name !== null) return symbolicEigenvalue(node, typing);
  if (index && (index.name !== null || index.offset < 1))
    throw new ClaimError(`the number in ${name}[..] is 1 or more, written out`, node.indexSpan);
  if (op.arity > 0 && node.args.length !== op.arity) {
    throw new ClaimError(
      `${name} takes ${op.arity} argument${op.arity === 1 ? '' : 's'}, but ` +
        `${node.args.length} ${node.args.length === 1 ? 'is' : 'are'} given`,
      span,
    );
  }
  const args = elaborateArguments(node, typing);
  checkDot(node, args, typing);
  const found = applyOperator(name, args, index ? [index.offset] : [], span, typing);
  if (
    name === 'lambda' &&
    index &&
    /^\d+$/.test(args[0]?.shape[0] ?? '') &&
    index.offset > Number(args[0]?.shape[0])
  ) {
    throw new ClaimError(
      `lambda[${index.offset}] of a ${args[0]?.shape[0]}×${args[0]?.shape[0]} matrix: it has fewer eigenvalues`,
      node.indexSpan,
    );
  }
  return found;
};

/** `name(args)`: a declared function, an activation or an operator. */
export const elaborateCall = (node: Call, typing: Typing): Expr => {
  const declaration = typing.scope.variable(node.name);
  if (declaration) return elaborateDeclared(node, declaration, typing);
  if (builtinActivations.has(node.name)) return elaborateBuiltin(node, typing);
  return elaborateOperator(node, typing);
};
