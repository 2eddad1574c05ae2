/** Types operators applied to arguments; folds numbers and powers. */
import { operator } from '../operators/registry.ts';
import { ClaimError, type Expr, type Shape, type Span } from './ast.ts';
import { elaborate, isZero } from './elaborate.ts';
import { negated, quotient } from './fraction.ts';
import { limits } from './limits.ts';
import { atPlace } from './shape-error.ts';
import type { Syntax } from './syntax.ts';
import { exprText } from './text.ts';
import type { Typing } from './typing.ts';
import { normalShape } from './unifier.ts';

/** Both operands have the whole's shape, so a 0 among them takes it from the other. */
const alike = new Set(['add', 'sub']);

/** Numbers are kept in lowest terms: `-1` and `2/4` are numbers, not operations. */
const folded = (name: string, args: readonly Expr[], span: Span): Expr | null => {
  const [a, b] = args;
  if (a?.kind !== 'number') return null;
  if (name === 'neg') return { ...a, value: negated(a.value), span };
  if (name !== 'div' || b?.kind !== 'number' || a.value.length + b.value.length > 2 * limits.digits)
    return null;
  return { ...a, value: quotient(a.value, b.value), span };
};

/**
 * A whole number that is not known: a dimension or an index, and numbers or others added or taken
 * away.
 */
const isCount = (e: Expr): boolean => {
  if (e.kind === 'dimension' || e.kind === 'index') return true;
  if (e.kind !== 'operator' || (e.operator !== 'add' && e.operator !== 'sub')) return false;
  const [a, b] = e.args;
  const whole = (x: Expr | undefined): boolean => x?.kind === 'number' && /^-?\d+$/.test(x.value);
  return (
    a !== undefined &&
    b !== undefined &&
    ((isCount(a) && (whole(b) || isCount(b))) || (e.operator === 'add' && whole(a) && isCount(b)))
  );
};

const demandSize = (value: string, exponent: Expr): void => {
  if (value.length > 4 || Math.abs(Number(value)) > 1000)
    throw new ClaimError('an exponent may be 1000 at most', exponent.span);
};

/**
 * Whole powers, and halves of scalars, multiply; any other is the real power of a positive scalar
 * or of a definite matrix.
 */
const powerOf = (base: Expr, exponent: Expr): 'pow' | 'realpow' | 'matpow' => {
  if (isCount(exponent)) return 'pow';
  const scalars = base.shape.length === 0 && exponent.shape.length === 0;
  if (exponent.kind === 'number') {
    const [whole = '0', den = '1'] = exponent.value.split('/');
    demandSize(whole, exponent);
    if (den === '1') return 'pow';
    if (scalars) return den === '2' ? 'pow' : 'realpow';
  }
  if (scalars) return 'realpow';
  if (base.shape.length === 2 && exponent.shape.length === 0) return 'matpow';
  const text = exprText(base);
  throw new ClaimError(
    `the power ^(${exprText(exponent)}) has no meaning here`,
    exponent.span,
    base.shape.length === 1
      ? `write ${text} .^ p for the powers of the entries`
      : 'write a whole number, a dimension or an index',
  );
};

/** The exponent of `.^` is a number, which is written out. */
const checkEntryExponent = (exponent: Expr): void => {
  if (isCount(exponent)) return;
  if (exponent.kind === 'number') return demandSize(exponent.value.split('/')[0] ?? '0', exponent);
  throw new ClaimError(
    `the exponent ${exprText(exponent)} of .^ is not a number`,
    exponent.span,
    'write exp(p log(x)) for powers of positive entries',
  );
};

const scalarHint = (name: string, args: readonly Expr[]): string | null => {
  const [a, b] = args;
  if (!alike.has(name) || !a || !b || (a.shape.length === 0) === (b.shape.length === 0))
    return null;
  const [scalar, other] = a.shape.length === 0 ? [a, b] : [b, a];
  const unit = other.shape.length === 1 ? 'ones' : 'I';
  const text = exprText(scalar);
  return `a scalar is never added to a matrix or a vector: write ${/^[\w.]+$/.test(text) ? text : `(${text})`} ${unit}`;
};

/** A^(k/2) by the root of A: `S^k`, or its inverse. */
const halves = (
  root: Expr,
  exponent: Expr & { readonly kind: 'number' },
  span: Span,
  typing: Typing,
): Expr => {
  const value = exponent.value.split('/')[0] ?? '1';
  const size = value.replace('-', '');
  const power: Expr =
    size === '1'
      ? root
      : applyOperator('pow', [root, { ...exponent, value: size }], [], span, typing);
  return value.startsWith('-') ? applyOperator('inv', [power], [], span, typing) : power;
};

/** The expression that applies a registered operator to typed arguments. */
export const applyOperator = (
  given: string,
  args: readonly Expr[],
  params: readonly number[],
  span: Span,
  typing: Typing,
): Expr => {
  const { unifier } = typing;
  const [a, b] = args;
  const name = given === 'pow' && a && b ? powerOf(a, b) : given;
  const op = operator(name);
  if (name === 'matpow' && a && b?.kind === 'number' && b.value.endsWith('/2'))
    return halves(applyOperator('sqrtm', [a], [], span, typing), b, span, typing);
  if (name === 'entrypow' && b) checkEntryExponent(b);
  if (name === 'div' && b?.kind === 'number' && b.value === '0')
    throw new ClaimError('division by zero', b.span);
  const simple = folded(name, args, span);
  if (simple) return simple;
  const shapes = args.map((arg) => unifier.shape(arg.shape));
  const shape = atPlace(
    span,
    args,
    unifier,
    () => normalShape(op.shape(shapes, unifier, params)),
    scalarHint(name, args),
  );
  return { kind: 'operator', operator: name, args, params, shape, span };
};

/** `-1`, which above a matrix is its inverse. */
const isMinusOne = (node: Syntax): boolean =>
  node.kind === 'apply' &&
  node.operator === 'neg' &&
  node.args[0]?.kind === 'number' &&
  node.args[0].text === '1';

/** An operator written with signs. */
export const elaborateApply = (
  node: Extract<Syntax, { kind: 'apply' }>,
  typing: Typing,
  expected: Shape | null,
): Expr => {
  const { args } = node;
  const name = node.operator === 'transpose' && typing.scope.complex ? 'adjoint' : node.operator;
  const [first, second] = args;
  if (
    name === 'pow' &&
    second?.kind === 'name' &&
    second.name === 'T' &&
    !typing.scope.variable('T') &&
    !typing.scope.index('T') &&
    !typing.scope.dims.has('T')
  ) {
    throw new ClaimError(
      '^T is not a power: T is not declared',
      second.span,
      "write A' for the transpose of A",
    );
  }
  if (name === 'pow' && first && second && isMinusOne(second)) {
    const base = elaborate(first, typing, null);
    if (base.shape.length === 2) return applyOperator('inv', [base], [], node.span, typing);
    const exponent = elaborate(second, typing, null);
    return applyOperator(name, [base, exponent], [], node.span, typing);
  }
  if (alike.has(name) && first && second && isZero(first) !== isZero(second)) {
    const other = elaborate(isZero(first) ? second : first, typing, expected);
    const zero = elaborate(isZero(first) ? first : second, typing, other.shape);
    return applyOperator(
      name,
      isZero(first) ? [zero, other] : [other, zero],
      [],
      node.span,
      typing,
    );
  }
  const pass = alike.has(name) || name === 'neg' ? expected : null;
  return applyOperator(
    name,
    args.map((a) => elaborate(a, typing, pass)),
    [],
    node.span,
    typing,
  );
};
