/** Tests of the shape rules and printed forms of operators. */
import { describe, expect, test } from 'vitest';
import type { Shape } from '../../src/language/ast.ts';
import { productDim, sumDim } from '../../src/operators/dimension.ts';
import { ShapeMismatch, type Dimensions } from '../../src/operators/operator.ts';
import { operator, operators } from '../../src/operators/registry.ts';
import { letter, numeral, product, type Typeset } from '../../src/operators/typeset.ts';
import { latexOf } from '../../src/language/latex.ts';

/** Dimensions without unknowns: a name equals itself alone. */
const plain: Dimensions = {
  unify: (a, b) => {
    if (a !== b) throw new ShapeMismatch(`${a} is not ${b}`);
  },
  resolve: (a) => a,
  fresh: () => '?1',
};

/** Blocks stand two in a row. */
const shape = (name: string, ...args: Shape[]): Shape =>
  operator(name).shape(args, plain, name === 'blocks' ? [args.length / 2, 2] : []);

const fits: readonly [string, readonly Shape[], Shape][] = [
  [
    'add',
    [
      ['m', 'n'],
      ['m', 'n'],
    ],
    ['m', 'n'],
  ],
  ['add', [[], []], []],
  ['sub', [['n'], ['n']], ['n']],
  ['neg', [['m', 'n']], ['m', 'n']],
  ['mul', [[], ['m', 'n']], ['m', 'n']],
  ['mul', [['m', 'n'], []], ['m', 'n']],
  [
    'mul',
    [
      ['m', 'n'],
      ['n', 'k'],
    ],
    ['m', 'k'],
  ],
  ['mul', [['m', 'n'], ['n']], ['m']],
  [
    'mul',
    [
      ['1', 'm'],
      ['m', 'n'],
    ],
    ['1', 'n'],
  ],
  ['mul', [['1', 'n'], ['n']], []],
  ['mul', [['m'], ['1', 'n']], ['m', 'n']],
  ['mul', [[], ['m', 'n', 'k']], ['m', 'n', 'k']],
  [
    'hadamard',
    [
      ['m', 'n'],
      ['m', 'n'],
    ],
    ['m', 'n'],
  ],
  [
    'blocks',
    [
      ['m', 'n'],
      ['m', 'k'],
      ['m', 'n'],
      ['m', 'k'],
    ],
    ['2*m', 'k+n'],
  ],
  ['blocks', [[], ['1', 'n']], ['1', 'n+1']],
  ['div', [['m', 'n'], []], ['m', 'n']],
  ['pow', [['n', 'n'], []], ['n', 'n']],
  ['pow', [[], []], []],
  ['transpose', [['m', 'n']], ['n', 'm']],
  ['transpose', [['n']], ['1', 'n']],
  ['transpose', [['1', 'n']], ['n']],
  ['transpose', [[]], []],
  ['adjoint', [['m', 'n']], ['n', 'm']],
  ['conj', [['m', 'n']], ['m', 'n']],
  ['re', [['n']], ['n']],
  ['im', [[]], []],
  ['vec', [['m', 'n']], ['m*n']],
  ['vec', [['n', 'm']], ['m*n']],
  ['diag', [['n']], ['n', 'n']],
  ['diag', [['n', 'n']], ['n']],
  [
    'kron',
    [
      ['m', 'n'],
      ['p', 'q'],
    ],
    ['m*p', 'n*q'],
  ],
  ['kron', [['n'], ['m']], ['m*n']],
  ['dot', [['n'], ['n']], []],
  ['inv', [['n', 'n']], ['n', 'n']],
  ['pinv', [['m', 'n']], ['n', 'm']],
  ['tr', [['n', 'n']], []],
  ['det', [['n', 'n']], []],
  ['logdet', [['n', 'n']], []],
  ['adj', [['n', 'n']], ['n', 'n']],
  ['rank', [['m', 'n']], []],
  ['bars', [['n']], []],
  ['bars', [['1', 'n']], []],
  ['norm', [['m', 'n']], []],
  ['normF', [['m', 'n']], []],
  ['sigma_max', [['m', 'n']], []],
  ['sigma_min', [['m', 'n']], []],
  ['nuclear', [['m', 'n']], []],
  ['kyfan', [['m', 'n']], []],
  ['schatten', [['m', 'n']], []],
  ['per', [['n', 'n']], []],
  ['lambda', [['n', 'n']], []],
  ['exp', [[]], []],
  ['log', [[]], []],
  ['sqrt', [[]], []],
  ['abs', [[]], []],
  ['abs', [['m', 'n']], ['m', 'n']],
  ['exp', [['1', 'n']], ['1', 'n']],
  ['exp', [['m', 'n']], ['m', 'n']],
  ['sum', [['m', 'n']], []],
  ['mean', [['m', 'n']], []],
  ['sqrt', [['n', 'n']], ['n', 'n']],
  ['log', [['n']], ['n']],
  ['sign', [['n']], ['n']],
  ['sin', [['n']], ['n']],
  ['cos', [[]], []],
  ['sum', [['n']], []],
  ['mean', [['1', 'n']], []],
  ['max', [['n']], []],
  [
    'max',
    [
      ['m', 'n'],
      ['m', 'n'],
    ],
    ['m', 'n'],
  ],
  ['min', [[], []], []],
  ['norm1', [['n']], []],
  ['norminf', [['n']], []],
  ['quotient', [['n'], ['n']], ['n']],
  ['entrypow', [['m', 'n'], []], ['m', 'n']],
  ['realpow', [[], []], []],
  ['lambda_max', [['n', 'n']], []],
  ['lambda_min', [['n', 'n']], []],
  ['lambda_at', [['n', 'n'], []], []],
  ['eig', [['n', 'n']], ['n']],
  ['expm', [['n', 'n']], ['n', 'n']],
  ['logm', [['n', 'n']], ['n', 'n']],
  ['sqrtm', [['n', 'n']], ['n', 'n']],
  ['sqrtm', [[]], []],
  ['modulus', [['m', 'n']], ['n', 'n']],
  ['modulus', [['n']], []],
  ['matpow', [['n', 'n'], []], ['n', 'n']],
];

