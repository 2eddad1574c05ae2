/**
 * Claims with terms that have no value somewhere: a condition that is lost, or stands in another
 * place, would prove one.
 */
import { describe, expect, test } from 'vitest';
import { parseClaim } from '../../src/language/index.ts';
import { checkProof, prove } from '../../src/prover/index.ts';
import { examine } from '../../src/verdict/examine.ts';
import type { VerdictName } from '../../src/verdict/verdict.ts';
import { afterGuards, atQuantifiers, atQuantifiersOpen } from './undefined-claims.ts';

const verdictOf = async (text: string): Promise<VerdictName> =>
  (await examine(text, { time: 0.3, seed: 1 })).verdict;

describe('a guard excuses what stands to the right of it, and nothing else', () => {
  test.each(afterGuards)('%s is refuted', async (text) =>
    expect(await verdictOf(text)).toBe('refuted'),
  );
});

/** The search refutes most at one entry before anything is proved, so the prover is asked alone. */
describe('a place behind a guard is not there at every size', () => {
  test.each([
    'x: n; (n >= 2 => x[2] = 1) |- exists u: n. u != 0 and u[1] = 0',
    'x: n; (n >= 2 => x[2] = 1) |- exists u: n. |u|^2 = 1 and u[1] = 0',
    'q[i]: scalar for i in 1..N; (N >= 2 => q[2] = 1) |- exists u: N. u != 0 and u[1] = 0',
    'A: n×n |- (n < 3 or A[3,3] = A[3,3]) and (exists u: n. |u|^2 = 1 and u[1] = 0)',
    'x: n; n >= 2; (n >= 3 => x[3] = 1) |- exists u: n. u != 0 and u[1] = 0 and u[2] = 0',
    'x: n+1; (n >= 2 => x[3] = 1) |- exists u: n+1. u != 0 and u[1] = 0 and u[2] = 0',
  ])('%s is not proved', async (text) => {
    expect(prove(parseClaim(text), { time: 2000 })).toBeNull();
    expect(await verdictOf(text)).not.toBe('proved');
  });

  test.each([
    'x: n; x[2] = 1 |- exists u: n. u != 0 and u[1] = 0',
    'x: n; n >= 2; (n >= 2 => x[2] = 1) |- exists u: n. |u|^2 = 1 and u[1] = 0',
    'x: 2; (2 >= 2 => x[2] = 1) |- exists u: 2. |u|^2 = 1 and u[1] = 0',
    'q[i]: scalar for i in 1..N |- N >= 2 => (q[1] - q[2])^2 >= 0',
    "x: n+1 |- x[2]^2 <= x' x",
    "x: m+n |- x[1]^2 <= x' x",
  ])('%s is proved', (text) => {
    expect(prove(parseClaim(text), { time: 2000 })).not.toBeNull();
  });

  test('a written proof does not take it either', () => {
    const claim = parseClaim('x: n; (n >= 2 => x[2] = 1) |- exists u: n. u != 0 and u[1] = 0');
    const proof = `take u: n such that u = grad[x](x[2])   by definition
      have a: |u|^2 = 1 by hypothesis
      have b: u[1] = 0 by hypothesis
      have c: u != 0 by a`;
    expect(() => checkProof(claim, proof)).toThrow('does not follow by hypothesis');
  });
});

describe('a condition stands at the innermost quantifier that binds one of its variables', () => {
  test.each(atQuantifiers)('%s is refuted', async (text) =>
    expect(await verdictOf(text)).toBe('refuted'),
  );

  test.each(atQuantifiersOpen)('%s is not proved', async (text) =>
    expect(await verdictOf(text)).not.toBe('proved'),
  );
});

