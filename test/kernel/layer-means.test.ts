/**
 * Means over layers checked against the means of products that are written out, and what the kernel
 * must refuse.
 */
import { describe, expect, test } from 'vitest';
import { substitute } from '../../src/kernel/calculus.ts';
import { expectation } from '../../src/kernel/expectation.ts';
import type { Law, RandomVariable } from '../../src/kernel/random-variable.ts';
import {
  add,
  contract,
  dimension,
  identity,
  inverse,
  jet,
  number,
  scale,
  variable,
  zeros,
} from '../../src/kernel/graph.ts';
import {
  at,
  layerAt,
  layerMean,
  memberAt,
  type LayerMean,
  type Recursion,
} from '../../src/kernel/layer-means.ts';
import { ratio } from '../../src/kernel/ratio.ts';
import { renameDims } from '../../src/kernel/rename.ts';
import type { Dim, Monomial, Term } from '../../src/kernel/term.ts';
import { collect } from '../../src/kernel/write.ts';
import { canonical, labelTerm } from '../../src/prover/graphs/labelling.ts';
import { refused } from '../must-fail/tools.ts';

const none = new Map();
const label = (m: Monomial) => canonical(m, none).label;
const same = (left: Term, right: Term): void => {
  const difference = add(left, scale(ratio(-1n), right));
  expect([...collect(difference.monomials, labelTerm(difference, none)).keys()]).toEqual([]);
};
const over = (d: Dim, c = 1n): Term => contract([number(ratio(c)), dimension(d, -1)], ['', ''], '');
const [rows, columns] = ['d[#k]', 'd[#k-1]'];
const W = variable('W[#k]', [rows, columns]);
const b = variable('b[#k]', [rows]);
const x = variable('x', ['d[0]']);
const y = variable('y', ['d[0]']);
const centred: Law = { kind: 'normal', mean: zeros([]), variance: over(columns) };
const weights: RandomVariable = { name: 'W[#k]', shape: [rows, columns], family: 0, law: centred };
const gates: RandomVariable = {
  name: 'b[#k]',
  shape: [rows],
  family: 0,
  law: {
    kind: 'independent',
    mean: number(ratio(1n, 2n)),
    central: [number(ratio(1n, 4n)), zeros([]), number(ratio(1n, 16n))],
  },
};

const named = { name: 'P', shape: [rows, 'd[0]'] };
const before = memberAt(named, '#k-1');
const path = (step: Term, from = 1): Recursion => ({
  ...named,
  from,
  start: identity('d[0]'),
  next: contract([step, before], ['ij', 'jk'], 'ik'),
});
const gated = contract([b, W], ['i', 'ij'], 'ij');
const last = (index: string): Term => memberAt(named, index);
const vector = (P: Term, v: Term): Term => contract([P, v], ['ij', 'j'], 'i');
const dot = (u: Term, v: Term): Term => contract([u, v], ['i', 'i'], '');
const power = (t: Term, k: number): Term =>
  contract(Array<Term>(k).fill(t), Array<string>(k).fill(''), '');

const mean = (
  body: Term,
  p: Recursion,
  random: readonly RandomVariable[],
  name: string | null = 'L',
  offset = 0,
): LayerMean => {
  const names = new Map<string, string>();
  const nameOf = (text: string): string =>
    names.get(text) ?? (names.set(text, `mean#${names.size + 1}`), `mean#${names.size}`);
  return layerMean(body, p, random, { name, offset }, nameOf, label);
};

/** The mean at L layers, its sequences unfolded down to their first members. */
function unfolded({ value, sequences }: LayerMean, layers: number): Term {
  let left = renameDims(value, new Map([['L', `${layers}`]]));
  for (let k = layers; k >= 0; k--) {
    for (const s of sequences)
      left = substitute(left, `${s.name}[${k}]`, {
        kind: 'term',
        term: k >= s.from ? at(s.next, `${k}`) : s.start,
      });
  }
  return left;
}

/** The mean of the product of the given number of layers, written out. */
function written(
  body: Term,
  p: Recursion,
  random: readonly RandomVariable[],
  layers: number,
): Term {
  let left = renameDims(body, new Map([['L', `${layers}`]]));
  for (let k = layers; k >= p.from; k--)
    left = substitute(left, `P[${k}]`, { kind: 'term', term: at(p.next, `${k}`) });
  left = substitute(left, `P[${p.from - 1}]`, { kind: 'term', term: p.start });
  const all = Array.from({ length: layers }, (_, k) =>
    random.map((r) => layerAt(r, `${k + 1}`)),
  ).flat();
  return expectation(left, all, label);
}

