/** Why a claim is not proved, with the facts that are nearest to it and a proof from them. */
import type { Claim } from '../language/index.ts';
import { instancesFor, type Instance } from '../prover/matching-facts.ts';
import { proofByFacts } from './proofs-by-facts.ts';
import { whyOpen, type NearFact, type Why, type WhyOptions } from './why.ts';

/** How many facts are looked at, how many are shown, and how long one may be that is shown. */
const looks = { most: 12, shown: 3, longest: 160 };

const nearFacts = (instances: readonly Instance[]): readonly NearFact[] =>
  instances
    .slice(0, looks.most)
    .filter(({ statement }) => statement.length <= looks.longest)
    .slice(0, looks.shown)
    .map(({ reason, statement }) => ({ reason, statement }));

/** Looks for a proof once more, and says what was missing. */
export function whyNot(claim: Claim, options: WhyOptions = {}): Why {
  const why = whyOpen(claim, options);
  if (why.stop === 'proved' || why.stop === 'not expressible') return why;
  const instances = instancesFor(claim);
  return { ...why, proof: proofByFacts(claim, instances), facts: nearFacts(instances) };
}