const misfits: readonly [string, readonly Shape[], string][] = [
  [
    'add',
    [
      ['m', 'n'],
      ['n', 'm'],
    ],
    'm×n and n×m cannot be added',
  ],
  ['add', [['n'], []], 'n and scalar cannot be added'],
  ['sub', [['n'], ['1', 'n']], 'n and 1×n cannot be subtracted'],
  [
    'hadamard',
    [
      ['m', 'n'],
      ['m', 'k'],
    ],
    'm×n and m×k cannot be multiplied entrywise',
  ],
  [
    'mul',
    [
      ['m', 'n'],
      ['m', 'n'],
    ],
    'left factor is m×n and the right factor is m×n: the inner dimensions n and m differ',
  ],
  ['mul', [['n'], ['n']], "write x' y or dot(x, y)"],
  ['mul', [['n'], ['n', 'm']], 'left factor is n and the right factor is n×m'],
  [
    'mul',
    [
      ['m', 'n'],
      ['1', 'n'],
    ],
    'inner dimensions n and 1 differ',
  ],
  ['mul', [['m', 'n', 'k'], ['k']], 'tensor m×n×k'],
  [
    'div',
    [
      ['m', 'n'],
      ['n', 'n'],
    ],
    'only scalars divide',
  ],
  [
    'blocks',
    [
      ['m', 'n'],
      ['n', 'n'],
    ],
    'the block n×n does not fit: the other blocks of its row have m rows',
  ],
  ['pow', [['n', 'n'], ['n']], 'exponent'],
  ['inv', [['m', 'n']], 'inv takes a square matrix, but its argument is m×n'],
  ['tr', [['m', 'n']], 'tr takes a square matrix'],
  ['det', [['m', 'n']], 'det takes a square matrix'],
  ['adj', [['m', 'n']], 'adj takes a square matrix'],
  ['per', [['m', 'n']], 'per takes a square matrix'],
  ['logdet', [['n']], 'logdet takes a square matrix'],
  ['lambda', [['m', 'n']], 'lambda takes a square matrix'],
  ['diag', [['1', 'n']], 'transpose it'],
  ['diag', [['m', 'n']], 'diag takes a square matrix'],
  ['dot', [['m'], ['n']], 'm and n cannot be multiplied by dot'],
  ['dot', [['m', 'n'], ['n']], 'dot takes two vectors'],
  ['bars', [['m', 'n']], 'write norm(..), normF(..) or det(..)'],
  ['eig', [['m', 'n']], 'eig takes a square matrix'],
  ['expm', [['m', 'n']], 'expm takes a square matrix'],
  ['sqrtm', [['m', 'n']], 'sqrtm takes a square matrix'],
  ['logm', [['m', 'n']], 'logm takes a square matrix'],
  ['matpow', [['m', 'n'], []], 'the power ^ takes a square matrix'],
  ['matpow', [['n', 'n'], ['n']], 'the exponent of ^ takes a scalar'],
  ['lambda_max', [['n']], 'lambda_max takes a square matrix'],
  ['lambda_min', [['n']], 'lambda_min takes a square matrix'],
  ['lambda_at', [['m', 'n'], []], 'lambda takes a square matrix'],
  ['entrypow', [['n'], ['n']], 'the exponent of .^ takes a scalar'],
  ['sum', [[]], 'sum takes a vector'],
  ['mean', [[]], 'mean takes a vector'],
  ['max', [['m', 'n']], 'max takes a vector'],
  ['max', [['n'], ['n'], ['n']], 'write max(a, max(b, c))'],
  ['min', [['n'], []], 'n and scalar cannot be compared by min'],
  ['norm1', [['m', 'n']], 'write norm1(vec(A))'],
  ['norminf', [['m', 'n']], 'write norminf(vec(A))'],
  ['quotient', [['n'], ['m']], 'cannot be divided entrywise'],
  ['realpow', [['n'], []], 'a power that is not whole takes a scalar'],
  ['transpose', [['m', 'n', 'k']], 'tensor m×n×k'],
];

