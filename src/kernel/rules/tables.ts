/** What is known of named things: facts of linear algebra, theorems of the literature, in tables. */
import { factNamed } from '../algebra.ts';
import { citationNamed } from '../citations.ts';
import { text } from '../entry.ts';
import { demand, fail } from '../seal.ts';
import type { Make, Theorem } from '../sequent.ts';
import type { Term } from '../term.ts';

export const tableRules = (make: Make) => {
  /** An elementary fact of linear algebra about given terms, from the table in algebra.ts. */
  function fact(name: string, ...given: readonly Term[]): Theorem {
    const terms = [...given];
    terms.forEach(demand);
    const entry = factNamed(text(name)) ?? fail(`no fact of algebra named ${name}`);
    return make('fact', [name, ...terms], entry.statement(...terms));
  }
  /**
   * A theorem of the literature from the one table, as an axiom that every theorem resting on it
   * names.
   */
  function cite(name: string, ...given: readonly Term[]): Theorem {
    const terms = [...given];
    terms.forEach(demand);
    const entry = citationNamed(text(name)) ?? fail(`no cited theorem named ${name}`);
    return make('cite', [name, ...terms], entry.statement(...terms), { axioms: [name] });
  }

  return { fact, cite };
};
