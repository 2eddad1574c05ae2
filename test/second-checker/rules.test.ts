/**
 * Every rule of the kernel in a document: accepted unchanged, refused if an argument or the
 * conclusion is changed.
 */
import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { factNames } from '../../src/kernel/algebra.ts';
import { derivative } from '../../src/kernel/derivative.ts';
import { atMost } from '../../src/kernel/rules/induction.ts';
import {
  and,
  each,
  equal,
  exists,
  falsum,
  forall,
  implies,
  is,
  less,
  not,
  or,
  type Bound,
  type Formula,
} from '../../src/kernel/formula.ts';
import { citationNames } from '../../src/kernel/citations.ts';
import {
  contract,
  dimension,
  identity,
  inverse,
  jet,
  number,
  operation,
  pair,
  permute,
  scale,
  variable,
  zeros,
} from '../../src/kernel/graph.ts';
import type { RandomVariable } from '../../src/kernel/random-variable.ts';
import { meanOf, unfolded } from '../../src/kernel/means.ts';
import { lawful } from '../../src/kernel/laws.ts';
import { one, ratio } from '../../src/kernel/ratio.ts';
import type { FunctionSymbol, Term } from '../../src/kernel/term.ts';
import {
  antisymmetry,
  assume,
  asymmetry,
  atIndex,
  atLeastOne,
  both,
  cases,
  cite,
  classical,
  comparable,
  contradiction,
  definition,
  differentiate,
  dims,
  discharge,
  eachOfBasis,
  either,
  everyEntry,
  explode,
  fact,
  fat,
  first,
  generalise,
  induction,
  instance,
  inverseOf,
  law,
  linear,
  meanOfProduct,
  meanOfSquare,
  meanOrder,
  modusPonens,
  oneSided,
  order,
  overBasis,
  overRange,
  positiveValue,
  rankByKernel,
  rankOnto,
  rankTranspose,
  restate,
  replace,
  rootOf,
  second,
  specialise,
  squares,
  unpack,
  weak,
  type Theorem,
} from '../../src/kernel/theorem.ts';
import { checkSteps as check } from '../../src/second-checker/check.ts';
import {
  apply,
  at,
  excludedMiddle,
  holeOf,
  lin,
  loop,
  matrix,
  nought,
  product,
  reflexive,
  scalar,
  times,
  use,
  vector,
  whole,
} from '../must-fail/tools.ts';
import { documentOf, type Mutable } from './documents.ts';

const A = matrix('A', 'm', 'n');
const R = matrix('R', 'n', 'm');
const [S, T] = [matrix('S'), matrix('T')];
const [x, y] = [vector('x'), vector('y')];
const [a, b] = [scalar('a'), scalar('b')];
/** One of a family of vectors. */
const member = (index: string): Term => vector(`h[${index}]`);
const bound = (name: string, ...shape: string[]): Bound => ({ kind: 'tensor', name, shape });
const kernelOf = (t: Term, u: Term, name: string): Formula => {
  const kills = (m: Term): Formula => equal(apply(m, vector(name)), zeros([m.shape[0] as string]));
  return forall(bound(name, 'n'), implies(kills(t), kills(u)));
};
/** Sᵀx = S x and its like, by a symmetry of S. */
const symmetric = (): Theorem =>
  linear(
    contract([S, x], ['ij', 'i'], 'j'),
    apply(S, x),
    [],
    [{ slots: { 0: [1, 0] } }, {}],
    [assume(equal(S, permute(S, [1, 0])))],
  );
const F: FunctionSymbol = { name: 'F', family: [], inputs: ['n'], output: 'm' };
const G: FunctionSymbol = { name: 'G', family: ['N'], inputs: ['n', null], output: 'm' };
const g: FunctionSymbol = { name: 'g', family: [], inputs: ['n', null], output: null };
const hessian = jet({ ...F, output: null }, [2], [x]);
const sized = (n: string): Term => matrix('S', n, n);
/** Terms that facts and cited theorems may be about: each applies to all of these that it takes. */
const entrywise = (u: Term): Term =>
  jet({ name: 'phi', family: [], inputs: [null], output: null }, [1], [u], u.shape);
