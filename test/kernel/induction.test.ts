/** Tests of induction and of indices in the kernel. */
import { describe, expect, test } from 'vitest';
import {
  and,
  each,
  equal,
  exists,
  forall,
  implies,
  less,
  not,
  write,
  type Formula,
} from '../../src/kernel/formula.ts';
import { renameDimsIn } from '../../src/kernel/binders.ts';
import { contract, dimension, identity, number, variable } from '../../src/kernel/graph.ts';
import { readIndex, readMember } from '../../src/kernel/indices.ts';
import { ratio } from '../../src/kernel/ratio.ts';
import type { Term } from '../../src/kernel/term.ts';
import {
  assume,
  atIndex,
  atLeastOne,
  atMost,
  differentiate,
  dims,
  discharge,
  generalise,
  induction,
  linear,
  order,
  overRange,
  specialise,
  type Theorem,
} from '../../src/kernel/theorem.ts';

const x = (at: string): Term => variable(`x[${at}]`, []);
const w = (at: string, rows = `d[${at}]`): Term => variable(`W[${at}]`, [rows, 'n']);
const zero = number(ratio(0n));
const claim = (at: string): Formula => equal(x(at), zero);
/** a ≤ b where b − a is a whole number that is known. */
const known = (a: string, b: string, facts: readonly Theorem[] = [], rest = 0n): Theorem => {
  const f = atMost(a, b) as Formula & { kind: 'less' };
  return order(f.left, f.right, false, [
    ...facts.map((t) => ({ coefficient: ratio(1n), facts: [t], squares: [] })),
    ...(rest > 0n ? [{ coefficient: ratio(rest), facts: [], squares: [] }] : []),
  ]);
};

describe('an index has one text', () => {
  test.each(['l', 'l+1', 'l-1', '0', '3', '-2'])('%s', (text) =>
    expect(readIndex(text)).not.toBeNull(),
  );
  test.each(['l+0', 'l+1-1', '+1', '-0', '01', 'l+01', 'l*2', 'a-b', '', ' l'])(
    '%s is refused',
    (text) => expect(readIndex(text)).toBeNull(),
  );
  test('members', () => {
    expect(readMember('W[l+1]')).toEqual({ family: 'W', at: { name: 'l', offset: 1 } });
    expect(readMember('W[l+0]')).toBeNull();
    expect(() => variable('W[l+0]', [])).toThrow();
    expect(() => variable('x', ['d[l+0]'])).toThrow();
  });
});

describe('a range', () => {
  test('begins at 1 or later and does not mention its own index', () => {
    expect(() => each('l', '0', 'L', claim('l'))).toThrow('may be 0');
    expect(() => each('l', 'm-1', 'L', claim('l'))).toThrow('may be 0');
    expect(() => each('l', '1', 'l', claim('l'))).toThrow('mentions l');
    expect(() => each('l+1', '1', 'L', claim('l'))).toThrow('no range');
  });
  const all = assume(each('l', '1', 'L-1', claim('l')));
  test('is used inside alone', () => {
    const inside = atIndex(all, '1', known('1', '1'), assume(atMost('1', 'L-1')));
    expect(write(inside.conclusion)).toBe(write(claim('1')));
    // L is not in 1..L-1, 0 neither, and the bounds are those of the range
    expect(() => atIndex(all, 'L', atLeastOne('L'), known('L', 'L'))).toThrow('not known to lie');
    expect(() => atIndex(all, '0', known('0', '1', [], 1n), assume(atMost('0', 'L-1')))).toThrow(
      'not known to lie',
    );
    expect(() => atIndex(all, '1', known('1', '1'), assume(atMost('1', 'L')))).toThrow(
      'not known to lie',
    );
  });
  test('keeps the hypotheses of its bounds', () => {
    expect(
      atIndex(all, '1', known('1', '1'), assume(atMost('1', 'L-1'))).hypotheses.map(write),
    ).toContain(write(atMost('1', 'L-1')));
  });
  test('is not generalised over where a hypothesis mentions the index', () => {
    for (const h of [
      claim('l'),
      claim('l+1'),
      equal(w('2', 'd[l]'), w('2', 'd[l]')),
      less(number(ratio(2n)), dimension('l'), false),
      forall({ kind: 'tensor', name: 'v', shape: ['l'] }, claim('1')),
      each('k', '1', 'l', claim('k')),
    ]) {
      expect(() => overRange('l', '1', 'L', assume(h))).toThrow('free in a hypothesis');
    }
    expect(
      overRange('l', '1', 'L', assume(each('l', '1', 'L', claim('l')))).hypotheses,
    ).toHaveLength(1);
  });
  test('takes away its own bounds alone', () => {
    const bounded = assume(atMost('l', 'L'));
    expect(overRange('l', '1', 'L', bounded).hypotheses).toHaveLength(0);
    expect(() => overRange('l', '1', 'L-1', bounded)).toThrow('free in a hypothesis');
  });
});

