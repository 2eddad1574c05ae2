/** Types `sum`, `mean` and `prod`; infers the range of their index. */
import { ClaimError, type Expr, type Index, type Range, type Shape, type Span } from './ast.ts';
import { elaborate } from './elaborate.ts';
import { ShapeMismatch } from '../operators/operator.ts';
import { dimAt, readPlace, shapeAt, variesWith } from './layers.ts';
import { atPlace, ShapeError } from './shape-error.ts';
import { childrenOf, type Syntax } from './syntax.ts';
import type { Typing } from './typing.ts';
import { describeShape, isUnsettled } from './unifier.ts';

type Reduce = Extract<Syntax, { kind: 'reduce' }>;

const indexed = (node: Syntax): readonly [name: string, index: Index] | null => {
  if (node.kind === 'member') return [node.name, node.index];
  if (node.kind === 'call' && node.index) return [node.name, node.index];
  if (node.kind === 'jet' && node.index) return [node.fn, node.index];
  if (node.kind === 'derivative' && node.index) return [node.by, node.index];
  return null;
};

/** The dimension along the k-th axis of what has entries. */
const axisOf = (name: string, k: number, { scope }: Typing): string | undefined => {
  const type = scope.variable(name)?.type;
  return type?.kind === 'tensor' ? type.shape[k] : undefined;
};

/** Ends of the ranges of the families behind the index, the nearest in the text first. */
const endsOf = (node: Syntax, index: string, typing: Typing, found: Set<string>): void => {
  const here = indexed(node);
  if (here && here[1].name === index) {
    const end = typing.scope.variable(here[0])?.family?.to ?? axisOf(here[0], 0, typing);
    if (end !== undefined) found.add(end);
  }
  const of = node.kind === 'entry' ? node.args[0] : null;
  if (node.kind === 'entry' && (of?.kind === 'name' || of?.kind === 'member'))
    node.places.forEach((at, k) => {
      const end = at?.name === index ? axisOf(of.name, k, typing) : undefined;
      if (end !== undefined) found.add(end);
    });
  for (const child of childrenOf(node)) endsOf(child, index, typing, found);
};

/** The ends that the shapes of expressions tell, where no name tells one. */
const endsOfShapes = (node: Syntax, index: string, typing: Typing, found: Set<string>): void => {
  if (node.kind === 'entry') endsOfEntries(node.args[0], node.places, index, typing, found);
  for (const child of childrenOf(node)) endsOfShapes(child, index, typing, found);
};

const occurs = (node: Syntax, index: string): boolean =>
  indexed(node)?.[1].name === index ||
  (node.kind === 'name' && node.name === index) ||
  (node.kind === 'entry' && node.places.some((at) => at?.name === index)) ||
  childrenOf(node).some((child) => occurs(child, index));

/** `softmax(z)[i]`: the shape of what has entries tells the range, where the index is not in it. */
const endsOfEntries = (
  of: Syntax,
  places: readonly (Index | null)[],
  index: string,
  typing: Typing,
  found: Set<string>,
): void => {
  if (!places.some((at) => at?.name === index) || occurs(of, index)) return;
  try {
    const { free, unifier, scope } = typing;
    const shape = unifier.shape(elaborate(of, { unifier, scope, free: new Map(free) }, null).shape);
    places.forEach((at, k) => {
      const end = at?.name === index ? shape[k] : undefined;
      if (end !== undefined && !isUnsettled([end])) found.add(end);
    });
  } catch (error) {
    // the error is reported where the expression itself is typed
    if (!(error instanceof ClaimError)) throw error;
  }
};

/** A sum, mean or product whose index has no range. */
interface Open {
  readonly index: string;
  readonly how: string;
  readonly rangeSpan: Span;
  readonly args: readonly [Syntax];
}

const familyEnds = (node: Pick<Open, 'index' | 'args'>, typing: Typing): readonly string[] => {
  const found = new Set<string>();
  endsOf(node.args[0], node.index, typing, found);
  return [...found];
};

