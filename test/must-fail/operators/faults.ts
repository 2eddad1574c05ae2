/** One fault each, in an operator, in a rule of evaluation or in a rule of derivatives. */
import { operators } from '../../../src/operators/registry.ts';

export interface Fault {
  readonly name: string;
  /** Under src/. */
  readonly file: string;
  readonly from: string;
  readonly to: string;
}

const registry = 'new Map(all.map((o) => [o.name, o]))';

const wrapped = (name: string, what: string, damage: string): Fault => ({
  name: `${name}: ${what}`,
  file: 'operators/registry.ts',
  from: registry,
  to: `new Map(all.map((o) => [o.name, o.name === '${name}' ? ({ ...o, ${damage} }) as typeof o : o]))`,
});

/** Their derivative is refused, which has a fault of its own. */
const withoutDerivative = new Set(
  (
    'sigma_max sigma_min nuclear lambda rank kyfan schatten lambda_max lambda_min lambda_at eig ' +
    'expm logm sqrtm modulus matpow'
  ).split(' '),
);
/** They take every shape. */
const withoutRefusal = new Set('neg normF conj re im exp log sqrt sin cos abs sign'.split(' '));

const operatorFaults = (): Fault[] =>
  [...operators.values()].flatMap((o) => [
    wrapped(
      o.name,
      'wrong shape',
      'shape: (...a) => { const s = o.shape(...a); return s.length === 0 ? ["n"] : s.slice(1); }',
    ),
    ...(withoutRefusal.has(o.name)
      ? []
      : [
          wrapped(
            o.name,
            'refuses no shape',
            'shape: (...a) => { try { return o.shape(...a); } catch { return a[0][0] ?? []; } }',
          ),
        ]),
    wrapped(
      o.name,
      'first entry one too large',
      'evaluate: (f, ...a) => { const r = o.evaluate(f, ...a); return { ...r, data: r.data.map((x, i) => (i === 0 ? f.add(x, f.one) : x)) }; }',
    ),
    wrapped(
      o.name,
      'negative',
      'evaluate: (f, ...a) => { const r = o.evaluate(f, ...a); return { ...r, data: r.data.map((x) => f.neg(x)) }; }',
    ),
    ...(withoutDerivative.has(o.name)
      ? []
      : [
          wrapped(
            o.name,
            'no derivative',
            "evaluate: (f, ...a) => { const r = o.evaluate(f, ...a); return 'lift' in f ? { ...r, data: r.data.map((x) => f.lift(x.value)) } : r; }",
          ),
        ]),
    ...(o.defined === undefined
      ? []
      : [wrapped(o.name, 'defined everywhere', 'defined: () => []')]),
    ...(o.arity === 2 && o.known === undefined
      ? [
          wrapped(
            o.name,
            'arguments exchanged',
            'evaluate: (f, a, ...r) => { const [x, y] = a; return x.shape.join() === y.shape.join() ? o.evaluate(f, [y, x], ...r) : o.evaluate(f, a, ...r); }',
          ),
        ]
      : []),
  ]);

/** Faults that change nothing. */
const harmless = new Set([
  // a power of a matrix has a number for its exponent, which has another shape
  ...['add', 'hadamard', 'dot', 'matpow'].map((name) => `${name}: arguments exchanged`),
  // the slope of a sign is 0 where it has one
  'sign: no derivative',
  // the imaginary part of what is real is 0
  ...['negative', 'no derivative'].map((what) => `im: ${what}`),
]);

const inFile =
  (file: string) =>
  (name: string, from: string, to: string): Fault => ({ name, file, from, to });
const compile = inFile('evaluate/compile.ts');
const functions = inFile('evaluate/functions.ts');
const slopes = inFile('numbers/derivatives.ts');
const jet = inFile('numbers/jet.ts');
const calculus = inFile('evaluate/derivatives.ts');
const relations = inFile('evaluate/relations.ts');
const truth = inFile('evaluate/truth.ts');
const decide = inFile('evaluate/decide.ts');
const kernels = inFile('evaluate/kernels.ts');
const scope = inFile('evaluate/scope.ts');
const known = inFile('evaluate/known.ts');
const attributes = inFile('operators/attributes.ts');

