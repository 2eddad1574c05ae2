/** Each operator's derivative through the jets, worked by hand. */
import { describe, expect, test } from 'vitest';
import { evaluate } from '../../src/evaluate/evaluate.ts';
import { Unsupported } from '../../src/numbers/field.ts';
import { float64 } from '../../src/numbers/float64.ts';
import { complexWords } from '../../src/language/names.ts';
import { jets } from '../../src/numbers/jet.ts';
import { rationals } from '../../src/numbers/rationals.ts';
import { tensor } from '../../src/numbers/tensor.ts';
import { operator, operators } from '../../src/operators/registry.ts';
import { expression, into, point, texts, valueOf, type Plain } from '../evaluate/points.ts';

const at = point(
  { m: 2, n: 3 },
  {
    A: [
      [1, 2, 3],
      [4, 5, 7],
    ],
    S: [
      [1, 2],
      [3, 4],
    ],
    x: [3, 4],
    y: [-1, 2],
    z: [1, -2, 2],
    s: 3,
    t: -2,
  },
);
const declarations = 'A: m×n; S: m×m; x, y: m; z: n; s, t: scalar';

const cases: readonly [operator: string, text: string, wanted: Plain][] = [
  [
    'add',
    'jac[x](x + y)',
    [
      [1, 0],
      [0, 1],
    ],
  ],
  [
    'sub',
    'jac[y](x - y)',
    [
      [-1, 0],
      [0, -1],
    ],
  ],
  [
    'sub',
    'jac[x](x - y)',
    [
      [1, 0],
      [0, 1],
    ],
  ],
  [
    'neg',
    'jac[x](-x)',
    [
      [-1, 0],
      [0, -1],
    ],
  ],
  [
    'mul',
    'jac[x](S x)',
    [
      [1, 2],
      [3, 4],
    ],
  ],
  ['mul', 'jac[s](s x)', [3, 4]],
  ['blocks', 'jac[s]([s^2; 2 s])', [6, 2]],
  ['sum', 'grad[x](sum(x))', [1, 1]],
  ['mean', 'grad[z](mean(3 z))', [1, 1, 1]],
  ['max', 'grad[x](max(x))', [0, 1]],
  ['max', 'grad[s](max(s, t))', 1],
  ['max', 'grad[t](max(s, t))', 0],
  ['min', 'grad[z](min(z))', [0, 1, 0]],
  ['min', 'grad[t](min(s, t))', 1],
  ['norm1', 'grad[z](norm1(z))', [1, -1, 1]],
  ['norminf', 'grad[x](norminf(x))', [0, 1]],
  ['sign', 'grad[s](sign(s))', 0],
  ['sin', 'grad[s](sin(0 * s))', 0],
  ['cos', 'grad[s](cos(0 * s))', 0],
  ['quotient', 'jac[s]((s x) ./ x)', [1, 1]],
  ['quotient', 'jac[s](x ./ (s x))', ['-1/9', '-1/9']],
  ['entrypow', 'jac[s]((s y) .^ 2)', [6, 24]],
  ['entrypow', 'jac[s]((s y) .^ (-1))', ['1/9', '-1/18']],
  ['realpow', 'grad[x]((y[2] / 2)^(2 / 3) + x[1])', [1, 0]],
  [
    'mul',
    "grad[S](x' S y)",
    [
      [-3, 6],
      [-4, 8],
    ],
  ],
  [
    'hadamard',
    'jac[x](x .* y)',
    [
      [-1, 0],
      [0, 2],
    ],
  ],
  ['div', 'jac[s](x / s)', ['-1/3', '-4/9']],
  [
    'div',
    'jac[x](x / s)',
    [
      ['1/3', 0],
      [0, '1/3'],
    ],
  ],
  ['pow', 'grad[s](s^3)', 27],
  ['pow', 'grad[s](s^(-2))', '-2/27'],
  [
    'pow',
    "grad[S](y' S^2 y)",
    [
      [-8, 5],
      [0, 22],
    ],
  ],
  [
    'transpose',
    "grad[A](x' (A')' z)",
    [
      [3, -6, 6],
      [4, -8, 8],
    ],
  ],
  [
    'transpose',
    "grad[A](z' A' x)",
    [
      [3, -6, 6],
      [4, -8, 8],
    ],
  ],
  [
    'vec',
    "jac[x](vec(x y'))",
    [
      [-1, 0],
      [0, -1],
      [2, 0],
      [0, 2],
    ],
  ],
  [
    'diag',
    'jac[x](diag(x) y)',
    [
      [-1, 0],
      [0, 2],
    ],
  ],
  [
    'diag',
    "jac[x](diag(x y'))",
    [
      [-1, 0],
      [0, 2],
    ],
  ],
  [
    'kron',
    'jac[x](kron(x, y))',
    [
      [-1, 0],
      [2, 0],
      [0, -1],
      [0, 2],
    ],
  ],
  [
    'kron',
    'jac[y](kron(x, y))',
    [
      [3, 0],
      [0, 3],
      [4, 0],
      [0, 4],
    ],
  ],
  ['dot', 'grad[x](dot(x, y))', [-1, 2]],
  ['inv', 'grad[s](inv(s))', '-1/9'],
  [
    'inv',
    "grad[S](x' inv(S) y)",
    [
      [0, 0],
      [-4, '5/2'],
    ],
  ],
  ['pinv', 'grad[s](pinv(s))', '-1/9'],
  [
    'tr',
    'grad[S](tr(S))',
    [
      [1, 0],
      [0, 1],
    ],
  ],
  [
    'det',
    'grad[S](det(S))',
    [
      [4, -3],
      [-2, 1],
    ],
  ],
  [
    'per',
    'grad[S](per(S))',
    [
      [4, 3],
      [2, 1],
    ],
  ],
  //  adj(S) is [[d, -b], [-c, a]] for S = [[a, b], [c, d]]
  [
    'adj',
    "grad[S](x' adj(S) y)",
    [
      [8, -6],
      [4, -3],
    ],
  ],
  ['bars', 'grad[x](|x|)', ['3/5', '4/5']],
  ['bars', 'grad[t](|t|)', -1],
  ['norm', 'grad[x](norm(x))', ['3/5', '4/5']],
  ['normF', 'grad[z](normF(z))', ['1/3', '-2/3', '2/3']],
  ['exp', 'grad[s](exp(s - 3))', 1],
  ['log', 'grad[s](log(s - 2))', 1],
  ['sqrt', 'grad[s](sqrt(s + 1))', '1/4'],
  ['abs', 'grad[t](abs(t))', -1],
];

