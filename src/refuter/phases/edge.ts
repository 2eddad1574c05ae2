/** Edge-case points: every class of matrices in turn. */
import type { Assignment } from '../../evaluate/assignment.ts';
import { drawClaimSizes, drawValues } from '../../networks/assignments.ts';
import type { Dice } from '../../networks/dice.ts';
import { matrixClasses } from '../../networks/spectra.ts';
import type { Q } from '../../numbers/rational.ts';
import type { Prepared } from '../prepared.ts';

const rounds = 4;

/** How many edge cases there are. */
export const edgeCount = rounds * matrixClasses.length;

/**
 * Every class of matrices in turn, all variables of one class, in small numbers; null where no
 * sizes fit.
 */
export const edgePoint = (
  { claim, goal }: Prepared,
  random: Dice,
  i: number,
): Assignment<Q> | string | null => {
  const kind = matrixClasses[i % matrixClasses.length] ?? null;
  const sizes = drawClaimSizes(random, claim, goal.declarations);
  if (sizes === null) return null;
  const values = drawValues(random, goal.declarations, sizes, {
    style: i < 2 * matrixClasses.length ? 'tiny' : 'small',
    kind,
    exactly: true,
  });
  return typeof values === 'string' ? values : { dims: sizes, values };
};
