/** Products of numbers with sums of numbers multiplied out, so that equal summands meet. */
import type { Expr } from '../language/ast.ts';
import { exprText } from '../language/text.ts';
import { entrywise, product } from './build.ts';
import { multiple, scaled, sum, summands } from './build-sums.ts';
import { isOperation } from './build-atoms.ts';

const most = 16;

const factorsOf = (e: Expr, operator: 'mul' | 'hadamard'): readonly Expr[] =>
  isOperation(e, operator) ? e.args.flatMap((x) => factorsOf(x, operator)) : [e];

/** Numbers in one order, so that equal products have one text. */
const ordered = (factors: readonly Expr[]): readonly Expr[] => [
  ...factors
    .filter((f) => f.shape.length === 0)
    .toSorted((a, b) => (exprText(a) < exprText(b) ? -1 : 1)),
  ...factors.filter((f) => f.shape.length > 0),
];

/** One summand as a sum, where a factor of it is a sum: a number, or a factor entry by entry. */
const multiplied = (e: Expr): readonly Expr[] => {
  const { by, rest } = scaled(e);
  if (rest === null) return [e];
  const isEntrywise = isOperation(rest, 'hadamard');
  const join = isEntrywise ? entrywise : product;
  const factors = factorsOf(rest, isEntrywise ? 'hadamard' : 'mul');
  const isSum = (f: Expr): boolean =>
    (isEntrywise || f.shape.length === 0) && summands(f).length > 1;
  const at = factors.findIndex(isSum);
  const joined = (all: readonly Expr[]): Expr =>
    multiple(
      by,
      (isEntrywise ? all : ordered(all)).reduce((a, b) => join(a, b)),
    );
  if (at < 0) return [joined(factors)];
  return summands(factors[at] as Expr).flatMap((part) =>
    multiplied(joined(factors.with(at, part))),
  );
};

/** The sum with each product of it multiplied out; as it is where that makes it long. */
export const expanded = (e: Expr): Expr => {
  const parts = summands(e).flatMap(multiplied);
  return parts.length > most ? e : sum(parts, e.shape);
};
