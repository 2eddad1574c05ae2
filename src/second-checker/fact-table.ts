/** A table of facts: each name with the statement that it stands for. */
import type { Formula } from './formula.ts';
import type { Term } from './term.ts';

/** The number of terms that a statement is about, and the statement. */
export type Table = Readonly<
  Record<string, readonly [terms: number, statement: (...t: readonly Term[]) => Formula]>
>;
