/** Contraction, substitution and derivatives checked against numbers. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Dim, FunctionSymbol, Term } from '../../src/kernel/term.ts';
import {
  add,
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
import { substitute } from '../../src/kernel/calculus.ts';
import { derivative } from '../../src/kernel/derivative.ts';
import { renameDims } from '../../src/kernel/rename.ts';
import { ratio } from '../../src/kernel/ratio.ts';
import { lin, refused, times } from '../must-fail/tools.ts';
import { entryOf, hashed, indices, type World } from './evaluate.ts';

const sizes: Readonly<Record<string, number>> = { n: 2, m: 3, N: 2 };
const size = (d: Dim): number => sizes[d] ?? Number(d);
const world = (seed: number): World => ({ size, entry: hashed(seed) });
const close = (x: number, y: number, tolerance = 1e-9): void =>
  expect(Math.abs(x - y)).toBeLessThan(tolerance * (1 + Math.abs(x) + Math.abs(y)));
const everywhere = (t: Term, check: (index: number[]) => void): void => {
  for (const index of indices(t.shape.map(size))) check(index);
};

const f: FunctionSymbol = { name: 'f', family: [], inputs: [null], output: null };
const F: FunctionSymbol = { name: 'F', family: [], inputs: ['n'], output: 'm' };
const G: FunctionSymbol = { name: 'G', family: ['N'], inputs: ['n', null, 'm'], output: 'm' };
const x = variable('x', ['n']);
const A = variable('A', ['n', 'n']);
const M = variable('M', ['m', 'n']);
const s = contract([x, A, x], ['i', 'ij', 'j'], '');
const Mx = contract([M, x], ['ij', 'j'], 'i');

/** Terms in x of many kinds; the last factors stand inside arguments and inverses. */
const terms: readonly (readonly [string, Term])[] = [
  ['x', x],
  ["x x'", contract([x, x], ['i', 'j'], 'ij')],
  ['diag x', contract([x], ['i'], 'ii')],
  ["x'Ax", s],
  ['n x / 3', contract([scale(ratio(1n, 3n), x), dimension('n')], ['i', ''], 'i')],
  ["f(x'Ax)", jet(f, [0], [s])],
  ['f(Mx) by entries', jet(f, [1], [Mx], ['m'])],
  ['f(x_i A_ij) by entries', jet(f, [0], [contract([x, A], ['i', 'ij'], 'ij')], ['n', 'n'])],
  ['F(Ax)', jet(F, [0], [contract([A, x], ['ij', 'j'], 'i')])],
  ["F' at x in every row", jet(F, [1], [contract([M, x], ['ij', 'j'], 'ij')], ['m'])],
  ['F at x in every row', jet(F, [0], [contract([M, x], ['ij', 'j'], 'ij')], ['m'])],
  [
    'inv(4I + A diag x), not symmetric',
    inverse(add(scale(ratio(4n), identity('n')), contract([A, x], ['ij', 'j'], 'ij'))),
  ],
  ['G(x, s, F(x))', jet(G, [0, 0, 0], [x, s, jet(F, [0], [x])])],
  ['∂G(x, s, Mx)', jet(G, [1, 1, 1], [x, s, Mx])],
  ["inv(I + x x')", inverse(add(identity('n'), contract([x, x], ['i', 'j'], 'ij')))],
  ['inv(A + diag x)', inverse(add(scale(ratio(4n), identity('n')), contract([x], ['i'], 'ii')))],
  [
    'inverses for every i',
    inverse(
      add(
        contract([contract([], [], 'k', { k: 'm' }), identity('n')], ['k', 'ij'], 'kij'),
        contract([Mx, x], ['k', 'i'], 'kii'),
      ),
      ['m'],
    ),
  ],
  [
    "1/(4 + x'x)",
    inverse(add(scale(ratio(4n), contract([], [], '')), contract([x, x], ['i', 'i'], ''))),
  ],
  [
    '1/(4 + (Mx)_i²)',
    inverse(add(contract([], [], 'i', { i: 'm' }), contract([Mx, Mx], ['i', 'i'], 'i')), ['m']),
  ],
  ['det(A + diag x)', operation('det', add(A, contract([x], ['i'], 'ii')))],
  ['adj(A + diag x)', operation('adj', add(A, contract([x], ['i'], 'ii')))],
  [
    'adjugates for every i',
    operation(
      'adj',
      add(contract([Mx, A], ['k', 'ij'], 'kij'), contract([Mx, x], ['k', 'i'], 'kii')),
      ['m'],
    ),
  ],
  [
    'determinants for every i',
    operation(
      'det',
      add(contract([Mx, A], ['k', 'ij'], 'kij'), contract([Mx, x], ['k', 'i'], 'kii')),
      ['m'],
    ),
  ],
  [
    'a product with an inverse',
    contract(
      [jet(F, [1], [x]), inverse(add(identity('n'), contract([x, x], ['i', 'j'], 'ij'))), x],
      ['ij', 'jk', 'k'],
      'i',
    ),
  ],
];

