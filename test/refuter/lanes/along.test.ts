/** Tests of screening large derivatives along one direction. */
import { describe, expect, it } from 'vitest';
import { passesCode, suspiciousCode } from '../../../src/refuter/lanes/trials.ts';
import { net, ready } from './run.ts';

const n = 8;
const functions = {
  f: net([n, 5, 1], ['tanh']),
  F: net([n, 4, 7], ['tanh']),
  g: net([7, 3, 1], ['sigmoid']),
};
const dims = { n, k: 7, m: 9 };
const codes = (text: string): number[] =>
  ['tiny', 'small', 'half', 'normal'].flatMap((style, i) => [
    ...ready(text, dims, functions, style as 'tiny', i + 1).judge(),
  ]);

describe('equations between large derivatives, tried along one direction', () => {
  it.each([
    "F: R^n -> R^k; g: R^k -> R; x: n; y: k; y = grad(g)(F(x)) |- hess[x](g(F(x))) = jac(F)(x)' hess(g)(F(x)) jac(F)(x) + hess[x](y' F(x))",
    "f: R^n -> R; W: n×n; x: n |- hess[x](f(W x)) = W' hess(f)(W x) W",
    'F: R^n -> R^k; A: m×k; x: n |- jac[x](A F(x)) = A jac(F)(x)',
    'F: R^n -> R^k; W: n×n; x: n |- jac[x](F(W x)) = jac(F)(W x) W',
    "F: R^n -> R^k; W: n×n; x: n |- jac[x](F(W x))' = W' jac(F)(W x)'",
    'f: R^n -> R; x: n; c: scalar |- c hess(f)(x) - hess(f)(x) c = 0',
    "f: R^n -> R; x, u: n |- hess(f)(x) + u u' = u u' - (-hess(f)(x))",
  ])('nothing is suspicious in what is true: %s', (text) => {
    const all = codes(text);
    expect(all.filter((c) => c === suspiciousCode)).toEqual([]);
    expect(all.filter((c) => c === passesCode).length).toBeGreaterThan(all.length / 4);
  });

  it.each([
    "F: R^n -> R^k; g: R^k -> R; x: n |- hess[x](g(F(x))) = jac(F)(x)' hess(g)(F(x)) jac(F)(x)",
    "F: R^n -> R^k; g: R^k -> R; x: n; y: k; y = grad(g)(F(x)) |- hess[x](g(F(x))) = jac(F)(x)' hess(g)(F(x)) jac(F)(x) - hess[x](y' F(x))",
    "f: R^n -> R; W: n×n; x: n |- hess[x](f(W x)) = W hess(f)(W x) W'",
    'F: R^n -> R^k; W: n×n; x: n |- jac[x](F(W x)) = jac(F)(x) W',
    "F: R^n -> R^k; W: n×n; x: n |- jac[x](F(W x))' = W jac(F)(W x)'",
    "f: R^n -> R; x, u: n |- hess(f)(x) = hess(f)(x) + u u'",
    'f: R^n -> R; x: n; c: scalar |- hess(f)(x) = c hess(f)(x)',
  ])('what is false is suspicious nearly everywhere: %s', (text) => {
    const all = codes(text);
    expect(all.filter((c) => c === suspiciousCode).length).toBeGreaterThan(all.length / 4);
  });

  it('takes one direction where the matrix takes as many as it has columns', () => {
    const directions = (text: string): number =>
      Math.max(...ready(text, dims, functions).lowered.graph.nodes.map((node) => node.count));
    expect(directions('f: R^n -> R; x: n |- hess(f)(x) = hess(f)(x)')).toBe(1);
    expect(directions('f: R^n -> R; x: n |- tr(hess(f)(x)) = tr(hess(f)(x))')).toBe(n);
  });
});