const inferredEnd = (node: Open, typing: Typing): string => {
  const named = familyEnds(node, typing);
  const shaped = new Set<string>();
  if (named.length === 0) endsOfShapes(node.args[0], node.index, typing, shaped);
  const [end, other] = named.length === 0 ? [...shaped] : named;
  if (end === undefined) {
    throw new ClaimError(
      `the range of ${node.index} is not known: it does not index anything that is declared`,
      node.rangeSpan,
      `write ${node.how}[${node.index} in 1..N](..)`,
    );
  }
  if (other !== undefined) {
    throw new ClaimError(
      `${node.index} indexes families of different lengths, 1..${end} and 1..${other}`,
      node.rangeSpan,
      `use two indices, or write ${node.how}[${node.index} in 1..${end}](..)`,
    );
  }
  return end;
};

const refuseVarying = (body: Expr, range: Range, { unifier }: Typing): void => {
  const shape = unifier.shape(body.shape);
  if (variesWith(shape, range.index))
    throw new ShapeError(
      `the summand is ${describeShape(shape)}, which varies with ${range.index}: what is added up has one shape`,
      body.span,
      'sum numbers of the layers, as tr(..) or normF(..)^2',
    );
};

type Product = Extract<Syntax, { kind: 'product' }>;

const endOfProduct = ({ range, args }: Product, typing: Typing): string =>
  inferredEnd({ index: range.index, how: 'prod', rangeSpan: range.span, args }, typing);

/** `prod[l=L..1](..)`: each factor's columns are the rows of the next. */
export const elaborateProduct = (node: Product, typing: Typing): Expr => {
  const { from, falling, span } = node;
  const range = {
    ...node.range,
    to: node.range.to === '' ? endOfProduct(node, typing) : node.range.to,
  };
  const scope = typing.scope.inner();
  scope.addIndex(range, from);
  const { unifier } = typing;
  const body = elaborate(node.args[0], { ...typing, scope }, null);
  const shape = unifier.shape(body.shape);
  const [low, high] = [
    { name: null, offset: from },
    readPlace(range.to) ?? { name: range.to, offset: 0 },
  ];
  if (shape.length !== 0 && shape.length !== 2)
    throw new ShapeError(
      `the factor is ${describeShape(shape)}: a product over layers is of matrices or of numbers`,
      body.span,
    );
  if (shape.length === 2) {
    const [rows, columns] = shape as [string, string];
    const next = { name: range.index, offset: falling ? -1 : 1 };
    atPlace(
      span,
      [body],
      unifier,
      () => {
        try {
          unifier.unify(columns, dimAt(rows, range.index, next));
        } catch {
          throw new ShapeMismatch(
            `the factors do not follow one another: ${columns} columns before ${dimAt(rows, range.index, next)} rows`,
          );
        }
      },
      `the index ${falling ? 'falls' : 'rises'} from left to right: write ` +
        `prod[${range.index}=${falling ? `${from}..${range.to}` : `${range.to}..${from}`}](..) ` +
        'for the other order',
    );
  }
  const [first, last] = falling ? [high, low] : [low, high];
  const whole =
    shape.length === 0
      ? []
      : [
          ...shapeAt([shape[0] as string], range.index, first),
          ...shapeAt([shape[1] as string], range.index, last),
        ];
  return { kind: 'product', range: { ...range }, from, falling, body, shape: whole, span };
};

/** `sum[i](..)` and `mean[i](..)`. */
export const elaborateReduce = (node: Reduce, typing: Typing, expected: Shape | null): Expr => {
  const range: Range = {
    index: node.index,
    to: node.to ?? inferredEnd(node, typing),
    span: node.rangeSpan,
  };
  const scope = typing.scope.inner();
  scope.addIndex(range);
  const body = elaborate(node.args[0], { ...typing, scope }, expected);
  refuseVarying(body, range, typing);
  const ends = familyEnds(node, typing);
  const told = ends.length === 1 && ends[0] === range.to && !/^\d/.test(range.to);
  return { kind: 'reduce', how: node.how, range, told, body, shape: body.shape, span: node.span };
};