describe('derivatives agree with finite differences', () => {
  test.each(terms)('%s', (_, t) => {
    const d = derivative(t, 'x', ['n']);
    expect(d.shape).toEqual([...t.shape, 'n']);
    const base = world(7);
    const h = 1e-5;
    everywhere(d, (index) => {
      const j = index.at(-1) as number;
      const moved = (by: number): World => ({
        size,
        entry: (name, i) => base.entry(name, i) + (name === 'x' && i[0] === j ? by : 0),
      });
      const at = index.slice(0, -1);
      close(
        entryOf(d, index, base),
        (entryOf(t, at, moved(h)) - entryOf(t, at, moved(-h))) / (2 * h),
        1e-6,
      );
    });
  });
  test.each(terms)('second derivatives of %s are symmetric', (_, t) => {
    if (t.shape.length > 1)
      return expect(derivative(t, 'x', ['n']).shape).toHaveLength(t.shape.length + 1);
    const dd = derivative(derivative(t, 'x', ['n']), 'x', ['n']);
    const r = dd.shape.length;
    everywhere(dd, (index) =>
      close(
        entryOf(dd, index, world(3)),
        entryOf(
          dd,
          [...index.slice(0, r - 2), index[r - 1] as number, index[r - 2] as number],
          world(3),
        ),
      ),
    );
  });
  test('by a matrix', () => {
    const d = derivative(contract([A, A, x], ['ij', 'jk', 'k'], 'i'), 'A', ['n', 'n']);
    const base = world(5);
    everywhere(d, (index) => {
      const moved = (by: number): World => ({
        size,
        entry: (name, i) =>
          base.entry(name, i) + (name === 'A' && i[0] === index[1] && i[1] === index[2] ? by : 0),
      });
      const t = contract([A, A, x], ['ij', 'jk', 'k'], 'i');
      close(
        entryOf(d, index, base),
        (entryOf(t, [index[0] as number], moved(1e-5)) -
          entryOf(t, [index[0] as number], moved(-1e-5))) /
          2e-5,
        1e-6,
      );
    });
  });
  test('of a rank: none', () => {
    refused(() => derivative(operation('rank', A), 'A', ['n', 'n']), /no derivative/);
    refused(
      () =>
        derivative(
          contract([operation('rank', contract([x, x], ['i', 'j'], 'ij')), x], ['', 'i'], 'i'),
          'x',
          ['n'],
        ),
      /no derivative/,
    );
    expect(derivative(operation('rank', A), 'x', ['n']).monomials).toEqual([]);
  });
  test('of a term that does not depend on it: zero', () => {
    expect(derivative(jet(F, [1], [variable('y', ['n'])]), 'x', ['n']).monomials).toEqual([]);
    expect(derivative(zeros(['m']), 'x', ['n']).shape).toEqual(['m', 'n']);
  });
});

