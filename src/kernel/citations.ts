/** Theorems of analysis and perturbation theory that are taken from the literature: each with its exact hypotheses and its source. */
import type { Term } from './term.ts';
import type { Formula } from './formula.ts';

export interface Citation {
  readonly source: string;
  /** The statement for given terms; throws `KernelError` where their shapes do not fit. */
  readonly statement: (...terms: readonly Term[]) => Formula;
}

export const citations: ReadonlyMap<string, Citation> = new Map();
