import type { Claim } from '../language/ast.ts';
import { equationOf, type Equation } from './construct/equations.ts';
import { goalsOf, type Goal } from './goals.ts';

/** A goal made ready for many trials. */
export interface Prepared {
  readonly claim: Claim;
  readonly goal: Goal;
  /** For each hypothesis its equation, null where it is none. */
  readonly equations: readonly (Equation | null)[];
  /** Pairs `hypothesis:name` that were seen not to be affine. */
  readonly nonlinear: Set<string>;
  /** How often each hypothesis was the one that failed. */
  readonly failures: number[];
}

export const prepare = (claim: Claim): Prepared[] =>
  goalsOf(claim).map((goal) => ({
    claim,
    goal,
    equations: goal.hypotheses.map(equationOf),
    nonlinear: new Set<string>(),
    failures: goal.hypotheses.map(() => 0),
  }));
