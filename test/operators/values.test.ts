/** Tests of the values of operators, worked by hand. */
import { describe, expect, test } from 'vitest';
import type { Expr } from '../../src/language/ast.ts';
import { brackets, lowerEnd, upperEnd } from '../../src/numbers/bracket.ts';
import { Undefined, Unsupported } from '../../src/numbers/field.ts';
import { float64 } from '../../src/numbers/float64.ts';
import { primeField } from '../../src/numbers/prime-field.ts';
import { parseRational } from '../../src/numbers/rational-text.ts';
import { mul, sub, sign } from '../../src/numbers/rational.ts';
import { rationals } from '../../src/numbers/rationals.ts';
import { evaluate } from '../../src/evaluate/evaluate.ts';
import {
  expression,
  into,
  numbersOf,
  point,
  texts,
  valueOf,
  type Plain,
} from '../evaluate/points.ts';

const at = point(
  { m: 2, n: 3, p: 1, q: 2 },
  {
    A: [
      [1, 2, 3],
      [4, 5, 7],
    ],
    B: [
      [1, -1, 0],
      [2, 0, 5],
    ],
    C: [
      [1, 2],
      [0, -1],
      [3, 1],
    ],
    D: [[5, -2]],
    S: [
      [2, 1],
      [1, 3],
    ],
    T: [
      [1, 2],
      [3, 4],
    ],
    x: [1, -2, 3],
    y: [4, 0, -5],
    u: [3, 4],
    a: -3,
    b: '1/2',
  },
);
const declarations = 'A, B: m×n; C: n×m; D: p×q; S, T: m×m; x, y: n; u: m; a, b: scalar';

