/**
 * What is known, without denominators: e s < 2 from e < 2/s, where the sign of s is known. Goals are
 * then proved with that known instead.
 */
import type { Term } from '../../kernel/term.ts';
import { zeros } from '../../kernel/graph.ts';
import { less, write, type Formula } from '../../kernel/formula.ts';
import { one } from '../../kernel/ratio.ts';
import { weak, type Theorem } from '../../kernel/theorem.ts';
import { flipped } from '../derived/equations.ts';
import { byFacts, nothing, orderBy } from '../derived/labelled.ts';
import { minus, negated, nought, times } from '../graphs/small-terms.ts';
import { difference, own, termOf } from '../graphs/sum.ts';
import { termsOf } from '../graphs/formula-terms.ts';
import type { Context, Fact } from '../known/context.ts';
import { assuming } from '../known/facts.ts';
import { ask, safely, type Ask, type Attempt, type Strategy } from '../known/strategy.ts';
import { divisorsOf } from './divisors.ts';
import { rewritten } from '../rewriting/arguments.ts';
import { withInverses } from '../rewriting/by-equations.ts';

/** The numbers that a term is divided by, repeated by its power. */
const numbersBelow = (t: Term): Term[] =>
  divisorsOf(t).flatMap(({ of, power, isSize }) => (isSize ? [] : Array<Term>(power).fill(of)));

const mostDivisors = 3;
/** Milliseconds' worth of work for the sign of a divisor. */
const share = 150;

const mark = ({ theorem }: Fact): string => `denominators of ${write(theorem.conclusion)}`;

const isDivided = (t: Term): boolean => numbersBelow(t).length > 0;

/**
 * The inequalities that are known with denominators, and not cleared yet; none where the goal or
 * an equation has denominators too, which what is known may cancel.
 */
function dividedIn(goal: Formula, known: Context): Fact[] {
  const found = known.facts.filter((fact) => {
    const f = fact.theorem.conclusion;
    if (f.kind !== 'less') return false;
    const gap = minus(f.right, f.left);
    // the sign of a quotient alone says nothing more
    const count = gap.monomials.length > 1 ? numbersBelow(gap).length : 0;
    return count > 0 && count <= mostDivisors && !known.replaced.includes(mark(fact));
  });
  const others = (): Term[] => [
    ...termsOf(goal),
    ...known.equations.flatMap((e) => [e.left, e.right]),
  ];
  return found.length === 0 || others().some(isDivided) ? [] : found;
}

/** A number that is known to be positive: a divisor, or its negative. */
interface Multiplier {
  readonly value: Term;
  readonly sign: Theorem;
}

/** Of each divisor; null where neither sign follows shortly. */
function* multipliersOf(
  divisors: readonly Term[],
  known: Context,
): Generator<Ask, Multiplier[] | null, Theorem | null> {
  const found: Multiplier[] = [];
  for (const s of divisors) {
    let own: Multiplier | null = null;
    for (const value of [s, negated(s)]) {
      const sign = yield { goal: less(zeros([]), value, true), known, share };
      if (sign) own = { value, sign };
      if (own) break;
    }
    if (!own) return null;
    found.push(own);
  }
  return found;
}

/** The inequality times the multipliers; null where a divisor is left. */
function cleared(
  { theorem, name }: Fact,
  multipliers: readonly Multiplier[],
  known: Context,
): Fact | null {
  const f = theorem.conclusion;
  if (f.kind !== 'less') return null;
  const gap = minus(f.right, f.left);
  const signs = multipliers.map(({ sign }) => sign);
  const value = times(...multipliers.map((m) => m.value), gap);
  const product = orderBy(nought(), value, f.strict, [
    { coefficient: one, facts: [theorem, ...signs], squares: [] },
  ]);
  const near = withInverses(
    { ...known, facts: [...known.facts, ...signs.map((t) => ({ theorem: t, name }))] },
    gap,
  );
  const simpler = rewritten(value, near);
  if (!simpler || isDivided(simpler.term)) return null;
  // told as e s < 2, not as 0 < 2 - e s: strategies read the bound
  const sum = difference(simpler.term, nought(), nothing);
  const part = (isPositive: boolean): Term =>
    termOf(new Map([...sum].filter(([, e]) => own(e).num > 0n === isPositive)), []);
  const told = byFacts(negated(part(false)), part(true), f.strict, [
    product,
    weak(flipped(simpler.equation)),
  ]);
  return { theorem: told, name };
}

const kinds: readonly Formula['kind'][] = ['less', 'equal', 'is', 'not', 'or', 'exists', 'false'];

export const withoutDenominators: Strategy = {
  name: 'denominators of what is known',
  summary: 'e < 2/s is known and s > 0, so that e s < 2: what is known is multiplied out first',
  kinds,
  decides: true,
  promise: (goal, known) => (dividedIn(goal, known).length > 0 ? 1 : null),
  *prove(goal, known): Attempt {
    const all = dividedIn(goal, known);
    const marked = { ...known, replaced: [...known.replaced, ...all.map(mark)] };
    const told: (Fact | null)[] = [];
    for (const fact of all) {
      const f = fact.theorem.conclusion;
      const divisors = f.kind === 'less' ? numbersBelow(minus(f.right, f.left)) : [];
      const multipliers = yield* multipliersOf(divisors, marked);
      told.push(multipliers && safely(() => cleared(fact, multipliers, marked)));
    }
    const spent = new Set(all.filter((_, i) => told[i] !== null));
    const left = { ...marked, facts: marked.facts.filter((fact) => !spent.has(fact)) };
    const more = told.filter((fact) => fact !== null);
    return yield* assuming(left, more, (c) => ask(goal, c));
  },
};
