/**
 * Laws that do not exist, kinks that are met, means that are not computed, and names of mean
 * functions.
 */
import { describe, expect, test } from 'vitest';
import { parseClaim } from '../../src/language/index.ts';
import { prove } from '../../src/prover/prove.ts';
import { examine } from '../../src/verdict/examine.ts';
import type { Verdict } from '../../src/verdict/verdict.ts';
import { falsehoods, notSymmetric, swapped } from './false-mean-claims.ts';

const settled = (claim: string): Promise<Verdict> => examine(claim, { time: 0.5, seed: 1 });

const lawless: readonly string[] = [
  'x: scalar ~ normal(0, 1 - 2) |- E[x^2] = -1',
  'x: n ~ normal(0, -I) |- E[|x|^2] = -n',
  "x: n ~ normal(0, I - 2 I) |- E[x x'] = -I",
  'x: scalar ~ independent(0, 1-1, 1) |- E[x^3] = 1',
  'x: scalar ~ independent(0, 2 - 2, 3) |- E[x^3] = 3',
  'x: scalar ~ independent(0, 0, 0, 2) |- E[x^4] = 2',
  'x: scalar ~ independent(0, 1, 1, 3/2 - 1) |- E[x^4] = 1/2',
  'x: scalar ~ independent(0, 1, 2, 4 + 1/2) |- E[x^4] = 9/2',
  's: scalar; x: scalar ~ normal(0, -s^2 - 1) |- E[x^2] = -s^2 - 1',
  's: scalar positive; x: scalar ~ normal(0, -s) |- E[x^2] = -s',
  'x: scalar ~ normal(0, 1 - 2); y: scalar ~ normal(0, 1) |- E[x y] = 1',
  "u: n nonzero; x: n ~ normal(0, -u u') |- E[x x'] = -u u'",
];

describe('nothing is proved about a law that does not exist', () => {
  test.each(lawless)('%s', async (claim) => {
    const { verdict, message } = await settled(claim);
    expect(['gave-up', 'ill-typed'], message ?? claim).toContain(verdict);
  });
});

/** True, because parameters at which the law does not exist are not points of the claim. */
const withParameters: readonly (readonly [claim: string, assumed: string])[] = [
  [
    'v, t, k: scalar; x: scalar ~ independent(0, v, t, k); v = 0 |- E[x^4] = 0',
    'some law has the moments of x',
  ],
  ['s: scalar; x: scalar ~ independent(0, 0, 0, s) |- E[x^4] = 0', 'some law has the moments of x'],
  [
    's: scalar; x: scalar ~ independent(0, 1, 2, s) |- E[x^4] >= 5',
    'some law has the moments of x',
  ],
  [
    't: scalar; x: scalar ~ independent(0, 1, t, 2) |- E[x^3] <= 1',
    'some law has the moments of x',
  ],
  ['s: scalar; x: scalar ~ normal(0, -s^2) |- E[x^2] = 0', '-s^2 nonnegative'],
  ['s: scalar; x: scalar ~ normal(0, s) |- E[x^2] = |s|', 's nonnegative'],
  ["S: n×n antisymmetric; x: n ~ normal(0,S) |- E[x x'] = S", 'S psd'],
  ["S: n×n; x: n ~ normal(0, S); u: n |- E[(u' x)^2] = u' S u", 'S psd'],
  ["S: n×n; x: n ~ normal(0, S) |- E[x x'] = S'", 'S psd'],
  ['S: n×n; x: n ~ normal(0, S); f: R^n -> R |- E[x f(x)] = S E[grad(f)(x)]', 'S psd'],
  ["u: n; x: n ~ normal(0, -u u') |- E[x x'] = 0", "-u u' psd"],
  ["w: n ~ normal(0,1); x: n |- E[relu'(w' x)] = 1/2", "w' x off the kinks of relu"],
];

describe('what a law asks of its parameters is assumed', () => {
  test.each(withParameters)('%s', async (claim, assumed) => {
    const found = await settled(claim);
    expect(found.verdict).toBe('proved');
    expect(found.assumed).toContain(assumed);
  });
});

