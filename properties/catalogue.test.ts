/** The claims put to the search, under fast-check and under the search itself. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { decide } from '../src/evaluate/decide.ts';
import { claimText, parseClaim } from '../src/language/index.ts';
import { mapAssignment } from '../src/evaluate/lift.ts';
import type { Assignment } from '../src/evaluate/assignment.ts';
import type { Formula } from '../src/language/ast.ts';
import { brackets } from '../src/numbers/bracket.ts';
import { Unsupported } from '../src/numbers/field.ts';
import { rationals } from '../src/numbers/rationals.ts';
import { fromRational, type Q } from '../src/numbers/rational.ts';
import { searchSync } from '../src/refuter/index.ts';
import { attacksOn } from '../test/properties/attack.ts';
import { largestInteger } from '../test/properties/size-of-point.ts';
import capacity from './capacity.ts';
import dnfa from './dnfa.ts';
import hessian from './hessian.ts';
import pdlt from './pdlt.ts';
import submersion from './submersion.ts';

/**
 * Sizes and the largest integer of the witness that the literature, or a note, gives: no found one
 * may be larger.
 */
const toBeat: Readonly<
  Record<string, { readonly dims: Readonly<Record<string, number>>; readonly integer: number }>
> = {
  'dnfa/naive-chain-rule': { dims: { m: 1, n: 1 }, integer: 1 },
  'dnfa/cancellation-unconditional': { dims: { m: 1, n: 1 }, integer: 2 },
  'dnfa/cancellation-narrow-to-wide': { dims: { m: 2, n: 1 }, integer: 5 },
  'dnfa/half-power-isotropy': { dims: { n: 2 }, integer: 4 },
  'dnfa/shared-eigenvectors': { dims: { n: 2 }, integer: 16 },
  'dnfa/approximate-without-conditioning': { dims: { n: 2 }, integer: 4 },
  'dnfa/top-vector-without-two': { dims: { n: 2 }, integer: 4 },
  'dnfa/gapless-vectors': { dims: { n: 2 }, integer: 200 },
  'dnfa/variance-means-second-moment': { dims: { n: 1, N: 1 }, integer: 1 },
  'dnfa/tight-frame-nonsymmetric': { dims: { m: 2 }, integer: 1 },
  'hessian/local-minimum-form': { dims: { N: 1, k: 1 }, integer: 2 },
  'hessian/multiple-of-gram': { dims: { N: 2, k: 2 }, integer: 2 },
  'hessian/rank-semidefinite': { dims: { k: 2, n: 1 }, integer: 4 },
  'hessian/rank-indefinite': { dims: { k: 2, n: 1 }, integer: 1 },
  'dnfa/linear-exponent-one': { dims: { L: 2, 'd[0]': 2, 'd[1]': 2, 'd[2]': 2 }, integer: 2 },
  'dnfa/power-one-more': { dims: { L: 1, 'd[0]': 1, 'd[1]': 1 }, integer: 2 },
  'dnfa/one-exponent-fits-all-layers': { dims: { n: 2, L: 3 }, integer: 2 },
  'dnfa/balance-relu': { dims: { k: 1, m: 2, n: 2 }, integer: 1 },
  'dnfa/stationary-off-critical-points': { dims: { m: 1, n: 2 }, integer: 1 },
  'dnfa/weights-from-function': { dims: { k: 1, m: 1, n: 1 }, integer: 2 },
  'dnfa/output-map-invariance': { dims: { n: 2 }, integer: 2 },
  'dnfa/zero-loss-implies-ansatz': { dims: { m: 2, n: 2 }, integer: 1 },
  'dnfa/loss-gradients': { dims: { n: 1, N: 1 }, integer: 1 },
  'hessian/flat-off-interpolation': { dims: { N: 1, k: 1 }, integer: 2 },
  'hessian/softmax-hessian-without-mass': { dims: { k: 2 }, integer: 1 },
  'hessian/smooth-diagonal': { dims: { p: 1, k: 1 }, integer: 2 },
  'submersion/dimension-from-rank-at-a-point': { dims: { N: 1 }, integer: 1 },
  'submersion/manifold-implies-onto': { dims: { n: 1 }, integer: 1 },
  'submersion/low-rank-means-information-loss': { dims: {}, integer: 2 },
  'submersion/singular-level-set': { dims: {}, integer: 1 },
  'submersion/merged-inputs-mean-low-rank': { dims: { n: 2 }, integer: 1 },
  'submersion/loss-implies-behaviour': { dims: { N: 2, k: 2 }, integer: 1 },
  'submersion/equal-loss-of-two-networks': { dims: { k: 1, m: 1, n: 1, N: 1 }, integer: 2 },
  'submersion/low-rank-of-live-weights': { dims: {}, integer: 2 },
};

