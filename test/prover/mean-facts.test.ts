/**
 * What means of functions are known to obey: they keep the order of what is averaged, and squares
 * are averaged to no less than the mean's square.
 */
import { describe, expect, test } from 'vitest';
import { parseClaim } from '../../src/language/index.ts';
import { goalOf, prove } from '../../src/prover/prove.ts';

const time = 8000;
const normal = 'x: n ~ normal(0, 1); f, g: R^n -> R';

describe('proved, with the theorem named', () => {
  test.each<[string, readonly string[], readonly string[]]>([
    [
      `${normal} |- E[f(x)]^2 <= E[f(x)^2]`,
      [],
      ['the mean of a square is at least the square of the mean'],
    ],
    [`${normal} |- E[f(x)^2] >= 0`, [], ['monotonicity of the mean']],
    [
      'x: n ~ normal(0, S); S: n×n; f: R^n -> R |- E[f(x)]^2 <= E[f(x)^2]',
      ['S psd'],
      ['the mean of a square is at least the square of the mean'],
    ],
    [
      'x: n ~ normal(0, s); s: scalar positive; f: R^n -> R |- E[(f(x) - E[f(x)])^2] >= 0',
      ['s nonnegative'],
      ['monotonicity of the mean'],
    ],
    [
      `${normal}; forall y: n. f(y) <= g(y) |- E[f(x)] <= E[g(x)]`,
      ['forall y: n. f(y) <= g(y)'],
      ['monotonicity of the mean'],
    ],
    [
      `${normal}; c: scalar; forall y: n. f(y) <= c |- E[f(x)] <= c`,
      ['forall y: n. f(y) <= c'],
      ['monotonicity of the mean'],
    ],
    [
      `${normal}; c: scalar; forall y: n. f(y) = c |- E[f(x)] = c`,
      ['forall y: n. f(y) = c'],
      ['monotonicity of the mean'],
    ],
    [`${normal} |- E[f(x) g(x)]^2 <= E[f(x)^2] E[g(x)^2]`, [], ['Cauchy and Schwarz for means']],
    [`${normal} |- -2 E[f(x) g(x)] <= E[f(x)^2] + E[g(x)^2]`, [], ['monotonicity of the mean']],
    [`${normal} |- E[(f(x) - E[f(x)])^2] = E[f(x)^2] - E[f(x)]^2`, [], []],
    [`${normal}; c: scalar |- E[c + f(x)] = c + E[f(x)]`, [], []],
    [`${normal}; z: n ~ normal(0, 1) |- E[f(x) g(z)] = E[f(x)] E[g(z)]`, [], []],
    [
      "z: scalar ~ normal(0, 1); f, g: R -> R |- E[z f(z) g(z)] = E[f'(z) g(z)] + E[f(z) g'(z)]",
      [],
      [],
    ],
  ])('%s', (text, assumed, axioms) => {
    const proof = prove(parseClaim(text), { time });
    expect(proof?.assumed).toEqual(assumed);
    expect(proof?.axioms).toEqual(axioms);
  });
});

describe('false, and not proved', () => {
  test.each([
    `${normal} |- E[f(x)^2] <= E[f(x)]^2`,
    `${normal} |- E[f(x)]^2 = E[f(x)^2]`,
    `${normal} |- E[f(x)]^2 < E[f(x)^2]`,
    `${normal} |- E[f(x)] <= E[f(x)^2]`,
    `${normal} |- 0 <= E[f(x)]`,
    `${normal} |- E[f(x) g(x)] = E[f(x)] E[g(x)]`,
    `${normal} |- 0 <= E[f(x) g(x)]`,
    `${normal}; z: n ~ normal(0, 1) |- E[f(x) g(x)] = E[f(x) g(z)]`,
    `${normal}; z: n ~ normal(0, 2) |- E[f(x)]^2 <= E[f(z)^2]`,
    `${normal} |- E[f(x) g(x)]^2 <= E[f(x)^2] + E[g(x)^2]`,
    `${normal} |- 3 E[f(x) g(x)] <= E[f(x)^2] + E[g(x)^2]`,
    `${normal}; z: n ~ normal(0, 2) |- E[f(x) g(x)]^2 <= E[f(x)^2] E[g(z)^2]`,
    `${normal}; f(0) <= g(0) |- E[f(x)] <= E[g(x)]`,
    `${normal}; v: n; f(v) <= g(v) |- E[f(x)] <= E[g(x)]`,
    `${normal}; forall y: n. 0 <= f(y) |- 0 < E[f(x)]`,
    `${normal}; z: n ~ normal(0, 2); forall y: n. f(y) <= g(y) |- E[f(x)] <= E[g(z)]`,
    `${normal}; c: scalar; forall y: n. f(y) <= c |- E[f(x)^2] <= c^2`,
    `${normal}; z: n ~ normal(0, 1) |- E[f(x) f(z)] = E[f(x)^2]`,
    `${normal}; z: n ~ normal(0, 1) |- E[f(x + z) f(x)] = E[f(x)]^2`,
    `${normal}; A: n×n |- E[f(A x)] = E[f(A' x)]`,
    `${normal} |- 0 <= E[f(x)^3]`,
    "z: scalar ~ normal(0, 1); f: R -> R |- E[f'(z) f(2 z)] = E[f'(2 z) f(z)]",
    'z: scalar ~ rademacher; f: R -> R |- E[f(z)^2] = E[f(z)]^2',
    "z: scalar ~ normal(m, 1); m: scalar; f: R -> R |- grad[m](E[f(z)^2]) = E[f(z) f'(z)]",
    'z: scalar ~ normal(0, 1); f: R -> R |- E[z f(z)]^2 <= E[f(z)]^2',
    "z: scalar ~ normal(0, 1); f: R -> R |- E[f'(z)]^2 <= E[f(z)^2] / 2",
  ])('%s', (text) => expect(prove(parseClaim(text), { time: 300 })?.derivation ?? null).toBeNull());
});

test('no mean is known under a law that its moments do not determine, nor inside sums', () => {
  const said = (text: string): number =>
    goalOf(parseClaim(text)).means.filter((fact) => fact() !== null).length;
  expect(said('z: scalar ~ normal(0, 1); f: R -> R |- E[f(z)]^2 <= E[f(z)^2]')).toBeGreaterThan(0);
  expect(said('z: scalar ~ independent(0, 1); f: R -> R |- E[f(z)]^2 <= E[f(z)^2]')).toBe(0);
  expect(
    said(
      'z: scalar ~ normal(0, 1); f[i]: R -> R for i in 1..N |- sum[i](E[f[i](z)]) = sum[i](E[f[i](z)])',
    ),
  ).toBe(0);
});