describe('hypotheses and conditions that contradict each other prove nothing', () => {
  test.each([
    'x: n |- x = 0 => grad[x](|x|) = 0',
    'x: scalar; x = 0 |- grad[x](sqrt(x) sqrt(x)) = 0',
    'x: n; x = 0 |- grad[x](|x|^3) = x',
    'A: n×n; det(A) = 0 |- A inv(A) = A inv(A)',
    'A: n×n; 0 = det(A) |- inv(A) = I',
    'A: n×n psd invertible; tr(A) = 0 |- A ~~ 0',
    'A: n×n psd invertible; tr(A) = 0 |- not (A ~~ 0)',
    'A: n×n pd; tr(A) = 0 |- A = I',
    'A: m×n one-to-one; n > m |- A = 0',
    'x: scalar; x < 0 |- log(x) = log(x)',
    'x: n; |x| = 0 |- x / |x| = x / |x|',
    '|- exists x: scalar. 1/(1-1) = x',
    'x: scalar ~ normal(0, 1 - 2) |- E[x^2] = -1',
    'x: n ~ normal(0, -I) |- E[|x|^2] = -n',
    's: scalar; exp(s) = 0 |- s = s',
    'x: scalar; tanh(x) = 2 |- x = x',
    'x: scalar; softplus(x) = 0 |- x = x',
    'x: scalar; sqrt(x) = -1 |- x = x',
    'x: scalar; x^2 = -1 |- x = x',
    'x: n; norm(x) < 0 |- x = x',
    'x: n; sum(softmax(x)) = 2 |- x = x',
    'A: n×n orthogonal; A = 0 |- A = A',
    'A: n×n antisymmetric; A is pd |- A = A',
    'A: m×n; rank(A) > m |- A = A',
    'a: scalar |- (a < a <=> a = a) or sqrt(-1) = a',
    '|- inv([1, 2; 2, 4]) = 0',
    '|- logdet([1, 2; 3, 4]) = logdet([1, 2; 3, 4])',
    '|- sqrtm([1, 2; 3, 4]) = sqrtm([1, 2; 3, 4])',
    '|- 1 / (sqrt(4) - 2) = 1 / (sqrt(4) - 2)',
    'x: 2; [1, 2; 2, 1] is psd |- x = x',
    'x: n |- 1 / det([1, 2; 2, 4]) x = x',
  ])('%s', async (text) => expect(await verdictOf(text)).toBe('gave-up'));

  test('where no contradiction is found either, the verdict says that no point was found', async () => {
    const text = 'a, b: scalar; a^4 b^2 + a^2 b^4 + 1 < 3 a^2 b^2 |- a = a';
    const { verdict, message } = await examine(text, { time: 0.3, seed: 1 });
    expect([verdict, message]).toEqual(['proved', expect.stringMatching(/no point was found/)]);
  });
});

describe('what is true at every point where it is defined is proved', () => {
  test.each([
    '|- forall s: scalar. s (1/s) = 1',
    'a: scalar |- a > 0 => sqrt(a) sqrt(a) = a',
    'A: n×n |- det(A) != 0 => A inv(A) = I',
    'c: scalar |- c = 0 or c (1/c) = 1',
    'a: scalar |- 0 = 0 or a = 1',
    'b: scalar |- b * 0 = 0 or b = 0',
    'A: n×n |- (A - A is invertible) => A = 0',
    "A: m×n |- (A - A) (A - A)' is invertible <=> A - A is onto",
    'A: n×n; n >= sqrt(2) |- A = A',
    'A: n×n; n >= exp(1) |- A = A',
    'A: 1×n |- I A = A',
    "A: 1×n; x: n |- A x = kron(x', I) vec(A)",
    'A: n×n |- 0 != det(A) <=> A is invertible',
    'A: n×n |- 0 = det(A) <=> not (A is invertible)',
    'x: n |- 0 = |x| <=> x = 0',
    'X: n×d; y: n; w: d; X w = y |- grad[w](|X w - y|^2) = 0',
    "S: n×n antisymmetric; x: n ~ normal(0, S) |- E[x x'] = S",
    's: scalar; x: scalar ~ normal(0, -s^2) |- E[x^2] = 0',
  ])('%s', async (text) => expect(await verdictOf(text)).toBe('proved'));
});

