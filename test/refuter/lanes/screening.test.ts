/** Tests of screened blocks of trials. */
import { describe, expect, it } from 'vitest';
import { parseClaim } from '../../../src/language/index.ts';
import { searchSync } from '../../../src/refuter/index.ts';
import { outcomeOf } from '../../../src/refuter/outcome.ts';
import { prepare } from '../../../src/refuter/prepared.ts';
import { Screening } from '../../../src/refuter/lanes/screening.ts';

const screening = (text: string): Screening => {
  const claim = parseClaim(text);
  return new Screening(claim, prepare(claim));
};
const plain = (x: unknown): string =>
  JSON.stringify(x, (_, v: unknown) =>
    v instanceof Map ? [...v] : typeof v === 'bigint' ? String(v) : v,
  );

describe('screened blocks of trials', () => {
  it('are a function of claim, seed and position', () => {
    const [a, b] = [screening('A, B: n×n |- A B = B A'), screening('A, B: n×n |- A B = B A')];
    const blocks = [7, 3, 12, 7].map((p) => plain(a.block(5, p, 256)));
    expect(blocks[0]).toBe(blocks[3]);
    expect([12, 7, 3].map((p) => plain(b.block(5, p, 256)))).toEqual([
      blocks[2],
      blocks[0],
      blocks[1],
    ]);
    expect(plain(a.block(6, 7, 256))).not.toBe(blocks[0]);
  });

  it('bring exact points that violate what is false', () => {
    for (const text of [
      'A, B: n×n |- det(A + B) = det(A) + det(B)',
      'x, y: n |- |x + y| < |x| + |y|',
      'h: n; p: R^n -> R |- grad[h](p(2 h)) = grad(p)(2 h)',
      "J: k×n; H: k×k symmetric |- rank(J' H J) = rank(J)",
    ]) {
      const claim = parseClaim(text);
      const goals = prepare(claim);
      const all = new Screening(claim, goals);
      const points = Array.from(
        { length: 40 },
        (_, p) => all.block(1, p, 256)?.points ?? [],
      ).flat();
      const violated = points.filter((at) =>
        goals.some(({ goal }) => {
          const o = outcomeOf(goal, at);
          return o.kind === 'met' && o.violated;
        }),
      );
      expect(violated.length, text).toBeGreaterThan(0);
    }
  });

  it('evaluate no more trials than are wanted', () => {
    const s = screening('A, B: n×n |- tr(A B) = tr(B A)');
    const few = Array.from({ length: 30 }, (_, p) => s.block(1, p, 100)).find((b) => b !== null);
    expect(few).toMatchObject({ run: 100, met: 100, undefined: 0 });
  });

  it('leave alone what the exact search cannot decide, and what is met by luck only', () => {
    const blocks = (text: string): readonly unknown[] => {
      const s = screening(text);
      return Array.from({ length: 30 }, (_, p) => s.block(1, p, 256)).filter((b) => b !== null);
    };
    expect(blocks('A: n×n; A A = A |- tr(A) = rank(A)')).toEqual([]);
    expect(blocks('A: n×n; normF(A) = sqrt(2) |- norm(A) <= 2')).toEqual([]);
    expect(blocks("A: n×n |- tr(A) = tr(A')").length).toBeGreaterThan(0);
  });

  it('make the long part of a search, and count what they evaluate', () => {
    const claim = parseClaim('A, B: n×n |- tr(A B) = tr(B A)');
    const whole = searchSync(claim, { time: 60_000, seed: 3, to: 2300 });
    expect(whole.trials.run).toBeGreaterThan(2300 + 20 * 256);
    expect(whole.trials.met).toBe(whole.trials.run);
    const halves = [0, 1].map((index) =>
      searchSync(claim, { time: 60_000, seed: 3, to: 2300, shard: { index, count: 2 } }),
    );
    expect(halves.reduce((n, r) => n + r.trials.run, 0)).toBe(whole.trials.run);
    expect(searchSync(claim, { time: 60_000, seed: 3, trials: 3000 }).trials.run).toBe(3000);
  });
});
