/** Definitions, the reals and dimensions: what each rule yields and what it refuses. */
import { describe, expect, test } from 'vitest';
import {
  contract,
  dimension,
  identity,
  inverse,
  jet,
  permute,
  scale,
  operation,
  variable,
  zeros,
} from '../../src/kernel/graph.ts';
import { negative, one, ratio } from '../../src/kernel/ratio.ts';
import {
  and,
  equal,
  exists,
  falsum,
  forall,
  implies,
  is,
  less,
  not,
  or,
  write,
  type Bound,
  type Formula,
  type Predicate,
} from '../../src/kernel/formula.ts';
import {
  antisymmetry,
  assume,
  asymmetry,
  cite,
  comparable,
  definition,
  eachOfBasis,
  fat,
  inverseOf,
  oneSided,
  order,
  orderResidue,
  overBasis,
  rankByKernel,
  rankOnto,
  rankTranspose,
  squares,
  weak,
  type Summand,
  type Theorem,
} from '../../src/kernel/theorem.ts';
import { canonical } from '../../src/prover/graphs/labelling.ts';
import {
  apply,
  at,
  loop,
  matrix,
  nothing,
  nought,
  product,
  reflexive,
  refused,
  scalar,
  times,
  unit,
  vector,
  whole,
} from '../must-fail/tools.ts';
import type { Term } from '../../src/kernel/term.ts';

const A = matrix('A', 'm', 'n');
const S = matrix('S');
const [a, b, c] = [scalar('a'), scalar('b'), scalar('c')];
const says = (t: Theorem, hypotheses: readonly Formula[], conclusion: Formula): void => {
  expect(write(t.conclusion)).toBe(write(conclusion));
  expect(t.hypotheses.map(write).sort()).toEqual(hypotheses.map(write).sort());
};
const bound = (name: string, ...shape: string[]): Bound => ({ kind: 'tensor', name, shape });
const both = (p: Formula, q: Formula): Formula => and(implies(p, q), implies(q, p));
const positive = (s: Term): Formula => less(nought(), s, true);
const atLeast0 = (s: Term): Formula => less(nought(), s, false);
const fact = (f: Formula): Theorem => assume(f);
const summand = (
  facts: readonly Theorem[],
  squaresOf: readonly Term[] = [],
  coefficient = one,
): Summand => ({ coefficient, facts, squares: squaresOf });
const ordered = (left: Term, right: Term, strict: boolean, parts: readonly Summand[]): Theorem =>
  order(
    left,
    right,
    strict,
    parts,
    orderResidue(left, right, parts).map((m) => canonical(m, nothing).label),
  );