const offers: readonly (readonly Term[])[] = [
  [],
  [S],
  [T, S],
  [product(S, T)],
  [A],
  [A, R],
  [R, product(A, S)],
  [x],
  [x, y],
  [a],
  [a, b],
  [S, x],
  [S, T, x],
  [S, x, y],
  [S, x, a],
  [a, sized('2')],
  [a, sized('3')],
  [sized('1')],
  [sized('2')],
  [sized('3')],
  [variable('X', ['m', 'n', 'k'])],
  [matrix('A', '1', 'n')],
  [matrix('A', 'n', '1')],
  [S, sized('m')],
  [S, T, matrix('U')],
  [whole(1n), S],
  [whole(2n), S],
  [whole(2n), a],
  [whole(3n), a],
  [whole(2n), S, T],
  [whole(2n), whole(1n), S, T],
  [a, whole(2n), S],
  [a, A],
  [x, a],
  [A, x],
  [A, vector('z', 'm'), x],
  [jet({ ...F, output: null }, [0], [x])],
  [jet({ ...F, inputs: [null], output: null }, [0], [a])],
  [jet({ ...F, output: null }, [0], [x]), y],
  [jet({ ...F, inputs: [null], output: null }, [0], [a]), b],
  [jet({ ...F, output: null }, [0], [x]), y, a],
  [jet({ ...F, inputs: [null], output: null }, [0], [a]), b, a],
  [A, matrix('B', 'm', 'n')],
  [S, T, x, y],
  [A, A, R, R],
  [S, matrix('V', 'n', '2')],
  [entrywise(x), y],
  [inverse(x, x.shape), y],
  [entrywise(A), x],
  [S, variable('f[n-1]', [])],
  [a, b, S, x],
  [entrywise(A), vector('z', 'm')],
];
/** The offers that fit, none with more terms than are needed. */
function said(make: (...t: readonly Term[]) => Theorem): Theorem[] {
  const found = offers.flatMap((terms) => {
    try {
      return [{ count: terms.length, theorem: make(...terms) }];
    } catch {
      return [];
    }
  });
  const fewest = Math.min(...found.map(({ count }) => count));
  return found.filter(({ count }) => count === fewest).map(({ theorem }) => theorem);
}
const form = (v: Term): Term => contract([v, S, v], ['i', 'ij', 'j'], '');

const ofF = (v: Term): Term => jet({ ...F, output: null }, [0], [v]);
const gaussian = (name: string): RandomVariable => ({
  name,
  shape: ['n'],
  family: 0,
  law: { kind: 'normal', mean: zeros([]), variance: S },
});
const signs: RandomVariable = { name: 'x', shape: ['n'], family: 0, law: { kind: 'rademacher' } };

