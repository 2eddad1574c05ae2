// Slices of a stream, cut anywhere and merged in any order, count what one run counts, and find
// what it finds.
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { emptyResult, joinRanges, readResult } from '../../src/campaign/slice-result.ts';
import { huntOutcomeOf } from '../../src/campaign/outcome.ts';
import { sliceAt, type HuntPart, type Slice } from '../../src/campaign/plan.ts';
import { huntStateOf, newState, withResult } from '../../src/campaign/state.ts';
import { claimHash, claimText, parseClaim } from '../../src/language/index.ts';
import { makeWitness } from '../../src/records/witness.ts';
import { searchSync, type CoveredResult } from '../../src/refuter/index.ts';
import { planWith } from './parts.ts';

const claims: readonly (readonly [string, string, number])[] = [
  [
    'survives, with climbs and screened blocks',
    'A, B: n×n psd |- tr(A B A B) <= tr(A^2 B^2)',
    2300,
  ],
  ['is refuted late', 'A: n×n |- det(A)^2 < 40', 600],
  ['cannot be decided everywhere', 'x: n; y: n |- exp(|x|) + exp(|y|) != 7', 300],
  ['meets its hypotheses rarely', "x: n |- |x|^2 = 3 => x' x = 3", 300],
  ['has hypotheses without sizes', 'A: n×n invertible antisymmetric; n = 1 |- A = A', 100],
];

const slow = { time: Number.POSITIVE_INFINITY, seed: 1 };

test.each(claims)('a claim that %s', (_, text, points) => {
  const claim = parseClaim(text);
  const whole = searchSync(claim, { ...slow, to: points });
  const part: HuntPart = {
    kind: 'hunt',
    key: 'h',
    id: null,
    claim: claimText(claim),
    hash: claimHash(claim),
    seed: 1,
    points,
    slice: Math.ceil(points / 7),
    declared: null,
  };
  const foundAt = ({ counterexample, position }: CoveredResult) =>
    counterexample === null
      ? null
      : {
          position,
          witness: makeWitness(null, part.claim, part.hash, counterexample, {
            seed: 1,
            version: '0',
          }),
        };
  const done = (index: number) => {
    const slice = sliceAt(part, index) as Extract<Slice, { kind: 'hunt' }>;
    let result = emptyResult(slice);
    // as a worker cuts a slice, at places that depend on the clock
    const middle = slice.from + 1 + ((index * 31) % Math.max(1, slice.to - slice.from - 1));
    for (const [from, to] of [
      [slice.from, middle],
      [middle, slice.to],
    ] as const) {
      const found = searchSync(claim, { ...slow, from, to });
      result = joinRanges(result, { counts: found.counts, found: foundAt(found) });
      if (result.found !== null) break;
    }
    // as it comes through Redis
    return readResult(JSON.parse(JSON.stringify(result)), slice);
  };
  const results = Array.from({ length: 7 }, (_, i) => done(i));
  fc.assert(
    fc.property(fc.shuffledSubarray(results, { minLength: 7 }), (order) => {
      const state = order.reduce(
        (all, one) => withResult(all, part, one),
        newState(planWith(part)),
      );
      const outcome = huntOutcomeOf(part, huntStateOf(state, part));
      expect(outcome.counts).toEqual(whole.counts);
      expect(outcome.verdict).toBe(whole.verdict);
      expect(outcome.reason).toBe(whole.reason);
      expect(outcome.found).toEqual(JSON.parse(JSON.stringify(foundAt(whole))));
    }),
    { numRuns: 20 },
  );
});
