/** Expressions and formulas with some subexpressions replaced. */
import type { Expr, Formula } from '../../language/ast.ts';

/** What stands in place of an expression; null where its parts are looked at. */
export type Replace = (e: Expr) => Expr | null;

export const rewritten = (e: Expr, replace: Replace): Expr => {
  const own = replace(e);
  if (own !== null) return own;
  const again = (x: Expr): Expr => rewritten(x, replace);
  switch (e.kind) {
    case 'operator':
    case 'call':
    case 'jet':
      return { ...e, args: e.args.map(again) };
    case 'derivative':
    case 'reduce':
    case 'product':
    case 'entry':
    case 'expectation':
      return { ...e, body: again(e.body) };
    case 'kernel':
      return { ...e, of: again(e.of) };
    default:
      return e;
  }
};

export const rewrittenIn = (f: Formula, replace: Replace): Formula => {
  const again = (g: Formula): Formula => rewrittenIn(g, replace);
  const term = (e: Expr): Expr => rewritten(e, replace);
  switch (f.kind) {
    case 'relation':
      return { ...f, left: term(f.left), right: term(f.right) };
    case 'is':
    case 'off':
      return { ...f, subject: term(f.subject) };
    case 'and':
    case 'or':
    case 'implies':
    case 'iff':
      return { ...f, left: again(f.left), right: again(f.right) };
    case 'not':
    case 'forall':
    case 'exists':
    case 'each':
      return { ...f, body: again(f.body) };
    case 'unsaid':
      return f.of === null ? f : { ...f, of: term(f.of) };
  }
};

/** Every expression in a formula, from the outside in. */
export const expressionsIn = (f: Formula): readonly Expr[] => {
  const found: Expr[] = [];
  rewrittenIn(f, (e) => {
    found.push(e);
    return null;
  });
  return found;
};
