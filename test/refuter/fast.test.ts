/** The search's straight-line code against the general evaluation, point by point. */
import { describe, expect, it } from 'vitest';
import { parseClaim } from '../../src/language/index.ts';
import { compileDecision } from '../../src/evaluate/decide.ts';
import { Undefined, Unsettled, Unsupported } from '../../src/numbers/field.ts';
import { rationals } from '../../src/numbers/rationals.ts';
import { fastTruth } from '../../src/refuter/fast/truth.ts';
import { prepare } from '../../src/refuter/prepared.ts';
import { streamOf } from '../../src/refuter/stream.ts';

const formulas = [
  'A, B: n×n |- tr(A B) = tr(B A)',
  'A, B: n×n |- A B = B A',
  'A, B: n×n |- tr(A B) <= tr(A) + 1',
  'A, B: n×n |- det(A B) != det(A) or A = B',
  'A, B: n×n |- A ~~ 2 B',
  'W: m×n; h: n |- relu(W h) = W h',
  "x: n; c: scalar |- x' x / 2 > c - 1",
  "x: n; y: n |- not (kron(x, y) = vec(x y'))",
  "q[i]: m for i in 1..N; c: scalar |- sum[i](q[i] q[i]') = c I",
  "W: m×n; h: n |- grad[h](dot(W h, W h)) = 2 W' W h",
  'x: scalar |- |x| - x >= 0 and x^3 <= 8',
  'x: scalar; y: scalar |- x^2 = 4 => x = 2',
];

describe('fast truth', () => {
  it.each(formulas)('%s', (text) => {
    const claim = parseClaim(text);
    const decide = compileDecision(claim.conclusion);
    const stream = streamOf(prepare(claim), 3);
    let told = 0;
    for (let k = 0; k < 700; k++) {
      const { point } = stream.at(k);
      if (point === null || typeof point === 'string') continue;
      const fast = fastTruth(claim.conclusion, point);
      if (fast === null) continue;
      told++;
      let slow: boolean | null;
      try {
        slow = decide(rationals, point);
      } catch (error) {
        if (
          !(
            error instanceof Undefined ||
            error instanceof Unsupported ||
            error instanceof Unsettled
          )
        )
          throw error;
        slow = null;
      }
      expect(fast).toBe(slow);
    }
    expect(told).toBeGreaterThan(200);
  });
  it('does not lose digits of large numbers', () => {
    const claim = parseClaim('x, y: scalar |- (x + y) (x - y) = x^2 - y^2 + 1');
    const large = (n: number): { kind: 'tensor'; tensor: { shape: number[]; data: number[] } } => ({
      kind: 'tensor',
      tensor: { shape: [], data: [n] },
    });
    for (let i = 0; i < 5; i++) {
      const at = {
        dims: new Map<string, number>(),
        values: new Map([
          ['x', large(94_906_267 + i)],
          ['y', large(94_906_265)],
        ]),
      };
      expect(fastTruth(claim.conclusion, at) ?? false).toBe(false);
    }
  });
});
