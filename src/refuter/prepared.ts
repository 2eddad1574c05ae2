/** A goal prepared for many trials. */
import type { Claim } from '../language/ast.ts';
import type { Assignment } from '../evaluate/assignment.ts';
import type { Q } from '../numbers/rational.ts';
import { complete } from '../language/definedness/complete.ts';
import { chainsIn, type Chains } from './construct/chains.ts';
import { edgeOf, equationOf, type Equation } from './construct/equations.ts';
import { familiarOf } from './construct/familiar.ts';
import type { Familiar } from './construct/recogniser.ts';
import { rooted } from './construct/roots.ts';
import { goalsOf, type Goal } from './goals.ts';

/** A goal made ready for many trials. */
export interface Prepared {
  /** Completed: its conditions of definedness are written out. */
  readonly claim: Claim;
  readonly goal: Goal;
  /** For each hypothesis its equation, null where it is not one. */
  readonly equations: readonly (Equation | null)[];
  /**
   * For each hypothesis how points that meet it are built, null where it is of no familiar kind.
   */
  readonly familiar: readonly (Familiar | null)[];
  /**
   * Where a strict conclusion just fails, as an equation: `a != b` and `a < b` fail where a = b.
   */
  readonly edge: Equation | null;
  /** Is there a hypothesis that a point can be moved onto? */
  readonly solvable: boolean;
  /** Chains of inequalities between scalars among the hypotheses; null where there are none. */
  readonly chains: Chains | null;
  /**
   * Where this is the goal of a claim about roots of matrices: the given claim, completed, and its
   * point.
   */
  readonly rooted?: Rooted;
}

/** The given claim, for a goal about roots of its matrices. */
export interface Rooted {
  readonly claim: Claim;
  /** Has every root become a whole power? */
  readonly isWhole: boolean;
  back(at: Assignment<Q>): Assignment<Q>;
}

export const prepare = (given: Claim): Prepared[] => {
  const { claim } = complete(given);
  return goalsOf(claim).map((goal) => {
    const equations = goal.hypotheses.map(equationOf);
    const familiar = goal.hypotheses.map((h) => familiarOf(h, goal.declarations));
    return {
      claim,
      goal,
      equations,
      familiar,
      edge: edgeOf(goal.conclusion),
      chains: chainsIn(goal.hypotheses, goal.declarations),
      solvable: equations.some((e) => e !== null) || familiar.some((f) => f !== null),
    };
  });
};

/**
 * The goals that a search tries: of the claim, and of the same claim about roots of its matrices.
 */
export const prepareSearch = (given: Claim): Prepared[] => {
  const own = prepare(given);
  const other = rooted(given);
  if (other === null) return own;
  const { claim } = complete(given);
  const stands: Rooted = { claim, isWhole: other.isWhole, back: other.back };
  return [...own, ...prepare(other.claim).map((p) => ({ ...p, rooted: stands }))];
};
