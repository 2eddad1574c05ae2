/**
 * Climbs: named violations are found from several seeds, true claims are not refuted, and the same
 * seed finds the same.
 */
import { describe, expect, it } from 'vitest';
import { parseClaim } from '../../../src/language/index.ts';
import { searchSync } from '../../../src/refuter/search.ts';

const seeds = [1, 2, 3];
const time = 1500;
const found = (text: string, seed: number) =>
  searchSync(parseClaim(text), { seed, time, shrinking: false, widest: false });

/** False, and the points that show it are neither small nor random. */
const hidden = [
  // determinants of sums of powers
  'A, B: n×n pd |- det(A^6 + (B A^2 B)^4) >= det(A^6 + (A B^2 A)^4)',
  // a norm of a product with inverses
  'C, G, E, H: n×n pd |- norm(G^2 + H^2)^2 <= norm((C^2 + E^2) ((G inv(C) G)^2 + (H inv(E) H)^2))',
  // an order under a hypothesis that is an order
  'A, B: n×n psd; A >>= B |- 20 A^2 - 19 B^2 >>= 0',
  // eigenvalues, near equality
  'A, B: 3×3 symmetric |- lambda[1](A B A) <= 99/100 lambda[1](A^2) norm(B)',
  // an orthogonal matrix
  "Q: 3×3 orthogonal; v: 3 unit |- v' (Q + Q') v <= 19/10",
  // roots of sums, which no drawn root makes rational
  "X, Y: n×n; n >= 2 |- lambda[2](modulus(X + Y) + modulus((X + Y)')) <= sqrt(2) (lambda[1](modulus(X) + modulus(X')) + lambda[2](modulus(Y) + modulus(Y')))",
  'A, B: n×n pd |- norm(sqrtm(A + B)) <= 9/10 norm(sqrtm(A) + sqrtm(B))',
  // either of two
  'A, B: n×n symmetric |- A >>= B or B >>= A or tr((A - B)^2) <= 1/1000',
];

describe('a climb', () => {
  it.each(hidden)('finds %s false from several seeds', (text) => {
    for (const seed of seeds) expect(found(text, seed).verdict).toBe('refuted');
  });

  const settled = [
    'A, B: n×n psd; A >>= B |- normF(A - B)^2 <= normF(A)^2 - normF(B)^2',
    'A, B: n×n |- nuclear(A + B) <= nuclear(A) + nuclear(B)',
    'A: n×n pd |- det(A)^2 <= det(A + I)^2',
    'P, Q: n×n symmetric projector |- P Q P <<= P',
    'A, B: n×n pd |- det(A + B) >= det(A) + det(B)',
    "u, v: n unit |- (u' v)^2 <= 1",
  ];
  it.each(settled)('does not refute what is true and holds with equality: %s', (text) => {
    for (const seed of seeds)
      expect(searchSync(parseClaim(text), { seed, time: 60 }).verdict).not.toBe('refuted');
  });

  it('ends at the same point for the same seed, and says how near it came', () => {
    const text = 'A, B: n×n |- nuclear(A + B) <= nuclear(A) + nuclear(B)';
    const [one, two] = [1, 1].map((seed) =>
      searchSync(parseClaim(text), { seed, time: 1e9, trials: 400 }),
    );
    expect(one?.counts).toEqual(two?.counts);
    expect(one?.counts.nearest?.violation).toBeLessThanOrEqual(0);
    expect(one?.counts.nearest?.violation).toBeGreaterThan(-1e-3);
  });
});
