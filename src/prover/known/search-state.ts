/**
 * One search as the strategies in it see it: what may be tried, what is remembered, and what was
 * tried.
 */
import type { Formula } from '../../kernel/formula.ts';
import type { Theorem } from '../../kernel/theorem.ts';
import type { Outcome } from '../agenda/agenda.ts';
import type { Context } from './context.ts';
import type { Prove, Strategy } from './strategy.ts';

/** One attempt that came to an end. */
export interface Attempted {
  readonly goal: Formula;
  readonly known: Context;
  readonly strategy: string;
  readonly outcome: Outcome;
  /** Units of work, that of its subgoals included. */
  readonly work: number;
  /** Asks between the claim and this goal. */
  readonly depth: number;
  readonly proof: Theorem | null;
}

export interface Search {
  readonly strategies: readonly Strategy[];
  /**
   * What was proved, and the least depth at which nothing was left to try, by goal and knowledge.
   */
  readonly proofs: Map<string, Theorem>;
  readonly failures: Map<string, number>;
  readonly tried: Attempted[];
  /** Goals that are being proved on the spot, outermost first; a goal among them is a circle. */
  readonly open: string[];
  /** The outermost goal at which a circle was cut since it was last looked at. */
  cut: number;
  /** Proves a side condition on the spot. */
  readonly prove: Prove;
}
