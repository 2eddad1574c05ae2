// States of a campaign: results count once, in any order, and as one run would count them.
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { doneIn, firstOpen, has, total } from '../../src/campaign/blocks.ts';
import { huntOutcomeOf } from '../../src/campaign/outcome.ts';
import { sliceAt, type ExperimentPart, type HuntPart } from '../../src/campaign/plan.ts';
import {
  experimentStateOf,
  huntStateOf,
  joinStates,
  newState,
  UnequalResults,
  withLoss,
  withoutLosses,
  withResult,
  type CampaignState,
} from '../../src/campaign/state.ts';
import { readState, stateText } from '../../src/campaign/state-text.ts';
import { canonicalJson } from '../../src/records/checksum.ts';
import { experimentPart, huntPart, huntResult, planWith, unitsResult } from './parts.ts';

const slices = 37;
const hunt = huntPart('h', slices * 10, 10) as HuntPart;
const coin = experimentPart('c', 11, 4) as ExperimentPart;
const plan = planWith(hunt, coin);
const empty = newState(plan);

type Step = { readonly slice: number } | { readonly units: number } | { readonly lost: number };

/** Counterexamples stand at the slices that are named, at a place of their own in each. */
const after = (steps: readonly Step[], found: readonly number[] = []): CampaignState =>
  steps.reduce((state, step) => {
    if ('lost' in step) return withLoss(state, hunt, step.lost, `slice ${step.lost} is lost`);
    if ('slice' in step) {
      const { slice } = step;
      const position = found.includes(slice) ? slice * 10 + (slice % 10) : null;
      return withResult(state, hunt, huntResult('h', slice, position));
    }
    const { units } = sliceAt(coin, step.units) as Extract<
      ReturnType<typeof sliceAt>,
      { kind: 'experiment' }
    >;
    return withResult(state, coin, unitsResult('c', step.units, units));
  }, empty);

const step = fc.oneof(
  { weight: 4, arbitrary: fc.record({ slice: fc.nat({ max: slices - 1 }) }) },
  { weight: 1, arbitrary: fc.record({ units: fc.nat({ max: coin.slices - 1 }) }) },
  { weight: 1, arbitrary: fc.record({ lost: fc.nat({ max: slices - 1 }) }) },
);
const steps = fc.array(step, { maxLength: 60 });
const found = fc.array(fc.nat({ max: slices - 1 }), { maxLength: 3 });
const same = (a: CampaignState, b: CampaignState): void => {
  expect(canonicalJson(a)).toBe(canonicalJson(b));
};
const everything: Step[] = Array.from({ length: slices }, (_, slice) => ({ slice }));
const shuffled = <T>(list: readonly T[]) =>
  fc.shuffledSubarray([...list], { minLength: list.length });

describe('a state', () => {
  test('is the same in whatever order results come, and however often', () => {
    fc.assert(
      fc.property(
        steps.chain((all) => fc.tuple(fc.constant(all), shuffled([...all, ...all]))),
        found,
        ([all, other], where) => same(after(other, where), after(all, where)),
      ),
    );
  });
  test('joins in any order and any number of times', () => {
    fc.assert(
      fc.property(steps, steps, steps, found, (a, b, c, where) => {
        const [x, y, z] = [after(a, where), after(b, where), after(c, where)];
        const join = (s: CampaignState, t: CampaignState): CampaignState => joinStates(plan, s, t);
        same(join(x, y), join(y, x));
        same(join(join(x, y), z), join(x, join(y, z)));
        same(join(x, x), x);
        same(join(x, y), after([...a, ...b], where));
      }),
    );
  });
  test('counts each slice once, as one run does', () => {
    fc.assert(
      fc.property(shuffled(everything), (order) => {
        const { blocks } = huntStateOf(after(order), hunt);
        const counts = total(blocks);
        expect(doneIn(blocks)).toBe(slices);
        expect(counts.run).toBe((slices * (slices - 1)) / 2 + 10 * slices);
        expect(counts.why).toBe('slice 0');
        // 37 = 32 + 4 + 1
        expect(Object.keys(blocks)).toHaveLength(3);
      }),
    );
  });
  test('keeps what comes before the first counterexample, and that alone', () => {
    fc.assert(
      fc.property(shuffled(everything), fc.nat({ max: 36 }), fc.nat({ max: 36 }), (order, a, b) => {
        const state = huntStateOf(after(order, [a, b]), hunt);
        const first = Math.min(a, b);
        const { counts, verdict, isFirst, slices: cut } = huntOutcomeOf(hunt, state);
        expect(state.found?.position).toBe(first * 10 + (first % 10));
        expect(counts.run).toBe((first * (first + 1)) / 2 + 10 * (first + 1));
        expect([verdict, isFirst, cut.done, cut.of]).toEqual([
          'refuted',
          true,
          first + 1,
          first + 1,
        ]);
      }),
    );
  });
  test('says where it is open, and which counterexample may yet be preceded', () => {
    const state = huntStateOf(after([{ slice: 0 }, { slice: 3 }], [3]), hunt);
    expect(firstOpen(state.blocks)).toBe(1);
    expect(has(state.blocks, 3)).toBe(true);
    expect(huntOutcomeOf(hunt, state)).toMatchObject({
      verdict: 'refuted',
      isFirst: false,
      slices: { done: 2, of: 4 },
      complete: 10,
    });
  });
  test('gives up where a slice is lost, and does not once it is done after all', () => {
    const lossy = after([...everything.filter((_, i) => i !== 5), { lost: 5 }]);
    expect(huntOutcomeOf(hunt, huntStateOf(lossy, hunt))).toMatchObject({
      verdict: 'gave-up',
      reason: expect.stringContaining('slice 5 is lost'),
    });
    expect(huntOutcomeOf(hunt, huntStateOf(withoutLosses(lossy), hunt)).verdict).toBe('hunting');
    same(withResult(lossy, hunt, huntResult('h', 5, null)), after(everything));
  });
  test('does not hold two samples of one unit that differ', () => {
    const state = after([{ units: 0 }]);
    const [unit = ''] = Object.keys(experimentStateOf(state, coin).samples);
    const other = { kind: 'experiment', part: 'c', index: 0, samples: { [unit]: -1 } } as const;
    expect(() => withResult(state, coin, other)).toThrow(UnequalResults);
    expect(() => joinStates(plan, state, withResult(empty, coin, other))).toThrow(UnequalResults);
  });
  test('is read as it was written, and not where it was damaged or is of another plan', () => {
    fc.assert(
      fc.property(steps, found, (all, where) => {
        const state = after(all, where);
        same(readState(stateText(state), plan), state);
      }),
      { numRuns: 20 },
    );
    const written = stateText(after(everything));
    expect(() => readState(written.replace('"run":', '"run":1'), plan)).toThrow('checksum');
    expect(() => readState(written, planWith(hunt))).toThrow('another text of its file');
    expect(() => readState(written.slice(0, 99), plan)).toThrow('not JSON');
  });
});