describe('shapes', () => {
  test.each(fits)('%s of %j is %j', (name, args, wanted) => {
    expect(shape(name, ...args)).toEqual(wanted);
  });

  test.each(misfits)('%s refuses %j', (name, args, message) => {
    expect(() => shape(name, ...args)).toThrow(ShapeMismatch);
    expect(() => shape(name, ...args)).toThrow(message);
  });

  test('every operator has a shape tested here', () => {
    expect(
      [...operators.keys()].filter((name) => !fits.some(([tested]) => tested === name)),
    ).toEqual([]);
  });

  test('a product of dimensions has one text', () => {
    expect(productDim('n', 'm')).toBe('m*n');
    expect(productDim('2', 'm*n', '3')).toBe('6*m*n');
    expect(productDim('1', 'm')).toBe('m');
    expect(productDim('1', '1')).toBe('1');
    expect(productDim('m+n', 'k')).toBe('k*m+k*n');
    expect(productDim('m+1', 'm+1')).toBe('2*m+m*m+1');
  });

  test('a sum of dimensions has one text', () => {
    expect(sumDim('n', 'm')).toBe('m+n');
    expect(sumDim('1', 'm', '2*m', '1')).toBe('3*m+2');
    expect(sumDim('1', '1')).toBe('2');
    expect(sumDim('d[l+1]', 'd[l]')).toBe('d[l+1]+d[l]');
  });
});

describe('printed forms', () => {
  const text = (name: string, ...args: string[]): string => operator(name).printed.text(...args);
  const set = (arg: string): Typeset =>
    arg.includes(' ')
      ? product(...arg.split(' ').map(letter))
      : /^\d/.test(arg)
        ? numeral(arg)
        : letter(arg);
  const latex = (name: string, ...args: string[]): string =>
    latexOf(operator(name).printed.typeset(...args.map(set)));

  test.each([
    ['add', ['a', 'b'], 'a + b'],
    ['sub', ['a', 'b'], 'a - b'],
    ['neg', ['a'], '-a'],
    ['mul', ['A', 'B'], 'A B'],
    ['hadamard', ['a', 'b'], 'a .* b'],
    ['div', ['a', 'b'], 'a / b'],
    ['pow', ['A', '2'], 'A^2'],
    ['transpose', ['A'], "A'"],
    ['bars', ['x'], '|x|'],
    ['inv', ['A'], 'inv(A)'],
    ['kron', ['A', 'B'], 'kron(A, B)'],
    ['lambda', ['2', 'A'], 'lambda[2](A)'],
    ['kyfan', ['2', 'A'], 'kyfan[2](A)'],
    ['schatten', ['3', 'A'], 'schatten[3](A)'],
    ['sigma_max', ['A'], 'sigma_max(A)'],
    ['normF', ['A'], 'normF(A)'],
    ['logdet', ['A'], 'logdet(A)'],
    ['sqrtm', ['A'], 'sqrtm(A)'],
    ['matpow', ['A', 't'], 'A^t'],
  ] as const)('%s of %j is written %s', (name, args, wanted) => {
    expect(text(name, ...args)).toBe(wanted);
  });

  test.each([
    ['transpose', ['W'], 'W^{\\top}'],
    ['transpose', ['A B'], '\\left(A B\\right)^{\\top}'],
    ['adjoint', ['W'], 'W^{\\ast}'],
    ['inv', ['A'], 'A^{-1}'],
    ['div', ['a', 'b'], '\\frac{a}{b}'],
    ['pinv', ['A'], 'A^{+}'],
    ['nuclear', ['A'], '\\left\\lVert A \\right\\rVert_{*}'],
    ['sigma_min', ['A'], '\\sigma_{\\min}\\left(A\\right)'],
    ['lambda', ['1', 'A'], '\\lambda_{1}\\left(A\\right)'],
    ['normF', ['A'], '\\left\\lVert A \\right\\rVert_{F}'],
    ['sqrtm', ['A'], 'A^{\\frac{1}{2}}'],
    ['modulus', ['A'], '\\left\\lvert A \\right\\rvert'],
    ['logm', ['A'], '\\log\\left(A\\right)'],
    ['matpow', ['A', 't'], 'A^{t}'],
  ] as const)('%s of %j in LaTeX', (name, args, wanted) => {
    expect(latex(name, ...args)).toBe(wanted);
  });

  test('an operator that is not associative needs parentheses on its right', () => {
    for (const name of ['sub', 'div', 'mul', 'add']) {
      const { strength, wants } = operator(name).printed;
      expect(wants).toEqual([strength, strength + 1]);
    }
    expect(operator('pow').printed.wants).toEqual([5, 5]);
  });

  test('every operator asks something of each argument, and says what it is', () => {
    for (const { printed, arity, summary } of operators.values()) {
      expect(printed.wants).toHaveLength(arity);
      expect(summary.length).toBeGreaterThan(10);
    }
  });
});
