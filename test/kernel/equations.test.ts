/** Equations: labels, symmetries, uses in context, replacement, derivatives, dimensions. */
import { describe, expect, test } from 'vitest';
import {
  contract,
  dimension,
  identity,
  inverse,
  jet,
  permute,
  operation,
  scale,
  variable,
  zeros,
} from '../../src/kernel/graph.ts';
import { negative, one, ratio } from '../../src/kernel/ratio.ts';
import { equal, exists, forall, is, write, type Bound } from '../../src/kernel/formula.ts';
import {
  assume,
  differentiate,
  dims,
  linear,
  replace,
  specialise,
  type Theorem,
} from '../../src/kernel/theorem.ts';
import type { Label } from '../../src/kernel/write.ts';
import {
  activation,
  apply,
  at,
  holeOf,
  lin,
  loop,
  matrix,
  minus,
  nought,
  product,
  reflexive,
  refused,
  scalar,
  times,
  unit,
  use,
  vector,
} from '../must-fail/tools.ts';

const [A, B, C] = [matrix('A'), matrix('B'), matrix('C')];
const [a, b, x] = [scalar('a'), scalar('b'), scalar('x')];
const flip = (t: ReturnType<typeof matrix>): ReturnType<typeof matrix> => permute(t, [1, 0]);
const trace = (...m: ReturnType<typeof matrix>[]): ReturnType<typeof matrix> =>
  contract(
    m,
    m.map((_, i) => `${i}${(i + 1) % m.length}`),
    '',
  );
const says = (t: Theorem, text: string): void => expect(write(t.conclusion)).toBe(text);

