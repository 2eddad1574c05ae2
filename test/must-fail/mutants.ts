/**
 * One fault each: a guard, a sign or an index of the kernel changed. The tests of the kernel must
 * notice every one.
 */
export interface Mutant {
  readonly name: string;
  readonly file: string;
  readonly from: string;
  readonly to: string;
}

const theorem = (name: string, from: string, to: string): Mutant => ({
  name,
  file: 'theorem.ts',
  from,
  to,
});
const calculus = (name: string, from: string, to: string): Mutant => ({
  name,
  file: 'calculus.ts',
  from,
  to,
});
const formula = (name: string, from: string, to: string): Mutant => ({
  name,
  file: 'formula.ts',
  from,
  to,
});
const write = (name: string, from: string, to: string): Mutant => ({
  name,
  file: 'write.ts',
  from,
  to,
});
const laws = (name: string, from: string, to: string): Mutant => ({
  name,
  file: 'laws.ts',
  from,
  to,
});
const graph = (name: string, from: string, to: string): Mutant => ({
  name,
  file: 'graph.ts',
  from,
  to,
});
const seal = (name: string, from: string, to: string): Mutant => ({
  name,
  file: 'seal.ts',
  from,
  to,
});
const small = (name: string, from: string, to: string): Mutant => ({
  name,
  file: 'facts/fact.ts',
  from,
  to,
});
const penrose = (name: string, from: string, to: string): Mutant => ({
  name,
  file: 'facts/pseudo-inverse.ts',
  from,
  to,
});
const pairing = (name: string, from: string, to: string): Mutant => ({
  name,
  file: 'facts/pairs.ts',
  from,
  to,
});
const exponential = (name: string, from: string, to: string): Mutant => ({
  name,
  file: 'facts/exponential.ts',
  from,
  to,
});
const dimension = (name: string, from: string, to: string): Mutant => ({
  name,
  file: 'dimension.ts',
  from,
  to,
});
const algebra = (name: string, from: string, to: string): Mutant => ({
  name,
  file: 'facts/determinants.ts',
  from,
  to,
});

const means = (name: string, from: string, to: string): Mutant => ({
  name,
  file: 'expectation.ts',
  from,
  to,
});
const lawsOf = (name: string, from: string, to: string): Mutant => ({
  name,
  file: 'random-variable.ts',
  from,
  to,
});
const flips = (name: string, from: string, to: string): Mutant => ({
  name,
  file: 'sign-flips.ts',
  from,
  to,
});
const norms = (name: string, from: string, to: string): Mutant => ({
  name,
  file: 'facts/norms.ts',
  from,
  to,
});
const eigen = (name: string, from: string, to: string): Mutant => ({
  name,
  file: 'facts/eigenvalues.ts',
  from,
  to,
});
const rooted = (name: string, from: string, to: string): Mutant => ({
  name,
  file: 'facts/roots-of-matrices.ts',
  from,
  to,
});
const definiteness = (name: string, from: string, to: string): Mutant => ({
  name,
  file: 'facts/definite.ts',
  from,
  to,
});
const ranking = (name: string, from: string, to: string): Mutant => ({
  name,
  file: 'facts/ranks.ts',
  from,
  to,
});
const spectral = (name: string, from: string, to: string): Mutant => ({
  name,
  file: 'facts/spectral-terms.ts',
  from,
  to,
});
const perturbed = (name: string, from: string, to: string): Mutant => ({
  name,
  file: 'citations/perturbations.ts',
  from,
  to,
});
const decomposed = (name: string, from: string, to: string): Mutant => ({
  name,
  file: 'citations/decompositions.ts',
  from,
  to,
});
const layers = (name: string, from: string, to: string): Mutant => ({
  name,
  file: 'layer-means.ts',
  from,
  to,
});
const smooth = (name: string, from: string, to: string): Mutant => ({
  name,
  file: 'smoothed.ts',
  from,
  to,
});

const meanName = (name: string, from: string, to: string): Mutant => ({
  name,
  file: 'mean-names.ts',
  from,
  to,
});

const closed = (name: string, from: string, to: string): Mutant => ({
  name,
  file: 'closed-means.ts',
  from,
  to,
});

const functions = (name: string, from: string, to: string): Mutant => ({
  name,
  file: 'facts/functions.ts',
  from,
  to,
});

