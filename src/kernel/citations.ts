/**
 * Theorems of analysis and perturbation theory that are taken from the literature: each with its
 * exact hypotheses and its source. A theorem that rests on one names it among its axioms, and so
 * does whatever rests on that.
 */
import type { Term } from './term.ts';
import type { Formula } from './formula.ts';
import { decompositions } from './citations/decompositions.ts';
import { determinantInequalities } from './citations/determinant-inequalities.ts';
import { matrixInequalities } from './citations/matrix-inequalities.ts';
import { perturbations } from './citations/perturbations.ts';

export interface Citation {
  readonly source: string;
  /** The statement for given terms; throws `KernelError` where their shapes do not fit. */
  readonly statement: (...terms: readonly Term[]) => Formula;
}

const citations: ReadonlyMap<string, Citation> = new Map<string, Citation>([
  ...perturbations,
  ...decompositions,
  ...matrixInequalities,
  ...determinantInequalities,
]);

export const citationNamed = (name: string): Citation | undefined => citations.get(name);
export const citationNames = (): string[] => [...citations.keys()];