const theorems: readonly (readonly [string, () => Theorem])[] = [
  ['assume', () => assume(equal(a, b))],
  ['discharge', () => discharge(equal(a, b), assume(equal(a, b)))],
  [
    'modus ponens',
    () => modusPonens(discharge(equal(a, b), assume(equal(a, b))), assume(equal(a, b))),
  ],
  ['and', () => both(assume(equal(a, b)), assume(equal(b, a)))],
  ['and, left', () => first(assume(and(equal(a, b), falsum)))],
  ['and, right', () => second(assume(and(falsum, equal(a, b))))],
  ['or', () => either(assume(equal(a, b)), falsum, 'left')],
  ['or', () => either(assume(equal(a, b)), falsum, 'right')],
  [
    'cases',
    () =>
      cases(
        assume(or(equal(a, b), equal(b, a))),
        assume(equal(a, b)),
        lin(a, b, [use(assume(equal(b, a)), scale(ratio(-1n), holeOf()))]),
      ),
  ],
  ['explode', () => explode(assume(falsum), assume(not(falsum)))],
  [
    'contradiction',
    () => contradiction(equal(a, b), explode(assume(equal(a, b)), assume(not(equal(a, b))))),
  ],
  ['classical', () => excludedMiddle(equal(a, b))],
  ['classical', () => classical(equal(a, b), explode(assume(falsum), assume(not(falsum))))],
  ['generalise', () => generalise(bound('a'), reflexive(a))],
  ['generalise', () => generalise({ kind: 'function', fn: F }, reflexive(jet(F, [1], [x])))],
  [
    'specialise',
    () =>
      specialise(generalise(bound('a'), reflexive(at(times(a, a)))), {
        kind: 'term',
        term: times(b, b),
      }),
  ],
  [
    'specialise',
    () =>
      specialise(generalise(bound('x', 'n'), reflexive(jet(F, [2], [apply(S, x)]))), {
        kind: 'term',
        term: contract(
          [x, jet({ ...F, output: null }, [0], [contract([T, y], ['ij', 'j'], 'ij')], ['n'])],
          ['i', 'i'],
          'i',
        ),
      }),
  ],
  [
    'specialise',
    () =>
      specialise(
        generalise(
          { kind: 'function', fn: g },
          reflexive(jet(g, [1, 1], [S, contract([x, y], ['i', 'i'], 'i')], ['n'])),
        ),
        {
          kind: 'function',
          x: ['u', 's'],
          body: contract(
            [vector('u'), S, vector('u'), scalar('s'), scalar('s'), x],
            ['i', 'ij', 'j', '', '', 'k'],
            '',
          ),
        },
      ),
  ],
  [
    'specialise',
    () =>
      specialise(
        generalise(
          bound('y', 'n'),
          reflexive(
            contract(
              [jet(G, [1, 1], [contract([y, x], ['k', 'i'], 'ki'), y], ['n'])],
              ['fkoi'],
              'fko',
            ),
          ),
        ),
        { kind: 'term', term: apply(T, x) },
      ),
  ],
  [
    'instance',
    () => instance(exists(bound('x', 'n'), equal(x, x)), apply(S, y), reflexive(apply(S, y))),
  ],
  [
    'unpack',
    () =>
      unpack(assume(exists(bound('x', 'n'), equal(x, x))), either(assume(falsum), falsum, 'left')),
  ],
  ['ring', () => lin(product(S, product(T, S)), product(product(S, T), S))],
  ['ring', () => lin(loop('3'), whole(3n))],
  [
    'linear',
    () =>
      lin(apply(T, apply(S, x)), apply(T, y), [
        use(assume(equal(apply(S, x), y)), apply(T, holeOf('n'))),
      ]),
  ],
  ['linear', symmetric],
  [
    'linear',
    () =>
      linear(
        form(x),
        scale(ratio(-1n), form(x)),
        [],
        [{ order: [2, 1, 0], slots: { 1: [1, 0] } }, {}],
        [assume(equal(S, scale(ratio(-1n), permute(S, [1, 0]))))],
      ),
  ],
  [
    'ring',
    () =>
      lin(
        contract([hessian, x, y], ['ij', 'i', 'j'], ''),
        contract([hessian, x, y], ['ij', 'j', 'i'], ''),
      ),
  ],
  [
    'replace',
    () =>
      replace(
        less(nought(), times(holeOf(), a), true),
        assume(equal(a, b)),
        assume(less(nought(), times(a, a), true)),
      ),
  ],
  [
    'differentiate',
    () =>
      differentiate(
        lin(contract([at(form(x)), x], ['', 'i'], 'i'), contract([x, at(form(x))], ['i', ''], 'i')),
        'x',
        ['n'],
      ),
  ],
  [
    'dimensions',
    () =>
      dims(
        assume(equal(contract([A, R, identity('n')], ['ij', 'ji', 'kk'], ''), dimension('m', -1))),
        new Map([
          ['n', '2'],
          ['m', 'k'],
        ]),
      ),
  ],
  ...(['onto', 'one-to-one', 'psd', 'pd', 'invertible'] as const).map(
    (p): readonly [string, () => Theorem] => [
      'definition',
      () => definition(p, p.startsWith('o') ? A : contract([S, matrix('B#')], ['ij', 'jk'], 'ik')),
    ],
  ),
  ['inverse', () => inverseOf(assume(is('invertible', product(S, T))))],
  ['inverse', () => inverseOf(assume(not(equal(a, nought()))))],
  ['squares', () => squares(A, assume(equal(contract([A, A], ['ij', 'ij'], ''), nought())))],
  [
    'order',
    () =>
      order(nought(), times(a, b), true, [
        {
          coefficient: one,
          facts: [assume(less(nought(), a, true)), assume(less(nought(), b, true))],
          squares: [],
        },
      ]),
  ],
  [
    'order',
    () =>
      order(nought(), scale(ratio(2n, 3n), contract([x, x], ['i', 'i'], '')), false, [
        { coefficient: ratio(2n, 3n), facts: [], squares: [x] },
      ]),
  ],
  ['comparable', () => comparable(a, b)],
  ['asymmetry', () => asymmetry(assume(less(a, a, true)))],
  ['weak', () => weak(assume(equal(a, b)))],
  ['antisymmetry', () => antisymmetry(assume(less(a, b, false)), assume(less(b, a, true)))],
  ['sum over the basis', () => overBasis(assume(forall(bound('x', 'n'), less(a, form(x), true))))],
  [
    'sum over the basis',
    () => overBasis(assume(forall(bound('x', 'n'), less(jet(g, [0, 0], [x, form(x)]), a, false)))),
  ],
  [
    'sum over the basis',
    () =>
      overBasis(
        assume(
          forall(
            bound('x', 'n'),
            implies(
              and(
                equal(contract([x, x], ['i', 'i'], 'i'), x),
                equal(contract([x], ['i'], ''), number(one)),
              ),
              less(a, form(x), true),
            ),
          ),
        ),
      ),
  ],
  [
    'at each of the basis',
    () => eachOfBasis(assume(forall(bound('x', 'n'), equal(apply(S, x), x)))),
  ],
  ['at each of the basis', () => eachOfBasis(assume(forall(bound('x', 'n'), equal(a, b))))],
  ['rank of the identity', () => fat(A, R, assume(equal(product(A, R), identity('m'))))],
  ['one-sided inverse', () => oneSided(S, T, assume(equal(product(S, T), identity('n'))))],
  [
    'rank by kernels',
    () => rankByKernel(A, S, assume(kernelOf(A, S, 'v')), assume(kernelOf(S, A, 'w'))),
  ],
  [
    'every entry',
    () =>
      everyEntry(
        contract([sized('2'), sized('2')], ['ij', 'kk'], 'ij'),
        contract([sized('2'), sized('2')], ['kk', 'ij'], 'ij'),
      ),
  ],
  ['rank of an onto matrix', () => rankOnto(A)],
  ['rank of the transpose', () => rankTranspose(A)],
  ...[...lawful, 'softmax'].flatMap((name) =>
    [0, 1].map((k): readonly [string, () => Theorem] => ['law', () => law(name, apply(S, x), k)]),
  ),
  ...['relu', 'abs', 'exp'].map((name): readonly [string, () => Theorem] => [
    'law',
    () => law(name, A, 2),
  ]),
  ...[2, 3].map((k): readonly [string, () => Theorem] => ['law', () => law('softmax', x, k)]),
  ...['exp', 'sigmoid', 'softplus', 'abs', 'relu'].map((name): readonly [string, () => Theorem] => [
    'sign',
    () => positiveValue(name, form(x)),
  ]),
  ['at least one', () => atLeastOne('l')],
  ['over a range', () => overRange('l', '1', 'b', atLeastOne('l'))],
  [
    'at an index',
    () =>
      atIndex(
        overRange('l', '1', 'b', atLeastOne('l')),
        'k+1',
        assume(atMost('1', 'k+1')),
        assume(atMost('k+1', 'b')),
      ),
  ],
  [
    'induction',
    () =>
      induction(
        each('l', '1', 'b', equal(member('l'), x)),
        assume(equal(member('1'), x)),
        assume(each('l', '1', 'b-1', implies(equal(member('l'), x), equal(member('l+1'), x)))),
      ),
  ],
  ['root', () => rootOf(assume(less(nought(), a, true)))],
  ['root', () => rootOf(assume(less(nought(), form(x), false)))],
  [
    'ring',
    () => reflexive(derivative(operation('adj', contract([S, x], ['ij', 'j'], 'ij')), 'x', ['n'])),
  ],
  [
    'dimensions',
    () =>
      dims(
        reflexive(contract([pair('m', 'n'), identity('2*m')], ['ijr', 'kk'], 'rij')),
        new Map([['m', '2*n']]),
      ),
  ],
  [
    'ring',
    () => reflexive(derivative(operation('det', contract([S, x], ['ij', 'j'], 'ij')), 'x', ['n'])),
  ],
  ['mean', () => meanOrder(gaussian('x'), ofF(x), contract([x, x, ofF(x)], ['i', 'i', ''], ''))],
  ['mean', () => meanOrder(signs, a, times(a, form(x)))],
  ['mean', () => meanOfSquare(gaussian('x'), contract([x, x, x], ['i', 'i', 'j'], 'j'))],
  ['mean', () => meanOfProduct(gaussian('x'), ofF(x), times(a, ofF(apply(T, x))))],
  [
    'mean value',
    () => {
      const twice = meanOf(times(a, ofF(apply(T, x))), [gaussian('x')]);
      const value = equal(unfolded(twice), unfolded(twice));
      return restate(assume(value), [equal(twice, twice)], equal(twice, unfolded(twice)));
    },
  ],
  [
    'mean value',
    () => {
      const second = meanOf(contract([x, x], ['i', 'j'], 'ij'), [gaussian('x')]);
      return restate(reflexive(S), [], equal(second, S));
    },
  ],
];