/** Worked by hand. */
const cases: readonly [string, Plain][] = [
  [
    'A + B',
    [
      [2, 1, 3],
      [6, 5, 12],
    ],
  ],
  [
    'A - B',
    [
      [0, 3, 3],
      [2, 5, 2],
    ],
  ],
  [
    '-A',
    [
      [-1, -2, -3],
      [-4, -5, -7],
    ],
  ],
  [
    'A C',
    [
      [10, 3],
      [25, 10],
    ],
  ],
  [
    'C A',
    [
      [9, 12, 17],
      [-4, -5, -7],
      [7, 11, 16],
    ],
  ],
  ['A x', [6, 15]],
  ["u' A", [[19, 26, 37]]],
  ["x' y", -11],
  [
    "u x'",
    [
      [3, -6, 9],
      [4, -8, 12],
    ],
  ],
  [
    'a A',
    [
      [-3, -6, -9],
      [-12, -15, -21],
    ],
  ],
  [
    'A a',
    [
      [-3, -6, -9],
      [-12, -15, -21],
    ],
  ],
  ['a b', '-3/2'],
  [
    'A .* B',
    [
      [1, -2, 0],
      [8, 0, 35],
    ],
  ],
  [
    'A / a',
    [
      ['-1/3', '-2/3', -1],
      ['-4/3', '-5/3', '-7/3'],
    ],
  ],
  [
    'T^2',
    [
      [7, 10],
      [15, 22],
    ],
  ],
  [
    'T^3',
    [
      [37, 54],
      [81, 118],
    ],
  ],
  [
    'T^0',
    [
      [1, 0],
      [0, 1],
    ],
  ],
  [
    'T^(-1)',
    [
      [-2, 1],
      ['3/2', '-1/2'],
    ],
  ],
  [
    'T^(-2)',
    [
      ['11/2', '-5/2'],
      ['-15/4', '7/4'],
    ],
  ],
  ['a^3', -27],
  ['b^(-2)', 4],
  ['(b / 2)^(1/2)', '1/2'],
  [
    "A'",
    [
      [1, 4],
      [2, 5],
      [3, 7],
    ],
  ],
  ["x'", [[1, -2, 3]]],
  ["(x')'", [1, -2, 3]],
  ['vec(A)', [1, 4, 2, 5, 3, 7]],
  [
    'diag(u)',
    [
      [3, 0],
      [0, 4],
    ],
  ],
  ['diag(T)', [1, 4]],
  [
    'kron(T, D)',
    [
      [5, -2, 10, -4],
      [15, -6, 20, -8],
    ],
  ],
  ['kron(u, x)', [3, -6, 9, 4, -8, 12]],
  ['dot(x, y)', -11],
  [
    'inv(T)',
    [
      [-2, 1],
      ['3/2', '-1/2'],
    ],
  ],
  ['inv(b)', 2],
  [
    'pinv(T)',
    [
      [-2, 1],
      ['3/2', '-1/2'],
    ],
  ],
  [
    "pinv(u u')",
    [
      ['9/625', '12/625'],
      ['12/625', '16/625'],
    ],
  ],
  ['pinv(u)', [['3/25', '4/25']]],
  [
    'pinv(0 T)',
    [
      [0, 0],
      [0, 0],
    ],
  ],
  ['tr(T)', 5],
  ['det(T)', -2],
  ["det(u u')", 0],
  [
    'adj(T)',
    [
      [4, -2],
      [-3, 1],
    ],
  ],
  [
    "adj(u u')",
    [
      [16, -12],
      [-12, 9],
    ],
  ],
  ['adj(b)', 1],
  ['rank(A)', 2],
  ["rank(x y')", 1],
  ['|a|', 3],
  ['|u|', 5],
  ["|u'|", 5],
  ['norm(u)', 5],
  ["norm(u u')", 25],
  ['normF(2 diag(u))', 10],
  ['sigma_max(diag(u))', 4],
  ['sigma_min(diag(u))', 3],
  ['nuclear(diag(u))', 7],
  ['nuclear(u)', 5],
  ['per(T)', 10],
  ["per(u u')", 288],
  ['per(b)', '1/2'],
  ['kyfan[1](diag(u))', 4],
  ['kyfan[2](diag(u))', 7],
  ['kyfan[1](u)', 5],
  ['schatten[1](diag(u))', 7],
  ['schatten[2](diag(u))', 5],
  [
    'sqrtm([5, 3; 3, 2])',
    [
      [2, 1],
      [1, 1],
    ],
  ],
  // of a singular matrix, and of one whose root has fractions
  [
    'sqrtm([25, 50; 50, 100] / 5)',
    [
      [1, 2],
      [2, 4],
    ],
  ],
  [
    'modulus([0, 2; -3, 0])',
    [
      [3, 0],
      [0, 2],
    ],
  ],
  [
    '[8, 0; 0, 27]^(2/3)',
    [
      [4, 0],
      [0, 9],
    ],
  ],
  [
    '[13, 8; 8, 5]^(-1/3)',
    [
      [1, -1],
      [-1, 2],
    ],
  ],
  [
    'logm([1, 0; 0, 1])',
    [
      [0, 0],
      [0, 0],
    ],
  ],
  ['modulus(u)', 5],
  ['sigma_max(u)', 5],
  ['lambda[1](diag(u))', 4],
  ['lambda[2](diag(u))', 3],
  ["lambda[2](u u')", 0],
  ['exp(a + 3)', 1],
  ['log(2 b)', 0],
  ['sqrt(b / 2)', '1/2'],
  ['abs(a)', 3],
  ['sign(a)', -1],
  ['u ./ (u + u)', ['1/2', '1/2']],
  ['x .^ 2', [1, 4, 9]],
  ['b^a', 8],
  ['sum(x)', 2],
  ['mean(x)', '2/3'],
  ['max(x)', 3],
  ['min(x)', -2],
  ['norm1(x)', 6],
  ['norminf(x)', 3],
  ['lambda_max(diag(u))', 4],
  ['lambda_min(diag(u))', 3],
  ['lambda[m](diag(u))', 3],
  ['eig(diag(u))', [4, 3]],
  [
    'expm([0, 0; 0, 0])',
    [
      [1, 0],
      [0, 1],
    ],
  ],
  ['sign(x)', [1, -1, 1]],
  ['n + m', 5],
];

describe('values over the rationals, worked by hand', () => {
  test.each(cases)('%s', (text, wanted) => {
    expect(valueOf(`${declarations} |- ${text}`, at)).toEqual(texts(wanted));
  });
});

describe('constants take their size from the shape', () => {
  test.each([
    [
      'T + I',
      [
        [2, 2],
        [3, 5],
      ],
    ],
    [
      'A + 0',
      [
        [1, 2, 3],
        [4, 5, 7],
      ],
    ],
    ['x + ones', [2, -1, 4]],
    ["ones' x", 2],
    ['A ones', [6, 16]],
  ] as const)('%s', (text, wanted) => {
    expect(valueOf(`${declarations} |- ${text}`, at)).toEqual(texts(wanted));
  });
});

