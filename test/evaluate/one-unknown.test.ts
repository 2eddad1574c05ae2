/** Quantifiers over one unknown, decided at a point whatever the degree. */
import { describe, expect, test } from 'vitest';
import { decide } from '../../src/evaluate/decide.ts';
import { Unsettled } from '../../src/numbers/field.ts';
import { rationals } from '../../src/numbers/rationals.ts';
import { parseClaim } from '../../src/language/index.ts';
import { searchSync } from '../../src/refuter/index.ts';
import { prove } from '../../src/prover/prove.ts';
import { formula, point } from './points.ts';

const at = point(
  { n: 1, m: 2 },
  {
    a: 2,
    b: -3,
    z: 0,
    A: [[-1]],
    D: [
      [1, 0],
      [0, 3],
    ],
  },
);
const says = (text: string): boolean =>
  decide(formula(`a, b, z: scalar; A: n×n; D: m×m symmetric |- ${text}`), rationals, at);

describe('exists', () => {
  test.each([
    ['exists x: scalar. x^2 = a', true],
    ['exists x: scalar. x^2 = b', false],
    ['exists x: scalar. x^2 + a x + 1 = 0', true],
    ['exists x: scalar. x^2 + x + 1 = 0', false],
    ['exists x: scalar. x^3 = a and x <= 1', false],
    ['exists x: scalar. x^3 = a and x > 1', true],
    ['exists x: scalar. x^3 = a and x >= 5/4 and x <= 63/50', true],
    ['exists x: scalar. x^2 = a and x^4 = 5', false],
    ['exists x: scalar. x^2 = a and x^4 = 4 and x < 0', true],
    ['exists x: scalar positive. x^2 = a and x^3 < a', false],
    ['exists x: scalar nonnegative. x + 1 = 1', true],
    ['exists x: scalar nonzero. x^2 = z', false],
    ['exists B: n×n. B B = A', false],
    ['exists B: n×n pd. B B B = -A', true],
    ['exists c: scalar. D - c I is pd and c >= 1', false],
    ['exists c: scalar. D - c I is psd and c >= 1', true],
    ['exists c: scalar. D - c I is invertible and c^2 = 2', true],
    ['exists c: scalar. rank(D - c I) = 1 and c > 2', true],
    ['exists c: scalar. rank(D - c I) = 0', false],
    ['exists c: scalar. relu(c) = -c and c^2 = a', false],
    ['exists c: scalar. abs(c) = -c and c^2 = a', true],
    ['exists x: scalar. 1/x = 7/3', true],
    ['exists x: scalar. 1/x = 17/13 and x^2 < a', true],
  ])('%s: %s', (text, truth) => expect(says(text)).toBe(truth));
});

describe('forall', () => {
  test.each([
    ['forall x: scalar. x^4 - 2 x^2 + 1 >= 0', true],
    ['forall x: scalar. x^4 - 2 x^2 + 1 > 0', false],
    ['forall x: scalar. (x^2 - 2)^2 > 0', false],
    ['forall x: scalar. (x^2 + x + 1) (x^4 + 1) > 0', true],
    ['forall x: scalar positive. x^3 - 3 x + 2 >= 0', true],
    ['forall x: scalar. x^3 - 3 x + 2 >= 0', false],
    ['forall x: scalar. x^2 = a => x^4 = 4', true],
    ['forall x: scalar. x^2 = a => x > 0', false],
    ['forall c: scalar. c > 3 => c I - D is pd', true],
    ['forall c: scalar. c >= 3 => c I - D is pd', false],
  ])('%s: %s', (text, truth) => expect(says(text)).toBe(truth));
});

test('what is undefined at one value alone decides nothing, and hides no value that does', () => {
  expect(() => says('exists x: scalar. 1/x = z')).toThrow(Unsettled);
  expect(says('forall x: scalar. 1/x > -5')).toBe(false);
});

test('functions that are not rational, or more unknowns, are not decided', () => {
  for (const text of [
    'exists x: scalar. exp(x) = b',
    "exists x: m. (x' x)^2 = -1",
    'forall x: scalar. exp(x) > 0',
  ])
    expect(() => says(text)).toThrow(Unsettled);
});

test.each([
  'A: n×n |- exists B: n×n. B B = A',
  'a: scalar |- exists x: scalar. x^2 = a',
  'a, b: scalar |- exists x: scalar. x^2 + a x + b = 0',
  'a, b: scalar |- exists x: scalar. x^3 + a x + b = 0 and x > 0',
  'A: n×n symmetric |- exists c: scalar positive. c^2 I <<= A',
  'A: n×n |- exists c: scalar. det(A - c I) = 0',
  'x, y: n |- exists c: scalar. |x - c y|^2 <= 1/2 |x|^2',
  's: scalar |- forall t: scalar. t^4 - 4 s t^2 + 1 >= 0',
  'x: scalar positive |- exists t: scalar positive. t^3 = x and t < x',
])('%s is refuted, and not proved', (text) => {
  const claim = parseClaim(text);
  expect(searchSync(claim, { time: 5000, seed: 1 }).counterexample).not.toBeNull();
  expect(prove(claim)).toBeNull();
});

test.each([
  'a, b: scalar |- exists x: scalar. x^3 + a x + b = 0',
  'a: scalar positive |- exists x: scalar positive. x^2 = a',
  'A: n×n symmetric |- exists c: scalar. A + c I is pd',
  'A: n×n |- exists c: scalar nonzero. A - c I is invertible',
  'x, y: n |- exists c: scalar. |x - c y|^2 <= |x|^2',
  'A, B: n×n pd |- exists c: scalar positive. A <<= c B',
  's: scalar |- forall t: scalar. t^4 - 2 s t^2 + s^2 >= 0',
])('%s is not refuted', (text) =>
  expect(searchSync(parseClaim(text), { time: 400, seed: 1 }).counterexample).toBeNull(),
);
