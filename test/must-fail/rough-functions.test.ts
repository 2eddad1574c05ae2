/**
 * Inverses are total with unspecified values: a rule that takes derivatives may not treat them as
 * smooth.
 */
import { describe, expect, test } from 'vitest';
import { add, inverse, jet, operation, scale, variable } from '../../src/kernel/graph.ts';
import type { Term } from '../../src/kernel/term.ts';
import { negative, one, ratio } from '../../src/kernel/ratio.ts';
import { equal, forall, type Bound } from '../../src/kernel/formula.ts';
import {
  assume,
  differentiate,
  discharge,
  generalise,
  linear,
  specialise,
} from '../../src/kernel/theorem.ts';
import {
  at,
  activation,
  lin,
  matrix,
  product,
  reflexive,
  refused,
  roughIdentity,
  scalar,
  times,
  use,
  holeOf,
} from './tools.ts';

const x = scalar('x');
const everyX: Bound = { kind: 'tensor', name: 'x', shape: [] };

describe('a function that is not smooth is not differentiated', () => {
  test('x²·(1/x) = x needs no hypothesis', () => {
    expect(roughIdentity(x).hypotheses).toEqual([]);
  });
  test('and its derivative, 0 = 1 at x = 0, is refused', () => {
    refused(() => differentiate(roughIdentity(x), 'x', []), /inverse/);
  });
  test('an inverse inside an argument is seen', () => {
    refused(() => differentiate(reflexive(at(inverse(x))), 'x', []), /inverse/);
  });
  test('an inverse on the right side alone is seen', () => {
    const flipped = lin(x, times(x, x, inverse(x)), [
      use(roughIdentity(x), scale(negative(one), holeOf())),
    ]);
    expect(flipped.hypotheses).toEqual([]);
    refused(() => differentiate(flipped, 'x', []), /inverse/);
  });
});

describe('a function symbol is not replaced by a function that is not smooth', () => {
  const identityLaw = equal(at(x), x);
  const law = (): ReturnType<typeof generalise> => {
    const hypothesis = assume(forall(everyX, identityLaw));
    const derived = differentiate(specialise(hypothesis, { kind: 'term', term: x }), 'x', []);
    return generalise(
      { kind: 'function', fn: activation },
      discharge(hypothesis.conclusion, generalise(everyX, derived)),
    );
  };
  test('the law itself holds', () => {
    expect(law().hypotheses).toEqual([]);
    expect(law().conclusion.kind).toBe('forall');
  });
  test.each([
    ['a reciprocal', times(scalar('y'), scalar('y'), inverse(scalar('y')))],
    ['a named scalar', operation('rank', scalar('y'))],
    [
      'a reciprocal inside another function',
      at(inverse(scalar('y')), 0, { ...activation, name: 'g' }),
    ],
  ])('%s is refused', (_, body) => {
    refused(() => specialise(law(), { kind: 'function', x: ['y'], body }), /smooth/);
  });
  test('a polynomial is not', () => {
    const t = specialise(law(), { kind: 'function', x: ['y'], body: scalar('y') });
    expect(t.conclusion).toMatchObject({ kind: 'implies' });
  });
});

test('the derivative of inv(A) is not taken by a variable in A', () => {
  const A = matrix('A');
  refused(() => differentiate(reflexive(product(A, inverse(A))), 'A', ['n', 'n']), /inverse/);
});

describe('a function with kinks is not a smooth function', () => {
  const relu = { name: 'relu', family: [], inputs: [null], output: null } as const;
  const s = variable('s', []);
  const minus = (t: Term): Term => scale(ratio(-1n), t);
  // relu(s) − relu(−s) = s holds for every s; its derivative at 0 would be 2 relu'(0) = 1, and
  // relu'(0)² = relu'(0)
  const odd = equal(add(jet(relu, [0], [s]), minus(jet(relu, [0], [minus(s)]))), s);

  test('an equation about relu is not differentiated', () => {
    const everywhere = forall({ kind: 'tensor', name: 's', shape: [] }, odd);
    const there = specialise(assume(everywhere), { kind: 'term', term: s });
    expect(() => differentiate(there, 's', [])).toThrow('kinks');
  });

  test('relu does not stand in for a smooth function', () => {
    const f = { name: 'f', family: [], inputs: [null], output: null } as const;
    const all = generalise(
      { kind: 'function', fn: f },
      linear(jet(f, [1], [s]), jet(f, [1], [s]), [], [{}, {}]),
    );
    expect(() =>
      specialise(all, { kind: 'function', x: ['y'], body: jet(relu, [0], [variable('y', [])]) }),
    ).toThrow('kink');
  });
});
