/** Means checked against what is known of them, and what the kernel must refuse to average. */
import { describe, expect, test } from 'vitest';
import { substitute } from '../../src/kernel/calculus.ts';
import { derivative } from '../../src/kernel/derivative.ts';
import { occurs } from '../../src/kernel/occurrence.ts';
import { expectation } from '../../src/kernel/expectation.ts';
import { cumulant, type Law, type RandomVariable } from '../../src/kernel/random-variable.ts';
import {
  add,
  contract,
  dimension,
  identity,
  inverse,
  jet,
  number,
  operation,
  permute,
  scale,
  variable,
  zeros,
} from '../../src/kernel/graph.ts';
import { ratio } from '../../src/kernel/ratio.ts';
import type { Dim, Monomial, Term } from '../../src/kernel/term.ts';
import { occursDim } from '../../src/kernel/rename.ts';
import { collect } from '../../src/kernel/write.ts';
import { canonical, labelTerm } from '../../src/prover/graphs/labelling.ts';

const none = new Map();
const q = (n: number, d = 1): Term => number(ratio(BigInt(n), BigInt(d)));
const times = (...ts: readonly Term[]): Term =>
  contract(
    ts,
    ts.map(() => ''),
    '',
  );
const minus = (a: Term, b: Term): Term => add(a, scale(ratio(-1n), b));
const [s, t, c] = ['s', 't', 'c'].map((n) => variable(n, [])) as [Term, Term, Term];
const [A, B, S, T] = ['A', 'B', 'S', 'T'].map((n) => variable(n, ['n', 'n'])) as [
  Term,
  Term,
  Term,
  Term,
];
const [a, b, m] = ['a', 'b', 'm'].map((n) => variable(n, ['n'])) as [Term, Term, Term];
const x = variable('x', ['n']);
const z = variable('z', []);
const W = variable('W', ['m', 'n']);

const normal = (mean: Term, variance: Term): Law => ({ kind: 'normal', mean, variance });
const given = (name: string, shape: readonly Dim[], law: Law, family = 0): RandomVariable => ({
  name,
  shape,
  family,
  law,
});
const centred = given('x', ['n'], normal(zeros([]), s));
const one = given('z', [], normal(zeros([]), s));
const matrix = given('W', ['m', 'n'], normal(zeros([]), s));
const mean = (term: Term, ...random: readonly RandomVariable[]): Term =>
  expectation(term, random, (g: Monomial) => canonical(g, none).label);
const same = (left: Term, right: Term): void => {
  const difference = minus(left, right);
  expect([...collect(difference.monomials, labelTerm(difference, none)).keys()]).toEqual([]);
};
const power = (v: Term, k: number): Term => times(...Array<Term>(k).fill(v));
const form = (M: Term): Term => contract([x, M, x], ['i', 'ij', 'j'], '');
const fn = (name: string, input: Dim | null = null): Parameters<typeof jet>[0] => ({
  name,
  family: [],
  inputs: [input],
  output: null,
});
const at = (name: string, u: Term, order = 0): Term => jet(fn(name), [order], [u], u.shape);

