/**
 * The table of elementary facts checked against numbers: each entry at sizes 1 to 3, at generic and
 * at singular matrices.
 */
import { describe, expect, test } from 'vitest';
import { factNames } from '../../src/kernel/algebra.ts';
import { atEntries } from '../../src/kernel/laws.ts';
import { convexFunctions } from '../../src/kernel/facts/convex-functions.ts';
import { functions } from '../../src/kernel/facts/functions.ts';
import { growth } from '../../src/kernel/facts/growth.ts';
import { sumsAndProducts } from '../../src/kernel/facts/sums-and-products.ts';
import { ranges } from '../../src/kernel/facts/ranges.ts';
import { slopes } from '../../src/kernel/facts/slopes.ts';
import type { Formula } from '../../src/kernel/formula.ts';
import {
  add,
  contract,
  number,
  dimension,
  identity,
  inverse,
  operation,
  pair,
  permute,
  scale,
  variable,
  zeros,
} from '../../src/kernel/graph.ts';
import { ratio } from '../../src/kernel/ratio.ts';
import { renameDims } from '../../src/kernel/rename.ts';
import { dims, fact } from '../../src/kernel/theorem.ts';
import type { Dim, Term } from '../../src/kernel/term.ts';
import { matrix, product, reflexive, refused, scalar, vector } from '../must-fail/tools.ts';
import { entryOf, hashed, indices, type World } from './evaluate.ts';
import { det, rank } from './operations.ts';

const close = (x: number, y: number): boolean =>
  Math.abs(x - y) < 1e-7 * (1 + Math.abs(x) + Math.abs(y));

/** Does the statement hold there? */
function holds(f: Formula, world: World): boolean {
  switch (f.kind) {
    case 'equal':
      return [...indices(f.left.shape.map(world.size))].every((i) =>
        close(entryOf(f.left, i, world), entryOf(f.right, i, world)),
      );
    case 'less': {
      const [a, b] = [entryOf(f.left, [], world), entryOf(f.right, [], world)];
      return f.strict ? a < b : a <= b + 1e-9;
    }
    case 'and':
      return holds(f.left, world) && holds(f.right, world);
    case 'or':
      return holds(f.left, world) || holds(f.right, world);
    case 'implies':
      return !holds(f.left, world) || holds(f.right, world);
    case 'not':
      return !holds(f.body, world);
    case 'is': {
      const [m, n] = f.subject.shape.map(world.size) as [number, number];
      const rows = [...Array(m).keys()].map((i) =>
        [...Array(n).keys()].map((j) => entryOf(f.subject, [i, j], world)),
      );
      if (f.predicate === 'invertible') return Math.abs(det(rows)) > 1e-9;
      if (f.predicate === 'psd')
        return ['x', 'y', 'z'].every(
          (v) =>
            rows
              .flatMap((row, i) => row.map((a, j) => a * hashed(7)(v, [i]) * hashed(7)(v, [j])))
              .reduce((p, q) => p + q, 0) > -1e-9,
        );
      if (f.predicate === 'onto') return rank(rows) === m;
      if (f.predicate === 'one-to-one') return rank(rows) === n;
      throw new TypeError(`${f.predicate} has no numbers here`);
    }
    default:
      throw new TypeError(`${f.kind} has no numbers here`);
  }
}

const [A, B] = [matrix('A', 'm', 'n'), matrix('B', 'n', 'm')];
const [S, T] = [matrix('S'), matrix('T')];

/**
 * Entry by entry generic; or small whole numbers with equal rows, so that matrices are singular; or
 * all 0.
 */
const entries: readonly (readonly [string, (seed: number) => World['entry']])[] = [
  ['generic', hashed],
  ['singular', (seed) => (name, index) => Math.round(3 * hashed(seed)(name, index.slice(1)))],
  ['zero', () => () => 0],
];
const sizes: readonly Readonly<Record<string, number>>[] = [
  { m: 1, n: 1 },
  { m: 1, n: 3 },
  { m: 2, n: 2 },
  { m: 3, n: 2 },
  { m: 2, n: 3 },
  { m: 3, n: 3 },
];

