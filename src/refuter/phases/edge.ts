import type { Assignment } from '../../evaluate/assignment.ts';
import { drawClaimSizes, drawValues } from '../../networks/assignments.ts';
import { trialDice } from '../../networks/dice.ts';
import { matrixClasses } from '../../networks/spectra.ts';
import type { Q } from '../../numbers/rational.ts';
import type { Prepared } from '../prepared.ts';

/** Every class of matrices in turn, in small numbers, at a few sizes each. */
export function* edge(prepared: Prepared, seed: number): Iterable<Assignment<Q>> {
  for (const round of [0, 1, 2]) {
    for (const [i, kind] of matrixClasses.entries()) {
      const random = trialDice(seed, 1_000_000 + round * 100 + i);
      const sizes = drawClaimSizes(random, prepared.claim, prepared.goal.declarations);
      if (sizes === null) return;
      const values = drawValues(random, prepared.goal.declarations, sizes, { style: round === 2 ? 'small' : 'tiny', kind, exactly: true });
      if (typeof values !== 'string') yield { dims: sizes, values };
    }
  }
}
