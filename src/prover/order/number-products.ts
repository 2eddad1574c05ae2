/**
 * Inequalities between numbers as sums of products of known ones: each product of at most three of
 * them, times the square of a number or of the difference of two.
 */
import type { Factor, Term } from '../../kernel/term.ts';
import { add, bareHead, factorTerm, number, scale } from '../../kernel/graph.ts';
import type { FormulaOf } from '../../kernel/formula.ts';
import { negative, one } from '../../kernel/ratio.ts';
import { weak, type Theorem } from '../../kernel/theorem.ts';
import { writeHead } from '../../kernel/write.ts';
import { flipped } from '../derived/equations.ts';
import { nothing, orderBy, summand } from '../derived/labelled.ts';
import { minus, nought, times } from '../graphs/small-terms.ts';
import { difference, own, type Entry } from '../graphs/sum.ts';
import type { Context } from '../known/context.ts';
import { byTheseAlone } from './sums-of-signs.ts';
import { strategyFor } from '../known/strategy.ts';

/** 0 ≤ value. */
interface Sign {
  readonly theorem: Theorem;
  readonly value: Term;
}
const signOf = (theorem: Theorem): Sign[] => {
  const f = theorem.conclusion;
  return f.kind === 'less' ? [{ theorem, value: minus(f.right, f.left) }] : [];
};
/** Both inequalities of an equation. */
const bothSigns = (theorem: Theorem): Sign[] =>
  theorem.conclusion.kind === 'equal'
    ? [theorem, flipped(theorem)].flatMap((t) => signOf(weak(t)))
    : [];

const degree = (t: Term): number =>
  t.monomials.reduce((most, m) => Math.max(most, m.factors.length), 0);

/** The numbers with a name in a term, each once. */
function namesIn(t: Term): Term[] {
  const found = new Map<string, Term>();
  for (const f of t.monomials.flatMap((m) => m.factors))
    if (f.head.kind === 'variable' && f.slots.length === 0)
      found.set(writeHead(f.head), factorTerm(f));
  return [...found.values()];
}

/** 0 ≤ (the product of the values) times the square. */
const productOf = (signs: readonly Sign[], root: Term): Theorem =>
  orderBy(nought(), times(root, root, ...signs.map((s) => s.value)), false, [
    summand(
      signs.map((s) => s.theorem),
      one,
      [root],
    ),
  ]);

/** Some of the signs, at most three, the same one twice too. */
function choices(signs: readonly Sign[]): Sign[][] {
  const ones = signs.map((s) => [s]);
  const more = (lists: readonly Sign[][]): Sign[][] =>
    lists.flatMap((list) =>
      signs.slice(signs.indexOf(list.at(-1) as Sign)).map((s) => [...list, s]),
    );
  const twos = more(ones);
  return [[], ...ones, ...twos, ...(signs.length < 7 ? more(twos) : [])];
}

/** l ≤ r as a sum of such products; `least`: a degree that they may have at any rate. */
export function byProducts(
  goal: FormulaOf<'less'>,
  facts: readonly Theorem[],
  ctx: Context,
  least = 0,
): Theorem | null {
  const gap = minus(goal.right, goal.left);
  const names = namesIn(gap);
  const equations = facts.flatMap(bothSigns);
  const highest = Math.max(least, degree(gap), ...equations.map(({ value }) => degree(value) + 1));
  if (goal.strict || names.length === 0 || names.length > 4 || highest > 8) return null;
  const signs = facts
    .flatMap(signOf)
    .filter(({ value }) => degree(value) <= highest)
    .slice(0, 8);
  const roots = [
    number(one),
    ...names,
    ...names.flatMap((a, i) => names.slice(i + 1).map((b) => minus(a, b))),
    ...names.map((a) => minus(a, number(one))),
  ];
  const turned = equations.flatMap((e) => [[e], ...signs.map((s) => [e, s])]);
  const products = [...choices(signs), ...turned].flatMap((chosen) => {
    const height = chosen.reduce((sum, { value }) => sum + degree(value), 0);
    return roots
      .filter((r) => height + 2 * degree(r) <= highest)
      .flatMap((r) => (chosen.length > 0 || degree(r) > 0 ? [productOf(chosen, r)] : []));
  });
  return products.length > 400 ? null : byTheseAlone(goal, ctx, products);
}

/** A graph that is a power of a number times others. */
function powerIn(entry: Entry, text: string, power: number): Factor[] | null {
  const { factors, powers } = entry.monomial;
  const others = factors.filter((f) => writeHead(f.head) !== text);
  return factors.length - others.length === power && Object.keys(powers).length === 0
    ? others
    : null;
}

/** b s^k ≤ q and p ≤ a s^k give b p ≤ a q, where b is a number, or one that is known to be ≥ 0. */
export function withoutPower(s: Term, power: number, facts: readonly Theorem[]): Theorem[] {
  const head = bareHead(s);
  if (head === null) return [];
  const text = writeHead(head);
  const signs = facts.flatMap(signOf);
  const entries = signs.map((sign) =>
    [...difference(sign.value, nought(), nothing).values()].filter((e) =>
      e.monomial.factors.some((f) => writeHead(f.head) === text),
    ),
  );
  const found: Theorem[] = [];
  signs.forEach((low, i) => {
    const [e, ...more] = entries[i] ?? [];
    if (!e || more.length > 0 || powerIn(e, text, power)?.length !== 0 || own(e).num <= 0n) return;
    signs.forEach((high, j) => {
      const [g, ...rest] = entries[j] ?? [];
      const others = g ? powerIn(g, text, power) : null;
      if (!g || rest.length > 0 || !others || others.length > 1 || own(g).num >= 0n) return;
      const factor = others[0] ? factorTerm(others[0]) : null;
      const sign = factor && signs.find((x) => difference(x.value, factor, nothing).size === 0);
      if (factor && !sign) return;
      const [a, b] = [own(e), negative(own(g))];
      const raised = factor ? times(factor, low.value) : low.value;
      const value = add(scale(a, high.value), scale(b, raised));
      found.push(
        orderBy(nought(), value, false, [
          summand([high.theorem], a),
          summand([low.theorem, ...(sign ? [sign.theorem] : [])], b),
        ]),
      );
    });
  });
  return found;
}

/** The inequalities that are known between numbers with names, and nothing else. */
const betweenNumbers = (known: Context): Theorem[] =>
  known.facts
    .map(({ theorem }) => theorem)
    .filter(({ conclusion: f }) => f.kind === 'less' && [f.left, f.right].every(isOfNumbers));

const isOfNumbers = (t: Term): boolean =>
  t.monomials.every(
    ({ factors, powers }) =>
      Object.keys(powers).length === 0 &&
      factors.every(({ head, slots }) => head.kind === 'variable' && slots.length === 0),
  );

export const productsOfNumbers = strategyFor('less', {
  name: 'products of known inequalities',
  summary: 'polynomials in numbers: products of what is known, times squares of differences',
  notFor: ['bounds', 'conditions', 'kernels'],
  promise: ({ left, right, strict }, known) =>
    !strict && [left, right].every(isOfNumbers) && betweenNumbers(known).length > 1 ? 0.24 : null,
  prove(goal, known) {
    const facts = betweenNumbers(known);
    // a (1 - b) + b (1 - c) + c (1 - a) <= 1 is the sum of two products of three
    return byProducts(goal, facts, known) ?? byProducts(goal, facts, known, 3);
  },
});
