/**
 * Calls inside calls are read once each, however deep they stand: the work grows with the length of
 * the text.
 */
import { describe, expect, test } from 'vitest';
import { parseClaim } from '../../src/language/index.ts';
import { bounded, unitsPerMillisecond } from '../../src/numbers/counted-work.ts';

const nested = (depth: number, wrap: (inner: string) => string, inner = 'x'): string =>
  depth === 0 ? inner : nested(depth - 1, wrap, wrap(inner));

describe.each([20, 60, 190])('%i calls deep', (depth) => {
  test.each<[string, (inner: string) => string]>([
    ['exp', (x) => `exp(${x})`],
    ['relu', (x) => `relu(${x})`],
    ['np.tanh', (x) => `np.tanh(${x})`],
    ['softmax', (x) => `softmax(${x}, dim=-1)`],
    ['max', (x) => `max(${x}, y)`],
    ['Trace', (x) => `Trace(I ${x})`],
    ['foo', (x) => `foo(${x})`],
  ])('%s', (_, wrap) => {
    const read = (): boolean => {
      try {
        parseClaim(`x, y: n |- ${nested(depth, wrap)} = x`);
      } catch {
        // other texts are refused; only the work counts
      }
      return true;
    };
    expect(bounded({ work: 500 * unitsPerMillisecond }, read, false)).toBe(true);
  });
});
