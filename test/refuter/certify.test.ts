/** Tests of the exact check of counterexamples. */
import { describe, expect, it } from 'vitest';
import type { Assignment, Value } from '../../src/evaluate/assignment.ts';
import { mapAssignment } from '../../src/evaluate/lift.ts';
import { parseClaim } from '../../src/language/index.ts';
import type { Rational } from '../../src/numbers/field.ts';
import { ratio, toRational, type Q } from '../../src/numbers/rational.ts';
import { certify } from '../../src/refuter/certify.ts';

const t = (shape: number[], ...data: Q[]): Value<Q> => ({
  kind: 'tensor',
  tensor: { shape, data },
});
const point = (
  dims: Record<string, number>,
  values: Record<string, Value<Q>>,
): Assignment<Rational> =>
  mapAssignment(
    { dims: new Map(Object.entries(dims)), values: new Map(Object.entries(values)) },
    toRational,
  );

const cancellation = parseClaim(
  "W: m×n one-to-one; Q: m×m symmetric; c: scalar positive |- W' W = c W' Q W <=> I = c Q",
);
const witness = { W: t([2, 1], 1, 0), Q: t([2, 2], 1, 0, 0, 5), c: t([], 1) };

describe('certify', () => {
  it('accepts the witness of the catalogue and says what fails', () => {
    const found = certify(cancellation, point({ m: 2, n: 1 }, witness));
    expect(found).toMatchObject({
      fails: 'I = c Q',
      left: [
        ['1', '0'],
        ['0', '1'],
      ],
      right: [
        ['1', '0'],
        ['0', '5'],
      ],
      exact: true,
    });
  });

  const tampered: readonly (readonly [
    string,
    Record<string, number>,
    Record<string, Value<Q>>,
    RegExp,
  ])[] = [
    [
      'an attribute broken',
      { m: 2, n: 1 },
      { ...witness, Q: t([2, 2], 1, 1, 0, 5) },
      /Q is not symmetric/,
    ],
    ['not one-to-one', { m: 2, n: 1 }, { ...witness, W: t([2, 1], 0, 0) }, /W is not one-to-one/],
    ['c negative', { m: 2, n: 1 }, { ...witness, c: t([], -1) }, /c is not positive/],
    [
      'the antecedent broken',
      { m: 2, n: 1 },
      { ...witness, Q: t([2, 2], 2, 0, 0, 5) },
      /does not hold/,
    ],
    [
      'broken by one part in 10^30',
      { m: 2, n: 1 },
      { ...witness, Q: t([2, 2], ratio(10n ** 30n + 1n, 10n ** 30n), 0, 0, 5) },
      /does not hold/,
    ],
    ['no violation', { m: 2, n: 1 }, { ...witness, Q: t([2, 2], 1, 0, 0, 1) }, /holds/],
    ['a wrong shape', { m: 1, n: 2 }, witness, /W should have the shape 1×2/],
    ['a wrong number of entries', { m: 2, n: 1 }, { ...witness, W: t([2, 1], 1) }, /shape/],
    ['a value missing', { m: 2, n: 1 }, { W: witness.W, Q: witness.Q }, /c has no value/],
    ['a size missing', { m: 2 }, witness, /dimension n/],
    ['a size of zero', { m: 2, n: 0 }, witness, /dimension n/],
    ['a size that is not an integer', { m: 2, n: 1.5 }, witness, /dimension n/],
    ['a size beyond reason', { m: 2, n: 1e6 }, witness, /too large/],
    [
      'another kind of value',
      { m: 2, n: 1 },
      { ...witness, W: { kind: 'activation', activation: { kind: 'builtin', name: 'relu' } } },
      /type/,
    ],
  ];
  for (const [name, dims, values, why] of tampered) {
    it(`rejects ${name}`, () => expect(certify(cancellation, point(dims, values))).toMatch(why));
  }

  it('rejects a point where the claim is not defined', () => {
    const claim = parseClaim('a, b: scalar |- a / b * b = a + 1 - 1');
    expect(certify(claim, point({}, { a: t([], 1), b: t([], 0) }))).toMatch(/b is not nonzero/);
    const kink = parseClaim("x: scalar |- relu'(x) = 2");
    expect(certify(kink, point({}, { x: t([], 0) }))).toMatch(/defined/);
    expect(certify(kink, point({}, { x: t([], 1) }))).toMatchObject({ left: '1', right: '2' });
  });
  it('rejects a network with kinks for a smooth function under a mean, where its kinks count', () => {
    const layer = (activation: 'relu' | null, weight: Q) => ({
      weights: { shape: [1, 1], data: [weight] },
      bias: [0],
      activation,
    });
    const relu: Value<Q> = {
      kind: 'function',
      map: { kind: 'network', inputs: 1, layers: [layer('relu', 1), layer(null, 1)] },
    };
    const stein = "x: scalar ~ normal(0, 1); f: R -> R |- E[x^2 f(x)] = E[f(x)] + E[f''(x)]";
    expect(certify(parseClaim(stein), point({}, { f: relu }))).toMatch(/f has kinks/);
    // near one point a smooth function agrees with it
    const slope = 'f: R -> R; x: scalar positive |- f(x) = f(x + 1)';
    expect(certify(parseClaim(slope), point({}, { f: relu, x: t([], 1) }))).toMatchObject({
      fails: expect.any(String),
    });
  });
  it('rejects sizes that break a hypothesis on dimensions', () => {
    const claim = parseClaim('A: m×n; m < n |- A = 0');
    expect(certify(claim, point({ m: 2, n: 2 }, { A: t([2, 2], 1, 0, 0, 0) }))).toMatch(
      /m < n does not hold/,
    );
    expect(typeof certify(claim, point({ m: 1, n: 2 }, { A: t([1, 2], 1, 0) }))).toBe('object');
  });
  it('checks each member of a family', () => {
    const claim = parseClaim('q[i]: m unit for i in 1..N |- sum[i](q[i]) = 0');
    const family = (...members: Value<Q>[]): Record<string, Value<Q>> => ({
      q: { kind: 'family', members },
    });
    expect(certify(claim, point({ m: 1, N: 2 }, family(t([1], 1), t([1], 2))))).toMatch(
      /q is not unit/,
    );
    expect(certify(claim, point({ m: 1, N: 3 }, family(t([1], 1), t([1], 1))))).toMatch(
      /2 members/,
    );
    expect(typeof certify(claim, point({ m: 1, N: 2 }, family(t([1], 1), t([1], 1))))).toBe(
      'object',
    );
  });
  it('proves irrational violations by brackets and never mistakes an equality for one', () => {
    const near = parseClaim('x: scalar |- tanh(x) = 7615941559557648881 / 10000000000000000000');
    expect(typeof certify(near, point({}, { x: t([], 1) }))).toBe('object');
    const known = parseClaim('x: scalar |- tanh(2 x) (1 + tanh(x)^2) = 2 tanh(x)');
    expect(certify(known, point({}, { x: t([], 1) }))).toBe('the conclusion holds');
    // the nested root is the sum of two, which no name tells
    const equal = parseClaim('x: scalar |- sqrt(5 + 2 sqrt(6) x) = sqrt(2) + sqrt(3)');
    expect(certify(equal, point({}, { x: t([], 1) }))).toMatch(/cannot be distinguished/);
    const hypothesis = parseClaim('x: scalar; sqrt(5 + 2 sqrt(6) x) = sqrt(2) + sqrt(3) |- x = 0');
    expect(certify(hypothesis, point({}, { x: t([], 1) }))).toMatch(/cannot be confirmed/);
  });
});
