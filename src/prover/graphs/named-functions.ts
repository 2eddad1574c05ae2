/** Which named functions occur in some terms, and at which arguments. */
import type { Factor, Term } from '../../kernel/term.ts';
import { hasMeaning } from '../../kernel/laws.ts';
import { writeTerm } from '../../kernel/write.ts';

/** What the head is this function of; null where it is something else, or a derivative. */
export const argumentOf = (name: string, head: Factor['head'] | null): Term | null =>
  head?.kind === 'jet' && head.fn.name === name && head.orders[0] === 0
    ? (head.args[0] ?? null)
    : null;

export interface Occurrence {
  readonly name: string;
  readonly argument: Term;
  readonly order: number;
}

/** Named functions and their arguments, each once, also inside arguments. */
export function namedIn(terms: readonly Term[]): Occurrence[] {
  const found = new Map<string, Occurrence>();
  const visit = (t: Term): void => {
    for (const { factors } of t.monomials) {
      for (const { head } of factors) {
        if (head.kind === 'variable') continue;
        for (const inner of head.kind === 'jet' ? head.args : [head.arg]) visit(inner);
        const [argument] = head.kind === 'jet' ? head.args : [];
        if (
          head.kind !== 'jet' ||
          !argument ||
          head.fn.family.length > 0 ||
          head.params.length !== argument.shape.length - (head.fn.inputs[0] === null ? 0 : 1)
        )
          continue;
        if (hasMeaning(head.fn.name)) {
          const order = head.orders[0] ?? 0;
          found.set(`${head.fn.name} ${order} ${writeTerm(argument)}`, {
            name: head.fn.name,
            argument,
            order,
          });
        }
      }
    }
  };
  terms.forEach(visit);
  return [...found.values()];
}