describe('definitions', () => {
  test('onto: a right inverse', () => {
    says(
      definition('onto', A),
      [],
      both(
        is('onto', A),
        exists(bound('R#', 'n', 'm'), equal(product(A, matrix('R#', 'n', 'm')), identity('m'))),
      ),
    );
  });
  test('one-to-one: a left inverse', () => {
    says(
      definition('one-to-one', A),
      [],
      both(
        is('one-to-one', A),
        exists(bound('L#', 'n', 'm'), equal(product(matrix('L#', 'n', 'm'), A), identity('n'))),
      ),
    );
  });
  test('invertible: an inverse on both sides', () => {
    const B = matrix('B#');
    says(
      definition('invertible', S),
      [],
      both(
        is('invertible', S),
        exists(
          bound('B#', 'n', 'n'),
          and(equal(product(S, B), identity('n')), equal(product(B, S), identity('n'))),
        ),
      ),
    );
  });
  const u = vector('u#');
  const form = contract([u, S, u], ['i', 'ij', 'j'], '');
  test('psd: symmetric, and no form negative', () => {
    says(
      definition('psd', S),
      [],
      both(
        is('psd', S),
        and(equal(S, permute(S, [1, 0])), forall(bound('u#', 'n'), atLeast0(form))),
      ),
    );
  });
  test('pd: symmetric, and every form of a vector that is not 0 positive', () => {
    says(
      definition('pd', S),
      [],
      both(
        is('pd', S),
        and(
          equal(S, permute(S, [1, 0])),
          forall(bound('u#', 'n'), implies(not(equal(u, zeros(['n']))), positive(form))),
        ),
      ),
    );
  });
  test.each<[Predicate, string, string[]]>([
    ['onto', 'R#', ['n', 'n']],
    ['one-to-one', 'L#', ['n', 'n']],
    ['invertible', 'B#', ['n', 'n']],
    ['psd', 'u#', ['n', 'n']],
    ['pd', 'u#', ['n', 'n']],
  ])('%s of a matrix that is itself named %s binds another name', (p, name, shape) => {
    const text = write(definition(p, variable(name, shape)).conclusion);
    expect(text).toContain(`tensor ${name}1:`);
    expect(text).not.toContain(`tensor ${name}:`);
    const inside = permute(
      contract([variable(name, ['n']), variable(`${name}1`, ['n'])], ['i', 'j'], 'ij'),
      [1, 0],
    );
    expect(write(definition(p, inside).conclusion)).toContain(`tensor ${name}2:`);
    expect(
      write(definition(p, contract([at(scalar(name)), S], ['', 'ij'], 'ij')).conclusion),
    ).toContain(`tensor ${name}1:`);
    expect(write(definition(p, contract([S], ['ij'], 'ij')).conclusion)).toContain(
      `tensor ${name}:`,
    );
  });
  test('of square matrices where it matters', () => {
    for (const p of ['invertible', 'psd', 'pd'] as const) refused(() => definition(p, A), /square/);
    for (const p of ['onto', 'one-to-one', 'pd'] as const)
      refused(() => is(p, vector('v')), /matrices/);
    refused(() => is('symmetric' as Predicate, S), /matrices/);
  });
  test('the inverse of what is invertible only', () => {
    says(
      inverseOf(assume(is('invertible', S))),
      [is('invertible', S)],
      and(
        equal(product(S, inverse(S)), identity('n')),
        equal(product(inverse(S), S), identity('n')),
      ),
    );
    says(
      inverseOf(assume(not(equal(a, nought())))),
      [not(equal(a, nought()))],
      equal(times(a, inverse(a)), unit()),
    );
    for (const f of [
      is('onto', S),
      is('pd', S),
      not(is('invertible', S)),
      equal(a, nought()),
      positive(a),
      falsum,
    ])
      refused(() => inverseOf(assume(f)), /inverse/);
    refused(() => inverseOf(assume(not(equal(a, unit())))), /reciprocal/);
    refused(() => inverseOf(assume(not(equal(nought(), a)))), /reciprocal/);
    refused(() => inverseOf(assume(not(equal(vector('v'), zeros(['n']))))), /reciprocal/);
    refused(() => inverseOf(assume(not(equal(S, zeros(['n', 'n']))))), /reciprocal/);
  });
});

describe('squares', () => {
  test('vanish together', () => {
    const v = vector('v');
    const zero = equal(contract([v, v], ['i', 'i'], ''), nought());
    says(squares(v, assume(zero)), [zero], equal(v, zeros(['n'])));
    const M = equal(contract([A, A], ['ij', 'ij'], ''), nought());
    says(squares(A, assume(M)), [M], equal(A, zeros(['m', 'n'])));
  });
  test('only squares: not u·v, not tr A², not a sum, not a form', () => {
    const [v, w] = [vector('v'), vector('w')];
    refused(() => squares(v, assume(equal(contract([v, w], ['i', 'i'], ''), nought()))), /squares/);
    refused(
      () => squares(S, assume(equal(contract([S, S], ['ij', 'ji'], ''), nought()))),
      /squares/,
    );
    refused(
      () => squares(v, assume(equal(contract([v, S, v], ['i', 'ij', 'j'], ''), nought()))),
      /squares/,
    );
    refused(() => squares(v, assume(equal(contract([v, v], ['i', 'i'], ''), unit()))), /squares/);
    refused(() => squares(v, assume(equal(contract([v, v], ['i', 'j'], ''), nought()))), /squares/);
    refused(() => squares(w, assume(equal(contract([v, v], ['i', 'i'], ''), nought()))), /squares/);
    refused(() => squares(a, assume(less(times(a, a), nought(), false))), /squares/);
  });
});

