/**
 * The plain language goes through the layer of spellings as it is: words of other tools take
 * nothing from it.
 */
import { describe, expect, test } from 'vitest';
import { claimText, parseClaim } from '../../../src/language/index.ts';
import { parsePlainClaim } from '../../../src/language/claim.ts';

const plain: readonly string[] = [
  'x: n |- identity(x) = x',
  'x: n; c: scalar |- x + ones (c) = c ones + x',
  'x: n |- x + ones (n) = n ones + x',
  'x, y: n |- ||x| - |y|| <= |x - y|',
  'x, y: n |- |x| |y| >= 0',
  'x, y: n |- |x||y| >= 0',
  'x: n |- | |x| - 1 | >= 0',
  'A: n×n; f: R^n -> R; x: n |- grad(f)(x) = A x',
  'T: scalar; A: n×n |- T A = A T',
  "A, B: n×n |- (A + B)' (A - B) = 0",
  'D, J, H: n×n |- D (J + H) = D J + D H',
  'np, F: n×n |- np F = F np',
  "x: n |- forall v: n. v' x = 0",
  'v: (m+n) |- v = v',
  'A: n×n; inverse: n×n |- inverse(A) = A',
  'E: n×n; x: n |- E (x) = x',
  'A, I1: n×n |- A I1 = A',
  'Wx, W: n×n; x: n |- Wx x = W x',
  'x_i: n |- x_i = x_i',
  'q[i]: n for i in 1..N |- sum[i](q[i]) = 0',
  'nxn: scalar |- nxn = nxn',
  'A, B: n×n |- A = 0 => (B = 0 <=> A B = 0)',
];

describe('as it is', () => {
  test.each(plain)('%s', (text) => {
    expect(claimText(parseClaim(text))).toBe(claimText(parsePlainClaim(text)));
  });
});
