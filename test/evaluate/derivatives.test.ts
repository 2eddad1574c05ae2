/** Tests of derivatives, by hand and against finite differences. */
import { describe, expect, test } from 'vitest';
import fc from 'fast-check';
import { Undefined } from '../../src/numbers/field.ts';
import { float64 } from '../../src/numbers/float64.ts';
import { activations } from '../../src/operators/activations.ts';
import { evaluate } from '../../src/evaluate/evaluate.ts';
import { mapAssignment } from '../../src/evaluate/lift.ts';
import type { Assignment, Value } from '../../src/evaluate/assignment.ts';
import type { Q } from '../../src/numbers/rational.ts';
import {
  activation,
  expression,
  family,
  formula,
  into,
  numbersOf,
  point,
  polynomial,
  texts,
  valueOf,
  type Plain,
} from './points.ts';
import { decide } from '../../src/evaluate/decide.ts';
import { rationals } from '../../src/numbers/rationals.ts';

describe('derivatives by a variable, worked by hand', () => {
  const declarations = 'A: m×n; S: n×n; x, b: n; s: scalar; y: m';
  const at = point(
    { m: 2, n: 2 },
    {
      A: [
        [1, 2],
        [3, 5],
      ],
      S: [
        [1, 4],
        [2, 3],
      ],
      x: [2, -1],
      b: [7, 1],
      s: 3,
      y: [1, 4],
    },
  );
  const cases: readonly [string, Plain][] = [
    ["grad[x](b' x)", [7, 1]],
    ["grad[x](x' S x)", [-2, 6]],
    [
      "hess[x](x' S x)",
      [
        [2, 6],
        [6, 6],
      ],
    ],
    [
      'jac[x](A x)',
      [
        [1, 2],
        [3, 5],
      ],
    ],
    [
      'jac[x](x .* x)',
      [
        [4, 0],
        [0, -2],
      ],
    ],
    ['grad[s](s^3)', 27],
    ['hess[s](s^3)', 18],
    ['jac[s](s^2 x)', [12, -6]],
    [
      "grad[A](y' A x)",
      [
        [2, -1],
        [8, -4],
      ],
    ],
    [
      'grad[S](det(S))',
      [
        [3, -2],
        [-4, 1],
      ],
    ],
    [
      'grad[S](tr(S S))',
      [
        [2, 4],
        [8, 6],
      ],
    ],
    ['grad[s](1 / s)', '-1/9'],
    ["grad[x](grad[s](s^2 (x' x)))", [24, -12]],
    ['grad[s](s grad[s](s^2))', 12],
    ["grad[x](x' grad[x](x' S x))", [-4, 12]],
    [
      'jac[x](jac[x](x .* x) b)',
      [
        [14, 0],
        [0, 2],
      ],
    ],
    ['grad[x](s)', [0, 0]],
  ];

  test.each(cases)('%s', (text, wanted) => {
    expect(valueOf(`${declarations} |- ${text}`, at)).toEqual(texts(wanted));
  });

  test("the gradient of a trace of an inverse is -inv(S')^2, of a quotient by the quotient rule", () => {
    expect(valueOf(`${declarations} |- grad[S](tr(inv(S)))`, at)).toEqual(
      valueOf(`${declarations} |- -inv(S') inv(S')`, at),
    );
    expect(valueOf(`${declarations} |- grad[x]((x' b)^2 / (x' x))`, at)).toEqual(
      valueOf(`${declarations} |- 2 (x' b) b / (x' x) - 2 (x' b)^2 x / (x' x)^2`, at),
    );
  });

  test('entries of a symmetric variable move on their own', () => {
    const symmetric = point(
      { n: 2 },
      {
        S: [
          [1, 2],
          [2, 5],
        ],
      },
    );
    expect(valueOf('S: n×n symmetric |- grad[S](tr(S S))', symmetric)).toEqual([
      ['2', '4'],
      ['4', '10'],
    ]);
    expect(valueOf('S: n×n symmetric |- grad[S](det(S))', symmetric)).toEqual([
      ['5', '-2'],
      ['-2', '1'],
    ]);
  });

  test('one member of a family moves, the others stand', () => {
    const net = point({ n: 2, N: 2 }, { h: family([1, 2], [3, 4]) });
    expect(
      valueOf("h[i]: n for i in 1..N |- grad[h[1]](sum[i](i (h[i]' h[i])) + h[1]' h[2])", net),
    ).toEqual(['5', '8']);
    expect(
      valueOf("h[i]: n for i in 1..N |- grad[h[2]](sum[i](i (h[i]' h[i])) + h[1]' h[2])", net),
    ).toEqual(['13', '18']);
  });
});

