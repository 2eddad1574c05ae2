/** The hole of a context: the variable that stands where the sides of an equation go. */
import type { Head, Term } from '../kernel/term.ts';
import { headArguments } from './value.ts';

export const hole = '□';

const found = new WeakMap<Head, boolean>();

/** Does the hole stand in the head? */
export function mentions(head: Head): boolean {
  if (head.kind === 'variable') return head.name === hole;
  const before = found.get(head);
  if (before !== undefined) return before;
  const answer = headArguments(head).some(holds);
  found.set(head, answer);
  return answer;
}

export const holds = (term: Term): boolean =>
  term.monomials.some((m) => m.factors.some((f) => mentions(f.head)));