describe('capture', () => {
  test('of an index by a quantifier over a range', () => {
    const f = each('l', '1', 'L', equal(x('l'), x('m')));
    expect(() => renameDimsIn(f, new Map([['m', 'l']]))).toThrow('capture');
    expect(() => renameDimsIn(f, new Map([['m', 'l+1']]))).toThrow('capture');
    expect(write(renameDimsIn(f, new Map([['l', 'k']])))).toBe(write(f));
    expect(write(renameDimsIn(f, new Map([['L', '3']])))).toBe(
      write(each('l', '1', '3', equal(x('l'), x('m')))),
    );
  });
  test('of an index by what is put in the place of a variable', () => {
    const f = generalise(
      { kind: 'tensor', name: 'y', shape: [] },
      assume(each('l', '1', 'L', not(claim('l')))),
    );
    expect(write(f.conclusion)).toContain('forall');
    const depends = assume(
      forall(
        { kind: 'tensor', name: 'y', shape: [] },
        each('l', '1', 'L', equal(x('l'), variable('y', []))),
      ),
    );
    expect(() => specialise(depends, { kind: 'term', term: x('l') })).toThrow('capture');
    expect(() => specialise(depends, { kind: 'term', term: dimension('l') })).toThrow('capture');
  });
  test('no quantifier binds a member of a family', () => {
    expect(() => forall({ kind: 'tensor', name: 'x[l]', shape: [] }, claim('l'))).toThrow();
    expect(() => exists({ kind: 'tensor', name: 'x[1]', shape: [] }, claim('l'))).toThrow();
  });
});

describe('renaming', () => {
  test('goes through members and dimensions in one stroke', () => {
    const t = dims(linear(w('l'), w('l'), [], []), new Map([['l', '2']])).conclusion;
    expect(write(t)).toContain('W[2]:d[2],n');
  });
  test('l becomes l+1 in an index and in a number, not as a size', () => {
    const f = equal(x('l-1'), contract([dimension('l'), dimension('l')], ['', ''], ''));
    const at = renameDimsIn(f, new Map([['l', 'l+1']])) as Formula & { kind: 'equal' };
    expect(write(equal(at.left, at.left))).toContain('x[l]:');
    expect(at.right.monomials).toHaveLength(4);
    expect(() =>
      renameDimsIn(equal(identity('l'), identity('l')), new Map([['l', 'l+1']])),
    ).toThrow();
    expect(() => renameDimsIn(equal(dimension('l', -1), zero), new Map([['l', 'l+1']]))).toThrow();
  });
  test('members and indices are not what dims renames', () => {
    const t = linear(w('l'), w('l'), [], []);
    expect(() => dims(t, new Map([['d[l]', 'm']]))).toThrow('cannot be renamed');
    expect(() => dims(t, new Map([['l', 'l+1']]))).toThrow('cannot be renamed');
    expect(() => dims(t, new Map([['l', 'd[2]']]))).toThrow();
  });
  test('nothing is differentiated by a member: another may be the same', () => {
    expect(() => differentiate(linear(x('l'), x('l'), [], []), 'x[l]', [])).toThrow(
      'member of a family',
    );
  });
});

describe('induction', () => {
  const goal = each('l', '1', 'L', claim('l'));
  const step = (to: string, next: string): Theorem =>
    assume(each('l', '1', to, implies(claim('l'), claim(next))));
  test('from the first index and from each to the next', () => {
    expect(write(induction(goal, assume(claim('1')), step('L-1', 'l+1')).conclusion)).toBe(
      write(goal),
    );
    expect(induction(goal, assume(claim('1')), step('L-1', 'l+1')).hypotheses).toHaveLength(2);
  });
  test.each([
    ['0', 'L-1', 'l+1'],
    ['2', 'L-1', 'l+1'],
    ['1', 'L-2', 'l+1'],
    ['1', 'L', 'l+1'],
    ['1', 'L-1', 'l'],
    ['1', 'L-1', 'l-1'],
    ['1', 'L-1', 'l+2'],
  ])('not from %s, up to %s, to %s', (first, to, next) => {
    expect(() => induction(goal, assume(claim(first)), step(to, next))).toThrow(
      'of the induction is another statement',
    );
  });
  test('a step for one index is not a step', () => {
    const once = discharge(claim('l'), assume(claim('l+1')));
    expect(() => induction(goal, assume(claim('1')), once)).toThrow('another statement');
    expect(() => induction(and(goal, goal), assume(claim('1')), step('L-1', 'l+1'))).toThrow(
      'for each index',
    );
    expect(() =>
      induction({ ...goal } as Formula, assume(claim('1')), step('L-1', 'l+1')),
    ).toThrow();
  });
  test('1 is at most a dimension, and nothing smaller', () => {
    expect(write(atLeastOne('L').conclusion)).toBe(
      write(less(number(ratio(1n)), dimension('L'), false)),
    );
    for (const bad of ['L-1', '3', 'd[0]', '']) expect(() => atLeastOne(bad)).toThrow();
  });
});
