/**
 * Named functions at related arguments, each as its name says; an argument of any shape means each
 * of its entries.
 */
import { both, compare, equal, is, type Formula } from './formula.ts';
import { demand, q, refuse } from './rational.ts';
import type { Table } from './fact-table.ts';
import {
  add,
  constant,
  ein,
  einsum,
  inverse,
  jet,
  labelsFor,
  less,
  named,
  scale,
  zeros,
  type Term,
} from './term.ts';

const value = (name: string, u: Term): Term =>
  jet({ name, family: [], inputs: [null], output: null }, [0], [u], u.shape);
const number = (name: string, s: Term): Term =>
  jet({ name, family: [], inputs: [null], output: null }, [0], [s]);
const negative = (u: Term): Term => scale(q(-1n), u);
const one = constant(1n);
const ones = (u: Term): Term =>
  einsum(labelsFor('e', u.shape), [], named(labelsFor('e', u.shape), u.shape), q(1n));
const by = (s: Term, u: Term): Term =>
  einsum(labelsFor('e', u.shape), [
    [s, ''],
    [u, labelsFor('e', u.shape)],
  ]);
const entrywise = (u: Term, v: Term): Term =>
  einsum(labelsFor('e', u.shape), [
    [u, labelsFor('e', u.shape)],
    [v, labelsFor('e', u.shape)],
  ]);
const atLeastZero = (s: Term): Formula => compare(zeros([]), s, false);
const aboveZero = (s: Term): Formula => compare(zeros([]), s, true);
const provided = (f: Formula, g: Formula): Formula => both('implies', f, g);

type Entry = Table[string];
const ofAny = (statement: (u: Term) => Formula): Entry => [
  1,
  (u) => statement(u ?? refuse('a term is wanted')),
];
const ofNumber = (statement: (s: Term) => Formula): Entry => [
  1,
  (s) => statement(s?.shape.length === 0 ? s : refuse('a scalar is wanted')),
];
const ofNumbers = (statement: (s: Term, t: Term) => Formula): Entry => [
  2,
  (s, t) =>
    s?.shape.length === 0 && t?.shape.length === 0
      ? statement(s, t)
      : refuse('two scalars are wanted'),
];
const ofMultiple = (statement: (s: Term, u: Term) => Formula): Entry => [
  2,
  (s, u) =>
    s?.shape.length === 0 && u ? statement(s, u) : refuse('a scalar and a term are wanted'),
];
const ofAlike = (statement: (u: Term, v: Term) => Formula): Entry => [
  2,
  (u, v) =>
    u && v && u.shape.join() === v.shape.join()
      ? statement(u, v)
      : refuse('two terms of one shape are wanted'),
];

const turnsSign = (name: string): Entry =>
  ofAny((u) => equal(value(name, negative(u)), negative(value(name, u))));
const differsByArgument = (name: string): Entry =>
  ofAny((u) => equal(less(value(name, u), value(name, negative(u))), u));
const scales = (name: string): Entry =>
  ofMultiple((s, u) =>
    provided(atLeastZero(s), equal(value(name, by(s, u)), by(s, value(name, u)))),
  );

const lengthSquared = (u: Term): Term =>
  einsum('', [
    [u, labelsFor('e', u.shape)],
    [u, labelsFor('e', u.shape)],
  ]);
const movesAtMost = (name: string, squared = q(1n)): Entry =>
  ofAlike((u, v) =>
    compare(
      lengthSquared(less(value(name, u), value(name, v))),
      scale(squared, lengthSquared(less(u, v))),
      false,
    ),
  );
const isNoLonger = (name: string): Entry =>
  ofAny((u) => compare(lengthSquared(value(name, u)), lengthSquared(u), false));
/** As the numbers are ordered, so are the values. */
const inTheOrderOf = (name: string, s: Term, t: Term): Formula => {
  const asOrdered = (strictly: boolean): Formula =>
    provided(compare(s, t, strictly), compare(number(name, s), number(name, t), strictly));
  return both('and', asOrdered(false), asOrdered(true));
};
const rises = (name: string): Entry => ofNumbers((s, t) => inTheOrderOf(name, s, t));

