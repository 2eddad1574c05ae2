/**
 * Statements about named functions and operations, written down a second time, from their
 * definitions.
 */
import { both, compare, equal, type Formula } from './formula.ts';
import { demand, q, refuse } from './rational.ts';
import type { Table } from './fact-table.ts';
import { facts } from './facts.ts';
import { inequalities } from './bounds.ts';
import { citedDecompositions } from './decompositions.ts';
import { citedSpectra } from './cited-spectra.ts';
import { citedProducts } from './powers-of-products.ts';
import { termOf, type Rule } from './step.ts';
import {
  add,
  constant,
  ein,
  einsum,
  inverse,
  jet,
  labelsFor,
  less,
  named,
  scale,
  zeros,
  type Fn,
  type Term,
} from './term.ts';
import { type Dim } from './dims.ts';

const scalarFunction = (name: string): Fn => ({ name, family: [], inputs: [null], output: null });
/** The k-th derivative at every entry. */
const value = (name: string, u: Term, k = 0): Term => jet(scalarFunction(name), [k], [u], u.shape);
const entrywise = (a: Term, b: Term): Term => {
  const l = labelsFor('e', a.shape);
  return einsum(l, [
    [a, l],
    [b, l],
  ]);
};
const all = (c: bigint, u: Term): Term => {
  const l = labelsFor('e', u.shape);
  return c === 0n ? zeros(u.shape) : einsum(l, [], named(l, u.shape), q(c));
};
const twice = (t: Term): Term => scale(q(2n), t);

/** sin² + cos². */
const squaresOfBoth = (u: Term): Term =>
  add(...['sin', 'cos'].map((name) => entrywise(value(name, u), value(name, u))));

type Equation = readonly [Term, Term];
/** φ', φ'' and the like at an argument, in the order of the law's numbers. */
const laws: Readonly<Record<string, (u: Term) => readonly Equation[]>> = {
  tanh: (u) => {
    const [t, slope] = [value('tanh', u), value('tanh', u, 1)];
    return [
      [slope, less(all(1n, u), entrywise(t, t))],
      [value('tanh', u, 2), scale(q(-2n), entrywise(t, slope))],
    ];
  },
  sigmoid: (u) => {
    const [s, slope] = [value('sigmoid', u), value('sigmoid', u, 1)];
    return [
      [slope, less(s, entrywise(s, s))],
      [value('sigmoid', u, 2), less(slope, twice(entrywise(s, slope)))],
    ];
  },
  softplus: (u) => [
    [value('softplus', u, 1), value('sigmoid', u)],
    [value('softplus', u, 2), value('sigmoid', u, 1)],
  ],
  silu: (u) => [
    [value('silu', u), entrywise(u, value('sigmoid', u))],
    [value('silu', u, 1), add(value('sigmoid', u), entrywise(u, value('sigmoid', u, 1)))],
    [value('silu', u, 2), add(twice(value('sigmoid', u, 1)), entrywise(u, value('sigmoid', u, 2)))],
  ],
  exp: (u) => [
    [value('exp', u, 1), value('exp', u)],
    [value('exp', u, 2), value('exp', u, 1)],
    [entrywise(value('exp', u), value('exp', scale(q(-1n), u))), all(1n, u)],
  ],
  relu: (u) => [
    [entrywise(value('relu', u, 1), u), value('relu', u)],
    [entrywise(value('relu', u, 1), value('relu', u, 1)), value('relu', u, 1)],
    [value('relu', u, 2), all(0n, u)],
  ],
  leakyrelu: (u) => [
    [entrywise(value('leakyrelu', u, 1), u), value('leakyrelu', u)],
    [value('leakyrelu', u, 2), all(0n, u)],
  ],
  abs: (u) => [
    [entrywise(value('abs', u), value('abs', u)), entrywise(u, u)],
    [entrywise(value('abs', u, 1), u), value('abs', u)],
    [value('abs', u, 2), all(0n, u)],
  ],
  sin: (u) => [
    [value('sin', u, 1), value('cos', u)],
    [value('sin', u, 2), scale(q(-1n), value('sin', u))],
    [squaresOfBoth(u), all(1n, u)],
  ],
  cos: (u) => [
    [value('cos', u, 1), scale(q(-1n), value('sin', u))],
    [value('cos', u, 2), scale(q(-1n), value('cos', u))],
    [squaresOfBoth(u), all(1n, u)],
  ],
  softmax: (u) => {
    demand(u.shape.length === 1 || u.shape.length === 2, 'softmax of a vector is wanted');
    const n = u.shape.at(-1) as Dim;
    const fn: Fn = { name: 'softmax', family: [], inputs: [n], output: n };
    if (u.shape.length === 2) {
      const m = u.shape[0] as Dim;
      return [[ein('ij->i', jet(fn, [0], [u], [m])), einsum('i', [], { i: m })]];
    }
    const [p, e] = [jet(fn, [0], [u]), value('exp', u)];
    const total = ein('i->', e);
    return [
      [ein('i->', p), constant(1n)],
      [jet(fn, [1], [u]), less(ein('i->ii', p), ein('i,j->ij', p, p))],
      [ein('i,->i', p, total), e],
      [ein('i,->i', e, inverse(total)), p],
    ];
  },
};
const positive = new Map([
  ['exp', true],
  ['sigmoid', true],
  ['softplus', true],
  ['abs', false],
  ['relu', false],
]);

