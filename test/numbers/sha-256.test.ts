/** SHA-256 against that of Node. */
import { createHash } from 'node:crypto';
import { expect, test } from 'vitest';
import { sha256Hex } from '../../src/numbers/sha-256.ts';

test.each(['', 'abc', 'A: m×n |- A = A', 'é'.repeat(1000), '\uD800 alone', 'x'.repeat(100_000)])(
  'the hash is that of every other program: %#',
  (text) => {
    expect(sha256Hex(text)).toBe(createHash('sha256').update(text, 'utf8').digest('hex'));
  },
);
