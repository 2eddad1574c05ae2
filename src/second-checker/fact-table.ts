/** The type of a table of facts: each name with its statement. */
import type { Formula } from './formula.ts';
import type { Term } from './term.ts';

/** The number of terms that a statement is about, and the statement. */
export type Table = Readonly<
  Record<string, readonly [terms: number, statement: (...t: readonly Term[]) => Formula]>
>;
