/** `[A, B; C, D]`: blocks whose zeros take their sizes from the blocks next to and above them. */
import { sidesOf } from '../operators/blocks.ts';
import { fromMatrix } from '../operators/shapes.ts';
import { ClaimError, type Dim, type Expr } from './ast.ts';
import { applyOperator } from './elaborate-apply.ts';
import { elaborate, isZero } from './elaborate.ts';
import { atPlace } from './shape-error.ts';
import type { Syntax } from './syntax.ts';
import type { Typing } from './typing.ts';

type Blocks = Extract<Syntax, { kind: 'blocks' }>;

/** `[[1, 2], [3, 4]]` is a matrix elsewhere, and would be one row of four numbers here. */
const refuseNested = (node: Blocks): void => {
  const nested = node.args.every((a) => a.kind === 'blocks' && a.args.length === a.columns);
  if (nested && node.args.length === node.columns)
    throw new ClaimError(
      'rows in brackets of their own can be read in two ways',
      node.span,
      'separate the rows of a matrix by semicolons: [1, 2; 3, 4]; write [1, 2, 3, 4] for one row',
    );
};

export const elaborateBlocks = (node: Blocks, typing: Typing): Expr => {
  const { columns, span } = node;
  refuseNested(node);
  const { unifier } = typing;
  const known = node.args.map((a) => (isZero(a) ? null : elaborate(a, typing, null)));
  const [first] = known;
  if (first && known.length === 1) return first;
  const sides = atPlace(span, [], unifier, () =>
    sidesOf(
      known.map((e) => e && unifier.shape(e.shape)),
      columns,
      unifier,
    ),
  );
  // among numbers alone a 0 is a number
  const numbers = known.every((e) => e === null || e.shape.length === 0);
  const side = (dim: Dim | null | undefined, zero: Syntax): Dim => {
    if (dim) return unifier.resolve(dim);
    if (numbers) return '1';
    throw new ClaimError(
      'the size of this 0 is not known: everything next to it or above it is zero',
      zero.span,
      'declare a matrix of that size and write Z - Z, or leave the block out',
    );
  };
  const args = known.map((e, k) => {
    if (e) return e;
    const zero = node.args[k] as Syntax;
    const [m, n] = [
      side(sides.rows[Math.floor(k / columns)], zero),
      side(sides.columns[k % columns], zero),
    ];
    return elaborate(zero, typing, fromMatrix(m, n));
  });
  return applyOperator('blocks', args, [args.length / columns, columns], span, typing);
};
