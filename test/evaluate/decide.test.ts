/** Tests of deciding formulas at a point, quantifiers included. */
import { describe, expect, test } from 'vitest';
import type { Expr } from '../../src/language/ast.ts';
import { evaluate } from '../../src/evaluate/evaluate.ts';
import { brackets } from '../../src/numbers/bracket.ts';
import { Undefined, Unsettled, Unsupported } from '../../src/numbers/field.ts';
import { float64 } from '../../src/numbers/float64.ts';
import { primeField } from '../../src/numbers/prime-field.ts';
import { rationals } from '../../src/numbers/rationals.ts';
import { decide } from '../../src/evaluate/decide.ts';
import { failing } from '../../src/evaluate/failing.ts';
import { meetsDeclarations } from '../../src/evaluate/bound.ts';
import { scopeOf } from '../../src/evaluate/scope.ts';
import { sizes } from '../../src/evaluate/sizes.ts';
import { formulaText, parseClaim } from '../../src/language/index.ts';
import { family, formula, into, point, polynomial, rational, type Plain } from './points.ts';

const at = point(
  { n: 2, m: 3, N: 2 },
  {
    I2: [
      [1, 0],
      [0, 1],
    ],
    Z: [
      [0, 0],
      [0, 0],
    ],
    A: [
      [1, 2],
      [2, 4],
    ],
    B: [
      [2, 4],
      [4, 8],
    ],
    P: [
      [2, 1],
      [1, 2],
    ],
    Q: [
      [1, 2],
      [2, 1],
    ],
    K: [
      [0, 1],
      [-1, 0],
    ],
    R: [
      [1, 1],
      [0, 1],
    ],
    W: [
      [1, 0],
      [0, 1],
      [2, 3],
    ],
    v: [2, -1],
    w: [1, 1],
    L: [
      [1, 0],
      [0, 2],
      [0, 0],
    ],
    c: 2,
    z: 0,
    q: family([1, 0], [0, 1]),
  },
);
const declarations =
  'I2, Z, A, B, P, Q, K, R: n×n; W, L: m×n; v, w: n; c, z: scalar; q[i]: n for i in 1..N';
const holds = (text: string): boolean =>
  decide(formula(`${declarations} |- ${text}`), rationals, at);

const settled: readonly [string, boolean][] = [
  ['A = A', true],
  ['A = B', false],
  ['A != B', true],
  ["A' = A", true],
  ["R' = R", false],
  ['c > 1', true],
  ['c > 2', false],
  ['c >= 2', true],
  ['z < c', true],
  ['c < c', false],
  ['c <= z', false],
  ['c <= 2', true],
  // a positive multiple; zero is proportional to zero alone
  ['B ~~ A', true],
  ['A ~~ B', true],
  ['A ~~ -B', false],
  ['Z ~~ Z', true],
  ['Z ~~ A', false],
  ['A ~~ Z', false],
  ['A ~~ P', false],
  ['I2 ~~ R', false],
  ['P >>= 0', true],
  ['P >>= I', true],
  ['P >>= 2 I', false],
  ['A >>= 0', true],
  ['Q >>= 0', false],
  ['R >>= 0', false],
  ['I2 <<= P', true],
  ['P <<= I2', false],
  ['ker(A) = ker(B)', true],
  ['ker(A) = ker(P)', false],
  ['ker(P) = ker(I2)', true],
  ["ker(W' W) = ker(W)", true],
  ['ker(Z) = ker(A)', false],
  ['v in ker(A)', true],
  ['w in ker(A)', false],
  ['W is one-to-one', true],
  ['W is onto', false],
  ["W' is onto", true],
  ['A is invertible', false],
  ['P is invertible', true],
  ['P is pd', true],
  ['A is pd', false],
  ['A is psd', true],
  ['Q is psd', false],
  ['R is psd', false],
  ['P is symmetric', true],
  ['R is symmetric', false],
  ['K is antisymmetric', true],
  ['P is antisymmetric', false],
  ['K is orthogonal', true],
  ['R is orthogonal', false],
  ['I2 is diagonal', true],
  ['P is diagonal', false],
  ['W is diagonal', false],
  ['L is diagonal', true],
  ['I2 is projector', true],
  ['P is projector', false],
  ['v is nonzero', true],
  ['Z is nonzero', false],
  ['c is positive', true],
  ['z is positive', false],
  ['z is nonnegative', true],
  ['q[1] is unit', true],
  ['w is unit', false],
  ['forall i in 1..N. q[i] is unit', true],
  ["forall i in 1..N. q[i]' v > 0", false],
  ['c > 1 and z = 0', true],
  ['c > 1 and z = 1', false],
  ['c > 3 or z = 0', true],
  ['c > 3 or z = 1', false],
  ['not c > 3', true],
  ['c > 3 => z = 1', true],
  ['c > 1 => z = 1', false],
  ['c > 1 <=> z = 0', true],
  ['c > 1 <=> z = 1', false],
  ['c > 3 <=> z = 1', true],
  // what stands to the left decides: nothing to the right of it is asked for
  ['z = 1 => inv(A) = A', true],
  ['c = 2 or inv(A) = A', true],
  ['z = 1 and c / z = 1', false],
];