describe('linear', () => {
  test('proves what is the same graph under a labelling', () => {
    says(
      linear(trace(A, B), trace(B, A), [], [{}, { order: [1, 0] }]),
      write(equal(trace(A, B), trace(B, A))),
    );
    expect(lin(trace(A, B, C), trace(C, A, B)).hypotheses).toEqual([]);
    expect(lin(permute(product(A, B), [1, 0]), product(flip(B), flip(A))).axioms).toEqual([]);
  });
  test.each<[string, () => unknown]>([
    ['tr ABC = tr ACB', () => lin(trace(A, B, C), trace(A, C, B))],
    ['AB = BA', () => lin(product(A, B), product(B, A))],
    ["A = A'", () => lin(A, flip(A))],
    ['A = 2A', () => lin(A, scale(ratio(2n), A))],
    ['A = -A', () => lin(A, scale(negative(one), A))],
    ['n = 1', () => lin(loop('n'), unit())],
    ['n = m', () => lin(loop('n'), loop('m'))],
    ['n = n²', () => lin(loop('n'), dimension('n', 2))],
    ['1/n = n', () => lin(dimension('n', -1), dimension('n'))],
    ["f = f'", () => lin(at(x), at(x, 1))],
    ['f(a) = f(b)', () => lin(at(a), at(b))],
    ['f(a) = g(a)', () => lin(at(a), at(a, 0, { ...activation, name: 'g' }))],
    ['inv A = A', () => lin(inverse(A), A)],
    ["inv(A)' = inv(A)", () => lin(flip(inverse(A)), inverse(A))],
    ['1/s = s', () => lin(inverse(a), a)],
    ['s · 1/s = 1', () => lin(times(a, inverse(a)), unit())],
    ['A inv(A) = I', () => lin(product(A, inverse(A)), identity('n'))],
    ['rank A = det A', () => lin(operation('rank', A), operation('det', A))],
    [
      "u v' = v u'",
      () =>
        lin(
          contract([vector('u'), vector('v')], ['i', 'j'], 'ij'),
          contract([vector('v'), vector('u')], ['i', 'j'], 'ij'),
        ),
    ],
    [
      "diag v = v 1'",
      () =>
        lin(contract([vector('v')], ['i'], 'ii'), contract([vector('v')], ['i'], 'ij', { j: 'n' })),
    ],
    ["I = 1 1'", () => lin(identity('n'), contract([], [], 'ij', { i: 'n', j: 'n' }))],
    [
      'Σ v_i² = (Σ v_i)²',
      () =>
        lin(
          contract([vector('v'), vector('v')], ['i', 'i'], ''),
          contract([vector('v'), vector('v')], ['i', 'j'], ''),
        ),
    ],
    [
      'Σ_i v_i w_i z_i joined in pairs',
      () => lin(contract([A, B], ['ii', 'ii'], ''), contract([A, B], ['ij', 'ij'], '')),
    ],
    ['a = 0', () => lin(a, nought())],
    [
      'two names that differ in a sign of the texts',
      () => lin(variable('a.b', []), variable('a', [])),
    ],
    ['variables of other dimensions', () => equal(vector('v', 'n'), vector('v', 'm'))],
  ])('not %s', (_, attack) => refused(attack));

  test('a labelling that is not a permutation', () => {
    const bad: Label[][] = [
      [{ order: [0, 0] }, {}],
      [{ order: [0] }, {}],
      [{ order: [0, 2] }, {}],
      [{ order: [0, 1, 2] }, {}],
      [{ order: [0, 0.5] }, {}],
      [{ slots: { 0: [0, 0] } }, {}],
      [{ slots: { 0: [1] } }, {}],
      [{ slots: { 0: [0, 1, 1] } }, {}],
    ];
    for (const labels of bad)
      refused(() => linear(trace(A, B), trace(A, C), [], labels), /permutation/);
    refused(() => linear(trace(A, B), trace(B, A), [], [{}, {}]), /differ/);
  });
  test('slots are not swapped without their symmetry', () => {
    const labels: Label[] = [{}, { slots: { 0: [1, 0] } }];
    refused(() => linear(A, flip(A), [], labels), /symmetry/);
    const symmetric = assume(equal(A, flip(A)));
    expect(linear(A, flip(A), [], labels, [symmetric]).hypotheses).toHaveLength(1);
    refused(() => linear(B, flip(B), [], labels, [symmetric]), /symmetry/);
    const anti = assume(equal(A, scale(negative(one), flip(A))));
    refused(() => linear(A, flip(A), [], labels, [anti]), /differ/);
    expect(linear(A, scale(negative(one), flip(A)), [], labels, [anti]).hypotheses).toHaveLength(1);
    const T = variable('T', ['n', 'n', 'n']);
    const last = assume(equal(T, permute(T, [0, 2, 1])));
    refused(
      () => linear(T, permute(T, [1, 0, 2]), [], [{}, { slots: { 0: [1, 0, 2] } }], [last]),
      /symmetry/,
    );
    refused(
      () => linear(T, permute(T, [2, 0, 1]), [], [{}, { slots: { 0: [1, 2, 0] } }], [last]),
      /symmetry/,
    );
    expect(
      linear(T, permute(T, [0, 2, 1]), [], [{}, { slots: { 0: [0, 2, 1] } }], [last]).hypotheses,
    ).toHaveLength(1);
  });
  test('a symmetry applies to one factor by the theorem itself', () => {
    const labels: Label[] = [{}, { slots: { 0: [1, 0] } }];
    refused(() => linear(A, flip(A), [], labels, [assume(equal(A, A))]), /no symmetry/);
    refused(() => linear(A, flip(A), [], labels, [assume(equal(A, B))]), /no symmetry/);
    refused(
      () => linear(A, flip(A), [], labels, [assume(equal(A, scale(ratio(2n), flip(A))))]),
      /no symmetry/,
    );
    refused(
      () => linear(A, flip(A), [], labels, [assume(equal(product(A, B), flip(product(A, B))))]),
      /single factor/,
    );
    refused(
      () =>
        linear(A, flip(A), [], labels, [
          assume(equal(scale(ratio(2n), A), scale(ratio(2n), flip(A)))),
        ]),
      /single factor/,
    );
    refused(
      () => linear(A, flip(A), [], labels, [assume(equal(vector('v'), vector('v')))]),
      /single factor/,
    );
    refused(() => linear(A, flip(A), [], labels, [assume(is('pd', A))]), /equal/);
  });
  test('mixed derivatives commute, by one argument only', () => {
    const f = { name: 'f', family: [], inputs: ['n'], output: 'n' };
    const g = { name: 'g', family: [], inputs: ['n', 'n'], output: null };
    const v = vector('v');
    const h = jet(f, [2], [v]);
    expect(lin(h, permute(h, [0, 2, 1])).hypotheses).toEqual([]);
    refused(() => lin(h, permute(h, [1, 0, 2])));
    refused(
      () => linear(h, permute(h, [1, 0, 2]), [], [{}, { slots: { 0: [1, 0, 2] } }]),
      /symmetry/,
    );
    const jac = jet(f, [1], [v]);
    refused(
      () => linear(jac, permute(jac, [1, 0]), [], [{}, { slots: { 0: [1, 0] } }]),
      /symmetry/,
    );
    const mixed = jet(g, [1, 1], [v, v]);
    refused(
      () => linear(mixed, permute(mixed, [1, 0]), [], [{}, { slots: { 0: [1, 0] } }]),
      /symmetry/,
    );
    const family = jet({ ...f, name: 'k', family: ['n'], output: null }, [1], [v]);
    refused(
      () => linear(family, permute(family, [1, 0]), [], [{}, { slots: { 0: [1, 0] } }]),
      /symmetry/,
    );
    const params = jet(activation, [2], [matrix('A')], ['n', 'n']);
    refused(
      () => linear(params, permute(params, [1, 0]), [], [{}, { slots: { 0: [1, 0] } }]),
      /symmetry/,
    );
  });
  test('an equation is used in its own direction and context', () => {
    const eq = assume(equal(A, B));
    expect(
      lin(product(A, C), product(B, C), [use(eq, product(holeOf('n', 'n'), C))]).hypotheses,
    ).toHaveLength(1);
    refused(
      () => lin(product(A, C), product(C, B), [use(eq, product(holeOf('n', 'n'), C))]),
      /differ/,
    );
    refused(() => lin(A, C, [use(eq, holeOf('n', 'n'))]), /differ/);
    refused(() => lin(A, B, [use(eq, scale(negative(one), holeOf('n', 'n')))]), /differ/);
    expect(lin(at(a), at(b), [use(assume(equal(a, b)), at(holeOf()))]).hypotheses).toHaveLength(1);
    refused(() => lin(at(a), at(b), [use(assume(equal(a, b)), at(holeOf(), 1))]), /differ/);
    refused(() => lin(a, b, [use(assume(is('pd', A)), holeOf())]), /equal/);
    refused(() => lin(a, b, [use(assume(equal(holeOf(), b)), times(holeOf(), holeOf()))]), /hole/);
    refused(() => lin(a, b, [use(assume(equal(b, holeOf())), holeOf())]), /hole/);
    refused(() => lin(a, b, [use(assume(equal(vector('v'), vector('w'))), holeOf())]), /shape/);
  });
});

