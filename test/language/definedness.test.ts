/** Tests of the conditions under which a claim is defined. */
import { describe, expect, test } from 'vitest';
import { complete, definedness, formulaText, parseClaim } from '../../src/language/index.ts';
import { operators } from '../../src/operators/registry.ts';

const conditions = (text: string): readonly string[] =>
  definedness(parseClaim(text)).map((c) => c.text);

const cases: readonly (readonly [claim: string, conditions: readonly string[]])[] = [
  ['A: n×n |- inv(A) = A', ['A invertible']],
  ['A: n×n invertible |- inv(A) = A', []],
  ["A: n×n orthogonal; B: n×n pd |- inv(A B') = inv(B) inv(inv(A))", []],
  ['A: n×n; A is invertible |- inv(A) = A', []],
  ['A: n×n; det(A) != 0 |- inv(A) = A', []],
  ["W: m×n onto |- inv(W W') = inv(W W')", []],
  ["W: m×n onto |- inv(W' W) = inv(W' W)", ["W' W invertible"]],
  ["W: m×n one-to-one |- inv(W' W) = inv(W' W)", []],
  ['A, B: n×n invertible |- inv(A + B) = A', ['A + B invertible']],
  [
    'x: n; c: scalar |- x / c = x and x / |x| = x and x / n = x',
    ['c nonzero', 'x / c = x => |x| nonzero'],
  ],
  ['x: n unit; c: scalar positive |- x / c = x and x / |x| = x and x / (n c + 1) = x', []],
  ['c: scalar; c > 2 |- 1/c = c and log(c) = sqrt(c)', []],
  ['c: scalar; c >= 0 |- 1/c = c and log(c) = sqrt(c)', ['c nonzero', '1 / c = c => c positive']],
  ['c: scalar; 0 < c |- log(c) = 1', []],
  ['c: scalar; c < 3 |- log(c) = 1', ['c positive']],
  ['c: scalar; c > -1 |- log(c) = 1', ['c positive']],
  ['c: scalar |- c != 0 => 1/c = c', []],
  ['c: scalar |- 1/c = c => c != 0', ['c nonzero']],
  ['|- forall c: scalar positive. log(c) = 1', []],
  ['|- (forall c: scalar positive. log(c) = 1) and (forall c: scalar. log(c) = 1)', []],
  [
    'c: scalar |- log(exp(c) + c^2) = 1 and log(c^2) = 1',
    ['log(exp(c) + c^2) = 1 => c^2 positive'],
  ],
  ['A: n×n |- normF(A^2) / normF(A) = 1', ['normF(A) nonzero']],
  ['A: n×n nonzero |- 1 / normF(A^2) = 1 / normF(A)', ['normF(A^2) nonzero']],
  ['W: m×n; h: n; p: R^m -> R |- grad[h](p(W h)) = 0', ['p smooth']],
  ["phi: activation; x: n |- phi'(x) = phi(x)", ['phi smooth']],
  ['phi: activation; x: n |- phi(x) = x and relu(x) = x', []],
  ["x: n |- relu'(x) = x and tanh'(x) = x", ['x off the kinks of relu']],
  [
    'W: m×n; h: n; y: n |- jac[h](relu(W h)) = 0 and jac[y](relu(h) + y) = 0',
    ['W h off the kinks of relu'],
  ],
  [
    "x: n |- grad[x](|x|) = x and grad[x](sqrt(x' x)) = x",
    ['x nonzero', "grad[x](|x|) = x => x' x positive"],
  ],
  ['q[i]: n for i in 1..N |- q[1] = q[3]', ['N >= 3']],
  ['q[i]: n for i in 1..N; N >= 3 |- q[1] = q[3]', []],
  [
    "A: n×n; B: n×n symmetric; C: m×n |- lambda[1](A) = lambda[1](B + A B A') and lambda[1](C' C + 2 I) = lambda[1](inv(B)^2)",
    ['A symmetric', "lambda[1](A) = lambda[1](B + A B A') => B invertible"],
  ],
];

