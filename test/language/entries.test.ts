/**
 * Entries, rows, columns and sums over a dimension: what is read, and what is refused with what to
 * write instead.
 */
import { describe, expect, test } from 'vitest';
import { ClaimError, claimText, definedness, parseClaim } from '../../src/language/index.ts';

const read: readonly (readonly [text: string, normal: string])[] = [
  ['x: n |- x[i] >= 0', 'x: n |- forall i in 1..n. x[i] >= 0'],
  ['A: m×n |- A[i,j] = A[i, j]', 'A: m x n |- forall i in 1..m. forall j in 1..n. A[i,j] = A[i,j]'],
  ['A: m×n; x: n |- A[1,:] x = 0', 'A: m x n; x: n |- A[1,:] x = 0'],
  ["A: m×n |- A'[i,:] = A[:,i]'", "A: m x n |- forall i in 1..n. (A')[i,:] = A[:,i]'"],
  ['A, B: n×n |- (A B)[1,n] = 0', 'A: n x n; B: n x n |- (A B)[1,n] = 0'],
  ['x: n |- sum[i](x[i]) = 0', 'x: n |- sum[i](x[i]) = 0'],
  ['x: n |- prod[i in 1..n](x[i]) = 0', 'x: n |- prod[i=1..n](x[i]) = 0'],
  ['x: n |- sum[i in 1..n-1](x[i+1]) = 0', 'x: n |- sum[i in 1..n-1](x[i+1]) = 0'],
  [
    'q[l]: n for l in 1..L |- q[1][i] = 0',
    'q[l]: n for l in 1..L |- forall i in 1..n. q[1][i] = 0',
  ],
  ['|- det([1,2;3,4]) = -2', '|- det([1, 2; 3, 4]) = -2'],
  ['A: m×m; D: n×n |- [A, 0; 0, D] = 0', 'A: m x m; D: n x n |- [A, 0; 0, D] = 0'],
  ['M: (n+m)×(m+n) |- M = 0', 'M: (m+n) x (m+n) |- M = 0'],
  ['x: n + 1 |- x = 0', 'x: n+1 |- x = 0'],
  ['x: m+n; f: R^(m+n) -> R |- f(x) = 0', 'x: m+n; f: R^(m+n) -> R |- f(x) = 0'],
  ['A: 2×2; x: 2 |- A [1; 2] = x', 'A: 2 x 2; x: 2 |- A [1; 2] = x'],
  ['x: m+n |- sum[i in 1..m+n](x[i]) = 0', 'x: m+n |- sum[i](x[i]) = 0'],
];

describe('what is read', () => {
  test.each(read.filter(([, normal]) => normal !== ''))('%s', (text, normal) => {
    expect(claimText(parseClaim(text))).toBe(normal);
    expect(claimText(parseClaim(normal))).toBe(normal);
  });
});

const refused: readonly (readonly [text: string, message: string, instead: string | null])[] = [
  ['x: 2 |- x[3] = 0', '3 is out of range: the entries are 1 to 2', null],
  ['x: n |- x[0] = 0', '0 is out of range', null],
  ['x: n |- x[n+1] = 0', 'n+1 is out of range', null],
  ['x: n; A: m×n |- x[i] = A[i,1]', 'the index i runs over 1..n and over 1..m', 'use two indices'],
  ['x: n |- sum[i in 1..n](x[i]) = x[i]', 'bound in one place and free in another', 'another name'],
  [
    'x: n; y: m |- sum[i in 1..n](y[i]) = 0',
    'the index i runs over 1..n, but the entries are 1 to m',
    null,
  ],
  [
    'x: n; y: m |- sum[i](x[i] y[i]) = 0',
    'indexes families of different lengths, 1..n and 1..m',
    'use two indices',
  ],
  ['x: n |- sum[i in 1..n](sum[i in 1..n](x[i])) = 0', 'i is an index already', 'another name'],
  ['x: n |- x[i+1] = x[i]', 'i+1 is not an entry', 'forall i in 1..n-1'],
  ['A: n×n |- A[i] = 0', 'takes 2 indices, and 1 is given', 'A[i,j] for an entry'],
  ['x: n |- x[i,j] = 0', 'takes 1 index, and 2 are given', 'x[i]'],
  ['s: scalar |- s[1] = 0', 's has no index', null],
  ['x: n; y: scalar |- x[y] = 0', 'y is a variable', null],
  ['x: n; y: m |- x[m] = 0', 'm is another dimension', null],
  ['x: n |- sum[i in 1..n](x[i+1]) = 0', 'out of range at i = n', null],
  ['x: n |- sum[i in 1..n](x[i-1]) = 0', 'out of range at i = 1', null],
  ['|- [1, 2; 3] = 0', 'as many blocks as the first, 2, and one has 1', null],
  ['A, B, C, D: n×n |- [A B; C D] = 0', 'side by side is a product', 'write A * B'],
  ['|- [[1, 2], [3, 4]] = 0', 'can be read in two ways', '[1, 2; 3, 4]'],
  ['A: m×m; B: n×n |- [A, B] = 0', 'the other blocks of its row have m rows', null],
  ['A: m×n; B: m×k |- [A; B] = 0', 'the other blocks of its column have n columns', null],
  ['A: m×m |- [A, 0; 0, 0] = 0', 'the size of this 0 is not known', null],
  ['x: n-1 |- x = 0', 'a dimension that is a difference', 'a name of its own'],
  ['A: m×m; x: n |- A = [A[1; 2]]', 'expected ‘]’ after the indices', 'A * [1, 2; 3, 4]'],
];

describe('what is refused', () => {
  test.each(refused)('%s', (text, message, instead) => {
    try {
      parseClaim(text);
    } catch (error) {
      if (!(error instanceof ClaimError)) throw error;
      expect(error.message).toContain(message);
      if (instead !== null) expect(error.suggestion).toContain(instead);
      return;
    }
    expect.fail('it was read');
  });

  test('an index that a hypothesis leaves open is shown in both readings', () => {
    expect(() => parseClaim('x: n; x[i] = 0 |- x = 0')).toThrow(ClaimError);
    try {
      parseClaim('x: n; x[i] = 0 |- x = 0');
    } catch (error) {
      const { suggestion } = error as ClaimError;
      const texts = [...(suggestion ?? '').matchAll(/"([^"]*)"/g)].map((m) => m[1] as string);
      expect(texts.map((text) => claimText(parseClaim(text)))).toEqual([
        'x: n; forall i in 1..n. x[i] = 0 |- x = 0',
        'x: n |- forall i in 1..n. x[i] = 0 => x = 0',
      ]);
    }
  });
});

test('a number as an index asks for as many entries', () => {
  const needs = (text: string): string[] => definedness(parseClaim(text)).map((c) => c.text);
  expect(needs('x: n |- x[3] = 0')).toEqual(['n >= 3']);
  expect(needs('x: n |- x[n-1] = 0')).toEqual(['n >= 2']);
  expect(needs('x: n; n >= 3 |- x[3] = 0')).toEqual([]);
  expect(needs('x: n |- x[i] = 0')).toEqual([]);
});