/** False, and out of the search's reach behind a quantifier: sign(0) is 0, and it is met. */
const unproved: readonly string[] = [
  "w: n ~ normal(0,1) |- exists x: n. x = 0 and E[sign(w' x)^2] = 1",
  "w: n ~ normal(0,1) |- exists x: n. x = 0 and E[sign(w' x)^4] >= 1/2",
  'W: m×n ~ normal(0,1) |- exists x: n. x = 0 and E[|sign(W x)|^2] = m',
  "w: n ~ normal(0,1) |- exists x: n. x = 0 and E[sign(w' x)^2 |w|^2] = n",
];
const signs: readonly string[] = [
  "w: n ~ normal(0,1); x: n nonzero |- E[sign(w' x)^2] = 1",
  's: scalar positive; w: scalar ~ normal(0,s) |- E[sign(w)^2] = 1',
  "w: n ~ normal(0,1); x: n |- E[sign(w' x)^2] = sign(|x|^2)^2",
  'W: m×n ~ normal(0,1); x: n |- E[|sign(W x)|^2] = m sign(|x|^2)^2',
];

describe('the square of a sign has the mean 1 only where its argument varies', () => {
  test.each(unproved)('%s', (claim) => {
    expect(prove(parseClaim(claim), { time: 500 })).toBeNull();
  });
  test.each(signs)('%s', (claim) => {
    expect(prove(parseClaim(claim), { time: 1500 })).not.toBeNull();
  });
});

/** Every sign is met: x + y = 0 has probability 1/2, and a covariance matrix may be singular. */
const ofSigns: readonly (readonly [claim: string, refuted: boolean])[] = [
  ['x, y: scalar ~ rademacher |- E[sign(x + y)^2] = 1/2', false],
  ['x, y: scalar ~ rademacher |- E[sign(x + y)^4] = 1/2', false],
  ['x, y: scalar ~ rademacher |- E[sign(x + y)^2] = 1', true],
  ['x, y: scalar ~ rademacher |- E[sign(x - y)^2 x^2] = 1', true],
  ["w: n ~ rademacher; x: n nonzero |- E[sign(w' x)^2] = 1", true],
  ["x: n ~ normal(0, S); S: n×n psd; u: n |- E[sign(u' x)^2] = sign(u' S u)^2", false],
  ["x: n ~ normal(0, S); S: n×n psd; u: n nonzero |- E[sign(u' x)^2] = 1", true],
  ['x: scalar ~ independent(0, 1) |- E[sign(x)^2] = 1/2', false],
];

test.each(ofSigns)('the square of a sign in a search: %s', async (claim, refuted) => {
  expect((await settled(claim)).verdict === 'refuted').toBe(refuted);
});

describe('false means are refuted', () => {
  test.each(falsehoods)('%s', async (claim) => {
    const found = await settled(claim);
    expect(found.verdict, found.message ?? claim).toBe('refuted');
  });
});

/** Their means do not exist, or are not computed. */
const open: readonly string[] = [
  "W: n×n ~ normal(0, 1) |- E[inv(W' W)] = I",
  "W: m×n ~ normal(0, 1); m > n + 1 |- E[inv(W' W)] = 7 I",
  'x: scalar ~ normal(0, 1) |- E[1/x] = 0',
  'x: scalar ~ normal(0, 1) |- E[sqrt(x)] = 0',
  'x: scalar ~ normal(0, 1) |- E[log(x)] = 0',
  'x: scalar ~ normal(0, 1) |- E[exp(x^2)] = 0',
  'x: scalar ~ normal(0, 1) |- E[1/x^2] >= 1',
  'W: m×n ~ normal(0, 1) |- E[tr(pinv(W) W)] = 1',
  'x: scalar ~ normal(0, 1); y: scalar ~ normal(0, 1) |- E[x/y] = 0',
  'x: scalar ~ normal(0, 1); W: n×n ~ normal(0, 1) |- E[x inv(W)] = 0',
  'x: scalar ~ normal(0, 1); y: scalar ~ normal(0, 1) |- E[x exp(y^2)] = 0',
  'x: scalar ~ normal(0, 1); y: scalar ~ normal(0, 1) |- E[x |y|^(-2)] = 0',
  'x: scalar ~ normal(0, 1); y: scalar ~ independent(0, 1) |- E[x y^4] = 0',
  'x: scalar ~ normal(0, 1); y: scalar ~ independent(0, 1) |- E[x exp(y)] = 0',
  'x: scalar ~ normal(0, 1); y: scalar ~ independent(0, 1) |- E[x relu(y)^3] = 0',
  'x: scalar ~ rademacher; y: scalar ~ normal(0, 1) |- E[x log(y^2)] = 0',
];

