/** Equations between sums of logarithms: log a + log b = log c because a b = c and all are positive. */
import type { Term } from '../../kernel/term.ts';
import { number, variable } from '../../kernel/graph.ts';
import { equal, less, type FormulaOf } from '../../kernel/formula.ts';
import { logarithm } from '../../kernel/laws.ts';
import { one } from '../../kernel/ratio.ts';
import { both, fact, hole, modusPonens, type Theorem } from '../../kernel/theorem.ts';
import { linearBy, orderBy, summand } from '../derived/labelled.ts';
import { argumentOf } from '../graphs/named-functions.ts';
import { minus, negated, nought, times } from '../graphs/small-terms.ts';
import { ask, strategyFor, type Ask, type Attempt } from '../known/strategy.ts';

/** The numbers whose logarithms are added, each as often as it is, and those taken away. */
interface Logarithms {
  readonly up: readonly Term[];
  readonly down: readonly Term[];
}

const hasLogarithm = (t: Term): boolean =>
  t.monomials.some(({ factors }) => factors.some((f) => argumentOf('log', f.head) !== null));

/** The gap of the goal as a sum of logarithms alone, with small whole coefficients. */
function logarithmsIn({ left, right }: FormulaOf<'equal'>): Logarithms | null {
  if (left.shape.length > 0 || ![left, right].some(hasLogarithm)) return null;
  const [up, down]: [Term[], Term[]] = [[], []];
  for (const m of minus(left, right).monomials) {
    const [f, ...more] = m.factors;
    const s = f && more.length === 0 ? argumentOf('log', f.head) : null;
    const { num, den } = m.coefficient;
    const many = num < 0n ? -num : num;
    if (!s || s.shape.length > 0 || den !== 1n || many > 3n || Object.keys(m.powers).length > 0)
      return null;
    for (let k = 0n; k < many; k++) (num > 0n ? up : down).push(s);
  }
  const count = up.length + down.length;
  return count < 2 || count > 6 ? null : { up, down };
}

/** log Π s = Σ log s with 0 < Π s, from each 0 < s; log 1 = 0 for none. */
function ofProduct(all: readonly Term[], signs: ReadonlyMap<Term, Theorem>): Theorem {
  const [first, ...more] = all;
  if (!first) return fact('logarithm of one', number(one));
  let [whole, sum, sign] = [first, logarithm(first), signs.get(first) as Theorem];
  let found = linearBy(sum, sum, []);
  for (const s of more) {
    const next = signs.get(s) as Theorem;
    const step = modusPonens(fact('logarithm of a product', whole, s), both(sign, next));
    const f = step.conclusion as FormulaOf<'equal'>;
    const total = minus(sum, negated(logarithm(s)));
    found = linearBy(f.left, total, [
      { equation: step, context: variable(hole, []) },
      { equation: found, context: variable(hole, []) },
    ]);
    const product = times(whole, s);
    sign = orderBy(nought(), product, true, [summand([sign, next])]);
    [whole, sum] = [product, total];
  }
  return found;
}

function* signsOf(
  all: readonly Term[],
  known: Ask['known'],
): Generator<Ask, Map<Term, Theorem> | null, Theorem | null> {
  const found = new Map<Term, Theorem>();
  for (const s of new Set(all)) {
    const sign = yield { goal: less(nought(), s, true), known };
    if (!sign) return null;
    found.set(s, sign);
  }
  return found;
}

export const logarithmsOfProducts = strategyFor('equal', {
  name: 'logarithms of products',
  summary: 'log(a) + log(b) = log(c) because a b = c, for positive numbers',
  notFor: ['bounds'],
  promise: (goal) => (logarithmsIn(goal) ? 0.7 : null),
  *prove(goal, known): Attempt {
    const logs = logarithmsIn(goal);
    if (!logs) return null;
    const { up, down } = logs;
    const same = yield* ask(equal(times(...up), times(...down)), known);
    const signs = same && (yield* signsOf([...up, ...down], known));
    if (!same || !signs) return null;
    const [above, below] = [ofProduct(up, signs), ofProduct(down, signs)];
    const at = variable(hole, []);
    return linearBy(goal.left, goal.right, [
      { equation: above, context: negated(at) },
      { equation: same, context: logarithm(at) },
      { equation: below, context: at },
    ]);
  },
});
