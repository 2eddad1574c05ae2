/**
 * How large a term is: what working with it is counted by, since the kernel itself counts nothing.
 */
import { spend } from '../../numbers/counted-work.ts';
import type { Term } from '../../kernel/term.ts';

const known = new WeakMap<Term, number>();

/** Factors and wires of a term, those within its heads included. */
function termSize(term: Term): number {
  const before = known.get(term);
  if (before !== undefined) return before;
  let size = 1;
  for (const { factors, wires } of term.monomials) {
    size += 1 + wires.length + factors.length;
    for (const { head } of factors) {
      if (head.kind === 'variable') continue;
      for (const arg of head.kind === 'jet' ? head.args : [head.arg]) size += termSize(arg);
    }
  }
  known.set(term, size);
  return size;
}

/** Counts what multiplying terms out takes: each monomial of one with each of the others. */
export function spendOnProduct(terms: readonly Term[]): void {
  const many = terms.reduce((product, t) => product * Math.max(1, t.monomials.length), 1);
  const long = terms.reduce((sum, t) => sum + termSize(t) / Math.max(1, t.monomials.length), 0);
  spend((many * long) / 4);
}

/** Counts what the derivative of a term takes: each of its parts is copied once for each. */
export const spendOnDerivative = (term: Term): void => spend(termSize(term) ** 2 / 64);
