/** Random points of a claim. */
import type { Assignment } from '../../evaluate/assignment.ts';
import { drawClaimSizes, drawManner, drawValues } from '../../networks/assignments.ts';
import type { Dice } from '../../networks/dice.ts';
import type { Q } from '../../numbers/rational.ts';
import type { Prepared } from '../prepared.ts';

/**
 * One random point; the name of the declaration whose attributes could not be met, or null where no
 * sizes fit.
 */
export const randomPoint = (prepared: Prepared, random: Dice): Assignment<Q> | string | null => {
  const sizes = drawClaimSizes(random, prepared.claim, prepared.goal.declarations);
  if (sizes === null) return null;
  const values = drawValues(random, prepared.goal.declarations, sizes, drawManner(random));
  return typeof values === 'string' ? values : { dims: sizes, values };
};
