/** Types a syntax tree: dispatches to the file of each kind of node. */
import { spend } from '../numbers/counted-work.ts';
import { ClaimError, type Expr, type Shape } from './ast.ts';
import { elaborateApply } from './elaborate-apply.ts';
import { elaborateBlocks } from './elaborate-blocks.ts';
import { elaborateEntry } from './elaborate-entries.ts';
import { elaborateCall } from './elaborate-calls.ts';
import { elaborateExpectation } from './elaborate-expectation.ts';
import { elaborateDerivative, elaborateJet } from './elaborate-derivatives.ts';
import { elaborateName, elaborateVariable } from './elaborate-names.ts';
import { elaborateProduct, elaborateReduce } from './elaborate-reduce.ts';
import { decimal } from './fraction.ts';
import { ShapeError } from './shape-error.ts';
import type { Syntax } from './syntax.ts';
import type { Typing } from './typing.ts';
import { describeShape } from './unifier.ts';

/** A plain 0, which takes whatever shape the context wants. */
export const isZero = (node: Syntax): boolean => {
  if (node.kind === 'number') return /^[0.]+$/.test(node.text);
  if (node.kind !== 'apply' || !['neg', 'add', 'sub'].includes(node.operator)) return false;
  // from the right, where the operand of a long sum is short
  return node.args.findLastIndex((a) => !isZero(a)) === -1;
};

const elaborateNumber = (
  node: Extract<Syntax, { kind: 'number' }>,
  expected: Shape | null,
): Expr => {
  const { span } = node;
  const value = decimal(node.text);
  if (!expected || expected.length === 0) return { kind: 'number', value, shape: [], span };
  if (value === '0') return { kind: 'constant', which: 'zero', shape: expected, span };
  const unit = expected.length === 1 ? 'ones' : 'I';
  throw new ShapeError(
    `the number ${node.text} stands where ${describeShape(expected)} is wanted: a bare ` +
      'number is never a matrix or a vector',
    span,
    value === '1' ? `write ${unit}` : `write ${node.text} ${unit}`,
  );
};

/**
 * The typed expression of a syntax tree. `expected` is the shape the context wants where it is
 * known: 0 takes it.
 * Shapes may hold unknown dimensions until `settleExpr`. Throws `ClaimError`.
 */
export const elaborate = (node: Syntax, typing: Typing, expected: Shape | null): Expr => {
  spend(1 / 2);
  switch (node.kind) {
    case 'number':
      return elaborateNumber(node, expected);
    case 'name':
      return elaborateName(node.name, node.span, typing);
    case 'member':
      return elaborateVariable(node.name, node.index, node.span, typing);
    case 'blocks':
      return elaborateBlocks(node, typing);
    case 'entry':
      return elaborateEntry(node, typing);
    case 'call':
      return elaborateCall(node, typing);
    case 'derivative':
      return elaborateDerivative(node, typing);
    case 'jet':
      return elaborateJet(node, typing);
    case 'reduce':
      return elaborateReduce(node, typing, expected);
    case 'expectation':
      return elaborateExpectation(node, typing, expected);
    case 'product':
      return elaborateProduct(node, typing);
    case 'apply':
      return elaborateApply(node, typing, expected);
    case 'kernel':
      throw new ClaimError(
        'ker(..) is a subspace: compare it by = or != with another kernel, or put it after in',
        node.span,
        'write ker(A) = ker(B), or v in ker(A)',
      );
    default:
      throw new ClaimError('a formula stands where an expression is wanted', node.span);
  }
};
