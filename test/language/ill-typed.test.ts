/** Ill-typed claims with their message and suggestion. */
import { describe, expect, test } from 'vitest';
import { ClaimError, parseClaim } from '../../src/language/index.ts';

const errorOf = (text: string): ClaimError => {
  try {
    parseClaim(text);
  } catch (error) {
    if (error instanceof ClaimError) return error;
    throw error;
  }
  throw new Error(`was accepted: ${text}`);
};

/**
 * The place is the text between «…»; the message and the suggestion each hold a fragment (null: no
 * suggestion).
 */
const illTyped: readonly (readonly [marked: string, message: string, suggestion: string | null])[] =
  [
    // shapes, with the transposition that mends them
    ['A, B: m×n |- tr(«A B») = 0', 'inner dimensions n and m differ', "tr(A' B) = 0"],
    [
      'W: m×n; h: n; p: R^m -> R |- grad[h](p(W h)) = «W grad(p)(W h)»',
      'W (m×n) and grad(p)(W h) (a vector of length m)',
      "= W' grad(p)(W h)",
    ],
    ['W: m×n; x: m |- «W x» = 0', 'W (m×n) and x (a vector of length m)', "W' x = 0"],
    ["A: m×n |- «A = A'»", "A (m×n) and A' (n×m): different shapes cannot be equal", null],
    ['A: m×n; B: n×m |- «A + B» = 0', 'm×n and n×m cannot be added', "A' + B = 0"],
    ['A: m×n; B: n×m |- tr(«A - B») = 0', 'm×n and n×m cannot be subtracted', null],
    ['x, y: n |- «x y» = 0', 'inner dimensions', "|- x' y = 0"],
    ['A n«×»n |- tr(A) = 1', '× is read between dimensions only', 'write a colon: A: n×n'],
    ['x, y: 3 |- x «×» y = 0', '× is read between dimensions only', 'write A B for a product'],
    ['A: m×n; B: n×m |- «A .* B» = A', 'cannot be multiplied entrywise', "A .* B' = A"],
    ['A: m×n; p: R^m -> R; x: m |- p(«A x») = 0', 'inner dimensions n and m differ', null],
    [
      'A: m×n; p: R^n -> R; x: n |- p(«A x») = 0',
      'p takes a vector of length n, but its argument is A x (a vector of length m)',
      null,
    ],
    ['A: m×n |- tr(«A^2») = 0', 'the power ^ takes a square matrix', null],
    ['A: m×n |- «tr(A)» = 0', 'takes a square matrix', null],
    ['A: m×n |- «inv(A)» = A', 'takes a square matrix', null],
    ['A: m×n |- «|A|» = 0', 'takes a scalar or a vector', null],
    ['A: n×n; x: n |- «A / x» = 0', 'only scalars divide', null],
    ['A: n×n; c: scalar |- «A + c» = 0', 'cannot be added', 'A + c I = 0"'],
    ['x: n; c: scalar |- «c - x» = 0', 'cannot be subtracted', 'c ones - x = 0"'],
    ['A: n×n |- «A + 1» = 0', 'cannot be added', 'write 1 I'],
    ['A: n×n |- «A = 1»', 'different shapes cannot be equal', null],
    ['x: n; A: n×n; f: R^n -> R |- f(«2») = 0', 'a bare number is never a matrix', 'write 2 ones'],
    ["q[i]: m for i in 1..N; A: n×m |- sum[i](«q[i]' A») = 0", 'inner dimensions', null],
    ['A, B: m×n |- «A >>= B»', '>>= compares square matrices', null],
    ['c: scalar |- «c >>= 0»', 'compares square matrices', 'write >= for scalars'],
    ['A, B: n×n |- «A <= B»', '<= compares scalars', 'write <<='],
    ['x, y: m×n |- «x < y»', '< compares scalars', 'A[i,j] < B[i,j]'],
    ['A: n×n |- «A ~~ 1»', 'different shapes cannot be proportional', null],
    ['A: m×n |- «A is symmetric»', 'symmetric applies to square matrices, and this is m×n', null],
    ['c: scalar |- «c is onto»', 'onto does not apply to scalars', null],
    ['A: m×n; x: m |- «x in ker(A)»', 'different shapes', null],
    [
      'A: m×n |- «ker(A) = A»',
      'a subspace ker(..) is equal to a subspace only',
      'write ker(A) = ker(B)',
    ],
    [
      'A: m×n |- «ker(A)» + 1 = 1',
      'compare it by = or != with another kernel, or put it after in',
      'write ker(A)',
    ],
    ['A: m×n; x: n |- «x in A»', 'behind in stands a subspace', 'v in ker(A)'],
    ['x: n |- «ker(x)» = ker(x)', 'ker takes a matrix', null],
    ['|- tr(«I») = 3', 'the size of I does not follow', 'put I next to'],
    ['|- |«ones»| = 1', 'the size of ones does not follow', 'put ones next to'],
    // names
    ['A: n×n |- A = «a»', 'a is not declared', 'did you mean A?'],
    ['theta: n |- «thata» = 0', 'thata is not declared', 'did you mean theta?'],
    ['A: n×n |- A = «g»(A)', 'g is not declared', 'write "g: activation; A: n x n |- A = g(A)"'],
    [
      'A: n×n; m: scalar; B: «m»×n |- A = A',
      'm is both a variable and a dimension',
      'another name',
    ],
    ['B: m×n; «m»: scalar |- B = B', 'm is both a variable and a dimension', 'another name'],
    ['A: n×n; «A»: m×m |- A = A', 'A is declared twice', 'take one'],
    ['«tr»: n×n |- 1 = 1', 'tr is a built-in function', 'another name'],
    ['«I»: n×n |- 1 = 1', 'I is a built-in constant', 'another name'],
    ['«relu»: activation |- 1 = 1', 'relu is a built-in function', 'another name'],
    ['«λ»: scalar |- 1 = 1', 'lambda is a built-in function', 'another name'],
    ['«grad»: n |- 1 = 1', 'grad is a built-in operator', 'another name'],
    ['«unit»: n |- 1 = 1', 'unit is a word of the language', 'another name'],
    ['x: n |- forall «x»: m. x = x', 'x is declared twice', 'take one'],
    ['A: n×n; x: n |- A^«x» = A', 'has no meaning here', 'whole number'],
    // functions and derivatives
    ['f: R^n -> R; x: n |- «f» = f', 'f is a function: it needs its argument', 'write f(..)'],
    ['f: R^n -> R; x: n |- «f(x, x)» = 0', 'f takes 1 argument, but 2 are given', null],
    ['f: R^P × R^d -> R; x: d |- «f(x)» = 0', 'f takes 2 arguments, but 1 is given', null],
    [
      'F: R^n -> R^k; x: n |- «grad[x](F(x))» = 0',
      'F(x) (a vector of length k)',
      'write jac for grad',
    ],
    [
      'p: R^n -> R; x: n |- «jac[x](p(x))» = 0',
      'jac takes a vector, and this is a scalar',
      'write grad for jac',
    ],
    ['F: R^n -> R^k; x: n |- «hess[x](F(x))» = 0', 'hess takes a scalar', 'take one entry'],
    ['F: R^n -> R^k; x: n |- grad(«F»)(x) = 0', 'grad takes a scalar', 'write jac for grad'],
    ['p: R^n -> R; x: n |- jac(«p»)(x) = 0', 'this is a scalar', 'write grad for jac'],
    ['p: R^n -> R; x: n |- grad[«y»](p(x)) = 0', 'y is not declared', 'write "y: n; p: '],
    ['p: R^n -> R; x: n |- grad[«n»](p(x)) = 0', 'n is not a variable', 'declared variable'],
    ['p: R^n -> R; x: n |- grad[«p»](p(x)) = 0', 'p is a function', 'write grad(p)'],
    [
      "p: R^n -> R; x: n |- «p'(x)» = 0",
      "p' is written for functions of one number only",
      'write grad(p)',
    ],
    [
      'p: R^n -> R; x: n |- «grad(p)» = 0',
      'takes the name of a declared function and then a point',
      'grad[x]',
    ],
    ['phi: activation; x: n |- jac(«phi»)(x) = 0', 'acts elementwise', "write phi'(..)"],
    ['x: n |- jac(«softmax»)(x) = 0', 'softmax is built in', 'write jac[x](softmax(x))'],
    ["x: n |- «softmax'(x)» = 0", 'not elementwise', 'write jac[x](softmax(x))'],
    [
      'f: R^P × R^d -> R; x: d; t: P |- grad(«f»)(t, x) = 0',
      'does not say by which',
      'name the variable',
    ],
    ['A: n×n |- «tr(A, A)» = 0', 'tr takes 1 argument, but 2 are given', null],
    ['A: n×n |- «lambda»(A) = 0', 'needs a number in brackets', 'write lambda[1]'],
    ['A: n×n; W: n×n |- «jac[W](A)» = 0', 'jac takes a column vector', 'one column'],
    // families
    ['q[i]: m for i in 1..N |- «q[i]» = 0', 'the index i of q is not bound', 'forall i in 1..N'],
    ['q[i]: m for i in 1..N |- «q» = 0', 'it needs an index', 'write q[i]'],
    [
      'q[i]: m for i in 1..3 |- «q[4]» = 0',
      'out of range: the members are q[1] to q[3]',
      'q[3] = 0',
    ],
    ['q[i]: m for i in 1..3 |- «q[0]» = 0', 'out of range', 'q[1] = 0'],
    [
      'q[i]: m for i in 1..N |- sum[i](«q[i+1]») = 0',
      "runs out of q's range 1..N at i = N",
      'sum[i](q[i]) = 0',
    ],
    [
      'q[i]: m for i in 1..N |- sum[i](«q[i-1]») = 0',
      "runs out of q's range 1..N at i = 1",
      'sum[i](q[i]) = 0',
    ],
    [
      'q[i]: m for i in 1..N; r[i]: m for i in 1..M |- sum[«i»](q[i] + r[i]) = 0',
      'families of different lengths, 1..N and 1..M',
      'two indices',
    ],
    [
      'q[i]: m for i in 1..N; A: M×m |- forall i in 1..M. «q[i]» = 0',
      'i runs over 1..M, but q is a family over 1..N',
      'index over 1..N',
    ],
    ['x: scalar |- «x[1]» = 0', 'x has no index', 'declare x[i]'],
    ['x: n |- sum[«i»](x) = 0', 'the range of i is not known', 'sum[i in 1..N]'],
    ['x: n |- sum[«i in 1..K»](x) = 0', 'K is not a dimension', 'end the range'],
    [
      'q[i]: m for i in 1..N |- sum[«m»](q[m]) = 0',
      'm is a dimension, so it cannot be an index here',
      'another name',
    ],
    ['«q»[i]: m |- 1 = 1', 'needs a range', 'for i in 1..N'],
    ['q: m for «i in 1..N» |- 1 = 1', 'q has no index', 'write q[i]'],
    ['q[i]: m for «j in 1..N» |- 1 = 1', 'q has the index i', 'for i in 1..N'],
    // attributes
    ['x: n «symmetric» |- x = x', 'symmetric does not apply to vectors', 'take the attribute out'],
    [
      'A: m×n «invertible» |- A = A',
      'invertible applies to square matrices, and this is m×n',
      'take the attribute out',
    ],
    [
      'T: n×n×n «positive» |- T = T',
      'positive does not apply to tensors',
      'take the attribute out',
    ],
    ['A: n×n «unit» |- A = A', 'unit applies to vectors', 'take the attribute out'],
    ['c: scalar «pd» |- c = c', 'pd does not apply to scalars', 'take the attribute out'],
    ['f: R -> R «positive» |- f(1) = 1', 'a function takes no attribute', 'take the attribute out'],
    ['A: 3×2 «onto» |- A = A', 'never onto', 'take the attribute out'],
    ['A: 2×3 «one-to-one» |- A = A', 'never one-to-one', 'take the attribute out'],
    ['A: n×n «symetric» |- A = A', 'expected an attribute', 'did you mean ‘symmetric’?'],
    ['A: n «n» |- A = A', 'expected an attribute', 'n×n'],
    // grammar
    ['A: n×n; «A = I»', 'no sign |-', 'put |- in front of what is claimed'],
    ['«A: n×n»', 'no sign |-', 'write |-'],
    ['A: n×n «|-»', 'no conclusion', 'write what is claimed'],
    ['A: n×n |- A = I; «A» = 0', 'one conclusion only', 'join'],
    ['A: n×n |- «A»', 'a formula is wanted here', 'write a relation'],
    ['A: n×n |- («A = I») + A = I', 'a formula stands where an expression is wanted', null],
    ['A: n×n |- (A + A«»', 'to close the bracket', null],
    ['A: n×n |- A = A«)»', 'closes nothing', 'take it out'],
    ['A: n×n |- A = A <=> A = A «<=>» A = A', 'read in two ways', 'brackets'],
    ['A: n×n |- A «×» A = A', 'between dimensions only', 'A B'],
    ['A: n×n |- «∇»A = A', '∇ does not say by what to differentiate', 'grad[x]'],
    ['A: n×n |- A«\u0000» = A', 'U+0000', null],
    ['A: n×n; A = I|- A «=» A', 'to close the bars', 'put spaces on both sides'],
    ['A: n×«0» |- A = A', 'positive whole number, not 0', null],
    ['A: «m×n×k×l» |- A = A', 'three dimensions at most', null],
    ['c: scalar |- c/«0» = c', 'division by zero', null],
    ['|- 2^«2000» = 1', 'an exponent may be 1000 at most', null],
    // random variables
    [
      'W: m×n ~ normal(0, 1); x: n |- «W» x = 0',
      'W is random: it may stand only inside E[..]',
      'write E[..]',
    ],
    ['x: n ~ normal(0, 1) |- grad[«x»](E[|x|^2]) = 0', 'x is random', 'write E[..]'],
    [
      'x: scalar ~ normal(0, 1); y: scalar ~ normal(0, «E[x^2]») |- E[y^2] = 1',
      'no mean over x',
      'declare a scalar',
    ],
    ['x: scalar ~ normal(«E[x]», 1) |- E[x] = 0', 'no mean over x', 'declare a scalar'],
    ['x: n ~ «norml»(0, 1) |- E[x] = 0', 'expected a law', 'did you mean ‘normal’?'],
    [
      'x: n ~ «normal(0)» |- E[x] = 0',
      'normal takes 2 parameters, but 1 are given',
      'normal(mean, variance)',
    ],
    // numbers that are the moments of no law
    [
      'W: m×n ~ normal(0, «-1») |- E[W] = 0',
      'the variance of W is at least 0, and this is -1',
      null,
    ],
    ['x: n ~ independent(0, «-1/2») |- E[x] = 0', 'is at least 0, and this is -1/2', null],
    ['x: n ~ independent(0, 0, «1») |- E[x] = 0', 'x does not vary', null],
    [
      'x: n ~ independent(0, 1, 0, «1/2») |- E[x] = 0',
      'the fourth central moment of x is at least 1',
      null,
    ],
    ['x: n ~ independent(0, 1, 1, «3/2») |- E[x] = 0', 'is at least 2 with its variance', null],
    // a^b^c
    ['x: scalar |- 2^3«^»2 = 64', 'can be read in two ways', 'write brackets'],
    [
      'x: n ~ «independent(0, 1, 0, 3, 0)» |- E[x] = 0',
      'independent takes 1 to 4 parameters',
      'independent(mean',
    ],
    [
      'x: n ~ normal(«A», 1); A: n×n |- E[x] = 0',
      'the mean of x is scalar or a vector of length n, and this is n×n',
      null,
    ],
    ['x: n ~ normal(0, «b»); b: n |- E[x] = 0', 'the variance of x is scalar or n×n', null],
    [
      'W: m×n ~ normal(0, «S»); S: m×m psd |- E[W] = 0',
      'the variance of W is scalar, and this is m×m',
      null,
    ],
    [
      "x: n ~ normal(0, «y»' y); y: n ~ normal(0, 1) |- E[x] = 0",
      'y is random: it may stand only inside E[..]',
      'write E[..]',
    ],
    [
      'A: n×n «symmetric» ~ normal(0, 1) |- E[A] = 0',
      'a random variable takes no attribute',
      'take the attribute out',
    ],
    ['f: R -> R ~ «normal(0, 1)» |- E[f(1)] = 0', 'a function takes no law', 'take the law out'],
    [
      'n >= 1; A: n×n |- forall x: n ~ «normal(0, 1)». E[A x] = 0',
      'declared at the head of the claim',
      'declare it before |-',
    ],
    ['x: n ~ normal(0, 1) |- E[x «=» 0] = 0', 'to close the expectation', null],
    // not supported yet
    ['W[l]: «d[l-2]»×d[l] for l in 1..L |- 1 = 1', 'begin at d[0]', null],
    ['W[l]: d[l]×d[l-1] for l in 1..L; x: «d[L+1]» |- 1 = 1', 'the members are d[0] to d[L]', null],
    ['x: «d[0]» |- 1 = 1', 'no family of dimensions', 'declare layers'],
    [
      'W[l]: d[l]×d[l-1] for l in 1..L |- «W[L+1]» = 0',
      'W[L+1] is out of range: the members are W[1] to W[L]',
      'W[L]',
    ],
    ['W[l]: d[l]×d[l-1] for l in 1..L |- «W[1] W[2]» = 0', 'd[1]×d[0]', null],
    [
      'W[l]: d[l]×d[l-1] for l in 1..L |- «prod[l=1..L](W[l])» = 0',
      'do not follow one another',
      'W[l]',
    ],
    [
      'W[l]: d[l]×d[l-1] for l in 1..L |- «d[L+1]» = 1',
      'd[L+1] is out of range: the members are d[0] to d[L]',
      null,
    ],
    [
      'W[l]: d[l]×d[l-1] for l in 1..L |- «d» = 1',
      'd is a family of dimensions: it needs an index',
      'd[L]',
    ],
    [
      'W[l]: d[l]×d[l-1] for l in 1..L |- forall l in 1..L. «d[l+1]» = 1',
      'runs out of the range of d at l = L',
      null,
    ],
    [
      'W[l]: d[l]×d[l-1] for l in 1..L |- forall l in 1..L. «d[l-2]» = 1',
      'runs out of the range of d at l = 1',
      null,
    ],
    [
      'W[l]: d[l]×d[l-1] for l in 1..L; A: M×M |- forall i in 1..M. «d[i]» = 1',
      'd is a family of dimensions over 1..L',
      '1..L',
    ],
    [
      'W[l]: d[l]×d[l-1] ~ normal(0, «d[k]») for l in 1..L |- 1 = 1',
      'the index k of d[k] is not bound',
      'd[L]',
    ],
    ['W: n×n |- prod[«l=L..1»](W) = 0', 'L is not a dimension of the claim', 'a number'],
    ['W[l]: n×n for l in 1..L |- prod[«l=L..L»](W[l]) = 0', 'not supported yet', 'a number'],
    ['q[i«,»j]: m for i in 1..N |- 1 = 1', 'not supported yet', null],
    ['q[i]: m for «i in 1..N-1» |- 1 = 1', 'ends at a dimension', '1..N'],
    ['A: n×n |- exists «i» in 1..n. A = A', 'not supported yet', 'not (forall'],
  ];

describe('ill-typed claims', () => {
  test('there are enough of them', () => expect(illTyped.length).toBeGreaterThan(100));

  test.each(illTyped)('%s', (marked, message, suggestion) => {
    const start = marked.indexOf('«');
    const end = marked.indexOf('»') - 1;
    const error = errorOf(marked.replace('«', '').replace('»', ''));
    expect(error.message).toContain(message);
    expect(error.span.start).toBe(start);
    if (end > start) expect(error.span.end).toBe(end);
    if (suggestion !== null) expect(error.suggestion).toContain(suggestion);
  });

  test('a suggested claim is well-typed', () => {
    const mended = illTyped
      .map(([marked]) => errorOf(marked.replace('«', '').replace('»', '')).suggestion ?? '')
      .flatMap((hint) => [...hint.matchAll(/"([^"]*)"/g)].map(([, text = '']) => text));
    expect(mended.length).toBeGreaterThan(30);
    for (const text of mended) expect(() => parseClaim(text)).not.toThrow();
  });
});
