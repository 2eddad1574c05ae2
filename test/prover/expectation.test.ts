/**
 * Means by pairings, by declared moments and by changes of sign: proved where true, refuted where
 * false, by two programs that share nothing.
 */
import { describe, expect, test } from 'vitest';
import { claimText, parseClaim } from '../../src/language/index.ts';
import { judgeClaim } from '../../src/judge/index.ts';
import { goalOf, prove } from '../../src/prover/prove.ts';
import { searchSync } from '../../src/refuter/search.ts';
import { falseMeans, trueMeans } from './expectations.ts';

const time = 8000;

describe('true claims on means are proved, and no other judge objects', () => {
  test.each(trueMeans)('%s', (text) => {
    const claim = parseClaim(text);
    expect(prove(claim, { time })).not.toBeNull();
    expect(judgeClaim(claim, { seed: 1 })).not.toBe('fails');
    expect(searchSync(claim, { time: 1000, seed: 1, trials: 12 }).verdict).not.toBe('refuted');
  });
  test('there are many', () => expect(new Set(trueMeans).size).toBeGreaterThan(55));
});

describe('their false neighbours are refuted, and not proved', () => {
  test.each(falseMeans)('%s', (text) => {
    const claim = parseClaim(text);
    expect(prove(claim, { time: 200 })).toBeNull();
    expect(searchSync(claim, { time: 5000, seed: 1 }).verdict).toBe('refuted');
  });
  test('there are many', () => expect(new Set(falseMeans).size).toBeGreaterThan(50));
});

describe('a claim with random variables reads the same after it was written', () => {
  test.each([...trueMeans, ...falseMeans])('%s', (text) => {
    const once = claimText(parseClaim(text));
    expect(claimText(parseClaim(once))).toBe(once);
  });
});

describe('the unknown part of a mean is reported', () => {
  test.each<[string, RegExp]>([
    [
      'x: n ~ independent(0, v); v: scalar positive |- E[|x|^4] = 3 n v^2',
      /moment 3 of x, which is not declared/,
    ],
    ['z: scalar ~ normal(0, s); s: scalar positive |- E[relu(z)] = s', /odd power/],
    [
      'z: scalar ~ normal(1, s); s: scalar positive |- E[relu(z)^2] = s/2',
      /not known to be symmetric/,
    ],
    [
      "x: n ~ independent(0, v); v: scalar positive; a: n |- E[relu(a' x)^2] = v |a|^2 / 2",
      /not known to be symmetric/,
    ],
    [
      "W: m×n ~ normal(0, 1); x, y: n |- E[relu(W x)' relu(W y)] = m x' y / 2",
      /two different functions of one row/,
    ],
    ['W: n×n ~ normal(0, 1); x: n |- E[|relu(W W x)|^2] = |x|^2', /not linear in W/],
    ['z: scalar ~ normal(0, 1) |- E[1/z] = 0', /an inverse of something random/],
  ])('%s', (text, message) => {
    expect(() => goalOf(parseClaim(text))).toThrow(message);
    expect(prove(parseClaim(text), { time: 300 })).toBeNull();
  });
});

describe('the search says what it cannot average', () => {
  test.each<[string, RegExp]>([
    [
      'x: n ~ independent(0, v); v: scalar positive |- E[|x|^4] = 3 n v^2',
      /moment 4 of x is wanted and was not declared/,
    ],
    [
      'z: scalar ~ normal(0, s); s: scalar positive |- E[tanh(1/z)^2] = s',
      /the mean of a quotient by a function of a random variable/,
    ],
    [
      'W: n×n ~ normal(0, s); s: scalar positive; n > 2 |- E[sigma_max(W)] = s',
      /singular values are not computed/,
    ],
  ])('%s', (text, message) => {
    const found = searchSync(parseClaim(text), { time: 1000, seed: 1, trials: 20 });
    expect(found.verdict).toBe('gave-up');
    expect(found.reason).toMatch(message);
  });
});

test('a negative variance is not a point of the claim, so that it refutes nothing', () => {
  const found = searchSync(parseClaim('z: scalar ~ normal(0, s); s: scalar |- E[z^2] >= 0'), {
    time: 1000,
    seed: 1,
    trials: 200,
  });
  // the condition that s is nonnegative is a hypothesis, which points are drawn to meet
  expect(found.verdict).toBe('survived');
  expect(found.trials.met).toBeGreaterThan(0);
});

test('the fourth moment is at least the square of the second, so that a smaller one refutes nothing', () => {
  const found = searchSync(
    parseClaim('z: scalar ~ independent(0, v, 0, q); v, q: scalar |- q >= v^2 or E[z^4] != q'),
    { time: 1000, seed: 1, trials: 300 },
  );
  expect(found.verdict).not.toBe('refuted');
});

test('the eighth moment of four layers takes well under a second', () => {
  const layers = ['A', 'B', 'C', 'D'].map((w) => `${w}: n×n ~ normal(0, 1/n)`).join('; ');
  const claim = parseClaim(
    `${layers}; x: n |- E[|D C B A x|^8] = |x|^8 (1 + 2/n)^4 (1 + 4/n)^4 (1 + 6/n)^4`,
  );
  goalOf(claim);
  const before = process.cpuUsage();
  goalOf(claim);
  const { user, system } = process.cpuUsage(before);
  expect((user + system) / 1000).toBeLessThan(1000);
  expect(prove(claim, { time })).not.toBeNull();
});