const P = last('L');
const h = vector(P, x);
const A = variable('A', ['d[L]', 'd[L]']);
const bodies: readonly (readonly [string, Term])[] = [
  ['|h|²', dot(h, h)],
  ['|h|⁴', power(dot(h, h), 2)],
  ['h·Py', dot(h, vector(P, y))],
  ['(h·Py)²', power(dot(h, vector(P, y)), 2)],
  ['|h|² x·y', contract([dot(h, h), dot(x, y)], ['', ''], '')],
  ["h h'", contract([h, h], ['i', 'j'], 'ij')],
  ["h'A h", contract([h, A, h], ['i', 'ij', 'j'], '')],
  ["P'P", contract([P, P], ['ij', 'ik'], 'jk')],
  [
    "|h|² + h'A h + 3",
    add(dot(h, h), contract([h, A, h], ['i', 'ij', 'j'], ''), number(ratio(3n))),
  ],
  ['h', h],
  ['d[L] h_i h_i', contract([h, h, dimension('d[L]')], ['i', 'i', ''], 'i')],
];

describe('the mean at L layers is that of the product written out', () => {
  describe.each<[string, Recursion, readonly RandomVariable[]]>([
    ['Gaussian layers', path(W), [weights]],
    ['layers behind gates', path(gated), [gates, weights]],
  ])('%s', (_, p, random) => {
    test.each(bodies)('%s', (__, body) => {
      for (const layers of [1, 2])
        same(unfolded(mean(body, p, random), layers), written(body, p, random, layers));
    });
  });
  test('a mean that is not 0 is carried on', () => {
    const p = path(add(W, variable('M[#k]', [rows, columns])));
    for (const layers of [1, 2, 3])
      same(unfolded(mean(h, p, [weights]), layers), written(h, p, [weights], layers));
  });
  test('so is the mean of a law of its own at each layer', () => {
    const about: RandomVariable = {
      ...weights,
      law: { ...centred, mean: variable('M[#k]', [rows, columns]) } as Law,
    };
    for (const layers of [1, 2, 3])
      same(unfolded(mean(h, path(W), [about]), layers), written(h, path(W), [about], layers));
  });
  test('where the network may have zero layers, none is taken off', () => {
    const square = (index: string): Term => variable('B', [`d[${index}]`, `d[${index}]`]);
    const short = vector(last('L-1'), x);
    const none = mean(
      contract([short, square('L-1'), short], ['i', 'ij', 'j'], ''),
      path(W),
      [weights],
      'L',
      -1,
    );
    same(unfolded(none, 1), contract([x, square('0'), x], ['i', 'ij', 'j'], ''));
    const later: Recursion = {
      name: 'P',
      shape: [rows, 'd[1]'],
      from: 2,
      start: identity('d[1]'),
      next: contract([W, variable('P[#k-1]', [columns, 'd[1]'])], ['ij', 'jk'], 'ik'),
    };
    const v = vector(memberAt(later, 'L'), variable('v', ['d[1]']));
    const form = (w: Term, index: string): Term =>
      contract([w, square(index), w], ['i', 'ij', 'j'], '');
    same(unfolded(mean(form(v, 'L'), later, [weights]), 1), form(variable('v', ['d[1]']), '1'));
  });
  test.each([1, 2, 3])('%i layers counted one by one', (layers) => {
    const body = renameDims(power(dot(h, h), 2), new Map([['L', `${layers}`]]));
    same(
      mean(body, path(W), [weights], null, layers).value,
      written(power(dot(h, h), 2), path(W), [weights], layers),
    );
  });
  test('products that begin later, or end earlier', () => {
    const second: Recursion = {
      name: 'P',
      shape: [rows, 'd[1]'],
      from: 2,
      start: identity('d[1]'),
      next: contract([W, variable('P[#k-1]', [columns, 'd[1]'])], ['ij', 'jk'], 'ik'),
    };
    const v = vector(memberAt(second, 'L'), variable('v', ['d[1]']));
    const later = mean(power(dot(v, v), 2), second, [weights]);
    same(unfolded(later, 1), power(dot(variable('v', ['d[1]']), variable('v', ['d[1]'])), 2));
    same(unfolded(later, 3), written(power(dot(v, v), 2), second, [weights], 3));
    const short = vector(last('L-1'), x);
    const earlier = mean(power(dot(short, short), 2), path(W), [weights], 'L', -1);
    same(unfolded(earlier, 1), power(dot(x, x), 2));
  });
  test('random walks', () => {
    const walk: Recursion = {
      name: 'P',
      shape: ['n'],
      from: 1,
      start: zeros(['n']),
      next: add(variable('P[#k-1]', ['n']), variable('s[#k]', ['n'])),
    };
    const steps: RandomVariable = {
      name: 's[#k]',
      shape: ['n'],
      family: 0,
      law: { kind: 'normal', mean: zeros([]), variance: variable('v', []) },
    };
    const S = variable('P[L]', ['n']);
    const found = mean(dot(S, S), walk, [steps]);
    same(
      unfolded(found, 3),
      contract([variable('v', []), dimension('n'), number(ratio(3n))], ['', '', ''], ''),
    );
  });
});

