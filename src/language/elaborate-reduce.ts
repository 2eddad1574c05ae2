import { ClaimError, type Expr, type Index, type Range, type Shape } from './ast.ts';
import { elaborate } from './elaborate.ts';
import { childrenOf, type Syntax } from './syntax.ts';
import type { Typing } from './typing.ts';

type Reduce = Extract<Syntax, { kind: 'reduce' }>;

const indexed = (node: Syntax): readonly [name: string, index: Index] | null => {
  if (node.kind === 'member') return [node.name, node.index];
  if (node.kind === 'call' && node.index) return [node.name, node.index];
  if (node.kind === 'jet' && node.index) return [node.fn, node.index];
  if (node.kind === 'derivative' && node.index) return [node.by, node.index];
  return null;
};

/** Ends of the ranges of the families behind the index, the nearest in the text first. */
const endsOf = (node: Syntax, index: string, typing: Typing, found: Set<string>): void => {
  const here = indexed(node);
  if (here && here[1].name === index) {
    const end = typing.scope.variable(here[0])?.family?.to;
    if (end !== undefined) found.add(end);
  }
  for (const child of childrenOf(node)) endsOf(child, index, typing, found);
};

const inferredEnd = (node: Reduce, typing: Typing): string => {
  const found = new Set<string>();
  endsOf(node.args[0], node.index, typing, found);
  const [end, other] = found;
  if (end === undefined) {
    throw new ClaimError(`the range of ${node.index} cannot be told: no family is indexed by it here`, node.rangeSpan, `write ${node.how}[${node.index} in 1..N](..)`);
  }
  if (other !== undefined) {
    throw new ClaimError(`the index ${node.index} stands behind families over 1..${end} and 1..${other}`, node.rangeSpan, `use two indices, or write ${node.how}[${node.index} in 1..${end}](..)`);
  }
  return end;
};

/** `sum[i](..)` and `mean[i](..)`. */
export const elaborateReduce = (node: Reduce, typing: Typing, expected: Shape | null): Expr => {
  if (node.to !== null && !/^\d/.test(node.to) && !typing.scope.dims.has(node.to)) {
    throw new ClaimError(`${node.to} is not a dimension of the claim`, node.rangeSpan, 'end the range at the dimension of something declared, or at a number');
  }
  const range: Range = { index: node.index, to: node.to ?? inferredEnd(node, typing), span: node.rangeSpan };
  const scope = typing.scope.inner();
  scope.addIndex(range);
  const body = elaborate(node.args[0], { scope, unifier: typing.unifier }, expected);
  return { kind: 'reduce', how: node.how, range, body, shape: body.shape, span: node.span };
};
