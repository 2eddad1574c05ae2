/** Terms and formulas with one operation, wherever it occurs, replaced by a term. */
import {
  and,
  each,
  equal,
  exists,
  forall,
  implies,
  is,
  less,
  not,
  or,
  type Formula,
} from '../../kernel/formula.ts';
import { add, inverse, jet, operation, splice, variable, zeros } from '../../kernel/graph.ts';
import { writeHead } from '../../kernel/write.ts';
import type { Factor, Term } from '../../kernel/term.ts';

/** What stands in place of a head with this text. */
export interface Abstraction {
  readonly text: string;
  readonly by: Term;
}

const factorBy = ({ head }: Factor, a: Abstraction): Term => {
  if (writeHead(head) === a.text) return a.by;
  switch (head.kind) {
    case 'variable':
      return variable(head.name, head.shape);
    case 'jet':
      return jet(
        head.fn,
        head.orders,
        head.args.map((t) => abstracted(t, a)),
        head.params,
      );
    case 'inverse':
      return inverse(abstracted(head.arg, a), head.params);
    case 'operation':
      return operation(head.name, abstracted(head.arg, a), head.params);
  }
};

const abstracted = (term: Term, a: Abstraction): Term => {
  if (term.monomials.length === 0) return zeros(term.shape);
  return add(
    ...term.monomials.map(({ wires, free, coefficient, powers, factors }) =>
      splice(
        { wires, free, coefficient, powers },
        factors.map((f) => ({ term: factorBy(f, a), on: f.slots })),
      ),
    ),
  );
};

export const abstractedIn = (f: Formula, a: Abstraction): Formula => {
  const again = (g: Formula): Formula => abstractedIn(g, a);
  switch (f.kind) {
    case 'equal':
      return equal(abstracted(f.left, a), abstracted(f.right, a));
    case 'less':
      return less(abstracted(f.left, a), abstracted(f.right, a), f.strict);
    case 'is':
      return is(f.predicate, abstracted(f.subject, a));
    case 'false':
      return f;
    case 'not':
      return not(again(f.body));
    case 'and':
    case 'or':
    case 'implies':
      return { and, or, implies }[f.kind](again(f.left), again(f.right));
    case 'forall':
    case 'exists':
      return { forall, exists }[f.kind](f.bound, again(f.body));
    case 'each':
      return each(f.index, f.from, f.to, again(f.body));
  }
};
