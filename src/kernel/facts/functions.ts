/**
 * Named functions at related arguments: at −u, at sums and products, at multiples. An argument of
 * any shape means each of its entries. Sources: the functions' definitions, with relu(z) = max(z,
 * 0), σ(z) = 1 / (1 + exp(−z)), gelu(z) = z Φ(z).
 */
import { and, equal, implies, is, less, type Formula } from '../formula.ts';
import { add, contract, inverse, jet, number, scale, zeros } from '../graph.ts';
import { atEntries, logarithm, root } from '../laws.ts';
import { one, negative, ratio } from '../ratio.ts';
import { fail, same } from '../seal.ts';
import type { Term } from '../term.ts';
import { scalar, facts, type Facts } from './fact.ts';

const definition = 'definition';
const letters = (t: Term): string => 'abcdefgh'.slice(0, t.shape.length);
const some = (u: Term | undefined): Term => u ?? fail('a term is wanted');
const alike = (u: Term | undefined, v: Term | undefined): readonly [Term, Term] =>
  u && v && same(u.shape, v.shape) ? [u, v] : fail('two terms of one shape are wanted');
const minus = (u: Term): Term => scale(negative(one), u);
const entrywise = (u: Term, v: Term): Term =>
  contract([u, v], [letters(u), letters(u)], letters(u));
const multiple = (s: Term, u: Term): Term => contract([s, u], ['', letters(u)], letters(u));
const ones = (u: Term): Term =>
  contract(
    [],
    [],
    letters(u),
    Object.fromEntries(u.shape.map((d, i) => [letters(u)[i] as string, d])),
  );
const of = (name: string, u: Term | undefined): Term => atEntries(name, some(u));
const softmax = (u: Term | undefined): Term => {
  const [n] = some(u).shape;
  return n !== undefined && u?.shape.length === 1
    ? jet({ name: 'softmax', family: [], inputs: [n], output: n }, [0], [some(u)])
    : fail('a vector is wanted');
};
const logSumExp = (u: Term): Term =>
  u.shape.length === 1
    ? logarithm(contract([of('exp', u)], ['i'], ''))
    : fail('a vector is wanted');
const nought = (): Term => zeros([]);
const notNegative = (s: Term): Formula => less(nought(), s, false);
const positive = (s: Term): Formula => less(nought(), s, true);

/** φ(−u) = −φ(u). */
const odd = (name: string) => ({
  source: definition,
  statement: (u?: Term): Formula => equal(of(name, minus(some(u))), minus(of(name, u))),
});
/** φ(u) − φ(−u) = u. */
const leaning = (name: string) => ({
  source: definition,
  statement: (u?: Term): Formula =>
    equal(add(of(name, u), minus(of(name, minus(some(u))))), some(u)),
});
/** 0 ≤ s gives φ(s u) = s φ(u). */
const homogeneous = (name: string) => ({
  source: definition,
  statement: (s?: Term, u?: Term): Formula =>
    implies(
      notNegative(scalar(s)),
      equal(of(name, multiple(scalar(s), some(u))), multiple(scalar(s), of(name, u))),
    ),
});

const squareOf = (u: Term): Term => contract([u, u], [letters(u), letters(u)], '');
/**
 * |φ(u) − φ(v)|² ≤ c² |u − v|² over all entries: |φ'| ≤ c wherever φ has a derivative, and φ is
 * continuous.
 */
const lipschitz = (name: string, squared = one) => ({
  source: 'mean value theorem',
  statement: (u?: Term, v?: Term): Formula =>
    less(
      squareOf(add(of(name, alike(u, v)[0]), minus(of(name, v)))),
      scale(squared, squareOf(add(some(u), minus(some(v))))),
      false,
    ),
});
/** |φ(u)|² ≤ |u|² over all entries, for |φ(z)| ≤ |z|. */
const shrinking = (name: string) => ({
  source: definition,
  statement: (u?: Term): Formula => less(squareOf(of(name, u)), squareOf(some(u)), false),
});
/** s ≤ t gives φ(s) ≤ φ(t), and s < t gives φ(s) < φ(t), for φ' > 0. */
const increasing = (name: string) => ({
  source: 'mean value theorem',
  statement: (s?: Term, t?: Term): Formula => {
    const inOrder = (strict: boolean): Formula =>
      implies(less(scalar(s), scalar(t), strict), less(of(name, s), of(name, t), strict));
    return and(inOrder(false), inOrder(true));
  },
});

