/**
 * A number that is one of two, as y with y^2 = 1 or a label with y^2 = y: the goal is proved for
 * each value.
 */
import type { Term } from '../../kernel/term.ts';
import { number, variable } from '../../kernel/graph.ts';
import { equal, or, type Formula } from '../../kernel/formula.ts';
import { free, substituteIn } from '../../kernel/binders.ts';
import { occurs } from '../../kernel/occurrence.ts';
import { negative, plus, ratio, times, type Ratio } from '../../kernel/ratio.ts';
import { assume, cases, hole, replace, type Theorem } from '../../kernel/theorem.ts';
import { flipped, type Equation } from '../derived/equations.ts';
import { nothing } from '../derived/labelled.ts';
import { termsOf } from '../graphs/formula-terms.ts';
import { difference } from '../graphs/sum.ts';
import type { Context } from '../known/context.ts';
import type { Attempt, Strategy } from '../known/strategy.ts';

const mark = 'one of two values: ';

interface Values {
  readonly name: string;
  readonly values: readonly [Ratio, Ratio];
}

const wholeRoot = (n: bigint): bigint | null => {
  if (n < 0n || n >= 1_000_000n) return null;
  const r = BigInt(Math.round(Math.sqrt(Number(n))));
  return r * r === n ? r : null;
};
const rootOf = ({ num, den }: Ratio): Ratio | null => {
  const [n, d] = [wholeRoot(num), wholeRoot(den)];
  return n === null || d === null || d === 0n ? null : ratio(n, d);
};

/** The two roots where the equation is one of degree 2 in a single number. */
function valuesOf({ left, right }: Equation): Values | null {
  if (left.shape.length > 0) return null;
  const coefficients = [ratio(0n), ratio(0n), ratio(0n)];
  let name: string | null = null;
  for (const { coefficient, monomial: m } of difference(left, right, nothing).values()) {
    if (m.factors.length > 2 || Object.keys(m.powers).length > 0) return null;
    for (const { head } of m.factors) {
      if (head.kind !== 'variable' || head.shape.length > 0) return null;
      if (name !== null && name !== head.name) return null;
      name = head.name;
    }
    coefficients[m.factors.length] = coefficient;
  }
  const [c, b, a] = coefficients as [Ratio, Ratio, Ratio];
  if (name === null || a.num === 0n) return null;
  const over = ratio(a.den, 2n * a.num);
  const root = rootOf(plus(times(b, b), negative(times(ratio(4n), times(a, c)))));
  if (!root || root.num === 0n) return null;
  const at = (r: Ratio): Ratio => times(over, plus(negative(b), r));
  return { name, values: [at(root), at(negative(root))] };
}

const found = (goal: Formula, known: Context): Values | null => {
  for (const e of known.equations.slice(0, 12)) {
    const values = valuesOf(e);
    if (values && free(values.name, goal) && !known.replaced.includes(mark + values.name))
      return values;
  }
  return null;
};

/** Does the name stand in the argument of a function? */
const inside = (name: string, t: Term): boolean =>
  t.monomials.some((m) =>
    m.factors.some(({ head }) => {
      if (head.kind === 'variable') return false;
      return (head.kind === 'jet' ? head.args : [head.arg]).some((a) => occurs(name, a));
    }),
  );

export const twoValues: Strategy = {
  name: 'one of two values',
  summary: 'for y with y^2 = 1, the goal for y = 1 and for y = -1',
  kinds: ['equal', 'less', 'is'],
  notFor: ['bounds'],
  promise: (goal, known) => {
    const at = known.equations.length === 0 ? null : found(goal, known);
    return at && termsOf(goal).some((t) => inside(at.name, t)) ? 0.97 : null;
  },
  *prove(goal, given): Attempt {
    const at = found(goal, given);
    if (!at) return null;
    const known: Context = { ...given, replaced: [...given.replaced, mark + at.name] };
    const y = variable(at.name, []);
    const [first, second] = at.values.map((v) => equal(y, number(v)));
    if (!first || !second) return null;
    const either = yield { goal: or(first, second), known };
    if (!either) return null;
    const open = substituteIn(goal, at.name, { kind: 'term', term: variable(hole, []) });
    const parts: Theorem[] = [];
    for (const [value, is] of [
      [at.values[0], first],
      [at.values[1], second],
    ] as const) {
      const plain = substituteIn(open, hole, { kind: 'term', term: number(value) });
      const t = yield { goal: plain, known };
      if (!t) return null;
      parts.push(replace(open, flipped(assume(is)), t));
    }
    return cases(either, parts[0] as Theorem, parts[1] as Theorem);
  },
};
