/** Tests of deciding formulas in floating point. */
import { describe, expect, test } from 'vitest';
import fc from 'fast-check';
import { Undefined } from '../../src/numbers/field.ts';
import { float64 } from '../../src/numbers/float64.ts';
import { leads, type Lead } from '../../src/evaluate/leads.ts';
import { formula, into, point } from './points.ts';

const at = into(
  float64,
  point(
    { n: 2, m: 3 },
    {
      A: [
        ['1/3', '2/7'],
        ['-5/11', '1/13'],
      ],
      S: [
        ['2/3', '1/7'],
        ['1/7', '1/3'],
      ],
      W: [
        ['1/3', '1/7'],
        ['2/3', '2/7'],
        [1, '3/7'],
      ],
      x: ['1/3', '-2/7'],
      y: ['2/3', '-4/7'],
      c: '1/3',
      tiny: '1/1000000000000000000000000000000',
    },
  ),
);
const lead = (text: string): Lead =>
  leads(formula(`A, S: n×n; W: m×n; x, y: n; c, tiny: scalar |- ${text}`), at);

describe('leads of floating point', () => {
  test.each<[string, Lead]>([
    ["A A' - A A' = 0", 'holds'],
    ["(A' A)' = A' A", 'holds'],
    ["A = A'", 'fails'],
    ['inv(A) A = I', 'holds'],
    ['inv(A) A = 2 I', 'fails'],
    // equal up to rounding, though every digit of the difference is wrong
    ['c + c + c = 1', 'holds'],
    ['(c + c + c - 1) c = 0', 'holds'],
    // small is not zero: nothing cancelled
    ['tiny = 0', 'fails'],
    ['tiny x = 0', 'fails'],
    ['tiny > 0', 'holds'],
    ['1 + tiny = 1', 'holds'],
    ['y ~~ x', 'holds'],
    ['y ~~ -x', 'fails'],
    ['0 x ~~ 0 y', 'holds'],
    ['0 x ~~ y', 'fails'],
    ["A' A >>= 0", 'holds'],
    ["A A' - 2 I >>= 0", 'fails'],
    ['rank(W) = 1', 'holds'],
    ['rank(W) = 2', 'fails'],
    ['W is one-to-one', 'fails'],
    ['S is pd', 'holds'],
    ['S is psd', 'holds'],
    ["W' W is pd", 'fails'],
    ["W' W is psd", 'holds'],
    ['S is symmetric', 'holds'],
    ['norm(A x) <= sigma_max(A) |x|', 'holds'],
    ['sigma_max(A) < sigma_min(A)', 'fails'],
    ['tr(S) = lambda[1](S) + lambda[2](S)', 'holds'],
    ['c = 1 => c = 2', 'holds'],
    ['not c = 1', 'holds'],
    ['c > 0 and c > 1', 'fails'],
    ["forall v: n. v' S v > 0", 'unclear'],
  ])('%s %s', (text, wanted) => {
    expect(lead(text)).toBe(wanted);
  });

  test('a term without a value yields no lead', () => {
    expect(() => lead('log(-c) = 1')).toThrow(Undefined);
  });

  test('true identities are never said to fail', () => {
    const entry = fc.integer({ min: -1000, max: 1000 }).map((k) => `${k}/7`);
    const matrix = fc.array(fc.array(entry, { minLength: 3, maxLength: 3 }), {
      minLength: 3,
      maxLength: 3,
    });
    const identity = formula(
      "A, B: n×n |- det(A B) = det(A) det(B) and (A B)' = B' A' and tr(A B) = tr(B A) and (A + B)^2 = A^2 + A B + B A + B^2",
    );
    fc.assert(
      fc.property(matrix, matrix, (A, B) => {
        expect(leads(identity, into(float64, point({ n: 3 }, { A, B })))).not.toBe('fails');
      }),
      { numRuns: 100 },
    );
  });
});
