/** Products of a vector with itself, written as lengths. */
import { expect, test } from 'vitest';
import { asEquation, withLengths } from '../../src/prover/derived/lengths-in-text.ts';

test.each([
  ["(x' x)", '|x|^2'],
  ["sqrt((x' x)) + 1", '|x| + 1'],
  ["c (x' A' inv(A + B)' inv(A + B) A x)", 'c |inv(A + B) A x|^2'],
  ["(1/((x' x)))", '(1/(|x|^2))'],
  // no vector stands at the ends, the ends differ, or a sum stands inside
  ["norm(X' X)", "norm(X' X)"],
  ["lambda[1](X' X)", "lambda[1](X' X)"],
  ["(x' A x)", "(x' A x)"],
  ["(x' y)", "(x' y)"],
  ["sqrt((x' x) - (x' y))", "sqrt(|x|^2 - (x' y))"],
])('%s', (text, written) => expect(withLengths(text)).toBe(written));

test.each([
  ['|x|^2 <= 0', 'x = 0'],
  ["tr(adj(X) adj(X)') <= 0", 'adj(X) = 0'],
  ["tr(X Y') <= 0", "tr(X Y') <= 0"],
  ['|x| - |y| <= 0', '|x| - |y| <= 0'],
])('%s', (text, written) => expect(asEquation(text)).toBe(written));
