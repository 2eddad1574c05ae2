/** Tests of samplers of scalars, vectors and matrices. */
import { describe, expect, it } from 'vitest';
import type { Attribute } from '../../src/language/ast.ts';
import { tensorSampler, scalarSampler } from '../../src/networks/tensors.ts';
import { dice } from '../../src/networks/dice.ts';
import { drawOfClass, matrixClasses } from '../../src/networks/spectra.ts';
import { rank } from '../../src/numbers/elimination.ts';
import { rationals } from '../../src/numbers/rationals.ts';
import { holds } from '../../src/operators/attributes.ts';
import { everyLaw } from './laws.ts';

const square: readonly (readonly Attribute[])[] = [
  [],
  ['symmetric'],
  ['antisymmetric'],
  ['diagonal'],
  ['orthogonal'],
  ['projector'],
  ['invertible'],
  ['psd'],
  ['pd'],
  ['onto'],
  ['one-to-one'],
  ['symmetric', 'invertible'],
  ['symmetric', 'orthogonal'],
  ['projector', 'symmetric'],
  ['diagonal', 'invertible'],
  ['diagonal', 'pd'],
  ['diagonal', 'orthogonal'],
  ['psd', 'nonzero'],
  ['projector', 'diagonal'],
  ['positive'],
  ['nonnegative', 'invertible'],
];

describe('matrices by attribute', () => {
  for (const attributes of square) {
    it(`${attributes.join(' ') || 'plain'}: exactly so, also when shrunk`, () => {
      for (const n of [1, 2, 3]) {
        // the judge of attributes is the evaluator's, which shares no code with the arbitraries'
        // own
        everyLaw(tensorSampler([n, n], attributes), (t) =>
          attributes.every((a) => holds(a, rationals, t) === true),
        );
      }
    });
  }
  it('antisymmetric and invertible at even size', () => {
    everyLaw(
      tensorSampler([4, 4], ['antisymmetric', 'invertible']),
      (t) => rank(rationals, t) === 4,
    );
  });
  it('onto and one-to-one at wide and tall shapes', () => {
    everyLaw(tensorSampler([2, 4], ['onto']), (t) => rank(rationals, t) === 2);
    everyLaw(tensorSampler([4, 2], ['one-to-one']), (t) => rank(rationals, t) === 2);
  });
  it('says so where there is none', () => {
    expect(() => tensorSampler([3, 2], ['onto']).draw(dice(1))).toThrow(/3×2.*onto/);
    expect(() => tensorSampler([3, 3], ['antisymmetric', 'invertible']).draw(dice(1))).toThrow(
      /antisymmetric invertible/,
    );
  });
});

describe('scalars and vectors', () => {
  for (const attributes of [[], ['positive'], ['nonnegative'], ['nonzero'], ['unit']] as const) {
    it(`${attributes.join(' ') || 'plain'}`, () => {
      const check = (t: Parameters<typeof holds>[2]): boolean =>
        attributes.every((a) => holds(a, rationals, t as never) === true);
      everyLaw(scalarSampler(attributes), check);
      everyLaw(tensorSampler([3], attributes), check);
    });
  }
});

describe('matrices by spectrum', () => {
  it('every class has the shape asked for and every number exact', () => {
    for (const kind of matrixClasses) {
      for (const [m, n] of [
        [1, 1],
        [2, 2],
        [2, 3],
        [3, 2],
        [3, 3],
      ] as const) {
        const a = drawOfClass(dice(7), kind, m, n, 'small');
        expect(a.shape).toEqual([m, n]);
        expect(a.data).toHaveLength(m * n);
      }
    }
  });
  it('singular ones are singular and nearly singular ones are not', () => {
    for (let seed = 0; seed < 60; seed++) {
      expect(rank(rationals, drawOfClass(dice(seed), 'singular', 3, 3, 'small'))).toBe(2);
      expect(rank(rationals, drawOfClass(dice(seed), 'nearly-singular', 3, 3, 'small'))).toBe(3);
      expect(
        rank(rationals, drawOfClass(dice(seed), 'rank-one', 3, 2, 'small')),
      ).toBeLessThanOrEqual(1);
    }
  });
});
