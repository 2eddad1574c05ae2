/** Hypotheses that chance would never meet are met by construction: at least one point in five. */
import { describe, expect, it } from 'vitest';
import { parseClaim } from '../../src/language/index.ts';
import { searchSync } from '../../src/refuter/search.ts';

const hypotheses: readonly (readonly [string, string])[] = [
  ['a rank', 'A: m×n; rank(A) = 2 |- rank(A) = 2'],
  ['a rank named by a dimension', "A: m×n; B: r×n; rank(A) = r |- rank(A' A) = r"],
  ['a rank of a symmetric matrix', "Q: n×n symmetric; n >= 3; rank(Q) = 2 |- Q = Q'"],
  ['a rank below', 'A: n×n; rank(A) < n |- det(A) = 0'],
  ['one kernel', 'A: m×n; B: p×n; ker(A) = ker(B) |- rank(A) = rank(B)'],
  ['commuting matrices', 'A, B: n×n; A B = B A |- A^2 B = B A^2'],
  [
    'a definite matrix that commutes with a Gram matrix',
    "W: m×n; M: n×n pd; W' W M = M W' W |- M W' W >>= 0",
  ],
  ['balanced layers', "W: m×n; V: p×m; V' V = W W' |- tr(V' V) = tr(W W')"],
  [
    'three balanced layers',
    "W: n×n; V: n×n; U: n×n; V' V = W W'; U' U = V V' |- tr(U' U) = tr(W' W)",
  ],
  ['orthonormal columns', "A: m×n; A' A = I |- rank(A) = n"],
  ['proportional Gram matrices', "W: m×n; M: n×n; W' W ~~ M |- W' W M = M W' W"],
  ['unit length', "x: n; x' x = 1 |- |x| = 1"],
  ['a determinant', 'A: n×n; det(A) = 3 |- A is invertible'],
  ['determinant and trace', 'A: 2×2; det(A) = 2; tr(A) = 3 |- det(A - I) = 0'],
  [
    'an interpolating point',
    'F: R^N -> R^k; l: R^k -> R; theta: N; grad(l)(F(theta)) = 0 |- grad[theta](l(F(theta))) = 0',
  ],
  [
    'a critical point that does not interpolate',
    'F: R^N -> R^k; l: R^k -> R; theta: N; grad[theta](l(F(theta))) = 0; grad(l)(F(theta)) != 0 |- not (jac(F)(theta) is onto)',
  ],
  [
    'a strict local minimum that does not interpolate',
    'F: R^N -> R^k; l: R^k -> R; theta: N; grad[theta](l(F(theta))) = 0; hess[theta](l(F(theta))) is pd; grad(l)(F(theta)) != 0 |- not (jac(F)(theta) is onto)',
  ],
  ['a small difference', 'A, B: n×n symmetric; norm(A - B) <= 1/100 |- norm(B - A) <= 1/50'],
  ['a small multiple', 'x, y: n; |x - y + x| < 1/7 |- |2 x - y| <= 1'],
  [
    'eigenvectors of matrices that are near each other',
    'A, B: n×n symmetric; u, v: n; A v = lambda[1](A) v; B u = lambda[1](B) u; norm(A - B) <= 1/100 |- lambda[1](A) <= lambda[1](B) + 1/10',
  ],
  [
    'a definite Hessian of the loss',
    'l: R^k -> R; z: k; hess(l)(z) is pd; grad(l)(z) = 0 |- tr(hess(l)(z)) > 0',
  ],
];

describe('hypotheses by construction', () => {
  it.each(hypotheses)('%s', (_, text) => {
    const result = searchSync(parseClaim(text), { time: 30_000, seed: 4, to: 300 });
    expect(result.verdict, result.reason ?? '').toBe('survived');
    expect(
      result.trials.met * 5,
      `${result.trials.met} of ${result.trials.run}: ${JSON.stringify(result.counts.failures)}`,
    ).toBeGreaterThan(result.trials.run);
  });

  it('what cannot be constructed is given up, with the hypothesis that fails', () => {
    const result = searchSync(
      parseClaim("A: n×n; n >= 2; A' A A = A A' A + I; tr(A A A') = 7 |- A = 0"),
      { time: 20_000, seed: 1, to: 150 },
    );
    expect(result.verdict).toBe('gave-up');
    expect(result.reason).toMatch(/A' A A = A A' A \+ I|tr\(A A A'\) = 7/);
  });
});

describe('coverage', () => {
  it('names the classes that were reached and those that never were', () => {
    const { coverage } = searchSync(
      parseClaim(
        'W: m×n; h[i]: n for i in 1..N; phi: activation |- sum[i](phi(W h[i])) = sum[i](phi(W h[i]))',
      ),
      { time: 20_000, seed: 1, to: 1500 },
    );
    for (const c of [
      'matrix: wide',
      'matrix: tall',
      'matrix: zero',
      'matrix: rank deficient',
      'spectrum: repeated singular value',
      'spectrum: nearly repeated',
      'condition: over 1e4',
      'data: two equal points',
      'matrix: zero row (a dead unit)',
      'matrix: two equal rows',
      'activation: relu',
      'activation: polynomial',
      'sizes: over 4',
    ]) {
      expect(coverage[c] ?? 0, c).toBeGreaterThan(0);
    }
    const square = searchSync(parseClaim("A: n×n; n <= 4 |- tr(A) = tr(A')"), {
      time: 20_000,
      seed: 1,
      to: 300,
    });
    expect(square.coverage['sizes: over 4']).toBe(0);
    expect(square.coverage['matrix: wide']).toBeUndefined();
  });
});
