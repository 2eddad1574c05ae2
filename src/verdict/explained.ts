/** A counterexample explained: at the point, and what is known beyond it. */
import { parseClaim } from '../language/index.ts';
import { bounded, unitsPerMillisecond } from '../numbers/counted-work.ts';
import { explain, type Explanation } from '../refuter/index.ts';
import { refutedInGeneral } from './refuted-in-general.ts';
import type { Verdict } from './verdict.ts';

/** Units of work for the point: half a second's worth. */
const atPoint = 500 * unitsPerMillisecond;
/** Units of work for each part of what is known beyond it. */
const beyond = 150 * unitsPerMillisecond;

type Refuted = Pick<Verdict, 'claim' | 'counterexample'>;
/** An outer bound: true once a user's time is over. */
type Late = { readonly late?: () => boolean };

/** At the point alone; null where there is no counterexample, or where it takes too much work. */
export function explainedAtPoint(
  { claim, counterexample }: Refuted,
  late: Late = {},
): Explanation | null {
  if (counterexample === null) return null;
  return bounded(
    { work: atPoint, ...late },
    () => explain(parseClaim(claim), counterexample),
    null,
  );
}

/** At the point and beyond it; null as above. */
export function explained(refuted: Refuted, late: Late = {}): Explanation | null {
  const { claim, counterexample } = refuted;
  const at = explainedAtPoint(refuted, late);
  if (at === null || counterexample === null) return null;
  const parsed = parseClaim(claim);
  const more = refutedInGeneral.flatMap((part) =>
    bounded({ work: beyond, ...late }, () => part(parsed, counterexample), []),
  );
  return { ...at, reasons: [...at.reasons, ...more] };
}
