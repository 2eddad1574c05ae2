/**
 * Inequalities that bound |s| or relu(s) from above: each is replaced by what it is for either sign
 * of s. So are maxima and minima, which are written by relu.
 */
import type { Term } from '../../kernel/term.ts';
import { add, scale } from '../../kernel/graph.ts';
import { less, type FormulaOf } from '../../kernel/formula.ts';
import { valueOf } from '../../kernel/laws.ts';
import { negative, type Ratio } from '../../kernel/ratio.ts';
import {
  assume,
  cases,
  comparable,
  fact,
  modusPonens,
  weak,
  type Theorem,
} from '../../kernel/theorem.ts';
import { flipped } from '../derived/equations.ts';
import { byFacts, orderBy, summand } from '../derived/labelled.ts';
import { namedIn } from '../graphs/named-functions.ts';
import { minus, negated, nought } from '../graphs/small-terms.ts';
import { strategyFor, type Attempt } from '../known/strategy.ts';

interface Bounded {
  readonly name: 'abs' | 'relu';
  readonly inside: Term;
  /** c, where the goal is c |s| ≤ … */
  readonly times: Ratio;
}

/**
 * The first |s| or relu(s) of a number s that stands in the gap with a negative coefficient alone.
 */
function boundedIn({ left, right }: FormulaOf<'less'>): Bounded | null {
  for (const m of minus(left, right).monomials) {
    const [f, ...more] = m.factors;
    if (!f || more.length > 0 || Object.keys(m.powers).length > 0) continue;
    const { head } = f;
    if (head.kind !== 'jet' || head.orders[0] !== 0) continue;
    const { name } = head.fn;
    if (name !== 'abs' && name !== 'relu') continue;
    const [inside] = head.args;
    if (inside?.shape.length === 0 && head.params.length === 0 && m.coefficient.num > 0n)
      return { name, inside, times: m.coefficient };
  }
  return null;
}

/**
 * The value at an s that is not negative, and at one that is not positive, as equations under that
 * assumption.
 */
function values({ name, inside: s }: Bounded, above: Theorem, below: Theorem) {
  const turned = byFacts(nought(), negated(s), false, [below]);
  if (name === 'relu')
    return [
      { value: s, facts: [modusPonens(fact('relu of what is not negative', s), above)] },
      { value: nought(), facts: [modusPonens(fact('relu of what is not positive', s), turned)] },
    ];
  return [
    { value: s, facts: [modusPonens(fact('abs of what is not negative', s), above)] },
    {
      value: negated(s),
      facts: [
        flipped(fact('abs of the negative', s)),
        modusPonens(fact('abs of what is not negative', negated(s)), turned),
      ],
    },
  ];
}

/**
 * Both sides of |s| say as much as |s| where s and the rest are numbers without functions: slopes
 * and sums of functions need |s| whole.
 */
function followsFromSides(goal: FormulaOf<'less'>): boolean {
  const found = boundedIn(goal);
  return (
    found !== null &&
    namedIn([found.inside]).every(({ name }) => name === 'sqrt') &&
    namedIn([goal.left, goal.right]).every(({ argument }) => argument.shape.length === 0)
  );
}

export const eitherSign = strategyFor('less', {
  name: 'either sign of what stands inside',
  summary: '|s| <= r because s <= r and -s <= r; and the same of relu, maxima and minima',
  notFor: ['bounds'],
  decides: (goal) => followsFromSides(goal),
  promise: (goal) => (boundedIn(goal) ? 0.985 : null),
  *prove(goal, known): Attempt {
    const found = boundedIn(goal);
    if (!found) return null;
    const { inside: s, times: c, name } = found;
    const rest = add(goal.left, scale(negative(c), valueOf(name, s)));
    const split = comparable(nought(), s);
    const f = split.conclusion;
    if (f.kind !== 'or') return null;
    const parts: Theorem[] = [];
    for (const { value, facts } of values(found, assume(f.left), assume(f.right))) {
      const told = less(add(rest, scale(c, value)), goal.right, goal.strict);
      const part = yield { goal: told, known };
      if (!part) return null;
      const same = facts.map((t) => summand([weak(t)], c));
      parts.push(orderBy(goal.left, goal.right, goal.strict, [summand([part]), ...same]));
    }
    return cases(split, parts[0] as Theorem, parts[1] as Theorem);
  },
});