const members = [dnfa, hessian, submersion].flatMap((f) =>
  f.members.map((m) => ({ ...m, id: `${f.name}/${m.name}` })),
);
const refuted = members.filter((m) => m.expect === 'refuted');
const survived = members.filter((m) => m.expect === 'survived' || m.expect === 'proved');

/** By rationals, or where exp and its like are irrational by certified brackets. */
function truth(formula: Formula, point: Assignment<Q>): boolean | null {
  try {
    return decide(formula, rationals, point);
  } catch (error) {
    if (!(error instanceof Unsupported)) throw error;
    return decide(formula, brackets(64), point);
  }
}

test('every claim declared refuted has a witness to beat', () => {
  expect(refuted.filter((m) => !(m.id in toBeat)).map((m) => m.id)).toEqual([]);
});

describe.each(refuted)('$id', ({ id, claim: text }) => {
  const claim = parseClaim(text);

  test('fast-check finds a point against it', () => {
    const runs = attacksOn(claim).map(({ property }) =>
      fc.check(property, { seed: 7, numRuns: 3000, endOnFailure: true }),
    );
    const failed = runs.filter((r) => r.failed);
    expect(failed.length).toBeGreaterThan(0);
    for (const r of failed) expect(String(r.errorInstance)).toContain('returning false');
  });

  test.each([1, 2, 3])(
    'is refuted from seed %i by a witness no larger than the known one',
    (seed) => {
      const found = searchSync(claim, { time: 10_000, seed, trials: 50_000 });
      expect(found.verdict, found.reason ?? claimText(claim)).toBe('refuted');
      const at = found.counterexample?.at;
      if (!at) throw new Error('refuted without a counterexample');
      const { dims, integer } = toBeat[id] ?? { dims: {}, integer: 0 };
      for (const [name, size] of at.dims) expect(size, name).toBeLessThanOrEqual(dims[name] ?? 0);
      expect(largestInteger(at)).toBeLessThanOrEqual(integer);
      const point = mapAssignment(at, fromRational);
      for (const h of claim.hypotheses) expect(truth(h, point)).toBe(true);
      expect(truth(claim.conclusion, point)).toBe(false);
    },
  );
});

describe.each(survived)('$id', ({ claim }) => {
  test.each(attacksOn(parseClaim(claim)))(
    '$name holds wherever its hypotheses do',
    ({ property, met }) => {
      fc.assert(property, { seed: 7, numRuns: 100 });
      expect(met()).toBeGreaterThan(0);
    },
  );
});

/**
 * Claims on means, and claims whose ten equations only the search itself can meet: sizes of the
 * known witnesses.
 */
const means = [capacity, pdlt].flatMap((f) =>
  f.members.map((m) => ({ ...m, id: `${f.name}/${m.name}` })),
);
const largest: Readonly<Record<string, Readonly<Record<string, number>>>> = {
  'capacity/unmatched-index-any-mean': {},
  'capacity/uncorrelated-is-enough': { N: 8 },
  'capacity/quadratic-loss-any-mean': { n: 1 },
  'capacity/squares-for-products': { n: 2 },
  'capacity/loss-is-the-squared-difference': { n: 1, d: 1 },
  'capacity/capacity-bound-less-one': { n: 1, d: 1 },
  'pdlt/truncated-exact': { n: 5 },
  'pdlt/infinite-width-learns-nothing': { n: 2, d: 2 },
  'pdlt/one-step-solution-nonlinear': { N: 1, k: 1 },
};

test.each(means.filter((m) => m.expect === 'refuted'))(
  '$id is refuted at sizes no larger than known ones',
  ({ id, claim }) => {
    for (const seed of [1, 2, 3]) {
      const found = searchSync(parseClaim(claim), { time: 10_000, seed });
      expect(found.verdict, found.reason ?? claim).toBe('refuted');
      for (const [name, size] of found.counterexample?.at.dims ?? [])
        expect(size, name).toBeLessThanOrEqual(largest[id]?.[name] ?? 0);
    }
  },
);
