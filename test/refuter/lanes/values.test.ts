/** Compares screened values with those of the evaluator. */
import { describe, expect, it } from 'vitest';
import type { Chosen } from '../../../src/refuter/lanes/lowered.ts';
import { disagreement, net, unit } from './run.ts';

/** Each with something on the right that it is not equal to, so that a lost term shows. */
const expressions: readonly (readonly [
  string,
  Readonly<Record<string, number>>,
  Readonly<Record<string, Chosen>>?,
])[] = [
  ['A: m×n; B: n×k; C: m×k |- A B = C', { m: 3, n: 4, k: 2 }],
  ['A: m×n; B: n×k; C: m×k |- A B = C', { m: 1, n: 5, k: 1 }],
  ["A: m×n; B: m×k |- A' B = 2 A' B - 1/3 A' B", { m: 3, n: 1, k: 4 }],
  ["A: n×n; x: n |- x' A' A x = x' A x", { n: 5 }],
  ['x, y: n |- x .* y - x = -y', { n: 6 }],
  ['A: n×n |- A^3 = A - I', { n: 3 }],
  ['A: n×n; s: scalar |- tr(s A) = s + tr(A)', { n: 4 }],
  ['A: n×n |- det(A) = tr(A)', { n: 4 }],
  ['A: n×n; B: n×n |- diag(diag(A)) B = A', { n: 3 }],
  ["x, y: n |- x y' = y x'", { n: 3 }],
  ['x: n |- |x| = |x|^2', { n: 3 }],
  ['s: scalar |- |s| = s', {}],
  ['A: m×n |- normF(A) = norm(A)', { m: 3, n: 2 }],
  ['A: m×n |- sigma_max(A) = sigma_min(A)', { m: 2, n: 4 }],
  ['A: n×n symmetric |- lambda[1](A) = lambda[2](A)', { n: 2 }],
  ['A: n×n symmetric |- lambda[2](A) = lambda[3](A)', { n: 5 }],
  ['x: n |- exp(x) = tanh(x)', { n: 3 }],
  ['x: n |- sigmoid(x) = softplus(x)', { n: 3 }],
  ['x: n |- gelu(x) = silu(x)', { n: 3 }],
  ['x: n |- erf(x) = leakyrelu(x)', { n: 3 }],
  ['x: n |- relu(x) = square(x)', { n: 3 }],
  ['x: n |- softmax(x) = x', { n: 4 }],
  ['x: n; phi: activation |- phi(x) = x', { n: 3 }, { phi: unit('softplus') }],
  ["x: n; phi: activation |- phi'(x) = x", { n: 3 }, { phi: unit('tanh') }],
  ["x: n; phi: activation |- phi''(x) = phi'(x)", { n: 3 }, { phi: unit('gelu') }],
  [
    'A: m×n; x: n; f: R^m -> R^k; y: k |- f(A x) = y',
    { m: 2, n: 3, k: 4 },
    { f: net([2, 3, 4], ['tanh']) },
  ],
  ['x: n; f: R^n -> R |- grad(f)(x) = x', { n: 4 }, { f: net([4, 3, 1], ['sigmoid']) }],
  [
    "A: m×n; x: n; f: R^m -> R |- grad[x](f(A x)) = 2 A' grad(f)(A x)",
    { m: 3, n: 4 },
    { f: net([3, 3, 1], ['tanh']) },
  ],
  [
    "A: m×n; x: n; f: R^m -> R |- 2 A' grad(f)(A x) = grad[x](f(A x))",
    { m: 1, n: 4 },
    { f: net([1, 3, 1], ['softplus']) },
  ],
  [
    'x: n; f: R^n -> R^k |- jac(f)(x) = 2 jac[x](f(x))',
    { n: 4, k: 2 },
    { f: net([4, 3, 2], ['tanh'], false) },
  ],
  [
    'x: n; f: R^n -> R^k |- jac(f)(x) = 2 jac[x](f(x))',
    { n: 2, k: 5 },
    { f: net([2, 1, 5], ['square']) },
  ],
  ["A: n×n; x: n |- hess[x](x' A x) = A", { n: 4 }],
  ['x: n; f: R^n -> R |- hess(f)(x) = 3 hess[x](f(x))', { n: 3 }, { f: net([3, 4, 1], ['tanh']) }],
  [
    "A: m×n; x: n; f: R^m -> R |- hess[x](f(A x)) = 2 A' hess(f)(A x) A",
    { m: 3, n: 2 },
    { f: net([3, 1, 1], ['softplus']) },
  ],
  ["x, y: n |- grad[x]((x' y)/(1 + x' x)) = y", { n: 3 }],
  ["x: n |- grad[x](log(1 + x' x)) = x", { n: 3 }],
  ["x: n |- grad[x](sqrt(1 + x' x)) = x", { n: 3 }],
  ["W: m×n; x: n; y: m |- grad[W](|W x - y|^2) = 3 (W x - y) x'", { m: 3, n: 2 }],
  ["W: m×n; x: n; y: m |- 3 (W x - y) x' = grad[W](|W x - y|^2)", { m: 1, n: 3 }],
  ["A: n×n; x: n |- grad[x](tr(x x' A)) = x", { n: 3 }],
  ["x: n |- grad[x](exp(x' x / 8)) = x", { n: 3 }],
  ['x: n; A: n×n |- jac[x](tanh(A x)) = A', { n: 3 }],
  ['x: n; A: n×n |- jac[x](softmax(A x)) = A', { n: 3 }],
];

describe('what the machine computes', () => {
  it.each(expressions.map(([text, dims, chosen]) => [text, dims, chosen ?? {}] as const))(
    '%s',
    (text, dims, chosen) => {
      expect(disagreement(text, dims, chosen, 'half')).toBeLessThan(1e-9);
      expect(disagreement(text, dims, chosen, 'normal')).toBeLessThan(1e-9);
    },
  );

  it('has inverses, at matrices that have one', () => {
    expect(disagreement('B: n×n pd; C: n×n |- inv(B) = C', { n: 4 })).toBeLessThan(1e-9);
    expect(disagreement("B: n×n pd; x: n |- grad[x](x' inv(B) x) = x", { n: 3 })).toBeLessThan(
      1e-9,
    );
    expect(disagreement('B: n×n pd; C: n×n |- B^-2 = C', { n: 2 })).toBeLessThan(1e-9);
    expect(
      disagreement('s: scalar; x: n |- grad[x](|x|^2 / (2 + s^2)) = x', { n: 2 }),
    ).toBeLessThan(1e-9);
  });
});
