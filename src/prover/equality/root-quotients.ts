/**
 * Equations between quotients of roots, as the derivative of u/|u| gives them: every 1/s and every
 * derivative of √s is written as a power of 1/√s, then all graphs are brought over one denominator.
 */
import type { Monomial, Term } from '../../kernel/term.ts';
import { contract, dimension, inverse, number, variable } from '../../kernel/graph.ts';
import { less } from '../../kernel/formula.ts';
import { root } from '../../kernel/laws.ts';
import { negative, one, ratio, times as product, type Ratio } from '../../kernel/ratio.ts';
import { writeHead } from '../../kernel/write.ts';
import {
  first,
  hole,
  inverseOf,
  rootOf,
  second,
  weak,
  type Theorem,
} from '../../kernel/theorem.ts';
import { alike, byFacts } from '../derived/labelled.ts';
import { equation, flipped, Ledger, type Equation } from '../derived/equations.ts';
import { simplify, type Rewrite } from '../derived/simplify.ts';
import { namedIn } from '../graphs/named-functions.ts';
import { letters } from '../graphs/indices.ts';
import { nought, times } from '../graphs/small-terms.ts';
import { difference, own, termOf, type Entry } from '../graphs/sum.ts';
import { bookOf, type Context } from '../known/context.ts';
import { strategyFor, type Ask } from '../known/strategy.ts';
import { rewrites, withInverses } from '../rewriting/by-equations.ts';
import { rewritten } from '../rewriting/arguments.ts';
import { nonzero } from '../rewriting/invertible.ts';

/** √s for a number s > 0 in its simplest form, with 1/√s. */
interface Root {
  readonly inside: Term;
  readonly positive: Theorem;
  readonly value: Term;
  readonly over: Term;
  /** √s · 1/√s = 1. */
  readonly unit: Equation;
  /** √s √s = s. */
  readonly square: Equation;
}

const name = 'quotients of roots';

/** Derivatives of roots, or reciprocals of what has a root in it. */
const hasQuotients = (t: Term): boolean =>
  t.monomials.some((m) =>
    m.factors.some(({ head }) => {
      if (head.kind === 'jet') return head.fn.name === 'sqrt' && head.orders[0] !== 0;
      return (
        head.kind === 'inverse' &&
        !head.matrix &&
        namedIn([head.arg]).some((o) => o.name === 'sqrt')
      );
    }),
  );

/** The rule that writes the one graph on the left as the right side. */
function rule(t: Theorem, ctx: Context): Rewrite | null {
  const eq = equation(t, name);
  const { map } = bookOf(ctx);
  const [text] = difference(eq.left, nought(), map).keys();
  const from = text === undefined ? undefined : difference(eq.left, eq.right, map).get(text);
  return from ? { eq, from } : null;
}

/** From a = b: f(a) = f(b), where they are not the same already. */
function under(f: (t: Term) => Term, from: Term, to: Term, same: Theorem | null, ctx: Context) {
  const ledger = new Ledger(f(from), f(to), bookOf(ctx));
  if (ledger.done || !same) return null;
  ledger.use(equation(same, name), f(variable(hole, [])));
  return ledger.done ? ledger.theorem() : null;
}

function rootAt(inside: Term, positive: Theorem, ctx: Context): Root | null {
  const both = rootOf(positive);
  const weakly = byFacts(nought(), inside, false, [positive]);
  const value = root(inside);
  const sign = second(both);
  const known = nonzero(value, { ...ctx, facts: [{ theorem: sign, name }, ...ctx.facts] });
  if (!known) return null;
  return {
    inside,
    positive,
    value,
    over: inverse(value),
    unit: equation(inverseOf(known), name),
    square: equation(first(rootOf(weakly)), name),
  };
}

interface Gathered {
  readonly roots: readonly Root[];
  readonly rules: readonly Rewrite[];
}

/** The roots in some terms, with rules that leave 1/√s alone of what is made of each. */
function* gathered(
  terms: readonly Term[],
  ctx: Context,
): Generator<Ask, Gathered | null, Theorem | null> {
  const roots: Root[] = [];
  const rules: Rewrite[] = [];
  const add = (t: Theorem | null): void => {
    const made = t && rule(t, ctx);
    if (made) rules.push(made);
  };
  const inside: Term[] = [];
  for (const { name: fn, argument } of namedIn(terms))
    if (fn === 'sqrt' && argument.shape.length === 0)
      if (!inside.some((s) => alike(s, argument))) inside.push(argument);
  for (const s of inside.slice(0, 4)) {
    const positive = yield { goal: less(nought(), s, true), known: ctx };
    if (!positive) return null;
    const simpler = rewritten(s, ctx);
    const same = simpler && flipped(simpler.equation);
    const plain = simpler?.term ?? s;
    const at = roots.find((r) => alike(r.inside, plain));
    const sign = same ? byFacts(nought(), plain, true, [positive, weak(same)]) : positive;
    const to = at ?? rootAt(plain, sign, ctx);
    if (!to) return null;
    if (!at) roots.push(to);
    const slopes = first(rootOf(positive));
    add(first(first(slopes)));
    add(first(second(slopes)));
    add(under((t) => inverse(root(t)), s, to.inside, same, ctx));
    add(under(root, s, to.inside, same, ctx));
  }
  for (const r of roots) [r.unit, r.square].forEach((eq) => add(eq.theorem));
  for (const d of divisors(terms))
    for (const r of roots) {
      const t = asPower(d, r, ctx);
      if (t) add(t);
      if (t) break;
    }
  return { roots, rules };
}

