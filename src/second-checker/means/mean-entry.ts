/** What a document says of one mean: the laws, what is averaged, and its value. */
import type { Term } from '../term.ts';

/** Over `random`, `body` has the mean `mean`, whose arguments are variables; that is `value`. */
export interface MeanEntry {
  readonly random: readonly {
    readonly name: string;
    readonly shape: readonly string[];
    readonly family: number;
    readonly law: string;
    readonly params: readonly Term[];
  }[];
  readonly body: Term;
  readonly mean: Term;
  readonly value: Term;
  /** Has it no value but itself? */
  readonly isItself: boolean;
}