const [P, Q] = [matrix('P', 'm', 'm'), matrix('Q', 'n', 'n')];
const [c, d] = [scalar('c'), scalar('d')];
const product2 = (x: Term, y: Term): Term => contract([x, y], ['', ''], '');
const projection = product(Q, operation('pinv', Q));

/**
 * Functions of numbers, of two of one shape, of a number and a shape, or of a term of any shape.
 */
function functionSamples(name: string): readonly (readonly Term[])[] {
  const large = scale(ratio(3n, 2n), c);
  if (
    /between|below one|what is not|of exp$|of a logarithm|of one|of a square|lies above|of a reciprocal/.test(
      name,
    )
  )
    return [[c], [large], [product2(c, c)]];
  if (/^(logarithm|root) of a product/.test(name))
    return [
      [c, d],
      [product2(c, c), product2(d, d)],
    ];
  if (/multiple|equal entries/.test(name))
    return [
      [c, A],
      [product2(c, c), A],
      [large, vector('v')],
      [d, c],
    ];
  if (/^(abs of a product|exp of a sum)|is Lipschitz$/.test(name))
    return [
      [A, matrix('A2', 'm', 'n')],
      [vector('v'), vector('w')],
      [c, d],
    ];
  if (/is increasing$|does not fall$/.test(name))
    return [
      [c, d],
      [d, c],
      [c, c],
      [scale(ratio(1n, 2n), c), add(c, scale(ratio(1n, 8n), product2(d, d)))],
      [scale(ratio(-1n, 8n), product2(c, c)), scale(ratio(1n, 4n), c)],
    ];
  if (name.endsWith('of a shift'))
    return [
      [vector('v'), c],
      [scale(ratio(-3n), vector('v')), large],
      [vector('v'), product2(c, d)],
    ];
  return name === 'a sum of exponentials' || /^softmax (has a covariance|is at most)/.test(name)
    ? [[vector('v')], [scale(ratio(-3n), vector('v'))]]
    : [[A], [vector('v')], [large]];
}

/** The least values of silu and gelu lie at −1.278… and −0.751…. */
const rangeSamples = [-1278n, -751n, -2500n, -300n, 0n, 300n, 1571n, 3142n]
  .map((k): readonly Term[] => [number(ratio(k, 1000n))])
  .concat([[c]]);
const tangentSamples = [-3n, -1n, 0n, 1n, 4n]
  .flatMap((k) => [-2n, 0n, 3n].map((l): readonly Term[] => [number(ratio(k)), number(ratio(l))]))
  .concat([[c, scale(ratio(3n), product2(c, c))]]);
const slopeSamples = (name: string): readonly (readonly Term[])[] =>
  name === 'sign of a nonzero number'
    ? [[c], [scale(ratio(-3n), c)], [product2(c, d)]]
    : [[A], [vector('v')], [c], [scale(ratio(-3n), vector('v'))]];

