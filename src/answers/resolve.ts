/**
 * An expression with its derivatives taken and its parts simplified, in the form that people write.
 */
import type { Expr } from '../language/ast.ts';
import { gradient } from './gradient.ts';
import { NoRule, type Target } from './target.ts';
import { hessian, jacobian } from './jacobian.ts';
import { slope } from './known-derivatives.ts';
import { rebuilt, reduced } from './rebuild.ts';

/** What the claim declares, as far as derivatives need it. */
export interface Declared {
  readonly shapes: ReadonlyMap<string, Expr['shape']>;
  readonly activations: ReadonlySet<string>;
}

/** Throws `NoRule` where a derivative cannot be taken. */
export function resolved(e: Expr, declared: Declared): Expr {
  const inside = (x: Expr): Expr => resolved(x, declared);
  switch (e.kind) {
    case 'derivative': {
      const shape = declared.shapes.get(e.by);
      if (shape === undefined) throw new NoRule('a variable without a shape');
      const by: Target = { name: e.by, index: e.index, activations: declared.activations };
      const take = { grad: gradient, jac: jacobian, hess: hessian }[e.which];
      return take(inside(e.body), by, shape);
    }
    case 'call':
      return e.builtin && e.order === 1 && e.args.length === 1
        ? slope(e.fn, inside(e.args[0]!))
        : { ...e, args: e.args.map(inside) };
    case 'jet':
      return { ...e, args: e.args.map(inside) };
    case 'operator':
      return rebuilt(e, e.args.map(inside));
    case 'reduce':
      return reduced(e, inside(e.body));
    case 'product':
    case 'entry':
    case 'expectation':
      return { ...e, body: inside(e.body) };
    default:
      return e;
  }
}
