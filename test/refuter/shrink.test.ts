/** From whatever point a search starts, it ends at the witness a person would have given. */
import { describe, expect, it } from 'vitest';
import { parseClaim } from '../../src/language/index.ts';
import { searchSync } from '../../src/refuter/search.ts';
import { witnessText } from '../bench/witness-text.ts';

const plain: readonly (readonly [string, string])[] = [
  ['A: n×n pd |- tr(A) <= 12345', 'n=1 A=[12346]'],
  ['A: n×n symmetric; s: scalar; s > 10 |- A - s I is invertible', 'n=1 A=[11] s=11'],
  ["A: 2×2; det(A) = 2; tr(A) = 3 |- A = A'", 'A=[1 1; 0 2]'],
  ['A: n×n |- A + 3 I is invertible', 'n=1 A=[-3]'],
  ['x: scalar; x > 0 |- x^3 < 1000 x^2 + 1000000', 'x=1001'],
  [
    "W: n×n invertible; Q: n×n symmetric; c: scalar positive; (W' W)^2 = c^2 W' Q W |- Q ~~ I",
    'n=2 W=[2 0; 0 1] Q=[4 0; 0 1] c=1',
  ],
];

describe('shrinking', () => {
  it.each(plain)('%s', (text, witness) => {
    for (const seed of [1, 2, 20]) {
      const found = searchSync(parseClaim(text), { time: 30_000, seed, to: 3000 }).counterexample;
      expect(found === null ? null : witnessText(found.at), `seed ${seed}`).toBe(witness);
    }
  });
  it('keeps a witness of wide margin next to the small one', () => {
    const { counterexample, widest } = searchSync(parseClaim('x: scalar |- x <= 3'), {
      time: 30_000,
      seed: 1,
      to: 500,
    });
    if (counterexample === null || widest === null) throw new Error('nothing was found');
    expect(witnessText(counterexample.at)).toBe('x=4');
    const value = widest.at.values.get('x');
    expect(
      value?.kind === 'tensor' &&
        Number(value.tensor.data[0]?.num) / Number(value.tensor.data[0]?.den),
    ).toBeGreaterThan(20);
  });
});