export const functions: Facts = facts([
  ['tanh of the negative', odd('tanh')],
  ['erf of the negative', odd('erf')],
  ['relu of the negative', leaning('relu')],
  ['softplus of the negative', leaning('softplus')],
  ['gelu of the negative', leaning('gelu')],
  ['relu of a multiple', homogeneous('relu')],
  ['leakyrelu of a multiple', homogeneous('leakyrelu')],
  [
    'sigmoid of the negative',
    {
      source: definition,
      statement: (u) => equal(add(of('sigmoid', u), of('sigmoid', minus(some(u)))), ones(some(u))),
    },
  ],
  //  σ(u) (1 + exp(−u)) = 1
  [
    'sigmoid by exp',
    {
      source: definition,
      statement: (u) =>
        equal(
          entrywise(of('sigmoid', u), add(ones(some(u)), of('exp', minus(some(u))))),
          ones(some(u)),
        ),
    },
  ],
  //  exp(softplus(u)) = 1 + exp(u)
  [
    'softplus by exp',
    {
      source: definition,
      statement: (u) => equal(of('exp', of('softplus', u)), add(ones(some(u)), of('exp', u))),
    },
  ],
  //  tanh(u) = 2 σ(2u) − 1
  [
    'tanh by sigmoid',
    {
      source: definition,
      statement: (u) =>
        equal(
          of('tanh', u),
          add(scale(ratio(2n), of('sigmoid', scale(ratio(2n), some(u)))), minus(ones(some(u)))),
        ),
    },
  ],
  //  relu(u) relu(−u) = 0
  [
    'relu at both signs',
    {
      source: definition,
      statement: (u) =>
        equal(entrywise(of('relu', u), of('relu', minus(some(u)))), scale(ratio(0n), some(u))),
    },
  ],
  //  |u| = relu(u) + relu(−u)
  [
    'abs by relu',
    {
      source: definition,
      statement: (u) => equal(of('abs', u), add(of('relu', u), of('relu', minus(some(u))))),
    },
  ],
  [
    'relu of relu',
    { source: definition, statement: (u) => equal(of('relu', of('relu', u)), of('relu', u)) },
  ],
  [
    'relu lies above',
    { source: definition, statement: (s) => less(scalar(s), of('relu', s), false) },
  ],
  [
    'abs of the negative',
    { source: definition, statement: (u) => equal(of('abs', minus(some(u))), of('abs', u)) },
  ],
  [
    'abs of a product',
    {
      source: definition,
      statement: (u, v) =>
        equal(of('abs', entrywise(...alike(u, v))), entrywise(of('abs', u), of('abs', v))),
    },
  ],
  [
    'relu of what is not negative',
    {
      source: definition,
      statement: (s) => implies(notNegative(scalar(s)), equal(of('relu', s), scalar(s))),
    },
  ],
  [
    'relu of what is not positive',
    {
      source: definition,
      statement: (s) => implies(notNegative(minus(scalar(s))), equal(of('relu', s), nought())),
    },
  ],
  [
    'abs of what is not negative',
    {
      source: definition,
      statement: (s) => implies(notNegative(scalar(s)), equal(of('abs', s), scalar(s))),
    },
  ],
  [
    'exp of a sum',
    {
      source: definition,
      statement: (u, v) =>
        equal(of('exp', add(...alike(u, v))), entrywise(of('exp', u), of('exp', v))),
    },
  ],
  //  exp(s 1) = exp(s) 1, with ones of the shape of u
  [
    'exp of equal entries',
    {
      source: definition,
      statement: (s, u) =>
        equal(
          of('exp', multiple(scalar(s), ones(some(u)))),
          multiple(of('exp', scalar(s)), ones(some(u))),
        ),
    },
  ],
  [
    'exp of zero',
    {
      source: definition,
      statement: (u) => equal(of('exp', scale(ratio(0n), some(u))), ones(some(u))),
    },
  ],
  //  a sum over at least one entry
  [
    'a sum of exponentials',
    {
      source: definition,
      statement: (u) =>
        some(u).shape.length === 1
          ? positive(contract([of('exp', u)], ['i'], ''))
          : fail('a vector is wanted'),
    },
  ],
  [
    'exp of a logarithm',
    {
      source: definition,
      statement: (s) =>
        implies(positive(scalar(s)), equal(of('exp', logarithm(scalar(s))), scalar(s))),
    },
  ],
  [
    'logarithm of exp',
    { source: definition, statement: (s) => equal(logarithm(of('exp', scalar(s))), scalar(s)) },
  ],
  [
    'logarithm of a product',
    {
      source: definition,
      statement: (s, t) =>
        implies(
          and(positive(scalar(s)), positive(scalar(t))),
          equal(
            logarithm(entrywise(scalar(s), scalar(t))),
            add(logarithm(scalar(s)), logarithm(scalar(t))),
          ),
        ),
    },
  ],
  [
    'logarithm of one',
    {
      source: definition,
      statement: (s) => equal(logarithm(add(number(one), scale(ratio(0n), scalar(s)))), nought()),
    },
  ],
  [
    'logarithm of a reciprocal',
    {
      source: definition,
      statement: (s) =>
        implies(
          positive(scalar(s)),
          equal(logarithm(inverse(scalar(s))), minus(logarithm(scalar(s)))),
        ),
    },
  ],
  //  softmax(u + s 1) = softmax(u)
  [
    'softmax of a shift',
    {
      source: definition,
      statement: (u, s) =>
        equal(softmax(add(some(u), multiple(scalar(s), ones(some(u))))), softmax(u)),
    },
  ],
  //  diag p − p p' ⪰ 0 for p = softmax(u): v'(diag p − p p') v is the variance of v under p
  [
    'softmax has a covariance',
    {
      source: 'Jensen',
      statement: (u) =>
        is(
          'psd',
          add(
            contract([softmax(u)], ['i'], 'ii'),
            minus(contract([softmax(u), softmax(u)], ['i', 'j'], 'ij')),
          ),
        ),
    },
  ],
  //  log Σ exp(u_i + s) = s + log Σ exp(u_i)
  [
    'log-sum-exp of a shift',
    {
      source: definition,
      statement: (u, s) =>
        equal(
          logSumExp(add(some(u), multiple(scalar(s), ones(some(u))))),
          add(scalar(s), logSumExp(some(u))),
        ),
    },
  ],
  [
    'root of a product',
    {
      source: definition,
      statement: (s, t) =>
        implies(
          and(notNegative(scalar(s)), notNegative(scalar(t))),
          equal(root(entrywise(scalar(s), scalar(t))), entrywise(root(scalar(s)), root(scalar(t)))),
        ),
    },
  ],
  [
    'root of a square',
    {
      source: definition,
      statement: (s) => equal(root(entrywise(scalar(s), scalar(s))), of('abs', s)),
    },
  ],
  ['relu is Lipschitz', lipschitz('relu')],
  ['leakyrelu is Lipschitz', lipschitz('leakyrelu')],
  ['abs is Lipschitz', lipschitz('abs')],
  ['tanh is Lipschitz', lipschitz('tanh')],
  ['softplus is Lipschitz', lipschitz('softplus')],
  ['sigmoid is Lipschitz', lipschitz('sigmoid', ratio(1n, 16n))],
  ['relu shrinks', shrinking('relu')],
  ['leakyrelu shrinks', shrinking('leakyrelu')],
  ['abs shrinks', shrinking('abs')],
  ['tanh shrinks', shrinking('tanh')],
  ['gelu shrinks', shrinking('gelu')],
  ['silu shrinks', shrinking('silu')],
  //  Σ p² ≤ (Σ p)² = 1, for no p is negative
  [
    'softmax is at most 1 long',
    { source: definition, statement: (u) => less(squareOf(softmax(u)), number(one), false) },
  ],
  ['exp is increasing', increasing('exp')],
  ['tanh is increasing', increasing('tanh')],
  ['sigmoid is increasing', increasing('sigmoid')],
  ['softplus is increasing', increasing('softplus')],
  ['erf is increasing', increasing('erf')],
  ['leakyrelu is increasing', increasing('leakyrelu')],
  [
    'relu does not fall',
    {
      source: definition,
      statement: (s, t) =>
        implies(less(scalar(s), scalar(t), false), less(of('relu', s), of('relu', t), false)),
    },
  ],
  //  of positive numbers
  [
    'logarithm is increasing',
    {
      source: 'mean value theorem',
      statement: (s, t) => implies(positive(scalar(s)), increasing('log').statement(s, t)),
    },
  ],
  //  −1 < tanh(s) < 1
  [
    'tanh lies between',
    {
      source: definition,
      statement: (s) =>
        and(
          less(number(ratio(-1n)), of('tanh', scalar(s)), true),
          less(of('tanh', scalar(s)), number(one), true),
        ),
    },
  ],
  [
    'sigmoid lies below one',
    { source: definition, statement: (s) => less(of('sigmoid', scalar(s)), number(one), true) },
  ],
]);