const evaluation: readonly Fault[] = [
  {
    name: 'a number loses its denominator',
    file: 'evaluate/leaves.ts',
    from: 'scalar(field.fromRational(value))',
    to: 'scalar(field.fromRational({ num: value.num, den: 1n }))',
  },
  compile(
    'a number keeps its first domain',
    'if (domain !== field) [domain',
    'if (domain === null) [domain',
  ),
  compile(
    'a dimension is one too large',
    'field.fromInteger(sized(at.dims, indices))',
    'field.fromInteger(sized(at.dims, indices) + 1)',
  ),
  compile(
    'an index counts from zero',
    'field.fromInteger(positionOf(where, indices))',
    'field.fromInteger(positionOf(where, indices) - 1)',
  ),
  compile(
    'I is all ones',
    '(k % step === 0 ? field.one : field.zero)',
    '(k % step === 0 ? field.one : field.one)',
  ),
  compile('0 is ones', "(expr.which === 'zero' ? field.zero : field.one)", '(field.one)'),
  compile('ones is 0', "(expr.which === 'zero' ? field.zero : field.one)", '(field.zero)'),
  compile(
    'parameters are lost',
    '[...expr.params, ...exponent(at.dims, indices)] : expr.params',
    '[...expr.params, ...exponent(at.dims, indices)] : expr.params.map(() => 1)',
  ),
  compile(
    'primes are lost',
    'nthDerivative(scope.field, recipe, expr.order, entry)',
    'nthDerivative(scope.field, recipe, 1, entry)',
  ),
  compile(
    'primes of a function are lost',
    'recipeOf(value, expr.fn), expr.order, x[0] as T',
    'recipeOf(value, expr.fn), 1, x[0] as T',
  ),
  compile(
    'grad of a function is its value',
    'derivativeOf(scope.field, expr.which, recipeOf(value, expr.fn), x)',
    'recipeOf(value, expr.fn)(scope.field, (v: T) => v, x)',
  ),
  compile(
    'a Hessian of a function is a Jacobian',
    'derivativeOf(scope.field, expr.which, recipeOf(value, expr.fn), x)',
    "derivativeOf(scope.field, 'jac', recipeOf(value, expr.fn), x)",
  ),
  compile(
    'a Hessian by a variable is a Jacobian',
    'derivativeOf(scope.field, expr.which, recipe, by.tensor.data)',
    "derivativeOf(scope.field, 'jac', recipe, by.tensor.data)",
  ),
  compile(
    'a derivative is taken at zero',
    'derivativeOf(scope.field, expr.which, recipe, by.tensor.data)',
    'derivativeOf(scope.field, expr.which, recipe, by.tensor.data.map(() => scope.field.zero))',
  ),
  compile(
    'a derivative forgets which member moves',
    'withValue(lifted, expr.by, expr.index,',
    'withValue(lifted, expr.by, expr.index === null ? null : { ...expr.index, offset: 1 },',
  ),
  compile('a sum leaves out its last member', 'i <= count; i++', 'i < count; i++'),
  compile(
    'a sum begins with its second member',
    'let total = terms.at(scope, 1);',
    'let total = terms.at(scope, count);',
  ),
  compile('a mean is a sum', "if (expr.how === 'sum') return total;", 'return total;'),
  compile('a sum is a mean', "if (expr.how === 'sum') return total;", ''),
  functions(
    'square is cube',
    'field.mul(x, x) : field.apply',
    'field.mul(x, field.mul(x, x)) : field.apply',
  ),
  functions(
    'identity is zero',
    "if (fn === 'identity') return x;",
    "if (fn === 'identity') return field.zero;",
  ),
  functions('a polynomial activation loses its constant', 'k >= 0; k--', 'k > 0; k--'),
  functions('a polynomial map loses a power', 'if (k > 0) product', 'if (k > 1) product'),
  functions(
    'a polynomial map keeps its last term alone',
    'sum = field.add(sum, product);\n    }',
    'sum = product;\n    }',
  ),
  functions('a network without bias', 'let sum = b;', 'let sum = field.zero; void b;'),
  functions(
    'a network without activations',
    'activation === null ? sum : applyScalar(field, activation, sum)',
    'sum',
  ),
  functions(
    'a network with transposed weights',
    'weights.data[i * width + j]',
    'weights.data[j * width + i]',
  ),
  functions('softmax without its denominator', 'powers.map((p) => field.div(p, sum))', 'powers'),
  scope(
    'an index shifts the other way',
    'return start + index.offset',
    'return start - index.offset',
  ),
  scope('members count from zero', 'value.members[position - 1]', 'value.members[position]'),
  known('an exponent is negated', 'neg: (a = 0) => neg(a)', 'neg: (a = 0) => a'),
  known(
    'an exponent loses its denominator',
    'return [Number(numerator(value)), Number(denominator(value))]',
    'return [Number(numerator(value)), 1]',
  ),
  calculus(
    'a Jacobian of the first output alone',
    'return outputs.flatMap((y) =>',
    'return outputs.slice(0, 1).flatMap((y) =>',
  ),
  calculus(
    'a Jacobian transposed',
    'return outputs.flatMap((y) => x.map((_, i) => domain.partial(y, i)));',
    'return x.flatMap((_, i) => outputs.map((y) => domain.partial(y, i)));',
  ),
  calculus('a higher derivative is the first', 'order - 1,', '0,'),
  calculus(
    'a Hessian without its outer derivative',
    "which === 'hess' ? hessian(field, f, x)",
    "which === 'hess' ? jacobian(field, f, x)",
  ),
];