/** Of each operator that is not differentiable everywhere: where it is. */
const differentiable: readonly (readonly [
  operator: string,
  claim: string,
  conditions: readonly string[],
])[] = [
  ['bars', 's: scalar |- grad[s](|s|) = 1', ['s nonzero']],
  ['normF', 'A: m×n |- grad[A](normF(A)) = A', ['A nonzero']],
  [
    'norm',
    'A: m×n |- grad[A](norm(A)) = A',
    ['A nonzero', "n >= 2 => lambda[1](A' A) > lambda[2](A' A)"],
  ],
  ['norm1', 'x: n |- grad[x](norm1(x)) = x', ['x .* x positive']],
  [
    'norminf',
    'x: n |- grad[x](norminf(x)) = x',
    ['the largest absolute value attained once, and not 0'],
  ],
  ['abs', 'x: n |- jac[x](abs(x)) = I', ['x .* x positive']],
  ['sign', 'x: n |- jac[x](sign(x)) = I', ['x .* x positive']],
  ['sqrt', 'x: n |- jac[x](sqrt(x)) = I', ['x positive']],
  ['pow', 's: scalar |- grad[s](s^(1/2)) = 1', ['s positive']],
  ['max', 'x, y: n |- jac[x](max(x, y)) = I', ['(x - y) .* (x - y) positive']],
  ['max', 'x: n |- grad[x](max(x)) = x', ['the max of it attained once']],
  ['min', 'a, b: scalar |- grad[a](min(a, b)) = 1', ['a - b nonzero']],
  ['min', 'x: n |- grad[x](min(x)) = x', ['the min of it attained once']],
  ['pinv', 'A, B: m×n |- grad[A](tr(pinv(A) B)) = A', ['A is onto or A is one-to-one']],
  ['rank', 'A: m×n |- grad[A](rank(A)) = A', ['A is onto or A is one-to-one']],
  ['nuclear', 'A: m×n |- grad[A](nuclear(A)) = A', ['A is onto or A is one-to-one']],
  ['modulus', 'A: m×n |- grad[A](tr(modulus(A))) = A', ['A is onto or A is one-to-one']],
  ['sqrtm', 'A: n×n psd |- grad[A](tr(sqrtm(A))) = A', ['A pd']],
  [
    'lambda_max',
    'A: n×n symmetric |- grad[A](lambda_max(A)) = A',
    ['n >= 2 => lambda[1](A) > lambda[2](A)'],
  ],
  [
    'lambda_min',
    'A: n×n symmetric |- grad[A](lambda_min(A)) = A',
    ['the smallest eigenvalue simple'],
  ],
  ['lambda_at', 'A: n×n symmetric |- grad[A](lambda[n](A)) = A', ['this eigenvalue simple']],
  [
    'lambda',
    'A: n×n symmetric |- grad[A](lambda[2](A)) = A',
    ['n >= 2', 'n >= 2 => lambda[1](A) > lambda[2](A)', 'n >= 3 => lambda[2](A) > lambda[3](A)'],
  ],
  ['eig', 'A: n×n symmetric |- grad[A](sum(eig(A))) = A', ['every eigenvalue simple']],
  [
    'sigma_max',
    'A: m×n |- grad[A](sigma_max(A)) = A',
    ['A nonzero', "n >= 2 => lambda[1](A' A) > lambda[2](A' A)"],
  ],
  [
    'sigma_min',
    'A: m×n |- grad[A](sigma_min(A)) = A',
    ['the smallest singular value simple and positive'],
  ],
  ['kyfan', 'A: m×n |- grad[A](kyfan[2](A)) = A', ['m >= 2', 'n >= 2', 'this norm differentiable']],
  ['schatten', 'A: m×n |- grad[A](schatten[3](A)) = A', ['this norm differentiable']],
];