describe('substitution is evaluation', () => {
  const value = add(
    contract([A, variable('y', ['n'])], ['ij', 'j'], 'i'),
    jet(f, [0], [variable('z', ['n'])], ['n']),
  );
  test.each(terms)('%s', (_, t) => {
    const replaced = substitute(t, 'x', { kind: 'term', term: value });
    const base = world(11);
    const inner: World = {
      size,
      entry: (name, i) => (name === 'x' ? entryOf(value, i, base) : base.entry(name, i)),
    };
    everywhere(t, (index) => close(entryOf(replaced, index, base), entryOf(t, index, inner)));
  });
  test.each(terms)('one value for each index: %s', (_, t) => {
    const lifted = contract([variable('Y', ['m', 'n'])], ['ki'], 'ki');
    const replaced = substitute(t, 'x', { kind: 'term', term: lifted }, ['m']);
    expect(replaced.shape).toEqual(['m', ...t.shape]);
    const base = world(13);
    everywhere(replaced, ([k, ...index]) => {
      const inner: World = {
        size,
        entry: (name, i) =>
          name === 'x' ? base.entry('Y', [k as number, ...i]) : base.entry(name, i),
      };
      close(entryOf(replaced, [k as number, ...index], base), entryOf(t, index, inner));
    });
  });
  test.each(terms)('in one step or in two: %s', (_, t) => {
    const y = variable('y', ['n']);
    const step = contract([A, y], ['ij', 'j'], 'i');
    const last = jet(f, [0], [y], ['n']);
    const two = substitute(substitute(t, 'x', { kind: 'term', term: step }), 'y', {
      kind: 'term',
      term: last,
    });
    const once = substitute(t, 'x', {
      kind: 'term',
      term: substitute(step, 'y', { kind: 'term', term: last }),
    });
    expect(lin(two, once).hypotheses).toEqual([]);
  });
  test('a function for a symbol, its derivatives too', () => {
    const body = times(variable('u', []), variable('u', []), contract([x, x], ['i', 'i'], ''));
    for (const order of [0, 1, 2, 3]) {
      const replaced = substitute(jet(f, [order], [Mx], ['m']), 'f', {
        kind: 'function',
        x: ['u'],
        body,
      });
      const base = world(17);
      const q = entryOf(contract([x, x], ['i', 'i'], ''), [], base);
      everywhere(replaced, (index) => {
        const u = entryOf(Mx, index, base);
        close(entryOf(replaced, index, base), ([u * u, 2 * u, 2, 0][order] as number) * q);
      });
    }
  });
  test('a function of two arguments, each derivative by its own', () => {
    const g: FunctionSymbol = { name: 'g', family: [], inputs: [null, 'n'], output: null };
    const [u, v] = [variable('u', []), variable('v', ['n'])];
    const body = contract([u, u, v, A, v], ['', '', 'i', 'ij', 'j'], '');
    const by = { kind: 'function', x: ['u', 'v'], body } as const;
    const args = [variable('t', ['m']), M];
    const base = world(19);
    const value = (t: number, w: readonly number[]): number =>
      t *
      t *
      w.reduce(
        (sum, wi, i) => sum + w.reduce((q, wj, j) => q + wi * base.entry('A', [i, j]) * wj, 0),
        0,
      );
    const replaced = substitute(jet(g, [0, 0], args, ['m']), 'g', by);
    const byFirst = substitute(jet(g, [1, 0], args, ['m']), 'g', by);
    const bySecond = substitute(jet(g, [0, 1], args, ['m']), 'g', by);
    everywhere(replaced, ([k]) => {
      const t = base.entry('t', [k as number]);
      const row = [0, 1].map((i) => base.entry('M', [k as number, i]));
      close(entryOf(replaced, [k as number], base), value(t, row));
      close(entryOf(byFirst, [k as number], base), (2 * value(t, row)) / t);
      row.forEach((_, i) => {
        const moved = (h: number): number =>
          value(
            t,
            row.map((r, j) => (i === j ? r + h : r)),
          );
        close(entryOf(bySecond, [k as number, i], base), (moved(1e-5) - moved(-1e-5)) / 2e-5, 1e-6);
      });
    });
  });
  test('dimensions renamed and made numbers', () => {
    const t = contract([identity('n'), x], ['ii', 'j'], 'j');
    const two = renameDims(t, new Map([['n', '2']]));
    everywhere(two, (index) => close(entryOf(two, index, world(1)), entryOf(t, index, world(1))));
    const merged = renameDims(
      contract([], [], '', { i: 'n', j: 'm' }),
      new Map([
        ['n', 'k'],
        ['m', 'k'],
      ]),
    );
    expect(merged.monomials[0]?.powers).toEqual({ k: 2 });
  });
});

test('contract is a sum over the indices that are not kept', () => {
  const letter = fc.constantFrom('i', 'j', 'k');
  const factor = fc.array(letter, { maxLength: 3 });
  fc.assert(
    fc.property(
      fc.array(factor, { minLength: 1, maxLength: 3 }),
      fc.array(letter, { maxLength: 3 }),
      fc.record({
        i: fc.constantFrom('n', 'm', '2', '1'),
        j: fc.constantFrom('n', 'm'),
        k: fc.constantFrom('n', 'N'),
      }),
      (factors, out, dims) => {
        const of = (c: string): Dim => dims[c as 'i'] as Dim;
        const parts = factors.map((names, p) => variable(`T${p}`, names.map(of)));
        const t = contract(
          parts,
          factors.map((names) => names.join('')),
          out.join(''),
          dims,
        );
        const w = world(23);
        everywhere(t, (index) => {
          let sum = 0;
          for (const [i, j, k] of indices([of('i'), of('j'), of('k')].map(size))) {
            const at = (c: string): number => ({ i, j, k })[c] as number;
            if (!out.every((c, p) => at(c) === index[p])) continue;
            sum += factors.reduce(
              (product, names, p) => product * w.entry(`T${p}`, names.map(at)),
              1,
            );
          }
          close(entryOf(t, index, w), sum);
        });
      },
    ),
    { numRuns: 150 },
  );
});
test('permute moves axes', () => {
  const T = variable('T', ['n', 'm', 'N']);
  const moved = permute(T, [2, 0, 1]);
  everywhere(moved, ([c, a, b]) =>
    close(
      entryOf(moved, [c, a, b] as number[], world(2)),
      entryOf(T, [a, b, c] as number[], world(2)),
    ),
  );
});
