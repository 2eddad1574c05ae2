/**
 * Roots and absolute values written out: sqrt(s^2 t) = |s| sqrt(t), sqrt(s t) = sqrt(s) sqrt(t),
 * |s t| = |s| |t|, |1/s| = 1/|s|.
 */
import type { Factor, Monomial, Term } from '../../kernel/term.ts';
import { dimension, inverse, number, variable } from '../../kernel/graph.ts';
import { equal, less } from '../../kernel/formula.ts';
import { root, valueOf } from '../../kernel/laws.ts';
import { negative, one } from '../../kernel/ratio.ts';
import {
  assume,
  both,
  contradiction,
  fact,
  hole,
  inverseOf,
  modusPonens,
  type Theorem,
} from '../../kernel/theorem.ts';
import { writeTerm } from '../../kernel/write.ts';
import { passed } from '../agenda/effort.ts';
import { positiveMultiple } from '../derived/absolute.ts';
import { equation, Ledger, symmetryBook } from '../derived/equations.ts';
import { alike, linearBy, orderBy, summand } from '../derived/labelled.ts';
import { squareRootOf } from '../derived/lengths.ts';
import type { Rewrite } from '../derived/simplify.ts';
import { termsOf } from '../graphs/formula-terms.ts';
import { namedIn } from '../graphs/named-functions.ts';
import { nought, times } from '../graphs/small-terms.ts';
import { subgraph } from '../graphs/subgraph.ts';
import type { Context } from '../known/context.ts';
import { ruleOf } from '../known/rules.ts';
import type { Strategy } from '../known/strategy.ts';
import { nonzero, oneIsNotZero } from './invertible.ts';
import { rewriteTerm, throughRewriting } from './rewritten-goal.ts';

const absolute = (s: Term): Term => valueOf('abs', s);

/** The factors that hang together over wires, each part a number. */
function partsOf(m: Monomial): Term[] {
  const found: Factor[][] = [];
  for (const f of m.factors) {
    const near = found.filter((p) => p.some((g) => g.slots.some((w) => f.slots.includes(w))));
    for (const p of near) found.splice(found.indexOf(p), 1);
    found.push([f, ...near.flat()]);
  }
  return found.map((p) => subgraph({ ...m, powers: {} }, p, []));
}

const sizesOf = (m: Monomial): Term =>
  times(number(m.coefficient), ...Object.entries(m.powers).map(([d, k]) => dimension(d, k)));

/** 0 ≤ s where s shows it, or where it follows soon. */
function signOf(s: Term, ctx: Context): Theorem | null {
  const t = squareRootOf(s);
  return t
    ? orderBy(nought(), s, false, [summand([], one, [t])])
    : ctx.search.prove(less(nought(), s, false), ctx);
}

/** A part that stands twice, or that is a square, and the rest. */
function split(
  s: Term,
): { readonly part: Term; readonly twice: boolean; readonly rest: Term } | null {
  const [m, ...more] = s.monomials;
  if (!m || more.length > 0 || m.factors.length < 2) return null;
  const parts = partsOf(m);
  const without = (...gone: readonly Term[]): Term =>
    times(sizesOf(m), ...parts.filter((p) => !gone.includes(p)));
  for (const [i, part] of parts.entries()) {
    const other = parts.slice(i + 1).find((p) => alike(p, part));
    if (other) return { part, twice: true, rest: without(part, other) };
  }
  if (parts.length < 2) return null;
  const part = parts.find((p) => squareRootOf(p) !== null);
  return part ? { part, twice: false, rest: without(part) } : null;
}

/** √(s s t) = |s| √t, or s √t where 0 ≤ s; √(s t) = √s √t. */
function ofRoot(s: Term, ctx: Context): Theorem | null {
  const found = split(s);
  if (!found) return null;
  const { part, twice, rest } = found;
  const square = times(part, part);
  const front = twice ? square : part;
  const signs = [
    twice ? orderBy(nought(), square, false, [summand([], one, [part])]) : signOf(part, ctx),
    signOf(rest, ctx),
  ];
  const [first, second] = signs;
  if (!first || !second) return null;
  const product = modusPonens(fact('root of a product', front, rest), both(first, second));
  const steps = [product, ...(twice ? [fact('root of a square', part)] : [])];
  const value = twice ? absolute(part) : root(part);
  const ledger = new Ledger(root(s), times(value, root(rest)), symmetryBook([]));
  ledger.use(equation(steps[0] as Theorem, 'roots'), variable(hole, []));
  if (steps[1]) ledger.use(equation(steps[1], 'roots'), times(variable(hole, []), root(rest)));
  return ledger.done ? ledger.theorem() : null;
}