describe('declared functions', () => {
  // p(u, v) = u^2 v + 3 v and f(u, v) = (u v, u + 2, v^2)
  const p = polynomial(2, [
    [1, 2, 1],
    [3, 0, 1],
  ]);
  const f = polynomial(
    2,
    [[1, 1, 1]],
    [
      [1, 1, 0],
      [2, 0, 0],
    ],
    [[1, 0, 2]],
  );
  const l = polynomial(1, [[1, 3]]);
  const at = point(
    { m: 2, k: 3, n: 2 },
    {
      p,
      f,
      l,
      x: [2, 5],
      W: [
        [1, 1],
        [0, 2],
      ],
      s: 2,
    },
  );
  const declarations = 'p: R^m -> R; f: R^m -> R^k; l: R -> R; x: m; W: m×m; s: scalar';

  test.each([
    ['p(x)', 35],
    ['f(x)', [10, 4, 25]],
    ['grad(p)(x)', [20, 7]],
    [
      'jac(f)(x)',
      [
        [5, 2],
        [1, 0],
        [0, 10],
      ],
    ],
    [
      'hess(p)(x)',
      [
        [10, 4],
        [4, 0],
      ],
    ],
    ["l'(s)", 12],
    ["l''(s)", 12],
    ["l'''(s)", 6],
    ['grad[x](p(W x))', [140, 244]],
    ["W' grad(p)(W x)", [140, 244]],
    [
      'hess[x](p(x))',
      [
        [10, 4],
        [4, 0],
      ],
    ],
    [
      'jac[x](f(x))',
      [
        [5, 2],
        [1, 0],
        [0, 10],
      ],
    ],
    ['grad[s](l(s^2))', 192],
  ] as const)('%s', (text, wanted) => {
    expect(valueOf(`${declarations} |- ${text}`, at)).toEqual(texts(wanted as Plain));
  });

  test.each([
    ['grad(p)(x)', [20, 7]],
    ['jac(f)(x)', [5, 2, 1, 0, 0, 10]],
    ['hess(p)(x)', [10, 4, 4, 0]],
  ])('%s in floating point', (text, wanted) => {
    expect(numbersOf(`${declarations} |- ${text}`, float64, at)).toEqual(wanted);
  });

  test('a network is what its layers say', () => {
    const net: Value<Q> = {
      kind: 'function',
      map: {
        kind: 'network',
        inputs: 2,
        layers: [
          { weights: { shape: [2, 2], data: [1, -1, 2, 0] }, bias: [0, 1], activation: 'relu' },
          { weights: { shape: [1, 2], data: [3, 1] }, bias: [5], activation: null },
        ],
      },
    };
    const networks = point({ n: 2 }, { F: net, x: [4, 1], z: [1, 4], k: [1, 1] });
    const of = (text: string): unknown => valueOf(`F: R^n -> R; x, z, k: n |- ${text}`, networks);
    expect(of('F(x)')).toBe('23');
    expect(of('grad(F)(x)')).toEqual(['5', '-3']);
    expect(of('F(z)')).toBe('8');
    expect(of('grad[z](F(z))')).toEqual(['2', '0']);
    expect(of('F(k)')).toBe('8');
    expect(() => of('grad(F)(k)')).toThrow(Undefined);
  });

  test('an unknown activation is applied entry by entry, with its primes', () => {
    const entrywise = point(
      { n: 2, m: 2 },
      {
        phi: activation(1, 0, 2, 1),
        h: [2, -1],
        W: [
          [1, 1],
          [0, 2],
        ],
      },
    );
    const of = (text: string): unknown =>
      valueOf(`phi: activation; h: n; W: m×n |- ${text}`, entrywise);
    expect(of('phi(h)')).toEqual(['17', '2']);
    expect(of("phi'(h)")).toEqual(['20', '-1']);
    expect(of("phi''(h)")).toEqual(['16', '-2']);
    expect(of("phi'''(h)")).toEqual(['6', '6']);
    expect(of('jac[h](phi(W h))')).toEqual(of("diag(phi'(W h)) W"));
    expect(of('jac[h](phi(W h))')).toEqual([
      ['7', '7'],
      ['0', '8'],
    ]);
  });

  test('relu has no derivative at its kink, but has a value there', () => {
    const kink = point({ n: 2 }, { h: [0, 3] });
    expect(valueOf('h: n |- relu(h)', kink)).toEqual(['0', '3']);
    expect(() => valueOf("h: n |- relu'(h)", kink)).toThrow(Undefined);
    expect(() => valueOf('h: n |- jac[h](relu(h))', kink)).toThrow(Undefined);
  });

  test('a length has no gradient at zero', () => {
    const zero = point({ n: 2 }, { x: [0, 0], y: [3, 4] });
    for (const text of ['grad[x](|x|)', 'grad[x](norm(x))', "grad[x](sqrt(x' x))"]) {
      expect(() => valueOf(`x, y: n |- ${text}`, zero)).toThrow(Undefined);
    }
    expect(valueOf('x, y: n |- grad[y](|y|)', zero)).toEqual(['3/5', '4/5']);
  });
});

