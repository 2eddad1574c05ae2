/** Tests of LaTeX output and of error messages with a caret. */
import { describe, expect, test } from 'vitest';
import {
  ClaimError,
  claimLatex,
  formatError,
  formulaLatex,
  nameLatex,
  parseClaim,
} from '../../src/language/index.ts';

const latex = (text: string): string => formulaLatex(parseClaim(text).conclusion);

describe('LaTeX', () => {
  test.each([
    ['theta', '\\theta'],
    ['W', 'W'],
    ['W1', 'W_{1}'],
    ['W_1', 'W_{1}'],
    ['theta_ab', '\\theta_{ab}'],
    ['loss', '\\mathrm{loss}'],
    ['loss2', '\\mathrm{loss}_{2}'],
    ['ell', '\\ell'],
  ])('the name %s', (name, expected) => expect(nameLatex(name)).toBe(expected));

  test('groups what the text groups', () => {
    expect(latex("A, B: n×n |- (A + B)' A = A (B - A)")).toBe(
      '\\left(A + B\\right)^{\\top} A = A \\left(B - A\\right)',
    );
    expect(latex('a, b: scalar |- (a + b) / (a - b) = 1/2')).toBe(
      '\\frac{a + b}{a - b} = \\frac{1}{2}',
    );
    expect(latex('a: scalar |- (-2) a = -2 a')).toBe('\\left(-2\\right) a = -2 a');
    expect(latex('A: n×n |- (A = I or A = 0) and not A = I')).toMatch(
      /^\\left\(.*\\lor.*\\right\) \\land \\lnot \\left\(/,
    );
  });

  test('derivatives, families and quantifiers', () => {
    expect(latex('p: R^n -> R; F: R^n -> R^k; A: n×k; x: n |- grad(p)(x) = A jac(F)(x) ones')).toBe(
      '\\nabla p\\left(x\\right) = A J_{F}\\left(x\\right) \\mathbf{1}',
    );
    expect(latex('p: R^n -> R; x: n |- hess[x](p(x)) = I')).toBe(
      '\\nabla_{x}^{2} \\left(p\\left(x\\right)\\right) = I',
    );
    expect(latex('q[i]: n for i in 1..N |- mean[i](q[i]) = q[1]')).toBe(
      '\\frac{1}{N} \\sum_{i=1}^{N} q_{i} = q_{1}',
    );
    expect(latex('|- forall v: m nonzero. |v| > 0')).toBe(
      '\\forall v \\in \\mathbb{R}^{m} \\text{ nonzero}.\\ \\left\\lvert v \\right\\rvert > 0',
    );
  });

  test('a claim with its declarations', () => {
    expect(claimLatex(parseClaim('phi: activation; A: m×n onto; n >= 2 |- A = A'))).toBe(
      '\\phi : \\mathbb{R} \\to \\mathbb{R} \\text{ elementwise};\\ A \\in \\mathbb{R}^{m \\times n} \\text{ onto};\\ n \\geq 2\\ \\vdash A = A',
    );
  });
});

const shown = (text: string): string => {
  try {
    parseClaim(text);
  } catch (error) {
    if (error instanceof ClaimError) return formatError(text, error);
  }
  throw new Error('an error was expected');
};

describe('formatError', () => {
  test('puts the caret under the place', () => {
    expect(shown('A: n×n |- A = B').split('\n').slice(0, 3)).toEqual([
      '  A: n×n |- A = B',
      '                ^',
      'B is not declared',
    ]);
    expect(shown('A: n×n\n|- A\n   = zz').split('\n').slice(0, 3)).toEqual([
      'line 3, column 6:',
      '     = zz',
      '       ^^',
    ]);
    expect(shown('A: n×n\r\n|- 😀').split('\n').slice(0, 3)).toEqual([
      'line 2, column 4:',
      '  |- 😀',
      '     ^',
    ]);
  });

  test('says what to try', () =>
    expect(shown('A, B: m×n |- tr(A B) = 0')).toMatch(
      /\ntry: write "A: m x n; B: m x n \|- tr\(A' B\) = 0"$/,
    ));

  test('a long line is cut around the place', () => {
    for (const at of [0, 1, 5, 20, 100, 300]) {
      const text = `A: n×n |- ${'A + '.repeat(at)}zzz${' + A'.repeat(320 - at)} = A`;
      const [line = '', carets = '', message = ''] = shown(text).split('\n');
      expect(line.slice(carets.indexOf('^'), carets.lastIndexOf('^') + 1)).toBe('zzz');
      expect(Math.max(line.length, carets.length)).toBeLessThanOrEqual(80);
      expect(message).toBe('zzz is not declared');
    }
  });
});
