/** Inequalities between two values of an expression in one number, from the sign of its slope. */
import type { FunctionSymbol, Term } from '../../kernel/term.ts';
import { jet } from '../../kernel/graph.ts';
import type { Formula, FormulaOf } from '../../kernel/formula.ts';
import {
  fact,
  first,
  generalise,
  modusPonens,
  second,
  specialise,
  type Theorem,
} from '../../kernel/theorem.ts';

/** ∀u (x < u ∧ u < y ⟹ 0 ≤ slope at u), or 0 <, and what follows. */
export interface Rise {
  /** The name that is bound. */
  readonly name: string;
  /** x < u ∧ u < y. */
  readonly inside: Formula;
  readonly slope: FormulaOf<'less'>;
  /** From the premise and x ≤ y, or x < y: the value at x is at most the value at y, or below it. */
  readonly conclude: (premise: Theorem, inOrder: Theorem) => Theorem;
}

/** The values at x and at y of what `body` is of the number `name`. */
export function rise(
  body: Term,
  name: string,
  [x, y]: readonly [Term, Term],
  symbol: string,
  strict: boolean,
): Rise | null {
  const fn: FunctionSymbol = { name: symbol, family: [], inputs: [null], output: null };
  const stated = fact('a function that rises between two numbers', jet(fn, [0], [x]), y);
  const all = generalise({ kind: 'function', fn }, stated);
  const both = specialise(all, { kind: 'function', x: [name], body });
  const side = (strict ? second : first)(both);
  const f: Formula = side.conclusion;
  if (f.kind !== 'implies' || f.left.kind !== 'forall') return null;
  const { bound, body: at } = f.left;
  if (bound.kind !== 'tensor' || at.kind !== 'implies') return null;
  if (at.left.kind !== 'and' || at.right.kind !== 'less') return null;
  return {
    name: bound.name,
    inside: at.left,
    slope: at.right,
    conclude: (premise, inOrder) => modusPonens(modusPonens(side, premise), inOrder),
  };
}
