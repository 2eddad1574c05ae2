/** Plans and results for the tests of campaigns, made without a search. */
import type { Part, Plan } from '../../src/campaign/plan.ts';
import { planOf } from '../../src/campaign/plan.ts';
import type { HuntResult, SliceResult } from '../../src/campaign/slice-result.ts';
import { claimHash, claimText, parseClaim } from '../../src/language/index.ts';
import { noCounts } from '../../src/records/hunt-record.ts';
import { makeWitness } from '../../src/records/witness.ts';
import { searchSync } from '../../src/refuter/index.ts';

const claim = parseClaim('A, B: n×n |- A B = B A');
export const text = claimText(claim);
export const hash = claimHash(claim);

export const huntPart = (key: string, points: number, slice: number): Part => ({
  kind: 'hunt',
  key,
  id: null,
  claim: text,
  hash,
  seed: 1,
  points,
  slice,
  declared: null,
});

export const experimentPart = (key: string, units: number, slices: number): Part => ({
  kind: 'experiment',
  key,
  id: key,
  statement: 'A coin is fair.',
  file: 'properties/demo.ts',
  source: 'none',
  form: 'short',
  seed: 1,
  units: Array.from({ length: units }, (_, i) => `toss ${i}`),
  slices,
});

export const planWith = (...parts: Part[]): Plan => planOf('demo', '0.0.0+test', parts);

const counterexample = searchSync(claim, { time: Number.POSITIVE_INFINITY, seed: 1, to: 100 })
  .counterexample as NonNullable<ReturnType<typeof searchSync>['counterexample']>;

/** Counts that tell which slices are in them, and in which order they were added. */
export const huntResult = (part: string, index: number, position: number | null): HuntResult => ({
  kind: 'hunt',
  part,
  index,
  counts: {
    ...noCounts,
    run: 10 + index,
    met: 1,
    admitted: 1,
    why: `slice ${index}`,
    nearest: { violation: -((index * 7) % 11), sizes: { n: index } },
    coverage: { [`class ${index % 3}`]: index },
  },
  found:
    position === null
      ? null
      : {
          position,
          witness: makeWitness(null, text, hash, counterexample, { seed: 1, version: '0' }),
        },
});

export const unitsResult = (
  part: string,
  index: number,
  units: readonly string[],
): SliceResult => ({
  kind: 'experiment',
  part,
  index,
  samples: Object.fromEntries(units.map((unit) => [unit, unit.length])),
});
