/** Why a relation fails: entries, and vectors that show it. */
import { describe, expect, test } from 'vitest';
import { whyItFails } from '../../src/refuter/why-it-fails.ts';

const sides = (text: string, left: unknown, right: unknown = null, difference: unknown = null) => ({
  text,
  left,
  right,
  difference,
});

describe('a relation that fails', () => {
  test.each([
    [
      'A B is symmetric',
      [
        ['0', '1'],
        ['0', '0'],
      ],
      'A B is not symmetric: entry (1,2) is 1, entry (2,1) is 0',
    ],
    [
      'A is psd',
      [
        ['2', '1'],
        ['1', '0'],
      ],
      "A is symmetric, but v' M v = -1/2 < 0 for M = A and v = (-1/2, 1)",
    ],
    [
      'A is psd',
      [
        ['1', '2'],
        ['2', '1'],
      ],
      "A is symmetric, but v' M v = -3 < 0 for M = A and v = (-2, 1)",
    ],
    [
      'A is pd',
      [
        ['1', '1'],
        ['1', '1'],
      ],
      "A is symmetric, but v' M v = 0 is not positive for M = A and v = (-1, 1)",
    ],
    [
      'A is invertible',
      [
        ['1', '2'],
        ['2', '4'],
      ],
      'A sends v = (-2, 1) to 0',
    ],
    [
      'A is onto',
      [
        ['1', '2'],
        ['2', '4'],
      ],
      "(A)' sends v = (-2, 1) to 0",
    ],
    ['x is positive', ['1', '0'], 'entry 2 is 0'],
  ])('%s', (text, left, said) => {
    expect(whyItFails(sides(text, left))).toEqual([said]);
  });
  test('names the entries that differ', () => {
    const found = whyItFails(
      sides(
        'A B = B A',
        [
          ['0', '1'],
          ['0', '0'],
        ],
        [
          ['0', '0'],
          ['0', '0'],
        ],
      ),
    );
    expect(found).toEqual(['entry (1,2) is 1 on the left and 0 on the right; 1 of 4 entries fail']);
  });
  test('says nothing of enclosures and of single numbers', () => {
    expect(whyItFails(sides('x = y', '1', '2', '-1'))).toEqual([]);
    expect(whyItFails(sides('A is psd', [['[1, 2]']]))).toEqual([]);
    expect(whyItFails(sides('A is psd', [['1']]))).toEqual([]);
  });
});
