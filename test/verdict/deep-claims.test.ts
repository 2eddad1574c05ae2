/** Deep and long claims end by counted work, with a verdict, and without an error of the engine. */
import { expect, test } from 'vitest';
import { spent, unitsPerMillisecond } from '../../src/numbers/counted-work.ts';
import { examine } from '../../src/verdict/examine.ts';

const nested = (depth: number, wrap: (inner: string, i: number) => string, inner: string): string =>
  Array.from({ length: depth }).reduce<string>((text, _, i) => wrap(text, i), inner);

test.each([
  `x: scalar |- ${nested(60, (x) => `exp(${x})`, 'x')} = 0`,
  `|- ${nested(20, (x, i) => `sum[i${i} in 1..9](${x})`, '1')} = 0`,
  `x: scalar ~ normal(0, 1) |- E[${nested(20, (x) => `square(${x})`, 'x')}] = 0`,
  `x: scalar ~ normal(0, 1) |- E[${nested(20, (x) => `relu(${x})`, 'x')}] = 0`,
  `x: scalar ~ normal(0, 1); phi: activation |- E[${nested(20, (x) => `phi(${x})`, 'x')}] = 0`,
  `x: scalar |- ${nested(20, (x) => `square(${x})`, 'x')} = ${nested(20, (x) => `square(${x})`, 'x')} + 0`,
  `x: scalar |- ${nested(20, (x) => `(1 + ${x})^10`, 'x')} = 0`,
  `A: n×n |- ${nested(20, (x) => `(A + ${x})^3`, 'A')} = 0`,
  `x: scalar |- ${nested(20, (x) => `grad[x](${x})`, 'x^9')} = 0`,
])('%s', async (text) => {
  const before = spent();
  const { verdict } = await examine(text, { time: 0.2, seed: 1 });
  expect(['proved', 'refuted', 'survived', 'gave-up']).toContain(verdict);
  expect((spent() - before) / unitsPerMillisecond).toBeLessThan(5000);
});
