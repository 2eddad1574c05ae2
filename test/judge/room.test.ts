// Large arrays are counted before they are made: a bound on work is a bound on memory, too.
import { expect, test } from 'vitest';
import { operationValue } from '../../src/judge/operations.ts';
import { room } from '../../src/judge/grid.ts';
import { bounded } from '../../src/numbers/counted-work.ts';

// a hundred million numbers, where 800 MB would be needed
const bound = { work: 200_000 };

test('pairs of indices of large matrices are not written out', () => {
  expect(bounded(bound, () => operationValue('pair', [100, 100], []), 'too large')).toBe(
    'too large',
  );
  expect(bounded(bound, () => operationValue('pair', [2, 1], []), 'too large')).toEqual([
    1, 0, 0, 1,
  ]);
});
test('nor any other array of the judge', () => {
  expect(bounded(bound, () => room(1e8), 'too large')).toBe('too large');
});
