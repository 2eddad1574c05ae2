/**
 * Searches that begin inside searches end, however deep they lead: found by the fuzzer as an
 * overflow of the stack.
 */
import { describe, expect, it } from 'vitest';
import { examine } from '../../src/verdict/examine.ts';

describe('a condition that contradicts itself', () => {
  it.each([
    'a: scalar |- (a < a <=> a = a) or sqrt(-1) = a',
    'a: scalar |- (a < a <=> a = a) => sqrt(-1) = a',
    'a: scalar |- ((a < a) <=> (a = a)) or sqrt(-1) = sign(a) * a',
  ])('leads to a verdict: %s', async (claim) => {
    const { verdict, message } = await examine(claim, { time: 0.3, seed: 1 });
    expect(['proved', 'gave-up']).toContain(verdict);
    expect(message).toMatch(/contradict each other/);
  });
});