describe('assumed lists every condition that is needed and not implied, and nothing else', () => {
  test.each<[string, readonly string[]]>([
    ["A, B: n×n |- grad[A](tr(inv(A) B)) = -(inv(A) B inv(A))'", ['A invertible']],
    ['x: scalar |- grad[x](|x|) x = |x|', ['x nonzero']],
    ["X: m×n; c: scalar positive |- inv(X' X + c I) (X' X + c I) = I", ['c positive']],
    ["X: m×n |- inv(X' X + I) = inv(X' X + I)", []],
    ["X: n×d; y: n; w: d |- grad[w](|X w - y|^2) = 2 X' (X w - y)", []],
    ['A, B: n×n |- A inv(A) = I and B inv(B) = I', ['A invertible', 'B invertible']],
    ['s, t: scalar |- 1/(s t) = 1/s 1/t', ['s nonzero', 't nonzero']],
    ['A: n×n; det(A) = 2 |- inv(A) A = I', ['det(A) = 2']],
    ['A: n×n |- forall B: n×n. inv(B) B = I', []],
    ["x: n |- jac[x](relu(x)) = diag(relu'(x))", ['x off the kinks of relu']],
    ['a: scalar; h: scalar ~ normal(0, a) |- grad[a](E[h^2]) = 1', ['a positive']],
    ['a: scalar; h: scalar ~ normal(a, 1) |- grad[a](E[h^2]) = 2 a', []],
    ["x: n ~ normal(0, S); S: n×n psd |- grad[S](E[x' x]) = I", ['S pd']],
    ['q[i]: n for i in 1..N |- q[3] = q[3]', ['N >= 3']],
    ['x: n |- x[3] = x[3]', ['n >= 3']],
  ])('%s', async (text, wanted) => {
    const { verdict, assumed } = await examine(text, { time: 0.3, seed: 1 });
    expect([verdict, assumed]).toEqual(['proved', wanted]);
  });

  test.each<[string, boolean]>([
    ['s: scalar |- s (1/s) = 1', true],
    ['s: scalar nonzero |- s (1/s) = 1', false],
    ['|- forall s: scalar. s (1/s) = 1', false],
    ["X: m×n; c: scalar positive |- inv(X' X + c I) = inv(c I + X' X)", false],
    ["x: n |- jac[x](relu(x)) = diag(relu'(x))", true],
    ["W: m×n; h: n; p: R^m -> R |- grad[h](p(W h)) = W' grad(p)(W h)", false],
  ])('--strict on %s', async (text, refused) => {
    const { verdict } = await examine(text, { time: 0.3, seed: 1, strict: true });
    expect(verdict).toBe(refused ? 'ill-typed' : 'proved');
  });
});

describe('a line that begins with a minus', () => {
  const lines = (...all: readonly string[]): string => all.join('\n');
  test('is an item of its own where the line before is whole', async () => {
    expect(await verdictOf(lines('a, b: scalar', 'a = 1', '-b = 1', '|- b = 0'))).toBe('refuted');
    expect(await verdictOf(lines('a, b: scalar', 'a = 1', '-b = 1', '|- b = -1'))).toBe('proved');
    expect(await verdictOf(lines('A: n×n', '-A = A', '|- A = 0'))).toBe('proved');
  });
  test('continues after a line that does not', async () => {
    expect(await verdictOf(lines('A, B: n×n', '|- tr(A B)', '   - tr(B A) = 0'))).toBe('proved');
    expect(await verdictOf(lines('a, b: scalar', '|- a = a + b', '  - b'))).toBe('proved');
    expect(await verdictOf(lines('x: scalar', 'x > 0 =>', '-x < 0', '|- x = x'))).toBe('proved');
    expect(await verdictOf(lines('a, b: scalar', 'a = (1', '- b) = 1', '|- b = 0'))).toBe('proved');
  });
  test.each([
    [lines('a, b: scalar', 'a = 1', '- b = 1', '|- b = 0'), 'a = 1 - b = 1', 'a = 1; - b = 1'],
    [lines('a, b: scalar', '|- a = 1', '-b = 1'), 'a = 1 -b = 1', 'a = 1 and -b = 1'],
  ])('is refused where both are likely, and both are shown: %s', async (text, one, other) => {
    const { verdict, suggestion } = await examine(text, { time: 0.3, seed: 1 });
    expect(verdict).toBe('ill-typed');
    expect(suggestion).toContain(one);
    expect(suggestion).toContain(other);
  });
});
