/**
 * Powers of a number with a symbolic exponent: Bernoulli's inequality 1 + n (b − 1) ≤ b^n for
 * −1 ≤ b, and b^n ≤ exp(n s) for 0 ≤ b ≤ exp(s), by induction on the exponent.
 */
import type { Term } from '../../kernel/term.ts';
import { add, bareHead, dimension, factorTerm, number, variable } from '../../kernel/graph.ts';
import { and, each, less, type Formula, type FormulaOf } from '../../kernel/formula.ts';
import { readMember } from '../../kernel/indices.ts';
import { valueOf } from '../../kernel/laws.ts';
import { one, ratio } from '../../kernel/ratio.ts';
import {
  assume,
  atIndex,
  both,
  cases,
  comparable,
  fact,
  first,
  hole,
  positiveValue,
  second,
  weak,
  type Summand,
  type Theorem,
} from '../../kernel/theorem.ts';
import { positiveSizes } from '../derived/dimension-signs.ts';
import { equation, flipped, Ledger, symmetryBook } from '../derived/equations.ts';
import { alike, orderBy, summand } from '../derived/labelled.ts';
import { minus, nought, times } from '../graphs/small-terms.ts';
import type { Context } from '../known/context.ts';
import { proveAtMost } from '../known/ranges.ts';
import { instanceAt } from '../known/sequences.ts';
import { begun, strategyFor, type Attempt } from '../known/strategy.ts';
import { byInduction, type Each } from './prove-each.ts';

/** P with P[0] = 1 and P[k] = b P[k−1]. */
interface Power {
  readonly family: string;
  readonly exponent: string;
  readonly base: Term;
  readonly start: Theorem;
  readonly recursion: Theorem;
}
const index = '#n';
const member = (family: string, at: string): Term => variable(`${family}[${at}]`, []);

/** The family and the exponent where the term is b^n. */
function named(t: Term): { family: string; exponent: string } | null {
  const head = bareHead(t);
  const found = head?.kind === 'variable' && t.shape.length === 0 ? readMember(head.name) : null;
  return found?.family.startsWith('pow#') && found.at.name !== null && found.at.offset === 0
    ? { family: found.family, exponent: found.at.name }
    : null;
}

/** b, where the term is b times this member. */
function overMember(t: Term, name: string): Term | null {
  const parts = t.monomials.map((m) => {
    const at = m.factors.findIndex(({ head }) => head.kind === 'variable' && head.name === name);
    const rest = m.factors.filter((_, i) => i !== at);
    if (at < 0 || rest.some((f) => f.slots.length > 0)) return null;
    const sizes = Object.entries(m.powers).map(([d, k]) => dimension(d, k));
    return times(number(m.coefficient), ...sizes, ...rest.map(factorTerm));
  });
  return parts.length === 0 || parts.includes(null) ? null : add(...(parts as Term[]));
}

function powerIn(t: Term, known: Context): Power | null {
  const found = named(t);
  if (!found) return null;
  const { family, exponent } = found;
  let [start, recursion, base]: [Theorem | null, Theorem | null, Term | null] = [null, null, null];
  for (const { theorem } of known.recursions) {
    const f = theorem.conclusion;
    const body = f.kind === 'each' ? f.body : f;
    if (body.kind !== 'equal') continue;
    const head = bareHead(body.left);
    const own = head?.kind === 'variable' ? readMember(head.name) : null;
    if (own?.family !== family) continue;
    if (f.kind === 'equal' && alike(body.right, number(one))) start = theorem;
    if (f.kind !== 'each') continue;
    recursion = theorem;
    base = overMember(body.right, `${family}[${f.index}-1]`);
  }
  return start && recursion && base ? { family, exponent, base, start, recursion } : null;
}

/** An inequality as a sum. */
function sumsTo(f: Formula, ...parts: readonly Summand[]): Theorem {
  if (f.kind !== 'less') throw new TypeError('an inequality is wanted');
  return orderBy(f.left, f.right, f.strict, parts);
}
const isAtMost = (t: Theorem): Summand => summand([weak(t)]);
const isAtLeast = (t: Theorem): Summand => summand([weak(flipped(t))]);

/** How the statement follows at 1, from P[1] = b, and at n + 1, from P[n+1] = b P[n]. */
interface Steps {
  readonly base: (goal: Formula, same: Theorem) => Theorem;
  readonly step: (goal: Formula, before: Theorem, same: Theorem) => Theorem;
}

/** P[1] = b. */
function atOne({ family, base, start, recursion }: Power, ctx: Context): Theorem | null {
  const unfolded = instanceAt(recursion, '1', ctx);
  if (!unfolded) return null;
  const ledger = new Ledger(member(family, '1'), base, symmetryBook([]));
  ledger.use(equation(unfolded, 'recursion'), variable(hole, []));
  ledger.use(equation(start, 'recursion'), times(base, variable(hole, [])));
  return ledger.done ? ledger.theorem() : null;
}

/** A statement for the exponent, by induction from 1. */
function* inductively(power: Power, body: Formula, known: Context, steps: Steps): Attempt {
  const { exponent, recursion } = power;
  const t = yield* byInduction(each(index, '1', exponent, body) as Each, known, {
    base: (goal, c) => {
      const same = atOne(power, c);
      return begun(same && steps.base(goal, same));
    },
    step: (goal, c) => {
      const same = instanceAt(recursion, `${index}+1`, c);
      return begun(same && steps.step(goal, assume(body), same));
    },
  });
  const [lower, upper] = [
    proveAtMost('1', exponent, known),
    proveAtMost(exponent, exponent, known),
  ];
  return t && lower && upper && atIndex(t, exponent, lower, upper);
}