const outer = (x: Term, y: Term): Term => contract([x, y], ['i', 'j'], 'ij');
/** w v' / ((v·w)(v·v)). */
const oblique = contract(
  [
    outer(vector('w'), vector('v')),
    inverse(contract([vector('v'), vector('w')], ['i', 'i'], '')),
    inverse(contract([vector('v'), vector('v')], ['i', 'i'], '')),
  ],
  ['ij', '', ''],
  'ij',
);
/** Arguments for every entry: general ones, and some where its hypothesis holds. */
const onlyPlace = contract([], [], 'i', { i: '1' });
const samples: Readonly<Record<string, readonly (readonly Term[])[]>> = {
  'det of a product': [[S, T]],
  'det of the transpose': [[S]],
  'det of the identity': [[S]],
  'det of zero': [[S]],
  'det and inverse': [[S]],
  adjugate: [[S]],
  'adjugate of an invertible matrix': [[S]],
  'adjugate of a product': [[S, T]],
  'adjugate of the transpose': [[S]],
  Sylvester: [[A, B]],
  'det of a multiple of the identity': ['1', '2', '3', '4'].map((n) => [c, matrix('S', n, n)]),
  'det of a 1×1 matrix': [[matrix('S', '1', '1')]],
  'det of a 2×2 matrix': [[matrix('S', '2', '2')]],
  'det of a 3×3 matrix': [[matrix('S', '3', '3')]],
  'adjugate of a 3×3 matrix': [[matrix('S', '3', '3')]],
  'det of a Kronecker product': [
    [P, matrix('Q', '2', '2')],
    [matrix('P', '2', '2'), matrix('Q', '2', '2')],
    [matrix('P', '1', '1'), Q],
  ],
  'rank of a projector': [[S], [projection], [identity('n')]],
  'Moore and Penrose': [[A], [S]],
  'the pseudo-inverse is one': [
    [A, B],
    [variable('V', ['m', '1']), operation('pinv', variable('V', ['m', '1']))],
    // three of the four equations hold, and A X or X A is not symmetric
    [outer(vector('v'), vector('v')), oblique],
    [outer(vector('v'), vector('v')), permute(oblique, [1, 0])],
    [S, S],
    [identity('n'), identity('n')],
  ],
  'exp is above its tangent': [[c], [scale(ratio(5n), c)], [scale(ratio(-5n), c)]],
  'softmax varies by at most a half': [[vector('v')], [scale(ratio(-3n), vector('v'))]],
  'softmax is Lipschitz': [
    [vector('v'), vector('w')],
    [scale(ratio(5n), vector('v')), vector('w')],
    [vector('v'), vector('v')],
  ],
  'log-sum-exp lies above its tangents': [
    [vector('v'), vector('w')],
    [scale(ratio(5n), vector('v')), scale(ratio(-3n), vector('w'))],
  ],
  'slope of gelu': [-3n, -2n, -1n, 0n, 1n, 2n, 3n, 10n]
    .map((k) => [number(ratio(k, 2n))])
    .concat([[number(ratio(141421n, 100000n))], [number(ratio(-141421n, 100000n))], [c]]),
  'slope of silu': [-5n, -2n, 0n, 1n, 2n, 5n, 10n]
    .map((k) => [number(ratio(k, 2n))])
    .concat([[number(ratio(23994n, 10000n))], [number(ratio(-23994n, 10000n))], [c]]),
  'exp and its Taylor polynomials': [1n, 2n, 3n, 4n, 7n, 8n].flatMap((k) => [
    [number(ratio(k)), c],
    [number(ratio(k)), scale(ratio(-4n), product2(c, c))],
    [number(ratio(k)), scale(ratio(3n), product2(c, c))],
  ]),
  ...Object.fromEntries(
    [...functions, ...sumsAndProducts, ...growth].map(([name]) => [name, functionSamples(name)]),
  ),
  ...Object.fromEntries(ranges.map(([name]) => [name, rangeSamples])),
  ...Object.fromEntries(convexFunctions.map(([name]) => [name, tangentSamples])),
  ...Object.fromEntries(slopes.map(([name]) => [name, slopeSamples(name)])),
  // the sums of one entry, and any vector where the guard fails
  'an entry below the log-sum-exp': [
    [variable('w', ['1']), onlyPlace],
    [variable('w', ['n']), variable('e', ['n'])],
  ],
  'a pair has one place': [[A], [S]],
  'a place has one pair': [[A], [S]],
  'pairs at one place are equal': [[A], [S]],
  'places of one pair are equal': [[A], [S]],
  'pairs of pairs': [[variable('X', ['m', 'n', '2'])], [variable('X', ['n', '2', 'n'])]],
  // the one coordinate vector of R^1; of others, the guard alone
  'entries at a coordinate': [
    [atEntries('tanh', variable('w', ['1'])), onlyPlace],
    [atEntries('tanh', matrix('A', '1', 'n')), onlyPlace],
    [atEntries('exp', variable('w', ['n'])), variable('e', ['n'])],
  ],
  'entries at a coordinate of the second axis': [
    [atEntries('exp', matrix('A', 'n', '1')), onlyPlace],
  ],
  'a pair with 1': [[matrix('A', '1', 'n')], [matrix('A', 'n', '1')]],
};
const numeric = Object.keys(samples);

