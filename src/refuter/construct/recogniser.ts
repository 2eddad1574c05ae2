/** One kind of hypothesis for which points can be built directly. */
import type { Declaration, Expr, Formula } from '../../language/ast.ts';
import type { Assignment } from '../../evaluate/assignment.ts';
import type { Dice } from '../../networks/dice.ts';
import type { Q } from '../../numbers/rational.ts';

/**
 * Builds points that meet a hypothesis of a known kind; what it answers is checked like any other
 * point.
 */
export interface Familiar {
  /** For reading, as `rank(A) = r`. */
  readonly kind: string;
  /**
   * The point moved onto the hypothesis; null where it cannot be at these sizes. Throws as
   * evaluation does.
   */
  build(random: Dice, at: Assignment<Q>): Assignment<Q> | null;
}

/**
 * One kind of hypothesis: the way to build points for a formula of that kind, null for any other
 * formula.
 */
export type Recogniser = (
  relation: Extract<Formula, { readonly kind: 'relation' }>,
  declarations: readonly Declaration[],
) => Familiar | null;

/** The declaration an expression names: a variable that is not a family. */
export const declared = (e: Expr, declarations: readonly Declaration[]): Declaration | null => {
  if (e.kind !== 'variable' || e.index !== null) return null;
  return (
    declarations.find((d) => d.name === e.name && d.family === null && d.type.kind === 'tensor') ??
    null
  );
};