const truths: readonly Fault[] = [
  relations(
    '= of the first entries',
    'every(a.data.map((x, i) => isZero(field.sign(field.sub(x, b.data[i] as T)))))',
    'every(a.data.slice(0, 1).map((x, i) => isZero(field.sign(field.sub(x, b.data[i] as T)))))',
  ),
  relations('!= is =', 'return not(equal(field, a, b))', 'return equal(field, a, b)'),
  relations('< is <=', '(s) => s < 0)', '(s) => s <= 0)'),
  relations('<= is <', '(s) => s <= 0)', '(s) => s < 0)'),
  relations('> is >=', '(s) => s > 0)', '(s) => s >= 0)'),
  relations('>= is >', '(s) => s >= 0)', '(s) => s > 0)'),
  relations(
    'a negative factor is proportional',
    'if (sign === 0 || sign === -1) return false;',
    'if (sign === 0) return false;',
  ),
  relations(
    'zero is proportional to everything',
    'if (sign === 0 || sign === -1) return false;',
    'if (sign === -1) return false;',
  ),
  relations(
    'everything is proportional to zero',
    'every(a.data.map((x) => isZero(field.sign(x))))',
    'true',
  ),
  relations(
    'proportional entries of one sign',
    'return sign === null && fits !== false ? null : fits;',
    'return true;',
  ),
  relations('⪯ is ⪰', 'orderedDifference(field, b, a)', 'orderedDifference(field, a, b)'),
  kernels(
    'equal ranks are equal kernels',
    'rankOf(field, a) === rank && rankOf(field, b) === rank',
    'rankOf(field, a) === rankOf(field, b)',
  ),
  kernels(
    'one kernel in the other is enough',
    'rankOf(field, a) === rank && rankOf(field, b) === rank',
    'rankOf(field, a) === rank',
  ),
  kernels(
    'every vector is a member',
    'return sign === null ? null : sign === 0;',
    'return sign === null ? null : true;',
  ),
  kernels('ker != is ker =', "relation === '=' ? equal : not(equal)", 'equal'),
  truth(
    'and is or',
    'if (a === false || b === false) return false;',
    'if (a === false && b === false) return false;',
  ),
  truth('not is nothing', 'a === null ? null : !a', 'a'),
  truth('=> ignores its antecedent', 'either(not(a), b)', 'b'),
  truth('<=> is and', 'a === b)', 'a && b)'),
  truth('every is some', 'all.reduce(both, true)', 'all.reduce(either, false)'),
  truth(
    'what is open is false',
    'return a === null || b === null ? null : true;',
    'return a !== null && b !== null;',
  ),
  decide(
    'floating point decides',
    "if (!field.exact) throw new Unsupported('floating point decides nothing; it gives leads');",
    '',
  ),
  decide(
    'what is open is decided',
    "if (truth === null) throw new Unsettled('the domain cannot tell whether this holds');",
    '',
  ),
  decide(
    'for each: the first alone',
    'Array.from({ length: count }, (_, i) => body',
    'Array.from({ length: 1 }, (_, i) => body',
  ),
  attributes(
    'symmetric is everything',
    'A\' = A", equation((_, a) => [transpose(a), asGrid(a)])',
    'A\' = A", equation((_, a) => [asGrid(a), asGrid(a)])',
  ),
  attributes(
    'antisymmetric is symmetric',
    '[transpose(a), negative(field, asGrid(a))]',
    '[transpose(a), asGrid(a)]',
  ),
  attributes('diagonal is zero', '(Math.floor(k / n) === k % n ? field.zero : x)', '(x)'),
  attributes(
    'diagonal is everything',
    '(Math.floor(k / n) === k % n ? field.zero : x)',
    '(field.sub(x, x))',
  ),
  attributes(
    'orthogonal is symmetric orthogonal',
    '[matmul(field, transpose(a), asGrid(a)), identity',
    '[matmul(field, asGrid(a), asGrid(a)), identity',
  ),
  attributes(
    'projector is an involution',
    '[matmul(field, asGrid(a), asGrid(a)), asGrid(a)]',
    '[matmul(field, asGrid(a), asGrid(a)), identity(field, extent(a)[0])]',
  ),
  attributes(
    'psd is pd',
    "{ kind: 'definite', strict: false }",
    "{ kind: 'definite', strict: true }",
  ),
  attributes(
    'pd is psd',
    "{ kind: 'definite', strict: true }",
    "{ kind: 'definite', strict: false }",
  ),
  attributes(
    'onto is one-to-one',
    "{ name: 'onto', square: false, summary: 'full row rank', test: { kind: 'rank', full: (m) => m }",
    "{ name: 'onto', square: false, summary: 'full row rank', test: { kind: 'rank', full: (_, n) => n }",
  ),
  attributes('one-to-one is onto', 'full: (_, n) => n }', 'full: (m) => m }'),
  attributes(
    'invertible has rank less one',
    "'it has an inverse', { kind: 'rank', full: (m) => m }",
    "'it has an inverse', { kind: 'rank', full: (m) => m - 1 }",
  ),
  attributes(
    'positive is nonnegative',
    "{ kind: 'sign', strict: true }",
    "{ kind: 'sign', strict: false }",
  ),
  attributes(
    'nonnegative is positive',
    "{ kind: 'sign', strict: false }",
    "{ kind: 'sign', strict: true }",
  ),
  attributes('nonzero is zero', 'return !allZero(field, a.data)', 'return allZero(field, a.data)'),
  attributes(
    'unit is null',
    'scalar(inner(field, a.data, a.data)), scalar(field.one)',
    'scalar(inner(field, a.data, a.data)), scalar(field.zero)',
  ),
  attributes(
    'a definite matrix need not be symmetric',
    'if (!isSymmetric(field, a)) return false;',
    '',
  ),
  attributes('a rectangle may be symmetric', 'if (mustBeSquare && m !== n) return false;', ''),
];