describe('what each rule yields is accepted', () => {
  test.each(theorems)('%s', (rule, theorem) => {
    const answer = check(documentOf(theorem()));
    expect(answer).toMatchObject({ accepted: true, trusted: [] });
    expect(answer.accepted && Object.keys(answer.rules)).toContain(
      rule === 'generalise' ? 'generalise' : rule,
    );
  });
  test.each(factNames())('the fact %s', (name) => {
    const all = said((...t) => fact(name, ...t));
    expect(all.length).toBeGreaterThan(0);
    for (const t of all)
      expect(check(documentOf(t))).toMatchObject({ accepted: true, trusted: [] });
  });
  test('cited theorems', () => {
    for (const name of citationNames()) {
      const all = said((...t) => cite(name, ...t));
      expect(all.length, name).toBeGreaterThan(0);
      for (const t of all)
        expect(check(documentOf(t)), name).toMatchObject({
          accepted: true,
          axioms: [name],
          trusted: [],
        });
    }
  });
  test('every rule that the kernel has stands here', () => {
    const rooms = new URL('../../src/kernel/rules/', import.meta.url);
    const text = readdirSync(rooms)
      .map((f) => readFileSync(new URL(f, rooms), 'utf8'))
      .join('\n');
    const names = [...text.matchAll(/\bmake\((?:[^'(]*\? )?'([^']+)'(?: : '([^']+)')?/g)]
      .flatMap((m) => [m[1], m[2]])
      .filter((n) => n !== undefined);
    expect(names.length).toBeGreaterThan(35);
    const cited = new Set(['cite', 'fact']);
    expect(
      [...new Set(names)].filter((n) => !theorems.some(([rule]) => rule === n) && !cited.has(n)),
    ).toEqual([]);
  });
});

type Step = {
  rule: string;
  from: number[];
  given: unknown[];
  uses: number[];
  hypotheses: number[];
  conclusion: number;
};
type Document = Mutable & {
  steps: Step[];
  goal: { hypotheses: { text: string; formula: number }[]; conclusion: number };
  axioms: string[];
  formulas: Mutable[];
  terms: Mutable[];
};
const last = (d: Document): Step => d.steps.at(-1) as Step;
/** Puts a statement of its own in the table, and gives its number. */
const added = (d: Document, formula: Mutable): number => d.formulas.push(formula) - 1;
const attack = (theorem: Theorem, change: (d: Document) => void): ReturnType<typeof check> => {
  const d = documentOf(theorem) as Document;
  expect(check(d)).toMatchObject({ accepted: true });
  change(d);
  return check(d);
};
const refusal = (answer: ReturnType<typeof check>, why: RegExp): void => {
  expect(answer.accepted).toBe(false);
  expect(!answer.accepted && answer.why).toMatch(why);
};

describe('a step that does not follow is refused, with its number', () => {
  const two = (): Theorem => both(assume(equal(a, b)), assume(less(a, b, false)));
  test.each<[string, () => Theorem, (d: Document) => void, RegExp]>([
    ['premises exchanged', two, (d) => void last(d).from.reverse(), /another conclusion/],
    [
      'a premise from later on',
      two,
      (d) => void (last(d).from[0] = d.steps.length - 1),
      /not a number/,
    ],
    ['a premise left out', two, (d) => void last(d).from.pop(), /premises are wanted/],
    ['a hypothesis dropped', two, (d) => void last(d).hypotheses.pop(), /left out/],
    [
      'a hypothesis of an assumption dropped',
      two,
      (d) => void ((d.steps[0] as Step).hypotheses = []),
      /left out/,
    ],
    [
      'a hypothesis too many',
      () => reflexive(a),
      (d) => void last(d).hypotheses.push(last(d).conclusion),
      /nothing rests/,
    ],
    ['a claim that grants less', two, (d) => void d.goal.hypotheses.pop(), /does not grant/],
    [
      'a claim that says something else',
      two,
      (d) => void (d.goal.conclusion = added(d, { kind: 'false' })),
      /last step says/,
    ],
    [
      'a conclusion that says something else',
      two,
      (d) => void (last(d).conclusion = d.goal.conclusion = added(d, { kind: 'false' })),
      /another conclusion/,
    ],
    ['an unknown rule', two, (d) => void (last(d).rule = 'plausible'), /unknown rule/],
    [
      'a rule that every object has',
      two,
      (d) => void (last(d).rule = 'constructor'),
      /unknown rule/,
    ],
    ['an axiom that nothing uses', two, (d) => void d.axioms.push('Weyl'), /other theorems/],
    [
      'a cited theorem that nobody knows',
      two,
      (d) => void Object.assign(last(d), { rule: 'cite', from: [], given: ['Nobody'] }),
      /unknown cited/,
    ],
    [
      'a fact that nobody knows',
      () => fact('adjugate', S),
      (d) => void (last(d).given[0] = 'inverse'),
      /unknown fact/,
    ],
    [
      'another fact',
      () => fact('det of the transpose', S),
      (d) => void (last(d).given[0] = 'det of the identity'),
      /another conclusion/,
    ],
    [
      'another law',
      () => law('tanh', x, 0),
      (d) => void (last(d).given[0] = 'sigmoid'),
      /another conclusion/,
    ],
    [
      'a law of another number',
      () => law('tanh', x, 0),
      (d) => void (last(d).given[2] = 1),
      /another conclusion/,
    ],
    [
      'a coefficient of a certificate',
      () => lin(times(a, a), times(a, b), [use(assume(equal(a, b)), times(a, holeOf()))]),
      (d) => {
        for (const t of d.terms as {
          sum: { coefficient: string; factors: { head: { name: string } }[] }[];
        }[])
          for (const m of t.sum)
            if (m.factors.some((f) => f.head.name === '□')) m.coefficient = '2';
      },
      /is left/,
    ],
    [
      'uses exchanged',
      () =>
        lin(times(a, b), times(b, b, b), [
          use(assume(equal(a, b)), times(holeOf(), b)),
          use(assume(equal(times(b, b), times(b, b, b))), holeOf()),
        ]),
      (d) => void last(d).uses.reverse(),
      /is left/,
    ],
    [
      'a wrong bound name',
      () => generalise(bound('x', 'n'), assume(equal(y, y))),
      (d) => void (last(d).given = [{ bound: { kind: 'tensor', name: 'y', shape: ['n'] } }]),
      /free in a hypothesis/,
    ],
    [
      'a quantifier over tanh',
      () =>
        generalise(
          { kind: 'function', fn: { name: 'f', family: [], inputs: [null], output: null } },
          law('tanh', a, 0),
        ),
      (d) => {
        for (const f of d.formulas as { bound?: { fn: { name: string } } }[])
          if (f.bound) f.bound.fn.name = 'tanh';
        (last(d).given[0] as { bound: { fn: { name: string } } }).bound.fn.name = 'tanh';
      },
      /binds tanh/,
    ],
    [
      'weak for strict',
      () => comparable(a, b),
      (d) => {
        for (const f of d.formulas) if (f['kind'] === 'less') f['strict'] = true;
      },
      /another conclusion/,
    ],
    [
      'a negative multiple',
      () => order(nought(), times(a, a), false, [{ coefficient: one, facts: [], squares: [a] }]),
      (d) => void ((last(d).given[0] as unknown[])[0] = { ratio: '-1' }),
      /positive multiple/,
    ],
    [
      'a derivative by another name',
      () => differentiate(lin(times(a, b), times(b, a)), 'a', []),
      (d) => void (last(d).given[0] = 'b'),
      /another conclusion/,
    ],
    [
      'dimensions renamed otherwise',
      () => dims(reflexive(x), new Map([['n', 'm']])),
      (d) => void (last(d).given[0] = ['n', 'k']),
      /another conclusion/,
    ],
    [
      'a number renamed',
      () => dims(reflexive(x), new Map([['n', 'm']])),
      (d) => void last(d).given.push(['2', '3']),
      /no renaming/,
    ],
    ['no symmetry', symmetric, (d) => void last(d).from.pop(), /is left/],
    [
      'an index that stands nowhere',
      () => reflexive(a),
      (d) =>
        void ((d.terms[0] as { sum: { dims: string[] }[] }).sum[0] as { dims: string[] }).dims.push(
          'n',
        ),
      /stands nowhere/,
    ],
    ['another format', () => reflexive(a), (d) => void (d['version'] = 2), /version/],
  ])('%s', (_, theorem, change, why) => refusal(attack(theorem(), change), why));
  test('a file that is not a document', () => {
    for (const bad of [null, 1, 'x', [], {}, { format: 'elenchus derivation', version: 1 }])
      refusal(check(bad), /./);
    refusal(
      check({
        format: 'elenchus derivation',
        version: 1,
        claim: { text: '', hash: '' },
        goal: { hypotheses: [], conclusion: 0 },
        axioms: [],
        terms: [],
        formulas: [{ kind: 'false' }],
        steps: [],
      }),
      /no steps/,
    );
  });
  test('the first step that does not follow is named, with both statements', () => {
    const answer = attack(two(), (d) => void last(d).from.reverse());
    expect(answer).toMatchObject({
      accepted: false,
      step: 3,
      rule: 'and',
      stated: '(a = b) and (a <= b)',
      follows: '(a <= b) and (a = b)',
    });
  });
});

describe('the guards of rules', () => {
  //  steps that the kernel refuses to make, written into a document by hand
  const hand = (
    steps: readonly Theorem[],
    rule: string,
    given: unknown[],
    conclusion: Formula,
    hypotheses: readonly Formula[] = [],
    uses: Term[] = [],
  ): ReturnType<typeof check> => {
    const d = documentOf(
      steps.length === 0 ? reflexive(a) : steps.reduce((s, t) => both(s, t)),
    ) as Document;
    // the statement and its terms by way of a document of their own
    const e = documentOf(
      [conclusion, ...hypotheses].map(assume).reduce((s, t) => both(s, t)),
      [],
    ) as Document;
    const shiftT = d.terms.length;
    const shiftF = d.formulas.length;
    const moved = (v: unknown, k: string): unknown =>
      ['left', 'right', 'subject'].includes(k) && typeof v === 'number' ? v + shiftT : v;
    const isConnective = (f: Mutable): boolean =>
      ['and', 'or', 'implies', 'not', 'forall', 'exists'].includes(f['kind'] as string);
    const shifted = (f: Mutable): Mutable =>
      Object.fromEntries(
        Object.entries(f).map(([k, v]) => [
          k,
          isConnective(f) ? (typeof v === 'number' ? v + shiftF : v) : moved(v, k),
        ]),
      );
    const deep = (t: unknown): unknown =>
      JSON.parse(JSON.stringify(t), (k, v: unknown) =>
        k === 'args' && Array.isArray(v) ? v.map((n) => (n as number) + shiftT) : v,
      );
    d.terms.push(...(e.terms.map(deep) as Mutable[]));
    d.formulas.push(...e.formulas.map(shifted));
    const [said, ...kept] = e.steps
      .filter((s) => s.rule === 'assume')
      .map((s) => s.conclusion + shiftF);
    const places = steps.map((t) => {
      const one = documentOf(t) as Document;
      return d.steps.findIndex(
        (s) => s.rule === last(one).rule && s.hypotheses.length === last(one).hypotheses.length,
      );
    });
    d.steps.push({
      rule,
      from: places,
      given,
      uses: uses as unknown as number[],
      hypotheses: kept,
      conclusion: said as number,
    });
    d.goal = {
      hypotheses: kept.map((formula) => ({ text: '', formula })),
      conclusion: said as number,
    };
    return check(d);
  };
  const zero = equal(a, nought());
  test('a name free in a hypothesis is not generalised', () =>
    refusal(
      hand(
        [assume(zero)],
        'generalise',
        [{ bound: { kind: 'tensor', name: 'a', shape: [] } }],
        forall(bound('a'), zero),
        [zero],
      ),
      /free in a hypothesis/,
    ));
  test('an equation about a hypothesis is not differentiated', () =>
    refusal(
      hand([assume(zero)], 'differentiate', ['a', []], equal(number(one), nought()), [zero]),
      /free in a hypothesis/,
    ));
  test('an inverse of nothing known', () =>
    refusal(
      hand(
        [assume(is('pd', S))],
        'inverse',
        [],
        and(
          equal(product(S, inverse(S)), identity('n')),
          equal(product(inverse(S), S), identity('n')),
        ),
        [is('pd', S)],
      ),
      /nothing declares invertible/,
    ));
  test('a strict inequality from weak ones', () =>
    refusal(
      hand(
        [assume(less(nought(), a, false))],
        'order',
        [[{ ratio: '1' }, 1, []]],
        less(nought(), a, true),
        [less(nought(), a, false)],
      ),
      /strictly/,
    ));
  test('the sum over a basis of what holds for one vector', () =>
    refusal(
      hand(
        [assume(less(nought(), form(x), false))],
        'sum over the basis',
        [],
        less(nought(), contract([S], ['ii'], ''), false),
        [less(nought(), form(x), false)],
      ),
      /kind forall/,
    ));
  test('a root of anything', () =>
    refusal(
      hand(
        [assume(less(a, b, false))],
        'root',
        [],
        and(equal(times(b, b), b), less(nought(), b, false)),
        [less(a, b, false)],
      ),
      /at least 0/,
    ));
});