describe('against finite differences', () => {
  const at = into(
    float64,
    point(
      { m: 3, n: 2 },
      {
        W: [
          [1, '1/2'],
          ['-1/3', 2],
          [0, '3/4'],
        ],
        x: ['1/3', '-1/2'],
        v: [1, -2, '1/2'],
      },
    ),
  );
  const vary = (i: number, by: number): Assignment<number> => ({
    dims: at.dims,
    values: new Map(at.values).set('x', {
      kind: 'tensor',
      tensor: { shape: [2], data: [1 / 3, -1 / 2].map((x, j) => (i === j ? x + by : x)) },
    }),
  });
  const declarations = 'W: m×n; x: n; v: m';

  test.each([
    'tanh',
    'sigmoid',
    'softplus',
    'gelu',
    'silu',
    'erf',
    'square',
    'leakyrelu',
    'softmax',
  ])('the gradient through %s', (name) => {
    const body = expression(`${declarations} |- v' ${name}(W x)`);
    const gradient = evaluate(
      expression(`${declarations} |- grad[x](v' ${name}(W x))`),
      float64,
      at,
    ).data;
    const h = 1e-5;
    gradient.forEach((slope, i) => {
      const ahead = evaluate(body, float64, vary(i, h)).data[0] as number;
      const behind = evaluate(body, float64, vary(i, -h)).data[0] as number;
      expect(slope).toBeCloseTo((ahead - behind) / (2 * h), 7);
    });
  });

  test.each(['tanh', 'gelu', 'softmax'])('the Hessian through %s', (name) => {
    const hessian = evaluate(
      expression(`${declarations} |- hess[x](v' ${name}(W x))`),
      float64,
      at,
    ).data;
    const gradient = expression(`${declarations} |- grad[x](v' ${name}(W x))`);
    const h = 1e-5;
    for (const i of [0, 1]) {
      const ahead = evaluate(gradient, float64, vary(i, h)).data;
      const behind = evaluate(gradient, float64, vary(i, -h)).data;
      for (const j of [0, 1])
        expect(hessian[2 * j + i]).toBeCloseTo(
          ((ahead[j] as number) - (behind[j] as number)) / (2 * h),
          6,
        );
    }
  });
});

