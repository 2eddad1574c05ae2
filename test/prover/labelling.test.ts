/** Canonical labellings: one text for all forms of a graph, another text for another graph. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Monomial, Term } from '../../src/kernel/term.ts';
import { contract, splice, variable, type Piece } from '../../src/kernel/graph.ts';
import { equal } from '../../src/kernel/formula.ts';
import { assume, linear, residue } from '../../src/kernel/theorem.ts';
import { canonical } from '../../src/prover/graphs/labelling.ts';
import { matrix, nothing } from '../must-fail/tools.ts';

const text = (t: Term, symmetries = nothing): string =>
  canonical(t.monomials[0] as Monomial, symmetries).text;

/** A graph of matrices: which matrix, and its two wires. */
interface Drawn {
  readonly edges: readonly (readonly [string, number, number])[];
  readonly free: readonly number[];
}
const wires = 4;
const drawn: fc.Arbitrary<Drawn> = fc.record({
  edges: fc.array(fc.tuple(fc.constantFrom('A', 'B'), fc.nat(wires - 1), fc.nat(wires - 1)), {
    minLength: 1,
    maxLength: 6,
  }),
  free: fc.uniqueArray(fc.nat(wires - 1), { maxLength: 2 }),
});
function graph({ edges, free }: Drawn): Term {
  const pieces = edges.map(
    ([name, i, j]): Piece => ({ term: variable(name, ['n', 'n']), on: [i, j] }),
  );
  const used = [...new Set([...free, ...edges.flatMap(([, i, j]) => [i, j])])];
  const at = new Map(used.map((w, k) => [w, k]));
  const move = (ws: readonly number[]): number[] => ws.map((w) => at.get(w) as number);
  return splice(
    { wires: used.map(() => 'n'), free: move(free) },
    pieces.map((p) => ({ term: p.term, on: move(p.on) })),
  );
}
const shuffled = <T>(items: readonly T[], keys: readonly number[]): T[] =>
  items
    .map((x, i) => [x, keys[i] ?? 0, i] as const)
    .sort((p, q) => p[1] - q[1] || p[2] - q[2])
    .map(([x]) => x);
/** The same graph with its factors in another order and its wires under other numbers. */
const retold = (d: Drawn, order: readonly number[], names: readonly number[]): Drawn => ({
  edges: shuffled(d.edges, order).map(([n, i, j]) => [n, names[i] as number, names[j] as number]),
  free: d.free.map((w) => names[w] as number),
});

/** Isomorphic, tried by brute force over all renamings of wires. */
function isomorphic(a: Drawn, b: Drawn): boolean {
  const key = (d: Drawn): string =>
    `${d.free.join()}|${d.edges
      .map((e) => e.join())
      .sort()
      .join(';')}`;
  const all = (items: readonly number[]): number[][] =>
    items.length === 0
      ? [[]]
      : items.flatMap((x) => all(items.filter((y) => y !== x)).map((rest) => [x, ...rest]));
  return all([...Array(wires).keys()]).some((names) => key(retold(a, [], names)) === key(b));
}

describe('canonical', () => {
  test('tells a graph in one way', () => {
    fc.assert(
      fc.property(
        drawn,
        fc.array(fc.nat(), { minLength: 6, maxLength: 6 }),
        fc.shuffledSubarray([0, 1, 2, 3], { minLength: 4 }),
        (d, order, names) => {
          expect(text(graph(retold(d, order, names)))).toBe(text(graph(d)));
        },
      ),
      { numRuns: 300 },
    );
  });
  test('tells different graphs differently', () => {
    fc.assert(
      fc.property(drawn, drawn, fc.nat(5), fc.nat(wires - 1), (d, other, k, w) => {
        const moved: Drawn = {
          ...d,
          edges: d.edges.map((e, i) => (i === k % d.edges.length ? [e[0], e[1], w] : e)),
        };
        for (const e of [moved, other])
          expect(text(graph(d)) === text(graph(e))).toBe(
            isomorphic(d, e) && d.free.length === e.free.length,
          );
      }),
      { numRuns: 300 },
    );
  });
  test('its labels satisfy the kernel', () => {
    fc.assert(
      fc.property(
        drawn,
        fc.array(fc.nat(), { minLength: 6, maxLength: 6 }),
        fc.shuffledSubarray([0, 1, 2, 3], { minLength: 4 }),
        (d, order, names) => {
          const [left, right] = [graph(d), graph(retold(d, order, names))];
          const labels = residue(left, right, []).map((m) => canonical(m, nothing).label);
          expect(linear(left, right, [], labels).hypotheses).toEqual([]);
        },
      ),
      { numRuns: 100 },
    );
  });
  test('symmetric factors may be turned, and the kernel agrees', () => {
    const A = matrix('A');
    const symmetric = assume(equal(A, contract([A], ['ij'], 'ji')));
    const symmetries = new Map([['A:n,n', 1n as const]]);
    fc.assert(
      fc.property(drawn, fc.array(fc.boolean(), { minLength: 6, maxLength: 6 }), (d, turns) => {
        const turned: Drawn = {
          ...d,
          edges: d.edges.map((e, i) => (e[0] === 'A' && turns[i] ? [e[0], e[2], e[1]] : e)),
        };
        const [left, right] = [graph(d), graph(turned)];
        expect(text(right, symmetries)).toBe(text(left, symmetries));
        const labels = residue(left, right, []).map((m) => canonical(m, symmetries).label);
        expect(linear(left, right, [], labels, [symmetric]).hypotheses).toHaveLength(1);
      }),
      { numRuns: 100 },
    );
  });
  test('a cycle and two cycles of half its length differ, though every factor looks alike', () => {
    const cycle = (k: number, names: string): string[] =>
      [...Array(k).keys()].map((i) => `${names[i]}${names[(i + 1) % k]}`);
    const E = variable('E', ['n', 'n']);
    const six = contract(Array<Term>(6).fill(E), cycle(6, 'abcdef'), '');
    const threes = contract(Array<Term>(6).fill(E), [...cycle(3, 'abc'), ...cycle(3, 'def')], '');
    expect(text(six)).not.toBe(text(threes));
    const turned = contract(Array<Term>(6).fill(E), [...cycle(3, 'fae'), ...cycle(3, 'bcd')], '');
    expect(text(turned)).toBe(text(threes));
  });
});