const size = (): Theorem => positiveSizes(dimension(index)) as Theorem;
const sides = (f: Formula): [Formula, Formula] => {
  if (f.kind !== 'and') throw new TypeError('a conjunction is wanted');
  return [f.left, f.right];
};

/** 1 + n (b − 1) ≤ P[n], for a name of the exponent. */
const aboveLine = ({ family, base }: Power, at: string): FormulaOf<'less'> =>
  less(add(number(one), times(dimension(at), minus(base, number(one)))), member(family, at), false);

/** 1 + n (b − 1) ≤ b^n for 0 ≤ b: b (1 + n d) = 1 + (n + 1) d + n d², d = b − 1. */
const fromPositive = (power: Power, sign: Theorem, known: Context): Attempt =>
  inductively(power, aboveLine(power, index), known, {
    base: (goal, same) => sumsTo(goal, isAtLeast(same)),
    step: (goal, before, same) =>
      sumsTo(
        goal,
        isAtLeast(same),
        summand([sign, before]),
        summand([size()], one, [minus(power.base, number(one))]),
      ),
  });

/** 1 + n (b − 1) ≤ b^n for −1 ≤ b ≤ 0, with −1 ≤ b^n ≤ 1. */
function* fromNegative(power: Power, low: Theorem, high: Theorem, known: Context): Attempt {
  const p = member(power.family, index);
  const [above, below] = [less(number(ratio(-1n)), p, false), less(p, number(one), false)];
  const body = and(and(above, below), aboveLine(power, index));
  const t = yield* inductively(power, body, known, {
    base: (goal, same) => {
      const [bounds, line] = sides(goal);
      const [up, down] = sides(bounds);
      return both(
        both(
          sumsTo(up, isAtLeast(same), summand([low])),
          sumsTo(down, isAtMost(same), summand([high]), summand([])),
        ),
        sumsTo(line, isAtLeast(same)),
      );
    },
    step: (goal, before, same) => {
      const [bounds, line] = sides(goal);
      const [up, down] = sides(bounds);
      const [floor, top] = [first(first(before)), second(first(before))];
      return both(
        both(
          sumsTo(up, isAtLeast(same), summand([low]), summand([high, top])),
          sumsTo(down, isAtMost(same), summand([low]), summand([high, floor])),
        ),
        sumsTo(
          line,
          isAtLeast(same),
          summand([high, top]),
          summand([size(), high]),
          summand([size()]),
        ),
      );
    },
  });
  return t && second(t);
}

/** 1 + n (b − 1) ≤ b^n, for either sign of b. */
function* bernoulli(power: Power, known: Context): Attempt {
  const { base: b } = power;
  const positive = yield { goal: less(nought(), b, false), known, share: 20 };
  if (positive) return yield* fromPositive(power, positive, known);
  const low = yield { goal: less(number(ratio(-1n)), b, false), known };
  const split = comparable(nought(), b);
  const f = split.conclusion;
  if (!low || f.kind !== 'or') return null;
  const above = yield* fromPositive(power, assume(f.left), known);
  const weakly = orderBy(b, nought(), false, [summand([assume(f.right)])]);
  const below = above && (yield* fromNegative(power, low, weakly, known));
  return above && below && cases(split, above, below);
}

/** b^n ≤ exp(n s) for 0 ≤ b ≤ exp(s). */
function* belowExp(power: Power, t: Term, known: Context): Attempt {
  const { base: b, family, exponent } = power;
  const s = times(t, dimension(exponent, -1));
  const sign = yield { goal: less(nought(), b, false), known };
  const bound = sign && (yield { goal: less(b, valueOf('exp', s), false), known });
  if (!sign || !bound) return null;
  const p = member(family, index);
  const some = times(s, dimension(index));
  const body = and(less(nought(), p, false), less(p, valueOf('exp', some), false));
  const proof = yield* inductively(power, body, known, {
    base: (goal, same) => {
      const [low, high] = sides(goal);
      return both(
        sumsTo(low, isAtLeast(same), summand([sign])),
        sumsTo(high, isAtMost(same), summand([bound])),
      );
    },
    step: (goal, before, same) => {
      const [low, high] = sides(goal);
      const split = fact('exp of a sum', some, s);
      return both(
        sumsTo(low, isAtLeast(same), summand([sign, first(before)])),
        sumsTo(
          high,
          isAtMost(same),
          summand([bound, first(before)]),
          summand([second(before), positiveValue('exp', s)]),
          isAtLeast(split),
        ),
      );
    },
  });
  return proof && second(proof);
}

/** t, where the term is exp(t). */
function exponentOf(t: Term): Term | null {
  const head = bareHead(t);
  const [argument] = head?.kind === 'jet' ? head.args : [];
  return argument && alike(t, valueOf('exp', argument)) ? argument : null;
}

export const numberPowers = strategyFor('less', {
  name: 'powers of a number',
  summary: '1 + n (b - 1) <= b^n for -1 <= b, and b^n <= exp(n s) for 0 <= b <= exp(s)',
  promise: ({ left, right, strict }: FormulaOf<'less'>, known) =>
    !strict && known.recursions.length > 0 && (named(left) || named(right)) ? 0.9 : null,
  *prove(goal, known): Attempt {
    const [low, high] = [powerIn(goal.left, known), powerIn(goal.right, known)];
    const t = exponentOf(goal.right);
    if (low && t) return yield* belowExp(low, t, known);
    if (!high || !alike(goal.left, aboveLine(high, high.exponent).left)) return null;
    const line = yield* bernoulli(high, known);
    return line && sumsTo(goal, summand([line]));
  },
});