describe('every fact of the table holds in numbers', () => {
  test.each(
    numeric.flatMap((name) => entries.map(([kind, entry]) => [name, kind, entry] as const)),
  )('%s, %s', (name, _, entry) => {
    for (const terms of samples[name] ?? []) {
      const statement = fact(name, ...terms).conclusion;
      for (const size of sizes) {
        for (const seed of [1, 2, 3]) {
          const world: World = {
            size: (d: Dim) => d.split('*').reduce((k, f) => k * (size[f] ?? Number(f)), 1),
            entry: entry(seed),
          };
          expect(holds(statement, world), `at ${JSON.stringify(size)}`).toBe(true);
        }
      }
    }
  });
  test('by its name', () => {
    const elsewhere =
      /a pd matrix|psd form|norm|sigma_min|eigenvalue|nuclear|^rank (?!of a projector)|square root|spectral theorem|a shared eigenvector|a kernel that is not 0|a dimension is at least 1|definite|psd matrices|in the .* order|form that vanishes|along a segment|mean value theorem|an entry below the (?:sum|largest)|^the largest entry|between two numbers|at an extremum|^det of a shifted product$|^det of I and a psd matrix$|nilpotent|below its trace|^logdet (below|of)|^inverses are convex$|^trace, rank|of an adjugate$|^root of a p(sd|d) matrix$|^the root is one$|^a root commutes$|^exponentials? (of|on|at|above) (a|opposite|both|the|an|its) (zero|transpose|sum|symmetric|eigenvector|multiple|matrices|sides|tangent)|^determinant of an exponential$|^the symmetric logarithm|^logarithm of a pd/;
    // spectra.test.ts checks the facts about spectra and ranks against numbers
    expect(
      factNames()
        .filter((name) => !elsewhere.test(name))
        .sort(),
    ).toEqual([...numeric].sort());
    refused(() => fact('det of a sum', S, T), /no fact/);
    refused(() => fact('constructor', S), /no fact/);
  });
});