describe('replace', () => {
  const everyA: Bound = { kind: 'tensor', name: 'a', shape: [] };
  test('in a statement', () => {
    const t = replace(is('pd', holeOf('n', 'n')), assume(equal(A, B)), assume(is('pd', A)));
    says(t, write(is('pd', B)));
    expect(t.hypotheses).toHaveLength(2);
    refused(
      () => replace(is('pd', holeOf('n', 'n')), assume(equal(B, A)), assume(is('pd', A))),
      /another statement/,
    );
    refused(
      () => replace(is('pd', B), assume(equal(A, B)), assume(is('pd', A))),
      /another statement/,
    );
  });
  test('not under a quantifier that binds a name of either side', () => {
    const eq = assume(equal(a, b));
    // a = b and ∀a a = a would give ∀a a = b
    refused(
      () => replace(forall(everyA, equal(a, holeOf())), eq, assume(forall(everyA, equal(a, a)))),
      /capture/,
    );
    refused(
      () =>
        replace(
          exists(everyA, equal(a, holeOf())),
          assume(equal(b, a)),
          assume(exists(everyA, equal(a, b))),
        ),
      /capture/,
    );
    refused(
      () =>
        replace(
          forall({ kind: 'tensor', name: 'b', shape: [] }, equal(a, holeOf())),
          eq,
          assume(forall({ kind: 'tensor', name: 'b', shape: [] }, equal(a, a))),
        ),
      /capture/,
    );
  });
  test('under a quantifier that binds the hole nothing is replaced', () => {
    const bound: Bound = { kind: 'tensor', name: '□', shape: [] };
    const f = forall(bound, equal(holeOf(), a));
    says(replace(f, assume(equal(b, a)), assume(f)), write(f));
  });
});

describe('differentiate', () => {
  test('both sides by the same variable', () => {
    const t = differentiate(lin(times(x, x, a), times(a, x, x)), 'x', []);
    expect(t.hypotheses).toEqual([]);
    const derived = t.conclusion;
    expect(
      derived.kind === 'equal' && lin(derived.left, scale(ratio(2n), times(a, x))).hypotheses,
    ).toEqual([]);
  });
  test('each side its own derivative', () => {
    const law = assume(
      forall({ kind: 'tensor', name: 'x', shape: [] }, equal(at(x), times(x, x, a))),
    );
    const t = differentiate(specialise(law, { kind: 'term', term: x }), 'x', []).conclusion;
    if (t.kind !== 'equal') throw new TypeError('an equation is wanted');
    expect(lin(t.left, at(x, 1)).hypotheses).toEqual([]);
    expect(lin(t.right, scale(ratio(2n), times(a, x))).hypotheses).toEqual([]);
  });
  test('no hypothesis may mention it: x = 0 does not give 1 = 0', () => {
    refused(() => differentiate(assume(equal(x, nought())), 'x', []), /free in a hypothesis/);
    expect(differentiate(assume(equal(a, nought())), 'x', []).hypotheses).toHaveLength(1);
    refused(() => differentiate(assume(is('pd', A)), 'x', []), /equal/);
  });
  test('of another shape, by a function, through a rank', () => {
    refused(() => differentiate(reflexive(x), 'x', ['n']), /shape/);
    refused(() => differentiate(reflexive(at(x)), 'f', []), /function/);
    refused(
      () => differentiate(reflexive(operation('rank', A)), 'A', ['n', 'n']),
      /inverse|derivative/,
    );
  });
});

