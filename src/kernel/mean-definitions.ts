/**
 * What each mean function is the mean of. A name is a description, so that it is defined once and
 * for good; no rule but those of means looks here.
 */
import type { RandomVariable } from './random-variable.ts';
import type { Term } from './term.ts';

/** Over `random`, `body` has the mean `mean`, whose arguments are variables; that is `value`. */
export interface MeanDefinition {
  readonly random: readonly RandomVariable[];
  readonly body: Term;
  readonly mean: Term;
  readonly value: Term;
}

const defined = new Map<string, MeanDefinition>();
/** Defines it, unless it is: the first definition stays. */
export const defineMean = (name: string, make: () => MeanDefinition): MeanDefinition => {
  const known = defined.get(name) ?? Object.freeze(make());
  defined.set(name, known);
  return known;
};
export const definitionOf = (name: string): MeanDefinition | undefined => defined.get(name);