export const functionFacts: Table = {
  'tanh of the negative': turnsSign('tanh'),
  'erf of the negative': turnsSign('erf'),
  'relu of the negative': differsByArgument('relu'),
  'softplus of the negative': differsByArgument('softplus'),
  'gelu of the negative': differsByArgument('gelu'),
  'relu of a multiple': scales('relu'),
  'leakyrelu of a multiple': scales('leakyrelu'),
  'sigmoid of the negative': ofAny((u) =>
    equal(add(value('sigmoid', u), value('sigmoid', negative(u))), ones(u)),
  ),
  'sigmoid by exp': ofAny((u) =>
    equal(entrywise(value('sigmoid', u), add(ones(u), value('exp', negative(u)))), ones(u)),
  ),
  'softplus by exp': ofAny((u) =>
    equal(value('exp', value('softplus', u)), add(ones(u), value('exp', u))),
  ),
  'tanh by sigmoid': ofAny((u) =>
    equal(value('tanh', u), less(scale(q(2n), value('sigmoid', scale(q(2n), u))), ones(u))),
  ),
  'relu at both signs': ofAny((u) =>
    equal(entrywise(value('relu', u), value('relu', negative(u))), zeros(u.shape)),
  ),
  'abs by relu': ofAny((u) =>
    equal(value('abs', u), add(value('relu', u), value('relu', negative(u)))),
  ),
  'relu of relu': ofAny((u) => equal(value('relu', value('relu', u)), value('relu', u))),
  'relu lies above': ofNumber((s) => compare(s, number('relu', s), false)),
  'abs of the negative': ofAny((u) => equal(value('abs', negative(u)), value('abs', u))),
  'abs of a product': ofAlike((u, v) =>
    equal(value('abs', entrywise(u, v)), entrywise(value('abs', u), value('abs', v))),
  ),
  'relu of what is not negative': ofNumber((s) =>
    provided(atLeastZero(s), equal(number('relu', s), s)),
  ),
  'relu of what is not positive': ofNumber((s) =>
    provided(atLeastZero(negative(s)), equal(number('relu', s), zeros([]))),
  ),
  'abs of what is not negative': ofNumber((s) =>
    provided(atLeastZero(s), equal(number('abs', s), s)),
  ),
  'exp of a sum': ofAlike((u, v) =>
    equal(value('exp', add(u, v)), entrywise(value('exp', u), value('exp', v))),
  ),
  'exp of equal entries': ofMultiple((s, u) =>
    equal(value('exp', by(s, ones(u))), by(number('exp', s), ones(u))),
  ),
  'exp of zero': ofAny((u) => equal(value('exp', zeros(u.shape)), ones(u))),
  'a sum of exponentials': [
    1,
    (u) => (
      demand(u?.shape.length === 1, 'a vector is wanted'),
      aboveZero(ein('i->', value('exp', u as Term)))
    ),
  ],
  'exp of a logarithm': ofNumber((s) =>
    provided(aboveZero(s), equal(number('exp', number('log', s)), s)),
  ),
  'logarithm of exp': ofNumber((s) => equal(number('log', number('exp', s)), s)),
  'logarithm of a product': ofNumbers((s, t) =>
    provided(
      both('and', aboveZero(s), aboveZero(t)),
      equal(number('log', ein(',->', s, t)), add(number('log', s), number('log', t))),
    ),
  ),
  'logarithm of one': ofNumber(() => equal(number('log', one), zeros([]))),
  'logarithm of a reciprocal': ofNumber((s) =>
    provided(aboveZero(s), equal(number('log', inverse(s)), negative(number('log', s)))),
  ),
  'softmax of a shift': [
    2,
    (u, s) => {
      const [n, ...more] = u?.shape ?? [];
      if (!u || n === undefined || more.length > 0 || s?.shape.length !== 0)
        return refuse('a vector and a scalar are wanted');
      const soft = (v: Term): Term =>
        jet({ name: 'softmax', family: [], inputs: [n], output: n }, [0], [v]);
      return equal(soft(add(u, by(s, ones(u)))), soft(u));
    },
  ],
  'softmax has a covariance': [
    1,
    (u) => {
      const [n, ...more] = u?.shape ?? [];
      if (!u || n === undefined || more.length > 0) return refuse('a vector is wanted');
      const p = jet({ name: 'softmax', family: [], inputs: [n], output: n }, [0], [u]);
      return is('psd', less(ein('i->ii', p), ein('i,j->ij', p, p)));
    },
  ],
  'log-sum-exp of a shift': [
    2,
    (u, s) => {
      if (u?.shape.length !== 1 || s?.shape.length !== 0)
        return refuse('a vector and a scalar are wanted');
      const total = (v: Term): Term => number('log', ein('i->', value('exp', v)));
      return equal(total(add(u, by(s, ones(u)))), add(s, total(u)));
    },
  ],
  'root of a product': ofNumbers((s, t) =>
    provided(
      both('and', atLeastZero(s), atLeastZero(t)),
      equal(number('sqrt', ein(',->', s, t)), ein(',->', number('sqrt', s), number('sqrt', t))),
    ),
  ),
  'root of a square': ofNumber((s) => equal(number('sqrt', ein(',->', s, s)), number('abs', s))),
  'relu is Lipschitz': movesAtMost('relu'),
  'leakyrelu is Lipschitz': movesAtMost('leakyrelu'),
  'abs is Lipschitz': movesAtMost('abs'),
  'tanh is Lipschitz': movesAtMost('tanh'),
  'softplus is Lipschitz': movesAtMost('softplus'),
  'sigmoid is Lipschitz': movesAtMost('sigmoid', q(1n, 16n)),
  'relu shrinks': isNoLonger('relu'),
  'leakyrelu shrinks': isNoLonger('leakyrelu'),
  'abs shrinks': isNoLonger('abs'),
  'tanh shrinks': isNoLonger('tanh'),
  'gelu shrinks': isNoLonger('gelu'),
  'silu shrinks': isNoLonger('silu'),
  'softmax is at most 1 long': [
    1,
    (u) => {
      const [n, ...more] = u?.shape ?? [];
      if (!u || n === undefined || more.length > 0) return refuse('a vector is wanted');
      return compare(
        lengthSquared(jet({ name: 'softmax', family: [], inputs: [n], output: n }, [0], [u])),
        one,
        false,
      );
    },
  ],
  'exp is increasing': rises('exp'),
  'tanh is increasing': rises('tanh'),
  'sigmoid is increasing': rises('sigmoid'),
  'softplus is increasing': rises('softplus'),
  'erf is increasing': rises('erf'),
  'leakyrelu is increasing': rises('leakyrelu'),
  'relu does not fall': ofNumbers((s, t) =>
    provided(compare(s, t, false), compare(number('relu', s), number('relu', t), false)),
  ),
  'logarithm is increasing': ofNumbers((s, t) => provided(aboveZero(s), inTheOrderOf('log', s, t))),
  'tanh lies between': ofNumber((s) =>
    both(
      'and',
      compare(constant(-1n), number('tanh', s), true),
      compare(number('tanh', s), one, true),
    ),
  ),
  'sigmoid lies below one': ofNumber((s) => compare(number('sigmoid', s), one, true)),
};