describe('Gaussian variables', () => {
  test.each([
    [2, 1],
    [4, 3],
    [6, 15],
    [8, 105],
    [1, 0],
    [3, 0],
    [5, 0],
  ])('moment %i of a scalar', (k, value) => {
    same(mean(power(z, k), one), k % 2 === 1 ? q(0) : times(q(value), power(s, k / 2)));
  });
  test('moments about a mean', () => {
    same(mean(power(z, 3), given('z', [], normal(c, s))), add(power(c, 3), times(q(3), c, s)));
    same(
      mean(contract([x, x], ['i', 'j'], 'ij'), given('x', ['n'], normal(m, S))),
      add(S, contract([m, m], ['i', 'j'], 'ij')),
    );
    same(
      mean(contract([x], ['i'], ''), given('x', ['n'], normal(c, s))),
      contract([c], [''], '', { i: 'n' }),
    );
  });
  test('quadratic forms', () => {
    same(mean(form(A), centred), times(s, contract([A], ['ii'], '')));
    const pair = (p: string): Term => contract([A, B], ['ij', p], '');
    same(
      mean(times(form(A), form(B)), centred),
      times(s, s, add(contract([A, B], ['ii', 'jj'], ''), pair('ij'), pair('ji'))),
    );
    const correlated = given('x', ['n'], normal(zeros([]), S));
    same(mean(form(A), correlated), contract([A, S], ['ij', 'ij'], ''));
    const along = (v: Term): Term => contract([v, x], ['i', 'i'], '');
    const spread = contract([a, S, a], ['i', 'ij', 'j'], '');
    same(mean(power(along(a), 4), correlated), times(q(3), spread, spread));
  });
  test('rows of a matrix, and members of a family', () => {
    same(
      mean(contract([W, W], ['ai', 'aj'], 'ij'), matrix),
      contract([s, identity('n')], ['', 'ij'], 'ij', { a: 'm' }),
    );
    const F = variable('F', ['N', 'n']);
    const family = given('F', ['N', 'n'], normal(zeros([]), S), 1);
    same(
      mean(contract([F, F], ['ki', 'lj'], 'kilj'), family),
      contract([identity('N'), S], ['kl', 'ij'], 'kilj'),
    );
  });
  test('several variables, whatever their order', () => {
    const y = given('y', ['n'], normal(zeros([]), t));
    const square = power(contract([x, variable('y', ['n'])], ['i', 'i'], ''), 2);
    const value = contract([s, t], ['', ''], '', { i: 'n' });
    same(mean(square, centred, y), value);
    same(mean(square, y, centred), value);
  });
});

describe('independent entries', () => {
  const law: Law = { kind: 'independent', mean: zeros([]), central: [s, t, c] };
  test('a moment that nobody declared is not 0', () => {
    const known: Law = { kind: 'independent', mean: zeros([]), central: [s] };
    expect(cumulant(given('z', [], known), 2)).toBe(s);
    expect(() => cumulant(given('z', [], known), 3)).toThrow(/not declared/);
  });
  const entries = given('x', ['n'], law);
  test('third and fourth moments', () => {
    const cubed = power(contract([a, x], ['i', 'i'], ''), 3);
    same(mean(cubed, entries), times(t, contract([a, a, a], ['i', 'i', 'i'], '')));
    const fourth = power(contract([a, x], ['i', 'i'], ''), 4);
    const excess = add(c, times(q(-3), s, s));
    same(
      mean(fourth, entries),
      add(
        times(q(3), s, s, contract([a, a, a, a], ['i', 'i', 'j', 'j'], '')),
        times(excess, contract([a, a, a, a], ['i', 'i', 'i', 'i'], '')),
      ),
    );
  });
  test('a scalar with a mean', () =>
    same(
      mean(
        power(z, 2),
        given('z', [], { kind: 'independent', mean: b.shape.length === 1 ? c : c, central: [s] }),
      ),
      add(s, power(c, 2)),
    ));
  test('a moment that was not declared', () => {
    expect(() =>
      mean(power(z, 3), given('z', [], { kind: 'independent', mean: zeros([]), central: [s] })),
    ).toThrow(/moment 3 of z/);
    expect(() => mean(power(z, 5), given('z', [], { ...law }))).toThrow(/moment 5 of z/);
  });
  test('a moment beyond the fourth, which is not a cumulant', () => {
    expect(() => mean(power(z, 2), given('z', [], { ...law, central: [s, t, c, s] }))).toThrow(
      /more moments than the fourth/,
    );
  });
  test.each([2, 4, 6, 8])('signs to the power %i are 1', (k) =>
    same(mean(power(z, k), given('z', [], { kind: 'rademacher' })), q(1)),
  );
  test('odd powers of signs are 0', () =>
    same(mean(power(z, 3), given('z', [], { kind: 'rademacher' })), q(0)));
});

