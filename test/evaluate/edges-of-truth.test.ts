/** Cases that tell a rule from its nearest wrong one. */
import { expect, test } from 'vitest';
import { decide } from '../../src/evaluate/decide.ts';
import { Unsupported } from '../../src/numbers/field.ts';
import { float64 } from '../../src/numbers/float64.ts';
import { rationals } from '../../src/numbers/rationals.ts';
import { holds } from '../../src/operators/attributes.ts';
import type { Expr } from '../../src/language/ast.ts';
import { evaluate } from '../../src/evaluate/evaluate.ts';
import { expression, formula, into, point, rational } from './points.ts';

const at = point(
  { n: 2 },
  {
    A: [
      [1, 0],
      [0, 0],
    ],
    B: [
      [0, 1],
      [0, 0],
    ],
    C: [
      [2, 0],
      [3, 0],
    ],
    Z: [
      [0, 0],
      [0, 0],
    ],
    I2: [
      [1, 0],
      [0, 1],
    ],
    v: [0, 1],
  },
);
const says = (text: string): boolean =>
  decide(formula(`A, B, C, Z, I2: n×n; v: n |- ${text}`), rationals, at);

test('kernels of one rank may differ, and one may lie in the other', () => {
  expect(says('ker(A) = ker(B)')).toBe(false);
  expect(says('ker(A) = ker(C)')).toBe(true);
  expect(says('ker(A) = ker(Z)')).toBe(false);
  expect(says('ker(Z) = ker(A)')).toBe(false);
  expect(says('ker(I2) = ker(A)')).toBe(false);
  expect(says('ker(A) = ker(I2)')).toBe(false);
  expect(says('ker(A) != ker(B)')).toBe(true);
  expect(says('ker(A) != ker(C)')).toBe(false);
});

test('floating point decides no membership either', () => {
  expect(says('v in ker(A)')).toBe(true);
  expect(() =>
    decide(
      formula('A: n×n; v: n |- v in ker(A)'),
      float64,
      into(
        float64,
        point(
          { n: 2 },
          {
            A: [
              [1, 0],
              [0, 0],
            ],
            v: [0, 1],
          },
        ),
      ),
    ),
  ).toThrow(Unsupported);
});

test('a projector is not an involution', () => {
  const [projector, involution] = [
    rational([
      [1, 0],
      [0, 0],
    ]),
    rational([
      [0, 1],
      [1, 0],
    ]),
  ];
  expect(holds('projector', rationals, projector)).toBe(true);
  expect(holds('projector', rationals, involution)).toBe(false);
});

test('a rectangle is not symmetric, orthogonal or invertible', () => {
  const wide = rational([
    [1, 1, 1],
    [1, 1, 1],
  ]);
  expect(holds('symmetric', rationals, wide)).toBe(false);
  expect(
    holds(
      'invertible',
      rationals,
      rational([
        [1, 0, 0],
        [0, 1, 0],
      ]),
    ),
  ).toBe(false);
});

test('an exponent may be the negative of a size', () => {
  const span = { start: 0, end: 0 };
  const size: Expr = { kind: 'dimension', dim: 'n', shape: [], span };
  const exponent: Expr = {
    kind: 'operator',
    operator: 'neg',
    args: [size],
    params: [],
    shape: [],
    span,
  };
  const power: Expr = {
    kind: 'operator',
    operator: 'pow',
    args: [expression('A: n×n |- A'), exponent],
    params: [],
    shape: ['n', 'n'],
    span,
  };
  expect(
    evaluate(
      power,
      rationals,
      point(
        { n: 2 },
        {
          A: [
            [1, 1],
            [0, 1],
          ],
        },
      ),
    ).data,
  ).toEqual([1, -2, 0, 1]);
});