describe('the kernel refuses', () => {
  const body = dot(h, h);
  const squareW = variable('W[#k]', ['n', 'n']);
  const shared: RandomVariable = {
    name: 'W[#k]',
    shape: ['n', 'n'],
    family: 0,
    law: { kind: 'normal', mean: zeros([]), variance: over('n') },
  };
  const square = { name: 'P', shape: ['n', 'n'] };
  const end = memberAt(square, 'L');
  const run = (
    next: Term,
    of = contract([end, end], ['ij', 'ij'], ''),
    random: readonly RandomVariable[] = [shared],
    start = identity('n'),
    from = 1,
  ): unknown => mean(of, { ...square, from, start, next }, random);
  const back = memberAt(square, '#k-1');
  const times = (...ts: readonly Term[]): Term =>
    ts.reduce((s, t) => contract([s, t], ['ij', 'jk'], 'ik'));
  const member = (index: string): Term => variable(`W[${index}]`, ['n', 'n']);

  test('nothing of it where all is as it should be', () =>
    expect(run(times(squareW, back))).toBeTruthy());
  test('a layer next to the product', () =>
    refused(
      () => run(times(squareW, back), contract([end, member('1')], ['ij', 'ij'], '')),
      /depends on W\[1\]/,
    ));
  test('the last layer next to the product', () =>
    refused(
      () => run(times(squareW, back), contract([end, member('L')], ['ij', 'ij'], '')),
      /depends on W\[L\]/,
    ));
  test('a layer that every layer shares', () =>
    refused(() => run(times(squareW, member('1'), back)), /depends on W\[1\]/));
  test('the layer before, once more', () =>
    refused(() => run(times(squareW, member('#k-1'), back)), /depends on W\[#k-1\]/));
  test('the product two layers before', () =>
    refused(() => run(times(squareW, memberAt(square, '#k-2'))), /depends on P\[#k-2\]/));
  test('the product at another place', () =>
    refused(
      () => run(times(squareW, back), contract([end, memberAt(square, 'L-1')], ['ij', 'ij'], '')),
      /depends on P\[L-1\]/,
    ));
  test('a first member that is random', () =>
    refused(
      () => run(times(squareW, back), undefined, [shared], member('1')),
      /depends on W\[1\]/,
    ));
  test('a first member that is the product', () =>
    refused(() => run(times(squareW, back), undefined, [shared], end), /depends on P\[L\]/));
  test('a variance that is random', () => {
    const law: Law = {
      kind: 'normal',
      mean: zeros([]),
      variance: contract([member('1')], ['ij'], ''),
    };
    refused(() => run(times(squareW, back), undefined, [{ ...shared, law }]), /depends on W\[1\]/);
    refused(
      () =>
        run(times(squareW, back), undefined, [
          {
            ...shared,
            law: { kind: 'normal', mean: zeros([]), variance: contract([back], ['ij'], '') },
          },
        ]),
      /depends on P/,
    );
  });
  test('a mean, a fourth moment that is random', () => {
    refused(
      () =>
        run(times(squareW, back), undefined, [
          { ...shared, law: { kind: 'normal', mean: member('1'), variance: over('n') } },
        ]),
      /depends on W\[1\]/,
    );
    const fourth = contract([member('1')], ['ij'], '');
    refused(
      () =>
        run(times(squareW, back), undefined, [
          {
            ...shared,
            law: {
              kind: 'independent',
              mean: zeros([]),
              central: [number(ratio(1n)), zeros([]), fourth],
            },
          },
        ]),
      /depends on W\[1\]/,
    );
  });
  test('a random variable of no layer', () => {
    refused(
      () => run(times(squareW, back), undefined, [{ ...shared, name: 'W' }]),
      /is not a member of a layer/,
    );
    refused(
      () => run(times(squareW, back), undefined, [{ ...shared, name: 'W[1]' }]),
      /is not a member of a layer/,
    );
    refused(
      () => run(times(squareW, back), undefined, [{ ...shared, name: 'W[#k+1]' }]),
      /is not a member of a layer/,
    );
  });
  test('the whole of a family as one tensor', () =>
    refused(
      () => run(times(squareW, back), contract([end, variable('W', ['n', 'n'])], ['ij', 'ij'], '')),
      /depends on W/,
    ));
  test('a function or an inverse of the product', () => {
    const f = { name: 'f', family: [], inputs: ['n'], output: null };
    refused(
      () => run(times(squareW, back), jet(f, [0], [contract([end], ['ij'], 'i')])),
      /depends on P\[L\]/,
    );
    refused(
      () => run(times(squareW, back), contract([inverse(end)], ['ii'], '')),
      /depends on P\[L\]/,
    );
    refused(() => run(times(inverse(back), squareW)), /depends on P\[#k-1\]/);
  });
  test('a product that begins at no layer', () => {
    refused(
      () => run(times(squareW, back), undefined, [shared], identity('n'), 0),
      /no positive number/,
    );
    refused(
      () => run(times(squareW, back), undefined, [shared], identity('n'), 1.5),
      /no positive number/,
    );
  });
  test('more layers, or more polynomials, than it follows', () => {
    const many = renameDims(body, new Map([['L', '40']]));
    refused(() => mean(many, path(W), [weights], null, 40), /more than 12 layers/);
    const M = variable('M', ['n', 'n']);
    refused(
      () =>
        run(
          times(add(squareW, M), back),
          contract([end, end, variable('A', ['n', 'n'])], ['ij', 'kj', 'ik'], ''),
        ),
      /more than 24 polynomials/,
    );
  });
});