const contradictoryLaws: readonly string[] = [
  "w: scalar ~ normal(0, 0) |- E[relu'(w)] = 1/2",
  "w: scalar ~ normal(0, 1 - 1) |- E[relu'(w)] = 1/2",
  "w: n ~ normal(0, 0); x: n |- E[relu'(w' x)] = 1/2",
  "w: n ~ normal(0, 1) |- E[relu'(0 w' w)] = 1/2",
  "w: n ~ normal(0, 1); x: n; x = 0 |- E[relu'(w' x)] = 1/2",
];

describe('conditions under a mean that no law meets prove nothing', () => {
  test.each(contradictoryLaws)('%s', async (claim) => {
    const found = await settled(claim);
    expect(found.verdict, found.message ?? claim).toBe('gave-up');
  });
});

describe('a condition that is not computed is not met', () => {
  test.each(open)('%s', async (claim) => {
    const found = await settled(claim);
    expect(found.verdict).toBe('gave-up');
    expect(found.message).toMatch(/mean|moment|defined|never met/);
  });
});

describe('a mean function has its arguments in the order of its name', () => {
  test.each(swapped)('%s', async (claim, proved) => {
    expect((await settled(claim)).verdict === 'proved').toBe(proved);
  });
});

const inClosedForm: readonly string[] = [
  'x: scalar ~ normal(0, 1) |- E[tanh(x)] = 0',
  "x: n ~ normal(0, 1); w: n |- E[tanh(w' x)^3] = 0",
  'W: m×n ~ normal(0, 1); x: n |- E[tanh(W x)] = 0',
  "x: n ~ rademacher; w: n |- E[erf(w' x)] = 0",
  'x: scalar ~ normal(0, 1) |- E[x^2 tanh(x)] = 0',
  'x: scalar ~ normal(0, 1); f: R -> R |- E[f(x)] = E[f(-x)]',
  'x: scalar ~ rademacher; f: R -> R; c: scalar |- E[f(c + x)] = E[f(c - x)]',
  'x: scalar ~ normal(0, 1); f, g: R -> R |- E[f(x) g(-x)] = E[f(-x) g(x)]',
  'W: n×n ~ normal(0, 1) |- E[det(W)] = 0',
  'W: n×n ~ rademacher |- E[det(W)] = 0',
  "z: k ~ normal(0, 1) |- E[ones' softmax(z)] = 1",
  "x: n ~ normal(m, S); m, a: n; S: n×n psd |- E[exp(a' x)] = exp(a' m + a' S a / 2)",
  "x: n ~ normal(0, s); s: scalar positive; a: n |- E[x exp(a' x)] = s exp(s |a|^2 / 2) a",
  'x: n ~ normal(0, 1) |- E[exp(x)] = exp(1/2) ones',
  'x: scalar ~ normal(0, 1) |- E[exp(x)^2] = exp(2)',
];
describe('means in closed form are proved', () => {
  test.each(inClosedForm)('%s', async (claim) => {
    const found = await settled(claim);
    expect(found.verdict, found.message ?? claim).toBe('proved');
  });
});

describe('an asymmetric term does not vanish', () => {
  test.each(notSymmetric)('%s', async (claim) => {
    const found = await settled(claim);
    expect(found.verdict, found.message ?? claim).toBe('refuted');
  });
});

test.each([
  'x: scalar ~ independent(0, 1) |- E[tanh(x)] = 0',
  'x: scalar ~ independent(0, 1); f: R -> R |- E[f(x)] = E[f(-x)]',
  'W: n×n ~ independent(0, 1); n >= 2 |- E[det(W)^2] = 0',
  'x: n ~ normal(0, 1) |- E[exp(sum[i in 1..n](x[i]))] = exp(1/2)',
])('is not proved: %s', async (claim) => {
  expect((await settled(claim)).verdict).not.toBe('proved');
});