describe('other domains', () => {
  const f = primeField(10007);
  test.each([
    'A C',
    'C A',
    'inv(T)',
    'T^(-2)',
    'det(T)',
    'vec(A)',
    'kron(T, D)',
    'pinv(A)',
    "x' y",
    'rank(A)',
    'A / a',
  ])('%s modulo a prime is the rational value reduced', (text) => {
    const exact = evaluate(expression(`${declarations} |- ${text}`), rationals, at).data;
    const wanted = exact.map((x) =>
      f.fromRational(
        typeof x === 'number'
          ? { num: BigInt(x), den: 1n }
          : { num: BigInt(x.num), den: BigInt(x.den) },
      ),
    );
    expect(numbersOf(`${declarations} |- ${text}`, f, at)).toEqual(wanted);
  });

  test.each([
    ['norm(T)', 5.464985704219043],
    ['sigma_min(T)', 0.365966190626257],
    ['schatten[3](diag(u))', 4.497941445275415],
    ['lambda[1](S)', 3.618033988749895],
    ['lambda[2](S)', 1.381966011250105],
    ['logdet(S)', 1.6094379124341003],
    ['normF(A)', Math.sqrt(104)],
    ['exp(a)', Math.exp(-3)],
    ['log(b)', -Math.LN2],
    ['b^b', Math.SQRT1_2],
    ['grad[b](b^b)', Math.SQRT1_2 * (1 - Math.LN2)],
    ['logm([2, 0; 0, 2])', Math.LN2],
    ['sin(a)', Math.sin(-3)],
    ['cos(a)', Math.cos(-3)],
    ['grad[a](sin(a))', Math.cos(-3)],
    ['grad[a](cos(a))', -Math.sin(-3)],
  ] as const)('%s in floating point', (text, wanted) => {
    expect(numbersOf(`${declarations} |- ${text}`, float64, at)[0]).toBeCloseTo(wanted, 12);
  });

  test('an irrational norm is enclosed, and refused over the rationals', () => {
    const field = brackets(64);
    for (const [text, square] of [
      ['normF(A)', 104],
      ['|x|', 14],
    ] as const) {
      const [value] = numbersOf(`${declarations} |- ${text}`, field, at);
      if (value === undefined) throw new Error('no value');
      const [lo, hi] = [lowerEnd(value), upperEnd(value)];
      expect(sign(sub(mul(lo, lo), square))).toBe(-1);
      expect(sign(sub(mul(hi, hi), square))).toBe(1);
      expect(sign(sub(sub(hi, lo), parseRational('1e-15')))).toBe(-1);
      expect(() => valueOf(`${declarations} |- ${text}`, at)).toThrow(Unsupported);
    }
  });

  test('an eigenvalue is enclosed: (5 + √5)/2', () => {
    const [value] = numbersOf(`${declarations} |- 2 lambda[1](S) - 5`, brackets(64), at);
    if (value === undefined) throw new Error('no value');
    expect(sign(sub(mul(lowerEnd(value), lowerEnd(value)), 5))).toBe(-1);
    expect(sign(sub(mul(upperEnd(value), upperEnd(value)), 5))).toBe(1);
  });

  test('singular values of a matrix with irrational entries are enclosed', () => {
    const [value] = numbersOf(`${declarations} |- sigma_max(sqrt(2) diag(u))`, brackets(64), at);
    if (value === undefined) throw new Error('no value');
    expect(sign(sub(mul(lowerEnd(value), lowerEnd(value)), 32))).not.toBe(1);
    expect(sign(sub(mul(upperEnd(value), upperEnd(value)), 32))).not.toBe(-1);
  });
});

describe('where there is no value', () => {
  const singular = point(
    { n: 2 },
    {
      A: [
        [1, 2],
        [2, 4],
      ],
      N: [
        [0, 1],
        [0, 0],
      ],
      c: 0,
      d: -1,
    },
  );
  test.each([
    'inv(A)',
    'A^(-1)',
    'A / c',
    'inv(c)',
    'log(c)',
    'log(d)',
    'sqrt(d)',
    'logdet(A)',
    'lambda[1](N)',
    'lambda[3](A)',
    'd^(1/2)',
  ])('%s', (text) => {
    expect(() => valueOf(`A, N: n×n; c, d: scalar |- ${text}`, singular)).toThrow(Undefined);
    expect(() =>
      evaluate(expression(`A, N: n×n; c, d: scalar |- ${text}`), float64, into(float64, singular)),
    ).toThrow(Undefined);
  });

  const span = { start: 0, end: 0 };
  const powerBy = (exponent: Expr): Expr => {
    const [base] = [expression('A, N: n×n; c, d: scalar |- A')];
    return {
      kind: 'operator',
      operator: 'pow',
      args: [base, exponent],
      params: [],
      shape: ['n', 'n'],
      span,
    };
  };

  test('an exponent may be a dimension, known at each point', () => {
    const power = powerBy({ kind: 'dimension', dim: 'n', shape: [], span });
    expect(evaluate(power, rationals, singular).data).toEqual([5, 10, 10, 20]);
  });

  test('a power whose exponent is a variable is refused', () => {
    expect(() =>
      evaluate(powerBy(expression('A, N: n×n; c, d: scalar |- c')), rationals, singular),
    ).toThrow(Unsupported);
  });
});
