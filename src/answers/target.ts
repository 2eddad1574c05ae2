/** What a derivative is taken by, and the error where no rule gives the derivative. */
import type { Index } from '../language/ast.ts';

/** The variable of a derivative. */
export interface Target {
  readonly name: string;
  readonly index: Index | null;
  /** Declared activations, which act entry by entry. */
  readonly activations: ReadonlySet<string>;
}

/** There is no rule for a part of the expression; another way of answering may know one. */
export class NoRule extends Error {}