const derivative = (name: string, from: string, to: string): Fault =>
  slopes(`${name} is differentiated wrongly`, from, to);

const derivativeFaults: readonly Fault[] = [
  derivative('abs', "return field.apply('sign', x);", 'return field.one;'),
  slopes(
    'abs has a derivative at 0',
    "field.apply('step', x);\n    return field.apply('sign', x);",
    "return field.apply('sign', x);",
  ),
  slopes('sign and step have derivatives at 0', 'field.apply(kinked, x);', ''),
  derivative(
    'relu',
    "relu: (field, x) => field.apply('step', x)",
    "relu: (field, x) => field.apply('relu', x)",
  ),
  derivative(
    'leakyrelu',
    "leakyrelu: (field, x) => field.apply('leakystep', x)",
    "leakyrelu: (field, x) => field.apply('step', x)",
  ),
  derivative(
    'sqrt',
    "field.mul(field.fromInteger(2), field.apply('sqrt', x))),\n  exp",
    "field.apply('sqrt', x)),\n  exp",
  ),
  derivative('exp', "exp: (field, x) => field.apply('exp', x)", 'exp: (field) => field.one'),
  derivative('log', 'log: (field, x) => field.div(field.one, x)', 'log: (field, x) => x'),
  derivative(
    'tanh',
    'return field.sub(field.one, field.mul(t, t));',
    'return field.sub(field.one, t);',
  ),
  derivative(
    'sigmoid',
    'return field.mul(s, field.sub(field.one, s));',
    'return field.mul(s, field.add(field.one, s));',
  ),
  derivative(
    'softplus',
    "softplus: (field, x) => field.apply('sigmoid', x)",
    "softplus: (field, x) => field.apply('tanh', x)",
  ),
  derivative('erf', 'field.mul(scale, field.apply', 'field.mul(field.one, field.apply'),
  derivative(
    'gelu',
    'field.add(distribution(field, x), field.mul(x, density(field, x)))',
    'distribution(field, x)',
  ),
  derivative(
    'silu',
    "field.add(field.apply('sigmoid', x), field.mul(x, sigmoidSlope(field, x)))",
    "field.apply('sigmoid', x)",
  ),
  derivative(
    'sin',
    "sin: (field, x) => field.apply('cos', x)",
    "sin: (field, x) => field.neg(field.apply('cos', x))",
  ),
  derivative(
    'cos',
    "cos: (field, x) => field.neg(field.apply('sin', x))",
    "cos: (field, x) => field.apply('sin', x)",
  ),
  jet(
    'a sum has the slope of its first term',
    'null, a.partials, null, b.partials)',
    'null, a.partials, null, null)',
  ),
  jet(
    'a difference has the slope of a sum',
    'null, a.partials, negOne, b.partials)',
    'null, a.partials, null, b.partials)',
  ),
  jet(
    'a product has half of its slope',
    'b.value, a.partials, a.value, b.partials)',
    'b.value, a.partials, null, null)',
  ),
  jet(
    'a product has its factors exchanged',
    'b.value, a.partials, a.value, b.partials)',
    'a.value, a.partials, b.value, b.partials)',
  ),
  jet(
    'a negative keeps its slope',
    'combine(base.neg(a.value), negOne, a.partials',
    'combine(base.neg(a.value), null, a.partials',
  ),
  jet(
    'a quotient forgets its denominator',
    'inverse, a.partials, slope, b.partials)',
    'inverse, a.partials, null, null)',
  ),
  jet(
    'a quotient has the wrong sign',
    'base.neg(base.mul(quotient, inverse))',
    'base.mul(quotient, inverse)',
  ),
  jet(
    'a function has no chain rule',
    'combine(value, derivatives[fn](base, a.value), a.partials, null, null)',
    'combine(value, null, a.partials, null, null)',
  ),
  jet('a variable moves all', '(j === i ? base.one : base.zero)', '(base.one)'),
  jet(
    'a slope of value zero is lost',
    'partials.every((p) => vanishes(base, p))',
    'partials.every((p) => base.sign(p) === 0)',
  ),
  jet(
    'a jet of value zero is zero',
    'a.partials === null && vanishes(base, a.value)',
    'vanishes(base, a.value)',
  ),
];

/**
 * Every fault; the operators' own come from the registry, so that a new operator is broken here
 * without being asked.
 */
export const faults = (): Fault[] => [
  ...operatorFaults().filter((f) => !harmless.has(f.name)),
  ...evaluation,
  ...truths,
  ...derivativeFaults,
];
