/** Inverses are total with unspecified values: a rule that takes derivatives may not treat them as smooth. */
import { describe, expect, test } from 'vitest';
import { inverse, scalarOf, scale } from '../../src/kernel/graph.ts';
import { negative, one } from '../../src/kernel/ratio.ts';
import { equal, forall, type Bound } from '../../src/kernel/formula.ts';
import { assume, differentiate, discharge, generalise, specialise } from '../../src/kernel/theorem.ts';
import { at, activation, lin, matrix, product, reflexive, refused, roughIdentity, scalar, times, use, holeOf } from './tools.ts';

const x = scalar('x');
const everyX: Bound = { kind: 'tensor', name: 'x', shape: [] };

describe('what is not smooth is not differentiated', () => {
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
    const flipped = lin(x, times(x, x, inverse(x)), [use(roughIdentity(x), scale(negative(one), holeOf()))]);
    expect(flipped.hypotheses).toEqual([]);
    refused(() => differentiate(flipped, 'x', []), /inverse/);
  });
});

describe('a function symbol is not replaced by what is not smooth', () => {
  const identityLaw = equal(at(x), x);
  const law = (): ReturnType<typeof generalise> => {
    const hypothesis = assume(forall(everyX, identityLaw));
    const derived = differentiate(specialise(hypothesis, { kind: 'term', term: x }), 'x', []);
    return generalise({ kind: 'function', fn: activation }, discharge(hypothesis.conclusion, generalise(everyX, derived)));
  };
  test('the law itself holds', () => {
    expect(law().hypotheses).toEqual([]);
    expect(law().conclusion.kind).toBe('forall');
  });
  test.each([
    ['a reciprocal', times(scalar('y'), scalar('y'), inverse(scalar('y')))],
    ['a named scalar', scalarOf('rank', scalar('y'))],
    ['a reciprocal inside another function', at(inverse(scalar('y')), 0, { ...activation, name: 'g' })],
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
