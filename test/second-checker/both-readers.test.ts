/**
 * Every claim of the catalogue, of the tests and of the lists in claims/ is read twice, by two
 * programs that share no code, and both must say the same: the same hypotheses, the same
 * conclusion.
 */
import { describe, expect, test } from 'vitest';
import { parseClaim } from '../../src/language/index.ts';
import { MeanFunctions } from '../../src/second-checker/means/mean-functions.ts';
import { readClaim } from '../../src/second-checker/claim/read-claim.ts';
import { compared } from './both-readers.ts';
import { claims } from './claims.ts';
import { meanClaim } from './random-means.ts';

test('two readers, one statement', { timeout: 600_000 }, () => {
  const found = claims().map(({ text, claim }) => ({ text, ...compared(claim) }));
  expect(found.filter((f) => f.kind === 'disagree')).toEqual([]);
  const count = (kind: string): number => found.filter((f) => f.kind === kind).length;
  // unread forms are refused; more of them than this means that a form was lost
  expect(count('same')).toBeGreaterThan(4400);
  expect(count('not read')).toBeLessThan(count('same') / 20);
});

test('random claims about means have one statement', () => {
  const found = Array.from({ length: 150 }, (_, k) => meanClaim(k + 1)).map((text) => ({
    text,
    ...compared(parseClaim(text)),
  }));
  expect(found.filter((f) => f.kind === 'disagree')).toEqual([]);
  expect(found.filter((f) => f.kind === 'same').length).toBeGreaterThan(50);
});

test.each([
  "x: n; n >= 5/2 |- x[2]^2 <= x' x",
  "x: n; n >= 2.5 |- n >= 2 => x[2]^2 <= x' x",
  "x: n; n >= 0.5 |- x[1]^2 <= x' x",
  "x: n; n >= 2 and n >= 7/2 |- x[3]^2 <= x' x",
  "x: n; 3 <= n |- n >= 3 => x[3]^2 <= x' x",
  "x: n; not (n >= 3) |- n >= 3 => x[3]^2 <= x' x",
  "x: 2*n; n >= 2 |- x[4]^2 <= x' x",
  'x[i]: n for i in 1..n; n >= 3 |- x[2][1] = x[3][2] or n >= 1',
  "x: n+1 |- x[2]^2 <= x' x",
  'x: m+n |- m >= 2 => x[3] = x[3]',
  'A: m×(n+1); m >= 2 |- A[2,3] = A[2,3]',
])('both readers take the same places for there: %s', (text) => {
  expect(compared(parseClaim(text))).toEqual({ kind: 'same' });
});

