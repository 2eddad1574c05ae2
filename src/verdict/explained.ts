/** A counterexample explained: at the point, and what is known beyond it. */
import { parseClaim } from '../language/index.ts';
import { bounded, unitsPerMillisecond } from '../numbers/counted-work.ts';
import { explain, type Explanation } from '../refuter/index.ts';
import { refutedInGeneral } from './refuted-in-general.ts';
import type { Verdict } from './verdict.ts';

/** Units of work for the point: half a second's worth. */
const atPoint = 500 * unitsPerMillisecond;
/** Units of work for each part of what is known beyond it. */
const beyond = 600 * unitsPerMillisecond;

/** Null where there is no counterexample, or where explaining takes too much work. */
export function explained({
  claim,
  counterexample,
}: Pick<Verdict, 'claim' | 'counterexample'>): Explanation | null {
  if (counterexample === null) return null;
  const parsed = parseClaim(claim);
  const at = bounded({ work: atPoint }, () => explain(parsed, counterexample), null);
  if (at === null) return null;
  const more = refutedInGeneral.flatMap((part) =>
    bounded({ work: beyond }, () => part(parsed, counterexample), []),
  );
  return { ...at, reasons: [...at.reasons, ...more] };
}
