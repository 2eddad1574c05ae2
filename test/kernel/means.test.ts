/**
 * Means are functions of what their bodies and laws mention: nothing may change a body or a law and
 * leave the mean as it was, and no mean may be ordered where its law does not exist.
 */
import { describe, expect, test } from 'vitest';
import type { Law, RandomVariable } from '../../src/kernel/random-variable.ts';
import { assume, differentiate, dims, generalise } from '../../src/kernel/theorem.ts';
import { meanOfProduct, meanOfSquare, meanOrder } from '../../src/kernel/theorem.ts';
import { restate, specialise, unpack } from '../../src/kernel/theorem.ts';
import { equal, exists, forall, implies, less, write } from '../../src/kernel/formula.ts';
import type { Bound, Formula } from '../../src/kernel/formula.ts';
import {
  add,
  contract,
  inverse,
  jet,
  number,
  scale,
  variable,
  zeros,
} from '../../src/kernel/graph.ts';
import { substitute } from '../../src/kernel/calculus.ts';
import { meanOf, unfolded } from '../../src/kernel/means.ts';
import { ratio } from '../../src/kernel/ratio.ts';
import { KernelError } from '../../src/kernel/seal.ts';
import type { FunctionSymbol, Term } from '../../src/kernel/term.ts';
import { writeTerm } from '../../src/kernel/write.ts';
import { matrix, reflexive, scalar, times, vector } from '../must-fail/tools.ts';

const [x, y, v] = [scalar('x'), scalar('y'), scalar('v')];
const one = number(ratio(1n));
const nought = zeros([]);
const f: FunctionSymbol = { name: 'f', family: [], inputs: [null], output: null };
const of = (t: Term, fn = f): Term => jet(fn, [0], [t]);
const named = (name: string): FunctionSymbol => ({ ...f, name });
const normal = (name: string, variance: Term = one, mean: Term = nought): RandomVariable => ({
  name,
  shape: [],
  family: 0,
  law: { kind: 'normal', mean, variance },
});
const moments = (name: string, mean: Term, ...central: Term[]): RandomVariable => ({
  name,
  shape: [],
  family: 0,
  law: { kind: 'independent', mean, central },
});
const square = (t: Term): Term => times(t, t);
const same = (a: Term, b: Term): boolean => writeTerm(a) === writeTerm(b);
const refused = (make: () => unknown): void => expect(make).toThrow(KernelError);
const zeroFunction = { kind: 'function', x: ['t'], body: nought } as const;
const everyF: Bound = { kind: 'function', fn: f };
const symbolOf = (t: Term): FunctionSymbol => {
  const head = t.monomials[0]?.factors[0]?.head;
  if (head?.kind !== 'jet') throw new Error('no function');
  return head.fn;
};
const folded = meanOf(of(x), [normal('x')]);
const value = unfolded(folded);

