/**
 * Compares gradients on a tape with finite differences, for every function and decomposition that
 * has a rule, at points without kinks.
 */
import { describe, expect, it } from 'vitest';
import { parseClaim } from '../../../src/language/index.ts';
import { trialDice } from '../../../src/networks/dice.ts';
import { Objective } from '../../../src/refuter/ascent/objective.ts';
import { planOf } from '../../../src/refuter/ascent/plan.ts';
import { startOf } from '../../../src/refuter/ascent/starts.ts';
import { prepare } from '../../../src/refuter/prepared.ts';

const claims = [
  'A, B: n×n pd |- det(A + B) <= tr(A B) + det(A)',
  "A: n×n symmetric; v: n |- lambda[1](A) + v' A v <= normF(A) + 3 |v|^2",
  'A: m×n |- nuclear(A) <= 2 norm(A)',
  'A, B: n×n symmetric |- A B A <<= B + I',
  'Q: n×n orthogonal; B: n×n |- tr(Q B) <= 1/2 nuclear(B)',
  'P: n×n symmetric projector; B: n×n psd |- P B P <<= B',
  'x: scalar positive; y: scalar |- exp(y) + log(x) + sqrt(x) >= tanh(y) + sin(x) + x y',
  'A: n×n invertible; B: n×n |- norm(inv(A) B) <= norm(B)',
  'A, B: n×n psd; A >>= B |- A^2 >>= B^2',
  'A, B: n×n pd |- norm(sqrtm(A) B) <= tr(A^(1/3) B^(-5/4))',
  'A, B: n×n pd |- tr(A logm(A + B)) <= norm(B)',
  "X: n×n; Y: n×n |- nuclear(modulus(X + Y) - modulus(Y')) <= norm(X)",
];

describe('a gradient', () => {
  it.each(claims)('is what differences come to: %s', (text) => {
    const claim = parseClaim(text);
    const goal = prepare(claim)[0]?.goal;
    if (goal === undefined) throw new Error('no goal');
    const sizes = new Map(claim.dims.map((d, i) => [d, 2 + (i % 2)] as const));
    const plan = planOf(goal, sizes, { rank: 1, flips: 0 });
    if (plan === null) throw new Error('no plan');
    for (const seed of [1, 2, 3]) {
      const x = startOf(trialDice(seed, 5), plan.blocks);
      const objective = new Objective(goal, plan, [...x]);
      objective.value(x);
      const g = new Float64Array(x.length);
      objective.gradient(g);
      for (let i = 0; i < x.length; i++) {
        const h = 1e-6;
        const at = (by: number): number => objective.value(x.with(i, (x[i] ?? 0) + by));
        const slope = (at(h) - at(-h)) / (2 * h);
        expect(Math.abs(slope - (g[i] ?? 0))).toBeLessThan(1e-4 * (1 + Math.abs(slope)));
      }
    }
  });
});
