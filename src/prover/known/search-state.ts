/**
 * One search: what may be tried, what is remembered, and what was tried. Strategies see nothing of
 * it but how to prove a side condition.
 */
import type { Formula } from '../../kernel/formula.ts';
import type { Theorem } from '../../kernel/theorem.ts';
import type { Outcome } from '../agenda/agenda.ts';
import type { Context, Prove, Prover } from './context.ts';
import type { Strategy } from './strategy.ts';

/** One attempt that came to an end. */
export interface Attempted {
  readonly goal: Formula;
  readonly known: Context;
  readonly strategy: string;
  readonly outcome: Outcome;
  /** Units of work, that of its subgoals included. */
  readonly work: number;
  /** The goals around this one: 0 for the claim. */
  readonly depth: number;
  readonly proof: Theorem | null;
}

export class Search implements Prover {
  readonly strategies: readonly Strategy[];
  readonly prove: Prove;
  /** What was proved, by goal and knowledge. */
  readonly proofs = new Map<string, Theorem>();
  /** Where nothing was left to try, by goal, knowledge and purposes. */
  readonly failures = new Set<string>();
  /** Units of work that a side condition got in vain, by goal, knowledge and purposes. */
  readonly inVain = new Map<string, number>();
  readonly tried: Attempted[] = [];
  /** Goals that are being proved, outermost first; a goal among them is a circle. */
  readonly open: string[] = [];
  /**
   * The outermost goal for which something was cut short since it was last looked at: a circle, or
   * goals nested too deep, which count for all.
   */
  cut = Infinity;
  constructor(strategies: readonly Strategy[], prove: Prove) {
    [this.strategies, this.prove] = [strategies, prove];
  }
}

/** The search that a context belongs to. */
export function searchOf({ search }: Context): Search {
  if (search instanceof Search) return search;
  throw new TypeError('a context without a search');
}
