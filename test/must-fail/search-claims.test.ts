/**
 * False claims aimed at the search itself: circles, failures under other hypotheses and for other
 * purposes, work that ends in the middle.
 */
import { describe, expect, test } from 'vitest';
import { parseClaim } from '../../src/language/index.ts';
import { prove } from '../../src/prover/prove.ts';

const circles = [
  'a, b: scalar; a = b => b = a; b = a => a = b |- a = b',
  'A, B: n×n; A is invertible => B is invertible; B is invertible => A is invertible |- A is invertible',
  'A, B: n×n; A is psd => B is psd; B is psd => A is psd |- A is psd',
  'a, b, c: scalar; a <= b => b <= c; b <= c => a <= b |- a <= b',
  'A: n×n |- A is psd or not (A is psd) and A is psd',
];
/** One branch knows what the other must not use. */
const branches = [
  'A: n×n |- (A is invertible => inv(A) A = I) and A is invertible',
  'a: scalar |- (a > 0 => a^2 > 0) and a^2 > 0',
  'a, b: scalar; a = 0 or b = 0 |- a = 0',
  'a, b: scalar; a > 0 or b > 0 |- a > 0 and b > 0',
  'A, B: n×n; A is psd or B is psd |- A + B is psd',
  'a: scalar |- (a = 1 => a = 1) and (a = 2 => a = 1)',
  'A: n×n; x: n |- (A x = 0 => x = 0) or A is invertible and x = 0',
  'a, b: scalar |- (a <= b and b <= a) or (a < b and b < a)',
];
/**
 * What holds where a kernel is looked for, a bound collected or a square shown to vanish, or as a
 * side condition, must not be remembered for the claim itself.
 */
const purposes = [
  'A: n×n; x: n; A x = 0 => x = 0 |- A is invertible',
  'A: n×n; x: n; A x = 0; x != 0 or A is invertible |- x = 0',
  'A, B: n×n; A B is invertible => A is invertible |- A is invertible',
  'A, B: n×n; det(A B) != 0 or A = 0 |- A is invertible',
  'A: m×n; rank(A) = m => A is onto |- A is onto',
  'A: n×n; norm(A) < 1 => I + A is invertible |- I + A is invertible',
  'A: n×n |- (A is psd => A + I is invertible) and A + I is invertible',
  'A: n×n; norm(A) <= 1 => norm(A^2) <= 1 |- norm(A^2) <= norm(A)',
  "u, v: n; |u| <= |v| => u' v <= |v|^2; u' v <= |v|^2 => |u| <= |v| |- |u| <= |v|",
  'x, y: n; |x - y|^2 <= 0 => x = y |- x = y',
  'a, b: scalar; a^2 + b^2 = 0 or a = 1 |- a = 0 or b = 0',
  "A: n×n pd; x: n; x' A x = 0 => x = 0 |- x = 0",
  'x, y: scalar; x <= y or y <= x |- relu(x) <= relu(y)',
  'A, B: n×n psd; A + B is invertible => A is invertible or B is invertible |- A is invertible or B is invertible',
  "A: n×n symmetric; (forall v: n. v' A v >= 0) => A is psd; A is psd => (forall v: n. v' A v >= 0) |- A is psd",
];

describe.each([...circles, ...branches, ...purposes])('%s', (text) => {
  test.each([1, 5, 25, 125, 600])('is not proved with %s ms of work', (time) => {
    expect(prove(parseClaim(text), { time })).toBeNull();
  });
});

test('what one branch proved counts only there, whatever is tried first', {
  timeout: 60_000,
}, () => {
  for (const claim of [
    'A: n×n |- (A is invertible => det(A) != 0) and (det(A) != 0 => A is invertible)',
    'n >= 1; Q: n×n |- Q ~~ I or n >= 1',
    'a, b: scalar; a = 0 or b = 0 |- a b = 0',
  ])
    expect(prove(parseClaim(claim), { time: 2000 }), claim).not.toBeNull();
});
