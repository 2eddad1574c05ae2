/** Tests of printing claims as MathML. */
import { describe, expect, test } from 'vitest';
import { claimMathml, formulaMathml, mathElement, parseClaim } from '../../src/language/index.ts';
import { operators } from '../../src/operators/registry.ts';
import { mathmlOf } from '../../src/language/mathml.ts';
import { letter, numeral } from '../../src/operators/typeset.ts';

const mathml = (text: string): string => formulaMathml(parseClaim(text).conclusion);

/** Every element that is opened is closed, in order. */
const balanced = (xml: string): boolean => {
  const open: string[] = [];
  for (const [, closing, name, rest] of xml.matchAll(/<(\/?)([a-z]+)((?:[^>"]|"[^"]*")*)>/g)) {
    if (closing === '/') {
      if (open.pop() !== name) return false;
    } else if (!(rest as string).endsWith('/')) open.push(name as string);
  }
  return open.length === 0;
};

describe('MathML', () => {
  test('a product, a transpose, an inverse', () => {
    expect(mathml("A: n×n invertible |- A' inv(A) = I")).toBe(
      '<mrow><mrow><msup><mi>A</mi><mi mathvariant="normal">⊤</mi></msup><mo>&#x2062;</mo><msup><mi>A</mi><mrow><mo form="prefix">−</mo><mn>1</mn></mrow></msup></mrow><mo>=</mo><mi>I</mi></mrow>',
    );
  });
  test('Greek letters, indices and primes', () => {
    expect(mathml('theta_1: n; phi: activation |- phi(theta_1) = theta_1')).toContain(
      '<msub><mi>θ</mi><mn>1</mn></msub>',
    );
    expect(mathml("phi: activation; x: scalar |- phi''(x) = 0")).toContain(
      '<msup><mi>φ</mi><mo>″</mo></msup><mo>&#x2061;</mo>',
    );
  });
  test('a minus that stands before is not a difference', () => {
    expect(mathml('a: scalar |- -a = 2 - a')).toBe(
      '<mrow><mrow><mo form="prefix">−</mo><mi>a</mi></mrow><mo>=</mo><mrow><mn>2</mn><mo>−</mo><mi>a</mi></mrow></mrow>',
    );
  });
  test('signs that mean something in HTML are escaped', () =>
    expect(mathml('a: scalar |- a < a + 1')).toContain('<mo>&lt;</mo>'));
  test.each([
    "W: m×n; h: n; phi: activation |- jac[h](phi(W h)) = diag(phi'(W h)) W",
    'q[i]: n for i in 1..N; c: scalar |- (forall v: n nonzero. |v| > 0) <=> mean[i](q[i]) = c q[1] and not c = 1/2',
    'F: R^N -> R^k; l: R^k -> R; theta: N |- hess[theta](l(F(theta))) = 0',
    'A, B: n×n pd; sqrt(tr(A)) >= 1 |- lambda[1](A) <= norm(A) or kron(A, B) = kron(B, A)',
    "J: m×n |- ker(J' J) = ker(J)",
  ])('%s is well formed', (text) => {
    const xml = claimMathml(parseClaim(text));
    expect(balanced(xml)).toBe(true);
    expect(xml).not.toMatch(/undefined|\[object|\\/);
  });
  test('every operator has a form', () => {
    for (const { printed, arity, params = 0 } of operators.values()) {
      const args = [
        ...Array.from({ length: params }, () => numeral('1')),
        ...Array.from({ length: arity }, () => letter('A')),
      ];
      expect(balanced(mathmlOf(printed.typeset(...args)))).toBe(true);
    }
  });
  test('screen readers read the plain text, and it cannot break out', () => {
    expect(mathElement('<mi>x</mi>', 'a < b" onload="x')).toBe(
      '<math alttext="a &lt; b&quot; onload=&quot;x" aria-label="a &lt; b&quot; onload=&quot;x"><mi>x</mi></math>',
    );
  });
});
