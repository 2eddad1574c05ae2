/** Tests of the kernel rule that decides equations entry by entry. */
import { describe, expect, test } from 'vitest';
import { add, contract, identity, number, scale } from '../../src/kernel/graph.ts';
import { equal, write } from '../../src/kernel/formula.ts';
import { negative, one, ratio } from '../../src/kernel/ratio.ts';
import { seal } from '../../src/kernel/seal.ts';
import { everyEntry } from '../../src/kernel/theorem.ts';
import type { Term } from '../../src/kernel/term.ts';
import {
  at,
  loop,
  matrix,
  minus,
  product,
  refused,
  scalar,
  times,
  vector,
} from '../must-fail/tools.ts';

const [A, B] = [matrix('A', '2', '2'), matrix('B', '2', '2')];
const trace = (a: Term): Term => contract([a], ['ii'], '');
const scaled = (s: Term, a: Term): Term => contract([s, a], ['', 'ij'], 'ij');

/** A² − tr(A) A + ½ (tr(A)² − tr(A²)) I. */
const characteristic = (a: Term): Term =>
  add(
    product(a, a),
    scale(negative(one), scaled(trace(a), a)),
    scaled(
      scale(ratio(1n, 2n), minus(times(trace(a), trace(a)), trace(product(a, a)))),
      identity(a.shape[0] as string),
    ),
  );
const nothing = (n: string): Term => scale(ratio(0n), identity(n));

describe('equations are decided entry by entry', () => {
  test('what every 2×2 matrix satisfies, from no hypothesis', () => {
    const t = everyEntry(characteristic(A), nothing('2'));
    expect(write(t.conclusion)).toBe(write(equal(characteristic(A), nothing('2'))));
    expect([t.hypotheses, t.axioms]).toEqual([[], []]);
    expect(t.derivation.rule).toBe('every entry');
  });
  test('1×1 matrices commute', () => {
    const [a, b] = [matrix('A', '1', '1'), matrix('B', '1', '1')];
    expect(() => everyEntry(product(a, b), product(b, a))).not.toThrow();
  });
  test('functions at one point are one number, and loops are counted', () => {
    const s = at(scalar('s'));
    expect(() => everyEntry(times(s, trace(A)), times(trace(A), s))).not.toThrow();
    expect(() => everyEntry(trace(identity('2')), number(ratio(2n)))).not.toThrow();
  });
});

describe('refuses what fails at an entry', () => {
  test.each<[string, () => unknown]>([
    ['2×2 matrices do not commute', () => everyEntry(product(A, B), product(B, A))],
    [
      'a trace alone does not determine a 3×3 matrix',
      () => everyEntry(characteristic(matrix('A', '3', '3')), nothing('3')),
    ],
    ['a matrix is not its transpose', () => everyEntry(A, contract([A], ['ij'], 'ji'))],
    ['twice is not once', () => everyEntry(add(A, A), A)],
    [
      'a diagonal is not a row',
      () => everyEntry(contract([A], ['ii'], 'i'), contract([A], ['ij'], 'i')),
    ],
    ['f(s) is not f(t)', () => everyEntry(at(scalar('s')), at(scalar('t')))],
    ['n is not m', () => everyEntry(times(loop('n'), trace(A)), times(loop('m'), trace(A)))],
  ])('%s', (_, make) => refused(make, /differ by/));

  test('sizes that are names', () =>
    refused(() => everyEntry(matrix('A'), matrix('B')), /is not a number/));
  test('other shapes', () => refused(() => everyEntry(A, trace(A)), /shapes/));
  test('more than is multiplied out', () => {
    const [a, b] = [matrix('A', '99', '99'), matrix('B', '99', '99')];
    refused(() => everyEntry(product(a, b), product(b, a)), /too many/);
  });
  test('what differs by a factor, whatever index comes first', () => {
    const [x, y] = [vector('x', '2'), vector('y', '2')];
    const z = vector('z', '1');
    // (Σ x)(Σ y) − x·y, times z: with the index of x, of y or of z first
    const [byX, byY, byZ] = ['xyz', 'yxz', 'zxy'].map((order) =>
      contract(
        [...order].map((name) => ({ x, y, z })[name] as Term),
        [...order].map((name) => ({ x: 'i', y: 'j', z: 'k' })[name] as string),
        '',
      ),
    ) as [Term, Term, Term];
    const inner = contract([x, y, z], ['i', 'i', 'k'], '');
    const innerByZ = contract([z, x, y], ['k', 'i', 'i'], '');
    const twice = add(byX, byY, scale(ratio(-2n), inner));
    refused(() => everyEntry(twice, minus(byZ, innerByZ)), /differ by/);
    expect(() => everyEntry(twice, scale(ratio(2n), minus(byZ, innerByZ)))).not.toThrow();
  });
  test('a wire that nothing touches is not a factor', () => {
    const [a, b] = [matrix('A', '1', '1'), matrix('B', '1', '1')];
    const loose = product(a, b).monomials.map((m) => ({ ...m, wires: [...m.wires, '2'] }));
    const twice = scale(ratio(2n), product(b, a));
    refused(() => everyEntry(seal(['1', '1'], loose), twice), /nothing touches/);
  });
});