describe('facts about an entry hold at each coordinate', () => {
  const [w, e] = [variable('w', ['n']), variable('e', ['n'])];
  /** w in R^n as given; every other name is a coordinate vector. */
  const at = (numbers: readonly number[], place: number): World => ({
    size: (d) => (d === 'n' ? numbers.length : Number(d)),
    entry: (name, [i]) => (name === 'w' ? (numbers[i as number] as number) : i === place ? 1 : 0),
  });
  const points = [[2, -1, 3], [0, 0, 0], [-1, -2, -3], [1, 2, 0], [-4, 1], [5]];
  const everyPlace = points.flatMap((p) => p.map((_, place) => at(p, place)));
  /** Where e is not one: twice one, its negative, 0, all ones, the mean, and entries of sum 1. */
  const elsewhere = points.flatMap((p) =>
    [
      (i: number) => (i === 0 ? 2 : 0),
      (i: number) => (i === 0 ? -1 : 0),
      () => 0,
      () => (p.length > 1 ? 1 : 3),
      () => (p.length > 1 ? 1 / p.length : 1 / 2),
      (i: number) => [2, -1][i] ?? 0,
    ].map(
      (of): World => ({
        size: (d) => (d === 'n' ? p.length : Number(d)),
        entry: (name, [i]) => (name === 'w' ? (p[i as number] as number) : of(i as number)),
      }),
    ),
  );

  test.each<[string, Term[]]>([
    ['an entry below the log-sum-exp', [w, e]],
    ['an entry below the largest entry', [w, e]],
    ['entries at a coordinate', [atEntries('exp', w), e]],
  ])('%s', (name, terms) => {
    const statement = fact(name, ...terms).conclusion as Formula & { right: Formula };
    for (const world of everyPlace) expect(holds(statement, world)).toBe(true);
    // elsewhere it claims nothing, and could not
    for (const world of elsewhere) expect(holds(statement, world)).toBe(true);
    expect(elsewhere.some((world) => !holds(statement.right, world))).toBe(true);
  });
  test('the largest entry is an entry, and no smaller one', () => {
    const { body } = fact('the largest entry is an entry', w).conclusion as Formula & {
      body: Formula;
    };
    for (const p of points)
      expect(p.map((_, place) => holds(body, at(p, place)))).toEqual(
        p.map((x) => x === Math.max(...p)),
      );
    refused(() => fact('the largest entry is an entry', S), /vectors/);
    refused(() => operation('max', S), /max applies to vectors/);
  });
  test('an entry below the sum, where no entry is negative and nowhere else', () => {
    const statement = fact('an entry below the sum', w, e).conclusion as Formula & {
      left: { body: Formula };
      right: Formula;
    };
    for (const p of points) {
      const signs = p.every((_, place) => holds(statement.left.body, at(p, place)));
      expect(signs).toBe(p.every((x) => x >= 0));
      if (signs) p.forEach((_, place) => expect(holds(statement.right, at(p, place))).toBe(true));
    }
  });
});

describe('facts of matrices take matrices of their shapes', () => {
  test.each([
    'det of a product',
    'det of the transpose',
    'det of the identity',
    'det and inverse',
    'adjugate',
  ])('%s', (name) => {
    for (const bad of [A, vector('v'), scalar('s'), variable('X', ['n', 'n', 'n'])])
      refused(() => fact(name, bad, S));
    refused(() => fact(name));
    if (name === 'det of a product') {
      refused(() => fact(name, S, A));
      refused(() => fact(name, S, matrix('T', 'k', 'k')));
      refused(() => fact(name, S));
    }
  });
  test('Sylvester: A m×n and B n×m', () => {
    refused(() => fact('Sylvester', A, A));
    refused(() => fact('Sylvester', A));
    refused(() => fact('Sylvester', vector('v'), vector('w')));
  });
  test('only square matrices have determinants and adjugates, and adjugates are matrices', () => {
    for (const name of ['det', 'adj'])
      for (const bad of [A, vector('v'), scalar('s')])
        refused(() => operation(name, bad), /square/);
    expect(operation('adj', S).shape).toEqual(['n', 'n']);
    expect(operation('det', S).shape).toEqual([]);
    expect(operation('rank', A).shape).toEqual([]);
    expect(operation('adj', variable('X', ['k', 'n', 'n']), ['k']).shape).toEqual(['k', 'n', 'n']);
  });
  test('terms that the kernel did not make', () => {
    for (const name of numeric)
      refused(() => fact(name, { shape: ['n', 'n'], monomials: [] }, S), /did not make/);
  });
  test('they are about any term of the shape', () => {
    const world: World = { size: () => 2, entry: hashed(5) };
    expect(holds(fact('adjugate', product(S, permute(inverse(T), [1, 0]))).conclusion, world)).toBe(
      true,
    );
  });
});

