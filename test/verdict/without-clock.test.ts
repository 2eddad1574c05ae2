// Counted work alone decides: with a clock that leaps the answers are the same, to the last trial.
import { afterEach, describe, expect, test, vi } from 'vitest';
import { examine, glance } from '../../src/verdict/examine.ts';
import type { Verdict } from '../../src/verdict/verdict.ts';

const claims = [
  "A: m×n |- tr(A' A) = normF(A)^2",
  'A, B: n×n |- A B = B A',
  'A: n×n symmetric |- lambda_max(A) <= tr(A)^2 + 1',
  'x: n |- |tanh(x)| <= |x| cos(|x|)',
  "z: n gaussian; A: n×n |- E[z' A z] = tr(A)",
  'A: n×n invertible; B: n×n |- det(A B) = det(A) det(B)',
  'A: n×n pd; B: n×n pd |- tr(A B A B) <= tr(A^2 B^2) + |tr(A)|',
  'x: scalar; x > 1; x < 1 |- x = 7',
];
const options = { time: 0.3, seed: 1 };

const told = (verdict: Verdict): string =>
  JSON.stringify(
    { ...verdict, seconds: 0, proof: verdict.proof && { ...verdict.proof, theorem: null } },
    (_key, value) =>
      typeof value === 'bigint'
        ? `${value}n`
        : value instanceof Map
          ? [...value]
          : (value as unknown),
  );

/** Each look at a clock finds that an hour went by. */
function leap(): void {
  let now = 0;
  const hour = (): number => (now += 3_600_000);
  vi.spyOn(performance, 'now').mockImplementation(hour);
  vi.spyOn(Date, 'now').mockImplementation(hour);
  vi.spyOn(process.hrtime, 'bigint').mockImplementation(() => BigInt(hour()) * 1_000_000n);
}
afterEach(() => vi.restoreAllMocks());

describe.each(claims)('%s', (text) => {
  test('has the same answer whatever the clock does', async () => {
    const before = told(await examine(text, options));
    leap();
    const after = await examine(text, options);
    expect(after.seconds).toBeGreaterThan(3000);
    expect(told(after)).toBe(before);
  });
  test('is settled at a glance as by an examination, or not at all', async () => {
    const settled = await glance(text, options, (part) => part());
    if (settled !== null) expect(told(settled)).toBe(told(await examine(text, options)));
  });
  test('is not settled by a glance that is cut short', async () => {
    let parts = 0;
    const whole = await glance(text, options, (part) => (parts++, part()));
    if (whole === null) return;
    for (let cut = 0; cut < parts; cut++) {
      let at = 0;
      const within = <R>(part: () => R): R => {
        if (at++ === cut) throw new RangeError('over');
        return part();
      };
      await expect(glance(text, options, within)).rejects.toThrow('over');
    }
  });
});