describe('order', () => {
  test('sums of positive multiples of products of facts and squares', () => {
    says(ordered(nought(), times(a, a), false, [summand([], [a])]), [], atLeast0(times(a, a)));
    says(
      ordered(nought(), times(a, b), true, [summand([fact(positive(a)), fact(positive(b))])]),
      [positive(a), positive(b)],
      positive(times(a, b)),
    );
    says(
      ordered(a, b, false, [summand([fact(less(a, b, true))])]),
      [less(a, b, true)],
      less(a, b, false),
    );
    says(ordered(nought(), whole(3n), true, [summand([], [], ratio(3n))]), [], positive(whole(3n)));
    const half = ratio(1n, 2n);
    says(
      ordered(nought(), scale(half, a), true, [summand([fact(positive(a))], [], half)]),
      [positive(a)],
      positive(scale(half, a)),
    );
  });
  test.each<[string, () => unknown]>([
    ['a square is not positive', () => ordered(nought(), times(a, a), true, [summand([], [a])])],
    ['a ≥ 0 is not a > 0', () => ordered(nought(), a, true, [summand([fact(atLeast0(a))])])],
    [
      'a > 0 and b ≥ 0 do not give ab > 0',
      () => ordered(nought(), times(a, b), true, [summand([fact(positive(a)), fact(atLeast0(b))])]),
    ],
    [
      'a > 0 times a square is not positive',
      () => ordered(nought(), times(a, b, b), true, [summand([fact(positive(a))], [b])]),
    ],
    ['nothing is not positive', () => ordered(nought(), nought(), true, [])],
    ['0 < a is not a < 0', () => ordered(a, nought(), true, [summand([fact(positive(a))])])],
    ['a ≤ b is not b ≤ a', () => ordered(b, a, false, [summand([fact(less(a, b, false))])])],
    [
      'a minus is not a positive multiple',
      () =>
        ordered(nought(), scale(negative(one), a), true, [
          summand([fact(positive(a))], [], negative(one)),
        ]),
    ],
    [
      'zero is not a positive multiple',
      () => ordered(nought(), nought(), true, [summand([], [], ratio(0n))]),
    ],
    [
      'too much is left',
      () =>
        ordered(nought(), a, false, [summand([fact(atLeast0(a))]), summand([fact(atLeast0(b))])]),
    ],
    ['too little', () => ordered(nought(), times(a, b), false, [summand([fact(atLeast0(a))])])],
    [
      'an equation is not an inequality',
      () => ordered(nought(), a, false, [summand([fact(equal(nought(), a))])]),
    ],
    ['a matrix is not compared', () => order(S, S, false, [])],
    [
      'a negation is not a fact',
      () => ordered(nought(), a, false, [summand([fact(not(less(a, nought(), true)))])]),
    ],
  ])('%s', (_, attack) => refused(attack));

  test('comparable: ≤ or the strict converse', () =>
    says(comparable(a, b), [], or(less(a, b, false), less(b, a, true))));
  test('asymmetry: only a strict inequality of equal sides is absurd', () => {
    says(asymmetry(assume(less(a, a, true))), [less(a, a, true)], falsum);
    refused(() => asymmetry(assume(less(a, a, false))), /contradiction/);
    refused(() => asymmetry(assume(less(a, b, true))), /contradiction/);
    refused(() => asymmetry(assume(equal(a, a))), /less/);
  });
  test('weak: = gives ≤, not <', () => {
    says(weak(assume(equal(a, b))), [equal(a, b)], less(a, b, false));
    refused(() => weak(assume(equal(S, S))), /scalars/);
    refused(() => weak(assume(less(a, b, true))), /equal/);
  });
  test('antisymmetry needs both directions', () => {
    says(
      antisymmetry(assume(less(a, b, false)), assume(less(b, a, false))),
      [less(a, b, false), less(b, a, false)],
      equal(a, b),
    );
    refused(() => antisymmetry(assume(less(a, b, false)), assume(less(a, b, false))), /converse/);
    refused(() => antisymmetry(assume(less(a, b, false)), assume(less(b, c, false))), /converse/);
    refused(() => antisymmetry(assume(less(a, b, false)), assume(less(c, a, false))), /converse/);
    refused(() => antisymmetry(assume(less(a, b, false)), assume(equal(b, a))), /less/);
  });
});