describe('a reading that differs is noticed', () => {
  const pairs: readonly (readonly [said: string, other: string])[] = [
    ['A, B: n×n |- A B = B A', 'A, B: n×n |- A B = A B'],
    ['x: scalar nonzero |- x > 0', 'x: scalar |- x > 0'],
    ['x: scalar |- 1/x = 1', 'x: scalar nonzero |- 1/x = 2'],
    ['x: scalar |- x != 0 => 1/x = 1', 'x: scalar nonzero |- x != 0 => 1/x = 1'],
    [
      '|- forall x: scalar. exists y: scalar. x = y',
      '|- exists y: scalar. forall x: scalar. x = y',
    ],
    ['A: n×n symmetric |- A = 0', 'A: n×n antisymmetric |- A = 0'],
    ['x: n |- x[1] = 0', 'x: n |- x[2] = 0'],
    ['q[i]: m for i in 1..N |- sum[i](q[i]) = 0', 'q[i]: m for i in 1..N |- mean[i](q[i]) = 0'],
    ['x, y: scalar |- x - y - 1 = 0', 'x, y: scalar |- x - (y - 1) = 0'],
    ['x, y: scalar nonzero |- 1/x y = 1', 'x, y: scalar nonzero |- 1/(x y) = 1'],
    ['x: scalar |- -x^2 = 1', 'x: scalar |- (-x)^2 = 1'],
    ["v, w: n |- v w' = 0", "v, w: n |- v' w = 0"],
    ['x: scalar ~ normal(0, 1) |- E[x^4] = 3', 'x: scalar ~ normal(0, 2) |- E[x^4] = 3'],
    ['x: scalar ~ rademacher |- E[x^4] = 1', 'x: scalar ~ normal(0, 1) |- E[x^4] = 1'],
    ["W: m×n ~ normal(0, 1) |- E[W' W] = I", "W: m×n ~ normal(0, 1) |- E[W W'] = I"],
    [
      'x: n ~ normal(0, 1); y: n ~ normal(0, 1) |- E[dot(x, y)] = 0',
      'x: n ~ normal(0, 1); y: n ~ normal(0, 1) |- E[dot(x, x)] = 0',
    ],
    [
      'v: scalar; x: scalar ~ normal(0, v) |- E[x] = 0',
      'v: scalar positive; x: scalar ~ normal(0, v) |- E[x] = 0',
    ],
    ['x: 2 |- [1, 2; 3, 4] x = 0', 'x: 2 |- [1, 3; 2, 4] x = 0'],
    ['A: m×n; B: m×k |- rank([A, B]) = m', 'A: m×n; B: m×n |- rank([A, B]) = m'],
    ['x: m; y: n |- [x; y] = 0', 'x: m; y: n |- [y; x] = 0'],
    ['x: m+n |- |x| = 0', 'x: m+2 |- |x| = 0'],
    ['x, y: n |- x <= y', 'x, y: n |- x < y'],
    ['x: n positive |- x = 0', 'x: n nonnegative |- x = 0'],
    ['x, y: n |- x ./ y = 0', 'x, y: n |- y ./ x = 0'],
    ['x: n |- x .^ 2 = 0', 'x: n |- x .^ 3 = 0'],
    ['x: n |- x .^ (-2) = 0', 'x: n positive |- x .^ (-2) = 0'],
    ['x: scalar |- x^(1/2) = 0', 'x: scalar |- x^(3/2) = 0'],
    ['x, p: scalar; x > 0 |- x^p = 0', 'x, p: scalar; x > 0 |- p^x = 0'],
    ['x, y: n |- max(x, y) = 0', 'x, y: n |- min(x, y) = 0'],
    ['x: n |- sum(x) = 0', 'x: n |- mean(x) = 0'],
    ['x: n |- norm1(x) = 0', 'x: n |- sum(x) = 0'],
    ['x: n |- sin(x) = 0', 'x: n |- cos(x) = 0'],
    ['x: n |- sign(x) = 0', 'x: n |- abs(x) = 0'],
    ['S: n×k |- softmax(S) = 0', "S: n×k |- softmax(S')' = 0"],
    ['A: n×n |- prod[i=1..n](A[i,i]) = 0', 'A: n×n |- sum[i in 1..n](A[i,i]) = 0'],
    ['A: n×n; c: scalar |- c^n = 0', 'A: n×n; c: scalar |- c^2 = 0'],
  ];
  test.each(pairs)('%s is not %s', (said, other) => {
    expect(compared(parseClaim(said))).toEqual({ kind: 'same' });
    expect(compared(parseClaim(said), parseClaim(other)).kind).toBe('disagree');
  });
});

