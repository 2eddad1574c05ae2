/** The expressions inside an expression, and whether it mentions a variable anywhere. */
import type { Expr } from './ast.ts';

/** Whether the name occurs in the expression, in an inner binder too. */
export function dependsOn(e: Expr, name: string): boolean {
  if (e.kind === 'variable') return e.name === name;
  return partsOf(e).some((part) => dependsOn(part, name));
}

/** The expressions directly inside an expression. */
export function partsOf(e: Expr): readonly Expr[] {
  switch (e.kind) {
    case 'operator':
    case 'call':
    case 'jet':
      return e.args;
    case 'derivative':
    case 'reduce':
    case 'product':
    case 'entry':
    case 'expectation':
      return [e.body];
    case 'kernel':
      return [e.of];
    default:
      return [];
  }
}
