/** Facts of algebra and cited theorems by their names, as a proof refers to them. */
import type { Term } from '../../kernel/term.ts';
import { factNamed } from '../../kernel/algebra.ts';
import { citationNamed } from '../../kernel/citations.ts';
import type { Formula } from '../../kernel/formula.ts';
import { cite, fact, modusPonens, type Theorem } from '../../kernel/theorem.ts';

export const isKnown = (name: string): boolean =>
  factNamed(name) !== undefined || citationNamed(name) !== undefined;

/**
 * The fact or theorem at given terms, in the order in which its statement takes them; throws
 * `KernelError` where they do not fit.
 */
export const known = (name: string, terms: readonly Term[]): Theorem =>
  factNamed(name) !== undefined ? fact(name, ...terms) : cite(name, ...terms);

/** P ⇒ Q with P proved, as long as there is an antecedent that is. */
export function freed(t: Theorem, prove: (f: Formula) => Theorem | null): Theorem {
  const f = t.conclusion;
  const antecedent = f.kind === 'implies' ? prove(f.left) : null;
  return antecedent ? freed(modusPonens(t, antecedent), prove) : t;
}
