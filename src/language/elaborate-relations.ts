/** Types chains of relations such as `a = b <= c`, and `ker`. */
import { ClaimError, type Expr, type Relation, type Shape, type Span } from './ast.ts';
import { elaborate, isZero } from './elaborate.ts';
import { atPlace, ShapeError, withShape } from './shape-error.ts';
import type { Syntax } from './syntax.ts';
import type { Typing } from './typing.ts';
import { ShapeMismatch } from '../operators/operator.ts';

const elaborateKernel = (node: Extract<Syntax, { kind: 'kernel' }>, typing: Typing): Expr => {
  const of = elaborate(node.args[0], typing, null);
  if (of.shape.length !== 2)
    throw new ShapeError(
      `ker takes a matrix, but its argument is ${withShape(of, typing.unifier)}`,
      node.span,
    );
  return { kind: 'kernel', of, shape: [of.shape[1] as string], span: node.span };
};

const side = (node: Syntax, typing: Typing, expected: Shape | null): Expr =>
  node.kind === 'kernel' ? elaborateKernel(node, typing) : elaborate(node, typing, expected);

const verbs: Readonly<Record<Relation, string>> = {
  '=': 'be equal',
  '!=': 'be compared',
  '<': 'be compared',
  '<=': 'be compared',
  '>': 'be compared',
  '>=': 'be compared',
  '~~': 'be proportional',
  '>>=': 'be compared',
  '<<=': 'be compared',
  in: 'be member and space',
};

const ordered: ReadonlySet<Relation> = new Set(['<', '<=', '>', '>=']);

const sameShape = (
  relation: Relation,
  left: Expr,
  right: Expr,
  typing: Typing,
  span: Span,
): void => {
  const { unifier } = typing;
  atPlace(
    span,
    [left, right],
    unifier,
    () => {
      if (left.shape.length !== right.shape.length)
        throw new ShapeMismatch(`different shapes cannot ${verbs[relation]}`);
      left.shape.forEach((dim, i) => {
        try {
          unifier.unify(dim, right.shape[i] as string);
        } catch {
          throw new ShapeMismatch(`different shapes cannot ${verbs[relation]}`);
        }
      });
    },
    (left.shape.length === 0) !== (right.shape.length === 0) &&
      (left.kind === 'constant' || right.kind === 'constant')
      ? 'next to a scalar write 1 for I'
      : null,
  );
};

/** Checks one link of a chain of relations. */
const checkLink = (relation: Relation, left: Expr, right: Expr, typing: Typing): void => {
  const span = { start: left.span.start, end: right.span.end };
  const spaces = Number(left.kind === 'kernel') + Number(right.kind === 'kernel');
  if (relation === 'in') {
    if (right.kind !== 'kernel' || left.kind === 'kernel')
      throw new ClaimError(
        'behind in stands a subspace, and before it a vector',
        span,
        'write v in ker(A)',
      );
  } else if (spaces === 1 || (spaces === 2 && relation !== '=' && relation !== '!=')) {
    throw new ClaimError(
      'a subspace ker(..) is equal to a subspace only',
      span,
      'write ker(A) = ker(B), or v in ker(A)',
    );
  }
  sameShape(relation, left, right, typing, span);
  if (ordered.has(relation) && left.shape.length > 1 && left.shape[0] !== '1')
    throw new ShapeError(
      `${withShape(left, typing.unifier)}: ${relation} compares scalars, and vectors entry by entry`,
      span,
      `write ${relation.startsWith('>') ? '>>=' : '<<='} for the order of symmetric ` +
        `matrices, A[i,j] ${relation} B[i,j] for that of the entries`,
    );
  if (relation !== '>>=' && relation !== '<<=') return;
  if (left.shape.length !== 2)
    throw new ShapeError(
      `${withShape(left, typing.unifier)}: ${relation} compares square matrices`,
      span,
      left.shape.length === 0 ? `write ${relation.slice(1)} for scalars` : null,
    );
  atPlace(span, [left], typing.unifier, () => {
    try {
      typing.unifier.unify(left.shape[0] as string, left.shape[1] as string);
    } catch {
      throw new ShapeMismatch(`${relation} compares square matrices`);
    }
  });
};

/** The operands of `a = b <= c`; a plain 0 takes its neighbour's shape. Checked link by link. */
export const elaborateChain = (
  nodes: readonly Syntax[],
  relations: readonly Relation[],
  typing: Typing,
): readonly Expr[] => {
  const known = nodes.map((node) => (isZero(node) ? null : side(node, typing, null)));
  const shape = known.find((e) => e !== null)?.shape ?? null;
  const operands = known.map(
    (e, i) =>
      e ??
      elaborate(nodes[i] as Syntax, typing, known[i - 1]?.shape ?? known[i + 1]?.shape ?? shape),
  );
  relations.forEach((relation, i) =>
    checkLink(relation, operands[i] as Expr, operands[i + 1] as Expr, typing),
  );
  return operands;
};
