/** What a derivative is taken by, and the error where no rule gives the derivative. */
import type { Index } from '../language/ast.ts';

/** The variable of a derivative. */
export interface Target {
  readonly name: string;
  readonly index: Index | null;
  /** Declared activations, which act entry by entry. */
  readonly activations: ReadonlySet<string>;
}

/** No rule gives the derivative of a part; another way of answering may have one. */
export class NoRule extends Error {}