test('the name of a mean function is its description, whatever was named before', () => {
  const f = { name: 'f', family: [], inputs: [null], output: null };
  const nameOf = (t: Term): string => {
    const head = mean(jet(f, [0], [t]), one).monomials[0]?.factors[0]?.head;
    return head?.kind === 'jet' ? head.fn.name : '';
  };
  const before = nameOf(times(c, z));
  expect(before).toMatch(/^E#f·.*normal/u);
  expect(nameOf(times(t, z))).toBe(before);
  expect(nameOf(times(c, c, z))).not.toBe(before);
  expect(nameOf(times(c, z))).toBe(before);
});

describe('kinks', () => {
  const relu = at('relu', z);
  test.each([
    [2, 1],
    [4, 3],
    [6, 15],
  ])('relu to the power %i keeps half', (k, value) =>
    same(mean(power(relu, k), one), times(q(value, 2), power(s, k / 2))),
  );
  test('products with what is even', () => {
    same(mean(times(relu, z), one), times(q(1, 2), s));
    same(mean(power(at('abs', z), 2), one), s);
    same(mean(times(at('abs', z), z), one), q(0));
    same(mean(times(at('relu', z, 1), z, z), one), times(q(1, 2), s));
  });
  test('a square of signs is 1 where its argument varies, and 0 where it is always 0', () => {
    const varies = (v: Term): Term => times(at('abs', v, 1), at('abs', v, 1));
    same(mean(power(at('abs', z, 1), 2), one), varies(s));
    same(mean(times(power(at('abs', z, 1), 2), z, z), one), times(s, varies(s)));
    same(mean(times(at('abs', z, 1), at('abs', z)), one), q(0));
    const rows = at('abs', contract([W, a], ['ij', 'j'], 'i'), 1);
    const spread = times(s, contract([a, a], ['i', 'i'], ''));
    const each = times(contract([], [], '', { i: 'm' }), varies(spread));
    same(mean(contract([rows, rows], ['i', 'i'], ''), matrix), each);
    const M = variable('M', ['m', 'n']);
    const w = variable('w', ['n']);
    const turned = at('abs', contract([M, w], ['ij', 'j'], 'i'), 1);
    const spreads = at('abs', contract([M, M, s], ['ij', 'ij', ''], 'i'), 1);
    same(
      mean(
        contract([turned, turned], ['i', 'i'], ''),
        given('w', ['n'], { kind: 'normal', mean: zeros([]), variance: s }),
      ),
      contract([spreads, spreads], ['i', 'i'], ''),
    );
  });
  test('rows are distinguished', () => {
    const rows = at('relu', contract([W, a], ['ij', 'j'], 'i'));
    const length = (v: Term): Term => contract([v, v], ['i', 'i'], '');
    const aa = length(a);
    // m rows: m (3/2) s² + m (m − 1) (1/4) s², all times |a|⁴
    const wanted = add(
      times(q(5, 4), contract([], [], '', { i: 'm' })),
      times(q(1, 4), contract([], [], '', { i: 'm', j: 'm' })),
    );
    same(mean(times(length(rows), length(rows)), matrix), times(wanted, s, s, aa, aa));
  });
  test.each<[string, () => Term, RandomVariable, RegExp]>([
    ['an odd power', () => relu, one, /odd power/],
    ['|z|', () => at('abs', z), one, /odd power/],
    ['a law with a mean', () => power(relu, 2), given('z', [], normal(c, s)), /symmetric/],
    [
      'a law that is not known to be symmetric',
      () => power(relu, 2),
      given('z', [], { kind: 'independent', mean: zeros([]), central: [s, zeros([]), t] }),
      /symmetric/,
    ],
    [
      'two functions of one row',
      () => times(relu, at('relu', scale(ratio(2n), z))),
      one,
      /two different/,
    ],
    ['a shifted argument', () => power(at('relu', add(z, c)), 2), one, /not linear/],
    ['a square', () => power(at('relu', times(z, z)), 2), one, /not linear/],
    [
      'a kink of signs',
      () => times(at('relu', z, 1), z, z),
      given('z', [], { kind: 'rademacher' }),
      /kink/,
    ],
    [
      'a correlated entry flipped alone',
      () => contract([at('relu', x), x], ['i', 'j'], 'ij'),
      given('x', ['n'], normal(zeros([]), S)),
      /odd power|two different|rows/,
    ],
    ['an inverse', () => times(inverse(z), z, z), one, /inverse/],
    ['a second derivative', () => times(at('relu', z, 2), z, z), one, /relu/],
  ])('%s is refused', (name, term, random, message) => {
    if (name === 'a correlated entry flipped alone')
      same(mean(term(), random), scale(ratio(1n, 2n), S));
    else expect(() => mean(term(), random)).toThrow(message);
  });
  test('a kink whose argument something else random may bring to 0', () => {
    const u = times(z, at('relu', variable('w', [])));
    expect(() =>
      mean(times(at('relu', u, 1), z, z), given('w', [], normal(zeros([]), s)), one),
    ).toThrow();
  });
});

describe('functions', () => {
  const f = (u: Term, k = 0): Term => jet(fn('f'), [k], [u]);
  test('g(x_i, x_j) has another law where i = j', () => {
    const g = { name: 'g', family: [], inputs: [null, null], output: null };
    const [rows, columns] = [
      contract([x], ['i'], 'ij', { j: 'n' }),
      contract([x], ['j'], 'ij', { i: 'n' }),
    ];
    expect(() => mean(jet(g, [0, 0], [rows, columns], ['n', 'n']), centred)).toThrow(
      /different indices/,
    );
    expect(mean(jet(g, [0, 0], [x, scale(ratio(2n), x)], ['n']), centred).shape).toEqual(['n']);
    expect(
      mean(jet(g, [0, 0], [rows, contract([a], ['j'], 'ij', { i: 'n' })], ['n', 'n']), centred)
        .shape,
    ).toEqual(['n', 'n']);
  });
  test('two laws of the same moments are two laws', () => {
    const law: Law = { kind: 'independent', mean: zeros([]), central: [s] };
    const w = variable('w', []);
    expect(() => same(mean(f(z), given('z', [], law)), mean(f(w), given('w', [], law)))).toThrow();
    same(mean(f(z), one), mean(f(w), { ...one, name: 'w' }));
  });
  test('a law of which moments alone are known may be another for each mean', () => {
    const moved = mean(
      f(z),
      given('z', [], { kind: 'independent', mean: c, central: [number(ratio(1n))] }),
    );
    const slope = mean(
      f(z, 1),
      given('z', [], { kind: 'independent', mean: c, central: [number(ratio(1n))] }),
    );
    expect(() => same(derivative(moved, 'c', []), slope)).toThrow();
  });
  test('E[f(l z)] is another number for each l', () => {
    const size = dimension('l');
    expect(occursDim('l', mean(f(times(size, z)), one))).toBe(true);
    expect(occursDim('l', mean(f(z), given('z', [], normal(zeros([]), times(size, s)))))).toBe(
      true,
    );
  });
  test("Stein: E[z f(z)] = s E[f'(z)], about a mean too", () => {
    same(mean(times(z, f(z)), one), times(s, mean(f(z, 1), one)));
    const shifted = given('z', [], normal(c, s));
    same(
      mean(times(z, f(z)), shifted),
      add(times(c, mean(f(z), shifted)), times(s, mean(f(z, 1), shifted))),
    );
  });
  const differ = (left: Term, right: Term): void => {
    const difference = minus(left, right);
    expect(collect(difference.monomials, labelTerm(difference, none)).size).toBeGreaterThan(0);
  };
  test('a mean function has its arguments in the order of its name', () => {
    const moved = (x: Term, y: Term): Term => mean(f(times(add(x, scale(ratio(2n), y)), z)), one);
    differ(moved(c, t), moved(t, c));
    // whichever is written first
    same(mean(f(times(add(scale(ratio(2n), t), c), z)), one), moved(c, t));
    same(mean(f(times(add(scale(ratio(2n), c), t), z)), one), moved(t, c));
    // the same function of two arguments
    const swapped = (u: Term): Term =>
      substitute(
        substitute(substitute(u, 'c', { kind: 'term', term: variable('h', []) }), 't', {
          kind: 'term',
          term: c,
        }),
        'h',
        { kind: 'term', term: t },
      );
    same(swapped(moved(c, t)), moved(t, c));
    same(
      substitute(moved(c, t), 'c', { kind: 'term', term: t }),
      substitute(moved(t, c), 'c', { kind: 'term', term: t }),
    );
  });
  test('means under other laws and of other arguments are other functions', () => {
    differ(mean(f(z), one), mean(f(z), given('z', [], normal(zeros([]), t))));
    differ(mean(f(z), one), mean(f(z), given('z', [], normal(c, s))));
    differ(mean(f(z), one), mean(f(scale(ratio(2n), z)), one));
    differ(
      mean(f(z), one),
      mean(f(z), given('z', [], { kind: 'independent', mean: zeros([]), central: [s] })),
    );
    differ(mean(f(z), one), mean(f(z), given('z', [], normal(zeros([]), scale(ratio(2n), s)))));
    differ(mean(f(z), one), f(zeros([])));
    differ(mean(f(add(z, c)), one), mean(f(z), one));
  });
  test('what a mean depends on stands among its arguments', () => {
    expect(
      JSON.stringify(mean(f(z), one), (_, v: unknown) => (typeof v === 'bigint' ? String(v) : v)),
    ).toContain('"name":"s"');
    expect(
      JSON.stringify(mean(f(times(c, z)), one), (_, v: unknown) =>
        typeof v === 'bigint' ? String(v) : v,
      ),
    ).toContain('"name":"c"');
  });
  test('products of functions are functions of all their arguments', () => {
    const g = (u: Term, k = 0): Term => jet(fn('g'), [k], [u]);
    same(mean(times(f(z), g(z)), one), mean(times(g(z), f(z)), one));
    same(
      mean(times(z, f(z), g(z)), one),
      times(s, add(mean(times(f(z, 1), g(z)), one), mean(times(f(z), g(z, 1)), one))),
    );
    const w = given('w', [], normal(zeros([]), s));
    same(mean(times(f(z), f(variable('w', []))), one, w), times(mean(f(z), one), mean(f(z), one)));
    differ(mean(times(f(z), f(z)), one), times(mean(f(z), one), mean(f(z), one)));
    differ(mean(times(f(z), f(z)), one), mean(times(f(z), g(z)), one));
    // of three functions, the second and the third may have kinks
    const kinked = (name: string): Term => jet({ ...fn(name), kinks: true }, [0], [z]);
    differ(
      mean(times(f(z), g(z), kinked('h')), one),
      mean(times(f(z), kinked('g'), kinked('h')), one),
    );
    differ(mean(times(f(z), f(scale(ratio(2n), z))), one), mean(times(f(z), f(z)), one));
    differ(
      mean(times(f(z, 1), f(scale(ratio(2n), z))), one),
      mean(times(f(z), f(scale(ratio(2n), z), 1)), one),
    );
    // the derivative by where the law is centred falls on one function, then on the other
    const around = given('z', [], normal(c, s));
    same(
      derivative(mean(times(f(z), g(z)), around), 'c', []),
      add(mean(times(f(z, 1), g(z)), around), mean(times(f(z), g(z, 1)), around)),
    );
  });
  test('Stein under a covariance matrix, which stands among the arguments of the mean', () => {
    const g = (k = 0): Term => jet(fn('f', 'n'), [k], [x]);
    const [under, other] = [S, T].map((covariance) =>
      given('x', ['n'], normal(zeros([]), covariance)),
    ) as [RandomVariable, RandomVariable];
    same(
      mean(contract([x, g()], ['i', ''], 'i'), under),
      contract([S, mean(g(1), under)], ['ij', 'j'], 'i'),
    );
    const shifted = { ...under, law: normal(a, S) };
    same(
      mean(contract([x, g()], ['i', ''], 'i'), shifted),
      add(
        contract([a, mean(g(), shifted)], ['i', ''], 'i'),
        contract([S, mean(g(1), shifted)], ['ij', 'j'], 'i'),
      ),
    );
    differ(mean(g(), under), mean(g(), other));
    differ(mean(g(), under), mean(g(), centred));
    expect(occurs('S', mean(g(), under))).toBe(true);
    expect(
      occurs('S', mean(jet(fn('f', 'n'), [0], [contract([S, x], ['ij', 'j'], 'i')]), centred)),
    ).toBe(true);
    // entry by entry another number: the derivative by the covariance is not 0
    expect(derivative(mean(g(), under), 'S', ['n', 'n']).monomials.length).toBe(1);
    differ(
      substitute(mean(g(), under), 'S', { kind: 'term', term: permute(S, [1, 0]) }),
      mean(g(), under),
    );
  });
  test.each<[string, () => Term, RandomVariable, RegExp]>([
    [
      'a product of functions with indices',
      () => contract([at('phi', x), at('phi', x)], ['i', 'i'], 'i'),
      centred,
      /that are not scalars/,
    ],
    [
      'a product of vector functions',
      () =>
        contract(
          [
            jet({ ...fn('F', 'n'), output: 'm' }, [0], [x]),
            jet({ ...fn('F', 'n'), output: 'm' }, [0], [x]),
          ],
          ['i', 'i'],
          '',
        ),
      centred,
      /that are not scalars/,
    ],
    [
      'Stein under another law',
      () => times(z, f(z)),
      given('z', [], { kind: 'rademacher' }),
      /not Gaussian/,
    ],
    ['an argument that is not linear', () => f(times(z, z)), one, /not linear/],
    [
      'Stein with an argument that is not linear',
      () => times(z, f(times(z, z))),
      one,
      /not linear/,
    ],
    [
      'entries of different variances',
      () => at('phi', x),
      given('x', ['n'], normal(zeros([]), S)),
      /depends on its index/,
    ],
    [
      'entries with factors of their own',
      () => at('phi', contract([a, x], ['i', 'i'], 'i')),
      centred,
      /depends on its index/,
    ],
    [
      'a covariance that is computed',
      () => jet(fn('f', 'n'), [0], [x]),
      given('x', ['n'], normal(zeros([]), inverse(S))),
      /on a tensor or on a function/,
    ],
    [
      'a linear map that is a tensor',
      () =>
        jet(
          fn('f', 'n'),
          [0],
          [contract([variable('H', ['n', 'n', 'n']), x, a], ['ijk', 'j', 'k'], 'i')],
        ),
      centred,
      /on a tensor or on a function/,
    ],
  ])('%s is refused', (_, term, random, message) =>
    expect(() => mean(term(), random)).toThrow(message),
  );
});

describe('what is given is checked', () => {
  test('a law that depends on something random', () =>
    expect(() => mean(z, one, given('x', ['n'], normal(zeros([]), z)))).toThrow(
      /depends on something random/,
    ));
  test('two variables of one name', () => expect(() => mean(z, one, one)).toThrow(/one name/));
  test('parameters of another shape', () =>
    expect(() => mean(z, given('z', [], normal(zeros([]), S)))).toThrow(/parameter/));
  test('a covariance of a matrix', () =>
    expect(() => mean(W, given('W', ['m', 'n'], normal(zeros([]), S)))).toThrow(/parameter/));
  test('labels that lie', () => {
    const lying = (): { order: readonly number[] } => ({ order: ['0'] as unknown as number[] });
    expect(() => expectation(power(z, 4), [one], lying)).toThrow();
    // an order that is read a third time and is another by then
    const changing = (g: Monomial): { order: readonly number[] } => {
      let reads = 0;
      const order = [...g.factors.keys()];
      return {
        get order() {
          return ++reads <= 2 ? order : (order.map(String) as unknown as number[]);
        },
      };
    };
    same(expectation(power(z, 4), [one], changing), times(q(3), s, s));
    const swapping = (g: Monomial): Record<string, never> => {
      expect(() => Object.assign(g, { factors: [] })).toThrow();
      return {};
    };
    same(expectation(power(z, 2), [one], swapping), s);
  });
});

describe('closed forms', () => {
  const half = scale(ratio(1n, 2n), s);
  const exp = (u: Term): Term => at('exp', u);
  const differs = (left: Term, right: Term): void => {
    const difference = minus(left, right);
    expect(collect(difference.monomials, labelTerm(difference, none)).size).toBeGreaterThan(0);
  };
  test('exp of a Gaussian', () => {
    same(mean(exp(z), one), exp(half));
    same(mean(exp(z), given('z', [], normal(c, s))), exp(add(c, half)));
    same(mean(times(exp(z), exp(z)), one), exp(times(q(2), s)));
    same(mean(times(z, exp(z)), one), times(s, exp(half)));
    const along = contract([a, x], ['i', 'i'], '');
    same(
      mean(exp(along), given('x', ['n'], normal(m, S))),
      exp(
        add(
          contract([a, m], ['i', 'i'], ''),
          scale(ratio(1n, 2n), contract([a, S, a], ['i', 'ij', 'j'], '')),
        ),
      ),
    );
    same(mean(exp(x), centred), exp(contract([half], [''], 'i', { i: 'n' })));
    const sign = mean(exp(z), given('z', [], { kind: 'rademacher' }));
    differs(sign, exp(half));
    differs(sign, exp(zeros([])));
    const unknown = given('z', [], { kind: 'independent', mean: zeros([]), central: [s] });
    expect(() => mean(exp(z), unknown)).toThrow(/which is not declared/);
  });
  test('nothing, where the whole has no mean, though a factor of it has the mean 0', () => {
    const both = (t: Term): Term => expectation(t, [one, given('y', [], normal(zeros([]), s))]);
    const y = variable('y', []);
    expect(() => both(times(z, inverse(y)))).toThrow(/an inverse of something random/);
    expect(() => both(times(z, exp(times(y, y))))).toThrow(/not linear in something random/);
    expect(() => both(times(z, at('log', times(y, y))))).toThrow(/log of something/);
    same(both(times(z, exp(y))), zeros([]));
  });
  const tanh = (u: Term, order = 0): Term => at('tanh', u, order);
  test('odd functions of what is symmetric', () => {
    same(mean(tanh(z), one), q(0));
    same(mean(tanh(z, 2), one), q(0));
    same(mean(times(tanh(z), tanh(z, 1)), one), q(0));
    same(mean(tanh(z), given('z', [], { kind: 'rademacher' })), q(0));
    for (const even of [tanh(z, 1), times(tanh(z), tanh(z)), tanh(add(z, c)), at('sigmoid', z)])
      differs(mean(even, one), q(0));
    differs(mean(tanh(z), given('z', [], normal(c, s))), q(0));
    differs(
      mean(tanh(z), given('z', [], { kind: 'independent', mean: zeros([]), central: [s] })),
      q(0),
    );
  });
  test('functions of a mirrored variable', () => {
    const f = (u: Term): Term => at('f', u);
    const back = scale(ratio(-1n), z);
    same(mean(f(z), one), mean(f(back), one));
    same(mean(f(add(c, z)), one), mean(f(add(c, back)), one));
    differs(mean(f(z), given('z', [], normal(c, s))), mean(f(back), given('z', [], normal(c, s))));
    const law: Law = { kind: 'independent', mean: zeros([]), central: [s] };
    differs(mean(f(z), given('z', [], law)), mean(f(back), given('z', [], law)));
  });
  test('a determinant of centred independent entries', () => {
    const square = (law: Law): RandomVariable => given('M', ['n', 'n'], law);
    const M = variable('M', ['n', 'n']);
    const gauss = square(normal(zeros([]), s));
    const det = (u: Term): Term => operation('det', u);
    same(mean(det(M), gauss), q(0));
    same(mean(det(scale(ratio(2n), permute(M, [1, 0]))), gauss), q(0));
    same(mean(times(c, det(M)), square({ kind: 'rademacher' })), q(0));
    for (const [term, random] of [
      [det(add(M, A)), gauss],
      [det(contract([M, A], ['ij', 'jk'], 'ik')), gauss],
      [times(det(M), det(M)), gauss],
      [det(M), square(normal(c, s))],
      [det(M), square({ kind: 'independent', mean: zeros([]), central: [s] })],
    ] as const)
      expect(() => mean(term, random)).toThrow();
  });
  const softmax = (u: Term, order = 0): Term =>
    jet({ name: 'softmax', family: [], inputs: ['n'], output: 'n' }, [order], [u]);
  test('softmax sums to 1', () => {
    same(mean(contract([softmax(x)], ['i'], ''), centred), q(1));
    same(mean(contract([softmax(x, 1)], ['ij'], 'j'), centred), zeros(['n']));
    differs(mean(contract([a, softmax(x)], ['i', 'i'], ''), centred), q(1));
    differs(mean(softmax(x), centred), contract([], [], 'i', { i: 'n' }));
  });
});