describe('a sum over the standard basis', () => {
  const v = vector('v');
  const form = contract([v, S, v], ['i', 'ij', 'j'], '');
  const every = (body: Formula, ...shape: string[]): Formula =>
    forall(bound('v', ...(shape.length === 0 ? ['n'] : shape)), body);
  const trace = contract([S], ['ii'], '');
  test('a form that is never negative gives a trace that is not', () => {
    const f = every(less(nought(), form, false));
    says(overBasis(assume(f)), [f], less(nought(), trace, false));
  });
  test('strict inequalities stay strict, weak ones weak, sides without the vector count once for each', () => {
    const f = every(less(form, a, true));
    says(overBasis(assume(f)), [f], less(trace, times(a, loop('n')), true));
    const g = every(less(a, form, false));
    says(overBasis(assume(g)), [g], less(times(a, loop('n')), trace, false));
  });
  test('squares of entries, and functions of the vector', () => {
    const fn = { name: 'g', family: [], inputs: ['n'], output: null };
    const f = every(less(contract([v, v], ['i', 'i'], ''), jet(fn, [0], [v]), false));
    says(
      overBasis(assume(f)),
      [f],
      less(loop('n'), contract([jet(fn, [0], [identity('n')], ['n'])], ['k'], ''), false),
    );
  });
  test('of every vector: not of one, not of every matrix, not of an equation', () => {
    for (const f of [
      exists(bound('v', 'n'), less(nought(), form, false)),
      every(less(nought(), a, false), 'n', 'm'),
      every(less(nought(), a, false), 'n', 'm', 'k'),
      less(nought(), form, false),
    ])
      refused(() => overBasis(assume(f)), /wants|wanted/);
    refused(() => overBasis(assume(every(equal(nought(), form)))), /wants an inequality/);
    refused(
      () =>
        overBasis(
          assume(
            forall(
              { kind: 'function', fn: { name: 'g', family: [], inputs: ['n'], output: null } },
              less(nought(), a, false),
            ),
          ),
        ),
      /wants/,
    );
  });
});

describe('the standard basis', () => {
  const v = vector('v');
  const coordinate = and(
    equal(contract([v, v], ['i', 'i'], 'i'), v),
    equal(contract([v], ['i'], ''), unit()),
  );
  const every = (body: Formula): Formula => forall(bound('v', 'n'), body);
  const entry = contract([vector('s'), v], ['i', 'i'], '');
  test('is where coordinate vectors are: a family that is never negative has a sum that is not', () => {
    const f = every(implies(coordinate, less(nought(), entry, false)));
    says(overBasis(assume(f)), [f], less(nought(), contract([vector('s')], ['i'], ''), false));
  });
  test('another antecedent is not a coordinate vector', () => {
    const entries = equal(contract([v, v], ['i', 'i'], 'i'), v);
    const loose = and(entries, equal(contract([v], ['i'], ''), contract([v], ['i'], '')));
    for (const guard of [
      entries,
      loose,
      equal(contract([v], ['i'], ''), unit()),
      equal(v, zeros(['n'])),
      and(coordinate, coordinate),
    ]) {
      refused(
        () => overBasis(assume(every(implies(guard, less(nought(), entry, false))))),
        /wants/,
      );
      refused(() => eachOfBasis(assume(every(implies(guard, equal(entry, a))))), /wants/);
    }
    refused(() => eachOfBasis(assume(forall(bound('v', 'n', 'm'), equal(a, b)))), /wants/);
    refused(() => eachOfBasis(assume(exists(bound('v', 'n'), equal(entry, a)))), /wanted/);
    refused(() => eachOfBasis(assume(every(less(a, entry, false)))), /wants/);
  });
  test('an equation for each of it has one index more', () => {
    for (const f of [every(equal(entry, a)), every(implies(coordinate, equal(entry, a)))])
      says(eachOfBasis(assume(f)), [f], equal(vector('s'), contract([a], [''], 'k', { k: 'n' })));
    const whole = every(equal(apply(S, v), vector('w', 'n')));
    says(
      eachOfBasis(assume(whole)),
      [whole],
      equal(permute(S, [1, 0]), contract([vector('w', 'n')], ['i'], 'ki', { k: 'n' })),
    );
  });
});