describe('facts of literal sizes are refused at others', () => {
  test.each([
    'det of a 1×1 matrix',
    'det of a 2×2 matrix',
    'det of a 3×3 matrix',
    'adjugate of a 3×3 matrix',
  ])('%s', (name) => {
    for (const bad of ['n', '4', '1', '2', '3'].filter((n) => !name.includes(`${n}×`)))
      refused(() => fact(name, matrix('S', bad, bad)), /wanted/);
  });
  test('det(c I) at a named size, and at one too large to write out', () => {
    refused(() => fact('det of a multiple of the identity', c, S), /literal/);
    refused(() => fact('det of a multiple of the identity', c, matrix('S', '33', '33')), /literal/);
    refused(
      () => fact('det of a multiple of the identity', vector('v'), matrix('S', '2', '2')),
      /scalar/,
    );
  });
  test('softmax of two vectors of one dimension', () => {
    for (const name of ['softmax is Lipschitz', 'log-sum-exp lies above its tangents'])
      refused(() => fact(name, vector('v'), vector('w', 'm')), /one dimension/);
  });
  test('Taylor polynomials of exp up to the degree 8', () =>
    refused(
      () => fact('exp and its Taylor polynomials', number(ratio(9n)), c),
      /degree of at most 8/,
    ));
  test('exp is that of a scalar', () =>
    refused(() => fact('exp is above its tangent', vector('v')), /scalar/));
  test('a pair with 1 has a 1', () => refused(() => fact('a pair with 1', A), /dimension 1/));
  test('a pair is of two dimensions', () =>
    refused(
      () => fact('a pair has one place', variable('X', ['n', 'n', 'n'])),
      /a matrix is wanted/,
    ));
  test('pairs of pairs apply to three dimensions', () =>
    refused(() => fact('pairs of pairs', A), /three dimensions/));
});

describe('products of dimensions', () => {
  test('have one form', () => {
    expect(pair('n', 'm').shape).toEqual(['n', 'm', 'm*n']);
    expect(pair('2', '3').shape).toEqual(['2', '3', '6']);
    expect(pair('1', 'n').shape).toEqual(['1', 'n', 'n']);
    expect(pair('2*n', 'm').shape).toEqual(['2*n', 'm', '2*m*n']);
    for (const bad of ['n*m', 'm*2', '1*n', '2*3', 'm*', '*m', '2m', 'm*__proto__', 'm**n'])
      refused(() => identity(bad));
  });
  test('a loop is the product', () => {
    expect(contract([], [], '', { i: '2*m*m*n' }).monomials[0]).toMatchObject({
      coefficient: { num: 2n, den: 1n },
      powers: { m: 2, n: 1 },
    });
    expect(dimension('3*m', -1).monomials[0]).toMatchObject({
      coefficient: { num: 1n, den: 3n },
      powers: { m: -1 },
    });
  });
  test('are renamed factor by factor', () => {
    const t = contract([pair('m', 'n')], ['ijr'], 'rij');
    const two = renameDims(
      t,
      new Map([
        ['m', '2'],
        ['n', '3'],
      ]),
    );
    expect(two.shape).toEqual(['6', '2', '3']);
    expect(renameDims(t, new Map([['m', 'a*n']])).shape).toEqual(['a*n*n', 'a*n', 'n']);
    expect(renameDims(dimension('m', 2), new Map([['m', '2*k']])).monomials[0]).toMatchObject({
      coefficient: { num: 4n },
      powers: { k: 2 },
    });
    const loops = dims(
      reflexive(contract([], [], '', { i: 'm*n' })),
      new Map([['m', 'n']]),
    ).conclusion;
    expect(loops.kind === 'equal' && loops.left.monomials[0]?.powers).toEqual({ n: 2 });
    refused(() => dims(reflexive(t), new Map([['m*n', 'k']])), /cannot be renamed/);
  });
  test('pairs apply to a shape alone', () => {
    refused(() => operation('pair', A), /shape alone/);
    refused(() => operation('pair', zeros(['m'])), /matrices/);
    expect(operation('pinv', A).shape).toEqual(['n', 'm']);
    refused(() => operation('pinv', vector('v')), /matrices/);
  });
});
