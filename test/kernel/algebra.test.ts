/** The table of elementary facts held against numbers: each entry at sizes 1 to 3, at generic and at singular matrices. */
import { describe, expect, test } from 'vitest';
import { algebra } from '../../src/kernel/algebra.ts';
import type { Formula } from '../../src/kernel/formula.ts';
import { inverse, operation, permute, variable } from '../../src/kernel/graph.ts';
import { fact } from '../../src/kernel/theorem.ts';
import type { Dim, Term } from '../../src/kernel/term.ts';
import { matrix, product, refused, scalar, vector } from '../must-fail/tools.ts';
import { entryOf, hashed, indices, type World } from './evaluate.ts';
import { det, rank } from './operations.ts';

const close = (x: number, y: number): boolean => Math.abs(x - y) < 1e-7 * (1 + Math.abs(x) + Math.abs(y));

/** Does the statement hold there? */
function holds(f: Formula, world: World): boolean {
  switch (f.kind) {
    case 'equal':
      return [...indices(f.left.shape.map(world.size))].every((i) => close(entryOf(f.left, i, world), entryOf(f.right, i, world)));
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
      const rows = [...Array(m).keys()].map((i) => [...Array(n).keys()].map((j) => entryOf(f.subject, [i, j], world)));
      if (f.predicate === 'invertible') return Math.abs(det(rows)) > 1e-9;
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

/** Entry by entry generic; or small whole numbers with equal rows, so that matrices are singular; or all 0. */
const entries: readonly (readonly [string, (seed: number) => World['entry']])[] = [
  ['generic', hashed],
  ['singular', (seed) => (name, index) => Math.round(3 * hashed(seed)(name, index.slice(1)))],
  ['zero', () => () => 0],
];
const sizes: readonly Readonly<Record<string, number>>[] = [{ m: 1, n: 1 }, { m: 1, n: 3 }, { m: 2, n: 2 }, { m: 3, n: 2 }, { m: 2, n: 3 }, { m: 3, n: 3 }];

/** Arguments that an entry takes: the first of these that fit. */
const offers: readonly (readonly Term[])[] = [[A, B], [S, T], [A], [S]];
const fits = (name: string): readonly Term[] | undefined => offers.find((terms) => {
  try {
    const text = JSON.stringify(fact(name, ...terms).conclusion, (_, x: unknown) => (typeof x === 'bigint' ? String(x) : x));
    return terms.every((t) => t.monomials.every((m) => m.factors.every(({ head }) => head.kind === 'variable' && text.includes(`"name":"${head.name}"`))));
  } catch {
    return false;
  }
});

const numeric = ['det of a product', 'det of the transpose', 'det of the identity', 'det and inverse', 'adjugate', 'Sylvester'];

describe('every fact of the table holds in numbers', () => {
  test.each(numeric.flatMap((name) => entries.map(([kind, entry]) => [name, kind, entry] as const)))('%s, %s', (name, _, entry) => {
    const statement = fact(name, ...(fits(name) ?? [S])).conclusion;
    for (const size of sizes) {
      for (const seed of [1, 2, 3]) {
        const world: World = { size: (d: Dim) => size[d] ?? Number(d), entry: entry(seed) };
        expect(holds(statement, world), `at ${JSON.stringify(size)}`).toBe(true);
      }
    }
  });
  test('by its name', () => {
    for (const name of numeric) expect(algebra.has(name)).toBe(true);
    refused(() => fact('det of a sum', S, T), /no fact/);
    refused(() => fact('constructor', S), /no fact/);
  });
});

describe('facts of matrices take matrices of their shapes', () => {
  test.each(['det of a product', 'det of the transpose', 'det of the identity', 'det and inverse', 'adjugate'])('%s', (name) => {
    for (const bad of [A, vector('v'), scalar('s'), variable('X', ['n', 'n', 'n'])]) refused(() => fact(name, bad, S));
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
    for (const name of ['det', 'adj']) for (const bad of [A, vector('v'), scalar('s')]) refused(() => operation(name, bad), /square/);
    expect(operation('adj', S).shape).toEqual(['n', 'n']);
    expect(operation('det', S).shape).toEqual([]);
    expect(operation('rank', A).shape).toEqual([]);
    expect(operation('adj', variable('X', ['k', 'n', 'n']), ['k']).shape).toEqual(['k', 'n', 'n']);
  });
  test('terms that the kernel did not make', () => {
    for (const name of numeric) refused(() => fact(name, { shape: ['n', 'n'], monomials: [] }, S), /did not make/);
  });
  test('they are about any term of the shape', () => {
    const world: World = { size: () => 2, entry: hashed(5) };
    expect(holds(fact('adjugate', product(S, permute(inverse(T), [1, 0]))).conclusion, world)).toBe(true);
  });
});