/** |1/s| = 1/|s| where s ≠ 0: |s| |1/s| = |1| = 1. */
function ofReciprocal(s: Term, ctx: Context): Theorem | null {
  const known = nonzero(s, ctx);
  if (!known) return null;
  const [size, over] = [absolute(s), absolute(inverse(s))];
  const whole = linearBy(times(size, over), number(one), [
    {
      equation: fact('abs of a product', s, inverse(s)),
      context: times(number(negative(one)), variable(hole, [])),
    },
    { equation: inverseOf(known), context: valueOf('abs', variable(hole, [])) },
    {
      equation: positiveMultiple(fact('abs of what is not negative', number(one)), one),
      context: variable(hole, []),
    },
  ]);
  const none = equal(size, nought());
  const absurd = linearBy(number(one), nought(), [
    { equation: whole, context: times(number(negative(one)), variable(hole, [])) },
    { equation: assume(none), context: times(variable(hole, []), over) },
  ]);
  const away = contradiction(none, oneIsNotZero(absurd));
  return linearBy(over, inverse(size), [
    { equation: whole, context: times(variable(hole, []), inverse(size)) },
    {
      equation: inverseOf(away),
      context: times(number(negative(one)), variable(hole, []), over),
    },
  ]);
}

/** |s t| = |s| |t|, and |s| = s where s is a square. */
function ofAbsolute(s: Term, ctx: Context): Theorem | null {
  const [m, ...more] = s.monomials;
  if (!m || more.length > 0 || m.factors.length === 0) return null;
  const [part, ...others] = partsOf(m);
  const sizes = sizesOf(m);
  if (!part) return null;
  const square = squareRootOf(s);
  if (square)
    return modusPonens(
      fact('abs of what is not negative', s),
      orderBy(nought(), s, false, [summand([], one, [square])]),
    );
  if (others.length > 0 || !alike(sizes, number(one)))
    return fact('abs of a product', part, times(sizes, ...others));
  const [f] = m.factors;
  return m.factors.length === 1 && f?.head.kind === 'inverse' && !f.head.matrix
    ? f.head.params.length === 0
      ? ofReciprocal(f.head.arg, ctx)
      : null
    : null;
}

interface Named {
  readonly name: string;
  readonly argument: Term;
}
const isProduct = (s: Term): boolean =>
  s.monomials.length === 1 &&
  s.monomials.every(
    (m) => m.factors.length > 1 || m.factors.some(({ head }) => head.kind === 'inverse'),
  );

/** Roots and absolute values that come apart. */
const openIn = (terms: readonly Term[]): Named[] =>
  namedIn(terms).filter(
    ({ name, order, argument }) =>
      order === 0 &&
      argument.shape.length === 0 &&
      (name === 'sqrt' ? split(argument) !== null : name === 'abs' && isProduct(argument)),
  );

const most = 16;

/** Rules for the roots and absolute values in the terms, and for those that they lead to. */
export function rootRules(terms: readonly Term[], known: Context): Rewrite[] {
  const seen = new Set<string>();
  const rules: Rewrite[] = [];
  const queue = openIn(terms);
  for (let next = queue.shift(); next && seen.size < most; next = queue.shift()) {
    const { name, argument } = next;
    const text = `${name} ${writeTerm(argument)}`;
    if (seen.has(text) || passed(known.deadline)) continue;
    seen.add(text);
    const step = name === 'sqrt' ? ofRoot(argument, known) : ofAbsolute(argument, known);
    const rule = step && ruleOf(step, known, 'roots');
    if (!rule) continue;
    rules.push(rule);
    queue.push(...openIn([rule.eq.right]));
  }
  return rules;
}

export const writtenRoots: Strategy = {
  name: 'roots written out',
  summary: 'sqrt(s^2 t) is replaced by |s| sqrt(t), sqrt(s t) by sqrt(s) sqrt(t), |s t| by |s| |t|',
  kinds: ['equal', 'less'],
  notFor: ['bounds', 'squares'],
  promise: (goal) =>
    openIn(termsOf(goal)).length === 0 ? null : goal.kind === 'equal' ? 0.955 : 0.4,
  prove: (goal, known) => {
    const rules = rootRules(termsOf(goal), known);
    return rules.length === 0
      ? null
      : throughRewriting(goal, known, (t) => rewriteTerm(t, rules, known));
  },
};