describe('the built-in activations are what their formulas say', () => {
  const independent: Readonly<Record<string, (x: number) => number>> = {
    relu: (x) => Math.max(x, 0),
    leakyrelu: (x) => Math.max(x, x / 100),
    tanh: (x) => (Math.exp(x) - Math.exp(-x)) / (Math.exp(x) + Math.exp(-x)),
    sigmoid: (x) => 1 / (1 + Math.exp(-x)),
    softplus: (x) => Math.log(1 + Math.exp(x)),
    silu: (x) => x / (1 + Math.exp(-x)),
    square: (x) => x * x,
    identity: (x) => x,
  };
  test.each(Object.keys(independent))('%s', (name) => {
    for (const x of [-2, -0.5, 0.25, 3]) {
      const at = into(float64, point({ n: 1 }, { x: [String(x)] }));
      expect(evaluate(expression(`x: n |- ${name}(x)`), float64, at).data[0]).toBeCloseTo(
        independent[name]?.(x) as number,
        12,
      );
    }
  });

  test('erf and gelu at 1, softmax of (0, log 3)', () => {
    const at = into(float64, point({ n: 2 }, { x: [0, 1] }));
    expect(evaluate(expression('x: n |- erf(x)'), float64, at).data[1]).toBeCloseTo(
      0.8427007929497149,
      14,
    );
    expect(evaluate(expression('x: n |- gelu(x)'), float64, at).data[1]).toBeCloseTo(
      0.8413447460685429,
      14,
    );
    const [a, b] = evaluate(expression('x: n |- softmax(log(3) x)'), float64, at).data;
    expect(a).toBeCloseTo(0.25, 14);
    expect(b).toBeCloseTo(0.75, 14);
  });

  test('each has its row, and piecewise ones name their kinks', () => {
    expect([...activations.keys()].toSorted()).toEqual(
      [...Object.keys(independent), 'erf', 'gelu', 'softmax'].toSorted(),
    );
    for (const a of activations.values()) {
      expect(a.kinks.length > 0).toBe(a.name.endsWith('relu'));
      if (a.formula) expect(a.formula).toHaveLength(a.kinks.length + 1);
    }
  });
});

describe('true laws of the calculus hold at random points', () => {
  const small = fc.integer({ min: -3, max: 3 });
  const matrix = (m: number, n: number): fc.Arbitrary<number[][]> =>
    fc.array(fc.array(small, { minLength: n, maxLength: n }), { minLength: m, maxLength: m });
  const quadratic = fc
    .array(small, { minLength: 6, maxLength: 6 })
    .map(([a = 0, b = 0, c = 0, d = 0, e = 0, g = 0]) =>
      polynomial(2, [
        [a, 2, 0],
        [b, 1, 1],
        [c, 0, 2],
        [d, 1, 0],
        [e, 3, 1],
        [g, 0, 0],
      ]),
    );

  test('the Hessian of l(F(x)) is more than its Gauss-Newton part', () => {
    // L(x, y) = x² y + y²
    const F = polynomial(2, [[1, 2, 0]], [[1, 0, 1]]);
    const l = polynomial(2, [
      [1, 1, 1],
      [1, 0, 2],
    ]);
    const at = point({ n: 2 }, { F, l, x: [1, 1] });
    const text = 'F: R^n -> R^n; l: R^n -> R; x: n';
    expect(valueOf(`${text} |- hess[x](l(F(x)))`, at)).toEqual([
      ['2', '2'],
      ['2', '2'],
    ]);
    expect(valueOf(`${text} |- jac(F)(x)' hess(l)(F(x)) jac(F)(x)`, at)).toEqual([
      ['0', '2'],
      ['2', '2'],
    ]);
  });

  test('the Hessian and the weight gradient behind a linear layer', () => {
    fc.assert(
      fc.property(matrix(2, 2), fc.tuple(small, small), quadratic, (W, x, p) => {
        const at = point({ m: 2, n: 2 }, { W, x, p });
        expect(
          decide(
            formula("W: m×n; x: n; p: R^m -> R |- hess[x](p(W x)) = W' hess(p)(W x) W"),
            rationals,
            at,
          ),
        ).toBe(true);
        expect(
          decide(
            formula("W: m×n; x: n; p: R^m -> R |- grad[W](p(W x)) = grad(p)(W x) x'"),
            rationals,
            at,
          ),
        ).toBe(true);
      }),
      { numRuns: 30 },
    );
  });

  test('an assignment converted there and back is the same', () => {
    const at = point({ n: 2 }, { x: [1, '1/2'], p: polynomial(1, [[2, 1]]), h: family([1], [2]) });
    expect(mapAssignment(at, (x) => x)).toEqual(at);
  });
});