describe('what a mean is made of stays what it is', () => {
  test('no quantifier binds a mean, as it is written or at its value', () => {
    for (const t of [folded, value]) {
      expect(symbolOf(t).name).toMatch(/^E#/u);
      refused(() => forall({ kind: 'function', fn: symbolOf(t) }, equal(t, t)));
      refused(() => exists({ kind: 'function', fn: symbolOf(t) }, equal(t, t)));
    }
  });
  test('no function takes the place of one that a mean averages', () => {
    for (const t of [folded, value]) {
      const all = generalise(everyF, reflexive(add(t, of(y))));
      refused(() => specialise(all, zeroFunction));
    }
    const order = generalise(everyF, meanOrder(normal('x'), nought, of(x)));
    refused(() => specialise(order, { kind: 'function', x: ['t'], body: scalar('t') }));
  });
  test('a hypothesis about a mean of f mentions f', () => {
    for (const t of [folded, value]) {
      refused(() => generalise(everyF, assume(equal(t, one))));
      refused(() => unpack(assume(exists(everyF, equal(of(y), y))), assume(equal(t, one))));
    }
  });
  test('no dimension of a mean is renamed', () => {
    const z = vector('z');
    const gaussian: RandomVariable = { ...normal('z'), shape: ['n'] };
    const sum = contract([z], ['i'], '');
    const mean = meanOf(of(sum), [gaussian]);
    for (const t of [reflexive(mean), reflexive(unfolded(mean)), meanOfSquare(gaussian, of(sum))]) {
      refused(() => dims(t, new Map([['n', 'm']])));
      refused(() => dims(t, new Map([['n', '1']])));
      expect(() => dims(t, new Map([['k', 'm']]))).not.toThrow();
    }
  });
  test('what is random does not catch what is put into a mean', () => {
    const moved = meanOf(square(add(x, y)), [normal('x')]);
    const atX = substitute(moved, 'y', { kind: 'term', term: x });
    expect(same(unfolded(atX), add(one, square(x)))).toBe(true);
    const fresh = unfolded(meanOf(square(add(x, x)), [normal('x')]));
    expect(same(fresh, number(ratio(4n)))).toBe(true);
    const under = forall({ kind: 'tensor', name: 'x', shape: [] }, equal(atX, unfolded(atX)));
    const values = generalise({ kind: 'tensor', name: 'x', shape: [] }, reflexive(unfolded(atX)));
    expect(write(restate(values, [], under).conclusion)).toBe(write(under));
  });
  test('no variable has the name of a place', () => {
    refused(() => meanOf(times(scalar('$1'), square(x)), [normal('x')]));
    refused(() => meanOf(square(scalar('$x1')), [normal('$x1')]));
  });
  test('a mean is smooth in nothing that is known of it', () => {
    const spread = meanOf(square(x), [normal('x', v)]);
    refused(() => differentiate(assume(equal(spread, scale(ratio(2n), spread))), 'v', []));
    refused(() => differentiate(restate(reflexive(v), [], equal(spread, v)), 'v', []));
  });
});

describe('other laws and other bodies are other means', () => {
  const all: readonly (readonly [string, () => Term, () => Term])[] = [
    ['variance', () => meanOf(square(x), [normal('x')]), () => meanOf(square(x), [normal('x', v)])],
    ['mean', () => meanOf(of(x), [normal('x')]), () => meanOf(of(x), [normal('x', one, one)])],
    ['function', () => folded, () => meanOf(of(x, named('g')), [normal('x')])],
    ['kinks', () => folded, () => meanOf(of(x, { ...f, kinks: true }), [normal('x')])],
    [
      'which moments belong to which variable',
      () => meanOf(add(x, y), [moments('x', nought, one), moments('y', nought, one, nought)]),
      () => meanOf(add(x, y), [moments('x', nought, one, nought), moments('y', one, nought)]),
    ],
    [
      'a law known by moments alone',
      () => meanOf(of(x), [moments('x', nought, one)]),
      () => meanOf(of(y), [moments('y', nought, one)]),
    ],
    [
      'one variable or two',
      () => meanOf(times(x, x), [normal('x')]),
      () => meanOf(times(x, y), [normal('x'), normal('y')]),
    ],
    [
      'a sign or a Gaussian',
      () => meanOf(times(square(x), square(x)), [normal('x')]),
      () =>
        meanOf(times(square(x), square(x)), [
          { ...normal('x'), law: { kind: 'rademacher' } as Law },
        ]),
    ],
  ];
  test.each(all)('%s', (_, a, b) => {
    expect(symbolOf(a()).name).not.toBe(symbolOf(b()).name);
    refused(() => restate(reflexive(a()), [], equal(a(), b())));
  });
  test('the name of what is random is nothing', () =>
    expect(same(folded, meanOf(of(y), [normal('y')]))).toBe(true));
  test('a mean at another value, or without a hypothesis, is not restated', () => {
    refused(() => restate(reflexive(value), [], equal(folded, scale(ratio(2n), value))));
    refused(() => restate(assume(equal(value, one)), [], equal(folded, one)));
    refused(() => restate(assume(equal(value, one)), [equal(value, nought)], equal(folded, one)));
  });
});

describe('no mean', () => {
  test.each<[string, () => unknown]>([
    ['one variable with two laws', () => meanOf(square(x), [normal('x'), normal('x', v)])],
    ['a law that mentions what is random', () => meanOf(square(x), [normal('x', x)])],
    [
      'a law that depends on another, which is not averaged',
      () => meanOf(square(y), [normal('x'), normal('y', x)]),
    ],
    ['a law that depends on another', () => meanOf(times(x, y), [normal('x'), normal('y', x)])],
    ['of an inverse', () => meanOf(inverse(x), [normal('x')])],
    ['of what is 1 where it is defined', () => meanOf(times(x, inverse(x)), [normal('x')])],
    ['of a logarithm', () => meanOf(of(x, named('log')), [normal('x')])],
    ['of exp of a square', () => meanOf(of(square(x), named('exp')), [normal('x')])],
    ['of a moment that is not declared', () => meanOf(square(square(x)), [moments('x', one, one)])],
    ['of nothing random by moments', () => meanOrder(moments('x', one, one), nought, square(x))],
    ['of a family', () => meanOrder({ ...normal('x'), shape: ['n'], family: 1 }, nought, one)],
    ['on one side', () => meanOrder(normal('x'), nought, inverse(x))],
    ['on the other side', () => meanOrder(normal('x'), inverse(x), nought)],
    ['of a square', () => meanOfSquare(normal('x'), inverse(x))],
    ['of one of two', () => meanOfProduct(normal('x'), x, inverse(x))],
    ['of two shapes', () => meanOfProduct({ ...normal('x'), shape: ['n'] }, vector('x'), one)],
    ['of vectors in an order', () => meanOrder(normal('x'), vector('a'), vector('b'))],
  ])('%s', (_, make) => refused(make));
});

describe('a law that may not exist is a condition', () => {
  test.each([v, number(ratio(-1n)), scale(ratio(-1n), square(v))])('variance %#', (variance) => {
    for (const t of [
      meanOrder(normal('x', variance), nought, square(x)),
      meanOfSquare(normal('x', variance), x),
      meanOfProduct(normal('x', variance), x, one),
    ]) {
      const { conclusion } = t;
      expect(conclusion.kind).toBe('implies');
      if (conclusion.kind === 'implies')
        expect(write(conclusion.left)).toBe(write(less(nought, variance, false)));
    }
  });
  test('a covariance matrix is one too', () => {
    const S = contract([vector('a'), vector('b')], ['i', 'j'], 'ij');
    const t = meanOfSquare(
      { ...normal('x'), shape: ['n'], law: { ...normal('x').law, variance: S } as Law },
      vector('x'),
    );
    expect(t.conclusion.kind).toBe('implies');
  });
});

describe('values', () => {
  const S = matrix('S');
  const z = vector('z');
  const gaussian: RandomVariable = {
    name: 'z',
    shape: ['n'],
    family: 0,
    law: { kind: 'normal', mean: vector('m'), variance: S },
  };
  test('of a matrix, with a matrix among what it depends on', () => {
    const second = meanOf(contract([z, z], ['i', 'j'], 'ij'), [gaussian]);
    const value = add(S, contract([vector('m'), vector('m')], ['i', 'j'], 'ij'));
    expect(same(unfolded(second), value)).toBe(true);
    const doubled = substitute(second, 'S', { kind: 'term', term: scale(ratio(2n), S) });
    expect(same(unfolded(doubled), add(value, S))).toBe(true);
  });
  test('one for each index', () => {
    const image = meanOf(contract([matrix('W', 'm'), z], ['ij', 'j'], 'i'), [gaussian]);
    const rows = substitute(image, 'W', { kind: 'term', term: variable('V', ['k', 'm', 'n']) }, [
      'k',
    ]);
    const value = contract([variable('V', ['k', 'm', 'n']), vector('m')], ['kij', 'j'], 'ki');
    expect(same(contract([unfolded(rows)], ['ki'], 'ki'), value)).toBe(true);
  });
  test('of a mean', () => {
    const inner = meanOf(square(add(x, y)), [normal('y')]);
    expect(same(unfolded(meanOf(inner, [normal('x', v)])), add(one, v))).toBe(true);
  });
  test('of what is in order, of squares and of products', () => {
    const says = (f: Formula): string => write(f);
    const four = number(ratio(4n));
    const everywhere = forall({ kind: 'tensor', name: 'x', shape: [] }, less(x, square(x), false));
    expect(says(meanOrder(normal('x', four, one), x, square(x)).conclusion)).toBe(
      says(implies(everywhere, less(one, number(ratio(5n)), false))),
    );
    expect(says(meanOfSquare(normal('x', four, one), x).conclusion)).toBe(
      says(less(one, number(ratio(5n)), false)),
    );
    expect(says(meanOfProduct(normal('x', four, one), x, one).conclusion)).toBe(
      says(less(one, number(ratio(5n)), false)),
    );
    expect(says(meanOfProduct(normal('x', four, one), x, four).conclusion)).toBe(
      says(less(number(ratio(16n)), number(ratio(80n)), false)),
    );
  });
});
