/** Tests of the matchers for Vitest. */
import { claim } from 'elenchus';
import { describe, expect, test } from 'vitest';
import '../../src/vitest/index.ts';

const commute = 'A, B: n×n |- A B = B A';
const cyclic = 'A: m×n; B: n×m |- tr(A B) = tr(B A)';

describe('the matchers', () => {
  test('pass for what is so', async () => {
    await expect(cyclic).toBeProved();
    await expect(claim(cyclic)).toBeProved({ proof: 'tr(A B) = tr(B A)  by ring' });
    await expect(commute).toBeRefuted();
    await expect(cyclic).toSurvive({ trials: 50 });
    expect('W: m×n; h: n |- W h = h').toBeIllTyped(/shape|m|n/);
  });
  test('pass the other way round', async () => {
    await expect(commute).not.toBeProved({ patience: 0.3 });
    await expect(cyclic).not.toBeRefuted({ trials: 50 });
    await expect(commute).not.toSurvive();
    expect(commute).not.toBeIllTyped();
  });
  test('fail with what was found', async () => {
    await expect(expect(commute).toBeProved({ patience: 0.3 })).rejects.toThrow(
      /none was found\n\nrefuted[^]*A B = B A/,
    );
    await expect(expect(commute).toBeProved({ proof: 'A B = B A  by ring' })).rejects.toThrow(
      /does not follow\n\n[^]*\^/,
    );
    await expect(expect(cyclic).toBeRefuted({ trials: 50 })).rejects.toThrow(
      'none was found in 50 trials',
    );
    await expect(expect(commute).toSurvive()).rejects.toThrow(/expected it to survive\n\nrefuted/);
    await expect(expect(cyclic).not.toBeProved()).rejects.toThrow('the kernel accepted one');
    expect(() => expect('W: m×n; h: n |- W h = h').toBeIllTyped('no such reason')).toThrow(
      'because of no such reason',
    );
    expect(() => expect(commute).toBeIllTyped()).toThrow('it has a meaning');
  });
  test('an ill-typed claim fails every matcher but its own; other values are refused', async () => {
    for (const ask of ['toBeProved', 'toBeRefuted', 'toSurvive'] as const) {
      await expect(expect('W: m×n; h: n |- W h = h')[ask]()).rejects.toThrow(
        /ill-typed claim[^]*\^/,
      );
    }
    await expect(expect(42).toBeProved()).rejects.toThrow('a claim is wanted');
  });
});
