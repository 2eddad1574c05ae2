/** Tests that the judge checks derivatives and other steps. */
import { describe, expect, it } from 'vitest';
import { judgeStep } from '../../src/judge/other-steps.ts';
import { derivative } from '../../src/kernel/derivative.ts';
import { and, equal, is, not, type Formula } from '../../src/kernel/formula.ts';
import {
  add,
  contract,
  identity,
  inverse,
  jet,
  number,
  permute,
  scale,
  operation,
  variable,
  zeros,
} from '../../src/kernel/graph.ts';
import { ratio } from '../../src/kernel/ratio.ts';
import type { FunctionSymbol, Term } from '../../src/kernel/term.ts';
import { random } from '../../src/numbers/random.ts';

const judge = (rule: string, from: readonly Formula[], conclusion: Formula): boolean | null =>
  judgeStep({ rule, from, conclusion }, random(11));
const [A, S, x, y] = [
  variable('A', ['m', 'n']),
  variable('S', ['n', 'n']),
  variable('x', ['n']),
  variable('y', ['n']),
];
const f: FunctionSymbol = { name: 'f', family: ['N'], inputs: ['m', null], output: 'k' };
const phi: FunctionSymbol = { name: 'phi', family: [], inputs: [null], output: null };
const Ax = contract([A, x], ['ij', 'j'], 'i');
const xy = contract([x, y], ['i', 'i'], '');

const terms: Readonly<Record<string, Term>> = {
  polynomial: contract([x, S, x, x], ['i', 'ij', 'j', 'k'], 'k'),
  'a function of two arguments, a family': jet(f, [1, 1], [Ax, xy]),
  'an activation': contract([jet(phi, [0], [Ax], ['m'])], ['i'], 'ii'),
  'an activation of a matrix': jet(phi, [1], [contract([Ax, x], ['i', 'j'], 'ij')], ['m', 'n']),
  'an inverse': inverse(add(S, contract([x, y], ['i', 'j'], 'ij'))),
  'a reciprocal': inverse(xy),
  nothing: identity('n'),
};

describe('a derivative', () => {
  it.each(Object.entries(terms))('of %s is how fast it moves', (_, term) => {
    const d = derivative(term, 'x', ['n']);
    expect(judge('differentiate', [equal(term, term)], equal(d, d))).toBe(true);
    expect(judge('differentiate', [equal(term, term)], equal(d, add(d, d)))).toBe(
      d.monomials.length === 0,
    );
    const other = derivative(term, 'y', ['n']);
    if (other.monomials.length > 0 && d.monomials.length > 0)
      expect(judge('differentiate', [equal(term, term)], equal(d, other))).toBe(false);
  });

  it('by a matrix keeps rows and columns apart', () => {
    const form = contract([y, S, x], ['i', 'ij', 'j'], '');
    const d = derivative(form, 'S', ['n', 'n']);
    expect(judge('differentiate', [equal(form, form)], equal(d, d))).toBe(true);
    expect(
      judge('differentiate', [equal(form, form)], equal(permute(d, [1, 0]), permute(d, [1, 0]))),
    ).toBe(false);
  });

  it('of a named scalar is left to the other judges', () => {
    const rank = operation('rank', S);
    expect(judge('differentiate', [equal(rank, rank)], equal(S, S))).toBe(null);
  });
});

describe('other steps', () => {
  it('a sum of squares is that of the term', () => {
    const sum = contract([A, A], ['ij', 'ij'], '');
    const zero = number(ratio(0n));
    expect(judge('squares', [equal(sum, zero)], equal(A, zeros(['m', 'n'])))).toBe(true);
    expect(
      judge(
        'squares',
        [equal(contract([S, S], ['ij', 'ji'], ''), zero)],
        equal(S, zeros(['n', 'n'])),
      ),
    ).toBe(false);
    expect(
      judge('squares', [equal(sum, zero)], equal(scale(ratio(2n), A), zeros(['m', 'n']))),
    ).toBe(false);
  });

  it('an inverse is one', () => {
    const product = (a: Term, b: Term): Formula =>
      equal(contract([a, b], ['ij', 'jk'], 'ik'), identity('n'));
    const given = [is('invertible', S)];
    expect(judge('inverse', given, and(product(S, inverse(S)), product(inverse(S), S)))).toBe(true);
    expect(judge('inverse', given, and(product(S, inverse(S)), product(S, S)))).toBe(false);
    expect(
      judge(
        'inverse',
        [not(equal(xy, zeros([])))],
        equal(contract([xy, inverse(xy)], ['', ''], ''), number(ratio(1n))),
      ),
    ).toBe(true);
    expect(judge('inverse', given, product(S, permute(inverse(S), [1, 0])))).toBe(false);
  });

  it('an inverse is judged at no point where its premise is false', () => {
    const nothing = zeros(['n', 'n']);
    const said = equal(nothing, identity('n'));
    expect(judge('inverse', [is('invertible', nothing)], said)).toBe(null);
    expect(judge('inverse', [is('invertible', S)], said)).toBe(false);
  });

  it('of which numbers know nothing are passed over', () =>
    expect(judge('assume', [], equal(S, S))).toBe(null));
});
