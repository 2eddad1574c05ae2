/**
 * The kernel compares statements by their texts: two different statements must never read alike.
 */
import { describe, expect, test } from 'vitest';
import {
  contract,
  inverse,
  jet,
  permute,
  operation,
  splice,
  variable,
} from '../../src/kernel/graph.ts';
import {
  and,
  equal,
  exists,
  forall,
  implies,
  is,
  less,
  not,
  or,
  write,
  type Bound,
  type Formula,
} from '../../src/kernel/formula.ts';
import { assume, discharge, generalise, modusPonens } from '../../src/kernel/theorem.ts';
import { writeHead, writeTerm } from '../../src/kernel/write.ts';
import {
  activation,
  at,
  loop,
  matrix,
  nought,
  refused,
  scalar,
  times,
  unit,
  vector,
  whole,
} from '../must-fail/tools.ts';

const [a, b, c] = [scalar('a'), scalar('b'), scalar('c')];
const S = matrix('S');
const p = equal(a, nought());
const q = equal(b, nought());
const everyB: Bound = { kind: 'tensor', name: 'b', shape: [] };
const everyBn: Bound = { kind: 'tensor', name: 'b', shape: ['n'] };
const fn = { ...activation, name: 'b' };
const said: readonly Formula[] = [
  p,
  q,
  not(p),
  not(not(p)),
  and(p, q),
  and(q, p),
  or(p, q),
  implies(p, q),
  implies(q, p),
  and(p, and(q, p)),
  and(and(p, q), p),
  less(a, b, true),
  less(a, b, false),
  less(b, a, true),
  equal(a, b),
  equal(b, a),
  is('onto', S),
  is('one-to-one', S),
  is('invertible', S),
  is('psd', S),
  is('pd', S),
  is('pd', permute(S, [1, 0])),
  forall(everyB, q),
  exists(everyB, q),
  forall(everyBn, q),
  forall({ kind: 'tensor', name: 'c', shape: [] }, q),
  forall({ kind: 'function', fn }, q),
  forall({ kind: 'function', fn: { ...fn, output: 'n' } }, q),
  forall({ kind: 'function', fn: { ...fn, inputs: ['n'] } }, q),
  forall({ kind: 'function', fn: { ...fn, inputs: [null, null] } }, q),
  forall({ kind: 'function', fn: { ...fn, family: ['n'] } }, q),
  ...[
    at(a),
    at(b),
    at(a, 1),
    at(a, 2),
    at(times(a, whole(2n))),
    at(a, 0, fn),
    inverse(a),
    inverse(b),
    inverse(times(a, whole(2n))),
    times(a, a),
    whole(2n),
    unit(),
    loop('n'),
    loop('m'),
    times(loop('n'), loop('n')),
    operation('rank', S),
    operation('det', S),
    operation('rank', permute(S, [1, 0])),
    contract([S], ['ii'], ''),
    contract([S], ['ij'], ''),
    contract([inverse(S)], ['ii'], ''),
    contract([inverse(matrix('T'))], ['ii'], ''),
    contract([vector('v', 'm')], ['i'], ''),
    contract([vector('v')], ['i'], ''),
    jet({ ...activation, inputs: ['n'] }, [0], [vector('v')]),
    jet({ ...activation, inputs: [null, null] }, [1, 0], [a, b]),
    jet({ ...activation, inputs: [null, null] }, [0, 1], [a, b]),
    jet({ ...activation, inputs: [null, null] }, [0, 1], [b, a]),
  ].map((t) => equal(c, t)),
];

describe('texts', () => {
  test('differ where the statements differ', () => {
    said.forEach((f, i) => said.slice(i + 1).forEach((g) => expect(write(f)).not.toBe(write(g))));
  });
  test('and decide what follows', () => {
    said.forEach((f, i) => {
      const g = said[(i + 1) % said.length] as Formula;
      refused(() => modusPonens(assume(implies(f, p)), assume(g)), /antecedent/);
      expect(discharge(f, assume(g)).hypotheses).toHaveLength(1);
    });
  });
});

describe('a name is free wherever it stands', () => {
  const d: Bound = { kind: 'tensor', name: 'a', shape: [] };
  test.each<[string, Formula]>([
    ['on the left', equal(a, c)],
    ['on the right', equal(c, a)],
    ['left of <', less(a, c, true)],
    ['right of <', less(c, a, false)],
    ['under not', not(p)],
    ['left of and', and(p, q)],
    ['right of and', and(q, p)],
    ['left of or', or(p, q)],
    ['right of or', or(q, p)],
    ['left of =>', implies(p, q)],
    ['right of =>', implies(q, p)],
    ['under a quantifier', forall(everyB, equal(a, b))],
    ['under exists', exists(everyB, equal(a, b))],
    ['in a subject', is('pd', contract([S, a], ['ij', ''], 'ij'))],
    ['in an argument', equal(c, at(a))],
    ['in an inverse', equal(c, inverse(a))],
    ['in a rank', equal(c, operation('rank', contract([S, a], ['ij', ''], 'ij')))],
    ['as a function', equal(c, at(b, 0, { ...activation, name: 'a' }))],
  ])('%s', (_, f) => {
    refused(() => generalise(d, assume(f)), /free in a hypothesis/);
  });
  test('and not where a quantifier binds it', () => {
    expect(generalise(d, assume(forall(d, p))).hypotheses).toHaveLength(1);
  });
});

test('wires of different dimensions are never one, though they do not meet a factor', () => {
  const ones = contract([], [], 'i', { i: 'n' });
  refused(() => splice({ wires: ['m'], free: [] }, [{ term: ones, on: [0] }]), /dimension/);
  refused(
    () => splice({ wires: ['m'], free: [0] }, [{ term: variable('v', ['n']), on: [0] }]),
    /dimension/,
  );
});

describe('texts are kept', () => {
  test('but not where labels reorder what is written', () => {
    const flipped = permute(S, [1, 0]);
    const swapped = [{ slots: { 0: [1, 0] } }];
    const head = inverse(flipped).monomials[0]?.factors[0]?.head;
    if (head === undefined) throw new Error('no head');
    const symmetric = new Map([[writeHead(S.monomials[0]?.factors[0]?.head ?? head), 1n as const]]);
    const [plain, within] = [writeTerm(flipped), writeHead(head)];
    expect(writeTerm(flipped, swapped, symmetric)).toBe(writeTerm(S));
    expect(writeHead(head, [swapped], symmetric)).not.toBe(within);
    expect([writeTerm(flipped), writeHead(head)]).toEqual([plain, within]);
    expect(plain).not.toBe(writeTerm(S));
  });
});
