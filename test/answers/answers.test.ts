/**
 * Questions `… = ?`: the answer is the one expected, proved, and true at random points by exact
 * arithmetic.
 */
import { describe, expect, test } from 'vitest';
import { answer } from '../../src/answers/answer.ts';
import { examine } from '../../src/verdict/examine.ts';

const options = { time: 1, seed: 1 };

const asked: readonly (readonly [question: string, answer: string])[] = [
  ['X: n×d; y: n; w: d |- grad[w](|X w - y|^2)', "2 X' (X w - y)"],
  ['X: n×n invertible |- grad[X](logdet(X))', "inv(X)'"],
  ['W: m×n ~ normal(0, s/n); s: scalar positive; x: n |- E[|W x|^2]', 'm s |x|^2 / n'],
  ["A: n×n; x: n |- grad[x](x' A x)", "A x + A' x"],
  ["A: n×n symmetric; x: n |- grad[x](x' A x)", '2 A x'],
  ['A, B: n×n |- grad[A](tr(A B))', "B'"],
  ['X: n×n |- grad[X](tr(X) + tr(X^2))', "I + 2 X'"],
  ['A: m×n onto; B: n×k onto |- rank(A B)', 'm'],
  ['U: n×n orthogonal; A: n×m |- norm(U A)', 'norm(A)'],
  ['W: m×n; h: n; phi: activation |- jac[h](phi(W h))', "diag(phi'(W h)) W"],
  ['z: n |- jac[z](softmax(z))', "diag(softmax(z)) - softmax(z) softmax(z)'"],
  ["x: scalar |- tanh'(x)", '1 - tanh(x)^2'],
  ['x: n; x != 0 |- grad[x](|x|)', 'x / |x|'],
  ["A: n×n invertible; b: n |- grad[A](b' inv(A) b)", "-inv(A)' b b' inv(A)'"],
  ['W: m×n; x: n; y: m |- grad[W](|W x - y|^2)', "2 (W x - y) x'"],
  ['x: scalar ~ normal(0, 1) |- E[x^4]', '3'],
  ["x: n ~ normal(0, 1); A: n×n |- E[x' A x]", 'tr(A)'],
  ['A, B: n×n |- tr(A B) - tr(B A)', '0'],
  ['s: scalar positive |- grad[s](sqrt(s))', '1 / (2 sqrt(s))'],
  ["z: n; y: n |- grad[z](log(ones' exp(z)) - y' z)", 'softmax(z) - y'],
  ["z: n |- hess[z](log(ones' exp(z)))", "diag(softmax(z)) - softmax(z) softmax(z)'"],
  ['A, B: n×n invertible |- inv(A B) A', 'inv(B)'],
  ["A: n×n; B: n×n orthogonal |- tr(B A B')", 'tr(A)'],
  ['A: n×n invertible |- det(inv(A))', '1 / det(A)'],
  ["x, a: n |- hess[x]((a' x)^3)", "6 (a' x) a a'"],
  ['f: R^n -> R; A: n×n; x: n |- grad[x](f(A x))', "A' grad(f)(A x)"],
  ["z: scalar |- silu'(z)", 'sigmoid(z) (1 + z (1 - sigmoid(z)))'],
  ["z: scalar |- gelu'(z)", "1/2 (1 + erf(z / sqrt(2))) + z erf'(0) exp(-1/2 z^2) / (2 sqrt(2))"],
  ["z: scalar |- erf'(z)", "erf'(0) exp(-z^2)"],
  ["z: scalar |- relu'(z)", '1/2 (1 + sign(z))'],
  ["z: scalar |- leakyrelu'(z)", 'leakyrelu(z) / z'],
  ["z: scalar |- sigmoid''(z)", 'sigmoid(z) (1 - sigmoid(z)) (1 - 2 sigmoid(z))'],
  ["z: scalar |- tanh''(z)", '-2 tanh(z) (1 - tanh(z)^2)'],
  ["x: scalar |- sin'(x)", 'cos(x)'],
  ["x: scalar |- cos''(x)", '-cos(x)'],
  ["x: scalar positive |- log'(x)", '1 / x'],
  ["x: scalar positive |- sqrt'(x)", '1 / (2 sqrt(x))'],
  ["x: scalar nonzero |- abs'(x)", 'x / abs(x)'],
  ['X: n×n invertible |- grad[X](log(abs(det(X))))', "inv(X)'"],
  ['X: n×n invertible |- grad[X](abs(det(X)))', "abs(det(X)) inv(X)'"],
  ['X: m×n |- grad[X](sum(exp(X)))', 'exp(X)'],
  ['X: m×n positive |- grad[X](sum(log(X)))', 'X .^ (-1)'],
  ['x: n |- sqrt(x .* x)', 'abs(x)'],
  ['x: scalar |- sqrt(x^2)', 'abs(x)'],
  ['x, y: n positive |- log(x .* y)', 'log(x) + log(y)'],
  ['z, y: k |- grad[z](sum(log(ones + exp(-y .* z))))', '-sigmoid(-y .* z) .* y'],
  ['p, q: k positive |- grad[q](sum(p .* log(p ./ q)))', '-p ./ q'],
  ['x: n |- jac[x](log(softmax(x)))', "I - ones softmax(x)'"],
  ["u, v: n |- det(I + u v')", "1 + v' u"],
  ['U: n×k; V: k×n |- det(I + U V)', 'det(I + V U)'],
  ['t: scalar |- grad[t](tanh(t))', '1 - tanh(t)^2'],
  ["x: n |- relu'(x)", '1/2 (ones + sign(x))'],
  ['A: m×n |- grad[A](sum(A))', "ones ones'"],
  ['|- inv([1, 2; 3, 4])', '[-2, 1; 3/2, -1/2]'],
  ['|- [1, 2; 3, 4] [5; 6]', '[17; 39]'],
];

test.each(asked)('%s = ?', async (question, wanted) => {
  const found = await answer(`${question} = ?`, options);
  expect(found.answer).toBe(wanted);
  expect(found.verdict.verdict).toBe('proved');
});

describe('an answer is never a wrong one', () => {
  test.each(asked)('%s', async (question) => {
    // the statement of the answer is searched for a counterexample on its own
    const { verdict } = await answer(`${question} = ?`, options);
    const again = await examine(verdict.claim, { time: 0.3, seed: 7 });
    expect(again.verdict).toBe('proved');
  });
  test('where no form is proved, no answer is given', async () => {
    const found = await answer('x: scalar |- exp(tanh(x)) = ?', options);
    expect(found.answer).toBeNull();
    expect(found.verdict.verdict).toBe('gave-up');
  });
});

// only 1×1 matrices are tried if a derivative of an eigenvalue is not computed: I is not an answer
test('a guess that is not proved is not an answer', async () => {
  const found = await answer('A: n×n symmetric |- grad[A](lambda_max(A)) = ?', options);
  expect(found.answer).toBeNull();
});

test.each([
  ['W: m×n |- W W = ?', 'ill-typed'],
  ['A: n×n |- B = ?', 'ill-typed'],
  ['A: n×n |- A = A = ?', 'ill-typed'],
])('%s is refused', async (question, verdict) => {
  expect((await answer(question, options)).verdict.verdict).toBe(verdict);
});
