/** Tests of printed matrices and functions. */
import { describe, expect, test } from 'vitest';
import type { FunctionMap } from '../../src/evaluate/assignment.ts';
import type { Rational } from '../../src/numbers/field.ts';
import { tensor } from '../../src/numbers/tensor.ts';
import { activationText, functionText } from '../../src/report/function-text.ts';
import { matrixText } from '../../src/report/matrix-text.ts';
import { valueLines } from '../../src/report/value-text.ts';

const q = (num: number, den = 1): Rational => ({ num: BigInt(num), den: BigInt(den) });
const qs = (...entries: number[]): Rational[] => entries.map((entry) => q(entry));

describe('matrices on one line', () => {
  test.each([
    ['a scalar', '3/2', '3/2'],
    ['a column', ['1', '0'], '[1; 0]'],
    ['a row', [['1', '0']], '[1 0]'],
    ['a 1×1 matrix', [['2']], '[2]'],
    [
      'a diagonal matrix',
      [
        ['1', '0'],
        ['0', '5'],
      ],
      'diag(1, 5)',
    ],
    [
      'a zero matrix',
      [
        ['0', '0'],
        ['0', '0'],
      ],
      '[0 0; 0 0]',
    ],
    [
      'a matrix',
      [
        ['1', '2'],
        ['0', '-1/3'],
      ],
      '[1 2; 0 -1/3]',
    ],
    [
      'a wide matrix with a zero',
      [
        ['1', '0', '0'],
        ['0', '1', '0'],
      ],
      '[1 0 0; 0 1 0]',
    ],
    ['text that the search wrote', 'between 1.41 and 1.42', 'between 1.41 and 1.42'],
  ])('%s', (_, json, text) => {
    expect(matrixText(json)).toBe(text);
  });
});

describe('functions as formulas', () => {
  const polynomial = (
    inputs: number,
    ...outputs: [number, ...number[]][][]
  ): FunctionMap<Rational> => ({
    kind: 'polynomial',
    inputs,
    outputs: outputs.map((terms) =>
      terms.map(([coefficient, ...powers]) => ({ coefficient: q(coefficient), powers })),
    ),
  });

  test('one input is x, and signs join the terms', () => {
    expect(
      functionText(
        'F',
        polynomial(1, [
          [1, 0],
          [-1, 1],
          [1, 2],
        ]),
      ),
    ).toBe('F(x) = x^2 - x + 1');
  });
  test('a leading minus', () => {
    expect(functionText('F', polynomial(1, [[-3, 1]]))).toBe('F(x) = -3 x');
  });
  test('several inputs and outputs', () => {
    expect(
      functionText(
        'F',
        polynomial(
          2,
          [[1, 1, 1]],
          [
            [2, 0, 3],
            [0, 5, 5],
          ],
        ),
      ),
    ).toBe('F(x1, x2) = (x1 x2, 2 x2^3)');
  });
  test('the zero polynomial', () => {
    expect(functionText('F', polynomial(2, []))).toBe('F(x1, x2) = 0');
  });
  test('a network keeps its order: weights, bias, activation, next layer', () => {
    const network: FunctionMap<Rational> = {
      kind: 'network',
      inputs: 2,
      layers: [
        { weights: tensor([2, 2], qs(1, 1, 0, 1)), bias: qs(0, 1), activation: 'relu' },
        { weights: tensor([1, 2], qs(1, 2)), bias: qs(0), activation: null },
      ],
    };
    expect(functionText('F', network)).toBe('F(x) = [1 2] relu([1 1; 0 1] x + [0; 1])');
  });
  test('a sum inside a linear layer stands in parentheses', () => {
    const network: FunctionMap<Rational> = {
      kind: 'network',
      inputs: 1,
      layers: [
        { weights: tensor([1, 1], qs(1)), bias: qs(3), activation: null },
        { weights: tensor([1, 1], qs(2)), bias: qs(0), activation: null },
      ],
    };
    expect(functionText('F', network)).toBe('F(x) = [2] (x + [3])');
  });
  test('activations', () => {
    expect(activationText('phi', { kind: 'builtin', name: 'relu' })).toBe('phi = relu');
    expect(activationText('phi', { kind: 'polynomial', coefficients: qs(1, 0, -2) })).toBe(
      'phi(x) = -2 x^2 + 1',
    );
  });
});

test('members of a family stand a line each', () => {
  const member = (entry: number) => ({ kind: 'tensor', tensor: tensor([1], qs(entry)) }) as const;
  expect(valueLines('q', { kind: 'family', members: [member(1), member(-1)] })).toEqual([
    'q[1] = [1]',
    'q[2] = [-1]',
  ]);
});
