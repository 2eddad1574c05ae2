/** Each rule of logic: what it yields, which hypotheses it keeps and drops, what it refuses. */
import { describe, expect, test } from 'vitest';
import { jet } from '../../src/kernel/graph.ts';
import type { FunctionSymbol, Term } from '../../src/kernel/term.ts';
import {
  and,
  equal,
  exists,
  falsum,
  forall,
  implies,
  not,
  or,
  write,
  type Bound,
  type Formula,
} from '../../src/kernel/formula.ts';
import {
  assume,
  both,
  cases,
  classical,
  contradiction,
  discharge,
  either,
  explode,
  first,
  generalise,
  instance,
  modusPonens,
  second,
  specialise,
  unpack,
  type Theorem,
} from '../../src/kernel/theorem.ts';
import {
  activation,
  at,
  lin,
  nought,
  reflexive,
  refused,
  scalar,
  times,
  vector,
  whole,
} from '../must-fail/tools.ts';

const [a, b, c] = [scalar('a'), scalar('b'), scalar('c')];
const p = equal(a, nought());
const q = equal(b, nought());
const r = equal(c, nought());
const says = (t: Theorem, hypotheses: readonly Formula[], conclusion: Formula): void => {
  expect(write(t.conclusion)).toBe(write(conclusion));
  expect(t.hypotheses.map(write).sort()).toEqual(hypotheses.map(write).sort());
};
const every = (name: string, shape: string[] = []): Bound => ({ kind: 'tensor', name, shape });

describe('logic', () => {
  test('assume', () => says(assume(p), [p], p));
  test('discharge drops its own hypothesis only', () => {
    says(discharge(p, both(assume(p), assume(q))), [q], implies(p, and(p, q)));
    says(discharge(r, assume(p)), [p], implies(r, p));
  });
  test('modus ponens', () => {
    says(modusPonens(assume(implies(p, q)), assume(p)), [implies(p, q), p], q);
    refused(() => modusPonens(assume(implies(p, q)), assume(q)), /antecedent/);
    refused(() => modusPonens(assume(and(p, q)), assume(p)), /implies/);
    refused(() => modusPonens(assume(implies(p, q)), assume(r)), /antecedent/);
  });
  test('and', () => {
    says(both(assume(p), assume(q)), [p, q], and(p, q));
    says(first(assume(and(p, q))), [and(p, q)], p);
    says(second(assume(and(p, q))), [and(p, q)], q);
    refused(() => first(assume(or(p, q))), /and/);
    refused(() => second(assume(implies(p, q))), /and/);
  });
  test('or', () => {
    says(either(assume(p), q, 'left'), [p], or(p, q));
    says(either(assume(p), q, 'right'), [p], or(q, p));
  });
  test('cases drop each its own case', () => {
    const left = both(assume(p), assume(r));
    says(
      cases(assume(or(p, q)), both(assume(r), assume(r)), both(assume(r), assume(r))),
      [or(p, q), r],
      and(r, r),
    );
    says(cases(assume(or(p, p)), left, left), [or(p, p), r], and(p, r));
    says(
      cases(assume(or(p, q)), discharge(p, assume(q)), discharge(p, assume(q))),
      [or(p, q), q],
      implies(p, q),
    );
    refused(() => cases(assume(or(p, q)), assume(p), assume(q)), /different/);
    refused(() => cases(assume(and(p, q)), assume(r), assume(r)), /or/);
  });
  test('a case does not drop the hypothesis of the other', () => {
    const t = cases(assume(or(p, q)), both(assume(q), assume(q)), both(assume(q), assume(q)));
    says(t, [or(p, q), q], and(q, q));
  });
  test('contradiction and classical reasoning', () => {
    const absurd = explode(assume(p), assume(not(p)));
    says(absurd, [p, not(p)], falsum);
    says(contradiction(p, absurd), [not(p)], not(p));
    says(classical(p, absurd), [p], p);
    says(classical(r, absurd), [p, not(p)], r);
    refused(() => contradiction(p, assume(p)), /false/);
    refused(() => classical(p, assume(p)), /false/);
    refused(() => explode(assume(q), assume(not(p))), /contradiction/);
    refused(() => explode(assume(p), assume(p)), /not/);
  });
});

