/** The table of hypotheses for which points can be built directly. */
import type { Declaration, Formula } from '../../language/ast.ts';
import { commuting } from './commuting.ts';
import { curvature } from './curvature.ts';
import { grams } from './grams.ts';
import { kernels } from './kernels.ts';
import { ranks } from './ranks.ts';
import type { Familiar, Recogniser } from './recogniser.ts';
import { smallness } from './smallness.ts';

const recognisers: readonly Recogniser[] = [ranks, kernels, commuting, grams, smallness];

export const familiarOf = (f: Formula, declarations: readonly Declaration[]): Familiar | null => {
  if (f.kind !== 'relation') return curvature(f);
  for (const recognise of recognisers) {
    const found = recognise(f, declarations);
    if (found !== null) return found;
  }
  return null;
};