describe('derivatives over the rationals, worked by hand', () => {
  test.each(cases)('%s: %s', (_, text, wanted) => {
    expect(valueOf(`${declarations} |- ${text}`, at)).toEqual(texts(wanted));
  });

  test('logdet: its derivative along s is 2/s for a 2×2 matrix s D', () => {
    const found = evaluate(
      expression(`${declarations} |- grad[s](logdet(s diag(x)))`),
      float64,
      into(float64, at),
    ).data;
    expect(found[0]).toBeCloseTo(2 / 3, 12);
  });
});

/**
 * Spectra and ranks are not smooth everywhere: their derivative is refused, and never taken to be
 * zero.
 */
const refused: readonly [operator: string, text: string][] = [
  ['sigma_max', 'grad[S](sigma_max(S))'],
  ['sigma_min', 'grad[S](sigma_min(S))'],
  ['nuclear', 'grad[S](nuclear(S))'],
  ['kyfan', 'grad[S](kyfan[2](S))'],
  ['schatten', 'grad[S](schatten[3](S))'],
  ['lambda', "grad[S](lambda[1](S + S'))"],
  ['rank', 'grad[S](rank(S))'],
  ['lambda_max', "grad[S](lambda_max(S + S'))"],
  ['lambda_min', "grad[S](lambda_min(S + S'))"],
  ['lambda_at', "grad[S](lambda[m](S + S'))"],
  ['eig', "grad[S](sum(eig(S + S')))"],
  ['expm', 'grad[S](tr(expm(S)))'],
  ['logm', 'grad[S](tr(logm(S)))'],
  ['sqrtm', 'grad[S](tr(sqrtm(S)))'],
  ['modulus', 'grad[S](tr(modulus(S)))'],
  ['matpow', 'grad[S](tr(S^(1/3)))'],
];

test.each(refused)('the derivative of %s is refused: %s', (_, text) => {
  for (const run of [
    () => valueOf(`${declarations} |- ${text}`, at),
    () => evaluate(expression(`${declarations} |- ${text}`), float64, into(float64, at)),
  ]) {
    expect(run).toThrow(Unsupported);
  }
});

test.each([
  ['conj', [2, 3, 5, 7], [1, 0, 0, 0]],
  ['re', [2, 3, 5, 7], [1, 0, 0, 0]],
  ['im', [0, 0, 0, 0], [0, 0, 0, 0]],
  ['adjoint', [2, 5, 3, 7], [1, 0, 0, 0]],
])('%s of real numbers, and its derivative', (name, values, slopes) => {
  const field = jets(rationals, 1);
  const entries = [field.variable(2, 0), ...[3, 5, 7].map((x) => field.lift(x))];
  const { data } = operator(name).evaluate(field, [tensor([2, 2], entries)], [2, 2], []);
  expect(data.map(({ value }) => value)).toEqual(values);
  expect(data.map((x) => field.partial(x, 0))).toEqual(slopes);
});

test('every operator has its derivative tested here', () => {
  const known = new Set([
    ...cases.map(([name]) => name),
    ...refused.map(([name]) => name),
    'logdet',
    // a complex claim is put into real and imaginary parts first: of real numbers, above
    ...complexWords,
    'adjoint',
  ]);
  expect([...operators.keys()].filter((name) => !known.has(name))).toEqual([]);
});
