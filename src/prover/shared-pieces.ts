/** What two statements share: operations at the same arguments, and the same products. */
import type { Formula } from '../kernel/formula.ts';
import { one } from '../kernel/ratio.ts';
import type { Term } from '../kernel/term.ts';
import { writeHead } from '../kernel/write.ts';
import { nothing } from './derived/labelled.ts';
import { termsOf } from './graphs/formula-terms.ts';
import { textOf } from './graphs/parts-of-graphs.ts';
import { minus } from './graphs/small-terms.ts';

export interface Pieces {
  /** Operations with their arguments, at any depth. */
  readonly operations: ReadonlySet<string>;
  /** Products that are numbers. */
  readonly products: ReadonlySet<string>;
}

export function piecesOf(f: Formula): Pieces {
  const operations = new Set<string>();
  const products = new Set<string>();
  const visit = (t: Term): void => {
    for (const m of t.monomials) {
      if (m.free.length === 0 && m.factors.length > 1)
        products.add(textOf({ shape: [], monomials: [{ ...m, coefficient: one }] }, nothing));
      for (const { head } of m.factors) {
        if (head.kind === 'variable') continue;
        operations.add(writeHead(head));
        (head.kind === 'jet' ? head.args : [head.arg]).forEach(visit);
      }
    }
  };
  termsOf(f).forEach(visit);
  return { operations, products };
}

const common = (a: ReadonlySet<string>, b: ReadonlySet<string>): number =>
  [...a].filter((x) => b.has(x)).length;

/** How much of a statement stands in the goal, less the operations that do not. */
export function nearness(own: Pieces, goal: Pieces): number {
  const operations = common(own.operations, goal.operations);
  const shared = operations + common(own.products, goal.products);
  return shared === 0 ? -Infinity : shared - (own.operations.size - operations);
}

/** An equation or an inequality with all on one side: alike where two say the same. */
export const gapText = (f: Formula): string | null =>
  f.kind === 'equal' || f.kind === 'less'
    ? `${f.kind} ${textOf(minus(f.right, f.left), nothing)}`
    : null;