/** Means that are alike at first sight. */
describe('a mean that differs is noticed', () => {
  const normal = 'x: scalar ~ normal(0, 1); f, g: R -> R; a, b: scalar';
  const pairs: readonly (readonly [said: string, other: string])[] = [
    [`${normal} |- E[f(x)] = f(0)`, `${normal} |- E[g(x)] = f(0)`],
    [`${normal} |- E[f(x)] = E[g(x)]`, `${normal} |- E[f(x)] = E[f(x)]`],
    [`${normal} |- E[f(a x)] = 0`, `${normal} |- E[f(b x)] = 0`],
    [`${normal} |- E[f(a x)] = E[f(b x)]`, `${normal} |- E[f(a x)] = E[f(a x)]`],
    [
      `${normal} |- E[f((a + 2 b) x)] = E[f((2 a + b) x)]`,
      `${normal} |- E[f((a + 2 b) x)] = E[f((a + 2 b) x)]`,
    ],
    [`${normal} |- E[f(a x + b)] = E[f(b x + a)]`, `${normal} |- E[f(a x + b)] = E[f(a x + a)]`],
    [
      'x: scalar ~ normal(0, 1); y: scalar ~ rademacher; f: R -> R |- E[f(x)] = E[f(y)]',
      'x, y: scalar ~ normal(0, 1); f: R -> R |- E[f(x)] = E[f(y)]',
    ],
    [`${normal} |- E[f(x)] = E[f(-x)]`, `${normal} |- E[f(x)] = E[f(1 - x)]`],
    [`${normal} |- E[f(x) g(x)] = E[f(x)] a`, `${normal} |- E[f(x) g(2 x)] = E[f(x)] a`],
    [`${normal} |- E[f'(x) f(2 x)] = a`, `${normal} |- E[f(x) f'(2 x)] = a`],
    [`${normal} |- E[x f(x)] = a`, `${normal} |- E[f(x)] = a`],
    [`${normal} |- E[exp(x)] = a`, `${normal} |- E[exp(2 x)] = a`],
    [`${normal} |- E[tanh(x)] = a`, `${normal} |- E[tanh(x)^2] = a`],
    [`${normal} |- E[relu(x)^2] = a`, `${normal} |- E[x^2] = a`],
    [`${normal} |- E[relu(x)^3 x] = a`, `${normal} |- E[relu(x)^4 x^2] = a`],
    [`${normal} |- E[sign(x)^2] = a`, `${normal} |- E[x^2] = 2 a`],
    [`${normal}; a > 0 |- E[sign(a x)^2] = 1`, `${normal}; a > 0 |- E[sign(x)^2] = 1`],
    [
      "w: n ~ normal(0, 1); x: n |- E[relu'(w' x)] = 1",
      "w: n ~ normal(0, 1); x: n nonzero |- E[relu'(w' x)] = 1",
    ],
    [
      'W: m×n ~ normal(0, 2/n); x: n |- E[|relu(W x)|^4] = 1',
      'W: m×n ~ normal(0, 2/n); x: n |- E[normF(diag(relu(W x)) diag(relu(W x)))^2] = 1',
    ],
    [
      'x, y: scalar ~ independent(0, 1); f: R -> R |- E[f(x)] = E[f(y)]',
      'x, y: scalar ~ independent(0, 1); f: R -> R |- E[f(x)] = E[f(x)]',
    ],
    [
      'S: n×n psd; x: n ~ normal(0, S); f: R^n -> R |- E[x f(x)] = S E[grad(f)(x)]',
      'S: n×n psd; x: n ~ normal(0, S); f: R^n -> R |- E[f(x) x] = S S E[grad(f)(x)]',
    ],
    [
      's: scalar; x: scalar ~ normal(0, s); f: R -> R |- grad[s](E[f(x)]) = 0',
      's: scalar; x: scalar ~ normal(0, s); f: R -> R |- E[f(x)] = 0',
    ],
    [`${normal} |- E[E[x^2] x^2] = a`, `${normal} |- E[x^4] = a`],
    [
      'x: scalar ~ independent(1, 1/3, 0, 1/5) |- E[x^4] = 1',
      'x: scalar ~ independent(1, 1/3, 0, 1/4) |- E[x^4] = 1',
    ],
  ];
  test.each(pairs)('%s is not %s', (said, other) => {
    expect(compared(parseClaim(said))).toEqual({ kind: 'same' });
    expect(compared(parseClaim(said), parseClaim(other)).kind).toBe('disagree');
  });
});

describe('where the two readers once differed', () => {
  test.each([
    // the order of the slots of a covariance is not a difference: the claim states that it is psd
    "m: n; S, A: n×n; x: n ~ normal(m, S); S is psd |- E[x' A x] = tr(A S) + m' A m",
    "S, A: n×n; x: n ~ normal(0, S) |- E[x x' A x x'] = S A S + tr(A S) S",
    // a member of a random family at a number is at a place of its own
    "x[i]: n ~ normal(0, 1) for i in 1..N |- E[x[1]' x[1]] = 1",
    // an even power of a length is a polynomial, and asks for nothing at 0
    'X: n×d; y: n; w: d |- grad[w](|X w - y|^2) = 0',
    'X: m×n; A: k×m |- grad[X](normF(A X)^2) = 0',
    'x: scalar |- grad[x](|x|^2) = 2 x',
    // what cancels before anything is averaged is not there
    'c: scalar; z: scalar ~ normal(c, 1) |- E[erf(c - z)] = 0',
    'c: scalar; f: R -> R; z: scalar ~ normal(c - c, 1) |- E[f((c - c) z + z)] = E[f(-z)]',
    // two means of a row's function leave the number of rows, also where nothing depends on the row
    'W: m×n ~ normal(0, 1); x: n |- E[|sign(W x)|^2] = m sign(|x|^2)^2',
    // a multiple of ones is a column, and of dot one side tells the other
    'x: n |- dot(x, ones) < 3',
    'x: n |- x .^ 0 = 0',
    'x: n |- x .^ (-0) = 0',
    'x: n |- x .^ 17 = 0',
    'x: n |- x .^ (-18) = 0',
    "M: d×K; M' M = I - 1/K ones ones' |- K <= d",
    "H: n×N; a, s: scalar; H' H = a I + s ones ones' / 2 |- H = 0",
    // a negative even power does not count
    'x: n |- grad[x](|x|^(-2)) = 0',
    // the axis of an entry tells the range
    'x: n |- sum[i](x[i]^2) = |x|^2',
    'A: n×n |- tr(A) = sum[i](A[1,i])',
    'A, B: m×n; v: n |- v in ker(A) and (ker(A) = ker(B) or ker(A) != ker(B))',
  ])('%s', (text) => expect(compared(parseClaim(text))).toEqual({ kind: 'same' }));
});

