/**
 * Absolute values inside functions, and slopes of activations in other functions, entry by entry;
 * at a kink the slope is 0 by agreement.
 */
import { both, compare, equal, not, type Formula } from './formula.ts';
import { q, refuse } from './rational.ts';
import type { Table } from './fact-table.ts';
import {
  add,
  constant,
  einsum,
  inverse,
  jet,
  labelsFor,
  named,
  scale,
  zeros,
  type Term,
} from './term.ts';

const f = (name: string, u: Term, order = 0): Term =>
  jet({ name, family: [], inputs: [null], output: null }, [order], [u], u.shape);
const dotted = (u: Term, v: Term): Term => {
  const l = labelsFor('e', u.shape);
  return einsum(l, [
    [u, l],
    [v, l],
  ]);
};
const scaled = (s: Term, u: Term): Term => {
  const l = labelsFor('e', u.shape);
  return einsum(l, [
    [s, ''],
    [u, l],
  ]);
};
const unit = (u: Term): Term => {
  const l = labelsFor('e', u.shape);
  return einsum(l, [], named(l, u.shape), q(1n));
};

/** 1/√2. */
const rootHalf = (): Term =>
  inverse(jet({ name: 'sqrt', family: [], inputs: [null], output: null }, [0], [constant(2n)]));
/** erf'(0), which is 2/√π. */
const slopeAtZero = (): Term =>
  jet({ name: 'erf', family: [], inputs: [null], output: null }, [1], [constant(0n)]);
/** erf'(0) exp(−u²/d). */
const gauss = (u: Term, d: bigint): Term =>
  scaled(slopeAtZero(), f('exp', scale(q(-1n, d), dotted(u, u))));
const half = (u: Term): Term => scale(q(1n, 2n), u);
/** Φ = (1 + erf(u/√2)) / 2. */
const below = (u: Term): Term => half(add(unit(u), f('erf', scaled(rootHalf(), u))));

const any = (statement: (u: Term) => Formula): Table[string] => [
  1,
  (u) => statement(u ?? refuse('a term is wanted')),
];
export const slopeFacts: Table = {
  'slope of abs': any((u) => equal(dotted(f('abs', u, 1), f('abs', u)), u)),
  'sign of a nonzero number': any((s) => {
    if (s.shape.length > 0) refuse('a scalar is wanted');
    const slope = f('abs', s, 1);
    return both(
      'implies',
      not(equal(s, zeros([]))),
      both(
        'and',
        both(
          'and',
          equal(dotted(slope, slope), constant(1n)),
          equal(dotted(slope, inverse(f('abs', s))), inverse(s)),
        ),
        compare(zeros([]), f('abs', s), true),
      ),
    );
  }),
  'abs of abs': any((u) => equal(f('abs', f('abs', u)), f('abs', u))),
  'root of squares': any((u) => equal(f('sqrt', dotted(u, u)), f('abs', u))),
  'slope of relu by sign': any((u) => {
    const s = f('abs', u, 1);
    return equal(scale(q(2n), f('relu', u, 1)), add(s, dotted(s, s)));
  }),
  'slope of erf': any((u) => equal(f('erf', u, 1), gauss(u, 1n))),
  'gelu by erf': any((u) => equal(f('gelu', u), dotted(u, below(u)))),
  'slope of gelu by erf': any((u) => {
    const density = half(scaled(rootHalf(), gauss(u, 2n)));
    return equal(f('gelu', u, 1), add(below(u), dotted(u, density)));
  }),
};
