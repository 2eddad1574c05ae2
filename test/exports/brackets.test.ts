/** Brackets of Python's expressions: taken where they are needless, kept where they are not. */
import { expect, test } from 'vitest';
import { withoutNeedlessBrackets } from '../../src/exports/brackets.ts';
import { runPython } from './python.ts';

test.each([
  ['np.trace((A @ B))', 'np.trace(A @ B)'],
  ['((X @ w) - y)', 'X @ w - y'],
  ['(2 * X.T) @ ((X @ w) - y)', '2 * X.T @ (X @ w - y)'],
  ['((A @ B) @ C)', 'A @ B @ C'],
  ['A @ (B @ C)', 'A @ (B @ C)'],
  ['a - (b - c)', 'a - (b - c)'],
  ['a / (b * c)', 'a / (b * c)'],
  ['(np.linalg.norm((x - y)) ** 2) + (a * b)', 'np.linalg.norm(x - y) ** 2 + a * b'],
  ['(a + b) ** 2', '(a + b) ** 2'],
  ['(-a) ** 2', '(-a) ** 2'],
  ['a - (-b)', 'a - (-b)'],
  ['-(a * b)', '-(a * b)'],
  ['(A + B).T', '(A + B).T'],
  ['np.zeros((m, n))', 'np.zeros((m, n))'],
  ['gradient(lambda w: (w @ w) + (2 * w), w)', 'gradient(lambda w: w @ w + 2 * w, w)'],
  ['(lambda u: u)(x)', '(lambda u: u)(x)'],
  ['sum((q[i - 1] @ v) for i in range(1, (N) + 1))', 'sum(q[i - 1] @ v for i in range(1, N + 1))'],
  ['(a if b else c) + d', '(a if b else c) + d'],
  ['2 ** (a * b)', '2 ** (a * b)'],
  ['((1e-5)) * (x)', '1e-5 * x'],
])('%s', (code, plain) => expect(withoutNeedlessBrackets(code)).toBe(plain));

test('Python reads the same tree', () => {
  const operators = ['+', '-', '*', '/', '@', '**'];
  let seed = 7;
  const die = (n: number): number => (seed = (seed * 1103515245 + 12345) % 2147483648) % n;
  const draw = (depth: number): string =>
    depth === 0 || die(5) === 0
      ? (['a', 'b.T', 'f(c)', '2', '(-d)'][die(5)] as string)
      : `(${draw(depth - 1)} ${operators[die(6)]} ${draw(depth - 1)})`;
  const pairs = Array.from({ length: 400 }, () => draw(4)).map((code) => [
    code,
    withoutNeedlessBrackets(code),
  ]);
  const script = `
import ast, json, sys
for one, other in json.loads(sys.argv[1]):
    assert ast.dump(ast.parse(one)) == ast.dump(ast.parse(other)), (one, other)
print("same")
`;
  expect(runPython(['-c', script, JSON.stringify(pairs)], '.')).toEqual({ code: 0, out: 'same\n' });
});