const zero = zeros([]);
/** Theorems of the literature, by name, in the same way. */
const cited: Table = {
  ...citedSpectra,
  ...inequalities,
  ...citedDecompositions,
  ...citedProducts,
};

const stated = (
  table: Table,
  kind: string,
  name: string,
  given: Parameters<Rule>[0]['given'],
): Formula => {
  const [count, statement] =
    (Object.hasOwn(table, name) ? table[name] : undefined) ?? refuse(`an unknown ${kind}: ${name}`);
  demand(given.length === count + 1, `${name} is about ${count} terms`);
  return statement(...given.slice(1).map(termOf));
};

export const tableRules: Readonly<Record<string, Rule>> = {
  law: (a) => {
    a.takes(0, 3);
    const [name, k] = [a.text(0), a.number(2)];
    const equations = Object.hasOwn(laws, name) ? laws[name]?.(a.term(1)) : undefined;
    const [left, right] = equations?.[k] ?? refuse(`an unknown law: ${k} of ${name}`);
    return { conclusion: equal(left, right) };
  },
  sign: (a) => {
    a.takes(0, 2);
    return {
      conclusion: compare(
        zero,
        value(a.text(0), a.term(1)),
        positive.get(a.text(0)) ?? refuse(`nothing is known of the sign of ${a.text(0)}`),
      ),
    };
  },
  root: (a) => {
    a.takes(1, 0);
    const f = a.premise(0, 'less', 'at most');
    demand(f.left.sum.length === 0, 'a number that is at least 0 is wanted');
    const [s, root] = [f.right, value('sqrt', f.right)];
    if (f.kind === 'at most')
      return {
        conclusion: both('and', equal(ein(',->', root, root), s), compare(zero, root, false)),
      };
    const slopes = both(
      'and',
      equal(value('sqrt', s, 1), scale(q(1n, 2n), inverse(root))),
      equal(value('log', s, 1), inverse(s)),
    );
    const [r, o] = [inverse(root), inverse(s)];
    const curvatures = both(
      'and',
      equal(value('sqrt', s, 2), scale(q(-1n, 4n), ein(',,->', r, r, r))),
      equal(value('log', s, 2), scale(q(-1n), ein(',->', o, o))),
    );
    return { conclusion: both('and', both('and', slopes, curvatures), compare(zero, root, true)) };
  },
  fact: (a) => (
    demand(a.from.length === 0, 'no premises are wanted'),
    { conclusion: stated(facts, 'fact', a.text(0), a.given) }
  ),
  cite: (a) => (
    demand(a.from.length === 0, 'no premises are wanted'),
    { conclusion: stated(cited, 'cited theorem', a.text(0), a.given), axioms: [a.text(0)] }
  ),
};