describe('dimension', () => {
  const R = matrix('R', 'n', 'm');
  const right = equal(product(A, R), identity('m'));
  test('fat: A R = I with A m×n gives m ≤ n', () => {
    says(fat(A, R, assume(right)), [right], less(loop('m'), loop('n'), false));
    refused(() => fat(R, A, assume(right)), /not A B/);
    refused(() => fat(A, R, assume(equal(product(R, A), identity('n')))), /not A B/);
    refused(() => fat(A, matrix('Q', 'n', 'k'), assume(right)), /wants/);
    refused(() => fat(A, matrix('Q', 'k', 'm'), assume(right)), /wants/);
    refused(
      () => fat(A, R, assume(equal(product(A, R), scale(ratio(2n), identity('m'))))),
      /not A B/,
    );
    refused(() => fat(a, b, assume(equal(times(a, b), unit()))));
    refused(() => fat(variable('T', ['m', 'n', 'k']), R, assume(right)), /wants/);
    refused(() => fat(A, variable('T', ['n', 'm', 'k']), assume(right)), /wants/);
  });
  test('one-sided inverses of square matrices only', () => {
    const [P, Q] = [matrix('P'), matrix('Q')];
    const f = equal(product(P, Q), identity('n'));
    says(oneSided(P, Q, assume(f)), [f], equal(product(Q, P), identity('n')));
    refused(() => oneSided(Q, P, assume(f)), /not A B/);
    refused(() => oneSided(A, R, assume(right)), /square/);
    refused(() => oneSided(P, Q, reflexive(product(P, Q))), /not A B/);
  });
  const kernel = (x: Term, v: Term): Formula => equal(apply(x, v), zeros([x.shape[0] as string]));
  const included = (x: Term, y: Term, name = 'v'): Formula =>
    forall(bound(name, 'n'), implies(kernel(x, vector(name)), kernel(y, vector(name))));
  const B = matrix('B', 'k', 'n');
  test('equal kernels: equal ranks', () => {
    says(
      rankByKernel(A, B, assume(included(A, B)), assume(included(B, A, 'w'))),
      [included(A, B), included(B, A, 'w')],
      equal(operation('rank', A), operation('rank', B)),
    );
  });
  test.each<[string, () => unknown]>([
    [
      'one inclusion is not enough',
      () => rankByKernel(A, B, assume(included(A, B)), assume(included(A, B))),
    ],
    [
      'nor the other twice',
      () => rankByKernel(A, B, assume(included(B, A)), assume(included(B, A))),
    ],
    [
      'a name that is free in a matrix',
      () => {
        const Bv = contract([vector('v'), vector('u', 'k')], ['j', 'i'], 'ij');
        return rankByKernel(A, Bv, assume(included(A, Bv)), assume(included(Bv, A)));
      },
    ],
    [
      'or in the other',
      () => {
        const Bv = contract([vector('v'), vector('u', 'k')], ['j', 'i'], 'ij');
        return rankByKernel(Bv, A, assume(included(Bv, A)), assume(included(A, Bv)));
      },
    ],
    [
      'kernels in spaces of different dimensions',
      () => rankByKernel(A, matrix('D', 'n', 'm'), assume(included(A, A)), assume(included(A, A))),
    ],
    [
      'existence is not an inclusion',
      () =>
        rankByKernel(
          A,
          B,
          assume(exists(bound('v', 'n'), implies(kernel(A, vector('v')), kernel(B, vector('v'))))),
          assume(included(B, A)),
        ),
    ],
    [
      'kernels of the transposes',
      () =>
        rankByKernel(
          permute(A, [1, 0]),
          permute(B, [1, 0]),
          assume(included(A, B)),
          assume(included(B, A)),
        ),
    ],
    [
      'a bound over a smaller space',
      () =>
        rankByKernel(
          A,
          B,
          assume(forall(bound('v', 'k'), implies(kernel(A, vector('v')), kernel(B, vector('v'))))),
          assume(included(B, A)),
        ),
    ],
  ])('%s', (_, attack) => refused(attack));
  test('matrices with different numbers of columns have no common kernel', () => {
    refused(
      () => rankByKernel(A, matrix('D', 'n', 'm'), assume(included(A, A)), assume(included(A, A))),
      /columns/,
    );
  });
  test('onto is full row rank', () => {
    const full = equal(operation('rank', A), loop('m'));
    says(rankOnto(A), [], and(implies(is('onto', A), full), implies(full, is('onto', A))));
    refused(() => rankOnto(vector('v')), /matrices/);
    expect(write(equal(loop('m'), loop('m')))).toBe(write(equal(dimension('m'), dimension('m'))));
  });
  test('rank of the transpose', () =>
    says(rankTranspose(A), [], equal(operation('rank', permute(A, [1, 0])), operation('rank', A))));
  test('nothing is cited that is not in the table', () =>
    refused(() => cite('anything'), /no cited theorem/));
});