/** What numbers are divided by, roots left out. */
function divisors(terms: readonly Term[]): Term[] {
  const found = new Map<string, Term>();
  for (const { head } of terms.flatMap((t) => t.monomials.flatMap((m) => m.factors)))
    if (head.kind === 'inverse' && !head.matrix && head.params.length === 0)
      found.set(writeHead(head), head.arg);
  return [...found.values()].slice(0, 8);
}

interface Scale {
  readonly by: Ratio;
  readonly powers: Readonly<Record<string, number>>;
}
const scaleTerm = ({ by, powers }: Scale): Term =>
  times(number(by), ...Object.entries(powers).map(([d, k]) => dimension(d, k)));
const over = ({ by, powers }: Scale): Scale => ({
  by: ratio(by.den, by.num),
  powers: Object.fromEntries(Object.entries(powers).map(([d, k]) => [d, -k])),
});
/** What m would be multiplied by to be the other graph, if it is a multiple. */
function scaleOf(m: Monomial, to: Monomial): Scale {
  const dims = [...new Set([...Object.keys(m.powers), ...Object.keys(to.powers)])];
  const powers = dims.map((d) => [d, (to.powers[d] ?? 0) - (m.powers[d] ?? 0)] as const);
  return {
    by: product(to.coefficient, ratio(m.coefficient.den, m.coefficient.num)),
    powers: Object.fromEntries(powers.filter(([, k]) => k !== 0)),
  };
}

/** 1/d = 1/c (1/√s)² where d is c s for a number c. */
function asPower(d: Term, { inside, value, over: r, unit, square }: Root, ctx: Context) {
  const simpler = rewritten(d, ctx);
  const plain = simpler?.term ?? d;
  const [m] = plain.monomials;
  if (!m || plain.monomials.length !== inside.monomials.length) return null;
  const c = inside.monomials
    .map((to) => scaleOf(to, m))
    .find((by) => alike(times(scaleTerm(by), inside), plain));
  const known = c && nonzero(d, ctx);
  if (!c || !known) return null;
  const [reciprocal, back] = [inverse(d), scaleTerm(over(c))];
  const ledger = new Ledger(reciprocal, times(back, r, r), bookOf(ctx));
  const at = variable(hole, []);
  // 1/d = 1/d √ r = 1/d √ r √ r = 1/d s r r, and s is d over c
  ledger.use(unit, times(reciprocal, at), negative(one));
  ledger.use(unit, times(reciprocal, value, r, at), negative(one));
  ledger.use(square, times(reciprocal, r, r, at));
  if (simpler) ledger.use(equation(simpler.equation, name), times(reciprocal, back, r, r, at));
  ledger.use(equation(inverseOf(known), name), times(back, r, r, at));
  return ledger.done ? ledger.theorem() : null;
}

/** How often 1/√s stands in a graph. */
const count = ({ monomial }: Entry, r: string): number =>
  monomial.factors.filter(({ head }) => writeHead(head) === r).length;

/** Graphs with fewer factors 1/√s than others are multiplied by √s · 1/√s. */
function overOne(ledger: Ledger, { over: r, unit }: Root): void {
  const head = r.monomials[0]?.factors[0]?.head;
  if (!head) return;
  const text = writeHead(head);
  const all = [...ledger.rest.values()];
  const most = Math.max(0, ...all.map((e) => count(e, text)));
  const pair = unit.left;
  const names = letters(ledger.left.shape.length);
  for (const e of all) {
    let graph = termOf(new Map([['', { ...e, coefficient: own(e), sign: 1n as const }]]), []);
    for (let k = count(e, text); k < most; k++) {
      ledger.use(unit, contract([graph, variable(hole, [])], [names, ''], names), negative(one));
      graph = contract([graph, pair], [names, ''], names);
    }
  }
}

export const rootQuotients = strategyFor('equal', {
  name,
  summary: 'a = b because both sides agree over one denominator, a power of √s',
  notFor: ['bounds'],
  promise: ({ left, right }) => (hasQuotients(left) || hasQuotients(right) ? 0.96 : null),
  *prove({ left, right }, known) {
    const ctx = withInverses(known, left, right);
    const found = yield* gathered([left, right], ctx);
    if (!found || found.roots.length === 0) return null;
    const { roots, rules } = found;
    const small = rewrites(
      ctx.equations.filter((e) => e.left.monomials.length + e.right.monomials.length <= 3),
      ctx,
    );
    const ledger = new Ledger(left, right, bookOf(ctx));
    simplify(ledger, [...rules, ...small], 300, ctx.deadline);
    if (ledger.done) return ledger.theorem();
    roots.forEach((r) => overOne(ledger, r));
    const squares = roots.flatMap(({ square }) => rule(square.theorem, ctx) ?? []);
    const inverses = new Set(ctx.inverses.map((e) => e.theorem));
    const rest = small.filter(({ eq }) => !inverses.has(eq.theorem));
    simplify(ledger, [...squares, ...rest], 300, ctx.deadline);
    return ledger.done ? ledger.theorem() : null;
  },
});
