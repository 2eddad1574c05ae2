/** What is remembered of a point is what would be found again, and shrinking asks nothing twice. */
import { describe, expect, it } from 'vitest';
import { parseClaim } from '../../src/language/index.ts';
import { pointWeight } from '../../src/networks/assignments.ts';
import { pointText } from '../../src/networks/point-text.ts';
import { outcomeOf } from '../../src/refuter/outcome.ts';
import { enumerate, enumerateAt } from '../../src/refuter/phases/enumerate.ts';
import { prepare, type Prepared } from '../../src/refuter/prepared.ts';
import { Remembered } from '../../src/refuter/remembered.ts';
import { shrink } from '../../src/refuter/shrink.ts';

const first = (text: string): Prepared => {
  const [prepared] = prepare(parseClaim(text));
  if (prepared === undefined) throw new Error('no goal');
  return prepared;
};
const commute = 'A, B: n×n |- A B = B A';

describe('Remembered', () => {
  it('finds once, throws again what was thrown, and keeps points and keys apart', () => {
    const [p, q] = [...enumerate(first(commute), 10)];
    if (p === undefined || q === undefined) throw new Error('no points');
    const known = new Remembered<object, number>();
    const [a, b] = [{}, {}];
    let asked = 0;
    const find = (): number => ++asked;
    expect([
      known.of(p, a, find),
      known.of(p, a, find),
      known.of(p, b, find),
      known.of(q, a, find),
    ]).toEqual([1, 1, 2, 3]);
    const fails = (): number => {
      asked++;
      throw new RangeError('no');
    };
    expect(() => known.of(q, b, fails)).toThrow(RangeError);
    expect(() => known.of(q, b, find)).toThrow(RangeError);
    expect(asked).toBe(4);
  });
});

describe('shrinking', () => {
  it('asks of no two equal points whether they violate', () => {
    const prepared = first(
      "W: n×n; Q: n×n symmetric; c: scalar positive; (W' W)^2 = c^2 W' Q W |- Q ~~ I",
    );
    const start = [...enumerate(prepared, 2400)].find((at) => {
      const o = outcomeOf(prepared.goal, at);
      return o.kind === 'met' && o.violated && (at.dims.get('n') ?? 0) >= 2;
    });
    if (start === undefined) throw new Error('nothing violates');
    const asked: string[] = [];
    const small = shrink(
      prepared,
      start,
      (at) => {
        asked.push(pointText(at));
        const o = outcomeOf(prepared.goal, at);
        return o.kind === 'met' && o.violated;
      },
      { checks: 2000, late: () => false },
    );
    expect(asked.length).toBeGreaterThan(0);
    expect(new Set(asked).size).toBe(asked.length);
    expect(pointWeight(small) <= pointWeight(start)).toBe(true);
  });
});

describe('enumerated points', () => {
  it('have the same text where and only where they are the same', () => {
    const points = [...enumerate(first('F: R^N -> R^k; phi: activation; A: N×k |- A = 0'), 900)];
    const whole = points.map((at) => JSON.stringify([[...at.dims], [...at.values]]));
    const texts = points.map(pointText);
    expect(new Set(whole).size).toBeGreaterThan(800);
    const pairs = new Set(whole.map((w, i) => `${w} ${texts[i]}`));
    expect([new Set(texts).size, pairs.size]).toEqual([new Set(whole).size, new Set(whole).size]);
  });
  it('reach the second size before the values of the first are exhausted', () => {
    const sizes = [...enumerate(first(commute), 900)].map((at) => at.dims.get('n'));
    expect(sizes.indexOf(2)).toBeLessThan(10);
    expect(sizes.indexOf(3)).toBeLessThan(30);
    expect(sizes.lastIndexOf(1)).toBeGreaterThan(sizes.indexOf(3));
  });
  it('below a weight are all of those among the first ones', () => {
    const { goal } = first('A, B: n×n symmetric; v: n |- A v = B v');
    const all = [...enumerateAt(goal, new Map([['n', 2]]), 800, 1n << 500n)];
    const bound = pointWeight(all[60] ?? { dims: new Map(), values: new Map() });
    const light = new Set([...enumerateAt(goal, new Map([['n', 2]]), 800, bound)].map(pointText));
    for (const at of all) expect(light.has(pointText(at)) || pointWeight(at) >= bound).toBe(true);
    expect(light.size).toBeGreaterThan(10);
  });
});