describe('a form that is not read is refused, with its name', () => {
  test.each([
    ['x: scalar ~ normal(0, 1) |- E[exp(x^2)] = 1', /not read: the mean of exp of a term that/],
    ['x: scalar ~ normal(0, 1) |- E[1/x] = 1', /not read: the mean of an inverse/],
    ['x: scalar ~ normal(0, 1) |- E[relu(x)] = 1', /not read: the mean of \|u\|/],
    ['x: scalar ~ normal(1, 1) |- E[relu(x)^2] = 1', /not read: the mean of a function of x/],
    ['x: scalar ~ independent(0, 1) |- E[abs(x)^2] = 1', /not read: the mean of a function of x/],
    ["w: n ~ rademacher; x: n |- E[relu'(w' x)] = 1/2", /not read: the mean of what may have no/],
    ['x: scalar ~ independent(0, 1); f: R -> R |- E[x f(x)] = 0', /not read: the mean of x times/],
    ['x: scalar ~ normal(0, 1); f: R -> R |- E[f(x^2)] = 0', /not read: .* is not linear in x/],
    ['x: scalar ~ normal(0, 1) |- forall f: R -> R. E[f(x)] = 0', /not read: a mean under a quant/],
    ['x: scalar ~ independent(0, 1, 0, 1/2) |- E[x] = 0', /not read: moments that no law has/],
    ['x: scalar ~ normal(0, 1) |- x = 0', /not read: the name x/],
    ['x: scalar ~ normal(0, -1) |- E[x] = 0', /not read: the variance/],
    ['x: scalar ~ cauchy(0, 1) |- E[x] = 0', /not read: the law cauchy/],
    ['x: scalar ~ independent(0, v) |- E[x^3] = 0', /not read/],
    ['x: scalar ~ normal(0, 1) |- forall x: scalar. E[x] = 0', /not read: the bound name x/],
    ['A: n×n |- det([1, 2; 3]) = -2', /not read: rows of different lengths/],
    ['q[i]: scalar for i in 1..N |- prod[i=1..N](q[i]) = 0', /not read: a product over a family/],
    ['W[l]: n×n for l in 1..L |- prod[l=L..1](W[l]) = 0', /not read: a range that does not begin/],
    ['d: n |- forall x: scalar. x ~ 1', /not read/],
    ['x: n |- x = 0 -- a remark', /not read: a text of several lines/],
    ['x: n\n|- x = 0', /not read: a text of several lines/],
    ['x: n |- y = 0', /not read: the name y/],
    // the norm to one, bars twice to another
    ['x: n |- ||x||^2 = 1', /not read: bars next to bars/],
    // a letter that the language spells out: one name there, two here
    ['φ: n; phi: n |- φ = phi', /not read: the sign "φ"/],
    ['W₁: n×n |- W₁ = 0', /not read: the sign "₁"/],
    ['e: scalar |- 1e-3 = e', /not read: 1e, which may be a number/],
    ['x: scalar |- x^1/2 = 1', /not read: an exponent without brackets/],
    ['x: scalar |- x^-1/2 = 1', /not read: an exponent without brackets/],
    ['h[i]: n for i in 1..N |- sum[i](h[i]) = N h[N]', /not read: the index N of h/],
    ['x: n; x: m |- x = 0', /not read: a name that is declared twice/],
    ['x: n |- x = 0 )', /not read/],
    ['x: n |- x = 0; y = 0', /not read/],
    ['x: n |- |- x = 0', /not read/],
    ['n: scalar; x: n |- x = 0', /not read: n, a dimension and a name/],
    ['A: m×n; B: m×n |- A B = 0', /not read: a product of shapes/],
    ['A: m×n |- A + I = 0', /not read/],
    ['x: scalar |- forall x: scalar. x = 0', /not read: the bound name x/],
    ['A: n×n; k: scalar |- A^k = A', /not read: a power/],
    ['A: n×n |- A^(n-1) = A', /not read: a power/],
    ['A: n×n |- exp(A) = A', /not read: exp of a matrix/],
    ['A: m×n |- sum(A) = 0', /not read/],
  ])('%s', (text, why) => expect(() => readClaim(text, new MeanFunctions())).toThrow(why));
});
