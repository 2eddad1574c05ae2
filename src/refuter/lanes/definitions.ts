/**
 * Values that hypotheses and conclusions give to variables, so that trials need not meet them by
 * luck.
 */
import type { Expr, Formula } from '../../language/ast.ts';
import { namesIn } from '../../evaluate/names.ts';
import type { Node } from './graph.ts';
import type { Lowering } from './lowering.ts';
import { eigenvalue } from './operators.ts';

const variable = (e: Expr): string | null =>
  e.kind === 'variable' && e.index === null ? e.name : null;

interface Definition {
  readonly name: string;
  readonly value: () => Node;
  /** Does it hold by that alone, so that it need not be checked? */
  readonly holds: boolean;
}

/** Is this the name of a variable that nothing gives a value yet, and that may have any? */
const isFree = (low: Lowering, name: string | null): name is string =>
  name !== null &&
  !low.recipes.has(name) &&
  low.claim.declarations.some(
    (d) =>
      d.name === name &&
      d.family === null &&
      d.type.kind === 'tensor' &&
      d.attributes.every((a) => a === 'nonzero'),
  );

/** `A v = lambda[k](A) v`. */
const eigenvectorIn = (low: Lowering, left: Expr, right: Expr): Definition | null => {
  if (
    left.kind !== 'operator' ||
    left.operator !== 'mul' ||
    right.kind !== 'operator' ||
    right.operator !== 'mul'
  )
    return null;
  const [[m, v], [l, w]] = [left.args, right.args] as unknown as readonly [
    readonly [Expr, Expr],
    readonly [Expr, Expr],
  ];
  const name = variable(v);
  if (
    !isFree(low, name) ||
    variable(w) !== name ||
    l.kind !== 'operator' ||
    l.operator !== 'lambda' ||
    m.shape.length !== 2 ||
    namesIn(m).has(name)
  )
    return null;
  const k = l.params[0] ?? 1;
  return {
    name,
    holds: false,
    value: () => {
      const a = low.expr(m);
      return low.graph.held(
        low.graph.outside('eigenvector', [a, eigenvalue(low.graph, a, k)], a.rows, 1),
      );
    },
  };
};

/** A hypothesis that says what a variable is: `y = e`, or `A v = lambda[k](A) v`. */
export const definitionIn = (low: Lowering, h: Formula): Definition | null => {
  if (h.kind !== 'relation' || h.relation !== '=') return null;
  const { left, right } = h;
  const eigenvector = eigenvectorIn(low, left, right);
  if (eigenvector !== null) return eigenvector;
  for (const [side, other] of [
    [left, right],
    [right, left],
  ] as const) {
    const name = variable(side);
    if (isFree(low, name) && !namesIn(other).has(name))
      return { name, holds: true, value: () => low.graph.held(low.expr(other)) };
  }
  return null;
};

/**
 * A side of an equation in the conclusion that is a multiple of a variable: there it is made to
 * hold in some of the trials.
 */
export const multipleIn = (low: Lowering, f: Formula): void => {
  if (f.kind === 'iff' || f.kind === 'implies' || f.kind === 'and' || f.kind === 'or') {
    multipleIn(low, f.left);
    multipleIn(low, f.right);
    return;
  }
  if (f.kind !== 'relation' || f.relation !== '=') return;
  for (const [side, other] of [
    [f.left, f.right],
    [f.right, f.left],
  ] as const) {
    const [factor, v] =
      side.kind === 'operator' && side.operator === 'mul' && side.args[0]?.shape.length === 0
        ? [side.args[0], side.args[1] as Expr]
        : [null, side];
    const name = variable(v);
    const d = low.claim.declarations.find((x) => x.name === name);
    if (
      name === null ||
      low.recipes.has(name) ||
      d === undefined ||
      d.type.kind !== 'tensor' ||
      d.family !== null
    )
      continue;
    // what other expressions have no attributes to mention
    if (
      d.attributes.length > 0 &&
      !(other.kind === 'constant' && d.attributes.every((a) => a === 'symmetric'))
    )
      continue;
    if (namesIn(other).has(name) || (factor !== null && namesIn(factor).has(name))) continue;
    const [rows, cols] = low.extent(d.type.shape);
    low.recipes.set(name, () => {
      const g = low.graph;
      const solution =
        factor === null ? low.expr(other) : g.zip('div', low.expr(other), low.expr(factor));
      return g.held(
        g.add(solution, g.mul(low.draw(` off ${name}`, 1, 1, null), low.draw(name, rows, cols, d))),
      );
    });
    return;
  }
};
