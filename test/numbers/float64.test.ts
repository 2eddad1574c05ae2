/** Tests of floating point functions against intervals. */
import { expect, test } from 'vitest';
import { brackets, lowerEnd } from '../../src/numbers/bracket.ts';
import { erf, erfc } from '../../src/numbers/erf.ts';
import { Undefined } from '../../src/numbers/field.ts';
import { float64 } from '../../src/numbers/float64.ts';
import { fromFloat, toFloat } from '../../src/numbers/rational-text.ts';

test('erf and erfc to some units in the last place, against certified brackets', () => {
  const fine = brackets(400);
  for (let x = -7; x <= 9; x += 0.0917) {
    const certain = fine.apply('erf', fromFloat(x));
    expect(Math.abs(erf(x) / toFloat(lowerEnd(certain)) - 1)).toBeLessThan(3e-15);
    const complement = toFloat(lowerEnd(fine.sub(1, certain)));
    expect(Math.abs(erfc(x) / complement - 1)).toBeLessThan(5e-15 * (1 + x * x));
  }
  expect([erf(0), erf(Infinity), erf(-Infinity), erfc(40), erfc(-40)]).toEqual([0, 1, -1, 0, 2]);
});

test('the activations where they are easily lost', () => {
  const { apply } = float64;
  expect(apply('softplus', 1000)).toBe(1000);
  expect(apply('softplus', -1000)).toBe(0);
  expect(apply('softplus', -40)).toBeCloseTo(Math.exp(-40), 30);
  expect(apply('sigmoid', -800)).toBe(0);
  expect(apply('silu', -800)).toBeCloseTo(0, 12);
  expect(apply('gelu', -Infinity)).toBe(0);
  expect(apply('gelu', 1)).toBeCloseTo(0.8413447460685429, 15);
  expect([
    apply('leakyrelu', -2),
    apply('leakystep', -2),
    apply('relu', -2),
    apply('step', 3),
  ]).toEqual([-0.02, 0.01, 0, 1]);
});

test('undefined: division by zero, logarithms and roots outside their domain, kinks, not a number', () => {
  const { apply, div, sign } = float64;
  for (const run of [
    () => div(1, 0),
    () => apply('log', 0),
    () => apply('log', -1),
    () => apply('sqrt', -1),
    () => apply('step', 0),
    () => apply('leakystep', 0),
    () => apply('exp', NaN),
    () => sign(NaN),
  ])
    expect(run).toThrow(Undefined);
  expect([sign(-2), sign(0), sign(1e-320)]).toEqual([-1, 0, 1]);
});

test('constants: rounded to nearest', () => {
  expect(float64.fromRational({ num: 1n, den: 3n })).toBe(1 / 3);
  expect(float64.constant?.('pi')).toBe(Math.PI);
});
