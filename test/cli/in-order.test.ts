/** Tests that long items are begun first and results are handed on in order. */
import { expect, test } from 'vitest';
import { inOrderOf } from '../../src/cli/in-order.ts';

test('long items are begun first, and results come in the order of the items', async () => {
  const begun: string[] = [];
  const handed: string[] = [];
  await inOrderOf(
    ['a', 'long b', 'c', 'long d', 'e'],
    2,
    async (item) => {
      begun.push(item);
      return item.toUpperCase();
    },
    async (result, index) => void handed.push(`${index} ${result}`),
    (item) => item.startsWith('long'),
  );
  expect(begun).toEqual(['long b', 'long d', 'a', 'c', 'e']);
  expect(handed).toEqual(['0 A', '1 LONG B', '2 C', '3 LONG D', '4 E']);
});
