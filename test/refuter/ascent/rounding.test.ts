/**
 * Rounding: the simplest fraction near a number, and hypotheses that hold exactly at what was
 * rounded.
 */
import { describe, expect, it } from 'vitest';
import { parseClaim } from '../../../src/language/index.ts';
import { meetsAttributes } from '../../../src/networks/declared.ts';
import { trialDice } from '../../../src/networks/dice.ts';
import { ratio } from '../../../src/numbers/rational.ts';
import { rationals } from '../../../src/numbers/rationals.ts';
import { planOf } from '../../../src/refuter/ascent/plan.ts';
import { exactly, nearby, roundings } from '../../../src/refuter/ascent/rounding.ts';
import { startOf } from '../../../src/refuter/ascent/starts.ts';
import { hypothesisTruth } from '../../../src/refuter/outcome.ts';
import { prepare } from '../../../src/refuter/prepared.ts';

describe('the simplest fraction near a number', () => {
  it('is the one of least denominator', () => {
    expect(nearby(Math.PI, 0.002)).toEqual(ratio(22n, 7n));
    expect(nearby(-0.3333, 0.001)).toEqual(ratio(-1n, 3n));
    expect(nearby(0.0004, 0.001)).toEqual(0);
    expect(nearby(2.0001, 0.001)).toEqual(2);
  });
});

const claims = [
  'A: n×n psd; B: n×n symmetric |- A = B',
  'Q: n×n orthogonal; R: n×n symmetric orthogonal; u: n unit |- Q u = u',
  'P: n×n projector; S: n×n symmetric projector |- P = S',
  'A, B: n×n psd; A >>= B |- A = B',
  'A, B: n×n symmetric; A <<= B; x, y: n; y = A x |- x = y',
  'S: n×n antisymmetric; D: n×n diagonal; L: n×n lower; s: scalar nonnegative |- S = s D L',
];

describe('a rounded point', () => {
  it.each(claims)('meets what is built in, exactly: %s', (text) => {
    const claim = parseClaim(text);
    const goal = prepare(claim)[0]?.goal;
    if (goal === undefined) throw new Error('no goal');
    const plan = planOf(goal, new Map([['n', 3]]), { rank: 1, flips: 5 });
    if (plan === null) throw new Error('no plan');
    const x = startOf(trialDice(3, 7), plan.blocks);
    let count = 0;
    for (const rounded of roundings([x], plan.blocks)) {
      if (count++ > 8) break;
      let at;
      try {
        at = plan.point(rationals, exactly(rounded));
      } catch {
        // a projector onto columns that were rounded to 0
        continue;
      }
      for (const d of goal.declarations) {
        const value = at.values.get(d.name);
        expect(value !== undefined && meetsAttributes(value, d.attributes)).toBe(true);
      }
      for (const h of plan.met) expect(hypothesisTruth(h, at)).toBe(true);
    }
    expect(count).toBeGreaterThan(4);
  });
});