export const mutants: readonly Mutant[] = [
  {
    name: 'softmax varies less',
    file: 'facts/softmax.ts',
    from: 'scale(ratio(1n, 2n), identity',
    to: 'scale(ratio(1n, 5n), identity',
  },
  {
    name: 'softmax moves less',
    file: 'facts/softmax.ts',
    from: 'scale(ratio(1n, 4n), dot(by, by))',
    to: 'scale(ratio(1n, 40n), dot(by, by))',
  },
  {
    name: 'tangents of the log-sum-exp the other way',
    file: 'facts/softmax.ts',
    from: 'dot(softmax(u), minus(v, u))',
    to: 'dot(softmax(u), minus(u, v))',
  },
  {
    name: 'softmax at vectors of two dimensions',
    file: 'facts/softmax.ts',
    from: 'vector(u).shape[0] === vector(v).shape[0]',
    to: 'vector(u).shape.length === vector(v).shape.length',
  },
  {
    name: 'silu is not so low',
    file: 'facts/ranges.ts',
    from: 'ratio(-28n, 100n)',
    to: 'ratio(-27n, 100n)',
  },
  {
    name: 'gelu is not so low',
    file: 'facts/ranges.ts',
    from: 'ratio(-17n, 100n)',
    to: 'ratio(-16n, 100n)',
  },
  {
    name: 'silu and gelu above relu',
    file: 'facts/ranges.ts',
    from: "atMost(at(name, s), at('relu', s))",
    to: "atMost(at('relu', s), at(name, s))",
  },
  {
    name: 'softplus nearer to relu',
    file: 'facts/ranges.ts',
    from: "add(at('relu', s), logarithm(number(ratio(2n))))",
    to: "add(at('relu', s), scale(ratio(1n, 2n), logarithm(number(ratio(2n)))))",
  },
  {
    name: 'sines without a sign',
    file: 'facts/ranges.ts',
    from: "negated(at('sin', s))",
    to: "at('sin', s)",
  },
  {
    name: 'tangents at the other point',
    file: 'facts/convex-functions.ts',
    from: 'mul(named(name, 1, s)',
    to: 'mul(named(name, 1, t)',
  },
  {
    name: 'falling slopes',
    file: 'facts/segments.ts',
    from: 'inOrder(zeros([]), jet(fn, [1], [u]))',
    to: 'inOrder(jet(fn, [1], [u]), zeros([]))',
  },
  {
    name: 'values in the order of no numbers',
    file: 'facts/segments.ts',
    from: 'implies(inOrder(x, y), inOrder(jet(fn, [0], [x])',
    to: 'implies(inOrder(y, x), inOrder(jet(fn, [0], [x])',
  },
  {
    name: 'slopes on one side alone',
    file: 'facts/segments.ts',
    from: 'and(less(x, u, true), less(u, y, true))',
    to: 'and(less(x, u, true), less(y, u, true))',
  },
  {
    name: 'norms by an upper bound alone',
    file: 'facts/norms.ts',
    from: "is('psd', add(ball, square(a)))",
    to: "is('psd', minus(ball, square(a)))",
  },
  {
    name: 'an entry below the logarithm of no sum',
    file: 'facts/sums-of-entries.ts',
    from: "logarithm(total(atEntries('exp', u)))",
    to: 'total(u)',
  },
  {
    name: 'an entry below the sum in the place of the largest entry',
    file: 'facts/sums-of-entries.ts',
    from: 'atMost(dot(u, e), largest(u))',
    to: 'atMost(dot(u, e), total(u))',
  },
  {
    name: 'an entry above the largest entry',
    file: 'facts/sums-of-entries.ts',
    from: 'atMost(dot(u, e), largest(u))',
    to: 'atMost(largest(u), dot(u, e))',
  },
  {
    name: 'the sum is an entry',
    file: 'facts/sums-of-entries.ts',
    from: 'equal(dot(u, e), largest(u))',
    to: 'equal(dot(u, e), total(u))',
  },
  {
    name: 'the largest entry of a matrix',
    file: 'seal.ts',
    from: "name === 'max' && of.length !== 1",
    to: "name === 'max' && of.length > 2",
  },
  {
    name: 'det of I and a psd matrix without the product of eigenvalues',
    file: 'facts/definite.ts',
    from: 'atMost(add(number(one), trace(square(a))), det(add(eye(square(a)), square(a))))',
    to: 'atMost(det(add(eye(square(a)), square(a))), add(number(one), trace(square(a))))',
  },
  {
    name: 'sigma_min as the largest eigenvalue',
    file: 'facts/definite.ts',
    from: 'negated(lambda(1, negated(square(a))))',
    to: 'lambda(1, square(a))',
  },
  {
    name: 'gelu is less steep',
    file: 'facts/one-variable.ts',
    from: 'ratio(113n, 100n)',
    to: 'ratio(112n, 100n)',
  },
  {
    name: 'gelu falls less',
    file: 'facts/one-variable.ts',
    from: 'ratio(-13n, 100n)',
    to: 'ratio(-12n, 100n)',
  },
  {
    name: 'silu is less steep',
    file: 'facts/one-variable.ts',
    from: 'ratio(11n, 10n)',
    to: 'ratio(109n, 100n)',
  },
  {
    name: 'silu falls less',
    file: 'facts/one-variable.ts',
    from: 'ratio(-1n, 10n)',
    to: 'ratio(-9n, 100n)',
  },
  {
    name: 'even Taylor polynomials of exp everywhere',
    file: 'facts/one-variable.ts',
    from: 'return k % 2 === 1',
    to: 'return k > 0',
  },
  {
    name: 'Taylor polynomials of exp above it',
    file: 'facts/one-variable.ts',
    from: '? atMost(sum, value)\n',
    to: '? atMost(value, sum)\n',
  },
  {
    name: 'even Taylor polynomials below at negative arguments',
    file: 'facts/one-variable.ts',
    from: 'implies(atMost(scalar(s), zeros([])), atMost(value, sum))',
    to: 'implies(atMost(scalar(s), zeros([])), atMost(sum, value))',
  },
  {
    name: 'Taylor polynomials of exp without factorials',
    file: 'facts/one-variable.ts',
    from: 'factorial *= BigInt(j)',
    to: 'factorial = BigInt(j)',
  },
  {
    name: 'Taylor polynomials of any degree',
    file: 'facts/one-variable.ts',
    from: 'if (k > 8)',
    to: 'if (k > 800)',
  },
  {
    name: 'sigma_min of a Gram matrix is that of the matrix',
    file: 'facts/singular-values.ts',
    from: 'equal(sigmaMin(gram(a)), mul(sigmaMin(matrix(a)), sigmaMin(matrix(a))))',
    to: 'equal(sigmaMin(gram(a)), sigmaMin(matrix(a)))',
  },
  {
    name: 'wide matrices are tall',
    file: 'facts/singular-values.ts',
    from: 'atMost(size(matrix(a).shape[1] as Dim), size(matrix(a).shape[0] as Dim))',
    to: 'atMost(size(matrix(a).shape[1] as Dim), size(matrix(a).shape[1] as Dim))',
  },
  {
    name: 'eigenvalue of a Gram matrix without its sign',
    file: 'facts/singular-values.ts',
    from: 'negated(mul(sigmaMin(matrix(a)), sigmaMin(matrix(a))))',
    to: 'mul(sigmaMin(matrix(a)), sigmaMin(matrix(a)))',
  },
  {
    name: 'shifts down',
    file: 'facts/singular-values.ts',
    from: "[is('psd', square(a)), notNegative(scalar(s))]",
    to: "[is('psd', square(a)), notNegative(negated(scalar(s)))]",
  },
  {
    name: 'shifts of any matrix',
    file: 'facts/singular-values.ts',
    from: "[is('psd', square(a)), notNegative(scalar(s))]",
    to: '[notNegative(scalar(s)), notNegative(scalar(s))]',
  },
  {
    name: 'nuclear norm of a product by one factor',
    file: 'facts/singular-values.ts',
    from: 'mul(frobenius(matrix(a)), frobenius(matrix(b)))',
    to: 'mul(frobenius(matrix(a)), frobenius(matrix(a)))',
  },
  {
    name: 'sigma_min of the identity is its size',
    file: 'facts/singular-values.ts',
    from: 'equal(sigmaMin(eye(square(a))), number(one))',
    to: 'equal(sigmaMin(eye(square(a))), size(square(a).shape[0] as Dim))',
  },
  ...(
    [
      [
        'norms of any product in either order',
        'isSymmetric(whole),\n          and(',
        'isSymmetric(product(whole, flipped(whole))),\n          and(',
      ],
      [
        'larger norms of a symmetric product',
        'atMost(norm(whole), norm(turned))',
        'atMost(norm(turned), norm(whole))',
      ],
      [
        'larger nuclear norms of a symmetric product',
        'atMost(nuclear(whole), nuclear(turned))',
        'atMost(nuclear(turned), nuclear(whole))',
      ],
    ] as const
  ).map(([name, from, to]): Mutant => ({ name, file: 'facts/singular-values.ts', from, to })),
  ...(
    [
      [
        'traces of powers of products from below',
        'atMost(trace(power(product(a, b), k)), trace(product(power(a, k), power(b, k))))',
        'atMost(trace(product(power(a, k), power(b, k))), trace(power(product(a, b), k)))',
      ],
      [
        'traces of products of other powers',
        'trace(product(power(a, k), power(b, k)))',
        'trace(product(power(a, k), power(a, k)))',
      ],
      [
        'Cordes with one power too many',
        'Array.from({ length: k }, () => one)',
        'Array.from({ length: k + 1 }, () => one)',
      ],
      [
        'Cordes of one matrix',
        'norm(product(power(a, k), power(b, k)))',
        'norm(product(power(a, k), power(a, k)))',
      ],
    ] as const
  ).map(
    ([name, from, to]): Mutant => ({
      name,
      file: 'citations/matrix-inequalities.ts',
      from,
      to,
    }),
  ),
  {
    name: 'Schur products of indefinite matrices',
    file: 'citations/matrix-inequalities.ts',
    from: "given([is('psd', a), is('psd', b)], is('psd', entrywise(a, b)))",
    to: "given([is('psd', a), is('psd', a)], is('psd', entrywise(a, b)))",
  },
  {
    name: 'Schur products of semidefinite matrices are definite',
    file: 'citations/matrix-inequalities.ts',
    from: "given([is('pd', a), is('pd', b)], is('pd', entrywise(a, b)))",
    to: "given([is('psd', a), is('psd', b)], is('pd', entrywise(a, b)))",
  },
  {
    name: 'largest eigenvalues by one factor',
    file: 'citations/matrix-inequalities.ts',
    from: 'mul(lambda(1, a), lambda(1, b))',
    to: 'mul(lambda(1, a), lambda(1, a))',
  },
  {
    name: 'commutators half as large',
    file: 'citations/matrix-inequalities.ts',
    from: 'scale(ratio(2n), mul(frobenius(a), frobenius(b)))',
    to: 'scale(ratio(1n), mul(frobenius(a), frobenius(b)))',
  },
  {
    name: 'roots in the opposite order',
    file: 'citations/matrix-inequalities.ts',
    from: "is('psd', minus(a, b))",
    to: "is('psd', minus(b, a))",
  },
  {
    name: 'Taylor without the half',
    file: 'facts/segments.ts',
    from: 'scale(k === 1 ? ratio(1n) : ratio(1n, 2n), scalar(c))',
    to: 'scale(ratio(1n), scalar(c))',
  },
  {
    name: 'bends of one point',
    file: 'facts/segments.ts',
    from: 'everywhere((u) => atMost(scalar(c), along(fn, k, u, d)))',
    to: 'everywhere(() => atMost(scalar(c), along(fn, k, x, d)))',
  },
  {
    name: 'bends the other way',
    file: 'facts/segments.ts',
    from: 'everywhere((u) => atMost(along(fn, k, u, d), scalar(c)))',
    to: 'everywhere((u) => atMost(scalar(c), along(fn, k, u, d)))',
  },
  {
    name: 'mean values of the other sign',
    file: 'facts/segments.ts',
    from: 'equal(jet(fn, [0], [y]), add(jet(fn, [0], [x]), along(fn, 1, u, steps)))',
    to: 'equal(jet(fn, [0], [x]), add(jet(fn, [0], [y]), along(fn, 1, u, steps)))',
  },
  {
    name: 'greatest where it is least',
    file: 'facts/segments.ts',
    from: 'least ? atMost(value, jet(fn, [0], [u]))',
    to: '!least ? atMost(value, jet(fn, [0], [u]))',
  },
  {
    name: 'bent the same way at both extrema',
    file: 'facts/segments.ts',
    from: 'implies(extreme(at, false), bent(at, false))',
    to: 'implies(extreme(at, false), bent(at, true))',
  },
  {
    name: 'segments of functions with kinks',
    file: 'facts/segments.ts',
    from: 'hasMeaning(fn.name) || fn.name',
    to: 'fn.name',
  },
  {
    name: 'activations are smooth',
    file: 'facts/segments.ts',
    from: '(smooth && fn.kinks)',
    to: '(!smooth && fn.kinks)',
  },
  calculus('an activation stands in for a smooth function', '!fn.kinks)', 'false)'),
  {
    name: 'segments of means',
    file: 'facts/segments.ts',
    from: "fn.name.includes('#')",
    to: "fn.name.includes('##')",
  },
  {
    name: 'slopes along a segment',
    file: 'facts/segments.ts',
    from: 'head.orders[0] !== 0',
    to: 'head.orders[0] === 9',
  },
  {
    name: 'segments run backwards',
    file: 'facts/segments.ts',
    from: 'const d = minus(y, x)',
    to: 'const d = minus(x, y)',
  },
  {
    name: 'the arbitrary point is not fresh',
    file: 'facts/segments.ts',
    from: "every('u#', x.shape, [x, y, scalar(c)], body)",
    to: "every('u#', x.shape, [x], body)",
  },
  definiteness(
    'products of psd matrices need not commute',
    'equal(product(square(a), square(b)), product(square(b), square(a)))',
    'equal(product(square(a), square(b)), product(square(a), square(b)))',
  ),
  definiteness(
    'a psd matrix is pd',
    "implies(is('pd', square(a)), is('psd', square(a)))",
    "implies(is('psd', square(a)), is('pd', square(a)))",
  ),
  functions(
    'odd functions are even',
    'minus(of(name, u))) });\n/** φ(u) − φ',
    'of(name, u)) });\n/** φ(u) − φ',
  ),
  functions(
    'gelu leans the other way',
    'minus(of(name, minus(some(u))))), some(u))',
    'minus(of(name, minus(some(u))))), minus(some(u)))',
  ),
  functions(
    'homogeneous for every factor',
    'implies(notNegative(scalar(s)), equal(of(name, multiple',
    'implies(equal(scalar(s), scalar(s)), equal(of(name, multiple',
  ),
  functions('homogeneous without its factor', 'multiple(scalar(s), of(name, u)))', 'of(name, u))'),
  functions(
    'sigmoids cancel',
    "add(of('sigmoid', u), of('sigmoid', minus(some(u))))",
    "add(of('sigmoid', u), minus(of('sigmoid', minus(some(u)))))",
  ),
  functions(
    'the sigmoid with exp(u)',
    "add(ones(some(u)), of('exp', minus(some(u))))",
    "add(ones(some(u)), of('exp', some(u)))",
  ),
  functions(
    'tanh is a sigmoid at u',
    "of('sigmoid', scale(ratio(2n), some(u)))",
    "of('sigmoid', some(u))",
  ),
  functions(
    'tanh is shifted by 2',
    'minus(ones(some(u))))) }],\n  //  relu',
    'scale(ratio(-2n), ones(some(u))))) }],\n  //  relu',
  ),
  functions(
    'relu at one sign',
    "entrywise(of('relu', u), of('relu', minus(some(u))))",
    "entrywise(of('relu', u), of('relu', u))",
  ),
  functions(
    'abs is the difference',
    "equal(of('abs', u), add(of('relu', u), of('relu', minus(some(u)))))",
    "equal(of('abs', u), add(of('relu', u), minus(of('relu', minus(some(u))))))",
  ),
  functions(
    'relu of relu is 0',
    "equal(of('relu', of('relu', u)), of('relu', u))",
    "equal(of('relu', of('relu', u)), scale(ratio(0n), some(u)))",
  ),
  functions(
    'relu lies below',
    "less(scalar(s), of('relu', s), false)",
    "less(of('relu', s), scalar(s), false)",
  ),
  functions(
    'the logarithm of a reciprocal is the same',
    'equal(logarithm(inverse(scalar(s))), minus(logarithm(scalar(s))))',
    'equal(logarithm(inverse(scalar(s))), logarithm(scalar(s)))',
  ),
  functions(
    'softmax of a multiple',
    'softmax(add(some(u), multiple(scalar(s), ones(some(u)))))',
    'softmax(multiple(scalar(s), some(u)))',
  ),
  functions(
    'log-sum-exp forgets its shift',
    'add(scalar(s), logSumExp(some(u)))',
    'logSumExp(some(u))',
  ),
  functions(
    'softmax spreads the other way',
    "add(contract([softmax(u)], ['i'], 'ii'), minus(",
    "add(minus(contract([softmax(u)], ['i'], 'ii')), (",
  ),
  functions(
    'abs is odd',
    "equal(of('abs', minus(some(u))), of('abs', u))",
    "equal(of('abs', minus(some(u))), minus(of('abs', u)))",
  ),
  functions(
    'abs adds up',
    "equal(of('abs', entrywise(...alike(u, v))), entrywise(",
    "equal(of('abs', add(...alike(u, v))), entrywise(",
  ),
  functions(
    'relu is s everywhere',
    "implies(notNegative(scalar(s)), equal(of('relu', s), scalar(s)))",
    "implies(notNegative(minus(scalar(s))), equal(of('relu', s), scalar(s)))",
  ),
  functions(
    'relu is 0 everywhere',
    "implies(notNegative(minus(scalar(s))), equal(of('relu', s), nought()))",
    "implies(notNegative(scalar(s)), equal(of('relu', s), nought()))",
  ),
  functions(
    'abs is s everywhere',
    "implies(notNegative(scalar(s)), equal(of('abs', s), scalar(s)))",
    "implies(notNegative(minus(scalar(s))), equal(of('abs', s), scalar(s)))",
  ),
  functions(
    'exp of a sum is a sum',
    "entrywise(of('exp', u), of('exp', v))",
    "add(of('exp', u), of('exp', v))",
  ),
  functions(
    'exp of equal entries is exp(s)',
    "multiple(of('exp', scalar(s)), ones(some(u))))",
    'multiple(scalar(s), ones(some(u))))',
  ),
  functions(
    'exp of zero is 0',
    "equal(of('exp', scale(ratio(0n), some(u))), ones(some(u)))",
    "equal(of('exp', scale(ratio(0n), some(u))), scale(ratio(0n), some(u)))",
  ),
  functions(
    'a sum of exponentials above 1',
    "positive(contract([of('exp', u)], ['i'], ''))",
    "less(number(one), contract([of('exp', u)], ['i'], ''), true)",
  ),
  functions(
    'exp undoes every logarithm',
    "implies(positive(scalar(s)), equal(of('exp', logarithm",
    "implies(notNegative(minus(scalar(s))), equal(of('exp', logarithm",
  ),
  functions(
    'logarithm of exp is exp',
    "equal(logarithm(of('exp', scalar(s))), scalar(s))",
    "equal(logarithm(of('exp', scalar(s))), of('exp', s))",
  ),
  functions(
    'logarithms of products multiply',
    'add(logarithm(scalar(s)), logarithm(scalar(t)))',
    'entrywise(logarithm(scalar(s)), logarithm(scalar(t)))',
  ),
  functions(
    'logarithm of one is one',
    'scale(ratio(0n), scalar(s)))), nought())',
    'scale(ratio(0n), scalar(s)))), number(one))',
  ),
  functions(
    'roots of products add',
    'entrywise(root(scalar(s)), root(scalar(t)))',
    'add(root(scalar(s)), root(scalar(t)))',
  ),
  functions(
    'the root of a square is the number',
    "root(entrywise(scalar(s), scalar(s))), of('abs', s))",
    'root(entrywise(scalar(s), scalar(s))), scalar(s))',
  ),
  functions(
    'functions move further',
    'minus(of(name, v)))), scale(squared,',
    'minus(of(name, v)))), scale(ratio(1n, 20n),',
  ),
  functions(
    'functions move half as far',
    'scale(squared, squareOf(add(some(u), minus(some(v)))))',
    'scale(ratio(1n, 2n), squareOf(add(some(u), minus(some(v)))))',
  ),
  functions(
    'functions that move the other way',
    'squareOf(add(of(name, alike(u, v)[0]), minus(of(name, v))))',
    'squareOf(add(of(name, alike(u, v)[0]), of(name, v)))',
  ),
  functions(
    'the sigmoid is flat',
    "lipschitz('sigmoid', ratio(1n, 16n))",
    "lipschitz('sigmoid', ratio(1n, 64n))",
  ),
  functions(
    'functions shrink to nothing',
    'less(squareOf(of(name, u)), squareOf(some(u)), false)',
    'less(squareOf(of(name, u)), scale(ratio(1n, 2n), squareOf(some(u))), false)',
  ),
  functions(
    'softmax is at most a half long',
    'less(squareOf(softmax(u)), number(one), false)',
    'less(squareOf(softmax(u)), number(ratio(1n, 2n)), false)',
  ),
  functions(
    'tanh below a half',
    "less(of('tanh', scalar(s)), number(one), true)",
    "less(of('tanh', scalar(s)), number(ratio(1n, 2n)), true)",
  ),
  functions(
    'the sigmoid below a half',
    "less(of('sigmoid', scalar(s)), number(one), true)",
    "less(of('sigmoid', scalar(s)), number(ratio(1n, 2n)), true)",
  ),
  functions(
    'functions fall',
    'less(scalar(s), scalar(t), strict), less(of(name, s), of(name, t), strict)',
    'less(scalar(s), scalar(t), strict), less(of(name, t), of(name, s), strict)',
  ),
  functions(
    'strictly larger at equal numbers',
    'implies(less(scalar(s), scalar(t), strict)',
    'implies(less(scalar(s), scalar(t), false)',
  ),
  functions(
    'numbers in any order',
    "implies(less(scalar(s), scalar(t), false), less(of('relu'",
    "implies(less(scalar(t), scalar(s), false), less(of('relu'",
  ),
  functions('erf is its own opposite', "increasing('erf')", "increasing('gelu')"),
  exponential('exp is above 2 + s', 'number(one)', 'add(number(one), number(one))'),
  exponential(
    'exp is above 1 + 2 s',
    'add(number(one), scalar(s))',
    'add(number(one), scalar(s), scalar(s))',
  ),
  exponential(
    'exp is below its tangent',
    "atMost(add(number(one), scalar(s)), valueOf('exp', scalar(s)))",
    "atMost(valueOf('exp', scalar(s)), add(number(one), scalar(s)))",
  ),
  exponential('the sigmoid is above a tangent', "valueOf('exp'", "valueOf('sigmoid'"),
  theorem(
    'a range may mention its index in a hypothesis',
    'wants(!rest.some((h) => freeDim(index, h)), ',
    'wants(true, ',
  ),
  theorem('a range takes every hypothesis away', 'instead: rest });', 'instead: [] });'),
  theorem(
    'an index anywhere',
    'wants(same(conclusion(lower), atMost(f.from, at)) && same(conclusion(upper), atMost(at, f.to)), ',
    'wants(true, ',
  ),
  theorem('an index before the range', 'same(conclusion(lower), atMost(f.from, at)) && ', ''),
  theorem('an index behind the range', ' && same(conclusion(upper), atMost(at, f.to)), ', ', '),
  theorem('bounds of an index are forgotten', '{ from: [t, lower, upper] }', '{ from: [t] }'),
  theorem('induction from any base', 'wants(same(conclusion(base), at(f.from)), ', 'wants(true, '),
  theorem('induction by any step', 'wants(same(conclusion(step), next), ', 'wants(true, '),
  theorem(
    'induction stops a step early',
    'each(f.index, f.from, before(f.to), implies',
    'each(f.index, f.from, before(before(f.to)), implies',
  ),
  theorem('induction without its step', '{ from: [base, step] }', '{ from: [base] }'),
  theorem(
    'induction of forged claims',
    "    demandFormula(goal);\n    const f = goal.kind === 'each'",
    "    const f = goal.kind === 'each'",
  ),
  theorem('every index is a name', "    wants(isIndexName(d), 'no name of a dimension');\n", ''),
  theorem('dims renames members', 'wants(isDimName(from) && isDim(to), ', 'wants(isDim(to), '),
  theorem('differentiate by a member', '    wants(isName(name), ', '    wants(true, '),
  formula('ranges begin at 0', '  if (!isPositive(a)) fail(', '  if (false) fail('),
  formula(
    'ranges mention their index',
    'if (a.name === index || b.name === index) fail',
    'if (false) fail',
  ),
  formula(
    'an index is captured by a renaming',
    'if ([...inner.values()].some((to) => mentions(to, g.index) || readIndex(to)?.name === g.index)) fail',
    'if (false) fail',
  ),
  formula(
    'an index is captured by a term',
    'if (occursDim(g.index, value)) fail',
    'if (false) fail',
  ),
  formula(
    'ends of ranges are not free',
    '[f.from, f.to].some((end) => readIndex(end)?.name === name) || ',
    '',
  ),
  formula(
    'shapes of bound names are not free',
    'boundDims(f.bound).some((d) => d !== null && mentions(d, name)) || ',
    '',
  ),
  theorem('anybody makes theorems', 'if (key !== secret)', 'if (false)'),
  theorem(
    'anything is a theorem',
    "typeof theorem === 'object' && theorem !== null && #conclusion in theorem",
    'theorem !== null',
  ),
  theorem(
    'gamma gives its own map away',
    'return new Map(Theorem.demand(theorem).#hypotheses);',
    'return Theorem.demand(theorem).#hypotheses;',
  ),
  theorem(
    'hypotheses of premises are lost',
    'if (key !== text) hypotheses.set',
    'if (false) hypotheses.set',
  ),
  theorem('discharge keeps its hypothesis', 'if (key !== text) hypotheses.set', 'hypotheses.set'),
  theorem(
    'assume assumes nothing',
    "make('assume', [f], f, { extra: [f] })",
    "make('assume', [f], f)",
  ),
  theorem(
    'discharge drops everything',
    'implies(f, conclusion(t)), { from: [t], drop: [f] }',
    'implies(f, conclusion(t))',
  ),
  theorem(
    'modus ponens takes any antecedent',
    'wants(same(f.left, conclusion(t)), ',
    'wants(true, ',
  ),
  theorem(
    'modus ponens forgets a premise',
    '{ from: [implication, t] }',
    '{ from: [implication] }',
  ),
  theorem(
    'and forgets a premise',
    'and(conclusion(a), conclusion(b)), { from: [a, b] }',
    'and(conclusion(a), conclusion(b)), { from: [a] }',
  ),
  theorem('first gives the second', "expect(t, 'and').left", "expect(t, 'and').right"),
  theorem('second gives the first', "expect(t, 'and').right", "expect(t, 'and').left"),
  theorem('either on the wrong side', "side === 'left' ?", "side !== 'left' ?"),
  theorem('cases may differ', 'wants(same(conclusion(left), conclusion(right)), ', 'wants(true, '),
  theorem('cases drop crosswise', '[undefined, f.left, f.right]', '[undefined, f.right, f.left]'),
  theorem(
    'cases forget the disjunction',
    'from: [t, left, right], drop: [undefined, f.left, f.right]',
    'from: [left, right], drop: [f.left, f.right]',
  ),
  theorem(
    'contradiction from anything',
    "    expect(t, 'false');\n    return make('contradiction'",
    "    return make('contradiction'",
  ),
  theorem(
    'classical from anything',
    "    expect(t, 'false');\n    return make('classical'",
    "    return make('classical'",
  ),
  theorem('classical drops the statement itself', 'drop: [not(f)]', 'drop: [f]'),
  theorem(
    'explode from any pair',
    "wants(same(expect(negation, 'not').body, conclusion(t)), ",
    'wants(true, ',
  ),
  theorem(
    'names free in hypotheses are generalised',
    'wants(!t.hypotheses.some((h) => free(name, h)), ',
    'wants(true, ',
  ),
  theorem('generalise does not look', '  closed(boundName(goal.bound), t);', ''),
  theorem(
    'any replacement fits',
    "wants(by.kind === 'term' && by.term.shape.join() === bound.shape.join(), ",
    'wants(true, ',
  ),
  theorem(
    'any function fits',
    "wants(by.kind === 'function' && by.body.shape.join() === (bound.fn.output ?? '') && bound.fn.family.length === 0, ",
    'wants(true, ',
  ),
  theorem('replacements are read again', 'const by = copyReplacement(given);', 'const by = given;'),
  theorem(
    'any instance',
    'wants(same(substituteIn(claim.body, boundName(claim.bound)',
    'wants(true || same(substituteIn(claim.body, boundName(claim.bound)',
  ),
  theorem(
    'instances of forged claims',
    "demandFormula(claim);\n    if (claim.kind !== 'exists')",
    "if (claim.kind !== 'exists')",
  ),
  theorem('unpack lets the name out', 'wants(!free(name, conclusion(t)), ', 'wants(true, '),
  theorem(
    'unpack ignores other hypotheses',
    'wants(text === key || !free(name, h), ',
    'wants(true, ',
  ),
  theorem(
    'unpack keeps the existence out',
    '{ from: [existence, t], drop: [undefined, f.body] }',
    '{ from: [t], drop: [f.body] }',
  ),
  theorem('unpack drops from both', '[undefined, f.body]', '[f.body, f.body]'),
  theorem('holes in equations', 'wants(!occurs(hole, a) && !occurs(hole, b), ', 'wants(true, '),
  theorem(
    'an equation counts twice',
    'return [scale(minusOne, fill(context, a)), fill(context, b)];',
    'return [scale(minusOne, fill(context, a)), fill(context, a)];',
  ),
  theorem(
    'an equation is used backwards',
    'return [scale(minusOne, fill(context, a)), fill(context, b)];',
    'return [fill(context, a), scale(minusOne, fill(context, b))];',
  ),
  theorem(
    'left + right',
    'return [left, scale(minusOne, right), ...differences]',
    'return [left, right, ...differences]',
  ),
  theorem(
    'the rest is not looked at',
    '  if (rest.size > 0) fail(`the two sides differ by',
    '  if (false) fail(`the two sides differ by',
  ),
  theorem(
    'symmetries without hypotheses',
    '[...uses.map((u) => u.equation), ...symmetries]',
    'uses.map((u) => u.equation)',
  ),
  theorem(
    'uses without hypotheses',
    '[...uses.map((u) => u.equation), ...symmetries]',
    '[...symmetries]',
  ),
  theorem(
    'symmetries are read again',
    'const symmetries = list(swaps, copyTheorem);',
    'const symmetries = swaps;',
  ),
  theorem('antisymmetric is symmetric', '? -1n : fail', '? 1n : fail'),
  theorem('no symmetry is one', ": fail('no symmetry')", ': 1n'),
  theorem(
    'a symmetry of a product',
    "if (head === null || r < 2) return fail('a symmetry applies to a single factor');",
    'if (head === null) continue;',
  ),
  theorem('replace in any statement', 'wants(same(fill(left), conclusion(t)), ', 'wants(true, '),
  theorem(
    'replace forgets the equation',
    'fill(right), { from: [eq, t] }',
    'fill(right), { from: [t] }',
  ),
  theorem(
    'differentiate hypotheses',
    '    closed(name, t);\n    wants(!occursRough',
    '    wants(!occursRough',
  ),
  theorem(
    'differentiate inverses',
    'wants(!occursRough(name, f.left, true) && !occursRough(name, f.right, true), ',
    'wants(true, ',
  ),
  theorem('differentiate inverses on the right', ' && !occursRough(name, f.right, true), ', ', '),
  theorem('differentiate at kinks', 'occursRough(name, f.left, true)', 'occursRough(name, f.left)'),
  smooth('means without kinks', 'kinks: inside.some(', 'kinks: false && inside.some('),
  theorem(
    'differentiate one side',
    'equal(derivative(f.left, name, shape), derivative(f.right, name, shape))',
    'equal(derivative(f.left, name, shape), derivative(f.left, name, shape))',
  ),
  theorem('dims leaves hypotheses', 'hypotheses.map((h) => renameDimsIn(h, map))', 'hypotheses'),
  theorem('dims reads the map again', 'const map = mapping(given);', 'const map = given;'),
  theorem(
    'bound names clash',
    'if (!terms.some((t) => occurs(name, t))) return name;',
    'return name;',
  ),
  theorem(
    'onto is one-to-one',
    'equal(times(a, r.term), identity(m))',
    'equal(times(r.term, a), identity(n))',
  ),
  theorem(
    'invertible on one side',
    'and(equal(times(a, b.term), identity(m)), equal(times(b.term, a), identity(n)))',
    'equal(times(a, b.term), identity(m))',
  ),
  theorem(
    'pd of every vector',
    'implies(not(equal(u, zeros([n]))), less',
    'implies(equal(u, zeros([n])), less',
  ),
  theorem('psd is strict', 'form(u), false)', 'form(u), true)'),
  theorem(
    'psd without symmetry',
    'and(equal(a, permute(a, [1, 0])), forall',
    'and(equal(a, a), forall',
  ),
  theorem(
    'everything square is invertible',
    "f.kind === 'is' && f.predicate === 'invertible'",
    "f.kind === 'is'",
  ),
  theorem('reciprocal of any difference', 'nonzero.right.monomials.length === 0, ', 'true, '),
  theorem(
    'reciprocal of what is 0',
    "f.kind === 'not' && f.body.kind === 'equal' ? f.body :",
    "f.kind === 'not' && f.body.kind === 'equal' ? f.body : f.kind === 'equal' ? f :",
  ),
  theorem(
    'a sum of anything vanishes',
    'wants(same(equal(squareOf(term), number(ratio(0n))), conclusion(t)), ',
    'wants(true, ',
  ),
  theorem(
    'squares without premise',
    'equal(term, zeros(term.shape)), { from: [t] }',
    'equal(term, zeros(term.shape))',
  ),
  theorem('negative coefficients', 'wants(coefficient.num > 0n, ', 'wants(true, '),
  theorem('zero coefficients', 'coefficient.num > 0n', 'coefficient.num >= 0n'),
  theorem(
    'strict without reason',
    'wants(!truth(strict) || summands.some(certain), ',
    'wants(true, ',
  ),
  theorem('squares are positive', 'terms.length === 0 && facts.every', 'facts.every'),
  theorem('weak facts are strict', "facts.every((t) => expect(t, 'less').strict)", 'true'),
  theorem('one strict factor is enough', 'facts.every((t) => expect', 'facts.some((t) => expect'),
  theorem(
    'facts the wrong way round',
    'return minus(f.right, f.left);',
    'return minus(f.left, f.right);',
  ),
  theorem(
    'order forgets its facts',
    'less(left, right, strict), { from: summands.flatMap((s) => s.facts) }',
    'less(left, right, strict)',
  ),
  theorem(
    'order takes any rest',
    '  if (rest.size > 0) fail(`the two sides differ from',
    '  if (false) fail(`the two sides differ from',
  ),
  theorem(
    'summands are read again',
    'const summands = copySummands(given);',
    'const summands = given;',
  ),
  theorem(
    'comparable strictly',
    'or(less(a, b, false), less(b, a, true))',
    'or(less(a, b, true), less(b, a, true))',
  ),
  theorem('a ≤ a is absurd', 'wants(f.strict && collect', 'wants(collect'),
  theorem(
    'a < b is absurd',
    'wants(f.strict && collect(minus(f.right, f.left).monomials).size === 0, ',
    'wants(f.strict, ',
  ),
  theorem(
    'equal is less',
    "make('weak', [], less(f.left, f.right, false)",
    "make('weak', [], less(f.left, f.right, true)",
  ),
  theorem(
    'antisymmetry of one direction',
    'wants(same(equal(f.left, f.right), equal(g.right, g.left)), ',
    'wants(true, ',
  ),
  theorem(
    'sums over the basis are strict',
    'less(summed(body.left), summed(body.right), body.strict)',
    'less(summed(body.left), summed(body.right), true)',
  ),
  theorem(
    'sums over the basis the wrong way round',
    'less(summed(body.left), summed(body.right), body.strict)',
    'less(summed(body.right), summed(body.left), body.strict)',
  ),
  theorem(
    'sums over the basis without premise',
    'summed(body.right), body.strict), { from: [t] }',
    'summed(body.right), body.strict)',
  ),
  theorem(
    'sums over the basis from one vector',
    "const { bound, body } = expect(t, 'forall');",
    "const { bound, body } = conclusion(t) as Formula & { kind: 'forall' };",
  ),
  theorem(
    'sums over the basis of any relation',
    "if (body.kind !== 'less') return fail('a sum",
    "if (body.kind !== 'less' && body.kind !== 'equal') return fail('a sum",
  ),
  theorem(
    'the basis of tensors',
    "bound.kind !== 'tensor' || bound.shape.length !== 1",
    "bound.kind !== 'tensor'",
  ),
  theorem(
    'any antecedent makes a coordinate vector',
    "body.kind === 'implies' && same(body.left, isCoordinate",
    "body.kind === 'implies' || same(body, isCoordinate",
  ),
  theorem(
    'coordinate vectors need not add up to 1',
    "equal(contract([e], ['i'], ''), number(one))",
    "equal(contract([e], ['i'], ''), contract([e], ['i'], ''))",
  ),
  theorem(
    'at each of the basis without premise',
    'onEach(body.right, name, n)), { from: [t] }',
    'onEach(body.right, name, n))',
  ),
  theorem(
    'at each of the basis the left side twice',
    'onEach(body.right, name, n)), { from: [t] }',
    'onEach(body.left, name, n)), { from: [t] }',
  ),
  theorem(
    'facts of forged terms',
    'const terms = [...given];\n    terms.forEach(demand);\n    const entry = factNamed',
    'const terms = [...given];\n    const entry = factNamed',
  ),
  theorem('everybody may make theorems', "if (taken) fail('only", "if (false) fail('only"),
  theorem('the power to make theorems stays for the taking', '  taken = true;\n', ''),
  theorem(
    'A B = I of any shapes',
    'wants(a.shape.length === 2 && b.shape.length === 2 && b.shape[0] === inner && b.shape[1] === rows, ',
    'wants(true, ',
  ),
  theorem(
    'A B = I unproved',
    'wants(same(conclusion(t), equal(contract([a, b]',
    'wants(true || same(conclusion(t), equal(contract([a, b]',
  ),
  theorem(
    'thin is fat',
    'less(size(rows), size(inner), false)',
    'less(size(inner), size(rows), false)',
  ),
  theorem(
    'fat is strict',
    'less(size(rows), size(inner), false)',
    'less(size(rows), size(inner), true)',
  ),
  theorem('one-sided inverses of any matrix', 'wants(rows === inner, ', 'wants(true, '),
  theorem(
    'kernels with bound names free',
    'wants(!occurs(name, a) && !occurs(name, b), ',
    'wants(true, ',
  ),
  theorem(
    'bound names free in the first matrix',
    'wants(!occurs(name, a) && !occurs(name, b), ',
    'wants(!occurs(name, b), ',
  ),
  theorem(
    'bound names free in the second matrix',
    'wants(!occurs(name, a) && !occurs(name, b), ',
    'wants(!occurs(name, a), ',
  ),
  theorem(
    'one inclusion of kernels',
    'same(f, wanted(a, b, f.bound)) && same(g, wanted(b, a, g.bound))',
    'same(f, wanted(a, b, f.bound))',
  ),
  theorem(
    'the other inclusion of kernels',
    'same(f, wanted(a, b, f.bound)) && same(g, wanted(b, a, g.bound))',
    'same(g, wanted(b, a, g.bound))',
  ),
  theorem(
    'kernels in different spaces',
    'b.shape.length === 2 && a.shape[1] === b.shape[1], ',
    'b.shape.length === 2, ',
  ),
  theorem(
    'onto is full column rank',
    'equal(rank(a), size(a.shape[0] as Dim))',
    'equal(rank(a), size(a.shape[1] as Dim))',
  ),
  theorem(
    'rank of a tensor',
    "wants(a.shape.length === 2, 'the rank applies",
    "wants(true, 'the rank applies",
  ),
  theorem('theorems that can be changed', '    Object.freeze(this);\n', ''),
  theorem('a class that can be changed', 'Object.freeze(Theorem.prototype);', ''),

  calculus(
    'no product rule',
    'm.factors.map((_, i) => derivativeAt(m, i, x, shape))',
    'm.factors.slice(0, 1).map((_, i) => derivativeAt(m, i, x, shape))',
  ),
  calculus(
    'inverse with the wrong sign',
    'free: [...indices, p, p + 3, ...fresh], coefficient: negative(one)',
    'free: [...indices, p, p + 3, ...fresh], coefficient: one',
  ),
  calculus(
    'reciprocal with the wrong sign',
    'free: [...indices, ...fresh], coefficient: negative(one)',
    'free: [...indices, ...fresh], coefficient: one',
  ),
  calculus(
    'inverse transposed',
    '{ term: inner, on: [...indices, p + 1, p + 2, ...fresh] }',
    '{ term: inner, on: [...indices, p + 2, p + 1, ...fresh] }',
  ),
  calculus(
    'reciprocal not squared',
    '      { term: self, on: indices }, { term: self, on: indices }, { term: inner',
    '      { term: self, on: indices }, { term: inner',
  ),
  calculus(
    'chain rule without raising the order',
    'orders.map((k, i) => (i === j ? k + 1 : k))',
    'orders',
  ),
  calculus(
    'chain rule on the wrong slot',
    '...own.slice(0, place), link, ...own.slice(place)',
    '...own.slice(0, place - 1), link, ...own.slice(place - 1)',
  ),
  calculus(
    'chain rule without parameters',
    '+ params.length + (fn.output === null ? 0 : 1) + before',
    '+ (fn.output === null ? 0 : 1) + before',
  ),
  calculus(
    'derivative of a rank is 0',
    'return fail(`${head.name} has no derivative here`)',
    'return nothing',
  ),
  calculus(
    'variables in arguments are not seen',
    '.functions.includes(name) || head.args.some((a) => occurs(name, a))',
    '.functions.includes(name)',
  ),
  calculus(
    'function names are not seen',
    'head.fn.name === name || madeOfMean',
    'false || madeOfMean',
  ),
  calculus(
    'variables in inverses are not seen',
    '\n  return occurs(name, head.arg);\n',
    '\n  return false;\n',
  ),
  calculus(
    'rough arguments are not seen',
    'return head.args.some((a) => occursRough(name, a, strictly));',
    'return false;',
  ),
  calculus(
    'kinks are not seen',
    "head.kind === 'jet' && !kinked.has(head.fn.name)",
    "head.kind === 'jet'",
  ),
  laws(
    "tanh' without the square",
    "minus(ones(u), times(at('tanh', 0, u), at('tanh', 0, u)))",
    "minus(ones(u), at('tanh', 0, u))",
  ),
  laws("tanh'' with the wrong sign", 'scale(ratio(-2n), times', 'scale(ratio(2n), times'),
  laws(
    "sigmoid' without the square",
    "minus(at('sigmoid', 0, u), times(at('sigmoid', 0, u), at('sigmoid', 0, u)))",
    "minus(at('sigmoid', 0, u), at('sigmoid', 0, u))",
  ),
  laws(
    "sigmoid'' without the two",
    "scale(ratio(2n), times(at('sigmoid', 0, u), at('sigmoid', 1, u)))",
    "times(at('sigmoid', 0, u), at('sigmoid', 1, u))",
  ),
  laws(
    'softplus shifted',
    "[at('softplus', k + 1, u), at('sigmoid', k, u)]",
    "[at('softplus', k, u), at('sigmoid', k, u)]",
  ),
  laws(
    'silu without its argument',
    "[at('silu', 0, u), times(u, at('sigmoid', 0, u))]",
    "[at('silu', 0, u), at('sigmoid', 0, u)]",
  ),
  laws(
    "silu' without the product rule",
    "add(at('sigmoid', 0, u), times(u, at('sigmoid', 1, u)))",
    "times(u, at('sigmoid', 1, u))",
  ),
  laws(
    "exp' is not exp",
    "[at('exp', k + 1, u), at('exp', k, u)]",
    "[at('exp', k + 1, u), ones(u)]",
  ),
  laws(
    'relu not homogeneous',
    "[times(at('relu', 1, u), u), at('relu', 0, u)]",
    "[at('relu', 1, u), at('relu', 0, u)]",
  ),
  laws(
    'leakyrelu not homogeneous',
    "[times(at('leakyrelu', 1, u), u), at('leakyrelu', 0, u)]",
    "[at('leakyrelu', 1, u), at('leakyrelu', 0, u)]",
  ),
  laws(
    'leaky slope idempotent',
    "[at('leakyrelu', 2, u), zero(u)]",
    "[times(at('leakyrelu', 1, u), at('leakyrelu', 1, u)), at('leakyrelu', 1, u)]",
  ),
  laws(
    '|x| is x',
    "[times(at('abs', 0, u), at('abs', 0, u)), times(u, u)]",
    "[at('abs', 0, u), u]",
  ),
  laws('exp of minus u is exp of u', "at('exp', 0, scale(negative(one), u))", "at('exp', 0, u)"),
  laws(
    'softmax is exp without the sum',
    "contract([p, at('exp', 0, u)], ['i', 'j'], 'i')",
    "contract([p, at('exp', 0, u)], ['i', 'i'], 'i')",
  ),
  laws(
    'softmax sums to nothing',
    "[contract([p], ['i'], ''), number(one)]",
    "[contract([p], ['i'], ''), zero(number(one))]",
  ),
  laws(
    'softmax with a diagonal Jacobian',
    "minus(contract([p], ['i'], 'ii'), contract([p, p], ['i', 'j'], 'ij'))",
    "contract([p], ['i'], 'ii')",
  ),
  laws('relu is positive', "['relu', false]", "['relu', true]"),
  theorem(
    'a root of anything',
    "wants(f.left.monomials.length === 0, 'a root is taken",
    "wants(true, 'a root is taken",
  ),
  theorem(
    'a root that is twice itself',
    'equal(product(root(s), root(s)), s)',
    'equal(root(s), s)',
  ),
  theorem(
    'a root at 0 with a slope',
    "if (!f.strict) return make('root'",
    "if (f.strict === null) return make('root'",
  ),
  theorem('slope of the root without the half', 'scale(ratio(1n, 2n), overRoot)', 'overRoot'),
  theorem(
    'curvature of the root without its sign',
    'scale(ratio(-1n, 4n), product(overRoot',
    'scale(ratio(1n, 4n), product(overRoot',
  ),
  theorem(
    'curvature of the logarithm that is its slope',
    'scale(ratio(-1n), product(over, over))',
    'scale(ratio(-1n), over)',
  ),
  calculus(
    'adjugate transposed',
    '{ term: derivative(arg, x, shape), on: [...indices, p + 1, p, ...fresh] }',
    '{ term: derivative(arg, x, shape), on: [...indices, p, p + 1, ...fresh] }',
  ),
  calculus(
    'determinants have derivatives as they are',
    "operation('adj', arg, params), on: [...indices, p, p + 1] }",
    'identity(n), on: [p, p + 1] }',
  ),
  laws('tanh has no meaning', 'table.has(name) || positiveValues.has(name) || meant', 'meant'),
  laws('softmax has no meaning', ' || meant.has(name)', ''),
  formula('quantifiers bind functions with a meaning', ' || hasMeaning(fn.name)', ''),
  algebra(
    'det of a product is a square',
    '[det(square(a)), det(square(b))]',
    '[det(square(a)), det(square(a))]',
  ),
  algebra(
    'det of the transpose is that of the square',
    'equal(det(flipped(square(a))), det(square(a)))',
    'equal(det(product(square(a), square(a))), det(square(a)))',
  ),
  algebra(
    'det of the identity is 0',
    'equal(det(eye(square(a))), number(one))',
    'equal(det(eye(square(a))), zeros([]))',
  ),
  algebra(
    'det of anything is 1',
    'equal(det(eye(square(a))), number(one))',
    'equal(det(square(a)), number(one))',
  ),
  algebra(
    'invertible matrices have determinant 0',
    "implies(is('invertible', square(a)), not(zero))",
    "implies(is('invertible', square(a)), zero)",
  ),
  algebra(
    'singular matrices are invertible',
    "implies(not(zero), is('invertible', square(a)))",
    "implies(zero, is('invertible', square(a)))",
  ),
  algebra(
    'the adjugate is the inverse',
    'const scaled = times(det(m), eye(m));',
    'const scaled = eye(m);',
  ),
  algebra(
    'the adjugate is the matrix, right',
    'equal(product(m, adj(m)), scaled)',
    'equal(product(m, m), scaled)',
  ),
  algebra(
    'the adjugate is the matrix, left',
    'equal(product(adj(m), m), scaled)',
    'equal(product(m, m), scaled)',
  ),
  algebra(
    'Sylvester without the identity',
    'add(eye(product(x, y)), product(x, y))',
    'product(x, y)',
  ),
  algebra(
    'Sylvester of one side',
    'equal(shifted(matrix(a), matrix(b)), shifted(matrix(b), matrix(a)))',
    'equal(shifted(matrix(a), matrix(b)), number(one))',
  ),
  algebra(
    'adjugates of singular matrices by the inverse',
    "implies(is('invertible', square(a)), equal(adj(",
    "and(is('invertible', square(a)), equal(adj(",
  ),
  algebra(
    'adjugates by the inverse alone',
    'equal(adj(square(a)), times(det(square(a)), inverse(square(a))))',
    'equal(adj(square(a)), inverse(square(a)))',
  ),
  algebra(
    'adjugates in the order of the product',
    'product(adj(square(b)), adj(square(a)))',
    'product(adj(square(a)), adj(square(b)))',
  ),
  algebra(
    'adjugates do not turn',
    'equal(adj(flipped(square(a))), flipped(adj(square(a))))',
    'equal(adj(flipped(square(a))), adj(square(a)))',
  ),
  algebra('det of c I is c', 'power(scalar(c), Number(n))', 'power(scalar(c), 1)'),
  algebra(
    'det of every matrix is its sum',
    'equal(det(sized(a, 1)), contract([sized(a, 1)]',
    'equal(det(square(a)), contract([square(a)]',
  ),
  algebra(
    'the size is not looked at',
    'square(a).shape[0] === String(n) ?',
    'square(a).shape.length === 2 ?',
  ),
  algebra(
    'adjugate of a 2×2 matrix by the sum',
    'minus(times(trace(m), eye(m)), m)',
    'add(times(trace(m), eye(m)), m)',
  ),
  algebra(
    'det of a 2×2 matrix with the wrong sign',
    'minus(power(trace(m), 2), trace(product(m, m)))',
    'add(power(trace(m), 2), trace(product(m, m)))',
  ),
  algebra(
    'det of a 3×3 matrix without the mixed term',
    'scale(ratio(-3n), mixed)',
    'scale(ratio(-2n), mixed)',
  ),
  algebra(
    'powers of a Kronecker product swapped',
    '[det(times(det(x), eye(y))), det(times(det(y), eye(x)))]',
    '[det(times(det(x), eye(x))), det(times(det(y), eye(y)))]',
  ),
  algebra(
    'rank of every matrix is its trace',
    'implies(equal(product(square(a), square(a)), square(a)), equal(operation',
    'implies(equal(square(a), square(a)), equal(operation',
  ),
  penrose('a pseudo-inverse is an inverse', 'equal(product(ax, a), a)', 'equal(ax, ax)'),
  penrose('any generalised inverse', 'equal(product(xa, x), x), ', ''),
  penrose('projections need not be symmetric, left', 'isSymmetric(ax), ', ''),
  penrose('projections need not be symmetric, right', ', isSymmetric(xa)', ''),
  penrose(
    'whatever it is',
    'implies(penrose(matrix(a), matrix(x)), equal(matrix(x), operation',
    'implies(equal(matrix(a), matrix(a)), equal(matrix(x), operation',
  ),
  pairing(
    'one place is all places',
    'ones(m, p));',
    "contract([ones(m, p), ones(productDim(m, p))], ['ij', 'r'], 'ij'));",
  ),
  pairing(
    'a place has all pairs',
    'ones(productDim(m, p)));',
    "contract([ones(m, p), ones(productDim(m, p))], ['ij', 'r'], 'r'));",
  ),
  pairing('pairs at one place need not be equal', "'ijijr'", "'ijjir'"),
  pairing(
    'places of one pair need not be equal',
    "contract([pair(m, p)], ['ijr'], 'ijrr')",
    "contract([pair(m, p), ones(productDim(m, p))], ['ijr', 's'], 'ijrs')",
  ),
  pairing('pairs of pairs in another order', "['jkq', 'iqr'], 'ijkr'", "['kjq', 'iqr'], 'ijkr'"),
  pairing(
    'a pair with more than 1',
    "if (m !== '1' && p !== '1') return fail('a dimension 1 is wanted');",
    '',
  ),
  dimension('literals are added', 'number *= value', 'number += value'),
  dimension('names in any order', '...names.sort()', '...names'),
  dimension('products that are not in their form', ' && productDim(d) === d', ''),
  {
    name: 'a product is renamed as a whole',
    file: 'rename.ts',
    from: 'productDim(...factorsOf(d).map((f) => {',
    to: 'productDim(...[d].map((f) => {',
  },
  seal(
    'pairs of a nonzero term',
    "if (head.kind === 'operation' && head.name === 'pair' && head.arg.monomials.length > 0) fail",
    'if (false) fail',
  ),
  seal('pseudo-inverses keep their shape', "name === 'pinv' ? [p, m]", "name === 'pinv' ? of"),
  calculus(
    'adjugates move with one part alone',
    'splice(skeleton, [place(adj, a, b), place(inner, b, a, fresh), place(inv, i, j)]),',
    'splice(skeleton, [place(adj, a, b), place(inner, a, b, fresh), place(inv, i, j)]),',
  ),
  calculus(
    'adjugates move the other way',
    'splice({ ...skeleton, coefficient: negative(one) }, [place(adj, i, a)',
    'splice(skeleton, [place(adj, i, a)',
  ),
  small(
    'facts of rectangles',
    'a.shape.length === 2 && a.shape[0] === a.shape[1] ? a',
    'a.shape.length === 2 ? a',
  ),
  small(
    'facts of tensors',
    "a && a.shape.length === 2 ? a : fail('a matrix",
    "a ? a : fail('a matrix",
  ),
  calculus(
    'replacement of another shape',
    'if (by.term.shape.join() !== wanted.join())',
    'if (false)',
  ),
  calculus('lambda with a name twice', 'if (new Set(by.x).size !== by.x.length)', 'if (false)'),
  calculus(
    'lambda that is not smooth',
    'if (!isPlainMean && by.x.some(',
    'if (false && by.x.some(',
  ),
  calculus(
    'lambda with clashing names',
    'if (args.some((arg) => by.x.some((x) => occurs(x, arg))))',
    'if (false)',
  ),
  calculus(
    'lambda differentiated once too little',
    'for (let k = 0; k < (orders[j] ?? 0); k++)',
    'for (let k = 1; k < (orders[j] ?? 0); k++)',
  ),
  calculus(
    'family after parameters',
    'if (family === 0 || added === 0) return term;',
    'return term;',
  ),

  formula(
    'relations of different shapes',
    'if (a.shape.join() !== b.shape.join()) fail(`a relation',
    'if (false) fail(`a relation',
  ),
  formula(
    'matrices compared',
    "if (left.shape.length > 0) fail('only scalars",
    "if (false) fail('only scalars",
  ),
  formula('forged formulas', 'made.has(f) ? f : fail(', 'f ? f : fail('),
  formula('bound variables captured', 'if (occurs(boundName(b), value)) fail', 'if (false) fail'),
  formula(
    'bound variables replaced',
    'if (boundName(b) === name || !free(name, body)) return body;',
    'if (!free(name, body)) return body;',
  ),
  formula(
    'bound names are free',
    'return boundName(f.bound) !== name && free(name, f.body);',
    'return free(name, f.body);',
  ),
  formula(
    'nothing is free under a quantifier',
    'return boundName(f.bound) !== name && free(name, f.body);',
    'return false;',
  ),
  formula(
    'free on the left only',
    'return occurs(name, f.left) || occurs(name, f.right);',
    'return occurs(name, f.left);',
  ),
  formula(
    'free in one part only',
    'return free(name, f.left) || free(name, f.right);',
    'return free(name, f.right);',
  ),
  formula('strict is written like weak', "f.strict ? '<' : '<='", "f.strict ? '<=' : '<='"),
  formula(
    'all predicates are written alike',
    'return `${f.predicate} ${writeTerm(f.subject)}`',
    'return `is ${writeTerm(f.subject)}`',
  ),
  formula(
    'quantifiers are written alike',
    'return `${f.kind} ${b.kind} ${boundName(b)}',
    'return `Q ${b.kind} ${boundName(b)}',
  ),
  formula('quantifiers without shape', ':${what}{${write(f.body)}}`', '{${write(f.body)}}`'),
  formula(
    'connectives are written alike',
    'return `${f.kind}{${write(f.left)}}',
    'return `C{${write(f.left)}}',
  ),
  formula('negation is not written', 'return `~{${write(f.body)}}`', 'return `${write(f.body)}`'),
  theorem(
    'numbers renamed',
    'wants(isDimName(from) && isDim(to), ',
    'wants((isDimName(from) || isDim(from)) && isDim(to), ',
  ),
  theorem('renamed to anything', 'wants(isDimName(from) && isDim(to), ', 'wants(isDimName(from), '),
  formula('bounds not renamed', '{ ...b, shape: b.shape.map(d) }', '{ ...b }'),

  write(
    'texts of heads are kept whatever the labels',
    'if (labels !== undefined || !isKnownHead(head)) return',
    'if (!isKnownHead(head)) return',
  ),
  write(
    'texts of terms are kept whatever the labels',
    'if (labels !== undefined || !isSealed(term)) return',
    'if (!isSealed(term)) return',
  ),
  seal(
    'factors from outside are taken',
    "const kept = heads.found(head) ?? fail('a factor of no term that the kernel made');",
    'const kept = heads.found(head) ?? ({} as Kept);',
  ),
  seal('heads are known before they were checked', 'checkHead(head); heads.mark', 'heads.mark'),
  write(
    'orders are not checked',
    'if (!isPermutation(order, factors.length)) fail',
    'if (false) fail',
  ),
  write(
    'readings are not checked',
    'if (!isPermutation(reading, slotDims(head).length)) fail',
    'if (false) fail',
  ),
  write(
    'labels are read again',
    'label.order ? [...label.order] :',
    'label.order ? label.order as number[] :',
  ),
  write(
    'readings are read again',
    'const reading = [...given];',
    'const reading = given as number[];',
  ),
  write('any slots of a jet', 'if (fixed && inBlocks) return 1n;', 'return 1n;'),
  write('fixed slots of a jet', 'if (fixed && inBlocks) return 1n;', 'if (inBlocks) return 1n;'),
  write(
    'slots of different arguments',
    'if (fixed && inBlocks) return 1n;',
    'if (fixed) return 1n;',
  ),
  write(
    'any swap under a symmetry',
    'const sign = swapped ? symmetries.get(text) : undefined;',
    'const sign = symmetries.get(text);',
  ),
  write(
    'swaps without symmetry',
    'return sign ?? fail(`no symmetry',
    'return sign ?? 1n; fail(`no symmetry',
  ),
  write(
    'signs of swaps are lost',
    'const c = sign === 1n ? monomial.coefficient :',
    'const c = true ? monomial.coefficient :',
  ),
  write(
    'signs of swaps are counted by the first',
    'if (swapSign(head, text, reading, symmetries) === -1n) sign = sign === 1n ? -1n : 1n;',
    'swapSign(head, text, reading, symmetries);',
  ),
  write('powers of dimensions', '.map((d) => `${d}^${powers[d]}`)', '.map((d) => d)'),
  write('orders of jets', 'return `D${orders.join', 'return `D${[].join'),
  write('names of functions', 'const symbol = `${fn.name}${', 'const symbol = `${'),
  write('functions with kinks', "${fn.kinks ? '~' : ''}<", '<'),
  write('arguments of functions', "(${args.map(arg).join(' ; ')})", '()'),
  write('coefficients inside arguments', '`${ratioText(c)} ${text}`', 'text'),
  write(
    'argument of an inverse',
    "'rec'}[${head.params.join(',')}](${arg(head.arg, 0)})`",
    "'rec'}[${head.params.join(',')}]()`",
  ),
  write('names of scalars', 'return `${head.name}![', 'return `!['),
  write('names of variables', 'return `${head.name}:${head.shape', 'return `:${head.shape'),
  write('coefficients of equal graphs', 'plus(sum.get(text) as Ratio, c) : c;', 'c : c;'),

  graph('wires of different dimensions joined', 'if (dims[a] !== dims[b]) fail', 'if (false) fail'),
  graph(
    'loops are 1',
    'if (value === null) addPower(powers, d, 1);',
    'if (value === null) addPower(powers, d, 0);',
  ),
  graph(
    'literal loops are 1',
    'else coefficient = times(coefficient, ratio(value));\n    }\n  }\n  return',
    'else void value;\n    }\n  }\n  return',
  ),
  graph('coefficients are lost', 'coefficient = times(coefficient, monomial.coefficient);', ''),
  graph(
    'powers are lost',
    'for (const d of Object.keys(monomial.powers)) addPower(',
    'for (const d of [] as string[]) addPower(',
  ),
  graph(
    'equal graphs are not added',
    '{ ...monomial, coefficient: plus(before.coefficient, monomial.coefficient) }',
    'monomial',
  ),
  graph(
    'pieces are read again',
    'const pieces = list(plugged, (p) => copyPiece(p, skeleton.wires.length));',
    'const pieces = plugged;',
  ),
  graph(
    'skeletons are read again',
    'const skeleton = copySkeleton(given);',
    'const skeleton = { coefficient: one, powers: noPowers(), ...given };',
  ),
  graph(
    'sums of different shapes',
    'if (!terms.every((t) => t.shape.length === shape.length',
    'if (false && !terms.every((t) => t.shape.length === shape.length',
  ),

  seal('the way texts are made is set again', 'if (makers.has(what)) fail', 'if (false) fail'),
  seal('terms of anybody', 'if (!sealed.has(term)) fail', 'if (false) fail'),
  seal(
    'names with signs',
    "export const isName = (x: unknown): x is string => typeof x === 'string' && name.test(x);",
    "export const isName = (x: unknown): x is string => typeof x === 'string';",
  ),
  {
    name: 'dimensions with signs',
    file: 'indices.ts',
    from: 'const plain = /^[\\p{L}_#][^\\s:,;(){}<>|[\\]+^!~*-]*$/u;',
    to: 'const plain = /^[\\p{L}_#].*$/u;',
  },
  {
    name: 'inherited names',
    file: 'powers.ts',
    from: 'Object.create(null) as Powers',
    to: '({}) as Powers',
  },
  {
    name: 'inherited parts',
    file: 'entry.ts',
    from: 'Object.hasOwn(x, key)',
    to: 'true',
  },
  {
    name: 'texts of any type',
    file: 'entry.ts',
    from: "typeof x === 'string' ? x : wrong('a text', x)",
    to: 'x as string',
  },
  {
    name: 'numerators of any type',
    file: 'entry.ts',
    from: "typeof x === 'bigint' ? x : wrong('a bigint', x)",
    to: 'x as bigint',
  },
  {
    name: 'orders of any type',
    file: 'entry.ts',
    from: "typeof x === 'number' && Number.isSafeInteger(x) ? x : wrong('a whole number', x)",
    to: 'x as number',
  },
  {
    name: 'yes and no of any type',
    file: 'entry.ts',
    from: "typeof x === 'boolean' ? x : wrong('a yes or no', x)",
    to: 'x as boolean',
  },
  {
    name: 'lists are kept',
    file: 'entry.ts',
    from: 'return copy.map((v) => each(v));',
    to: 'copy.forEach((v) => void each(v)); return x as T[];',
  },
  {
    name: 'maps are kept',
    file: 'entry.ts',
    from: 'return new Map(pairs);',
    to: 'return x as Map<string, string>;',
  },
  {
    name: 'facts that can be changed',
    file: 'facts/fact.ts',
    from: 'Object.freeze([name, Object.freeze(fact)] as const)',
    to: '[name, fact] as const',
  },
  theorem('inherited premises', 'own(premises, key)', 'premises[key]'),
  seal(
    'inverses of non-square matrices',
    'if (!same(head.arg.shape, wanted)) fail',
    'if (false) fail',
  ),
  seal(
    'arguments of other shapes',
    'if (!same(arg.shape, input === null',
    'if (false && !same(arg.shape, input === null',
  ),
  seal('broken orders', 'if (!orders.every((k) => k >= 0)) fail', 'if (false) fail'),
  seal(
    'too few arguments',
    'if (args.length !== fn.inputs.length || orders.length !== args.length) fail',
    'if (false) fail',
  ),
  seal('scalars of other shapes', "if (head.kind === 'operation' && !same", 'if (false && !same'),
  seal(
    'determinants of rectangles',
    "if ((name === 'det' || keepsShape(name)) &&",
    'if (keepsShape(name) &&',
  ),
  seal(
    'adjugates of rectangles',
    "if ((name === 'det' || keepsShape(name)) &&",
    "if (name === 'det' &&",
  ),
  seal(
    'determinants of anything with equal ends',
    '(of.length !== 2 || of[0] !== of[1])',
    '(of[0] !== of[1])',
  ),
  seal(
    'terms that can be changed',
    '{ shape: Object.freeze(shape), monomials: Object.freeze(monomials) }',
    '{ shape, monomials }',
  ),
  seal('heads that can be changed', 'return Object.freeze(head);', 'return head;'),
  seal('shapes are kept', 'const shape = texts(givenShape);', 'const shape = givenShape;'),

  {
    name: 'a literal renaming is 1',
    file: 'rename.ts',
    from: ': { coefficient: power(ratio(value), k), powers: noPowers() }',
    to: ': { coefficient: one, powers: noPowers() }',
  },
  {
    name: 'merged powers overwrite',
    file: 'rename.ts',
    from: 'addPower(powers, d, k);\n  return { coefficient',
    to: 'powers[d] = k;\n  return { coefficient',
  },
  {
    name: 'an index keeps its number',
    file: 'rename.ts',
    from: 'name: member(h.name, by) ?? h.name',
    to: 'name: h.name',
  },
  {
    name: 'l+1 is l in a number',
    file: 'rename.ts',
    from: '[{ coefficient: one, powers: onePower(at.name, 1) }, offset]',
    to: '[{ coefficient: one, powers: onePower(at.name, 1) }]',
  },
  {
    name: 'indices are not added',
    file: 'indices.ts',
    from: 'offset: to.offset + at.offset }',
    to: 'offset: to.offset }',
  },
  {
    name: 'wires keep their dimension',
    file: 'rename.ts',
    from: 'wires: m.wires.map((d) => dimBy(d, by))',
    to: 'wires: [...m.wires]',
  },
  {
    name: 'negative denominators',
    file: 'ratio.ts',
    from: 'gcd(num, den) * (den < 0n ? -1n : 1n)',
    to: 'gcd(num, den)',
  },
  {
    name: 'sums of numerators',
    file: 'ratio.ts',
    from: 'a.num * b.den + b.num * a.den',
    to: 'a.num + b.num',
  },
  {
    name: 'negative powers',
    file: 'ratio.ts',
    from: 'ratio(base.den ** k, base.num ** k)',
    to: 'ratio(base.num ** k, base.den ** k)',
  },
  means(
    'means are forgotten',
    'const parts: Term[] = mean ? [joined',
    'const parts: Term[] = false ? [joined',
  ),
  means(
    'Gaussians share entries',
    "if (x.law.kind === 'normal') return others.map((i) => [i]);",
    '',
  ),
  lawsOf('the fourth cumulant is the moment', 'scale(ratio(-3n), ', 'scale(ratio(0n), '),
  lawsOf('signs have one cumulant', 'times(ratio(-binomial), ', 'times(ratio(0n), '),
  lawsOf(
    'moments that nobody declared',
    '?? fail(`moment ${k} of ${name}, which is not declared`)',
    '?? number(ratio(0n))',
  ),
  means('entries are not joined', 'axis < axes; axis++', 'axis < 0; axis++'),
  means(
    'families are not joined',
    '[[at, second as number, x.family]]',
    '[[at, second as number, 0]]',
  ),
  means('covariance from one entry', 'to[x.family] as number] }]', 'from[x.family] as number] }]'),
  means(
    'coefficients of means are lost',
    'coefficient: m.coefficient, powers: m.powers }, [{ term: graph',
    'powers: m.powers }, [{ term: graph',
  ),
  means('labels name factors by something other than a number', 'Number.isInteger(i) && ', ''),
  means(
    'graphs that labels may change',
    'Object.freeze({ ...m, coefficient: one',
    '({ ...m, coefficient: one',
  ),
  lawsOf(
    'laws of any shape',
    'if (!shapes.some((s) => s.join() === t.shape.join())) fail',
    'if (false) fail',
  ),
  lawsOf('moments beyond the fourth', 'if (law.central.length > 3) fail', 'if (false) fail'),
  lawsOf('random laws', 'if (names.some((n) => occurs(n, t))) fail', 'if (false) fail'),
  means(
    'two variables of one name',
    'if (new Set(names).size !== names.length) fail',
    'if (false) fail',
  ),
  flips('relu keeps all', 'coefficient = times(coefficient, ratio(1n, 2n));', ''),
  flips(
    'odd powers too',
    'if (!even || relu.length === 0) return fail',
    'if (relu.length === 0) return fail',
  ),
  flips('odd in the sign', 'if (relu.length === 0 && even) return null;', ''),
  flips(
    'any law is symmetric',
    "if (law.kind === 'independent' || (law.kind === 'normal' && law.mean.monomials.length > 0)) fail",
    'if (false) fail',
  ),
  flips(
    'independent entries are symmetric',
    "if (law.kind === 'independent' || (law.kind",
    'if ((law.kind',
  ),
  flips(
    'shifted laws are symmetric',
    " || (law.kind === 'normal' && law.mean.monomials.length > 0)) fail",
    ') fail',
  ),
  flips(
    'equal rows are distinct',
    'const every = partitions([...rowWires], dim);',
    'const every = [[...rowWires].map((w) => [w])];',
  ),
  flips('the square of a sign is 1', 'if (power.length === 0) pieces.push(variesAt(head, x));', ''),
  flips('a sign of the spread alone', 'contract([sign, sign], [names, names], names)', 'sign'),
  flips(
    'a spread that forgets an index',
    'factors.some(({ slots }) => slots.includes',
    'factors.every(({ slots }) => slots.includes',
  ),
  flips('no inversion', '(block.length % 2 === 1 ? 1n : -1n)', '1n'),
  flips(
    'different functions of a row',
    'if (!here.every(same)) return fail',
    'if (false) return fail',
  ),
  flips(
    'kinks that may be met',
    "if (head.orders[0] === 1 && (x.law.kind !== 'normal' || pending",
    "if (false && (x.law.kind !== 'normal' || pending",
  ),
  flips('kinks of signs', "(x.law.kind !== 'normal' || pending.some", '(pending.some'),
  flips(
    'kinks under another mean',
    "if (head.orders[0] === 1 && (x.law.kind !== 'normal' || pending.some((n) => n !== x.name && occurs(n, arg)))) fail",
    "if (head.orders[0] === 1 && x.law.kind !== 'normal') fail",
  ),
  flips('relu of a nonlinear term', 'if (!only || own.length > 1 || others', 'if (!only || others'),
  flips('arguments that are shifted', 'if (!only || own.length > 1 ', 'if (own.length > 1 '),
  flips(
    'second derivatives of kinks',
    ' || (head.orders[0] as number) > 1) return fail',
    ') return fail',
  ),
  flips(
    'correlated entries are flipped alone',
    'law.variance.shape.length === 0);\n\n/** Every',
    'law.variance.shape.length >= 0);\n\n/** Every',
  ),
  smooth(
    'by parts under any law',
    "if (x.law.kind !== 'normal') return fail(`the mean of ${x.name} times",
    'if (false) return fail(`the mean of ${x.name} times',
  ),
  smooth(
    'functions of a term that is not affine',
    'return occurs(x.name, slope) ? fail',
    'return false ? fail',
  ),
  smooth(
    'by parts without the mean',
    '{ term: meanTerm(x), on: own }]',
    '{ term: zeros(x.shape), on: own }]',
  ),
  smooth(
    'functions at 0',
    "substitute(arg, x.name, { kind: 'term', term: mean })",
    "substitute(arg, x.name, { kind: 'term', term: zeros(x.shape) })",
  ),
  smooth('one function for all laws', '[...l, ...lawTerms(x.law)]', '[...l]'),
  smooth('laws are symmetric', "law.kind === 'independent' ? [linear] : [linear,", '[linear,'),
  smooth('laws move with their mean', '[law.mean, ...law.central]', 'law.central'),
  smooth('moments tell the law', "x.law.kind === 'independent' ? x.name : ''", "''"),
  smooth('one function for all kinds of law', 'x.law.kind, x.shape.join()', 'x.shape.join()'),
  smooth('one function for all maps', '[...l, ...lawTerms(x.law)]', '[...lawTerms(x.law)]'),
  meanName('what a mean depends on is hidden', 'variables.set(head.name, head.shape);', ''),
  meanName(
    'dimensions that a mean depends on are hidden',
    'for (const d of Object.keys(m.powers)) sizes.add(d);',
    '',
  ),
  closed('exp of a mean', 'scale(ratio(1n, 2n), spread)', 'scale(ratio(0n), spread)'),
  closed('the whole variance', 'ratio(1n, 2n), spread', 'ratio(1n), spread'),
  closed('exp of any law', "x.law.kind !== 'normal' || !inside.every", '!inside.every'),
  closed(
    'correlated entries as one',
    '[own + family + i, own + family + j, i + j]',
    '[own + family + i, own + family + i, i + i]',
  ),
  closed('even functions are odd', 'flips % 2 === 1', 'flips > 0'),
  closed('derivatives do not flip', 'sum + 1 + ((head as Jet).orders[0] as number)', 'sum + 1'),
  closed('off the centre', 'return centre.monomials.length === 0;', 'return true;'),
  closed(
    'every law is symmetric',
    "law.kind === 'normal' || law.kind === 'rademacher';",
    'law.kind.length > 0;',
  ),
  closed('det of a matrix that is not centred', 'law.mean.monomials.length === 0 && ', ''),
  closed('det of a sum', 'others.length === 0 && ', ''),
  closed('det of a product', 'rest.length === 0 && factor', 'factor'),
  closed('a power of det', 'more.length > 0 || only.head.kind', 'only.head.kind'),
  closed('softmax weighed', '&& uses(slots[0] as number) === 1', ''),
  closed(
    'derivatives of softmax sum to 1',
    'if ((summed.head as Jet).orders.some((k) => k > 0)) return nothing(m);',
    '',
  ),
  meanName(
    'arguments in another order than the key',
    '...order.map((n) =>',
    '...[...variables.keys()].map((n) =>',
  ),
  meanName(
    'all variables are one',
    'variable(`$${k + 1}`, shapeOf(name))',
    'variable(`$`, shapeOf(name))',
  ),
  smooth(
    'arguments at different indices',
    '(linear[j] as Term).monomials.length > 0)).size > 1) fail',
    '(linear[j] as Term).monomials.length > 0)).size > 9) fail',
  ),
  smooth(
    'products of functions of one symbol',
    "inside.map((f) => symbolOf(f.head)).join(' . '), params",
    'symbolOf(only.head), params',
  ),
  smooth(
    'a product is its first function',
    'const gone = new Set(inside.map((f) => f.factor));',
    'const gone = new Set([only.factor]);',
  ),
  smooth(
    'products of vectors',
    'fn.output !== null || fn.family.length + params.length > 0',
    'fn.family.length + params.length > 0',
  ),
  meanName(
    'tensors are matrices',
    "if (head.kind !== 'variable' || head.shape.length > 2) return fail",
    "if (head.kind !== 'variable') return fail",
  ),
  meanName(
    'matrices are forgotten',
    "{ input: productDim(m, n), term: contract([pair(m, n), term], ['ijr', 'ij'], 'r') }",
    '{ input: null, term: dimension(m) }',
  ),
  meanName(
    'matrices are their diagonals',
    "contract([pair(m, n), term], ['ijr', 'ij'], 'r')",
    "contract([pair(m, n), term], ['ijr', 'ii'], 'r')",
  ),
  smooth('correlated entries are alike', ' || (places.length === 2 && !alike(axis))', ''),
  smooth(
    'entries with factors are alike',
    'm.factors.some((f) => f.slots.includes(w)) || places',
    'places',
  ),
  layers('layers that share a weight', '    demandMembers(path.next, family, running);\n', ''),
  layers(
    'a layer next to the product',
    'for (const t of [term, path.start]) demandMembers(t, family, null);',
    'for (const t of [path.start]) demandMembers(t, family, null);',
  ),
  layers(
    'a first member that is random',
    'for (const t of [term, path.start]) demandMembers(t, family, null);',
    'for (const t of [term]) demandMembers(t, family, null);',
  ),
  layers('the product at two places', '  demandMembers(term, path.name, indexText(end));\n', ''),
  layers(
    'a layer that follows from earlier ones',
    '  demandMembers(path.next, path.name, before);\n',
    '',
  ),
  layers(
    'a first member that follows from others',
    '  demandMembers(path.start, path.name, null);\n',
    '',
  ),
  layers(
    'laws that are random',
    'for (const p of lawTerms(x.law)) demandMembers(p, family, null);',
    ';',
  ),
  layers(
    'laws whose mean is random',
    "law.kind === 'normal' ? [law.mean, law.variance]",
    "law.kind === 'normal' ? [law.variance]",
  ),
  layers('laws whose moments are random', ': [law.mean, ...law.central];', ': [law.mean];'),
  layers(
    'layers of any index',
    'found && found.at.name === running && found.at.offset === 0 ? found.family',
    'found ? found.family',
  ),
  layers('layers at a shifted index', ' && found.at.offset === 0 ? ', ' ? '),
  layers('a family as one tensor', 'head.name === family || (readMember', '(readMember'),
  layers(
    'functions of the product',
    "    if (head.kind !== 'variable') for (const inner of head.kind === 'jet' ? head.args : [head.arg]) demandMembers(inner, family, null);\n    else if",
    "    if (head.kind === 'variable') if",
  ),
  layers(
    'functions of the product at its place',
    'demandMembers(inner, family, null);',
    'demandMembers(inner, family, index);',
  ),
  layers(
    'products that begin nowhere',
    "  if (!Number.isInteger(path.from) || path.from < 1) fail('layers that begin at no positive number');\n",
    '',
  ),
  layers('laws of one layer for all', ' law: lawAt(x.law, index) });', ' law: x.law });'),
  layers(
    'shapes of one layer for all',
    'shape: x.shape.map((d) => renameDim(d, new Map([[running, index]]))), law',
    'shape: x.shape, law',
  ),
  layers(
    'one layer too few is counted',
    'for (let k = last; k >= path.from; k--)',
    'for (let k = last; k > path.from; k--)',
  ),
  layers(
    'the mean of a product is the product of means',
    '    m.factors.forEach((f, i) => void (f.slots.some((w) => touched.has(w)) && mine.add(i)));\n',
    '    break;\n',
  ),
  layers(
    'the coefficient is lost',
    '[...pieces(false), { term: mean, on: open }], m',
    '[...pieces(false), { term: mean, on: open }], { coefficient: one, powers: {} }',
  ),
  layers(
    'the constant factors are lost',
    '[...pieces(false), { term: mean, on: open }]',
    '[{ term: mean, on: open }]',
  ),
  layers(
    'sequences begin one layer late',
    'start: first(at(part, `${path.from - 1}`)), next });',
    'start: first(at(part, `${path.from - 1}`)), next: at(next, `${running}+1`) });',
  ),
  layers(
    'one mean for all polynomials',
    'const own = known.get(text) ?? {',
    'const own = [...known.values()][0] ?? {',
  ),
  layers(
    'means of the same index',
    'const next = replaced(mean(part, running), before, new Map([[running, `${running}+1`]]));',
    'const next = at(replaced(mean(part, running), before, new Map([[running, `${running}+1`]])), `${running}+1`);',
  ),
  layers(
    'a layer where there may be none',
    'path.from === 1 && end.offset >= 0 ? withoutPassing',
    'end.offset >= -1 ? withoutPassing',
  ),
  layers(
    'a layer before the first',
    'path.from === 1 && end.offset >= 0 ? withoutPassing',
    'path.from === 1 ? withoutPassing',
  ),
  layers(
    'means that others follow from are passed over',
    'sequences.filter(({ name }) => !sequences.some((s) => occurs(`${name}[${before}]`, s.next)));',
    'sequences.filter(({ name }) => !sequences.some((s) => s.name !== name && occurs(`${name}[${before}]`, s.next)));',
  ),
  norms(
    'norms are positive',
    'statement: (a) => notNegative(norm(matrix(a))) }]',
    'statement: (a) => positive(norm(matrix(a))) }]',
  ),
  norms(
    'the norm bounds once',
    'atMost(stretched(matrix(a), vector(v, columns(a))), mul(norm(matrix(a)), norm(matrix(a)), dot(v as never, v as never)))',
    'atMost(stretched(matrix(a), vector(v, columns(a))), mul(norm(matrix(a)), dot(v as never, v as never)))',
  ),
  norms(
    'the norm is attained twice over',
    'equal(stretched(matrix(a), v), mul(norm(matrix(a)), norm(matrix(a)))))) }],\n  //  0',
    'equal(stretched(matrix(a), v), norm(matrix(a))))) }],\n  //  0',
  ),
  norms(
    'any number bounds the norm',
    "every('v#', [columns(a)], [matrix(a), scalar(s)], (v) => atMost(stretched(matrix(a), v), mul(scalar(s), scalar(s), dot(v, v))))]",
    'notNegative(scalar(s))]',
  ),
  norms(
    'a form without its second vector',
    "mul(norm(matrix(a)), norm(matrix(a)), dot(u, u), dot(v, v)));\n  } }],\n  ['norm of the transpose'",
    "mul(norm(matrix(a)), norm(matrix(a)), dot(u, u)));\n  } }],\n  ['norm of the transpose'",
  ),
  norms(
    'norms add up',
    'atMost(norm(add(matrix(a), matrix(b))), add(norm(matrix(a)), norm(matrix(b))))',
    'equal(norm(add(matrix(a), matrix(b))), add(norm(matrix(a)), norm(matrix(b))))',
  ),
  norms(
    'norms multiply',
    'atMost(norm(product(matrix(a), matrix(b))), mul(norm(matrix(a)), norm(matrix(b))))',
    'equal(norm(product(matrix(a), matrix(b))), mul(norm(matrix(a)), norm(matrix(b))))',
  ),
  norms(
    'norms of negative multiples',
    "['norm of a multiple', { source: book, statement: (s, a) => equal(norm(times(scalar(s), matrix(a))), mul(valueOf('abs', scalar(s)), ",
    "['norm of a multiple', { source: book, statement: (s, a) => equal(norm(times(scalar(s), matrix(a))), mul(scalar(s), ",
  ),
  norms(
    'every multiple is positive',
    'implies(notNegative(scalar(s)), equal(norm(times',
    'implies(notNegative(norm(matrix(a))), equal(norm(times',
  ),
  norms(
    'the norm of the negative is negative',
    'equal(norm(negated(matrix(a))), norm(matrix(a)))',
    'equal(norm(negated(matrix(a))), negated(norm(matrix(a))))',
  ),
  norms(
    'a quadratic form is at most the norm',
    'mul(norm(square(a)), dot(v, v))]',
    'norm(square(a))]',
  ),
  norms(
    'Frobenius norms by the spectral norms alone',
    'atMost(whole, mul(left, left, frobenius(matrix(b))))',
    'atMost(whole, mul(left, left, right, right))',
  ),
  norms(
    'Frobenius norms by the other spectral norm',
    'atMost(whole, mul(right, right, frobenius(matrix(a)))))',
    'atMost(whole, mul(right, frobenius(matrix(a)))))',
  ),
  norms(
    'Gram matrices have the norm of the matrix',
    'equal(norm(product(flipped(matrix(a)), matrix(a))), mul(norm(matrix(a)), norm(matrix(a))))',
    'equal(norm(product(flipped(matrix(a)), matrix(a))), norm(matrix(a)))',
  ),
  norms(
    'outer products have the norm of one vector',
    'equal(mul(norm(outer), norm(outer)), mul(dot(u, u), dot(v, v)))',
    'equal(mul(norm(outer), norm(outer)), dot(u, u))',
  ),
  norms(
    'the identity has the norm of its size',
    'equal(norm(eye(square(a))), number(one))',
    'equal(norm(eye(square(a))), trace(eye(square(a))))',
  ),
  norms(
    'everything is an isometry',
    'implies(equal(product(flipped(matrix(u)), matrix(u)), identity(columns(u))), equal(norm(product',
    'implies(equal(matrix(u), matrix(u)), equal(norm(product',
  ),
  norms(
    'the Frobenius norm is the spectral norm',
    'and(atMost(squared, frobenius(matrix(a))), atMost(frobenius(matrix(a)), mul(rank(matrix(a)), squared)))',
    'and(atMost(squared, frobenius(matrix(a))), atMost(frobenius(matrix(a)), squared))',
  ),
  norms(
    'the norm is the largest eigenvalue',
    'or(equal(norm(square(a)), lambda(1, square(a))), equal(norm(square(a)), lambda(1, negated(square(a)))))',
    'or(equal(norm(square(a)), lambda(1, square(a))), equal(norm(square(a)), lambda(1, square(a))))',
  ),
  norms(
    'norms of inverses by the norm',
    'mul(norm(inverse(square(a))), sigmaMin(square(a)))',
    'mul(norm(inverse(square(a))), norm(square(a)))',
  ),
  norms(
    'smallest singular values are positive',
    'notNegative(sigmaMin(matrix(a)))',
    'positive(sigmaMin(matrix(a)))',
  ),
  norms(
    'wide matrices are bounded below',
    'implies(atMost(size(columns(a)), size(rows(a))), atMost(mul(sigmaMin',
    'implies(atMost(size(rows(a)), size(rows(a))), atMost(mul(sigmaMin',
  ),
  norms(
    'the smallest singular value is the largest',
    'atMost(sigmaMin(matrix(a)), norm(matrix(a))) }]',
    'atMost(norm(matrix(a)), sigmaMin(matrix(a))) }]',
  ),
  norms(
    'full rank on one side',
    "implies(some, or(is('onto', matrix(a)), is('one-to-one', matrix(a))))",
    "implies(some, is('onto', matrix(a)))",
  ),
  norms(
    'positive without full rank',
    "implies(is('onto', matrix(a)), some)",
    "implies(is('onto', eye(matrix(a))), some)",
  ),
  norms(
    'duality of the spectral norm with itself',
    'mul(norm(matrix(a)), nuclear(matrix(b)))',
    'mul(norm(matrix(a)), norm(matrix(b)))',
  ),
  norms(
    'nuclear norms add up',
    'atMost(nuclear(add(matrix(a), matrix(b))), add',
    'equal(nuclear(add(matrix(a), matrix(b))), add',
  ),
  norms(
    'nuclear norms of negative multiples',
    "equal(nuclear(times(scalar(s), matrix(a))), mul(valueOf('abs', scalar(s)), ",
    'equal(nuclear(times(scalar(s), matrix(a))), mul(scalar(s), ',
  ),
  norms(
    'the nuclear norm is the spectral norm',
    'atMost(nuclear(matrix(a)), mul(rank(matrix(a)), norm(matrix(a))))',
    'atMost(nuclear(matrix(a)), norm(matrix(a)))',
  ),
  norms(
    'the nuclear norm is the Frobenius norm',
    'atMost(squared, mul(rank(matrix(a)), frobenius(matrix(a))))',
    'atMost(squared, frobenius(matrix(a)))',
  ),
  norms(
    'nuclear norms of every square matrix',
    "implies(is('psd', square(a)), equal(nuclear",
    'implies(equal(square(a), square(a)), equal(nuclear',
  ),
  eigen(
    'the largest eigenvalue without the length',
    'mul(lambda(1, square(a)), dot(v, v)))',
    'lambda(1, square(a)))',
  ),
  eigen(
    'eigenvalues rise',
    'atMost(lambda(whole(k) + 1, square(a)), lambda(whole(k), square(a)))',
    'atMost(lambda(whole(k), square(a)), lambda(whole(k) + 1, square(a)))',
  ),
  eigen(
    'the second eigenvalue bounds everything',
    ', equal(dot(v, w), number({ num: 0n, den: 1n }))]',
    ']',
  ),
  eigen(
    'the second eigenvalue behind any vector',
    'equal(apply(square(a), v), times(lambda(1, square(a)), v)), equal(dot(v, w)',
    'equal(dot(v, w)',
  ),
  eigen(
    'eigenvalues are at least 0',
    'atMost(negated(norm(square(a))), lambda(whole(k), square(a)))',
    'notNegative(lambda(whole(k), square(a)))',
  ),
  eigen(
    'a Gram matrix has the norm for its eigenvalue',
    'mul(norm(matrix(a)), norm(matrix(a)))) }],\n  //  of a positive',
    'norm(matrix(a))) }],\n  //  of a positive',
  ),
  eigen(
    'eigenvalues of every matrix are at least 0',
    "implies(is('psd', square(a)), implies(exists(whole(k), a),\n    and(notNegative",
    'implies(equal(square(a), square(a)), implies(exists(whole(k), a),\n    and(notNegative',
  ),
  eigen(
    'eigenvalues of negative multiples',
    'given([exists(whole(k), a), notNegative(scalar(s))],',
    'given([exists(whole(k), a)],',
  ),
  eigen(
    'a shift moves eigenvalues back',
    'add(lambda(whole(k), square(a)), scalar(s))',
    'add(lambda(whole(k), square(a)), negated(scalar(s)))',
  ),
  eigen(
    'eigenvalues that are not there',
    'atMost(count(k), size(side(a)))',
    'atMost(count(1), size(side(a)))',
  ),
  eigen(
    'roots of every matrix',
    "implies(is('psd', square(a)), some('R#'",
    "implies(equal(square(a), square(a)), some('R#'",
  ),
  eigen(
    'roots that are cubes',
    'equal(square(a), product(r, r))',
    'equal(square(a), product(product(r, r), r))',
  ),
  eigen(
    'eigenvectors of any length',
    'and(equal(dot(v, v), number(one)), equal(apply(square(a), v), times(lambda(whole(k)',
    'and(equal(dot(v, v), number({ num: 0n, den: 1n })), equal(apply(square(a), v), times(lambda(whole(k)',
  ),
  eigen(
    'the spectral theorem of every matrix',
    "symmetric(square(a), some('U#'",
    "implies(equal(square(a), square(a)), some('U#'",
  ),
  eigen(
    'eigenvectors shared by what does not commute',
    'implies(equal(product(a, b), product(b, a)), some(',
    'implies(equal(product(a, b), product(a, b)), some(',
  ),
  eigen(
    'the spectral theorem with the wrong side',
    "['ik', 'k', 'jk'], 'ij'",
    "['ik', 'k', 'kj'], 'ij'",
  ),
  ranking(
    'ranks are at most the rows alone',
    'atMost(rank(matrix(a)), size(rows(a))), atMost(rank(matrix(a)), size(columns(a)))',
    'atMost(rank(matrix(a)), size(rows(a))), atMost(size(columns(a)), rank(matrix(a)))',
  ),
  ranking(
    'a product of two vectors for every matrix of rank two',
    'atMost(rank(matrix(a)), count(1)),',
    'atMost(rank(matrix(a)), count(2)),',
  ),
  ranking(
    'Frobenius without the middle rank',
    'add(rank(y), rank(product(product(x, y), z)))',
    'add(rank(x), rank(product(product(x, y), z)))',
  ),
  ranking(
    'Frobenius with the product twice',
    'add(rank(product(x, y)), rank(product(y, z)))',
    'add(rank(product(x, y)), rank(y))',
  ),
  ranking('dimensions are at least 2', 'atMost(count(1), size(x?', 'atMost(count(2), size(x?'),
  ranking(
    'ranks of products are those of the first',
    'and(atMost(whole, rank(matrix(a))), atMost(whole, rank(matrix(b))))',
    'and(atMost(rank(matrix(a)), whole), atMost(whole, rank(matrix(b))))',
  ),
  ranking(
    'ranks of products are those of the second',
    'and(atMost(whole, rank(matrix(a))), atMost(whole, rank(matrix(b))))',
    'and(atMost(whole, rank(matrix(a))), atMost(rank(matrix(b)), whole))',
  ),
  ranking(
    'ranks add up',
    'atMost(rank(add(matrix(a), matrix(b))), add(rank(matrix(a)), rank(matrix(b))))',
    'atMost(add(rank(matrix(a)), rank(matrix(b))), rank(add(matrix(a), matrix(b))))',
  ),
  ranking(
    'ranks of products lose nothing',
    'add(size(columns(a)), rank(product(matrix(a), matrix(b))))',
    'rank(product(matrix(a), matrix(b)))',
  ),
  ranking(
    'kernels the wrong way round',
    'atMost(rank(matrix(b)), rank(matrix(a))));\n  } }]',
    'atMost(rank(matrix(a)), rank(matrix(b))));\n  } }]',
  ),
  ranking(
    'kernels of matrices of different widths',
    'if (columns(a) !== columns(b)) return fail',
    'if (false) return fail',
  ),
  ranking(
    'a factorisation of every matrix',
    "implies(atMost(rank(matrix(a)), size(k)), some('L#'",
    "implies(atMost(size(k), size(k)), some('L#'",
  ),
  ranking(
    'ranks are two apart',
    'atMost(add(count(1), rank(matrix(a))), rank(matrix(b)))',
    'atMost(add(count(2), rank(matrix(a))), rank(matrix(b)))',
  ),
  ranking(
    'equal ranks are one apart',
    'implies(less(rank(matrix(a)), rank(matrix(b)), true), atMost(add',
    'implies(less(rank(matrix(a)), rank(matrix(b)), false), atMost(add',
  ),
  ranking(
    'rank 1 is 0',
    'implies(atMost(rank(matrix(a)), zeros([])), equal',
    'implies(atMost(rank(matrix(a)), count(1)), equal',
  ),
  ranking(
    'every matrix has a kernel',
    'implies(less(rank(matrix(a)), size(columns(a)), true), some',
    'implies(less(rank(matrix(a)), size(columns(a)), false), some',
  ),
  spectral(
    'forms without their matrix',
    "contract([x, a, y], ['i', 'ij', 'j'], '')",
    "contract([x, y], ['i', 'j'], '')",
  ),
  spectral(
    'Frobenius norms are traces of squares',
    "contract([a, a], ['ij', 'ij'], '')",
    "contract([a, a], ['ij', 'kl'], '')",
  ),
  spectral(
    'vectors of any dimension',
    'v && v.shape.length === 1 && v.shape[0] === n ? v',
    'v && v.shape.length === 1 ? v',
  ),
  spectral(
    'eigenvalues of no whole number',
    'm.coefficient.num >= 1n && m.coefficient.num <= 1000n',
    'm.coefficient.num <= 1000n',
  ),
  perturbed(
    'eigenvalues move less',
    'implies(exists(whole(k), a), and(atMost(minus(x, y), gap), atMost(minus(y, x), gap)))',
    'implies(exists(whole(k), a), and(atMost(minus(x, y), gap), atMost(minus(y, x), mul(gap, gap))))',
  ),
  perturbed(
    'eigenvalues of a sum by the smaller',
    'lambda(whole(j) + whole(k) - 1, add(square(a), square(b))), add',
    'lambda(whole(j), add(square(a), square(b))), add',
  ),
  perturbed(
    'monotone without order',
    "[exists(whole(k), a), is('psd', minus(square(a), square(b)))]",
    '[exists(whole(k), a)]',
  ),
  perturbed(
    'monotone the wrong way round',
    "is('psd', minus(square(a), square(b)))",
    "is('psd', minus(square(b), square(a)))",
  ),
  perturbed(
    'smallest singular values move less',
    'return and(atMost(minus(x, y), gap), atMost(minus(y, x), gap));\n  } }],\n  //  rank',
    'return and(atMost(minus(x, y), gap), atMost(minus(y, x), mul(gap, gap)));\n  } }],\n  //  rank',
  ),
  perturbed(
    'any matrix is as far',
    '[less(rank(matrix(b)), size(matrix(a).shape[0] as Dim), true), less(rank(matrix(b)), size(matrix(a).shape[1] as Dim), true)]',
    '[less(rank(matrix(b)), size(matrix(a).shape[0] as Dim), true)]',
  ),
  perturbed(
    'ranks that are full',
    'size(matrix(a).shape[1] as Dim), true)]',
    'size(matrix(a).shape[1] as Dim), false)]',
  ),
  perturbed('eigenvectors move half as far', 'mul(count(4), moved, moved)', 'mul(moved, moved)'),
  perturbed(
    'any vector is near',
    'equal(apply(square(a), v), times(lambda(1, square(a)), v)), equal(apply(square(b), u), times(lambda(1, square(b)), u))',
    'equal(apply(square(a), v), times(lambda(1, square(a)), v))',
  ),
  decomposed(
    'sums of fewer eigenvalues',
    'Array.from({ length: Number(k) }, (_, j) => lambda(j + 1, square(a)))',
    'Array.from({ length: Number(k) }, (_, j) => lambda(j + 1 === 1 ? 1 : 1, square(a)).shape.length === 0 ? lambda(Number(k), square(a)) : lambda(j + 1, square(a)))',
  ),
  decomposed(
    'any columns',
    'implies(equal(product(flipped(matrix(u)), matrix(u)), identity(k)), atMost',
    'implies(equal(identity(k), identity(k)), atMost',
  ),
  decomposed(
    'polar decompositions of tall matrices',
    'implies(atMost(size(m), size(n)), some',
    'implies(atMost(size(m), size(m)), some',
  ),
  decomposed(
    'polar decompositions with any first factor',
    "and(and(is('psd', s), equal(matrix(a), product(s, r))), equal(product(r, flipped(r)), identity(m)))",
    "and(and(is('pd', s), equal(matrix(a), product(s, r))), equal(product(r, flipped(r)), identity(m)))",
  ),
  rooted(
    'roots of matrices that are not psd',
    "given([is('psd', a)], all(is('psd', root(a))",
    "given([is('psd', product(a, a))], all(is('psd', root(a))",
  ),
  rooted(
    'roots of psd matrices are pd',
    "given([is('pd', square(a))], is('pd', root",
    "given([is('psd', square(a))], is('pd', root",
  ),
  rooted(
    'roots that are not psd are one',
    "[is('psd', s), is('psd', r), equal(product(s, s)",
    "[is('psd', s), equal(product(s, s)",
  ),
  rooted(
    'roots that are not psd commute',
    "[is('psd', s), equal(product(squared",
    '[equal(product(squared',
  ),
  definiteness(
    'determinants of symmetric matrices',
    "implies(is('psd', square(a)), notNegative(det(square(a))))",
    "implies(is('psd', product(square(a), square(a))), notNegative(det(square(a))))",
  ),
  definiteness(
    'determinants of psd matrices are positive',
    "implies(is('pd', square(a)), positive(det(square(a))))",
    "implies(is('psd', square(a)), positive(det(square(a))))",
  ),
  definiteness(
    'traces of psd matrices are positive',
    "implies(is('pd', square(a)), positive(trace(square(a))))",
    "implies(is('psd', square(a)), positive(trace(square(a))))",
  ),
  definiteness(
    'traces with one psd matrix',
    "given([is('psd', square(a)), is('psd', square(b))], notNegative(trace",
    "given([is('psd', square(a))], notNegative(trace",
  ),
  definiteness(
    'traces with the other psd matrix',
    "given([is('psd', square(a)), is('psd', square(b))], notNegative(trace",
    "given([is('psd', square(b))], notNegative(trace",
  ),
  definiteness(
    'inverses in the same order',
    "is('psd', minus(inverse(square(b)), inverse(square(a))))",
    "is('psd', minus(inverse(square(a)), inverse(square(b))))",
  ),
  definiteness(
    'inverses of unordered matrices',
    "given([is('pd', square(b)), above(a, b)], is('psd'",
    "given([is('pd', square(b))], is('psd'",
  ),
  definiteness(
    'inverses of matrices that are not definite',
    "given([is('pd', square(b)), above(a, b)], is('psd'",
    "given([above(a, b)], is('psd'",
  ),
  definiteness(
    'an indefinite form that vanishes',
    "given([is('psd', square(a)), equal(form(v",
    'given([equal(form(v',
  ),
  definiteness(
    'a form that need not vanish',
    "given([is('psd', square(a)), equal(form(v, square(a), v), zeros([]))], equal(apply",
    "given([is('psd', square(a))], equal(apply",
  ),
  definiteness(
    'a vector that vanishes with its form',
    'equal(apply(square(a), v), zeros(v.shape))',
    'equal(v, zeros(v.shape))',
  ),
  definiteness(
    'determinants of matrices that are not psd',
    "given([is('psd', square(b)), above(a, b)], atMost",
    'given([above(a, b)], atMost',
  ),
  definiteness(
    'determinants of unordered matrices',
    "given([is('psd', square(b)), above(a, b)], atMost",
    "given([is('psd', square(b))], atMost",
  ),
  ranking(
    'ranks of Kronecker products add up',
    'mul(rank(matrix(a)), rank(matrix(b)))',
    'add(rank(matrix(a)), rank(matrix(b)))',
  ),
  ...(
    [
      ['entries told without their places', '`${heads[i]}{${place(slots)}}`', '`${heads[i]}`'],
      ['the place of an equation forgotten', '`<${place(m.free)}> ', '`'],
      ['powers of dimensions forgotten', "${powers.join(' ')} ${entries", '${entries'],
      ['coefficients that do not add up', 'plus(before, m.coefficient)', 'm.coefficient'],
      ['entries of one factor alone', '.sort();\n    const key', '.slice(0, 1);\n    const key'],
      ['the last index left out', 'if (w < 0) return;', 'if (w < 1) return;'],
      [
        'sides that differ by an entry',
        'for (const key of sum.keys()) fail(`the two sides differ by ${key}`);',
        '',
      ],
      [
        'loose wires counted',
        "if (touched.size !== wires.length) fail('a wire that nothing touches');",
        '',
      ],
    ] as const
  ).map(([name, from, to]): Mutant => ({ name, file: 'rules/entries.ts', from, to })),
  {
    name: 'adjugates of 3×3 matrices without minors',
    file: 'facts/determinants.ts',
    from: 'add(minus(second, times(trace(m), m)), times(minors, eye(m)))',
    to: 'minus(second, times(trace(m), m))',
  },
  ...(
    [
      [
        'shifts of one side alone',
        'equal(shifted(product(a, b)), shifted(product(b, a)))',
        'equal(shifted(product(a, b)), shifted(product(a, a)))',
      ],
      [
        'traces of matrices that are not nilpotent',
        'equal(powerOf(a, degree), zeros(a.shape)),',
        'equal(a, a),',
      ],
      [
        'indefinite matrices below their traces',
        "implies(is('psd', a), is('psd', minus(times",
        "implies(equal(a, a), is('psd', minus(times",
      ],
      ['traces below a rank times a smaller norm', 'mul(rank(a), frobenius(a))', 'frobenius(a)'],
      [
        'inverses are concave',
        'minus(half(add(inverse(a), inverse(b))), middle)',
        'minus(middle, half(add(inverse(a), inverse(b))))',
      ],
    ] as const
  ).map(([name, from, to]): Mutant => ({ name, file: 'facts/characteristic.ts', from, to })),
  ...(
    [
      [
        'determinants of sums of indefinite matrices',
        "given([is('psd', a), is('psd', b)], atMost(add(det(a), det(b)), det(add(a, b))))",
        "given([is('psd', a), is('psd', a)], atMost(add(det(a), det(b)), det(add(a, b))))",
      ],
      [
        'Oppenheim of indefinite matrices',
        "given([is('psd', a), is('psd', b)], atMost(mul(det(a), det(b)), det(entrywise)))",
        "given([is('psd', a), is('psd', a)], atMost(mul(det(a), det(b)), det(entrywise)))",
      ],
      [
        'determinants of products by their rows alone',
        'mul(det(rows), det(columns))',
        'mul(det(rows), det(rows))',
      ],
      [
        'determinants of products without their squares',
        'mul(det(square(whole)), det(whole))',
        'mul(det(square(whole)), det(whole), det(whole), det(whole))',
      ],
      [
        'rows without the second half',
        'product(second, flipped(second))',
        'product(first, flipped(first))',
      ],
      [
        'diagonals of indefinite matrices',
        "implies(is('psd', a), atMost(det(a)",
        'implies(equal(a, a), atMost(det(a)',
      ],
    ] as const
  ).map(
    ([name, from, to]): Mutant => ({
      name,
      file: 'citations/determinant-inequalities.ts',
      from,
      to,
    }),
  ),
  ...(
    [
      [
        'singular values of one basis',
        "equal(a, contract([u, d, v], ['ik', 'k', 'jk'], 'ij'))",
        "equal(a, contract([v, d, v], ['ik', 'k', 'jk'], 'ij'))",
      ],
      [
        'one diagonal for two matrices',
        'equal(b, contract([u, e, u]',
        'equal(b, contract([u, d, u]',
      ],
      [
        'a pencil whose second is the identity',
        'equal(turned(t, b), diagonal(d))',
        'equal(turned(t, b), identity(n))',
      ],
    ] as const
  ).map(([name, from, to]): Mutant => ({ name, file: 'citations/decompositions.ts', from, to })),
  definiteness(
    'strictly opposite inverses of matrices in weak order',
    "is('pd', minus(square(a), square(b)))],",
    "is('psd', minus(square(a), square(b)))],",
  ),
  definiteness(
    'inverses in the strict order of their matrices',
    "is('pd', minus(inverse(square(b)), inverse(square(a))))",
    "is('pd', minus(inverse(square(a)), inverse(square(b))))",
  ),
  {
    name: 'nuclear norms under what is not an isometry',
    file: 'facts/nuclear-norms.ts',
    from: 'equal(product(flipped(matrix(u)), matrix(u)), identity(columns(u))),',
    to: 'equal(identity(columns(u)), identity(columns(u))),',
  },
  {
    name: 'Kantorovich with a larger constant',
    file: 'citations/matrix-inequalities.ts',
    from: 'scale(ratio(4n), mul(low, high,',
    to: 'scale(ratio(5n), mul(low, high,',
  },
  {
    name: 'Kantorovich of a matrix without an upper bound',
    file: 'citations/matrix-inequalities.ts',
    from: "is('psd', minus(times(high, eye(a)), a))",
    to: "is('psd', minus(a, times(low, eye(a))))",
  },
  ...(
    [
      [
        'adjugates with the power n of a determinant',
        'found.at.offset !== n.offset - 1',
        'found.at.offset !== n.offset',
      ],
      [
        'powers that start at 0',
        "equal(member('0'), number(one))",
        "equal(member('0'), number({ num: 0n, den: 1n }))",
      ],
      [
        'powers whose index a matrix may mention',
        'if (occursDim(running, a)) return',
        'if (a.shape.length < 0) return',
      ],
      [
        'the adjugate of an adjugate without its determinant',
        'equal(times(det(m), adj(adj(m)))',
        'equal(adj(adj(m))',
      ],
    ] as const
  ).map(([name, from, to]): Mutant => ({ name, file: 'facts/adjugate-powers.ts', from, to })),
  ...(
    [
      [
        'exponentials of sums of any two matrices',
        '[equal(product(a, b), product(b, a))],',
        '[equal(product(a, b), product(a, b))],',
      ],
      [
        'exponentials on the wrong sides of a matrix',
        '[equal(product(a, b), product(b, c))],',
        '[equal(product(b, c), product(b, c))],',
      ],
      [
        'an exponential that keeps the eigenvalue',
        "contract([valueOf('exp', s), v], ['', 'i'], 'i')",
        "contract([s, v], ['', 'i'], 'i')",
      ],
      [
        'opposite exponentials that are one',
        'product(exp(a), exp(negated(a)))',
        'product(exp(a), exp(a))',
      ],
      [
        'an exponential of zero that is zero',
        'equal(exp(zeros(a.shape)), eye(a))',
        'equal(exp(zeros(a.shape)), zeros(a.shape))',
      ],
      [
        'a transposed exponential that is not transposed',
        'equal(exp(flipped(square(a))), flipped(exp(square(a))))',
        'equal(exp(flipped(square(a))), exp(square(a)))',
      ],
      [
        'a determinant of an exponential without its trace',
        "valueOf('exp', trace(square(a)))",
        "valueOf('exp', det(square(a)))",
      ],
      [
        'exponentials of all matrices definite',
        "given([isSymmetric(square(a))], is('pd', exp(square(a))))",
        "is('pd', exp(square(a)))",
      ],
      ['an exponential above twice its tangent', 'add(eye(a), a)', 'add(eye(a), add(a, a))'],
      [
        'logarithms of matrices that are not pd',
        "given([is('pd', a)], all(",
        "given([is('psd', a)], all(",
      ],
      [
        'a logarithm of matrices that are not symmetric',
        'given([isSymmetric(s), isSymmetric(r), equal(exp(s), exp(r))], equal(s, r))',
        'given([isSymmetric(s), isSymmetric(r)], equal(s, r))',
      ],
      [
        'exponentials of multiples of I that stay',
        "times(valueOf('exp', s), eye(a))",
        'times(s, eye(a))',
      ],
    ] as const
  ).map(([name, from, to]): Mutant => ({ name, file: 'facts/matrix-exponentials.ts', from, to })),
  ...(
    [
      ['a tangent of log det without its height', 'minus(add(logdet(b), trace', 'minus(add(trace'],
      [
        'a tangent of log det at any matrix',
        "[is('pd', a), is('pd', b), equal(product(b, c), eye(b))]",
        "[is('pd', a), equal(product(b, c), eye(b))]",
      ],
      [
        'a tangent of log det with any slope',
        "[is('pd', a), is('pd', b), equal(product(b, c), eye(b))]",
        "[is('pd', a), is('pd', b)]",
      ],
      [
        'a tangent of log det of all psd matrices',
        "[is('pd', a), is('pd', b),",
        "[is('psd', a), is('pd', b),",
      ],
      [
        'log det of c I without the size',
        'mul(size(side(square(a))), logarithm(scalar(s)))',
        'logarithm(scalar(s))',
      ],
      ['log det of any multiple of I', 'positive(scalar(s))', 'atMost(scalar(s), scalar(s))'],
      [
        'log det of any diagonal matrix',
        'implies(isCoordinate(e), positive(dot(e, d)))',
        'implies(isCoordinate(e), atMost(dot(e, d), dot(e, d)))',
      ],
      [
        'log det of a diagonal matrix as one logarithm',
        "contract([atEntries('log', d)], ['i'], '')",
        "logarithm(contract([d], ['i'], ''))",
      ],
    ] as const
  ).map(([name, from, to]): Mutant => ({ name, file: 'facts/log-determinants.ts', from, to })),
  {
    name: 'inverses of all psd matrices definite',
    file: 'facts/definite.ts',
    from: "implies(is('pd', square(a)), is('pd', inverse(square(a))))",
    to: "implies(is('psd', square(a)), is('pd', inverse(square(a))))",
  },
  {
    name: 'Cauchy and Schwarz without a square',
    file: 'facts/definite.ts',
    from: 'atMost(mul(form(u, m, v), form(u, m, v)), mul(',
    to: 'atMost(form(u, m, v), mul(',
  },
  {
    name: 'means in the other order',
    file: 'rules/means.ts',
    from: 'less(expectation(l, [x], label), expectation(r, [x], label), false)',
    to: 'less(expectation(r, [x], label), expectation(l, [x], label), false)',
  },
  {
    name: 'means in strict order',
    file: 'rules/means.ts',
    from: 'less(expectation(l, [x], label), expectation(r, [x], label), false)',
    to: 'less(expectation(l, [x], label), expectation(r, [x], label), true)',
  },
  {
    name: 'means in order where they are not everywhere',
    file: 'rules/means.ts',
    from: 'implies(everywhere, means)',
    to: 'means',
  },
  {
    name: 'means in order where no law exists',
    file: 'rules/means.ts',
    from: 'condition ? implies(condition, conclusion) : conclusion',
    to: 'conclusion',
  },
  {
    name: 'a negative variance',
    file: 'rules/means.ts',
    from: 'isZero(value) || value.num > 0n',
    to: 'isZero(value) || value.num !== 0n',
  },
  {
    name: 'means in order by moments alone',
    file: 'rules/means.ts',
    from: "wants(x.law.kind !== 'independent',",
    to: 'wants(true,',
  },
  {
    name: 'means in order over a family',
    file: 'rules/means.ts',
    from: 'wants(x.family === 0,',
    to: 'wants(x.family >= 0,',
  },
  {
    name: 'the square of a mean at least the mean of the square',
    file: 'rules/means.ts',
    from: 'less(square(expectation(h, [x], label)), whole, false)',
    to: 'less(whole, square(expectation(h, [x], label)), false)',
  },
  {
    name: 'Cauchy and Schwarz for means without a square',
    file: 'rules/means.ts',
    from: 'less(square(cross), inner(...both), false)',
    to: 'less(cross, inner(...both), false)',
  },
  {
    name: 'restated as another statement',
    file: 'rules/values-of-means.ts',
    from: 'wants(value(goal) === value(conclusion(t)),',
    to: 'wants(true,',
  },
  {
    name: 'restated without a hypothesis',
    file: 'rules/values-of-means.ts',
    from: "?? fail('a hypothesis that is left out')",
    to: '?? hypotheses[0] ?? h',
  },
  {
    name: 'a smooth mean',
    file: 'means.ts',
    from: 'kinks: true',
    to: 'kinks: false',
  },
  {
    name: 'a variable with the name of a place',
    file: 'means.ts',
    from: "if (head.name.startsWith('$'))",
    to: "if (head.name.startsWith('$$'))",
  },
  {
    name: 'moments that belong to any variable',
    file: 'means.ts',
    from: '[x.law.kind, lawTerms(x).length,',
    to: '[x.law.kind, 0,',
  },
  {
    name: 'one law for all variables of the same moments',
    file: 'means.ts',
    from: 'isOwn(x) ? x.name : `$x${k + 1}`',
    to: '`$x${k + 1}`',
  },
  {
    name: 'a mean that does not show its dimensions',
    file: 'means.ts',
    from: 'dims: sorted(plain)',
    to: 'dims: []',
  },
  {
    name: 'a mean that does not show its functions',
    file: 'means.ts',
    from: 'functions: sorted(functions)',
    to: 'functions: []',
  },
  {
    name: 'a mean by name that does not show its functions',
    file: 'mean-names.ts',
    from: 'functions: each([...names,',
    to: 'functions: each([',
  },
  {
    name: 'a mean by name that does not show its dimensions',
    file: 'mean-names.ts',
    from: 'dims: each([...plain,',
    to: 'dims: each([',
  },
  {
    name: 'a quantifier over means',
    file: 'formula.ts',
    from: ' || isMeanName(fn.name))',
    to: ')',
  },
  {
    name: 'a function replaced next to its mean',
    file: 'calculus.ts',
    from: "(f) => map.get(f)?.kind === 'function'",
    to: "(f) => map.get(f)?.kind === 'term'",
  },
  {
    name: 'a dimension renamed next to a mean',
    file: 'rename.ts',
    from: 'madeOfMean(h.fn.name).dims.find((x) => (by.get(x) ?? x) !== x)',
    to: 'undefined as string | undefined',
  },
  {
    name: 'a function hidden in a mean',
    file: 'occurrence.ts',
    from: 'madeOfMean(head.fn.name).functions.includes(name) ||',
    to: 'false ||',
  },
];
