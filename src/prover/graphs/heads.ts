/** The named operations that occur in terms, each once, also inside arguments. */
import type { Factor, Term } from '../../kernel/term.ts';
import { writeHead } from '../../kernel/write.ts';

export type Operation = Factor['head'] & { kind: 'operation' };

export function operationsIn(terms: readonly Term[], ...names: readonly string[]): Operation[] {
  const found = new Map<string, Operation>();
  const visit = (t: Term): void => {
    for (const { factors } of t.monomials) {
      for (const { head } of factors) {
        if (head.kind === 'variable') continue;
        for (const inner of head.kind === 'jet' ? head.args : [head.arg]) visit(inner);
        if (head.kind === 'operation' && names.includes(head.name))
          found.set(writeHead(head), head);
      }
    }
  };
  terms.forEach(visit);
  return [...found.values()];
}