describe('dims', () => {
  test('everywhere at once, hypotheses too', () => {
    const v = vector('v');
    const t = dims(
      assume(forall({ kind: 'tensor', name: 'w', shape: ['n'] }, equal(v, vector('w')))),
      new Map([['n', 'm']]),
    );
    says(
      t,
      write(
        forall(
          { kind: 'tensor', name: 'w', shape: ['m'] },
          equal(vector('v', 'm'), vector('w', 'm')),
        ),
      ),
    );
    expect(write(t.hypotheses[0] as never)).toBe(write(t.conclusion));
  });
  test('a swap is a swap', () => {
    says(
      dims(
        reflexive(matrix('A', 'm', 'n')),
        new Map([
          ['m', 'n'],
          ['n', 'm'],
        ]),
      ),
      write(equal(matrix('A', 'n', 'm'), matrix('A', 'n', 'm'))),
    );
  });
  test('sizes become numbers', () => {
    const t = dims(lin(times(loop('n'), loop('n')), dimension('n', 2)), new Map([['n', '3']]));
    says(t, write(equal(times(loop('3'), loop('3')), scale(ratio(9n), unit()))));
    const half = dims(assume(equal(dimension('n', -1), a)), new Map([['n', '2']]));
    says(half, write(equal(scale(ratio(1n, 2n), unit()), a)));
    says(
      dims(lin(times(loop('n'), loop('m')), times(loop('m'), loop('n'))), new Map([['n', 'm']])),
      write(equal(dimension('m', 2), dimension('m', 2))),
    );
  });
  test('a number is not renamed, and nothing becomes no dimension', () => {
    const three = lin(loop('3'), scale(ratio(3n), unit()));
    refused(() => dims(three, new Map([['3', 'n']])), /renamed/);
    for (const to of ['0', '-1', '', '01', 'a b', '1.5'])
      refused(() => dims(reflexive(loop('n')), new Map([['n', to]])), /renamed/);
  });
});

describe('terms', () => {
  test('a literal dimension is its number', () => {
    expect(lin(loop('2'), scale(ratio(2n), unit())).hypotheses).toEqual([]);
    expect(lin(dimension('4', -1), scale(ratio(1n, 4n), unit())).hypotheses).toEqual([]);
    refused(() => lin(loop('2'), unit()), /differ/);
  });
  test('ill-formed ones are refused', () => {
    refused(() => contract([A, matrix('M', 'm', 'm')], ['ij', 'jk'], 'ik'), /dimension/);
    refused(() => contract([A], ['i'], 'i'), /wires/);
    refused(() => contract([A], ['ijk'], 'ik'));
    refused(() => contract([A], ['ij'], 'iz'), /dimension/);
    refused(() => inverse(matrix('M', 'm', 'n')), /square/);
    refused(() => inverse(vector('v')), /square/);
    refused(() => inverse(A, ['n']), /square/);
    refused(() => jet(activation, [0], [vector('v')]), /shape/);
    refused(() => jet(activation, [-1], [x]), /order/);
    refused(() => jet(activation, [0.5], [x]), /whole number/);
    refused(() => jet(activation, [0, 0], [x]), /arguments/);
    refused(() => jet(activation, [0], []), /arguments/);
    refused(() => jet({ ...activation, inputs: ['n'] }, [0], [vector('v', 'm')]), /shape/);
    refused(() => operation('rank', A, ['m']), /shape/);
    refused(() => minus(A, vector('v')), /shapes/);
    for (const name of [
      '',
      '1',
      'a b',
      'a:b',
      'a(b',
      'a{',
      'a|',
      'a,b',
      'a;b',
      'a[b',
      'a+b',
      'a^2',
      'a!',
      'a~',
      'a<b',
      'a>b',
      'a\nb',
    ])
      refused(() => variable(name, []), /name/);
    for (const d of ['', '0', '-1', 'n m', 'n,m', 'n|', '1n', '.', 'n^2', 'n:2'])
      refused(() => zeros([d]));
  });
  test('zero and ones', () => {
    expect(lin(apply(A, zeros(['n'])), zeros(['n'])).hypotheses).toEqual([]);
    expect(lin(contract([], [], '', { i: 'n', j: 'n' }), dimension('n', 2)).hypotheses).toEqual([]);
    expect(lin(minus(A, A), zeros(['n', 'n'])).hypotheses).toEqual([]);
    expect(
      lin(contract([identity('n')], ['ij'], 'i'), contract([], [], 'i', { i: 'n' })).hypotheses,
    ).toEqual([]);
  });
});