/** What a claim reads with its conditions written out: the front, and the conclusion. */
const placements: readonly (readonly [claim: string, front: readonly string[], said: string])[] = [
  ['|- forall x: scalar. 1/x = 1', [], 'forall x: scalar. x is nonzero => 1 / x = 1'],
  ['|- exists x: scalar. 1/x = 1', [], 'exists x: scalar. x is nonzero and 1 / x = 1'],
  [
    'a: scalar |- forall x: scalar. 1/a = 1/x',
    ['a is nonzero'],
    'forall x: scalar. x is nonzero => 1 / a = 1 / x',
  ],
  [
    'a: scalar |- forall x: scalar. x = 0 or x / a = 1',
    [],
    'forall x: scalar. (not x = 0 => a is nonzero) => x = 0 or x / a = 1',
  ],
  [
    '|- exists x: scalar. forall y: scalar. sqrt(x) = log(y)',
    [],
    'exists x: scalar. x is nonnegative and (forall y: scalar. y is positive => sqrt(x) = log(y))',
  ],
  [
    '|- exists x: scalar. sum[i in 1..3](1/(x - i)) = sum[i in 1..2](1/(x - i))',
    [],
    'exists x: scalar. (forall i in 1..3. x - i is nonzero) and (forall i in 1..2. x - i is nonzero) and sum[i in 1..3](1 / (x - i)) = sum[i in 1..2](1 / (x - i))',
  ],
  [
    'a, b: scalar |- 1/a = 1 <=> 1/b = 1',
    ['a is nonzero', 'b is nonzero'],
    '1 / a = 1 <=> 1 / b = 1',
  ],
  [
    'a: scalar; 1/a = 2; a > 1 |- log(a) = 1',
    ['a is nonzero', '1 / a = 2', 'a > 1', 'a is positive'],
    'log(a) = 1',
  ],
  ['a: scalar; a != 0 |- 1/a = 1', ['a != 0'], '1 / a = 1'],
];

describe('a completed claim', () => {
  test.each(placements)('%s', (text, front, said) => {
    const { claim } = complete(parseClaim(text));
    expect(claim.hypotheses.map(formulaText)).toEqual(front);
    // parentheses that the text needs are not the matter here
    const bare = (t: string): string => t.replaceAll(/[()]/g, '');
    expect(bare(formulaText(claim.conclusion))).toBe(bare(said));
  });

  test('is complete: nothing is added a second time', () => {
    const { claim } = complete(parseClaim('A: n×n |- forall x: n. inv(A) x = x / |x|'));
    expect(complete(claim).claim).toBe(claim);
    expect(complete({ ...claim }).hypotheses.map((h) => formulaText(h.formula))).toEqual(
      claim.hypotheses.map(formulaText),
    );
  });
});

describe('definedness', () => {
  test.each(cases)('%s', (claim, expected) => {
    expect(conditions(claim)).toEqual(expected);
  });

  test.each(differentiable)('of a derivative of %s: %s', (_, claim, expected) => {
    expect(conditions(claim)).toEqual(expected);
  });
  test('is pinned of every operator that is not differentiable everywhere', () => {
    const conditional = [...operators.values()].filter((one) => one.differentiable !== undefined);
    expect([...new Set(differentiable.map(([name]) => name))].toSorted()).toEqual(
      conditional.map(({ name }) => name).toSorted(),
    );
  });

  test('conditions carry their subject and place', () => {
    const text = 'A: n×n |- tr(inv(A A)) = 0';
    const [condition] = definedness(parseClaim(text));
    const formula = condition?.formula;
    expect(formula?.kind === 'is' && [formula.attribute, formula.subject.shape]).toEqual([
      'invertible',
      ['n', 'n'],
    ]);
    expect(condition && text.slice(condition.span.start, condition.span.end)).toBe('inv(A A)');
  });
});
