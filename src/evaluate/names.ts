/** Lists the subexpressions of an expression and the names that occur in it. */
import type { Expr, Formula } from '../language/ast.ts';

/** The expressions directly below one. */
export const children = (expr: Expr): readonly Expr[] => {
  switch (expr.kind) {
    case 'operator':
    case 'call':
    case 'jet':
      return expr.args;
    case 'derivative':
    case 'entry':
    case 'reduce':
    case 'product':
      return [expr.body];
    case 'expectation':
      return [expr.body, ...expr.random.flatMap((r) => r.law.params)];
    case 'kernel':
      return [expr.of];
    case 'number':
    case 'dimension':
    case 'index':
    case 'variable':
    case 'constant':
      return [];
  }
};

/** Every declared name an expression mentions: variables, functions, activations. */
export const namesIn = (expr: Expr, into: Set<string> = new Set()): Set<string> => {
  if (expr.kind === 'variable') into.add(expr.name);
  if (expr.kind === 'derivative') into.add(expr.by);
  if (expr.kind === 'jet' || (expr.kind === 'call' && !expr.builtin)) into.add(expr.fn);
  if (expr.kind === 'expectation') {
    // random names have no value at a point
    const inner = namesIn(expr.body);
    for (const { declaration } of expr.random) inner.delete(declaration.name);
    for (const name of inner) into.add(name);
    for (const p of expr.random.flatMap((r) => r.law.params)) namesIn(p, into);
    return into;
  }
  for (const child of children(expr)) namesIn(child, into);
  return into;
};

/** Every declared name a formula mentions, bound ones included. */
export const namesInFormula = (formula: Formula, into: Set<string> = new Set()): Set<string> => {
  switch (formula.kind) {
    case 'relation':
      namesIn(formula.left, into);
      return namesIn(formula.right, into);
    case 'is':
    case 'off':
      return namesIn(formula.subject, into);
    case 'unsaid':
      return formula.of === null ? into : namesIn(formula.of, into);
    case 'and':
    case 'or':
    case 'implies':
    case 'iff':
      namesInFormula(formula.left, into);
      return namesInFormula(formula.right, into);
    case 'not':
    case 'forall':
    case 'exists':
    case 'each':
      return namesInFormula(formula.body, into);
  }
};