describe('decided over the rationals', () => {
  test.each(settled)('%s is %s', (text, wanted) => {
    expect(holds(text)).toBe(wanted);
  });

  test.each([
    'inv(A) = A',
    'z = 0 => inv(A) = A',
    'c = 3 or inv(A) = A',
    'z = 0 and c / z = 1',
    'inv(A) = A => z = 1',
    'not c / z = 1',
    'c = 2 <=> c / z = 1',
  ])('a part without a value leaves the whole without one: %s', (text) => {
    expect(() => holds(text)).toThrow(Undefined);
  });

  test('an irrational side is refused, not rounded', () => {
    expect(() => holds('|w| = 1')).toThrow(Unsupported);
  });
});

describe('other domains', () => {
  const decides = (text: string, bits = 64): boolean => {
    const field = brackets(bits);
    return decide(formula(`${declarations} |- ${text}`), field, into(field, at));
  };

  test('brackets decide irrational inequalities', () => {
    expect(decides('|w| < 142 / 100')).toBe(true);
    expect(decides('|w| < 141 / 100')).toBe(false);
    expect(decides('|w| = 1')).toBe(false);
    expect(decides('exp(c) v ~~ -v')).toBe(false);
    expect(decides('exp(c) v ~~ w')).toBe(false);
  });

  test('what brackets cannot tell is open, and no excuse', () => {
    expect(() => decides('exp(c) = exp(c)')).toThrow(Unsettled);
    expect(() => decides('not exp(c) = exp(c)')).toThrow(Unsettled);
    expect(decides('exp(c) = exp(c) or c = 2')).toBe(true);
    expect(decides('exp(c) = exp(c) and c = 3')).toBe(false);
    expect(() => decides('exp(c) = exp(c) and c = 2')).toThrow(Unsettled);
  });

  test('a prime field has no order', () => {
    const field = primeField(101);
    const point101 = into(field, at);
    expect(decide(formula(`${declarations} |- W' W = W' W`), field, point101)).toBe(true);
    for (const text of ['c > 1', 'A ~~ B', 'P >>= 0', 'P is pd']) {
      expect(() => decide(formula(`${declarations} |- ${text}`), field, point101)).toThrow(
        Unsupported,
      );
    }
  });

  test('floating point decides nothing', () => {
    expect(() => decide(formula(`${declarations} |- A = A`), float64, into(float64, at))).toThrow(
      Unsupported,
    );
  });
});

describe('quantifiers', () => {
  const q = (text: string): boolean =>
    decide(
      formula(`P, Q, K, A: n×n; W: m×n; v: n; c: scalar; q[i]: n for i in 1..N |- ${text}`),
      rationals,
      at,
    );

  test('what holds of orthogonal matrices alone is left open, not denied', () => {
    expect(() => q("forall U: n×n orthogonal. U' U = I")).toThrow(Unsettled);
  });

  test.each<[string, boolean]>([
    ["forall x: n. x' K x = 0", true],
    ["forall x: n. x' P x = 0", false],
    ["forall x: n. x' P x >= 0", true],
    ["forall x: n. x' A x >= 0", true],
    ["forall x: n. x' Q x >= 0", false],
    ["forall x: n. x' P x > 0", false],
    ["forall x: n nonzero. x' P x > 0", true],
    ["forall x: n nonzero. x' A x > 0", false],
    ["forall x: n. x' P x + 1 > 0", true],
    ["forall x: n. x' A x + 2 v' x + 1 > 0", false],
    ["forall x: n unit. x' P x >= 1", true],
    ["forall x: n unit. x' P x > 1", false],
    ["forall x: n unit. x' P x <= 3", true],
    ["forall x: n unit. x' P x = 1", false],
    ["forall x: n unit. x' x = 1", true],
    ["forall x: n. sum[i]((q[i]' x)^2) = x' x", true],
    ["forall x: n. sum[i]((q[i]' x)^2) = 2 x' x", false],
    ["forall x, y: n. x' P y = y' P x", true],
    ["forall x: n. forall y: n. x' K y = y' K x", false],
    ['forall S: n×n symmetric. tr(K S) = 0', true],
    ['forall S: n×n. tr(K S) = 0', false],
    ["forall S: n×n antisymmetric. v' S v = 0", true],
    ['forall D: n×n diagonal. D P = P D', false],
    ['forall s: scalar positive. s c = 2 s', true],
    ["c = 3 and (forall x: n. x' x > 0)", false],
    // behind linear equations: on their solutions alone
    ["forall x: n. v' x = 0 => x' Q x >= 0", true],
    ["forall x: n. ones' x = 0 => x' Q x >= 0", false],
    ["forall x: n. v' x = 1 => x' Q x >= 0", false],
    ["forall x: n. v' x = 0 => x' Q x = 0", false],
    ["forall x: n. P x = v => 9 x' x = 41", true],
    ["forall x: n. P x = v => 9 x' x = 40", false],
    ["forall x: n. A x = 0 and v' x = 1 => 5 x' x = 1", true],
    ["forall x: n. A x = v => x' x = 100", true],
    ['exists s: scalar positive. s P = 3 P', true],
    ['exists s: scalar positive. s P = -P', false],
    ['exists s: scalar. s P = -P', true],
    ['exists s: scalar. s P = Q', false],
    ["exists x: n. x' Q x < 0", true],
    ['exists x: n nonzero. A x = 0', true],
    ['exists x: n nonzero. P x = 0', false],
    ['exists x: n. P x = v', true],
    ['exists x: n. A x = v', false],
  ])('%s is %s', (text, wanted) => {
    expect(q(text)).toBe(wanted);
  });

  test.each([
    "forall x: n unit. v' x = 0 => x' Q x >= 1",
    "forall x: n. x' x = 0 => x' Q x >= 0",
    "forall x: n. (x' x)^2 >= 0",
    "exists x: n. x' P x < 0",
    'forall x: n. |x| >= 0',
    'forall f: R^n -> R. f(v) = f(v)',
  ])('%s is left open', (text) => {
    expect(() => q(text)).toThrow(Unsettled);
  });
});