describe('quantifiers', () => {
  const zeroA = forall(every('a'), p);
  test('generalise refuses what a hypothesis mentions', () => {
    says(generalise(every('b'), assume(p)), [p], forall(every('b'), p));
    refused(() => generalise(every('a'), assume(p)), /free in a hypothesis/);
    refused(
      () => generalise({ kind: 'function', fn: activation }, assume(equal(at(a), a))),
      /free in a hypothesis/,
    );
    refused(() => generalise(every('a'), assume(equal(at(at(a)), c))), /free in a hypothesis/);
    refused(() => generalise(every('a', ['n']), assume(p)), /free in a hypothesis/);
  });
  test('specialise replaces every free occurrence', () => {
    says(specialise(assume(zeroA), { kind: 'term', term: b }), [zeroA], q);
    refused(() => specialise(assume(zeroA), { kind: 'term', term: vector('v') }), /shape/);
    refused(() => specialise(assume(exists(every('a'), p)), { kind: 'term', term: b }), /forall/);
    refused(
      () => specialise(assume(zeroA), { kind: 'function', x: ['x'], body: scalar('x') }),
      /shape/,
    );
  });
  test('specialise captures no name', () => {
    // ∀a ∃b b = a + 1 must not become ∃b b = b + 1
    const t = assume(forall(every('a'), exists(every('b'), equal(b, times(a, whole(2n))))));
    refused(() => specialise(t, { kind: 'term', term: b }), /capture/);
    refused(() => specialise(t, { kind: 'term', term: at(b) }), /capture/);
    says(
      specialise(t, { kind: 'term', term: c }),
      [t.conclusion],
      exists(every('b'), equal(b, times(c, whole(2n)))),
    );
    // a name bound again keeps its own meaning
    const inner = forall(every('a'), exists(every('a'), p));
    says(specialise(assume(inner), { kind: 'term', term: b }), [inner], exists(every('a'), p));
  });
  test('a function is replaced by a function of its shape, with no name caught', () => {
    const law = forall({ kind: 'function', fn: activation }, exists(every('b'), equal(at(a), b)));
    const t = assume(law);
    refused(
      () => specialise(t, { kind: 'function', x: ['x'], body: times(scalar('x'), b) }),
      /capture/,
    );
    refused(() => specialise(t, { kind: 'function', x: ['x'], body: vector('v') }), /shape/);
    refused(() => specialise(t, { kind: 'term', term: b }), /shape/);
    refused(() => specialise(t, { kind: 'function', x: ['a'], body: a }), /rename/);
    refused(() => specialise(t, { kind: 'function', x: ['x', 'y'], body: a }), /shape/);
    refused(() => specialise(t, { kind: 'function', x: [], body: a }), /shape/);
    says(
      specialise(t, { kind: 'function', x: ['x'], body: times(scalar('x'), c) }),
      [law],
      exists(every('b'), equal(times(a, c), b)),
    );
  });
  test('two arguments of one name would be differentiated as one', () => {
    const fn = { name: 'g', family: [], inputs: [null, null], output: null };
    const t = assume(forall({ kind: 'function', fn }, equal(at(a), a)));
    expect(t.hypotheses).toHaveLength(1);
    const law = assume(forall({ kind: 'function', fn }, equal(contract2(fn), a)));
    refused(
      () => specialise(law, { kind: 'function', x: ['x', 'x'], body: scalar('x') }),
      /one name/,
    );
    says(
      specialise(law, {
        kind: 'function',
        x: ['x', 'y'],
        body: times(scalar('x'), scalar('y'), scalar('y')),
      }),
      [law.conclusion],
      equal(times(a, b, b), a),
    );
    const crossed = assume(forall({ kind: 'function', fn }, equal(contract2(fn, scalar('y')), a)));
    refused(
      () => specialise(crossed, { kind: 'function', x: ['x', 'y'], body: scalar('x') }),
      /rename/,
    );
  });
  test('instance', () => {
    const claim = exists(every('a'), p);
    says(instance(claim, b, assume(q)), [q], claim);
    says(
      instance(exists(every('a'), equal(a, a)), b, reflexive(b)),
      [],
      exists(every('a'), equal(a, a)),
    );
    refused(() => instance(claim, b, assume(r)), /another statement/);
    refused(() => instance(claim, vector('v'), assume(q)), /shape/);
    refused(() => instance(forall(every('a'), p), b, assume(q)), /existence/);
    // ∃a ∀b a = b does not follow from ∀b b = b
    const nested = exists(every('a'), forall(every('b'), equal(a, b)));
    refused(() => instance(nested, b, generalise(every('b'), reflexive(b))), /capture/);
  });
  test('unpack lets nothing out', () => {
    const e = exists(every('a'), p);
    says(unpack(assume(e), both(assume(q), assume(r))), [e, q, r], and(q, r));
    says(unpack(assume(e), first(both(assume(q), assume(p)))), [e, q], q);
    refused(() => unpack(assume(e), assume(p)), /free in the conclusion/);
    const other = equal(a, b);
    const t = lin(b, nought(), [
      { equation: assume(p), context: scalar('□') },
      { equation: assume(other), context: times(scalar('□'), whole(-1n)) },
    ]);
    says(t, [p, other], q);
    refused(() => unpack(assume(e), t), /free in a hypothesis/);
    refused(() => unpack(assume(forall(every('a'), p)), assume(q)), /exists/);
  });
  test('what exists is dropped from the second theorem alone', () => {
    const e = exists(every('a'), p);
    const t = unpack(discharge2(p, e), assume(q));
    expect(t.hypotheses.map(write)).toContain(write(p));
  });
});

/** g(a, second). */
function contract2(fn: FunctionSymbol, second_: Term = b): Term {
  return jet(fn, [0, 0], [a, second_]);
}
/** φ ⊢ e, with φ among the hypotheses though e does not need it. */
function discharge2(hypothesis: Formula, e: Formula): Theorem {
  return second(both(assume(hypothesis), assume(e)));
}
