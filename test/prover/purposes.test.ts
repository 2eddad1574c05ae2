/** Tests that the search alone decides what is tried for a purpose, as the strategies declare it. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { less } from '../../src/kernel/formula.ts';
import { variable } from '../../src/kernel/graph.ts';
import { within } from '../../src/prover/agenda/effort.ts';
import { freshContext } from '../../src/prover/fresh-context.ts';
import { knowledgeKey } from '../../src/prover/known/knowledge-key.ts';
import { askedFor, firstAskedFor, type Purpose } from '../../src/prover/known/purposes.ts';
import { searchOf } from '../../src/prover/known/search-state.ts';
import type { Strategy } from '../../src/prover/known/strategy.ts';
import { strategies } from '../../src/prover/registry.ts';

const purposes: readonly Purpose[] = ['bounds', 'conditions', 'kernels', 'orders', 'squares'];

const idle = (name: string, notFor: readonly Purpose[]): Strategy => ({
  name,
  summary: '',
  kinds: ['less'],
  notFor,
  promise: () => 0.5,
  prove: () => null,
});

describe('a strategy', () => {
  const goal = less(variable('a', []), variable('b', []), false);
  const used = [idle('always', []), ...purposes.map((p) => idle(p, [p]))];

  test.each(purposes)('that is not for %s is not tried there, the others are', (purpose) => {
    const known = askedFor(freshContext(within(100), used), purpose);
    expect(known.search.prove(goal, known)).toBeNull();
    expect(searchOf(known).tried.map((t) => t.strategy)).toEqual([
      'always',
      ...purposes.filter((p) => p !== purpose),
    ]);
  });

  test('that failed for one purpose is tried for another', () => {
    const known = freshContext(within(100), used);
    for (const at of [askedFor(known, 'bounds'), known]) known.search.prove(goal, at);
    expect(searchOf(known).tried.filter((t) => t.strategy === 'bounds')).toHaveLength(1);
    expect(searchOf(known).tried.filter((t) => t.strategy === 'kernels')).toHaveLength(2);
  });

  test('of the registry lists each purpose somewhere', () => {
    const listed = new Set(strategies.flatMap((s) => s.notFor ?? []));
    expect([...listed].toSorted()).toEqual(purposes);
  });
});

describe('a purpose', () => {
  const known = freshContext(within(100));

  test('is counted once, whatever the order in which it came', () => {
    const [a, b] = [
      askedFor(askedFor(known, 'bounds'), 'squares'),
      askedFor(askedFor(known, 'squares'), 'bounds'),
    ];
    expect(knowledgeKey(a)).toBe(knowledgeKey(b));
    expect(knowledgeKey(a)).not.toBe(knowledgeKey(known));
    expect(askedFor(a, 'bounds')).toBe(a);
  });

  test('does not begin inside itself', () => {
    const inside = firstAskedFor(known, 'kernels');
    expect(inside?.purposes).toEqual(['kernels']);
    expect(inside && firstAskedFor(inside, 'kernels')).toBeNull();
    expect(inside && firstAskedFor(inside, 'bounds')?.purposes).toEqual(['bounds', 'kernels']);
  });

  test('is read by the search and by nothing else in the prover', () => {
    const root = join(import.meta.dirname, '../../src/prover');
    const readers = readdirSync(root, { recursive: true, encoding: 'utf8' })
      .filter((f) => f.endsWith('.ts'))
      .filter((f) =>
        /purposes\s*\.(?:includes|some|every|length|find)/.test(
          readFileSync(join(root, f), 'utf8'),
        ),
      );
    expect(readers.toSorted()).toEqual(['known/purposes.ts', 'search.ts']);
  });
});
