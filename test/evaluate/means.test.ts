/** Means by values: enclosures checked against known values, and means that are not computed. */
import { describe, expect, test } from 'vitest';
import { evaluate } from '../../src/evaluate/evaluate.ts';
import { parseClaim } from '../../src/language/index.ts';
import { brackets, lowerEnd, upperEnd, type Bracket } from '../../src/numbers/bracket.ts';
import { Undefined, Unsupported } from '../../src/numbers/field.ts';
import { toFloat } from '../../src/numbers/rational-text.ts';
import { rationals } from '../../src/numbers/rationals.ts';
import type { Expr } from '../../src/language/ast.ts';

const sideOf = (claim: string): Expr => {
  const { conclusion } = parseClaim(`${claim} = 0`);
  if (conclusion.kind !== 'relation') throw new Error('no relation');
  return conclusion.left;
};
const nowhere = (n: number) => ({ dims: new Map([['n', n]]), values: new Map() });
const enclosed = (claim: string, n = 1, bits = 64): readonly [number, number] => {
  const field = brackets(bits);
  const [value] = evaluate<Bracket>(sideOf(claim), field, nowhere(n)).data as [Bracket];
  return [toFloat(lowerEnd(value)), toFloat(upperEnd(value))];
};

const known: readonly (readonly [claim: string, value: number])[] = [
  ['x: scalar ~ normal(0, 1) |- E[tanh(x)]', 0],
  ['x: scalar ~ normal(0, 1) |- E[|x|]', Math.sqrt(2 / Math.PI)],
  ['x: scalar ~ normal(0, 4) |- E[relu(x)]', Math.sqrt(2 / Math.PI)],
  ['x: scalar ~ normal(1, 1) |- E[exp(x)]', Math.exp(3 / 2)],
  ['x: scalar ~ normal(0, 1) |- E[x^2 exp(x)]', 2 * Math.exp(1 / 2)],
  ['x: scalar ~ normal(0, 1) |- E[sigmoid(x)]', 1 / 2],
  ['x: scalar ~ normal(0, 1) |- E[x tanh(x)]', 0.605706],
  ['x: scalar ~ normal(0, 1) |- E[x erf(x)]', 2 / Math.sqrt(3 * Math.PI)],
  ['x: scalar ~ normal(0, 1) |- E[1/(1 + x^2)]', 0.65568],
  [
    'x: scalar ~ normal(0, 1); y: scalar ~ rademacher |- E[exp(x + y)]',
    Math.exp(1 / 2) * Math.cosh(1),
  ],
];

describe('a bracket holds the mean', () => {
  test.each(known)('%s', (claim, value) => {
    const [low, high] = enclosed(claim);
    expect(low).toBeLessThanOrEqual(value + 1e-6);
    expect(high).toBeGreaterThanOrEqual(value - 1e-6);
    expect(high - low).toBeLessThan(1);
    const [lower, upper] = enclosed(claim, 1, 256);
    expect(upper - lower).toBeLessThan(high - low);
    expect(lower).toBeLessThanOrEqual(value + 1e-6);
    expect(upper).toBeGreaterThanOrEqual(value - 1e-6);
  });
  test('of two Gaussians', () => {
    const [low, high] = enclosed('x: n ~ normal(0, 1) |- E[|x|]', 2);
    expect(low).toBeLessThanOrEqual(Math.sqrt(Math.PI / 2));
    expect(high).toBeGreaterThanOrEqual(Math.sqrt(Math.PI / 2));
  });
});

test.each([
  'x: scalar ~ normal(0, 1) |- E[1/x]',
  'x: scalar ~ normal(0, 1) |- E[1/(1 - x^2)]',
  'x: scalar ~ normal(0, 1) |- E[sqrt(x)]',
  'x: scalar ~ normal(0, 1) |- E[sqrt(x + 100)]',
  'x: scalar ~ normal(0, 1) |- E[log(x)]',
  'x: scalar ~ normal(0, 1) |- E[log(x^2)]',
  'x: scalar ~ normal(0, 1) |- E[exp(x^2)]',
  'x: scalar ~ normal(0, 1) |- E[exp(exp(x))]',
  'x: scalar ~ normal(0, 400) |- E[exp(x)]',
  "x: n ~ normal(0, I) |- E[tanh(ones' x)]",
])('is not computed: %s', (claim) => {
  expect(() => enclosed(claim, 3)).toThrow(Unsupported);
});

test('signs are gone through one by one', () => {
  const mean = (claim: string, n: number) => evaluate(sideOf(claim), rationals, nowhere(n)).data;
  expect(mean("W: n×n ~ rademacher |- E[inv(W' W + I)]", 1)).toEqual([toFraction(1, 2)]);
  expect(mean('x: scalar ~ rademacher |- E[|x|^(-2)]', 1)).toEqual([1]);
  // one of the signs makes it singular
  expect(() => mean('W: n×n ~ rademacher |- E[inv(W)]', 2)).toThrow(Undefined);
  expect(() => mean("x: n ~ rademacher |- E[tr(inv(x x' + I))]", 12)).toThrow(Unsupported);
});

const toFraction = (num: number, den: number) =>
  rationals.fromRational({ num: BigInt(num), den: BigInt(den) });