describe('what fails', () => {
  const fails = (text: string): [string, unknown, unknown] | null => {
    const found = failing(formula(`${declarations} |- ${text}`), rationals, at);
    return found && [formulaText(found.relation), found.left?.data, found.right?.data];
  };

  test.each<[string, string, Plain, Plain]>([
    ['c = 3', 'c = 3', 2, 3],
    ['c = 2 and z = 1', 'z = 1', 0, 1],
    ['c = 2 => z = 1', 'z = 1', 0, 1],
    ['c = 2 <=> z = 1', 'z = 1', 0, 1],
    ['c = 3 <=> z = 0', 'c = 3', 2, 3],
    ['c = 3 or z = 1', 'c = 3', 2, 3],
    ['not c = 2', 'c = 2', 2, 2],
    ["forall i in 1..N. q[i]' w = i", "q[i]' w = i", 1, 2],
    ["forall x: n. x' Q x >= 0", "x' Q x >= 0", -2, 0],
  ])('%s: %s', (text, relation, left, right) => {
    expect(fails(text)).toEqual([relation, rational(left).data, rational(right).data]);
  });

  test('nothing fails where it holds, and an attribute is named', () => {
    expect(fails('c = 2')).toBe(null);
    expect(fails('A is pd')).toEqual(['A is pd', rational([1, 2, 2, 4]).data, undefined]);
  });

  test('the bound variable that fails is in the point', () => {
    const found = failing(formula(`${declarations} |- forall x: n. x' Q x >= 0`), rationals, at);
    expect(found?.at.values.get('x')).toEqual({
      kind: 'tensor',
      tensor: { shape: [2], data: [1, -1] },
    });
  });
});

describe('points', () => {
  test('sizes of names, literals, products and families of dimensions', () => {
    const dims = {
      dims: new Map([
        ['m', 2],
        ['n', 3],
        ['d[0]', 5],
        ['d[1]', 7],
      ]),
    };
    expect(sizes(dims, ['m', '4', '2*m*n'])).toEqual([2, 4, 12]);
    expect(sizes(dims, ['d[l]', 'd[l-1]'], new Map([['l', 1]]))).toEqual([7, 5]);
    expect(() => sizes(dims, ['k'])).toThrow('the dimension k has no size');
  });

  test('a member outside its family has no value', () => {
    const members = point({ n: 1, N: 2 }, { q: family([1], [2]) });
    const third: Expr = {
      kind: 'variable',
      name: 'q',
      index: { name: null, offset: 3 },
      shape: ['n'],
      span: { start: 0, end: 4 },
    };
    expect(() => evaluate(third, rationals, members)).toThrow(Undefined);
    expect(
      evaluate(
        { ...third, index: { name: 'i', offset: 1 } },
        rationals,
        members,
        new Map([['i', 1]]),
      ).data,
    ).toEqual([2]);
  });

  test('declared attributes are met or not', () => {
    const { declarations: declared } = parseClaim(
      'A: n×n symmetric invertible; q[i]: n unit for i in 1..N; f: R^n -> R |- A = A',
    );
    const f = polynomial(2, [[1, 1, 0]]);
    const meets = (A: Plain, ...q: Plain[]): boolean =>
      meetsDeclarations(
        declared,
        scopeOf(rationals, point({ n: 2, N: 2 }, { A, q: family(...q), f })),
      );
    expect(
      meets(
        [
          [1, 2],
          [2, 1],
        ],
        [1, 0],
        ['3/5', '4/5'],
      ),
    ).toBe(true);
    expect(
      meets(
        [
          [1, 2],
          [2, 4],
        ],
        [1, 0],
        [0, 1],
      ),
    ).toBe(false);
    expect(
      meets(
        [
          [1, 2],
          [3, 1],
        ],
        [1, 0],
        [0, 1],
      ),
    ).toBe(false);
    expect(
      meets(
        [
          [1, 2],
          [2, 1],
        ],
        [1, 0],
        [1, 1],
      ),
    ).toBe(false);
  });
});
